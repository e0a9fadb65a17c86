"""What the later of two like positions does to the earlier one: restate, strengthen, reverse it.

Two sentences of like content may say the same, the same with more force, or the contrary. A side is
read from the stance and its negation, from verbs that undo each other (``words/opposites.csv``) and
from a word like "against" before the object. Decisions are events: adopting, signing or appointing
happens once, so two of them restate each other only where they are about the same particular thing;
"statement" or "membership" (``words/events.csv``) is not one.
"""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from analysis.chronology.contents import WORD, concepts, listed, stem

__all__ = ["is_reversed", "relation"]

Position = Mapping[str, object]

SAME_WORDS = 0.85  # of the wording, above which a restatement is not called reworded
MOST_WORDS = 0.7  # the same: below it a "not" may well stand in another clause
HALF = 0.5  # of an object's words: fewer in common, and it is another decision, another matter
SAME_OBJECT = 2 / 3  # more than this for a reversal, the gravest thing a report can say of a body
HEAD = 3  # words of the object in which its verb stands: "suspend the membership"
POSITIVE, NEGATIVE = {"support", "commit", "decide", "call"}, {"oppose"}
STEP = {"concern": 0, "oppose": 5}  # to oppose is a step beyond any concern
# A denied stance is mostly written as its outcome ("did not support" is oppose, negated), so where
# the cue is itself a word of opposition its negation is not.
AGAINST = re.compile(
    r"\b(?:oppos|object|reject|condemn|contest|refus|den(?:y|ie)|against|возража|против|отверг)",
    re.IGNORECASE,
)
# Measures against a thing and opposition to the thing are on one side.
UNDOING = re.compile(
    r"\b(?:against|prevent\w*|counter\w*|combat\w*|fight\w*|stop\w*|end(?:ing|s)?|halt\w*|ban(?:s|ning)?"
    r"|prohibit\w*|non|no|not|without|cessation|refrain\w*|avoid\w*|lift\w*|abandon\w*|withdraw\w*"
    r"|reduc\w*|inadmissib\w*|unacceptab\w*|против|предотвра\w+|недопу\w+|прекра\w+|борьб\w+|не)\b",
    re.IGNORECASE,
)
APPOINTING = re.compile(
    r"\b(?:re)?(?:appoint|elect|nominat|назнач|избра)|^(?:name[sd]?|naming|designat\w+)$",
    re.IGNORECASE,
)
# What can be done again and again is another event each time.
CHANGING = re.compile(
    r"\b(?:lower|rais(?:e|ing)|increas|reduc(?:e|ing)|cut(?:s|ting)?\b|hik(?:e|ing)|extend|prolong"
    r"|renew|снизи|повыси|продли)",
    re.IGNORECASE,
)
DENIAL = re.compile(r"\b(?:not|never|no|cannot|не|нет|никогда)\b|n[’']t\b")
NOT_ONLY = re.compile(r"\b(?:not (?:only|just|merely|least)|no (?:less|doubt)|не только)\b")
SHORT = re.compile(r"(?<=can)not\b|n[’']t\b")
TOKEN = re.compile(r"[^\W_]+")
DENYING = frozenset(map(stem, ("not", "never", "no", "не", "нет", "никогда")))
HELPING = (  # beside a denied verb: "supports", "does not support", "will no longer support"
    "do does did is are was were be been will would can could any a the longer"
)
HELPING_STEMS = frozenset(map(stem, HELPING.split()))
BEING = re.compile(r"(?:is|are|am|was|were|do(?:es)?|did|ha[sd]|have|can(?:not)?)(?:n['’]t)?$|['’]")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
CAPITAL = re.compile(r"\b[^\W\d_a-zа-яё][\w’'-]*")
EVENTS = frozenset(c for row in listed("events.csv") for c in concepts(row["words"]))
OPPOSITES = [
    tuple(frozenset(map(stem, row[side].split())) for side in ("words", "opposite"))
    for row in listed("opposites.csv")
]


