"""When what was stated: lanes of marks over time, above the texts there are to read.

A mark is a stance taken in one act, however many of its positions take it, so that a long speech
is a few marks and not a hundred; its size is the greatest strength. A date known only to the month
or year is a line as long as the interval. The strip below counts the documents, and among them
those in which something drawn is stated, so that an empty stretch of a lane can be told from a
stretch without texts.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.ticker import MaxNLocator

from analysis import blocks, tables
from analysis.figures import style
from analysis.figures.chronology.marks import (
    SIZE,
    are,
    draw_marks,
    legend,
    middle,
    time_axis,
    whole_years,
    wrapped,
)
from analysis.tables import counted

__all__ = ["timeline"]

MOST_LANES = 12  # what half a page can hold at a readable size; the rest is counted in the note
LANE, LEAST_LANE = 0.34, 0.27  # inches; the least has room for a name on two lines
LANES = 4.4  # inches of all lanes together, so that a figure leaves room for text on its page
STRIP = 0.75  # inches
NEAR = 1 / 48  # of the drawn period: marks nearer than this would cover each other
MARK = 0.27  # of a lane: the height of a mark in a stack
NO_THEME, NOBODY = "no theme", "nobody named"
TALLEST = 6  # marks in a stack at full height; more are drawn closer


def timeline(
    positions: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    lanes: str = "",
    labels: Mapping[str, str] | None = None,
) -> blocks.Block:
    """Positions over time, a lane for each theme, or for each holder; the documents below.

    Parameters
    ----------
    positions, documents
        One row per position to draw; one row per document that could have stated one.
    lanes
        ``themes`` or ``holder``; "" takes themes where a position has one.
    labels
        Names of themes for a reader.
    """
    if lanes not in ("", "themes", "holder"):
        raise tables.AnalysisError(f"lanes is {lanes!r}; choose themes or holder")
    rows = positions
    drawn = tables.bounded(rows)
    undated = len(rows) - len(drawn)
    if drawn.empty:
        return blocks.Text(
            f"No timeline: of {counted(len(rows), 'position')} chosen, none has a date.",
            kind="note",
        )
    lanes = lanes or ("themes" if any(drawn["themes"]) else "holder")
    laned = _lanes(drawn, lanes, labels or {})
    names = _longest(laned["lane"])
    shown = laned[laned["lane"].isin(names)]
    placed, edges = _placed(_marks(shown), names)
    covered = _covered(documents, drawn)
    height = edges[-1] * max(LEAST_LANE, min(LANE, LANES / edges[-1]))
    upper, lower = style.axes(
        height + STRIP + 0.75, nrows=2, sharex=True, height_ratios=[height, STRIP]
    )
    counts = shown["lane"].value_counts()
    _draw_lanes(upper, placed, [f"{wrapped(name)}  {counts[name]}" for name in names], edges)
    n_periods = _draw_coverage(lower, covered, drawn)
    legend(upper, placed["stance"])
    title = _title(drawn, laned, names, lanes)
    return blocks.Picture(
        upper.get_figure(),
        title=title,
        alt=_alt(shown, names, covered, title, lanes),
        note=_note(undated, laned, shown, n_periods),
    )


def _lanes(rows: pd.DataFrame, by: str, labels: Mapping[str, str]) -> pd.DataFrame:
    """A row for each position and each lane it stands in."""
    single = rows.assign(lane=rows[by].str.split("|")).explode("lane")
    single = single[single["lane"] != ""] if by == "holder" else single
    if by == "holder":
        return single.assign(lane=single["lane"].replace("unresolved", NOBODY))
    named = [labels.get(lane) or lane.replace("-", " ") for lane in single["lane"]]
    return single.assign(lane=[name or NO_THEME for name in named])


def _longest(lanes: pd.Series) -> list[str]:
    """The lanes with most positions, by name where equal; the lane without a name last."""
    counts = lanes.value_counts()
    order = sorted(counts.index, key=lambda name: (name in (NO_THEME, NOBODY), -counts[name], name))
    return order[:MOST_LANES]


def _marks(rows: pd.DataFrame) -> pd.DataFrame:
    """The strongest row of each lane, act and stance, in the order of the rows."""
    one = ["lane", "act_id", "stance", "date_low", "date_high"]
    rows = rows.reset_index(drop=True)
    strongest = rows.sort_values("strength", ascending=False, kind="stable")
    return rows[~(strongest.duplicated(one) & (strongest["act_id"] != "")).sort_index()]


def _placed(rows: pd.DataFrame, names: Sequence[str]) -> tuple[pd.DataFrame, list[float]]:
    """Rows with a height, and the lower edge of each lane; a lane is as high as its stacks.

    A mark that would cover another goes above or below it, as near to the middle as there is room.
    """
    middles = [middle(*span) for span in zip(rows["date_low"], rows["date_high"], strict=True)]
    near = max(max(middles) - min(middles), 365) * NEAR  # a year at least is drawn
    order = rows.assign(x=middles).sort_values(["x", "stance", "strength"], kind="stable")
    parts, edges = [], [0.0]
    for name in names:
        lane = order[order["lane"] == name]
        steps = _steps(lane["x"].tolist(), near)
        n = max(steps) - min(steps) + 1
        edges.append(edges[-1] + max(1.0, min(n, TALLEST) * MARK + 0.2))
        centre, size = (edges[-2] + edges[-1]) / 2, min(MARK, TALLEST * MARK / n)
        shift = (max(steps) + min(steps)) / 2
        parts.append(lane.assign(y=[centre + (step - shift) * size for step in steps]))
    return pd.concat(parts), edges


def _steps(middles: Sequence[float], near: float) -> list[int]:
    """For each mark from left to right the steps above or below the middle where it has room.

    >>> _steps([0, 1, 2, 9], near=5)
    [0, 1, -1, 0]
    """
    taken: list[float] = []  # the last mark at each step, in the order 0, 1, -1, 2, -2 ...
    steps = []
    for x in middles:
        k = next((k for k, last in enumerate(taken) if x - last >= near), len(taken))
        taken[k : k + 1] = [x]
        steps.append((k + 1) // 2 * (1 if k % 2 else -1))
    return steps


def _draw_lanes(
    axes: Axes, rows: pd.DataFrame, names: Sequence[str], edges: Sequence[float]
) -> None:
    for edge in edges[1:-1]:
        axes.axhline(edge, color=style.FAINT, lw=0.6, zorder=0)
    draw_marks(axes, rows)
    middles = [(a + b) / 2 for a, b in pairwise(edges)]
    axes.set_yticks(middles, names)
    axes.set_ylim(edges[-1], 0)
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="x", labelbottom=False, length=0)
    axes.grid(axis="x")


def _covered(documents: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The dated documents, copies left out, and which of them a drawn row stands in."""
    when = tables.dated(documents)[["date_low", "date_high"]]
    dated = tables.bounded(documents[documents["same_as"] == ""].assign(**when))
    return dated.assign(states=dated["doc_id"].isin(rows["doc_id"]))


