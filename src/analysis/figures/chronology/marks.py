"""How a position is drawn: its stance a shape and colour, its strength a size, its date a place.

A date known only to the month or year is a line as long as the interval, with an open mark.
"""

import textwrap
from collections.abc import Iterable
from datetime import date

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.lines import Line2D

from analysis.figures import style

__all__ = [
    "LABEL",
    "SIZE",
    "are",
    "draw_marks",
    "legend",
    "middle",
    "number",
    "time_axis",
    "whole_years",
    "wrapped",
]

LABEL = 34  # characters of a line of a lane's name, of which there may be two
SMALLEST, STEP = 22.0, 9.0  # points squared of a mark of strength 1, and of each step more
YEAR = 366  # days
SIZE = "its size the strength (1 smallest to 5 largest, within the stance)"


def draw_marks(axes: Axes, rows: pd.DataFrame) -> None:
    """A mark a row at its date and ``y``; a line where the date is an interval."""
    for stance, members in rows.groupby("stance", sort=True):
        colour, mark = style.stance_mark(str(stance))
        days = members[members["date_low"] == members["date_high"]]
        wide = members[members["date_low"] != members["date_high"]]
        for part, face in ((days, colour), (wide, "white")):
            axes.scatter(
                [middle(*span) for span in zip(part["date_low"], part["date_high"], strict=True)],
                part["y"],
                s=SMALLEST + STEP * (part["strength"].astype(float) - 1),
                marker=mark,
                facecolors=face,
                edgecolors=colour if face == "white" else "white",
                linewidths=0.9 if face == "white" else 0.4,
                zorder=3,
            )
        if wide.empty:
            continue
        axes.hlines(
            wide["y"],
            [number(day) for day in wide["date_low"]],
            [number(day) for day in wide["date_high"]],
            color=colour,
            lw=0.9,
            zorder=2,
            gid=f"interval-{stance}",
        )


def time_axis(axes: Axes, first: date, last: date) -> None:
    """Dates from a first to a last day, with years named."""
    first, last = whole_years(first, last)
    margin = max((last - first).days * 0.02, 3)
    axes.set_xlim(float(date2num(first)) - margin, float(date2num(last)) + margin)
    locator = AutoDateLocator(minticks=3, maxticks=9)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))
    axes.grid(axis="x")


def legend(axes: Axes, stances: Iterable[str]) -> None:
    found = set(stances)
    handles = [
        Line2D([], [], ls="", marker=mark, color=colour, label=stance, markersize=5)
        for stance in style.STANCES
        if stance in found
        for colour, mark in [style.stance_mark(stance)]
    ]
    figure = axes.get_figure()
    assert figure is not None
    figure.legend(
        handles=handles,
        loc="outside upper left",
        ncols=max(len(handles), 1),
        fontsize=8,
        frameon=False,
        handletextpad=0.1,
        columnspacing=1.0,
        borderpad=0.1,
    )


def wrapped(name: str) -> str:
    """A name on at most two lines beside a lane, cut at a word where these are too short."""
    lines = textwrap.wrap(" ".join(name.split()), LABEL, max_lines=2, placeholder=" …")
    return "\n".join(lines)


def whole_years(first: date, last: date) -> tuple[date, date]:
    """The period to draw: a few days alone would give an axis of days without a year.

    >>> whole_years(date(2031, 3, 1), date(2031, 3, 2))
    (datetime.date(2031, 1, 1), datetime.date(2031, 12, 31))
    """
    if (last - first).days > YEAR:
        return first, last
    return date(first.year, 1, 1), date(last.year, 12, 31)


def are(n: int) -> str:
    return "is" if n == 1 else "are"


def number(day: str) -> float:
    return float(date2num(date.fromisoformat(day)))


def middle(low: str, high: str) -> float:
    return (number(low) + number(high)) / 2