def relation(first: Position, later: Position, *, same_act: bool) -> str:
    """``repeat``, ``restated``, ``reworded``, ``stronger``, ``weaker``, ``reversed``, or none.

    >>> a = {"stance": "support", "negated": False, "cue": "supports", "strength": 3,
    ...      "holder": "Lowland Pact", "target": "a fund", "quote": "It supports a fund."}
    >>> relation(a, a | {"stance": "oppose", "cue": "opposes"}, same_act=False)
    'reversed'
    """
    events = [position["stance"] == "decide" for position in (first, later)]
    if all(events) and _undone(first, later):
        return ""  # sending and recalling are two events, and no position changed
    if _is_denied(first, later):
        return "reversed"
    if same_act:
        return "repeat"
    if any(events) and not _same_thing(first, later, both=all(events)):
        return ""
    if is_reversed(first, later):
        least = HALF if _undone(first, later) else SAME_OBJECT  # the two verbs are no common word
        return "reversed" if _shared(first, later) > least else ""
    step = _ladder(later) - _ladder(first)
    one_ladder = not any(events) and _comparable(first, later)
    if step and one_ladder and _shared(first, later) >= HALF:
        return "stronger" if step > 0 else "weaker"
    if any(events) and not _same_cue(first, later):
        return "reworded"  # drafted, then approved
    if first["stance"] != later["stance"]:
        return "reworded"  # noted, then called for: whatever the other words
    words = [str(position["quote"]).casefold().split() for position in (first, later)]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # cheap ones first
    return "restated" if all(bound() >= SAME_WORDS for bound in bounds) else "reworded"


def _is_denied(a: Position, b: Position) -> bool:
    """Whether a "not" is nearly all that two wordings differ in: "is safe", "is not safe"."""
    quotes = [NOT_ONLY.sub("only", str(position["quote"]).casefold()) for position in (a, b)]
    if len(DENIAL.findall(quotes[0])) == len(DENIAL.findall(quotes[1])):
        return False
    words = [[*map(stem, TOKEN.findall(SHORT.sub(" not", quote)))] for quote in quotes]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    if matcher.quick_ratio() < MOST_WORDS or matcher.ratio() < MOST_WORDS:
        return False
    turns = 0
    for _, i, j, k, m in matcher.get_opcodes():
        rest = (set(words[0][i:j]) ^ set(words[1][k:m])) - HELPING_STEMS
        turns += bool(rest) and rest <= DENYING
    return turns == 1


def is_reversed(a: Position, b: Position) -> bool:
    """Whether one is for what the other is against."""
    sides = _side(a) * _side(b)
    if _undone(a, b):
        return sides > 0  # for imposing it, and for lifting it
    if _undoes(a) != _undoes(b):
        return False  # for measures against it, and against it: one side
    if sides:
        return sides < 0
    if {a["stance"], b["stance"]} == {"support", "concern"}:
        return a["negated"] == b["negated"]  # welcomed, then regretted
    if a["negated"] == b["negated"] or (_is_being(a) and _is_being(b)):
        return False
    return a["stance"] == b["stance"] or _same_cue(a, b)


def _side(position: Position) -> int:
    """1 for, -1 against, 0 where the stance takes no side."""
    stance = position["stance"]
    side = (stance in POSITIVE) - (stance in NEGATIVE)
    if not position["negated"]:
        return side
    return abs(side) if AGAINST.search(str(position["cue"])) else -abs(side)


def _is_being(position: Position) -> bool:
    """Whether the cue is a mere verb, whose object does not say what it is said of."""
    return BEING.match(str(position["cue"]).casefold()) is not None


def _same_cue(a: Position, b: Position) -> bool:
    """Whether both are said with one verb: "recognises", "did not recognise"."""
    cues = [{stem(word) for word in WORD.findall(str(p["cue"]).casefold())} for p in (a, b)]
    return bool(cues[0] & cues[1])


def _undoes(position: Position) -> bool:
    return UNDOING.search(str(position["target"])) is not None


