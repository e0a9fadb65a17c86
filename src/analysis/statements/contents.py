"""What exactly is said: the content of each clause, and the speaker of each quotation.

A content follows its cue, or stands before it ("..., the minister said"), or around it; a
quotation is taken whole, however many sentences it has. A quotation without a cue of its own goes
to the speaker before it.
"""

from bisect import bisect_left

from analysis.statements.bounds import before_occasion, is_fronted, past_addressee, trim
from analysis.statements.deeds import is_deed
from analysis.statements.holders import Holder
from analysis.statements.items import past_mark
from analysis.statements.quotes import Quotation
from analysis.statements.sentences import Clause, Reading, Statement
from analysis.statements.wording import cue_words, holder_words, is_infinitive
from analysis.statements.words import as_set

__all__ = ["attribute"]

ATTACHED = (["that"], ["to"])  # "X's claim that", "X's promise to"; "the call by X for"
ABOUT = as_set("speak talk say state announce declare")
SHORT = 3  # words; a shorter quotation is a word in quotation marks, not a saying


def attribute(reading: Reading) -> None:
    """Fill in the statements of a reading and who speaks its quotations."""
    for sentence in reading.sentences.values():
        told: list[Statement] = []
        for clause in sentence.clauses:
            if clause.holder and clause.form != "thing" and clause.cue.kind != "courtesy":
                statement = None if is_deed(clause) else _statement(reading, clause)
                if statement:
                    told.append(statement)
        if told:
            trim(sentence, told)
            reading.statements += told
    if not reading.quotations:
        return
    _carry_over(reading)
    for sentence in reading.sentences.values():
        for clause in sentence.clauses:
            if clause.holder and clause.holder.basis.startswith("speaker "):
                clause.holder = _speaker(reading, clause)
    for statement in reading.statements:
        statement.holder = (
            statement.clause.holder if not statement.holder.name else statement.holder
        )


def _speaker(reading: Reading, clause: Clause) -> Holder:
    speaker = reading.speakers.get(clause.quote)
    if speaker and speaker.holder.name:
        known = speaker.holder
        return Holder(known.name, "speaker of the quotation", known.start, known.end)
    if reading.own and reading.author:
        return Holder(reading.author, "author")
    return Holder("unresolved", "quoted, but of nobody named")


def _statement(reading: Reading, clause: Clause) -> Statement | None:
    sentence, frame = clause.sentence, clause.frame
    if frame.kind == "infinitive" or (frame.kind == "noun" and not _is_attached(clause)):
        return None
    whole = holder_words(sentence.words, frame)
    named = sentence.offsets(*whole) if whole else None
    if frame.kind == "according":
        content = _beside(clause)
        statement = content and Statement(*content, clause, "indirect", clause.holder, named)
        if statement:
            _note_speakers(reading, statement, None)
        return statement
    if frame.passive and not _is_expletive(clause):
        return None  # "the note was found", "he was told": nobody says it here
    if frame.kind == "agent":
        content = sentence.offsets(*(clause.patient or (0, max(frame.first, 1))))
        return Statement(*content, clause, "indirect", clause.holder, named)
    after = _after(clause)
    if _follows(clause) == ":" and after is None:
        after = _next_quotation(reading, clause)
    if sentence.number in reading.lists and clause is sentence.clauses[-1]:
        after = _with_items(reading, clause, after)
    if clause.cue.head in ABOUT and sentence.words.lower[clause.last + 1 : clause.last + 2] == [
        "this"
    ]:
        after = _sentences_before(reading, clause) or after
    if sentence.words.lower[:2] == ["об", "этом"]:
        after = _sentences_before(reading, clause)
    if clause.quote >= 0:
        end = min(after[1], reading.quotations[clause.quote].end) if after else 0
        if after is None or end <= after[0]:
            return None
        return Statement(after[0], end, clause, "indirect", clause.holder, named)
    quote = _adjoining(reading, clause, after)
    content, mode = after, "indirect"
    if quote is not None:
        quotation = reading.quotations[quote]
        content, mode = (quotation.start, quotation.end), "direct"
        if after and (
            after[0] < quotation.start - 3 or _runs_on(reading, quotation, clause, after)
        ):
            content, mode = after, "mixed"
        elif quotation.end <= clause.span[0] and _runs_up(clause, quotation):
            content, mode = (sentence.start, quotation.end), "mixed"
    else:
        before = _before(clause)
        if before and (after is None or frame.kind == "inverted" or _closes(clause)):
            content = before
            goes_on = sentence.words.tags[clause.last + 1 : clause.last + 3] not in (",g", ",")
            if frame.kind != "inverted" and _follows(clause) == "," and goes_on:
                content = before[0], sentence.end
    if content is None:
        return None
    statement = Statement(*content, clause, mode, clause.holder, named)
    _note_speakers(reading, statement, quote)
    return statement


