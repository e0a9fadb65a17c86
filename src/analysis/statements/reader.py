"""One document read for its clauses: which words of saying and taking a stance, by whom.

Sentences without any cue are passed over; in the others each hit is tried as a verb, an adjective
or a noun in its frame, and holders are resolved in the order of the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from analysis.patterns import FoldedText, fold
from analysis.statements.frames import (
    Frame,
    Words,
    adjective_frame,
    noun_phrase_after,
    owner_of,
    subject_before,
    verb_frame,
)
from analysis.statements.holders import UNRESOLVED, Actors, Focus, Holder, joint_names
from analysis.statements.lexicon import Cue, Entries, Lexicon
from analysis.statements.nouns import DOCUMENTS, SOURCES, can_speak, head_of
from analysis.statements.quotes import Quotation, find_quotations
from analysis.statements.voice import author_of, speaks_for_itself
from analysis.statements.words import OWN, TOKEN, as_set, tag_of

__all__ = ["Clause", "Reading", "Sentence", "Statement", "read_document"]

# Verbs that stand before their subject after a quotation: '..., said Dana Orlik'.
INVERTING = as_set(
    "say add write ask claim explain declare report recall warn note argue reply respond insist "
    "announce comment remark stress joke complain tweet concede admit recount assert read state "
    "conclude observe"
)
# Verbs that only somebody can do: whatever their subject is, it speaks.
SPEAKING = as_set(
    "say tell add claim argue insist deny allege vow pledge promise believe think complain joke "
    "quip remark boast brag confess admit concede condemn denounce urge criticize criticise "
    "accuse apologize apologise welcome reiterate reaffirm regret"
)
# Verbs that facts do too: history shows, the results prove.
SHOWN = as_set("show prove demonstrate testify teach confirm underscore reflect suggest indicate")


@dataclass(slots=True)
class Sentence:
    """One sentence of the body that carries a cue or a part of a quotation."""

    number: int
    start: int
    end: int
    words: Words
    starts: list[int]
    hits: list[tuple[int, Entries]]  # word number, possible cues with forms
    judged: list[tuple[int, int, Cue]]  # words of judgement: first and last word
    fixed: list[tuple[int, int, Cue]]  # fixed phrases: first and last word
    quotes: list[int]  # numbers of the quotations that touch it
    verbs: set[int] = field(default_factory=set)  # words that a cue makes a finite verb
    clauses: list["Clause"] = field(default_factory=list)

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of some words, one past the last one excluded."""
        starts = self.starts
        return starts[first], starts[last - 1] + len(self.words.raw[last - 1])


@dataclass(slots=True)
class Clause:
    """One cue in its frame, with its holder."""

    sentence: Sentence
    first: int  # first and last word of the cue
    last: int
    cue: Cue
    form: str
    frame: Frame
    holder: Holder | None = None
    quote: int = -1  # the quotation it stands in

    _span: tuple[int, int] | None = None

    @property
    def span(self) -> tuple[int, int]:
        if self._span is None:
            self._span = self.sentence.offsets(self.first, self.last + 1)
        return self._span


@dataclass(slots=True)
class Statement:
    """One attributed content."""

    start: int
    end: int
    clause: Clause
    mode: str
    holder: Holder
    words: tuple[int, int] | None  # offsets of the words that name the holder


@dataclass(slots=True)
class Reading:
    """What was read in one document."""

    text: str
    author: str
    own: bool
    spans: Sequence[tuple[int, int]]  # sentences of the body
    paragraphs: Sequence[tuple[int, int]]
    quotations: list[Quotation]
    sentences: dict[int, Sentence] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    speakers: dict[int, Statement] = field(default_factory=dict)  # by quotation


def read_document(
    text: str,
    spans: Sequence[tuple[int, int]],
    paragraphs: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    actors: Actors,
    title: str = "",
    author: str = "",
) -> Reading:
    """The clauses of one document; `spans` and `paragraphs` are those of its body."""
    low, high = spans[0][0], max(end for _, end in spans)
    body = text[low:high]
    folded = fold(body)
    who = author_of(title, author, body) or _named_first(title) or _named_first(body[:600])
    reading = Reading(text, who, False, spans, paragraphs, find_quotations(text, paragraphs))
    quoted = _quoted(reading)
    reading.own = speaks_for_itself(title, author, text, spans, quoted)
    named = [(row, a + low, b + low) for row, a, b in actors.find(folded)]
    begins = [start for _, start, _ in named]
    focus = Focus(author=who)
    for sentence in _sentences(reading, lexicon, quoted, folded, low):
        reading.sentences[sentence.number] = sentence
        here = named[bisect_left(begins, sentence.start) : bisect_left(begins, sentence.end)]
        _find_clauses(sentence, reading)
        for clause in sentence.clauses:
            _resolve(clause, focus, actors, here)
        focus.hear(here, actors, sentence.number)
    return reading