def _undone(a: Position, b: Position) -> bool:
    """Whether the verbs of two positions undo each other: suspend and restore, send and recall."""
    one, other = _verbs(a), _verbs(b)
    return any(
        (one & left and other & right) or (one & right and other & left)
        for left, right in OPPOSITES
        if not (one & left and one & right) and not (other & left and other & right)
    )


def _verbs(position: Position) -> frozenset[str]:
    """The stems of the cue and of the first words of its object."""
    return _stems(str(position["cue"]), str(position["target"]))


@lru_cache(maxsize=100_000)
def _stems(cue: str, target: str) -> frozenset[str]:
    head = WORD.findall(target.casefold())[:HEAD]
    return frozenset(map(stem, [*WORD.findall(cue.casefold()), *head]))


def _same_thing(a: Position, b: Position, *, both: bool) -> bool:
    """Whether two positions, one a decision at least, are about one particular thing."""
    if both and all(_appoints(position) for position in (a, b)) and not _same_person(a, b):
        return False
    if both and any(CHANGING.search(_begins(position)) for position in (a, b)):
        return False  # a fee lowered in May and in June is lowered twice; left as it is, it is not
    numbers = [set(NUMBER.findall(str(position["quote"]))) for position in (a, b)]
    if both and all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return False  # left at 4.10 and left at 4.35
    if not both and len({_deed(position) for position in (a, b)} - {""}) > 1:
        return False  # agreed to create a guard, and means to equip it
    own = _concepts(f"{a['holder']} {b['holder']}")
    one, other = (_particular(position) - own for position in (a, b))
    size = (max if both else min)(len(one), len(other))
    return bool(size) and len(one & other) >= HALF * size


def _deed(position: Position) -> str:
    """The verb of what somebody means "to do"; empty where the object is a thing or not known."""
    target = str(position["target"])
    if not target:
        return ""  # no object to look for in the quote
    before, found, _ = str(position["quote"]).partition(target)
    words = WORD.findall(target.casefold())
    return stem(words[0]) if words and found and before.rstrip().endswith(" to") else ""


def _particular(position: Position) -> frozenset[str]:
    """The concepts of a position's object that tell it from other objects of its kind."""
    return _concepts(str(position["target"]) or str(position["quote"])) - EVENTS


@lru_cache(maxsize=100_000)
def _concepts(text: str) -> frozenset[str]:
    return frozenset(concepts(text))


def _appoints(position: Position) -> bool:
    return APPOINTING.search(_begins(position)) is not None


def _begins(position: Position) -> str:
    """The cue of a position and the words its object begins with."""
    return f"{position['cue']} {' '.join(str(position['target']).split()[:HEAD])}"


def _same_person(a: Position, b: Position) -> bool:
    """Whether the names in two appointments are mostly the same ones."""
    own = _concepts(f"{a['holder']} {b['holder']}")
    one, other = (
        _concepts(" ".join(CAPITAL.findall(str(position["target"])))) - own for position in (a, b)
    )
    size = min(len(one), len(other))
    return not size or len(one & other) > HALF * size


def _shared(a: Position, b: Position) -> float:
    """The share of the longer object's words that both objects have.

    Whoever condemns the raid on a town and stands with the town has not changed sides, and whoever
    regrets raids and condemns one has not changed words.
    """
    own = _concepts(f"{a['holder']} {b['holder']}")
    one, other = (_concepts(str(p["target"]) or str(p["quote"])) - own for p in (a, b))
    return len(one & other) / max(len(one), len(other), 1)


def _comparable(a: Position, b: Position) -> bool:
    """Whether the two stand on one ladder: the same stance, or concern and opposition."""
    return a["stance"] == b["stance"] or {a["stance"], b["stance"]} <= STEP.keys()


def _ladder(position: Position) -> int:
    """The step of a position on its ladder."""
    return STEP.get(str(position["stance"]), 0) + int(str(position["strength"]))