def _is_attached(clause: Clause) -> bool:
    """Whether a content follows a noun: "its promise to cut", "the call by X for".

    "Its report to the board" has none.
    """
    words = clause.sentence.words
    at = max(clause.last + 1, clause.frame.subject[1] if clause.frame.subject else 0)
    following = words.lower[at : at + 1]
    if following == ["to"]:
        return is_infinitive(words, at)
    return following == ["that"] or (at > clause.last + 1 and following == ["for"])


def _note_speakers(reading: Reading, statement: Statement, quote: int | None) -> None:
    """The quotations of a content are spoken by its holder; words among others make it mixed.

    One that begins in a content belongs to it whole, however many sentences it has.
    """
    for number in statement.clause.sentence.quotes:
        quotation = reading.quotations[number]
        inside = quotation.start < statement.end and statement.start < quotation.end
        if number == quote or inside:
            reading.speakers.setdefault(number, statement)
            if statement.start <= quotation.start and _size(reading, number) >= SHORT:
                statement.end = max(statement.end, quotation.end)
            if statement.mode == "indirect" and _size(reading, number) >= SHORT:
                whole = quotation.end - quotation.start > 0.9 * (statement.end - statement.start)
                statement.mode = "direct" if whole else "mixed"


def _beside(clause: Clause) -> tuple[int, int] | None:
    """What stands beside "according to ...": after its comma, or before it."""
    sentence, words = clause.sentence, clause.sentence.words
    last = max(clause.frame.subject[1], clause.last + 1)
    if clause.first <= 1:
        comma = words.tags.find(",", last - 1)
        first = comma + 1 if comma > 0 else last
        end = len(words.tags)
        while end > first and words.raw[end - 1] in ".!?;":
            end -= 1
        return sentence.offsets(first, end) if end > first else None
    end = clause.first
    while end > 0 and words.tags[end - 1] in ",—":
        end -= 1
    return sentence.offsets(0, end) if end > 0 else None


def _next_quotation(reading: Reading, clause: Clause) -> tuple[int, int] | None:
    """The quotation that a sentence ending in a colon introduces."""
    for quotation in reading.quotations:
        if quotation.start >= clause.sentence.end:
            gap = reading.text[clause.sentence.end : quotation.start]
            return (quotation.start, quotation.end) if not gap.strip() else None
    return None


def _with_items(
    reading: Reading, clause: Clause, after: tuple[int, int] | None
) -> tuple[int, int] | None:
    """What follows a cue together with the items it leads to: "agreed to:", "asked Lorn to:"."""
    items = [reading.spans[number] for number in reading.lists[clause.sentence.number]]
    if not items:
        return after
    end = next(end for start, end in reading.paragraphs if start <= items[-1][0] < end)
    alone = clause.sentence.words.lower[clause.last + 1 :] in (["to", ":"], [":"])
    if alone or after is None:
        return past_mark(reading.text, *items[0]), end
    return after[0], end


def _sentences_before(reading: Reading, clause: Clause) -> tuple[int, int] | None:
    """What somebody "spoke about this" points back to: the sentences of the paragraph so far."""
    start = clause.sentence.start
    for low, high in reading.paragraphs:
        if low < start < high:
            return low, start - 1
    return None


def _is_expletive(clause: Clause) -> bool:
    """Whether it is "it is hoped that": somebody hopes, and is not named."""
    words, subject = clause.sentence.words, clause.frame.subject
    follows = words.lower[clause.last + 1 : clause.last + 2]
    return bool(subject) and words.lower[subject[0]] == "it" and follows in ATTACHED


def _size(reading: Reading, number: int) -> int:
    quotation = reading.quotations[number]
    if quotation.parted:
        return SHORT + 1  # as long as speech is
    return reading.text.count(" ", quotation.start, quotation.end) + 1