def _draw_coverage(axes: Axes, documents: pd.DataFrame, rows: pd.DataFrame) -> str:
    """Documents in each period, as bars under the lanes; how to read them."""
    lows = [*rows["date_low"], *documents["date_low"]]
    highs = [*rows["date_high"], *documents["date_high"]]
    first, last = whole_years(date.fromisoformat(min(lows)), date.fromisoformat(max(highs)))
    period, starts = _periods(first, last)
    ends = [*starts[1:], date.fromordinal(last.toordinal() + 1)]
    days = [start.isoformat() for start in starts]
    counts = {True: [0] * len(starts), False: [0] * len(starts)}
    spread = 0
    columns = (documents[name] for name in ("date_low", "date_high", "states"))
    for low, high, states in zip(*columns, strict=True):
        at, until = (bisect_right(days, day) - 1 for day in (low, high))
        if at == until:
            counts[states][at] += 1
        else:
            spread += 1
    left = [date2num(start) for start in starts]
    widths = [date2num(b) - date2num(a) for a, b in zip(starts, ends, strict=True)]
    look = {"align": "edge", "edgecolor": style.MUTED, "lw": 0.5}
    axes.bar(left, counts[True], widths, color=style.MUTED, gid="stating", **look)
    axes.bar(left, counts[False], widths, bottom=counts[True], color="white", **look)
    tallest = max(map(sum, zip(*counts.values(), strict=True)), default=0)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=2, integer=True))
    axes.set_ylim(0, tallest * 1.25 or 1)
    axes.set_ylabel(f"documents\na {period}", rotation=0, ha="right", va="center")
    time_axis(axes, first, last)
    unclear = f"; {spread} dated only to a longer period are not in a bar" if spread else ""
    return f"bars: documents a {period}, grey where a position drawn here stands in them{unclear}"