def _named_first(text: str) -> str:
    """The names a title or a text begins with, several joined: "X and Y reaffirm ..."."""
    raw = TOKEN.findall(text.rpartition(": ")[2])
    pairs = [tag_of(word) for word in raw]
    words = Words([pair[0] for pair in pairs], raw, "".join(pair[1] for pair in pairs))
    return joint_names(words)


def _quoted(reading: Reading) -> dict[int, list[int]]:
    """The quotations that touch each sentence."""
    starts = [start for start, _ in reading.spans]
    found: dict[int, list[int]] = {}
    for index, quotation in enumerate(reading.quotations):
        number = max(bisect_right(starts, quotation.start) - 1, 0)
        while number < len(starts) and starts[number] < quotation.end:
            if reading.spans[number][1] > quotation.start:
                found.setdefault(number, []).append(index)
            number += 1
    return found


def _sentences(reading: Reading, lexicon: Lexicon, quoted: dict, body: FoldedText, low: int):
    """The sentences worth reading, cut into words with their hits."""
    text, look = reading.text, lexicon.vocabulary.__getitem__
    begins = [start for start, _ in reading.spans]
    find = text.find
    fixed: dict[int, list[tuple[int, int, Cue]]] = {}
    for index, start, end in lexicon.phrases.find_folded(body):
        number = bisect_right(begins, start + low) - 1
        fixed.setdefault(number, []).append((start + low, end + low, lexicon.fixed[index]))
    cut = [TOKEN.findall(text, start, end) for start, end in reading.spans]
    # Words inside a sentence: one of them with a capital is a name where a sentence begins with it.
    inside = set(TOKEN.findall(reading.author)).union(*(raw[2:] for raw in cut))
    for number, raw in enumerate(cut):
        start, end = reading.spans[number]
        if not raw:
            continue
        lower, classes, entries, verbs, judged = zip(*map(look, raw), strict=True)
        tags = "".join(classes)
        cued = any(entries)
        if not (cued or number in fixed or number in quoted or "M" in tags or any(judged)):
            continue
        words = Words(list(lower), raw, _without_opening_capital(raw, tags, inside))
        starts, at = [], start
        for word in raw:  # nothing but white space stands between
            at = find(word, at)
            starts.append(at)
            at += len(word)
        sentence = Sentence(number, start, end, words, starts, [], [], [], quoted.get(number, []))
        if cued:
            sentence.hits = [(at, found) for at, found in enumerate(entries) if found]
            sentence.verbs = {at for at, _ in sentence.hits if verbs[at]}
        if any(judged):
            sentence.judged = [(at, at, cue) for at, found in enumerate(judged) for cue in found]
        for a, b, cue in fixed.get(number, ()):
            if b <= end:
                first = bisect_left(sentence.starts, a)
                last = bisect_left(sentence.starts, b) - 1
                place = sentence.judged if cue.kind == "judgement" else sentence.fixed
                if last >= first:  # no part of a word with a hyphen
                    place.append((first, last, cue))
        yield sentence


# Endings of words that begin a sentence without an article and are no names.
COMMON = re.compile(
    r"(?:s|ism|[ts]ion|ence|ance|ment|ity|ness|ing|ship|ture|th|cy|ty|logy|age|ed|ive|ous|ful|able"
    r"|ible|al|ure)$|^(?:History|Peace|War|Trade|Hunger|Water|Energy|Oil|Gas|Food|Crime|Science|Art"
    r"|Work|Life|Time|Money|Research|Rain|Diplomacy|Terror|Few|Two|Three|Four|Five|Half|Part|Aid)$"
)


def _without_opening_capital(raw: list[str], tags: str, names: set[str]) -> str:
    """The classes of a sentence, where a capital at its beginning makes no name of a word."""
    at = 1 if tags[:1] in ('"', "(", "S") else 0
    if tags[at : at + 1] == "U" and tags[at + 1 : at + 2] != "U" and raw[at] not in names:
        if raw[at].isupper() or not COMMON.search(raw[at]):
            return tags
        return f"{tags[:at]}n{tags[at + 1 :]}"
    return tags


