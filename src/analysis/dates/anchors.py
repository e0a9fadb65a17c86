"""The date of a document as the point from which its words are counted."""

import datetime
from typing import NamedTuple

from analysis.dates.spans import Span

__all__ = ["FINE", "YEARS_AWAY", "Anchor", "Day", "Resolved", "anchor_of", "knows"]

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


YEARS_AWAY = {"last": -1, "this": 0, "next": 1, "the": 0}
FINE = {"day": 3, "month": 2, "year": 1}


def knows(anchor: Anchor | None, grain: str) -> bool:
    return anchor is not None and FINE[anchor.known] >= FINE[grain]
