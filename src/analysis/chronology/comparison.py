"""Two holders, or two periods, side by side: what both state, what one does, where they differ.

A theme is compared as a reader would: the stances each side took on it, in how many acts, and the
latest words of each with their place. That a side has no position on a theme says nothing about
the texts that are not here; how many acts each side has stands in the sentence above the table.
"""

import re
from typing import Any

import pandas as pd

from analysis import tables
from analysis.chronology.views import choose_positions, cite, in_time

__all__ = ["compare", "describe_sides"]

PERIOD = re.compile(r"(?P<since>\d{4}(?:-\d\d){0,2})?\s*/\s*(?P<until>\d{4}(?:-\d\d){0,2})?")
COLUMNS = ["theme", "stated_by", "differ", "stances_a", "n_acts_a", "quote_a", "source_a"]
COLUMNS += ["stances_b", "n_acts_b", "quote_b", "source_b"]


def compare(
    positions: pd.DataFrame, sides: str = "", *, holder: str = "", theme: str = ""
) -> pd.DataFrame:
    """Two sides on the same themes: one row a theme that either states.

    What differs comes first, then what both state, then what only one does. ``differ`` names the
    stances that only one side takes; the quotes are the latest of each side.

    Parameters
    ----------
    sides
        Two holders (``Lowland Pact | Upland League``) or two periods (``2001/2010 | 2011/2020``);
        "" sets the earlier half of the dated acts beside the later one.
    holder
        Whose positions two periods compare; "" takes the holder with most positions.

    Raises
    ------
    AnalysisError
        ``sides`` are not two holders that state something, nor two periods.

    >>> from analysis import tables
    >>> len(compare(tables.empty("positions")))
    0
    """
    if positions.empty:
        return pd.DataFrame(columns=COLUMNS)
    _, chosen = _choose(positions, sides, holder)
    on = [_by_theme(side) for side in chosen]
    rows = [
        _row(name, [side.get(name, positions.iloc[:0]) for side in on])
        for name in sorted(set(on[0]) | set(on[1]))
        if theme in ("", name)
    ]
    order = ["both", "A alone", "B alone"]
    rows.sort(key=lambda row: (order.index(row["stated_by"]), not row["differ"], row["theme"]))
    return pd.DataFrame(rows, columns=COLUMNS)


def describe_sides(positions: pd.DataFrame, sides: str = "", *, holder: str = "") -> str:
    """What is set side by side, and how much there is of each, as a sentence."""
    if positions.empty:
        return "There is no position to compare."
    names, chosen = _choose(positions, sides, holder)
    told = [
        f"{letter} is {name}: {tables.counted(len(side), 'position')} in "
        f"{tables.counted(side['act_id'].nunique(), 'act')}"
        for letter, name, side in zip("AB", names, chosen, strict=True)
    ]
    return "; ".join(told) + "."


def _choose(
    positions: pd.DataFrame, sides: str, holder: str
) -> tuple[list[str], list[pd.DataFrame]]:
    """The names of the two sides and the positions of each."""
    parts = [part.strip() for part in sides.split("|")] if sides.strip() else []
    if parts and (len(parts) != 2 or not all(parts) or parts[0] == parts[1]):
        raise tables.AnalysisError(
            f"sides is {sides!r}; give two holders or two periods with | between them, "
            "such as 2001/2010 | 2011/2020"
        )
    periods = [PERIOD.fullmatch(part) for part in parts]
    if parts and not any(periods):
        chosen = [choose_positions(positions, name, "", "", "") for name in parts]
        for name, side in zip(parts, chosen, strict=True):
            if side.empty:
                often = positions["holder"].str.split("|").explode().value_counts().index[:5]
                raise tables.AnalysisError(
                    f"sides names {name!r}, who states nothing here; the holders with most "
                    f"positions are {', '.join(often)}"
                )
        return parts, chosen
    if not all(periods):
        raise tables.AnalysisError(f"sides is {sides!r}: a period and a holder do not compare")
    who = holder or _most_heard(positions)
    own = choose_positions(positions, who, "", "", "")
    if not parts:
        return _halves(own, who)
    spans = [(period["since"] or "", period["until"] or "") for period in periods if period]
    chosen = [choose_positions(own, "", "", *span) for span in spans]
    return [f"{who}, {part}" for part in parts], chosen


def _most_heard(positions: pd.DataFrame) -> str:
    named = positions["holder"].str.split("|").explode()
    counts = named[named != "unresolved"].value_counts()
    return "" if counts.empty else min(counts.index, key=lambda name: (-counts[name], name))


def _halves(own: pd.DataFrame, who: str) -> tuple[list[str], list[pd.DataFrame]]:
    """The earlier and the later half of the dated acts; an act is of one half only."""
    dated = own[(own["date"] != "") & (own["date_low"] != "")]
    day = dated.groupby("act_id")["date_low"].min().sort_values(kind="stable")
    split = day.iloc[len(day) // 2] if len(day) else "9999"
    start = dated["act_id"].map(day)
    chosen = [dated[start < split], dated[start >= split]]
    return [f"{who}, before {split}", f"{who}, from {split}"], chosen


def _by_theme(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    single = rows.assign(themes=rows["themes"].str.split("|")).explode("themes")
    return {str(theme): in_time(part) for theme, part in single.groupby("themes") if theme}


def _row(theme: str, sides: list[pd.DataFrame]) -> dict[str, Any]:
    """One theme with the stances, acts and latest words of both sides."""
    a, b = sides
    row: dict[str, Any] = {
        "theme": theme,
        "stated_by": "both" if len(a) and len(b) else "A alone" if len(a) else "B alone",
        "differ": _difference(a, b),
    }
    for letter, side in zip("ab", sides, strict=True):
        latest = side.tail(1)
        row |= {
            f"stances_{letter}": tables.join(side["stance"]),
            f"n_acts_{letter}": side["act_id"].nunique(),
            f"quote_{letter}": "".join(latest["quote"]),
            f"source_{letter}": "".join(cite(latest)),
        }
    return row


def _difference(a: pd.DataFrame, b: pd.DataFrame) -> str:
    """How two sides differ on a theme; empty where one is silent or they do not."""
    if a.empty or b.empty:
        return ""
    only = [sorted(set(x["stance"]) - set(y["stance"])) for x, y in ((a, b), (b, a))]
    words = [f"only {side}: {', '.join(s)}" for side, s in zip("AB", only, strict=True) if s]
    return "; ".join(words)
