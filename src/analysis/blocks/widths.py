"""How wide the columns of a printed table are, so that dates stay whole and quotations get room.

Each column first gets what its longest word needs. What is left of the page goes, bit by bit, to
the column that makes most rows tall, so that the table as a whole gets short. A table whose longest
words do not fit is set smaller, and at last on landscape pages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

__all__ = ["Layout", "plan_columns"]

PORTRAIT = 52.0  # ems of table text across the page: 166 mm at 9 points
LANDSCAPE = 79.0  # 253 mm
GAP = 0.9  # ems: room left and right of a cell together
SHORT = 12.0  # ems: a column up to this wide takes its exact width when it has got it
LONGEST_WORD = 12.0  # ems: a longer word is broken, or it would take the room of the others
ADDRESS = 9.0  # ems: the least for a path, which may break after each of its parts
SIZES = (1.0, 0.92, 0.85)
SMALLEST = 0.72  # 6.5 points, when nothing else helps
WORD = re.compile(r"\S+?-(?=[^\W\d])|\S+")  # "twenty-one" may break, "2022-05-16" may not
SAMPLE = 400  # rows that are enough to judge by
ROWS_A_PAGE = 20  # the heading stands on each page, and counts as often
STEPS = 80  # portions in which the spare room is given away: half an em or less each

# Widths of letters in ems, by class: near enough for Libertinus Serif to plan with.
NARROW = frozenset("iljtfrI.,:;'!|()[]/-·“”‘’ ")
BROAD = frozenset("mwMWшщжюмфыШЩЖЮМФЫ@—…%&")
MONO = 0.85  # paths are set small
SAFETY = 1.06  # a bold heading is a little wider than estimated


@dataclass(frozen=True)
class Layout:
    """Typst column widths, the size of the text, and whether the pages lie on their side."""

    columns: tuple[str, ...]
    size: float
    wide: bool


def plan_columns(
    cells: Sequence[Sequence[str]],
    kinds: Sequence[str],
    *,
    weights: Sequence[float] | None = None,
    wide: bool | None = None,
) -> Layout:
    """The layout of a table given by columns, each with its heading first.

    >>> plan_columns([["Theme", "ports"], ["Passages", "3"]], ["text", "number"]).columns
    ('auto', 'auto')
    """
    if weights is not None or not cells:
        return Layout(tuple(f"{weight:g}fr" for weight in weights or ()), 1.0, bool(wide))
    n_rows = len(cells[0])
    heads = 1 + n_rows // ROWS_A_PAGE
    sample = [[column[0]] * heads + list(column[1 :: 1 + n_rows // SAMPLE]) for column in cells]
    asked = np.array([[_width(cell) for cell in column] for column in sample]).T * SAFETY
    asked *= [MONO if kind in ("place", "link") else 1.0 for kind in kinds]
    least = np.array([_least(column, kind) for column, kind in zip(cells, kinds, strict=True)])
    for turned in (False, True) if wide is None else (wide,):
        for size in SIZES:
            room = (LANDSCAPE if turned else PORTRAIT) / size - GAP * len(cells)
            if least.sum() <= room:
                return Layout(_share(asked, least, room), size, turned)
    return Layout(tuple(f"{width:.1f}fr" for width in least), SMALLEST, wide is not False)


def _share(asked: np.ndarray, least: np.ndarray, room: float) -> tuple[str, ...]:
    """Column widths in a room that holds the longest words; ``asked`` by row and column."""
    whole = np.maximum(asked.max(axis=0), least)
    if whole.sum() <= room:
        return ("auto",) * len(whole)
    given = least.copy()
    step = (room - least.sum()) / STEPS
    for _ in range(STEPS):
        lines = np.ceil(asked / given)
        tallest = lines.max(axis=1)
        others = np.sort(lines, axis=1)[:, -2] if lines.shape[1] > 1 else np.zeros(len(lines))
        # A row gets shorter only through its one tallest cell; how far, the next tallest says.
        gains = np.where(lines == tallest[:, None], (tallest - others + 0.1)[:, None], 0).sum(
            axis=0
        )
        gains[given >= whole] = -1.0
        given[gains.argmax()] += step
    exact = (given >= whole) & (whole <= SHORT)
    return tuple(
        "auto" if own else f"{width:.1f}fr" for own, width in zip(exact, given, strict=True)
    )


def _least(column: Sequence[str], kind: str) -> float:
    """What the longest word needs; a path may break after each of its parts."""
    if kind in ("place", "link"):
        return min(max(map(_width, column), default=0.0) * SAFETY * MONO, ADDRESS) + 0.2
    words = {word for cell in column for word in WORD.findall(cell)}
    return min(max(map(_width, words), default=0.0) * SAFETY, LONGEST_WORD) + 0.2


def _width(text: str) -> float:
    """Estimated width in ems."""
    return sum(map(_letter, text))


@cache
def _letter(letter: str) -> float:
    if letter in NARROW:
        return 0.29
    if letter in BROAD:
        return 0.8
    if letter > "\u2e7f":  # Chinese, Japanese, Korean: a square each
        return 1.0
    return 0.66 if letter.isupper() else 0.5