def _find_clauses(sentence: Sentence, reading: Reading) -> None:
    """The cues that stand in a frame of their own, in order."""
    words = sentence.words
    low, earlier, done = 0, "", -1
    present = set(words.lower)
    verbs = sentence.verbs
    if "according" in present or not OPINIONS.isdisjoint(present):
        sentence.clauses += _according(sentence)
    if any(cue.kind != "phrase" for _, _, cue in sentence.fixed):
        sentence.clauses += _fixed(sentence)
    for at, entries in sentence.hits:
        if at <= done or (words.tags[at] == "U" and at and words.tags[at - 1] not in '".:'):
            continue
        for cue, form in entries:
            if cue.rest and cue.rest[0] not in present and cue.rest[0] != "*":
                continue
            if form in ("base", "s", "plural") and at + 1 in verbs and cue.kind == "verb":
                continue  # "member states reaffirm": the second is the verb
            if cue.cue == "continue to" and not verbs.isdisjoint(range(at + 2, at + 4)):
                continue  # "continue to support": the second says what is done
            clause = _clause(sentence, reading, at, cue, form, low, earlier)
            if clause is None:
                continue
            sentence.clauses.append(clause)
            done = clause.last
            if cue.kind != "noun" and clause.frame.kind != "infinitive":
                low, earlier = clause.last + 1, form
            break
    for quote in sentence.quotes:
        start, end = reading.quotations[quote].start, reading.quotations[quote].end
        for clause in sentence.clauses:
            if start <= sentence.starts[clause.first] < end:
                clause.quote = quote


OPINIONS = as_set("view opinion words eyes estimation telling")


def _fixed(sentence: Sentence) -> Iterator[Clause]:
    """Cues found whole: "in favour of", and the verbs of a language not inflected here."""
    words, low = sentence.words, 0
    for first, last, cue in sentence.fixed:
        if cue.language == "en" and cue.kind == "adjective":
            frame = adjective_frame(words, first, 0, "")
            if frame:
                yield Clause(sentence, first, last, cue, "base", frame)
            continue
        if cue.kind not in ("verb", "adjective"):
            continue
        j, negated = first - 1, False
        while j >= low and words.tags[j] in "AN":
            negated |= words.tags[j] == "N"
            j -= 1
        inverted = (
            noun_phrase_after(words, last + 1) if words.tags[j : j + 1] in (",", '"', "—") else None
        )
        if j > 0 and inverted:
            frame = Frame(first, inverted, negated, kind="inverted")
        elif j >= low and words.tags[j] in "C," and low:
            frame = Frame(first, None, negated, kind="shared")
        elif j >= low and words.tags[j] == "R":
            frame = Frame(first, (j, j + 1), negated)
        else:
            span = subject_before(words, low, j)
            if span is None and OWN_ENDING.search(words.lower[first]):
                span = (first, first + 1)  # the ending says "we"
            if span is None or (words.tags[span[1] - 1] == "n" and _ends_object(words, span)):
                continue
            frame = Frame(first, span, negated)
        yield Clause(sentence, first, last, cue, "past", frame)
        low = last + 1


OWN_ENDING = re.compile("(?:ем|ём|им)$")  # first person plural: "призываем", "осудим"
# Endings of adjectives and of the genitive plural: no subject of a verb stands in them alone.
NO_SUBJECT = re.compile("(?:ого|его|ому|ему|ыми|ими|ых|их|ой|ую|ым|им)$")


def _ends_object(words: Words, span: tuple[int, int]) -> bool:
    return span[1] - span[0] == 1 and bool(NO_SUBJECT.search(words.lower[span[0]]))


def _according(sentence: Sentence) -> Iterator[Clause]:
    """ "According to the ministry", "in the words of one witness", "in his view"."""
    words = sentence.words
    for at, word in enumerate(words.lower[:-2]):
        if word == "according" and words.lower[at + 1] == "to":
            last, owner = at + 1, noun_phrase_after(words, at + 2)
        elif (
            word == "in"
            and (at == 0 or words.tags[at - 1] in ',"')
            and "of" in words.lower[at + 2 : at + 4]
            and OPINIONS.intersection(words.lower[at + 1 : at + 3])
        ):
            last = words.lower.index("of", at + 2)
            owner = noun_phrase_after(words, last + 1)
        elif word == "in" and OPINIONS.intersection(words.lower[at + 2 : at + 6]):
            last = next(k for k in range(at + 2, len(words.lower)) if words.lower[k] in OPINIONS)
            owner = owner_of(words, last, last)
        else:
            continue
        if owner and can_speak(words.lower, words.tags, *owner):
            yield Clause(
                sentence, at, last, SAYING, "according", Frame(at, owner, kind="according")
            )


SAYING = Cue("according to", "phrase", "", 1, "en", (), "according")


