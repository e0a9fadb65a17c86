"""How every figure looks: one face, few colours, nothing that does not carry a number.

Colours are Okabe and Ito's (2008), chosen so that colour-blind readers tell them apart; here in an
order in which neighbours also differ in lightness, so that a grey print still reads. Marks carry a
shape as well as a colour where the reader must tell kinds apart.
"""

from collections.abc import Mapping

import matplotlib
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

__all__ = [
    "ACCENT",
    "COLOURS",
    "FAINT",
    "INK",
    "MARKS",
    "MUTED",
    "SCALE",
    "STANCES",
    "WIDTH",
    "axes",
    "height_for",
    "ink_on",
    "shortened",
    "stance_mark",
]

INK = "#1b2430"
MUTED = "#5c6670"  # 5.9:1 on white: axis words and notes stay readable
FAINT = "#d5dae0"  # rules and grids, never words
ACCENT = "#1f4e79"
COLOURS = ("#1f4e79", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#6b7280")
MARKS = ("o", "s", "^", "D", "v", "P", "X")
SCALE = LinearSegmentedColormap.from_list("standpoint", ["#f4f6f8", "#9db8d2", "#1f4e79"])

# A stance keeps its colour and mark in every figure.
STANCES = ("affirm", "support", "concern", "oppose", "call", "commit", "decide")

WIDTH = 6.6  # inches: the width of the text on a page of the report
ROW = 0.27  # inches: a row of 8-point words with room above and below

SETTINGS: Mapping[str, object] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 8,
    "axes.labelsize": 8,
    "axes.titlesize": 9,
    "axes.labelcolor": MUTED,
    "axes.edgecolor": FAINT,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": False,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "text.color": INK,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": 8,
    "ytick.labelsize": 8,
    "xtick.major.size": 3,
    "ytick.major.size": 0,
    "legend.frameon": False,
    "legend.fontsize": 8,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "figure.constrained_layout.use": True,
}


def axes(height: float, **subplots: object) -> Axes:
    """Empty axes of the house style, in inches; ``axes.figure`` is their figure.

    Further keywords go to ``Figure.subplots`` (which then gives an array of axes).
    """
    with matplotlib.rc_context(dict(SETTINGS)):
        return Figure(figsize=(WIDTH, height)).subplots(**subplots)


def height_for(n_rows: int, *, row: float = ROW, rest: float = 0.7) -> float:
    """The height in inches of a figure with one row of words for each of ``n_rows``.

    >>> round(height_for(10), 2)
    3.4
    """
    return max(n_rows, 1) * row + rest


def stance_mark(stance: str) -> tuple[str, str]:
    """Colour and mark of a stance, the same in every figure.

    >>> stance_mark("affirm")
    ('#1f4e79', 'o')
    """
    number = STANCES.index(stance) if stance in STANCES else len(STANCES) - 1
    return COLOURS[number], MARKS[number]


def shortened(name: str, letters: int) -> str:
    """A name that leaves room for the marks: cut at a word where it is too long.

    >>> shortened("ports, harbours, quays", 18)
    'ports, harbours …'
    """
    return name if len(name) <= letters else name[:letters].rsplit(" ", 1)[0].rstrip(",") + " …"


def ink_on(colour: tuple[float, float, float, float]) -> str:
    """Ink or white, whichever reads better on a colour (relative luminance of WCAG 2.2).

    >>> ink_on((1, 1, 1, 1)), ink_on((0, 0, 0, 1))
    ('#1b2430', 'white')
    """
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return INK if luminance > 0.22 else "white"  # where both contrasts are equal
