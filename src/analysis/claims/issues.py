"""Whether two linked positions are about one thing, closely enough to be set against each other.

A link says that two sentences are near. To tell a reader that a body's words grew stronger takes
more: one holder, and one object. Concern about force in general and the condemnation of one
attack share a word, and are two positions.
"""

from collections.abc import Mapping

from analysis import tables
from analysis.chronology import SAME_POSITION, concepts, names

__all__ = ["common_holders", "same_issue"]

HALF = 0.5  # of the content words of the longer object


def same_issue(first: Mapping[str, object], later: Mapping[str, object], similarity: float) -> bool:
    """Whether two positions have a holder and an object in common: a name, or half the words.

    >>> a = {"holder": "Lowland Pact", "target": "the use of nets", "quote": "It regrets nets."}
    >>> b = a | {"target": "the use of nets at Skerry in the spring storms"}
    >>> same_issue(a, a, 0.9), same_issue(a, b, 0.9)
    (True, False)
    """
    own = frozenset(concepts(f"{first['holder']} {later['holder']}"))
    if similarity < SAME_POSITION or not common_holders(first, later):
        return False
    objects = [str(position["target"]) or str(position["quote"]) for position in (first, later)]
    named = [frozenset(names(text)) - own for text in objects]
    one, other = (frozenset(concepts(text)) - own for text in objects)
    alike = len(one & other) >= HALF * max(len(one), len(other), 1)
    return alike or bool(named[0] and named[0] == named[1])


def common_holders(first: Mapping[str, object], later: Mapping[str, object]) -> str:
    """The holders that both positions are of, joined; empty where they have none in common."""
    of_first = tables.split(str(first["holder"]))
    return tables.join(
        name
        for name in tables.split(str(later["holder"]))
        if name in of_first and name != "unresolved"
    )
