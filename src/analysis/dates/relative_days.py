"""What words that point mean: "two years ago", "the third quarter", "earlier this month".

They are counted from the document's date, as far as it is known, or from what was said just before.
"""

import datetime

from analysis.dates.anchors import FINE, YEARS_AWAY, Anchor, Day, Resolved, knows
from analysis.dates.spans import (
    NO_SPAN,
    Span,
    day_span,
    month_span,
    months_span,
    moved,
    ordinal_day,
    quarter_span,
    range_span,
    week_span,
    year_span,
)

__all__ = ["RULES"]


def _year_of(n: dict, anchor: Anchor | None) -> int | None:
    if n.get("y"):
        return n["y"]
    by = YEARS_AWAY.get(n.get("of", ""))
    return anchor.day.year + by if by is not None and anchor else None


def _quarter(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if (year := _year_of(n, anchor)) is not None:
        basis, relative = ("absolute", "") if n.get("y") else ("relative", anchor.words)
        return Resolved(quarter_span(year, n["n"]), basis, relative)
    if not knows(anchor, "month"):
        return Resolved(NO_SPAN, "relative")
    # The quarter that a report speaks about is the last one begun, unless the verbs look ahead.
    year, current = anchor.day.year, (anchor.day.month + 2) // 3
    if tense > 0:
        year += n["n"] < current
    else:
        year -= n["n"] > current
    return Resolved(quarter_span(year, n["n"]), "relative", anchor.words)


def _half(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    year = _year_of(n, anchor)
    basis, relative = ("absolute", "") if n.get("y") else ("relative", "")
    if year is None:
        if not knows(anchor, "month"):
            return Resolved(NO_SPAN, "relative")
        year = anchor.day.year - (tense <= 0 and n["n"] == 2 and anchor.day.month < 7)
        relative = anchor.words
    return Resolved(months_span(year, 6 * n["n"] - 5, 6), basis, relative)


def _months(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    year = _year_of(n, anchor)
    if year is None or not 0 < n["count"] <= 12:
        return Resolved(NO_SPAN, "relative")
    first = 1 if n["n"] == 1 else 13 - n["count"]
    relative = "" if n.get("y") else anchor.words
    basis = "absolute" if n.get("y") else "relative"
    return Resolved(months_span(year, first, n["count"]), basis, relative)


_LESS_THAN_A_YEAR = 360


def _days_in(span: Span) -> int:
    return (Day.fromisoformat(span.high) - Day.fromisoformat(span.low)).days


def _weekend(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    """The last weekend, or the coming one when the verbs or the end of the week say so."""
    if not knows(anchor, "day"):
        return Resolved(NO_SPAN, "relative")
    ahead = tense > 0 or (tense == 0 and anchor.day.weekday() >= 4)
    saturday = anchor.day + datetime.timedelta(days=(5 - anchor.day.weekday()) % 7)
    if anchor.day.weekday() == 6 or (not ahead and anchor.day.weekday() < 5):
        saturday -= datetime.timedelta(days=7)
    span = range_span(saturday, saturday + datetime.timedelta(days=1))
    return Resolved(span, "relative", anchor.words)


def _shift(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    unit, by, written = n["unit"], n["n"], anchor
    if n.get("later") and not context.low:
        return Resolved(NO_SPAN, "relative")
    if n.get("context") and context.low:
        short = context.precision != "range" or _days_in(context) < _LESS_THAN_A_YEAR
        if unit == "year" and context.precision == "month":
            low = moved(Day.fromisoformat(context.low), by, "year")
            return Resolved(month_span(low.year, low.month), "relative", context.low[:7])
        if unit == "year" and context.precision == "range" and short:
            # "a year earlier" than a quarter or a month is that one a year earlier.
            days = [moved(Day.fromisoformat(day), by, "year") for day in context[:2]]
            return Resolved(range_span(*days), "relative", f"{context.low}/{context.high}")
        anchor = _anchor_in(context, unit, short) or anchor
    if n.get("grain") and knows(anchor, "day"):
        day = moved(anchor.day, by, unit)
        return Resolved(_around(day, 0, n["grain"]), "relative", anchor.words)
    if not knows(anchor, _GRAINS.get(unit, "day")):
        return Resolved(NO_SPAN, "relative")
    span = _around(anchor.day, by, unit)
    if n.get("later") and written and context.low <= written.words < span.low:
        return Resolved(NO_SPAN, "relative")  # what had happened by then cannot lie ahead
    return Resolved(span, "relative", anchor.words)


_GRAINS = {"year": "year", "decade": "year", "quarter": "month", "month": "month"}
"""How much of a date must be known to count in a unit."""


def _anchor_in(context: Span, unit: str, short: bool) -> Anchor | None:
    """What was said before as the point to count from, when it is fine enough for the unit."""
    grain = _GRAINS.get(unit, "day")
    fine = context.precision if context.precision in ("year", "month") else "day"
    if FINE[fine] >= FINE[grain] and (short or grain == "year"):
        return Anchor(Day.fromisoformat(context.low), fine, context.low)
    return None


def _around(day: Day, by: int, unit: str) -> Span:
    """The unit of the calendar that lies so many units from a day."""
    if unit == "weekend":
        saturday = day + datetime.timedelta(days=5 - day.weekday() + 7 * by)
        return range_span(saturday, saturday + datetime.timedelta(days=1))
    if unit == "century":
        return NO_SPAN
    day = moved(day, by, "day" if unit == "night" else unit)
    if unit == "decade" and by == 0:
        first = day.year - day.year % 10
        return range_span(Day(first, 1, 1), Day(first + 9, 12, 31))
    if unit in ("year", "decade"):
        return year_span(day.year)
    if unit == "quarter":
        return quarter_span(day.year, (day.month + 2) // 3)
    if unit == "month":
        return month_span(day.year, day.month)
    return week_span(day) if unit in ("week", "fortnight") else day_span(day)


def _stretch(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if not knows(anchor, "day") or n["unit"] in ("night", "weekend", "half"):
        return Resolved(NO_SPAN, "relative")
    other = moved(anchor.day, n["sign"] * n["n"], n["unit"])
    low, high = sorted((anchor.day, other))
    return Resolved(range_span(low, high), "relative", anchor.words)


def _ended(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    basis = "absolute" if "y" in n else ("yearless" if "d" in n else "month")
    relative, year = "", n.get("y")
    if year is None:
        if not knows(anchor, "month"):
            return Resolved(NO_SPAN, basis)
        relative = anchor.words
        # "ended" looks back, "ending" ahead.
        year = anchor.day.year - (n["m"] > anchor.day.month)
        if n.get("ahead") and n["m"] < anchor.day.month:
            year += 1
        elif n.get("ahead"):
            year = anchor.day.year
    count = n["n"] * {"week": 0, "month": 1, "quarter": 3, "half": 6, "year": 12}[n["unit"]]
    if "d" in n:
        last = ordinal_day(year, n["m"], n["d"])
    else:
        last = Day.fromisoformat(month_span(year, n["m"]).high)
    if not last:
        return Resolved(NO_SPAN, basis, relative)
    if n["unit"] == "week":
        first = last - datetime.timedelta(days=7 * n["n"] - 1)
    else:
        # The day after the stretch, moved back: 1 October less nine months is 1 January.
        first = moved(last + datetime.timedelta(days=1), -count, "month")
    return Resolved(range_span(first, last), basis, relative)


def _present(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if not knows(anchor, "day"):
        return Resolved(NO_SPAN, "present")
    return Resolved(day_span(anchor.day), "present", anchor.words)


def _without(basis: str):
    def rule(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
        return Resolved(NO_SPAN, basis)

    return rule


RULES = {
    "quarter": _quarter, "half": _half, "months": _months, "weekend": _weekend, "shift": _shift,
    "stretch": _stretch, "ended": _ended, "present": _present, "duration": _without("duration"),
    "set": _without("set"), "vague": _without("vague"),
}  # fmt: skip
"""Kind of expression -> the rule that gives its days."""
