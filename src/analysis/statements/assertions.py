"""What a speaker asserts without any verb of saying: a judgement, a forecast, a state of things.

"Such raids are cruel" and "inflation is expected to fall" are views of whoever speaks. They show in
a word of judgement, or in the verb: a present "is", "belongs" or "has the right", a "can", "may" or
"will" said of things. What is told in the past, or measured, is no view.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from analysis.statements.holders import Holder
from analysis.statements.lexicon import Cue
from analysis.statements.phrases import Words, is_measure
from analysis.statements.predicates import COURTESIES, assertion
from analysis.statements.sentences import Sentence, Statement
from analysis.statements.takes import Take, asks, denial_after, make_take
from analysis.statements.verbs import PRESENT
from analysis.statements.words import QUANTITIES, as_set

__all__ = ["of_evaluation", "of_views"]

NOW = PRESENT - as_set("has have") | as_set("become becomes")
PERFECT = as_set("has have 've")
PAST = as_set(
    "was were had did has have began came fell gave held left led lost made "
    "met rose said saw sent stood took told went won wrote brought became broke fought"
)


def of_views(
    sentence: Sentence, voice: Holder, statement: Statement | None, *, speaks: bool
) -> Iterator[Take]:
    """The view a sentence tells without a cue: its strongest judgement, or how things are.

    Where somebody `speaks`, the verb may assert alone; weak words (strength 1), which may stand in
    any account, count only where it does not.
    """
    words = sentence.words
    if _greets(words):
        return
    verb = assertion(sentence) if speaks else None
    judged = [
        one for one in sentence.judged if words.tags[one[0]] != "U" or one[0] == 0
    ]  # a word in a name judges nothing
    judged = [one for one in judged if not (_counts(words, one[1]) or _is_term(words, one[0]))]
    if asks(sentence):
        judged = [one for one in judged if one[2].stance == "oppose"]
    strong = judged and _strong(words, judged, verb)
    if not strong and verb is not None:
        at = next((one[0] for one in judged if one[2].stance == "affirm"), verb)
        denied = denial_after(words, verb)
        after = max(at, denied) if at == verb else at
        yield make_take(
            sentence, voice, at, at, "affirm", 1, denied > verb, after, "judgement", statement
        )
    weak = _weak(words, judged) if judged and not strong and verb is None else []
    for first, last, cue in _strongest(strong or weak):
        denied = "N" in words.tags[max(first - 2, 0) : first] and words.lower[first - 1] != "only"
        yield make_take(
            sentence, voice, first, last, cue.stance, cue.strength, denied, last, "judgement",
            statement,
        )  # fmt: skip


def _greets(words: Words) -> bool:
    """Whether a sentence is polite: "it is a pleasure to meet you", "thank you for coming"."""
    lower = words.lower
    if "thank" in words.present and ("thank", "you") in pairwise(lower):
        return True
    if COURTESIES.isdisjoint(words.present):
        return False
    return any(lower[at + 1 : at + 2] == ["to"] for at, w in enumerate(lower) if w in COURTESIES)


def of_evaluation(
    sentence: Sentence, voice: Holder, statement: Statement | None, found: list[Take]
) -> Iterator[Take]:
    """What is judged beside another stance: "such cruel raids must stop".

    A judgement that an "is" makes is a view of its own beside a call: "peace is vital and must".
    """
    words = sentence.words
    judged = [one for one in sentence.judged if words.tags[one[0]] != "U"]
    aims = [take.cue[1] for take in found if take.stance in AIMS and not take.negated]
    strong = [
        one
        for one in judged
        if one[2].strength >= EVALUATION
        and one[2].stance == "oppose"
        and not any(end < sentence.offsets(one[0], one[0] + 1)[0] for end in aims)
    ]
    found_concern = any(take.stance == "concern" for take in found)
    strong += [
        one
        for one in judged
        if one[2].strength > 4 and one[2].stance == "concern" and not found_concern
    ]
    if not strong and all(take.stance in ("call", "oppose") for take in found):
        strong = [
            one
            for one in judged
            if one[2].strength > 1
            and one[2].stance in ("affirm", "oppose")
            and _is_said_of(words, one[0])
        ]
    for first, last, cue in _strongest(strong):
        yield make_take(
            sentence, voice, first, last, cue.stance, cue.strength, False, last, "judgement",
            statement,
        )  # fmt: skip


def _is_said_of(words: Words, at: int) -> bool:
    """Whether a word stands in what an "is" says of a thing: "the tolls are unlawful"."""
    verb = max((k for k in range(1, at) if words.tags[k] == "B"), default=0)
    return (
        verb > 0
        and words.lower[verb] in PRESENT
        and words.lower[verb - 1] not in ("it", "there")
        and at - verb <= NEAR
        and _in_predicate(words, verb, at)
    )


AIMS = ("commit", "concern")  # what they name is met already: "we will fight that evil"
NEAR = 6  # words from "is" to what it says
Judged = list[tuple[int, int, Cue]]


def _strongest(judged: Judged) -> Judged:
    return sorted(judged, key=lambda one: (-one[2].strength, one[0], -one[1]))[:1]


def _strong(words: Words, judged: Judged, verb: int | None) -> Judged:
    """Words that judge wherever they stand, and those that do so in what is said of a thing."""
    told = _is_told(words)
    return [
        one
        for one in judged
        if one[2].strength >= EVALUATION
        or (verb is not None and one[2].stance != "affirm" and _is_predicate(words, verb, one[0]))
        or (
            one[2].strength > 1
            and not (told and one[2].stance == "affirm")
            and (verb is None or one[2].stance != "oppose" or _in_predicate(words, verb, one[0]))
        )
    ]


def _counts(words: Words, last: int) -> bool:
    """Whether a verb tells a number: "represents 1.5 times", "represent nearly two billion"."""
    counting = words.lower[last].startswith(COUNTING)
    after = words.tags[last + 1 : last + 4]
    return counting and (
        "#" in after or not QUANTITIES.isdisjoint(words.lower[last + 1 : last + 4])
    )


def _is_term(words: Words, at: int) -> bool:
    """Whether a word that may weigh only names a kind: "the effective exchange rate"."""
    return not TERMS.get(words.lower[at], NONE).isdisjoint(words.lower[at + 1 : at + 2])


NONE: frozenset[str] = frozenset()
# A word and what follows it where both are the name of a kind of thing.
TERMS = {
    "best": as_set("practice practices"),
    "critical": as_set("infrastructure minerals materials"),
    "dangerous": as_set("goods substances"),
    "effective": as_set("cost date exchange rate"),
    "serious": as_set("crime crimes"),
}
COUNTING = ("represent", "constitut")
EVALUATION = 4  # such words condemn or regret in any place


def _in_predicate(words: Words, verb: int, at: int) -> bool:
    """Whether a word stands in what the verb says: "is a violation", not "is about violations"."""
    between = words.tags[verb + 1 : at]
    return (
        at >= verb
        and not set(between) & set("KW")
        and all(words.lower[verb + 1 + k] == "of" for k, tag in enumerate(between) if tag == "P")
    )


def _is_predicate(words: Words, verb: int, at: int) -> bool:
    """Whether a word is itself what is said: "is slowly deteriorating", "are fragile"."""
    return words.tags[verb] == "B" and at > verb and not words.tags[verb + 1 : at].strip("A")


ACTIVITY = re.compile("BA*g")


def _weak(words: Words, judged: Judged) -> Judged:
    """Words that count in what is told of now; "they have murdered children" condemns too."""
    told = _is_told(words)
    if told and not _is_perfect(words):
        return []
    if ACTIVITY.search(words.tags):  # "we are exploring opportunities" weighs nothing
        judged = [one for one in judged if one[2].stance != "affirm"]
    judged = [one for one in judged if not _is_level(words, one[0])]
    return [one for one in judged if not told or _is_done(words, one)]


def _is_level(words: Words, at: int) -> bool:
    """Whether a word tells how high a measure stands: "demand remains strong"."""
    j = at - 1
    while j > 0 and words.tags[j] == "A":
        j -= 1
    state = j > 0 and (words.tags[j] == "B" or words.lower[j] in ("remain", "remains"))
    return state and is_measure(words, j)


def _is_done(words: Words, one: tuple[int, int, Cue]) -> bool:
    """Whether a word of harm is itself the verb in the perfect: "they have murdered"."""
    at = one[0]
    while at > 0 and words.tags[at] != "H" and (at == one[0] or words.tags[at] in "ANB"):
        at -= 1
    return one[2].stance == "oppose" and (words.tags[at] == "H" or words.tags[one[0]] == "g")


def _is_told(words: Words) -> bool:
    """Whether a sentence tells what happened: its verbs are of the past, or in the perfect."""
    known = words.lower[:2] == ["as", "is"]  # "as is well known, the sea dried up"
    if "M" in words.tags or not (known or NOW.isdisjoint(words.present)):
        return False
    return "d" in words.tags or not PAST.isdisjoint(words.present)


def _is_perfect(words: Words) -> bool:
    return not PERFECT.isdisjoint(words.present)
