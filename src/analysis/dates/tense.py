"""Whether the verbs around an expression look back or ahead."""

import re

__all__ = ["tense_at"]

_VERB = re.compile(
    r"\b(?:(?P<ahead>will|shall|would|won't|won’t|plans?|scheduled|expected|expects?|due|upcoming|"
    r"to\s+be|is\s+to|are\s+to|hopes?|intends?|going\s+to|is\s+set|are\s+set|aims?|until|"
    r"slated|forthcoming|by|may|could|should|must)|"
    r"(?P<back>was|were|had|has|have|said|told|met|held|took|came|went|made|began|rose|fell|led|"
    r"gave|left|spoke|wrote|won|lost|saw|ran|grew|brought|became|sat|did|got|sent|set\s+up|since|"
    r"after|\w{2,}ed))\b",
    re.I,
)
_LEFT, _RIGHT = 90, 60
"""Characters looked at on either side: about a clause."""
_STOP = re.compile(r"[.!?]\s+(?=[A-Z«“\"])")


def tense_at(text: str, start: int, end: int) -> int:
    """-1, 0 or 1: past, silent or future, by the nearest verb before, else after.

    >>> tense_at("They will meet on Friday.", 18, 24), tense_at("On Friday they met.", 3, 9)
    (1, -1)
    """
    left = text[max(0, start - _LEFT) : start]
    for stop in _STOP.finditer(left):
        left = " " * stop.end() + left[stop.end() :]
    before = list(_VERB.finditer(left))
    nearest = before[-1] if before else None
    if nearest is None:
        right = text[end : end + _RIGHT]
        if stop := _STOP.search(right):
            right = right[: stop.start()]
        nearest = _VERB.search(right)
        if nearest and nearest.group().lower() in ("by", "until", "since", "after"):
            nearest = None
    if nearest is None:
        return 0
    return 1 if nearest["ahead"] else -1
