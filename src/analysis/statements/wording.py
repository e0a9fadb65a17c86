"""The words of a statement as a reader marks them: the whole name, the whole verb.

The grammar needs only the head of a name and the bare verb. A reader takes more of both: the title
and the apposition ("Dana Orlik, a strategist for the Orchard Party"), the auxiliaries and the
negation ("has never denied"); and "to" before a verb goes with what is said ("plan" + "to strike").
"""

import re

from analysis.statements.frames import Frame
from analysis.statements.nouns import THINGS, can_speak, head_of
from analysis.statements.phrases import Words
from analysis.statements.sentences import Clause
from analysis.statements.words import TIMES, as_set

__all__ = ["apposition", "cue_words", "holder_words", "is_infinitive", "is_name"]

# Words before a number that belong to it: "about 60 percent of islanders".
ROUGHLY = as_set("about around approximately nearly almost roughly some over only least most than")
ROUGH_STARTS = as_set("at more fewer less")  # "at least", "more than"
TOGETHER = as_set("he she they we i you")  # "he and Premier Lund"
LIFELESS = THINGS | TIMES
APPOSED = re.compile(r"(?:D?A?[nUdg#S\-/&]+|P+T?|T(?=[DU])|C|\([^()]*\)|,(?=C|[DU]))+")


def cue_words(clause: Clause) -> tuple[int, int]:
    """The first and last word of a cue with its auxiliaries, negation and particle.

    An object inside a cue is content: "want" + "both sides to talk".
    """
    first, last, frame, words = clause.first, clause.last, clause.frame, clause.sentence.words
    if frame.kind not in ("noun", "according", "infinitive"):
        start = frame.first
        while start < first and words.tags[start] in "AT,":
            start += 1
        first = start
    if frame.kind == "agent":
        last = words.lower.index("by", last)
    to = last > first and frame.kind != "according" and words.lower[last] == "to"
    if to and is_infinitive(words, last):
        last = clause.first if clause.cue.rest[0] == "*" else last - 1
    if last > first and words.lower[last] == "that":
        last -= 1
    return first, last


def is_infinitive(words: Words, to: int) -> bool:
    """Whether a verb follows a "to": "agreed to publish", but not "agreed to changes".

    >>> words = Words(["to", "jointly", "publish"], [], "TAn"), Words(["to", "changes"], [], "Tn")
    >>> [is_infinitive(one, 0) for one in words]
    [True, False]
    """
    at = to + 1
    while words.tags[at : at + 1] in ("A", '"'):
        at += 1
    tag = words.tags[at : at + 1]
    return tag in ("B", "H", "G") or (tag == "n" and not _plural(words.lower[at]))


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in ("focus", "discuss")


def holder_words(words: Words, frame: Frame) -> tuple[int, int] | None:
    """The words that name a holder, title and apposition with them: first and one past the last."""
    if frame.subject is None:
        return None
    first, end = frame.subject
    tags, lower = words.tags, words.lower
    if tags[first] == "#":
        while first and lower[first - 1] in ROUGHLY and tags[first - 1] in "APn":
            first -= 1
        if first and lower[first] in ("least", "most", "than") and lower[first - 1] in ROUGH_STARTS:
            first -= 1
    elif first and lower[first - 1] == "one" and tags[first] in "nd":
        first -= 1
    elif first > 1 and tags[first - 1] == "C" and lower[first - 2] in TOGETHER:
        first -= 2
    end = _past_brackets(tags, end)
    beside = apposition(words, frame)
    return first, beside[1] if beside else end


def _past_brackets(tags: str, end: int) -> int:
    """Past a short form in brackets: "the Lowland Pact Secretariat (LPS)"."""
    match = tags[end : end + 1] == "(" and BRACKETS.match(tags, end)
    return match.end() if match else end


BRACKETS = re.compile(r"\([U#n&]{1,4}\)")


def apposition(words: Words, frame: Frame) -> tuple[int, int] | None:
    """The noun phrase set beside a subject: "Edda Rowan, the harbour minister, said".

    A relative clause, a participle or a time beside it is none.
    """
    tags, lower = words.tags, words.lower
    if tags[frame.subject[1] : frame.subject[1] + 1] not in (",", "("):
        return None
    end = _past_brackets(tags, frame.subject[1])
    first = end + 1
    if tags[end : end + 1] != "," or tags[first : first + 1] in tuple("PTC,(gdAWK"):
        return None
    match = APPOSED.match(tags, first + (lower[first : first + 1] == ["one"]))
    if not match:
        return None
    last = match.end()
    if frame.first > end:
        last = min(last, frame.first)
    while last > first and tags[last - 1] in "CPT,":
        last -= 1
    if last <= first or tags[last : last + 1] not in ("", *',.;:"W—(K)'):
        return None
    if lower[first] >= "а" and tags[last : last + 1] != ",":
        return None  # "По мнению посла, договор открыт"
    head = lower[head_of(lower, tags, first, last)]
    if not can_speak(lower, tags, first, last) and (
        tags[first] != "D" or head in LIFELESS or "U" not in tags[slice(*frame.subject)]
    ):
        return None
    return first, last


def is_name(words: Words, span: tuple[int, int]) -> bool:
    """Whether a noun phrase is nothing but a proper name: "Oren Talvik"."""
    return set(words.tags[slice(*span)]) <= {"U", "-"}
