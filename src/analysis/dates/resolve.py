"""An expression and the day it was written -> the days it means.

Words that give their own year need no anchor. The others are counted from the document's date, as
far as it is known: with the year alone, "last year" has a meaning and "yesterday" has none. Where
a word can mean the past or the future (a weekday, a month, a day without a year), the verbs of the
sentence decide, and the nearer one where they are silent.
"""

import datetime
from typing import NamedTuple

from analysis.dates.expressions import Expression
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
    shifted_month,
    week_span,
    year_span,
)

__all__ = ["Anchor", "Resolved", "anchor_of", "resolve"]

Day = datetime.date


class Anchor(NamedTuple):
    """The date of the document: a day inside what is known, and how much is known."""

    day: Day
    known: str
    words: str


class Resolved(NamedTuple):
    """What an expression means: its days, the kind of evidence, and what it was counted from."""

    span: Span
    basis: str
    relative_to: str = ""


def anchor_of(published: str) -> Anchor | None:
    """The anchor a published date gives.

    >>> anchor_of("2022-05").known
    'month'
    """
    if not published:
        return None
    parts = [int(part) for part in published.split("-")]
    known = ("year", "month", "day")[len(parts) - 1]
    year, month, day = (*parts, 1, 1)[:3] if len(parts) < 3 else parts
    return Anchor(Day(year, month, day), known, published)


_YEARS_AWAY = {"last": -1, "this": 0, "next": 1, "the": 0}
_FINE = {"day": 3, "month": 2, "year": 1}


def _knows(anchor: Anchor | None, grain: str) -> bool:
    return anchor is not None and _FINE[anchor.known] >= _FINE[grain]


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
    return _RULES[expression.kind](expression.numbers, anchor, tense, context)