def _adjoining(reading: Reading, clause: Clause, after: tuple[int, int] | None) -> int | None:
    """The quotation right before or after a cue, its subject and those addressed.

    It has words enough.
    """
    sentence, frame = clause.sentence, clause.frame
    if not sentence.quotes or clause.cue.kind != "verb" or frame.kind == "infinitive":
        return None
    first = min(frame.first, frame.subject[0] if frame.subject else frame.first)
    low = sentence.starts[first]
    high = sentence.offsets(0, clause.last + 1)[1]
    if frame.kind == "inverted":
        high = sentence.offsets(0, frame.subject[1])[1]
    high = max(high, after[0]) if after else high
    for number in sentence.quotes:
        quotation = reading.quotations[number]
        if number in reading.speakers or _size(reading, number) < SHORT:
            continue
        if quotation.end <= low:
            at = bisect_left(sentence.starts, quotation.end)
            if set(sentence.words.tags[at:first]) <= BEFORE_NAME:
                return number  # '"Nobody", said', '"Nobody" - Ada Ruun, the mayor said'
        if quotation.start >= high:
            gap = reading.text[high : quotation.start]
            if len(gap.split()) <= 8 and not gap.strip().endswith((".", ";")):
                return number
    return None


BEFORE_NAME = frozenset(",—.U-")


def _follows(clause: Clause) -> str:
    tags = clause.sentence.words.tags
    return tags[clause.last + 1] if clause.last + 1 < len(tags) else "."


def _after(clause: Clause) -> tuple[int, int] | None:
    """The content that follows a cue, to the end of its sentence."""
    sentence, words = clause.sentence, clause.sentence.words
    if clause.frame.kind == "inverted":
        return None
    first = cue_words(clause)[1] + 1
    if clause.frame.kind == "noun" and clause.frame.subject:
        first = max(first, clause.frame.subject[1])
        first += words.lower[first : first + 1] == ["for"]
    first, size = past_addressee(words, first, clause.cue.head), len(words.lower)
    while first < size and (words.tags[first] in ",:" or words.lower[first] in ("that", "что")):
        if words.lower[first] == "that" and words.tags[first + 1 : first + 2] in ("B", "M"):
            break  # "said that was because"
        first += 1
    last = size - 1
    while last >= first and words.raw[last] in ".!?;:,":
        last -= 1
    if last < first:
        return None
    return sentence.offsets(first, before_occasion(words, first, last + 1))


def _runs_on(
    reading: Reading, quotation: Quotation, clause: Clause, after: tuple[int, int]
) -> bool:
    """Whether a sentence goes on after its quotation: 'said "all sides" should be heard'."""
    rest = reading.text[quotation.end : after[1]]
    follows = rest[:1].isspace() and rest.strip()[:1].isalpha()
    return clause.span[1] <= quotation.start and follows and rest.split()[0] not in ("and", "but")


def _runs_up(clause: Clause, quotation: Quotation) -> bool:
    """Whether a sentence runs into its quotation: 'it was a "gift to thieves", she said'."""
    others = (other for other in clause.sentence.clauses if other is not clause)
    before = clause.sentence.words.tags[: bisect_left(clause.sentence.starts, quotation.start)]
    return bool(set(before) & set("BHMDPnd")) and not any(
        other.span[0] < quotation.start and other.form != "thing" for other in others
    )


def _before(clause: Clause) -> tuple[int, int] | None:
    """The content before a subject and its cue: "The road was never safe, wrote ..."."""
    sentence, frame = clause.sentence, clause.frame
    inverted = frame.kind == "inverted"
    first = frame.first if inverted or not frame.subject else frame.subject[0]
    if first < 3 or sentence.words.tags[first - 1] not in ',"S—.':
        return None
    if not inverted and is_fronted(sentence, first - 1):
        return None
    end = first - 1
    while end and sentence.words.tags[end] == "—" and sentence.words.tags[end - 1] == ",":
        end -= 1  # "Паром ушёл, — рассказал капитан"
    return sentence.offsets(0, end)


def _closes(clause: Clause) -> bool:
    """Whether nothing follows the cue that it could govern: the sentence ends, or a time does."""
    following = _follows(clause)
    if following in ".,;":
        return clause.sentence.words.lower[clause.last + 2 : clause.last + 3] != ["что"]
    return following == "P" and clause.cue.cue not in ("speak", "call")


def _carry_over(reading: Reading) -> None:
    """A quotation without a cue of its own goes to the speaker of the one before it."""
    told = sorted(reading.statements, key=lambda statement: statement.clause.span)
    previous: Statement | None = None
    at = 0
    for number, quotation in enumerate(reading.quotations):
        while at < len(told) and told[at].clause.span[0] < quotation.start:
            if told[at].clause.quote < 0:
                previous = told[at]
            at += 1
        if number in reading.speakers or _size(reading, number) < SHORT + 1:
            continue
        if previous is None or not previous.holder.name:
            continue
        known = previous.holder
        holder = Holder(known.name, "speaker before", known.start, known.end)
        statement = Statement(
            quotation.start, quotation.end, previous.clause, "direct", holder, None
        )
        reading.speakers[number] = statement
        reading.statements.append(statement)
