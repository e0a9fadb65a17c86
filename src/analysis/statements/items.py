"""Items of a list, which go on with the sentence that leads to them.

"We will: 1. Build a dam. 2. Train the pilots." has one subject and one plan; each item begins with
a bare verb and takes the stance of its lead, as long as such items follow. After "to:" any word
that begins an item is such a verb.
"""

import re
from collections.abc import Sequence

from analysis.statements.sentences import Sentence
from analysis.statements.takes import Take, make_take
from analysis.statements.verbs import PLANNED

__all__ = ["as_item", "begins_item", "lead_of", "past_mark"]

MARK = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|[•▪*–—-])\s+(?=\w)")
LEADING = ("call", "commit", "decide")


def past_mark(text: str, start: int, end: int) -> int:
    """Where the words of a sentence begin: its number in a list is no part of what it says.

    >>> past_mark("2. We will build a dam.", 0, 23), past_mark("We will.", 0, 8)
    (3, 0)
    """
    if text[start].isupper():
        return start
    mark = MARK.match(text, start, end)
    return mark.end() if mark else start


def begins_item(lower: Sequence[str], tags: str) -> int | None:
    """The bare verb that an item begins with, past its mark; None for any other sentence."""
    words = [at for at, tag in enumerate(tags[:5]) if tag in "nUAdg" and lower[at].isalpha()]
    at = next((at for at in words[:2] if lower[at] in PLANNED), None)  # "further collaborate"
    if at is None or set(tags[:at]) & set("DRMPBH"):  # "these measures will help"
        return None
    return at if tags[at + 1 : at + 2] in tuple("DnAUCTRgdP#") else None


def lead_of(sentence: Sentence, takes: Sequence[Take]) -> Take | None:
    """The stance that a sentence hands on to the items after its colon."""
    if sentence.words.raw[-1] != ":":
        return None
    take = next((take for take in reversed(takes) if take.stance in LEADING), None)
    if take and take.how == "duty":  # "we must act in these ways": what "we" mean to do
        at = sentence.starts.index(take.cue[0])
        if sentence.words.lower[at - 1 : at] == ["we"]:
            return take._replace(stance="commit")
    return take


def as_item(sentence: Sentence, lead: Take, *, bare: bool = False) -> Take | None:
    """What an item takes from its lead; `bare` where its first word can but be a verb."""
    words = sentence.words
    at = _first_word(words.lower, words.tags) if bare else begins_item(words.lower, words.tags)
    if at is None:
        return None
    return make_take(
        sentence, lead.holder, at, at, lead.stance, lead.strength, False, at, lead.how,
        lead.statement,
    )  # fmt: skip


def _first_word(lower: Sequence[str], tags: str) -> int | None:
    """The verb that begins an item after "to:", past its mark and adverbs.

    >>> _first_word(["•", "retain", "the", "toll"], "•nDn"), _first_word(["the", "toll"], "Dn")
    (1, None)
    """
    letter = lower[1:2] in ([")"], ["."]) or lower[:1] == ["("]
    at = next((i for i in range(2 * letter, len(tags)) if lower[i].isalpha() and tags[i] != "A"), 0)
    return at if tags[at] in "nUBHG" else None
