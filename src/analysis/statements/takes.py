"""One stance in one sentence: of whom, in which words, towards what."""

import re
from typing import NamedTuple

from analysis.statements.holders import Holder
from analysis.statements.phrases import Words
from analysis.statements.sentences import Sentence, Statement
from analysis.statements.words import as_set

__all__ = [
    "OWN_SUBJECTS",
    "Take",
    "asks",
    "denial_after",
    "denies_plan",
    "is_reported",
    "make_take",
]

OWN_SUBJECTS = as_set("we i our my")
ENDING = re.compile('[,;:.WK"—(]')
TARGET_WORDS = 14  # an object as short as a reader quotes it


class Take(NamedTuple):
    """One stance in one sentence."""

    holder: Holder
    cue: tuple[int, int]
    stance: str
    strength: int
    negated: bool
    target: tuple[int, int] | None
    how: str  # verb, noun, adjective, duty, will, judgement, said
    statement: Statement | None
    reported_by: str


def make_take(
    sentence: Sentence,
    holder: Holder,
    first: int,
    last: int,
    stance: str,
    strength: int,
    negated: bool,
    after: int,
    how: str,
    statement: Statement | None,
) -> Take:
    words = sentence.words
    if last + 1 < len(words.raw) and words.raw[last + 1].rstrip() in ("'t", "’t"):
        after, last = max(after, last + 1), last + 1  # "isn't" is quoted whole
    cue = sentence.offsets(first, last + 1)
    target = _target(sentence, after + 1)
    return Take(holder, cue, stance, strength, negated, target, how, statement, "")


def _target(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """The object after a cue: from its first noun to the next mark or clause."""
    words = sentence.words
    size = len(words.tags)
    if words.lower[first : first + 1] == ["in"] and "terms" in words.lower[first + 2 : first + 6]:
        first = words.lower.index("terms", first) + 1  # "condemn in the strongest terms the raid"
    while first < size and (words.tags[first] in ",:TPA" or words.lower[first] in ("that", "что")):
        first += 1
    mark = ENDING.search(words.tags, first, first + TARGET_WORDS)
    end = mark.start() if mark else min(first + TARGET_WORDS, size)
    while end > first and words.tags[end - 1] in "CPD":
        end -= 1
    return sentence.offsets(first, end) if end > first else None


def denial_after(words: Words, at: int) -> int:
    """The "not" or "never" that denies a verb, the verb itself where none does."""
    for j in range(at + 1, min(at + 4, len(words.tags))):
        if words.tags[j] == "N" and words.lower[j + 1 : j + 2] != ["only"]:
            return j
        if words.lower[j - 1 : j + 1] == ["no", "longer"]:
            return j
        if words.tags[j] != "A" and words.lower[j] != "no":
            break
    return at


def denies_plan(words: Words, last: int) -> bool:
    """Whether what is planned is not to be: "promised not to pay", "vowed that it would not"."""
    if words.tags[last + 1 : last + 2] == "N":
        return words.lower[last + 2 : last + 3] != ["only"]
    modal = words.tags.find("M", last + 1)
    plain = modal > last and not set(words.tags[last + 2 : modal]) & set(",;:KWBHT")
    return plain and denial_after(words, modal) > modal


def is_reported(sentence: Sentence, statement: Statement | None) -> bool:
    """Whether a past "said" stands before what it reports, where "would" is a "will"."""
    if statement is None or statement.mode == "direct":
        return False
    clause = statement.clause
    return clause.sentence is sentence and clause.form == "past"


def asks(sentence: Sentence) -> bool:
    """Whether a sentence is a question; one for effect may condemn, but asks for no act."""
    return "?" in sentence.words.raw[-2:]