def _periods(first: date, last: date) -> tuple[str, list[date]]:
    """Years, quarters or months, whichever gives a strip one can read, and when each begins."""
    days = (last - first).days
    name, months = (
        ("year", 12) if days > 6 * 366 else ("quarter", 3) if days > 366 else ("month", 1)
    )
    year, month = first.year, (first.month - 1) // months * months + 1
    starts = []
    while date(year, month, 1) <= last:
        starts.append(date(year, month, 1))
        month += months
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return name, starts


def _title(drawn: pd.DataFrame, laned: pd.DataFrame, names: Sequence[str], lanes: str) -> str:
    years = _years(drawn)
    n_all = counted(len(drawn), "dated position")
    if names[0] == NO_THEME and lanes == "themes":  # it comes last, so there is no other
        return f"{n_all}, {years}; none is on a theme of the codebook"
    n = int((laned["lane"] == names[0]).sum())
    first = "theme" if lanes == "themes" else "holder"
    return f"The {first} of most dated positions is {names[0]}: {n} of {len(drawn):,}, {years}"


def _years(rows: pd.DataFrame) -> str:
    first, last = rows["date_low"].min()[:4], rows["date_high"].max()[:4]
    return first if first == last else f"{first} to {last}"


def _alt(
    rows: pd.DataFrame, names: Sequence[str], covered: pd.DataFrame, title: str, lanes: str
) -> str:
    parts = []
    for name in names:
        members = rows[rows["lane"] == name]
        stances = members["stance"].value_counts()
        shares = ", ".join(f"{stances[s]} {s}" for s in style.STANCES if s in stances)
        parts.append(f"{name}: {len(members)} ({shares}), {_years(members)}")
    by = "theme" if lanes == "themes" else "holder"
    n = int(covered["states"].sum())
    return (
        f"{title}. By {by}: {'; '.join(parts)}. Of {counted(len(covered), 'dated document')} "
        f"{n} {'states' if n == 1 else 'state'} one of these positions."
    )


def _note(undated: int, laned: pd.DataFrame, shown: pd.DataFrame, periods: str) -> str:
    notes = [
        f"A mark is a stance taken in one act: its shape the stance, {SIZE}; a line is a date "
        "known only to that interval; beside a lane its positions; " + periods
    ]
    omitted = laned.loc[~laned["lane"].isin(shown["lane"]), "lane"].value_counts()
    unnamed = {NO_THEME: "on no theme of the codebook", NOBODY: "of nobody named"}
    if left := int((~omitted.index.isin(list(unnamed))).sum()):
        notes.append(
            f"{counted(left, 'further lane')} with no more positions {are(left)} not drawn"
        )
    for name, words in unnamed.items():
        if n := int(omitted.get(name, 0)):
            notes.append(f"{counted(n, 'dated position')} {words} {are(n)} not drawn")
    if undated:
        notes.append(f"{counted(undated, 'position')} without a date {are(undated)} not drawn")
    return ". ".join(notes) + "."
