"""The lines of a text that are not blank, and where they lie in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.headers import is_header

__all__ = ["Line", "lines_of", "whole_dates"]


class Line(NamedTuple):
    start: int
    end: int
    text: str
    gap: int


def lines_of(text: str) -> Iterator[Line]:
    """Lines that are not blank, with the number of blank lines before each."""
    at = gap = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = at + raw.index(words[0])
            yield Line(start, start + len(words), words, gap)
            gap = 0
        elif raw != "\r":
            gap += 1
        at += len(raw)


_LONE_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_IN = re.compile(r"\d{4}")


def whole_dates(lines: list[Line]) -> list[Line]:
    """The lines, a year that stands alone below the rest of its date being one with it.

    >>> [line.text for line in whole_dates(list(lines_of("Marlow, 25 July\\n2019\\n\\n2020")))]
    ['Marlow, 25 July 2019', '2020']
    """
    whole: list[Line] = []
    for line in lines:
        if whole and not line.gap and _LONE_YEAR.fullmatch(line.text):
            above = whole[-1]
            both = f"{above.text} {line.text}"
            if not _YEAR_IN.search(above.text) and is_header(both):
                whole[-1] = Line(above.start, line.end, both, above.gap)
                continue
        whole.append(line)
    return whole
