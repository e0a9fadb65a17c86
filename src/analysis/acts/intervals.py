"""Days a document can be of: intervals, when two of them agree, and what both allow."""

import re
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from analysis import tables
from analysis.tables import EARLIEST, LATEST

__all__ = [
    "LAG_DAYS",
    "STATED_LAG",
    "Span",
    "is_day",
    "narrowed",
    "near",
    "shifted",
    "spans",
]

LAG_DAYS = 3  # a session of Friday evening is reported on Monday at the latest
STATED_LAG = 1  # one evening is two days in two parts of the world


class Span(NamedTuple):
    """First and last day a document or act can be of, and whether the words give them."""

    low: str
    high: str
    sure: bool = False


def spans(documents: pd.DataFrame) -> list[Span]:
    """The days on which what each document tells can have been stated."""
    known = tables.dated(documents)
    sure = documents["stated"] != ""
    return [
        Span(low or EARLIEST, high or LATEST, said)
        for low, high, said in zip(known["date_low"], known["date_high"], sure, strict=True)
    ]


def near(a: Span, b: Span) -> bool:
    """Whether two intervals meet, or lie no further apart than a report is late.

    >>> near(Span("2031-05-02", "2031-05-02"), Span("2031-05-05", "2031-05-05"))
    True
    >>> near(Span("2031-05-02", "2031-05-02", True), Span("2031-05-05", "2031-05-05", True))
    False
    """
    lag = STATED_LAG if a.sure and b.sure else LAG_DAYS
    return b.low <= shifted(a.high, lag) and a.low <= shifted(b.high, lag)


def narrowed(a: Span, b: Span) -> Span:
    """What both intervals allow; of two that do not meet the earlier, for reports come later.

    Days that the words give come before those on which a page was published, unless it was
    published earlier still.
    """
    if a.sure != b.sure:
        sure, page = (a, b) if a.sure else (b, a)
        return page if page.high < sure.low else sure
    low, high = max(a.low, b.low), min(a.high, b.high)
    return Span(low, high, a.sure) if low <= high else min(a, b)


def is_day(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text))


def shifted(day: str, days: int) -> str:
    if day in (EARLIEST, LATEST):
        return day
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
