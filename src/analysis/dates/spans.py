"""Stretches of days: what a year, a quarter, a month or a shift of them means in days."""

import calendar
import datetime
from typing import NamedTuple

__all__ = ["Span", "day_span", "month_span", "moved", "quarter_span", "range_span", "week_span",
           "year_span"]  # fmt: skip

Day = datetime.date


class Span(NamedTuple):
    """First and last day meant (ISO, inclusive) and how finely the words say it."""

    low: str = ""
    high: str = ""
    precision: str = ""


NO_SPAN = Span()


def day_span(day: Day) -> Span:
    """One day.

    >>> day_span(Day(2019, 7, 25)).low
    '2019-07-25'
    """
    return Span(day.isoformat(), day.isoformat(), "day")


def month_span(year: int, month: int) -> Span:
    """A calendar month.

    >>> month_span(2020, 2).high
    '2020-02-29'
    """
    last = calendar.monthrange(year, month)[1]
    return Span(f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}", "month")


def year_span(year: int) -> Span:
    """A calendar year."""
    return Span(f"{year:04}-01-01", f"{year:04}-12-31", "year")


def range_span(low: Day, high: Day) -> Span:
    """From one day to another."""
    return Span(low.isoformat(), high.isoformat(), "range")


def months_span(year: int, first: int, count: int) -> Span:
    """Several months on end, as a range: a quarter, a half, a season."""
    end_year, end_month = shifted_month(year, first, count - 1)
    return Span(month_span(year, first).low, month_span(end_year, end_month).high, "range")


def quarter_span(year: int, quarter: int) -> Span:
    """A quarter of a calendar year, 1 to 4."""
    return months_span(year, 3 * quarter - 2, 3)


def week_span(day: Day) -> Span:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - datetime.timedelta(days=day.weekday())
    return range_span(monday, monday + datetime.timedelta(days=6))


def shifted_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month so many months later."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def moved(day: Day, by: int, unit: str) -> Day:
    """The day so many units later; the end of a shorter month where the day does not exist.

    >>> moved(Day(2020, 2, 29), -1, "year")
    datetime.date(2019, 2, 28)
    """
    if unit == "day":
        return day + datetime.timedelta(days=by)
    if unit in ("week", "fortnight"):
        return day + datetime.timedelta(days=7 * by * (2 if unit == "fortnight" else 1))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * by
    year, month = shifted_month(day.year, day.month, months)
    return Day(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def ordinal_day(year: int, month: int, day: int) -> Day | None:
    """The day, or None where the calendar has no such day."""
    try:
        return Day(year, month, day)
    except ValueError:
        return None
