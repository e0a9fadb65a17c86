"""An expression and the day it was written -> the days it means.

Words that give their own year need no anchor. The others are counted from the document's date, as
far as it is known: with the year alone, "last year" has a meaning and "yesterday" has none. Where
a word can mean the past or the future (a weekday, a month, a day without a year), the verbs of the
sentence decide, and the nearer one where they are silent.
"""

from analysis.dates import named_days, relative_days
from analysis.dates.anchors import Anchor, Resolved, anchor_of
from analysis.dates.expressions import Expression
from analysis.dates.spans import NO_SPAN, Span

__all__ = ["Anchor", "Resolved", "anchor_of", "resolve"]

_RULES = named_days.RULES | relative_days.RULES


def resolve(
    expression: Expression, anchor: Anchor | None, *, tense: int = 0, context: Span = NO_SPAN
) -> Resolved:
    """The days an expression means.

    ``tense`` is -1, 0 or 1 (past, unknown, future) by the verbs around it; ``context`` is what the
    last dated expression before it meant.

    >>> last_week = Expression(0, 9, "shift", {"n": -1, "unit": "week", "context": False})
    >>> resolve(last_week, anchor_of("2019-07-25")).span.low
    '2019-07-15'
    """
    try:
        return _RULES[expression.kind](expression.numbers, anchor, tense, context)
    except (ValueError, OverflowError):  # a day that the calendar does not have
        return Resolved(NO_SPAN, expression.kind)
