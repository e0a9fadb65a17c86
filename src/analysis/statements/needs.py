"""Needs and fixed phrases: "it is necessary to", "there is a need for", "the time has come".

They stand in no clause of a cue and count only where somebody speaks.
"""

from collections.abc import Iterator

from analysis.statements.holders import Holder
from analysis.statements.sentences import Sentence, Statement
from analysis.statements.takes import Take, make_take
from analysis.statements.words import as_set

__all__ = ["URGENT", "of_needs", "of_part", "of_phrases"]

NEEDFUL = as_set("essential necessary urgent imperative crucial vital")
WEIGHTY = as_set("important critical indispensable paramount key fundamental")
URGENT = NEEDFUL | WEIGHTY


def of_needs(sentence: Sentence, voice: Holder, statement: Statement | None) -> Iterator[Take]:
    """ "It is absolutely necessary to" calls, whatever adverb stands in it.

    "It is important to" asserts an importance; "it is important for all sides to" calls on them,
    and so does a need that is said to be there.
    """
    words = sentence.words
    need = _needed(words) if "need" in words.present else None
    if need is not None:
        yield make_take(sentence, voice, need, need, "call", 3, False, need, "phrase", statement)
    for first, last, _ in sentence.judged:
        if words.lower[first] not in URGENT:
            continue
        j = first - 1
        while j >= 0 and words.tags[j] in "ABM":
            j -= 1
        following = last + 1
        while words.tags[following : following + 1] == "A" or words.lower[
            following : following + 1
        ] == ["today"]:
            following += 1
        after = words.lower[following : following + 1]
        if j >= 0 and words.lower[j] == "it":
            said = words.lower[following + 1 : following + 2] in EMPHASIS
            if after in (["to"], ["that"], ["for"]) and not said:
                on_others = after == ["for"] and "T" in words.tags[last + 2 : last + 8]
                call = on_others or words.lower[first] in NEEDFUL
                stance, strength = ("call", 3) if call else ("affirm", 2)
                yield make_take(
                    sentence, voice, first, last, stance, strength, False, last, "phrase", statement
                )


def _needed(words) -> int | None:
    """The "need" that is said to be there: "there is an undeniable need to", but "no need"."""
    at = words.lower.index("need")
    j = at - 1
    while j >= 0 and words.tags[j] in "nAdg" and at - j < 5:
        j -= 1
    before = words.tags[max(j - 4, 0) : j].rstrip("A")
    there = "there" in words.lower[max(j - 5, 0) : j]
    return at if there and words.lower[j] in ("a", "an") and before[-1:] == "B" else None


def of_phrases(sentence: Sentence, voice: Holder, statement: Statement | None) -> Iterator[Take]:
    for first, last, cue in sentence.fixed:
        emphasis = cue.stance == "call" and sentence.words.lower[last + 1 : last + 2] in EMPHASIS
        if first and sentence.words.lower[first - 1] in ("what", "as", "if", "where", "when"):
            continue  # "whatever is needed", "as is necessary"
        lets = sentence.words.lower[first : first + 2] == ["let", "us"]
        if lets and first and sentence.words.tags[first - 1] in "MTnUdR":
            continue  # "this would let us travel"
        if cue.stance and cue.kind == "phrase" and not emphasis:
            yield make_take(
                sentence, voice, first, last, cue.stance, cue.strength, False, last, "phrase",
                statement,
            )  # fmt: skip


def of_part(sentence: Sentence, voice: Holder, statement: Statement | None) -> list[Take]:
    """ "This includes opening the port": a part of what was announced before."""
    words = sentence.words
    if words.lower[:2] != ["this", "includes"] or words.tags[2:3] != "g":
        return []
    return [make_take(sentence, voice, 0, 1, "commit", 1, False, 1, "phrase", statement)]


EMPHASIS = [
    [word]
    for word in (
        *("emphasize", "emphasise", "stress", "note", "underline", "recall", "say"),
        *("подчеркнуть", "отметить", "напомнить", "сказать", "указать", "признать"),
    )
]