def _clause(
    sentence: Sentence, reading: Reading, at: int, cue: Cue, form: str, low: int, earlier: str
) -> Clause | None:
    words = sentence.words
    last = _rest(words, at, cue.rest)
    if last is None:
        return None
    if cue.kind in ("verb", "courtesy"):
        frame = _inverted(words, at, last, cue) or verb_frame(words, at, last, form, low, earlier)
        if frame and frame.passive:
            frame = _with_agent(words, frame, last)
        if frame and frame.subject and cue.stance == "decide" and not frame.passive:
            head = head_of(words.lower, words.tags, *frame.subject)
            if words.lower[head] in DOCUMENTS:
                return None  # a declaration is signed, it does not sign
        if frame and frame.subject and reading.own and cue.head in SHOWN:
            head = words.lower[head_of(words.lower, words.tags, *frame.subject)]
            if head in SOURCES:  # in a speech "history shows" is the speaker's own view
                return Clause(sentence, at, last, cue, "thing", frame)
        if frame and frame.kind == "main" and not _somebody(words, frame, cue):
            return Clause(sentence, at, last, cue, "thing", frame)
        return Clause(sentence, at, last, cue, form, frame) if frame else None
    if cue.kind == "adjective":
        frame = adjective_frame(words, at, low, earlier)
        return Clause(sentence, at, last, cue, form, frame) if frame else None
    following = words.lower[last + 1 : last + 2]
    owner = owner_of(words, at, last) if cue.stance or following in (["that"], ["to"]) else None
    if owner:
        return Clause(sentence, at, last, cue, "noun", Frame(at, owner, kind="noun"))
    return None


def _with_agent(words: Words, frame: Frame, last: int) -> Frame:
    """A passive with the one who acts, if "by" names one: "was condemned by the council"."""
    for by in range(last + 1, min(last + 4, len(words.lower))):
        if words.lower[by] == "by":
            agent = noun_phrase_after(words, by + 1)
            if agent and can_speak(words.lower, words.tags, *agent):
                return replace(frame, subject=agent, passive=False, kind="agent")
    return frame


def _somebody(words: Words, frame: Frame, cue: Cue) -> bool:
    """Whether the subject can do what the verb says."""
    first, last = frame.subject
    if can_speak(words.lower, words.tags, first, last):
        head = words.lower[head_of(words.lower, words.tags, first, last)]
        return head not in SOURCES or cue.kind == "verb"
    if words.lower[first] == "it":
        return True
    return cue.head in SPEAKING and words.tags[first] not in "D#"


def _rest(words: Words, at: int, rest: Sequence[str]) -> int | None:
    """The last word of a cue of several words; adverbs may stand between, an object for `*`."""
    j, gap, allowed = at, 2, "A"
    for word in rest:
        j += 1
        if word == "*":  # a few words of the object: "dedicate ourselves to"
            if words.tags[j : j + 1] not in tuple("nUdDAR#g"):
                return None
            gap, allowed = 5, "nUdDAR#Sg"
            continue
        end = min(j + 1 + gap, len(words.lower))
        while j < end and words.lower[j] != word:
            if words.tags[j] not in allowed:
                return None
            j += 1
        if j >= end:
            return None
        gap, allowed = 2, "A"
    return j


def _inverted(words: Words, at: int, last: int, cue: Cue) -> Frame | None:
    """'"...," said Dana Orlik': the subject follows."""
    if cue.rest or at == 0 or cue.cue not in INVERTING or words.tags[at - 1] not in ',".S':
        return None
    if words.tags[at - 1] == "S" and words.raw[at - 1] not in "’'":
        return None
    span = noun_phrase_after(words, last + 1)
    if span is None or not can_speak(words.lower, words.tags, *span):
        return None
    return Frame(at, span, kind="inverted")


def _resolve(clause: Clause, focus: Focus, actors: Actors, here: list) -> None:
    """The holder of one clause, in the order of the text."""
    frame, sentence = clause.frame, clause.sentence
    if frame.kind in ("shared", "infinitive", "participle"):
        others = [
            c
            for c in sentence.clauses
            if c is not clause and c.frame.subject and c.form != "according"
        ]
        before = [c for c in others if c.first < clause.first]
        if frame.kind == "participle":
            after = [c for c in others if c.first > clause.first]
            main = before[-1:] or after[:1]
            if main and main[0].holder is None:
                _resolve(main[0], focus, actors, here)
            clause.holder = main[0].holder if main else None
        elif before:
            clause.holder = before[-1].holder
        return
    if frame.subject is None or clause.holder is not None:
        return
    first, last = frame.subject
    start, end = sentence.offsets(first, last)
    word = sentence.words.lower[first]
    if last == first + 1 and OWN_ENDING.search(word) and first == clause.first:
        word = "мы"
    if last == first + 1 and word in OWN and clause.quote >= 0:
        clause.holder = Holder("", f"speaker {clause.quote}", start, end)
        return
    if frame.kind == "noun" and word in ("his", "her", "its", "their"):
        before = [c for c in sentence.clauses if c.first < clause.first and c.frame.subject]
        if before and before[-1].holder:
            clause.holder = before[-1].holder
            return
    if word == "мы":
        name = focus.author or UNRESOLVED
        clause.holder = Holder(name, "author" if focus.author else "no author known", start, end)
        return
    inside = [hit for hit in here if start <= hit[1] and hit[2] <= end]
    clause.holder = focus.resolve(
        sentence.words, (first, last), (start, end), actors, inside, sentence.number
    )
