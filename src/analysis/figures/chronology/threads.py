"""Each thread from its first statement to its last."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from analysis import blocks, tables
from analysis.figures import style
from analysis.figures.chronology.marks import (
    SIZE,
    draw_marks,
    legend,
    middle,
    time_axis,
    wrapped,
)
from analysis.tables import counted

__all__ = ["threads"]

MOST_ROWS = 12  # what a page can hold at a readable size


def threads(
    threads: pd.DataFrame, positions: pd.DataFrame, *, most: int = MOST_ROWS
) -> blocks.Block:
    """Each thread from its first to its last statement: a row a thread, a mark an act.

    A sign (≤) stands left of the first mark where an earlier statement of the thread cannot be
    ruled out.
    """
    dated = tables.bounded(positions[positions["thread_id"] != ""])
    shown = threads[threads["thread_id"].isin(dated["thread_id"])].head(most)
    if shown.empty:
        return blocks.Text("No thread: no dated position was stated again in another act.", "note")
    axes = style.axes(style.height_for(len(shown), row=0.34, rest=0.9))
    marks = []
    numbers = {key: n for n, key in enumerate(threads["thread_id"], start=1)}
    names = [_thread_name(numbers, thread) for thread in shown.to_dict("records")]
    for lane, thread in enumerate(shown.to_dict("records")):
        members = dated[dated["thread_id"] == thread["thread_id"]]
        acts = members.sort_values("date_high", kind="stable").drop_duplicates("act_id")
        middles = [middle(*span) for span in zip(acts["date_low"], acts["date_high"], strict=True)]
        axes.plot([min(middles), max(middles)], [lane, lane], color=style.FAINT, lw=2, zorder=1)
        draw_marks(axes, acts.assign(y=float(lane)))
        marks.append(acts)
        if not thread["first_is_certain"]:
            axes.annotate(
                "≤",
                (min(middles), lane),
                (-9, 0),
                textcoords="offset points",
                va="center",
                ha="center",
                color=style.MUTED,
                fontsize=9,
            )
    axes.set_yticks(range(len(shown)), [wrapped(name) for name in names])
    axes.set_ylim(len(shown) - 0.4, -0.6)
    drawn = pd.concat(marks)
    days = (drawn["date_low"].min(), drawn["date_high"].max())
    time_axis(axes, *(date.fromisoformat(day) for day in days))
    legend(axes, drawn["stance"])
    longest = shown.iloc[0]
    title = (
        f"{counted(len(threads), 'position')} {'was' if len(threads) == 1 else 'were'} stated "
        f"again in a later act; the most restated one in {counted(longest['n_acts'], 'act')}"
    )
    alt = (
        title
        + ". "
        + "; ".join(
            f"{name}: {counted(t['n_acts'], 'act')}, "
            f"{t['first'] or 'undated'} to {t['last'] or 'undated'}, last {t['status']}"
            for name, t in zip(names, shown.to_dict("records"), strict=True)
        )
    )
    note = (
        f"{len(shown)} of {counted(len(threads), 'thread')}, most acts first; a mark is an act, "
        f"its shape the stance, {SIZE}. ≤: stated on or before this date, an earlier statement "
        "cannot be ruled out."
    )
    return blocks.Picture(axes, title=title, alt=alt, note=note)


def _thread_name(numbers: Mapping[str, int], thread: Mapping[str, object]) -> str:
    """Number and holder of a thread, and what it is about in its own words."""
    theme = str(thread["themes"]).split("|")[0].replace("-", " ")
    about = str(thread["target"]) or theme or str(thread["thread_id"])
    who = str(thread["holder"]).split("|")[0]
    return " ".join(f"{numbers[str(thread['thread_id'])]} {who}: {about}".split())
