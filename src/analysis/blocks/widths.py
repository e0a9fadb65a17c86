"""How wide the columns of a printed table are, so that dates stay whole and quotations get room.

Short columns (dates, numbers, names) take what they need; the others share the rest of the page by
the room their longest word and their usual cell ask for. A table too wide for that is set smaller,
and at last on landscape pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Layout", "plan_columns"]

PORTRAIT = 52.0  # ems of table text across the page: 166 mm at 9 points
LANDSCAPE = 79.0  # 253 mm
GAP = 0.9  # ems: room left and right of a cell together
SHORT = 10.0  # a column up to this wide is not wrapped, as long as
MOST_SHORT = 0.62  # such columns leave the others this share of the page
ROOMY = 30.0  # a long text asks for no more than this: 65 letters, a good line
ADDRESS = 11.0  # and a path, which is looked up rather than read, for no more than this
WORTH_TURNING = 12  # rows: a shorter table is not worth a page of its own
SIZES = (1.0, 0.92, 0.85)

# Widths of letters in ems, by class: near enough for Libertinus Serif to plan with.
NARROW = frozenset("iljtfrI.,:;'!|()[]/-·“”‘’ ")
BROAD = frozenset("mwMWшщжюмфыШЩЖЮМФЫ@—…%&")


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
    usual = [_usual(column, kind) for column, kind in zip(cells, kinds, strict=True)]
    least = [_least(column, kind) for column, kind in zip(cells, kinds, strict=True)]
    for size in SIZES:
        if not wide and (columns := _fit(usual, least, PORTRAIT / size)):
            return Layout(columns, size, False)
    may_turn = wide or (wide is None and len(cells[0]) > WORTH_TURNING)
    for size in SIZES:
        if may_turn and (columns := _fit(usual, least, LANDSCAPE / size)):
            return Layout(columns, size, True)
    return Layout(tuple(f"{width:.1f}fr" for width in least), SIZES[-1], bool(wide))


def _fit(usual: Sequence[float], least: Sequence[float], page: float) -> tuple[str, ...]:
    """Column widths on a page of that many ems; none when the longest words do not fit."""
    room = page - GAP * len(usual)
    if sum(usual) <= 0.9 * room and max(usual) < ROOMY:  # the estimate is good to a tenth
        return ("auto",) * len(usual)
    short = [width <= SHORT for width in usual]
    taken = sum(width for width, is_short in zip(usual, short, strict=True) if is_short)
    if taken > MOST_SHORT * room or all(short):
        short, taken = [False] * len(usual), 0.0
    floor = sum(width for width, is_short in zip(least, short, strict=True) if not is_short)
    if taken + floor > room:
        return ()
    spare = room - taken - floor
    wants = sum(
        max(u - m, 0.0) for u, m, is_short in zip(usual, least, short, strict=True) if not is_short
    )
    share = spare / wants if wants else 0.0
    return tuple(
        "auto" if is_short else f"{m + share * max(u - m, 0.0):.1f}fr"
        for u, m, is_short in zip(usual, least, short, strict=True)
    )


def _usual(column: Sequence[str], kind: str) -> float:
    """What the widest cell asks for."""
    roomy = ADDRESS if kind in ("place", "link") else ROOMY
    return min(max(map(_width, column), default=0.0), roomy)


def _least(column: Sequence[str], kind: str) -> float:
    """What the longest word needs; a path may break after each of its parts."""
    if kind in ("place", "link"):
        return 8.0
    words = {word for cell in column for word in cell.split()}
    return min(max(map(_width, words), default=0.0), 12.0) + 0.2


def _width(text: str) -> float:
    """Estimated width in ems."""
    return sum(
        0.29 if letter in NARROW else 0.8 if letter in BROAD else _plain(letter) for letter in text
    )


def _plain(letter: str) -> float:
    if letter > "\u2e7f":  # Chinese, Japanese, Korean: a square each
        return 1.0
    return 0.66 if letter.isupper() else 0.5
