"""Days a document can be of: intervals, when two of them agree, and what both allow."""

import re
from datetime import date, timedelta

import pandas as pd

__all__ = [
    "EARLIEST",
    "LAG_DAYS",
    "LATEST",
    "Span",
    "is_day",
    "narrowed",
    "near",
    "shifted",
    "spans",
]

LAG_DAYS = 3  # a session of Friday evening is reported on Monday at the latest
EARLIEST, LATEST = "0001-01-01", "9999-12-31"

Span = tuple[str, str]


def spans(documents: pd.DataFrame) -> list[Span]:
    """First and last day each document can be of."""
    lows = documents["published_low"].where(documents["published_low"] != "", EARLIEST)
    highs = documents["published_high"].where(documents["published_high"] != "", LATEST)
    return list(zip(lows, highs, strict=True))


def near(a: Span, b: Span) -> bool:
    """Whether two intervals meet, or lie no further apart than a report is late."""
    return b[0] <= shifted(a[1], LAG_DAYS) and a[0] <= shifted(b[1], LAG_DAYS)


def narrowed(a: Span, b: Span) -> Span:
    """What both intervals allow; of two that do not meet the earlier, for reports come later."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else min(a, b)


def is_day(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text))


def shifted(day: str, days: int) -> str:
    if day in (EARLIEST, LATEST):
        return day
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
