"""What is read in a document: its sentences cut into words, their clauses, its statements.

Each sentence keeps its words in three ways (in lower case, as written, one letter of class each),
the cues they may begin and the quotations that touch it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, takewhile

from analysis.patterns import FoldedText
from analysis.statements.frames import Frame
from analysis.statements.holders import Holder
from analysis.statements.lexicon import Cue, Lexicon, Told
from analysis.statements.phrases import Words
from analysis.statements.quotes import Quotation
from analysis.statements.verbs import ASSERTING, COMMANDS, PLANNED

__all__ = [
    "Clause",
    "Reading",
    "Sentence",
    "Statement",
    "cut_sentences",
    "listed_sentences",
    "quoted_sentences",
]


@dataclass(slots=True)
class Sentence:
    """One sentence of the body that carries a cue or a part of a quotation."""

    number: int
    start: int
    end: int
    words: Words
    starts: list[int]
    hits: list[tuple[int, Told]]  # word number, what the word tells: possible cues with forms
    judged: list[tuple[int, int, Cue]]  # words of judgement: first and last word
    fixed: list[tuple[int, int, Cue]]  # fixed phrases: first and last word
    quotes: list[int]  # numbers of the quotations that touch it
    verbs: set[int]  # words that a cue makes a finite verb
    clauses: list["Clause"] = field(default_factory=list)
    voice: Holder | None = None  # who speaks here where nobody else does
    # By the place of each "will": the words of its subject, and whom they name.
    wills: dict[int, tuple[tuple[int, int], Holder | None]] = field(default_factory=dict)

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
    patient: tuple[int, int] | None = None  # of a passive: the words for what is judged

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
    voice: Holder | None = None  # who speaks where nobody else does: the author of an own text
    sentences: dict[int, Sentence] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    speakers: dict[int, Statement] = field(default_factory=dict)  # by quotation
    lists: dict[int, list[int]] = field(default_factory=dict)  # items by the sentence "... to:"


def quoted_sentences(reading: Reading) -> dict[int, list[int]]:
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


LEADING = re.compile(r"\bto:[ \t]*\n")
ITEM = re.compile(r"(?:[-–—•*·▪◦●■►]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s|[a-z]")


def listed_sentences(reading: Reading) -> dict[int, list[int]]:
    """The sentences that begin the items after "to:", by the sentence that leads to them.

    An item is a paragraph that begins with a mark or a small letter, as the first does; one that
    begins with a capital ends them.
    """
    starts = [start for start, _ in reading.spans]
    found: dict[int, list[int]] = {}
    for match in LEADING.finditer(reading.text):
        after = [start for start, _ in reading.paragraphs if start >= match.end()]
        items = [*takewhile(lambda start: ITEM.match(reading.text, start), after)]
        small = [reading.text[start].islower() for start in items]
        items = [start for start, one in zip(items, small, strict=True) if one == small[0]]
        lead = bisect_right(starts, match.start()) - 1
        if lead >= 0:
            found[lead] = [bisect_right(starts, start) - 1 for start in items]
    return found


def cut_sentences(
    reading: Reading, lexicon: Lexicon, quoted: dict[int, list[int]], body: FoldedText, low: int
) -> Iterator[Sentence]:
    """The sentences worth reading, cut into words with their hits."""
    text, vocabulary = reading.text, lexicon.vocabulary
    begins = [start for start, _ in reading.spans]
    fixed: dict[int, list[tuple[int, int, Cue]]] = {}
    for index, start, end in lexicon.phrases.find_folded(body):
        number = bisect_right(begins, start + low) - 1
        fixed.setdefault(number, []).append((start + low, end + low, lexicon.fixed[index]))
    listed = set(chain.from_iterable(reading.lists.values()))
    cut = [vocabulary.cut(text, start, end) for start, end in reading.spans]
    # Words inside a sentence: one of them with a capital is a name where a sentence begins with it.
    (author, *_), _ = vocabulary.cut(reading.author, 0, len(reading.author))
    inside = set(author).union(*[read[0][2:] for read, _ in cut])
    for number, ((raw, lower, tags, told), starts) in enumerate(cut):
        start, end = reading.spans[number]
        shouted = len(raw) > 4 and not raw[1].islower() and text[start:end].isupper()
        if shouted:  # "WE CALL FOR A TRUCE"
            _, lower, tags, told = vocabulary.read([word.lower() for word in raw])
        elif _is_title(raw):  # "Lorn and Karst Sign an Accord"
            known = [word.lower() if word.lower() in lexicon.words else word for word in raw]
            _, lower, tags, told = vocabulary.read(known)
        if not raw or not (
            told
            or number in fixed
            or number in quoted
            or number in listed
            or "M" in tags
            or "HT" in tags
            or (reading.own and _may_tell(lower))
        ):
            continue
        verbs = {at for at, word in told if word.verb}
        judged = [(at, at, cue) for at, word in told for cue in word.judgements]
        if tags[0] in OPENINGS or "UA" in tags:
            known = any(at == (tags[0] in '"(S') for at, word in told[:2] if word.entries)
            tags = _without_opening_capital(raw, tags, inside, known)
        words, quotes = Words(lower, raw, tags), quoted.get(number, [])
        sentence = Sentence(number, start, end, words, starts, told, judged, [], quotes, verbs)
        for a, b, cue in fixed.get(number, ()):
            if b <= end:
                first = bisect_left(starts, a)
                last = bisect_left(starts, b) - 1
                place = sentence.judged if cue.kind == "judgement" else sentence.fixed
                if last >= first:  # no part of a word with a hyphen
                    place.append((first, last, cue))
        yield sentence


def _is_title(raw: Sequence[str]) -> bool:
    """Whether a line is written as titles are: a capital for each word but the small ones."""
    if not (raw and raw[-1].isalnum()):
        return False
    long = [word for word in raw if len(word) > 3]
    return len(long) > 3 and not any(word[0].islower() for word in long)


OPENINGS = 'U"(S'  # a capital that may be no name, or a mark before one


def _may_tell(lower: Sequence[str]) -> bool:
    """Whether a sentence without a cue may tell a view or give a command all the same."""
    told = not (ASSERTING.isdisjoint(lower) and COMMANDS.isdisjoint(lower))
    return told or not PLANNED.isdisjoint(lower[:4])


# Endings of words that begin a sentence without an article and are no names.
COMMON = re.compile(
    r"(?:s|ism|[ts]ion|ence|ance|ment|ity|ness|ing|ship|ture|th|cy|ty|logy|age|ed|ive|ous|ful|able"
    r"|ible|al|ure)$|^(?:History|Peace|War|Trade|Hunger|Water|Energy|Oil|Gas|Food|Crime|Science|Art"
    r"|Work|Life|Time|Money|Research|Rain|Diplomacy|Terror|Few|Two|Three|Four|Five|Half|Part|Aid)$"
)


def _without_opening_capital(raw: Sequence[str], tags: str, names: set[str], known: bool) -> str:
    """The classes of a sentence, where a capital at its beginning makes no name of a word.

    A word is common by its ending, as a cue (`known`), or where it stands elsewhere in small
    letters.
    """
    at = tags.find("UA") + 1
    while at:
        if raw[at][0].isupper() and raw[at].endswith("ly"):
            tags = f"{tags[:at]}U{tags[at + 1 :]}"  # "Mr Cleverly"
        at = tags.find("UA", at) + 1
    at = 1 if tags[:1] in ('"', "(", "S") else 0
    if tags[at : at + 1] == "U" and tags[at + 1 : at + 2] != "U" and raw[at] not in names:
        common = known or raw[at].lower() in names or COMMON.search(raw[at])
        if raw[at].isupper() or not common:
            return tags
        return f"{tags[:at]}n{tags[at + 1 :]}"
    return tags
