"""One document read for its clauses: which verbs of saying and taking a stance, by whom, of what.

Sentences without any cue are passed over; the others are cut into words, each hit is tried as a
verb with its frame, and holders are resolved in the order of the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis.statements import words
from analysis.statements.frames import Frame, noun_phrase_right, verb_frame
from analysis.statements.holders import UNRESOLVED, Actors, Focus, Holder
from analysis.statements.lexicon import Cue, Hit, Lexicon
from analysis.statements.quotes import Quotation, find_quotations
from analysis.statements.voice import author_of, speaks_for_itself
from analysis.statements.words import Tokens, tokens

__all__ = ["Clause", "Reading", "Sentence", "Statement", "read_document"]

MARKS = "\"“”„«»‘’'"
INVERTING = frozenset(
    [
        "say",
        "add",
        "write",
        "ask",
        "claim",
        "explain",
        "declare",
        "report",
        "recall",
        "warn",
        "note",
        "argue",
        "reply",
        "respond",
        "insist",
        "announce",
        "comment",
        "remark",
        "stress",
        "joke",
        "complain",
        "tweet",
        "concede",
        "admit",
        "recount",
        "assert",
        "read",
        "state",
        "conclude",
        "observe",
    ]
)
RECIPIENT = frozenset(
    [
        "tell",
        "assure",
        "remind",
        "inform",
        "notify",
        "advise",
        "warn",
        "urge",
        "ask",
        "brief",
        "reassure",
        "convince",
        "persuade",
    ]
)


@dataclass(slots=True)
class Sentence:
    """One sentence of the body that carries a cue."""

    number: int
    start: int
    end: int
    paragraph: int
    toks: Tokens
    hits: list[tuple[int, Hit]]  # token number and hit
    quotes: list[int]  # numbers of the quotations that touch it
    clauses: list["Clause"] = field(default_factory=list)


@dataclass(slots=True)
class Clause:
    """One verb of the lexicon with its frame and its holder."""

    sentence: Sentence
    at: int
    last: int  # last token of the cue
    cue: Cue
    form: str
    frame: Frame
    holder: Holder | None = None
    inverted: bool = False

    @property
    def span(self) -> tuple[int, int]:
        return self.sentence.toks.starts[self.at], self.sentence.toks.ends[self.last]


@dataclass(slots=True)
class Statement:
    """One attributed content."""

    start: int
    end: int
    holder: Holder
    words: tuple[int, int] | None  # offsets of the words that name the holder
    cue: tuple[int, int]
    entry: Cue | None
    mode: str
    reported_by: str = ""


@dataclass(slots=True)
class Reading:
    """What was read in one document."""

    text: str
    author: str
    own: bool
    spans: list[tuple[int, int]]  # sentences of the body
    sentences: dict[int, Sentence]
    quotations: list[Quotation]
    speakers: dict[int, Statement]  # by quotation
    statements: list[Statement]


def read_document(
    text: str,
    spans: Sequence[tuple[int, int]],
    paragraphs: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    actors: Actors,
    about: Mapping[str, str],
) -> Reading:
    """The clauses and statements of one document.

    `spans` and `paragraphs` are the sentences and paragraphs of its body.
    """
    spans = list(spans)
    if not spans:
        return Reading(text, "", False, [], {}, [], {}, [])
    low, high = spans[0][0], max(end for _, end in spans)
    body = text[low:high]
    hits = [Hit(h.start + low, h.end + low, h.entries) for h in lexicon.find(body)]
    named = [(n, a + low, b + low) for n, a, b in actors.find(body)]
    quotations = find_quotations(text, paragraphs)
    author = author_of(about.get("title", ""), about.get("author", ""), body)
    own = speaks_for_itself(
        about.get("title", ""), about.get("author", ""), [text[a:b] for a, b in spans]
    )
    sentences = _sentences(text, spans, paragraphs, hits, quotations)
    reading = Reading(text, author, own, spans, sentences, quotations, {}, [])
    focus = Focus(author=author)
    starts = [start for _, start, _ in named]
    for sentence in sentences.values():
        sentence.clauses = _clauses(sentence)
        here = named[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for clause in sentence.clauses:
            _resolve(clause, focus, actors, here, quotations, reading)
    _attribute(reading)
    return reading


def _sentences(text, spans, paragraphs, hits, quotations) -> dict[int, Sentence]:
    starts = [start for start, _ in spans]
    grouped: dict[int, list[Hit]] = {}
    for hit in hits:
        number = bisect_right(starts, hit.start) - 1
        if hit.end <= spans[number][1]:
            grouped.setdefault(number, []).append(hit)
    bounds = [start for start, _ in paragraphs]
    quoted: dict[int, list[int]] = {}
    for index, quotation in enumerate(quotations):
        number = max(bisect_right(starts, quotation.start) - 1, 0)
        while number < len(spans) and spans[number][0] < quotation.end:
            if spans[number][1] > quotation.start:
                quoted.setdefault(number, []).append(index)
            number += 1
    found = {}
    for number in sorted(grouped.keys() | quoted.keys()):
        start, end = spans[number]
        toks = tokens(text, start, end)
        index = {offset: i for i, offset in enumerate(toks.starts)}
        here = [(index[h.start], h) for h in grouped.get(number, ()) if h.start in index]
        paragraph = bisect_right(bounds, start) - 1
        found[number] = Sentence(number, start, end, paragraph, toks, here, quoted.get(number, []))
    return found


def _clauses(sentence: Sentence) -> list[Clause]:
    """The hits that are verbs here, each with its frame, in order."""
    toks, found = sentence.toks, []
    verbs: list[int] = []
    for at, hit in sentence.hits:
        if any(clause.at <= at <= clause.last for clause in found):
            continue
        for cue, form in hit.entries:
            if cue.kind != "verb":
                continue
            last = _rest(toks, at, cue.rest)
            if last is None:
                continue
            inverted = _inverted(toks, at, last, cue)
            frame = inverted or verb_frame(toks, at, form, verbs)
            if frame:
                found.append(Clause(sentence, at, last, cue, form, frame, inverted=bool(inverted)))
                verbs.append(at)
                break
    return found


def _rest(toks: Tokens, at: int, rest: Sequence[str]) -> int | None:
    """The last token of a cue of several words; adverbs may stand between."""
    j = at
    for word in rest:
        j += 1
        gap = 0
        while j < len(toks.lower) and toks.lower[j] != word and gap < 2:
            if not words.is_adverb(toks.lower[j]) and toks.lower[j] not in ("its", "their", "our"):
                return None
            j += 1
            gap += 1
        if j >= len(toks.lower) or toks.lower[j] != word:
            return None
    return j


def _inverted(toks: Tokens, at: int, last: int, cue: Cue) -> Frame | None:
    """'"...," said Dana Orlik': the subject follows."""
    if cue.rest or cue.cue not in INVERTING or at == 0:
        return None
    if toks.raw[at - 1] not in ",\"”»’'?!":
        return None
    if last + 1 >= len(toks.lower) or toks.lower[last + 1] in words.PREPOSITIONS:
        return None
    span = noun_phrase_right(toks, last + 1)
    if span is None or toks.lower[span[0]] in words.BOUNDARY:
        return None
    return Frame(at, span)


def _resolve(clause, focus, actors, named, quotations, reading) -> None:
    """The holder of one clause, in the order of the text."""
    frame, sentence = clause.frame, clause.sentence
    earlier = [c for c in sentence.clauses if c.at < clause.at and c.holder]
    if frame.subject is None:
        if (frame.shared or frame.infinitive) and earlier:
            clause.holder = earlier[-1].holder
        elif frame.participle:
            mains = [c for c in sentence.clauses if not c.frame.participle and c.frame.subject]
            if mains and mains[0].holder is None:
                _resolve(mains[0], focus, actors, named, quotations, reading)
            clause.holder = mains[0].holder if mains else None
        return
    if clause.holder is None:
        start = sentence.toks.starts[clause.at]
        word = sentence.toks.lower[frame.subject[0]]
        quote = next(
            (q for q in sentence.quotes if quotations[q].start <= start < quotations[q].end), None
        )
        if word in ("we", "i") and quote is not None:
            clause.holder = Holder("", f"speaker {quote}", start, start)
            return
        clause.holder = focus.resolve(sentence.toks, frame.subject, actors, named, sentence.number)


def _attribute(reading: Reading) -> None:
    """Statements from clauses: each quotation to its speaker, each content to its holder."""
    for sentence in reading.sentences.values():
        for clause in sentence.clauses:
            if clause.holder is None or clause.frame.passive:
                continue
            statement = _statement(reading, clause)
            if statement:
                reading.statements.append(statement)
    _carry_over(reading)
    for sentence in reading.sentences.values():
        for clause in sentence.clauses:
            if clause.holder and clause.holder.basis.startswith("speaker"):
                speaker = reading.speakers.get(int(clause.holder.basis.split()[1]))
                known = speaker.holder if speaker else None
                name = known.name if known else reading.author or UNRESOLVED
                basis = "speaker of the quotation" if known else "nobody named"
                clause.holder = Holder(name, basis, known and known.start, known and known.end)


def _statement(reading: Reading, clause: Clause) -> Statement | None:
    sentence, toks, frame = clause.sentence, clause.sentence.toks, clause.frame
    start, end = clause.span
    inside = [
        q
        for q in sentence.quotes
        if reading.quotations[q].start < start < reading.quotations[q].end
    ]
    if inside and not clause.frame.subject:
        return None
    holder_span = None
    if frame.subject:
        first, last = frame.subject
        holder_span = toks.starts[first], toks.ends[last - 1]
    if inside:
        content = _after(clause)
        if content is None:
            return None
        return Statement(*content, clause.holder, holder_span, (start, end), clause.cue, "indirect")
    near = [q for q in sentence.quotes if q not in reading.speakers]
    after = _after(clause)
    mode = "indirect"
    content = after
    quote = _adjoining(reading, clause, near)
    if quote is not None:
        content = reading.quotations[quote].start, reading.quotations[quote].end
        mode = "direct"
        if after and after[1] - after[0] > content[1] - content[0] + 12 and content[0] > end:
            content, mode = after, "mixed"
    elif _before(clause) and (after is None or clause.inverted or _closes(clause)):
        content = _before(clause)
        parenthetical = (
            not clause.inverted
            and clause.last + 1 < len(toks.lower)
            and toks.lower[clause.last + 1] == ","
        )
        if parenthetical:
            content = content[0], sentence.end
    if content is None:
        return None
    statement = Statement(*content, clause.holder, holder_span, (start, end), clause.cue, mode)
    for q in near:
        quotation = reading.quotations[q]
        if (quotation.start < content[1] and content[0] < quotation.end) or q == quote:
            reading.speakers[q] = statement
            if mode == "indirect":
                statement.mode = "mixed"
    return statement


def _adjoining(reading: Reading, clause: Clause, near: list[int]) -> int | None:
    """The quotation right before or after the cue and its subject, if it has words enough."""
    toks, frame = clause.sentence.toks, clause.frame
    low = toks.starts[min(frame.first, frame.subject[0] if frame.subject else frame.first)]
    for q in near:
        quotation = reading.quotations[q]
        words_in = len(reading.text[quotation.start : quotation.end].split())
        if words_in < 3:
            continue
        between = reading.text[quotation.end : low] if quotation.end <= low else None
        if between is not None and not between.strip(" \n\r\t,–—-.\xa0"):
            return q
        after = toks.ends[clause.last]
        if clause.inverted:
            after = toks.ends[frame.subject[1] - 1]
        if quotation.start >= after:
            gap = reading.text[after : quotation.start]
            if len(gap.split()) <= 6:
                return q
    return None


def _after(clause: Clause) -> tuple[int, int] | None:
    """The content that follows a cue, to the end of its sentence."""
    toks = clause.sentence.toks
    first = clause.last + 1
    size = len(toks.lower)
    if clause.inverted:
        return None
    if first < size and clause.cue.cue.split()[0] in RECIPIENT:
        for k in range(first, min(first + 8, size)):
            if toks.lower[k] in ("that", "to") or toks.lower[k] in '"“«':
                first = k
                break
    while first < size and toks.lower[first] in (",", ":", "that"):
        first += 1
    last = size - 1
    while last >= first and toks.raw[last] in ".!?;:,":
        last -= 1
    if last < first:
        return None
    return toks.starts[first], toks.ends[last]


def _before(clause: Clause) -> tuple[int, int] | None:
    """The content before a subject and its cue: "The road was never safe, wrote ..."."""
    toks, frame = clause.sentence.toks, clause.frame
    first = frame.first if clause.inverted or not frame.subject else frame.subject[0]
    if first < 3 or toks.raw[first - 1] not in ',"”»’–—?!':
        return None
    return toks.starts[0], toks.ends[first - 2]


def _closes(clause: Clause) -> bool:
    """Whether nothing follows the cue that it could govern: the sentence ends, or a time does."""
    toks = clause.sentence.toks
    following = toks.lower[clause.last + 1] if clause.last + 1 < len(toks.lower) else "."
    return following in ".,;!?" or following in (
        "on",
        "in",
        "at",
        "after",
        "during",
        "here",
        "late",
    )


def _carry_over(reading: Reading) -> None:
    """A quotation without a cue of its own goes to the speaker of the one before it."""
    previous: Statement | None = None
    for index, quotation in enumerate(reading.quotations):
        if index in reading.speakers:
            previous = reading.speakers[index]
            continue
        size = len(reading.text[quotation.start : quotation.end].split())
        if size < 4:
            continue
        before = max(
            (s for s in reading.statements if s.cue[0] < quotation.start),
            key=lambda s: s.cue[0],
            default=None,
        )
        speaker = previous if quotation.continued else before
        if speaker is None:
            continue
        holder = Holder(
            speaker.holder.name,
            "speaker of the quotation before",
            speaker.holder.start,
            speaker.holder.end,
        )
        statement = Statement(
            quotation.start, quotation.end, holder, None, speaker.cue, speaker.entry, "direct"
        )
        reading.speakers[index] = previous = statement
        reading.statements.append(statement)
