"""What the names of the calendar mean: days, months, years, seasons, weekdays, holidays.

A name that carries its own year needs nothing else; one without is placed by the verbs around it,
and where they are silent, at the nearer side of the document's date.
"""

import datetime

from analysis.dates.anchors import YEARS_AWAY, Anchor, Day, Resolved, knows
from analysis.dates.spans import (
    NO_SPAN,
    Span,
    day_span,
    month_span,
    months_span,
    ordinal_day,
    range_span,
    shifted_month,
    year_span,
)

__all__ = ["RULES"]


def _date(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    day = ordinal_day(n["y"], n["m"], n["d"])
    other = ordinal_day(n["y"], n["d"], n["m"]) if "swap" in n else None
    if day and other:  # 05/09: nothing in the document says which figure is the day
        return Resolved(range_span(*sorted((day, other))), "ambiguous")
    return Resolved(day_span(day) if day else NO_SPAN, "absolute")


def _yearless(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if not knows(anchor, "month"):
        return Resolved(NO_SPAN, "yearless")
    if "of" in n:
        year = anchor.day.year + YEARS_AWAY[n["of"]]
    elif anchor.known == "month" and n["m"] == anchor.day.month:
        year = anchor.day.year
    else:
        year = year_for(n["m"], n["d"], anchor, tense, n.get("wd"))
    day = ordinal_day(year, n["m"], n["d"]) if year else None
    return Resolved(day_span(day) if day else NO_SPAN, "yearless", anchor.words)


def year_for(
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
        if not knows(anchor, "day"):
            return Resolved(NO_SPAN, basis)
        year, relative = year_for(n["m"], n["d"], anchor, tense), anchor.words
    first = ordinal_day(year, n["m"], n["d"]) if year else None
    last = ordinal_day(year, n["m2"], n["d2"]) if year else None
    if not first or not last or last < first:
        return Resolved(NO_SPAN, basis, relative)
    return Resolved(range_span(first, last), basis, relative)


def _month(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if "y" in n:
        return Resolved(month_span(n["y"], n["m"]), "absolute")
    if "of" in n and knows(anchor, "year"):
        year = anchor.day.year + YEARS_AWAY[n["of"]]
        return Resolved(month_span(year, n["m"]), "month", anchor.words)
    if not knows(anchor, "month"):
        return Resolved(NO_SPAN, "month")
    away = n["m"] - anchor.day.month
    mod = n.get("mod", "")
    if mod.startswith("the ") and context.low:  # "the following April"
        anchor = Anchor(Day.fromisoformat(context.low), "month", context.low[:7])
        away = n["m"] - anchor.day.month
    if mod.startswith("last") or mod.endswith("previous"):
        by = away if away < 0 else away - 12
    elif mod.startswith("next") or mod.endswith("following"):
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


def _season(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    first = {0: 12, 1: 3, 2: 6, 3: 9}[n["s"]]
    if n.get("y"):
        return Resolved(months_span(n["y"], first, 3), "absolute")
    if "of" in n and anchor:
        year = anchor.day.year + YEARS_AWAY[n["of"]]
        return Resolved(months_span(year, first, 3), "relative", anchor.words)
    if not knows(anchor, "month"):
        return Resolved(NO_SPAN, "relative")
    mod = n.get("mod", "")
    if context.low and mod.startswith("the "):  # "the following summer"
        return _season_beside(context, first, ahead=not mod.endswith("previous"))
    spans = [months_span(anchor.day.year + by, first, 3) for by in (-2, -1, 0, 1)]
    today = anchor.day.isoformat()
    if mod.startswith("last") or mod in ("this past", "the previous"):
        span = [span for span in spans if span.high < today][-1]
    elif mod in ("next", "this coming", "the next", "the following") or tense > 0:
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


def _season_beside(context: Span, first: int, *, ahead: bool) -> Resolved:
    """The first season after what was said, or the last before it."""
    year = int(context.high[:4]) if ahead else int(context.low[:4])
    spans = [months_span(year + by, first, 3) for by in ((-1, 0, 1) if ahead else (1, 0, -1, -2))]
    fits = (s for s in spans if (s.low > context.high if ahead else s.high < context.low))
    return Resolved(next(fits), "relative", context.low)


def _weekday(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if not knows(anchor, "day"):
        return Resolved(NO_SPAN, "weekday")
    mod = n.get("mod", "")
    if mod.startswith("the ") and context.precision == "day":  # "the following Friday"
        anchor = Anchor(Day.fromisoformat(context.low), "day", context.low)
    ahead = (n["wd"] - anchor.day.weekday()) % 7
    back = ahead - 7 if ahead else 0
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


def _holiday(n: dict, anchor: Anchor | None, tense: int, context: Span) -> Resolved:
    if n.get("y"):
        return Resolved(day_span(Day(n["y"], n["m"], n["d"])), "holiday")
    found = _yearless(n, anchor, tense, context)
    return Resolved(found.span, "holiday", found.relative_to)


RULES = {
    "date": _date, "yearless": _yearless, "days": _days, "month": _month, "year": _year,
    "years": _years, "decade": _decade, "hundred": _hundred, "century": _century,
    "season": _season, "weekday": _weekday, "holiday": _holiday,
}  # fmt: skip
"""Kind of expression -> the rule that gives its days."""
