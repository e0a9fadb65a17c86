"""Noun phrases: the one that ends before a verb, and the one that begins after it.

They are matched on the string of word classes (see `words`), a letter a word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.statements.nouns import MEASURED, can_speak, head_of
from analysis.statements.words import TIMES, as_set

__all__ = ["Words", "is_measure", "noun_phrase_after", "subject_before"]

_NOUNS = r"D*(?:A(?=[nUdgD]))?[nUdg#S\-/]++"
NOUN_PHRASE = rf"(?:{_NOUNS}|R(?=P))(?:(?:P+T?|T(?=[DU])|,?C|,){_NOUNS}|P+R|\([^()]*\))*+"
SUBJECT = re.compile(NOUN_PHRASE + "$")
NOMINAL = "DAnUdg#S-/RPTC,"  # all that stands in a noun phrase outside brackets
OBJECT = re.compile(rf"{_NOUNS}(?:\([^()]*\)|[PC]{_NOUNS})*")


@dataclass(slots=True)
class Words:
    """One sentence cut into words: in lower case, as written, and one letter of class for each."""

    lower: list[str]
    raw: Sequence[str]
    tags: str
    present: set[str] = field(init=False)  # in lower case, to be compared with a list of words

    def __post_init__(self) -> None:
        self.present = set(self.lower)


OPENING = "PTKg"  # "To mark the day, Lorn and Karst agreed": an opening ends at its comma


def subject_before(found: Words, low: int, last: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a word, as (first, one past the last)."""
    tags = found.tags
    if last < low or last < 0:
        return None
    before = tags[low : last + 1].rstrip(NOMINAL)
    begins = low if before.endswith(")") else low + len(before)  # brackets may hold anything
    match = SUBJECT.search(tags, begins, last + 1)
    if not match:
        return None
    first, end = match.span()
    for at in range(first + 1, end):  # "after he and Premier Lund": a clause begins there
        if tags[at] == "R" and tags[at - 1] == "P" and found.lower[at] in NOMINATIVE:
            first = at
    chunk = tags[first:end]
    before = tags[first - 1] if first > low else ""
    while "," in chunk:
        comma = chunk.find(",")
        listed = comma > 0 and "C" in chunk[comma:] and "U" in chunk[:comma] and before != "P"
        listed = listed and not (first and tags[0] in OPENING and "," not in tags[:first])
        if listed:
            break
        first += comma + 1
        chunk = tags[first:end]
        before = ","
    if before == "g":
        return None  # "joining the alliance will ...": the subject is a doing, not somebody
    if "C" in chunk and (before in ("B", "M", "H", "R", "P", "G") or _holds_verb(chunk)):
        first += chunk.rindex("C") + 1
    cut = max(tags.rfind(",C", first, end) + 1, tags.rfind("CD", first, end))
    if cut > first and not can_speak(found.lower, tags, first, cut):
        first = cut + 1  # "to the end of the pact, and the ministers": these alone
    while first < end and tags[first] in "AC,P-/S":
        first += 1
    if first + 2 < end and found.lower[first] in WHICH_TIME and found.lower[first + 1] in TIMES:
        first += 2  # "last night Lorn": the time is no part of the name
    return (first, end) if first < end else None


NOMINATIVE = as_set("he she they we i")
WHICH_TIME = as_set("last this next one every each")


def _holds_verb(chunk: str) -> bool:
    """Whether a verb seems to stand before the last "and": "signed the order and the board"."""
    return bool(VERB_INSIDE.search(chunk, 0, chunk.rindex("C")))


VERB_INSIDE = re.compile(r"[nU#]d[DPn]")


def noun_phrase_after(found: Words, first: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a word: the subject of "said Dana Orlik"."""
    if found.tags[first : first + 1] == "R":
        return first, first + 1
    match = OBJECT.match(found.tags, first)
    return match.span() if match else None


def is_measure(words: Words, at: int) -> bool:
    """Whether what stands before the verb is a measure."""
    subject = subject_before(words, 0, at - 1)
    return (
        subject is not None and words.lower[head_of(words.lower, words.tags, *subject)] in MEASURED
    )