def _date(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    day = ordinal_day(n["y"], n["m"], n["d"])
    return Resolved(day_span(day) if day else NO_SPAN, "absolute")


def _yearless(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if not _knows(anchor, "day"):
        return Resolved(NO_SPAN, "yearless")
    if "of" in n:
        year = anchor.day.year + _YEARS_AWAY[n["of"]]
    else:
        year = _year_for(n["m"], n["d"], anchor, tense, n.get("wd"))
    day = ordinal_day(year, n["m"], n["d"]) if year else None
    return Resolved(day_span(day) if day else NO_SPAN, "yearless", anchor.words)


def _year_for(
    month: int, day: int, anchor: Anchor, tense: int, weekday: int | None = None
) -> int | None:
    """The year a day without one falls in: by weekday, by tense, else the nearer."""
    choices = {}
    for year in (anchor.day.year - 1, anchor.day.year, anchor.day.year + 1):
        found = ordinal_day(year, month, day)
        if found and (weekday is None or found.weekday() == weekday):
            choices[year] = (found - anchor.day).days
    if not choices:
        return None
    if tense < 0:
        choices = {y: away for y, away in choices.items() if away <= 0} or choices
    elif tense > 0:
        choices = {y: away for y, away in choices.items() if away >= 0} or choices
    return min(choices, key=lambda year: abs(choices[year]))


def _days(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    basis, relative = "absolute", ""
    year = n.get("y")
    if year is None:
        basis = "yearless"
        if not _knows(anchor, "day"):
            return Resolved(NO_SPAN, basis)
        year, relative = _year_for(n["m"], n["d"], anchor, tense), anchor.words
    first = ordinal_day(year, n["m"], n["d"]) if year else None
    last = ordinal_day(year, n["m2"], n["d2"]) if year else None
    if not first or not last or last < first:
        return Resolved(NO_SPAN, basis, relative)
    return Resolved(range_span(first, last), basis, relative)


def _month(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if "y" in n:
        return Resolved(month_span(n["y"], n["m"]), "absolute")
    if "of" in n and _knows(anchor, "year"):
        year = anchor.day.year + _YEARS_AWAY[n["of"]]
        return Resolved(month_span(year, n["m"]), "month", anchor.words)
    if not _knows(anchor, "month"):
        return Resolved(NO_SPAN, "month")
    away = n["m"] - anchor.day.month
    mod = n.get("mod", "")
    if mod.startswith("last"):
        by = away if away < 0 else away - 12
    elif mod.startswith("next"):
        by = away if away > 0 else away + 12
    elif mod == "this":
        by = away
    else:
        by = _nearest_month(away, tense)
    year, month = shifted_month(anchor.day.year, anchor.day.month, by)
    return Resolved(month_span(year, month), "month", anchor.words)


# Reports look back: a month without a year is a coming one only when it is near.
_NEAR_MONTHS = 3


def _nearest_month(away: int, tense: int) -> int:
    back, ahead = (away, away + 12) if away <= 0 else (away - 12, away)
    if tense < 0:
        return back
    if tense > 0:
        return away if away >= 0 else ahead
    return ahead if ahead <= _NEAR_MONTHS and ahead < -back else back


def _year(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    return Resolved(year_span(n["y"]), "absolute")


def _years(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    return Resolved(range_span(Day(n["a"], 1, 1), Day(n["b"], 12, 31)), "absolute")


def _decade(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    return Resolved(range_span(Day(n["y"], 1, 1), Day(n["y"] + 9, 12, 31)), "absolute")


def _hundred(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    return Resolved(range_span(Day(n["y"], 1, 1), Day(n["y"] + 99, 12, 31)), "absolute")


def _century(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    first = 100 * (n["n"] - 1) + 1
    return Resolved(range_span(Day(first, 1, 1), Day(first + 99, 12, 31)), "absolute")


def _year_of(n: dict, anchor: Anchor | None) -> int | None:
    if n.get("y"):
        return n["y"]
    by = _YEARS_AWAY.get(n.get("of", ""))
    return anchor.day.year + by if by is not None and anchor else None


def _quarter(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if (year := _year_of(n, anchor)) is not None:
        basis, relative = ("absolute", "") if n.get("y") else ("relative", anchor.words)
        return Resolved(quarter_span(year, n["n"]), basis, relative)
    if not _knows(anchor, "month"):
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
        if not _knows(anchor, "month"):
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


def _season(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    first = {0: 12, 1: 3, 2: 6, 3: 9}[n["s"]]
    if n.get("y"):
        return Resolved(months_span(n["y"], first, 3), "absolute")
    if "of" in n and anchor:
        year = anchor.day.year + _YEARS_AWAY[n["of"]]
        return Resolved(months_span(year, first, 3), "relative", anchor.words)
    if not _knows(anchor, "month"):
        return Resolved(NO_SPAN, "relative")
    spans = [months_span(anchor.day.year + by, first, 3) for by in (-2, -1, 0, 1)]
    today, mod = anchor.day.isoformat(), n.get("mod", "")
    if mod.startswith("last") or mod == "this past":
        span = [span for span in spans if span.high < today][-1]
    elif mod.startswith("next") or mod == "this coming" or tense > 0:
        span = next(
            span for span in spans if span.low > today or (tense > 0 and span.high >= today)
        )
    elif mod == "this":
        span = next(span for span in spans if span.high >= today)
    else:
        begun = [span for span in spans if span.low <= today]
        ahead = next(span for span in spans if span.low > today)
        near = (Day.fromisoformat(ahead.low) - anchor.day).days < 150 and tense == 0
        span = ahead if near and begun[-1].high < today else begun[-1]
    return Resolved(span, "relative", anchor.words)


def _weekday(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if not _knows(anchor, "day"):
        return Resolved(NO_SPAN, "weekday")
    ahead = (n["wd"] - anchor.day.weekday()) % 7
    back = ahead - 7 if ahead else 0
    mod = n.get("mod", "")
    if mod in ("last", "past", "this past", "the previous"):
        by = back or -7
    elif mod in ("next", "coming", "this coming", "the following", "the next"):
        by = ahead or 7
    elif mod == "this":
        by = ahead
    else:
        by = ahead if tense > 0 else back
    day = anchor.day + datetime.timedelta(days=by)
    return Resolved(day_span(day), "weekday", anchor.words)


_LESS_THAN_A_YEAR = 360


def _days_in(span: Span) -> int:
    return (Day.fromisoformat(span.high) - Day.fromisoformat(span.low)).days


def _weekend(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    """The last weekend, or the coming one when the verbs or the end of the week say so."""
    if not _knows(anchor, "day"):
        return Resolved(NO_SPAN, "relative")
    ahead = tense > 0 or (tense == 0 and anchor.day.weekday() >= 4)
    saturday = anchor.day + datetime.timedelta(days=(5 - anchor.day.weekday()) % 7)
    if anchor.day.weekday() == 6 or (not ahead and anchor.day.weekday() < 5):
        saturday -= datetime.timedelta(days=7)
    span = range_span(saturday, saturday + datetime.timedelta(days=1))
    return Resolved(span, "relative", anchor.words)


def _shift(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    unit, by, relative = n["unit"], n["n"], anchor.words if anchor else ""
    if n.get("later") and not context.low:
        return Resolved(NO_SPAN, "relative")
    if n.get("context") and context.low and context.precision == "range" and unit == "year":
        # "a year earlier" than a quarter is that quarter a year earlier.
        low, high = (moved(Day.fromisoformat(d), by, "year") for d in (context.low, context.high))
        if (high - low).days < _LESS_THAN_A_YEAR:
            return Resolved(range_span(low, high), "relative", f"{context.low}/{context.high}")
    if n.get("context") and context.low:
        grain = "year" if unit in ("year", "decade") else "month" if unit == "month" else "day"
        fine = {"year": "year", "month": "month"}.get(context.precision, "day")
        short = context.precision != "range" or _days_in(context) < _LESS_THAN_A_YEAR
        if _FINE[fine] >= _FINE[grain] and short:
            anchor = Anchor(Day.fromisoformat(context.low), fine, context.low)
            relative = context.low
        elif context.precision == "range" and grain == "year":
            anchor = Anchor(Day.fromisoformat(context.low), "day", context.low)
            relative = context.low
    if unit in ("century",):
        return Resolved(NO_SPAN, "relative")
    grain = {"year": "year", "decade": "year", "quarter": "month", "month": "month"}.get(
        unit, "day"
    )
    if not _knows(anchor, grain):
        return Resolved(NO_SPAN, "relative")
    if unit == "weekend":
        saturday = anchor.day + datetime.timedelta(days=5 - anchor.day.weekday() + 7 * by)
        return Resolved(
            range_span(saturday, saturday + datetime.timedelta(days=1)), "relative", relative
        )
    if unit == "night":
        unit = "day"
    try:
        day = moved(anchor.day, by, unit)
    except (ValueError, OverflowError):
        return Resolved(NO_SPAN, "relative")
    if unit == "year":
        span = year_span(day.year)
    elif unit == "decade":
        first = day.year - day.year % 10
        span = range_span(Day(first, 1, 1), Day(first + 9, 12, 31)) if abs(by) < 1 else NO_SPAN
        span = span if span.low else year_span(day.year)
    elif unit == "quarter":
        span = quarter_span(day.year, (day.month + 2) // 3)
    elif unit == "month":
        span = month_span(day.year, day.month)
    elif unit in ("week", "fortnight"):
        span = week_span(day)
    else:
        span = day_span(day)
    return Resolved(span, "relative", relative)


def _stretch(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if not _knows(anchor, "day") or n["unit"] in ("night", "weekend", "half"):
        return Resolved(NO_SPAN, "relative")
    try:
        other = moved(anchor.day, n["sign"] * n["n"], n["unit"])
    except (ValueError, OverflowError):
        return Resolved(NO_SPAN, "relative")
    low, high = sorted((anchor.day, other))
    return Resolved(range_span(low, high), "relative", anchor.words)


def _ended(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    basis = "absolute" if "y" in n else ("yearless" if "d" in n else "month")
    relative, year = "", n.get("y")
    if year is None:
        if not _knows(anchor, "month"):
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
    if not _knows(anchor, "day"):
        return Resolved(NO_SPAN, "present")
    return Resolved(day_span(anchor.day), "present", anchor.words)


def _holiday(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if n.get("y"):
        return Resolved(day_span(Day(n["y"], n["m"], n["d"])), "holiday")
    found = _yearless(n, anchor, tense, context)
    return Resolved(found.span, "holiday", found.relative_to)


def _without(basis: str):
    def rule(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
        return Resolved(NO_SPAN, basis)

    return rule


_RULES = {
    "weekend": _weekend,
    "date": _date, "yearless": _yearless, "days": _days, "month": _month, "year": _year,
    "years": _years, "decade": _decade, "hundred": _hundred, "century": _century,
    "quarter": _quarter, "half": _half, "months": _months, "season": _season,
    "weekday": _weekday, "shift": _shift, "stretch": _stretch, "ended": _ended,
    "present": _present, "holiday": _holiday, "duration": _without("duration"),
    "set": _without("set"), "vague": _without("vague"),
}  # fmt: skip
