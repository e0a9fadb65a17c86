"""How the documents lie over time, and how sure each date is."""

import pandas as pd

from analysis import tables
from analysis.blocks import Picture, Text
from analysis.figures import style

__all__ = ["coverage"]

# From sure to vague: dark to light, so that a grey print keeps the order.
PRECISIONS = {
    "day": (style.ACCENT, "dated to the day"),
    "month": ("#7fa3c4", "to the month"),
    "year": ("#c9d6e3", "to the year"),
}
FEWEST_YEARS = 6  # room for them, so that one year is no giant bar
MOST_YEARS = 60  # wider than this, a bar a year is a hair; the range is shown from its latest end


def coverage(documents: pd.DataFrame) -> Picture | Text:
    """Documents per year, stacked by how precisely they are dated; one mark for the undated."""
    dates = tables.dated(documents)["date"]
    dated = dates[dates != ""]
    undated = len(documents) - len(dated)
    if dated.empty:
        return Text(f"None of the {len(documents):,} documents could be dated.", kind="note")
    year = dated.str[:4].astype(int)
    years = range(max(year.min(), year.max() - MOST_YEARS + 1), year.max() + 1)
    precision = dated.str.len().map({10: "day", 7: "month", 4: "year"})
    counts = pd.crosstab(year, precision).reindex(years, fill_value=0)
    axes = style.axes(2.2)
    below = pd.Series(0, index=counts.index)
    for name, (colour, label) in PRECISIONS.items():
        if name in counts and counts[name].any():
            axes.bar(
                counts.index, counts[name], 0.8, bottom=below, color=colour, label=label, zorder=2
            )
            below = below + counts[name]
    axes.set_ylabel("documents")
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.xaxis.get_major_locator().set_params(integer=True)
    middle = (years[0] + years[-1]) / 2
    axes.set_xlim(*(middle + side * max(len(years) / 2, FEWEST_YEARS / 2) for side in (-1, 1)))
    axes.yaxis.grid(True)
    axes.legend(loc="upper left", ncols=3)
    axes.margins(y=0.25)
    busiest = int(below.idxmax())
    empty = [str(number) for number in counts.index[below == 0]]
    gaps = f" No document in {', '.join(empty)}." if empty else " No year is without one."
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 else f"{years[0]}"
    return Picture(
        axes,
        title=f"{len(dated):,} of {len(documents):,} documents are dated, {span}",
        alt=(
            f"Bars of documents per year, {span}: most in {busiest} ({below.max()}).{gaps} "
            f"{undated} documents have no date and are not shown."
        ),
        note=f"Not shown: {undated} undated of {len(documents):,}.{gaps}",
    )
