"""Whether two texts tell of different decisions: other figures, or verbs that rule each other out.

A body that meets every month says the same in the same words, but for what it decided: "to raise
the toll by 5 to 25 crowns", "to leave the toll unchanged at 25 crowns". Two reports of one meeting
name the same decision; so texts of which no decision is the same, and two on one object cannot both
be that of one act, are kept apart however much they share.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Decision", "contradict", "decisions_in"]

LEAD = 1_500
"""Characters in which a text says what was decided; further down earlier decisions are recalled."""
_POLES = {
    "quantity": (
        ("raise", "increase", "hike"),
        ("lower", "cut", "reduce", "decrease"),
        ("leave", "keep", "hold", "maintain", "retain"),
    ),
    "assent": (("approve", "adopt", "accept", "endorse", "admit"), ("reject", "refuse", "deny")),
    "access": (("open", "reopen"), ("close", "shut")),
    "course": (
        ("start", "begin", "resume", "extend", "prolong", "continue"),
        ("end", "stop", "halt", "suspend", "terminate", "discontinue"),
    ),
}
"""Kinds of decision, and for each the verbs that rule each other out."""
_POLE_OF = {
    verb: (kind, number)
    for kind, poles in _POLES.items()
    for number, verbs in enumerate(poles)
    for verb in verbs
}
_IN = r"(?:[^.;:!?]|\.(?=\d))"
_DECIDED = re.compile(
    rf"\b(?:decided|agreed|voted|resolved|opted|chose)\s+(?:\w+ly\s+)?to\s+(?P<verb>{'|'.join(_POLE_OF)})"
    rf"\s+(?P<rest>{_IN}{{3,160}})"
)
# What the object ends with: a figure's preposition, "unchanged", another clause.
_OBJECT_END = re.compile(r",|\d|\b(?:by|to|at|from|for|until|and|in|on|unchanged|steady)\b")
_FIGURE = r"\s+(?:[$€£]\s?)?(\d[\d,.]*\d|\d)"
_LEVEL, _STEP = (re.compile(rf"\b{lead}{_FIGURE}") for lead in ("(?:to|at)", "by"))
_SMALL = frozenset({"the", "a", "an", "its", "their", "of", "all"})


class Decision(NamedTuple):
    """What was decided: the kind of the verb and its pole, what of, "to 25" and "by 5"."""

    kind: str
    pole: int
    object: frozenset[str]
    level: str
    step: str


def decisions_in(body: str) -> list[Decision]:
    """The decisions that the beginning of a text tells in words that are known.

    >>> decisions_in("The Board decided to raise the lake toll by 5 to 25 crowns.")[0].level
    '25'
    >>> decisions_in("The Board decided to meet again; nobody could raise the toll.")
    []
    """
    decisions = []
    for match in _DECIDED.finditer(" ".join(body[:LEAD].split())):
        rest = match["rest"]
        end = _OBJECT_END.search(rest)
        words = rest[: end.start() if end else None].lower().split()
        figures = [found[1] if (found := figure.search(rest)) else "" for figure in (_LEVEL, _STEP)]
        kind, pole = _POLE_OF[match["verb"]]
        thing = frozenset(word.rstrip("s") for word in words if word not in _SMALL)
        if thing:
            decisions.append(Decision(kind, pole, thing, *figures))
    return decisions


def contradict(a: Sequence[Decision], b: Sequence[Decision]) -> bool:
    """Whether no decision of two texts is the same, and two on one object exclude each other.

    >>> raised = decisions_in("The Board decided to raise the toll to 25 crowns.")
    >>> kept = decisions_in("The Board decided to leave the toll unchanged at 25 crowns.")
    >>> contradict(raised, kept), contradict(raised, raised)
    (True, False)
    """
    pairs = [(x, y) for x in a for y in b if _on_one_object(x, y)]
    return bool(pairs) and not any(_same(x, y) for x, y in pairs)


def _on_one_object(x: Decision, y: Decision) -> bool:
    return x.kind == y.kind and (x.object <= y.object or y.object <= x.object)


def _same(x: Decision, y: Decision) -> bool:
    """Whether two decisions on one object can be one: a report may leave a figure out."""
    figures = ((x.level, y.level), (x.step, y.step))
    return x.pole == y.pole and all(not one or not other or one == other for one, other in figures)
