"""Two holders, or two periods, side by side: what both state, what one does, where they differ.

A theme is compared as a reader would: the stances each side took on it, in how many acts, and the
latest words of each with their place. That a side has no position on a theme says nothing about
the texts that are not here; how many acts each side has stands in the sentence above the table,
and where one side has much less to read than the other, so does that the comparison means little.

Nor is a position that was not found one that was not stated. What a side's texts mention, or may
state in a sentence of nobody named or in a text without a date, is not said to be the other's
alone.
"""

import re
from typing import Any, NamedTuple

import pandas as pd

from analysis import tables
from analysis.chronology.filters import ChoiceError, choose_positions, named

__all__ = ["compare", "describe_sides"]

FEWEST = 3  # acts of a side, below which what it does not state may be chance
LOPSIDED = 3  # times the acts of the other side: what only the larger states, it had more room for
DAY = r"\d{4}(?:-\d\d){0,2}"  # or a month, or a year
PERIOD = re.compile(rf"(?P<whole>{DAY})|(?P<since>{DAY})?\s*/\s*(?P<until>{DAY})?")
COLUMNS = ["theme", "stated_by", "differ", "stances_a", "n_acts_a", "quote_a", "source_a"]
COLUMNS += ["stances_b", "n_acts_b", "quote_b", "source_b"]


class Side(NamedTuple):
    """One side: its name for a reader, whose positions it has, and the rows of them."""

    name: str
    holder: str
    rows: pd.DataFrame


def compare(
    positions: pd.DataFrame,
    sides: str = "",
    *,
    holder: str = "",
    theme: str = "",
    everything: pd.DataFrame | None = None,
    mentions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Two sides on the same themes: one row a theme that either states.

    What differs comes first, then what both state, then what only one does. ``differ`` names the
    stances that were found on one side only; the quotes are the latest of each side, of a decision
    only where it has nothing else. ``stated_by`` is "A alone" where B neither states nor mentions
    the theme, else "A; B mentions it", or "A; B perhaps" where a text without a date, or a
    sentence of nobody named in an act of B, states it.

    Parameters
    ----------
    sides
        Two holders (``Lowland Pact | Upland League``) or two periods (``2001/2010 | 2011/2020``);
        "" sets the earlier acts of one holder beside as many later ones, or, where its dated acts
        are too few for that, the two holders with most acts side by side.
    holder
        Whose positions two periods compare; "" takes the holder with most dated acts.
    theme
        The one theme to compare, where the positions were chosen by it: what else they are on
        says nothing of the other themes.
    everything
        All positions there are, where ``positions`` were chosen among them.
    mentions
        One row per place where a theme stands.

    Raises
    ------
    ChoiceError
        ``sides`` are not two holders that state something, nor two periods.

    >>> from analysis import tables
    >>> len(compare(tables.empty("positions")))
    0
    """
    if positions.empty:
        return pd.DataFrame(columns=COLUMNS)
    chosen = _choose(positions, sides, holder)
    on = [_by_theme(side.rows) for side in chosen]
    whole = positions if everything is None else everything
    perhaps = [_by_theme(_may_be_of(side, whole, chosen)) for side in chosen]
    mentioned = [_mentioned(side, mentions) for side in chosen]
    none = positions.iloc[:0]
    rows = [
        _row(
            name,
            [side.get(name, none) for side in on],
            [set(side[name]["stance"]) if name in side else set() for side in perhaps],
            [name in themes for themes in mentioned],
        )
        for name in sorted(set(on[0]) | set(on[1]))
        if theme in ("", name)
    ]
    both_first = ["b", "A", "B"]
    rows.sort(
        key=lambda row: (both_first.index(row["stated_by"][0]), not row["differ"], row["theme"])
    )
    return pd.DataFrame(rows, columns=COLUMNS)


def _may_be_of(side: Side, whole: pd.DataFrame, sides: list[Side]) -> pd.DataFrame:
    """The positions of no side that this one may have stated: undated, or of nobody named."""
    unnamed = whole["holder"] == "unresolved"
    undated = (whole["date_low"] == "") & (unnamed | tables.holds(whole["holder"], side.holder))
    kept = undated | (unnamed & whole["act_id"].isin(side.rows["act_id"]))
    taken = pd.concat([other.rows["position_id"] for other in sides])
    return whole[kept & ~whole["position_id"].isin(taken)]


def _mentioned(side: Side, mentions: pd.DataFrame | None) -> set[str]:
    """The themes mentioned in the documents of a side."""
    if mentions is None:
        return set()
    return set(mentions.loc[mentions["doc_id"].isin(side.rows["doc_id"]), "theme"])


def describe_sides(positions: pd.DataFrame, sides: str = "", *, holder: str = "") -> str:
    """What is set side by side, how much there is of each, and whether that is enough."""
    if positions.empty:
        return "There is no position to compare."
    chosen = _choose(positions, sides, holder)
    told = [
        f"{letter} is {side.name}: {tables.counted(len(side.rows), 'position')} in "
        f"{tables.counted(side.rows['act_id'].nunique(), 'act')}"
        for letter, side in zip("AB", chosen, strict=True)
    ]
    neither = pd.concat([_may_be_of(side, positions, chosen) for side in chosen])
    n = neither["position_id"].nunique()
    left = tables.counted(n, "position") + " without a date or of nobody named"
    told_left = f" {left} {'is' if n == 1 else 'are'} on neither side." if n else ""
    return f"{'; '.join(told)}.{told_left}{_caution(_n_acts(chosen))}"


def _n_acts(sides: list[Side]) -> list[int]:
    return [side.rows["act_id"].nunique() for side in sides]


def _caution(acts: list[int]) -> str:
    """What to know of a comparison of so few acts, or of so unequal sides; "" where it is fair."""
    few, many = sorted(acts)
    if few and few >= FEWEST and many < LOPSIDED * few:
        return ""
    letter, other = ("A", "B") if acts[0] == few else ("B", "A")
    if not few:
        return f" The comparison means nothing: {letter} has no dated position."
    if many >= LOPSIDED * few:
        why = f"{other} has {many // few} times the acts of {letter}"
    else:
        both = "each side" if few == many else letter
        why = f"{both} rests on {tables.counted(few, 'act')}"
    return (
        f" The comparison means little: {why}, and what a side does not state here it may have "
        "stated where we have no text. Name other sides with the parameter sides."
    )


def _choose(positions: pd.DataFrame, sides: str, holder: str) -> list[Side]:
    """The two sides."""
    parts = [part.strip() for part in sides.split("|")] if sides.strip() else []
    if not parts:
        return _default(positions, holder)
    if len(parts) != 2 or not all(parts) or parts[0] == parts[1]:
        raise ChoiceError(
            f"sides is {sides!r}; give two holders or two periods with | between them, "
            "such as 2001/2010 | 2011/2020"
        )
    periods = [PERIOD.fullmatch(part) for part in parts]
    if not any(periods):
        holders = positions["holder"].str.split("|").explode().value_counts().index
        parts = [named("holder", part, holders, place="sides: ") for part in parts]
        return [Side(name, name, choose_positions(positions, name)) for name in parts]
    if not all(periods):
        raise ChoiceError(f"sides is {sides!r}: a period and a holder do not compare")
    who = holder or next(iter(_by_acts(positions)), "")
    spans = [[p["whole"] or p[end] or "" for end in ("since", "until")] for p in periods]
    own = choose_positions(positions, who)
    return [
        Side(f"{who}, {part}", who, choose_positions(own, "", "", *span))
        for part, span in zip(parts, spans, strict=True)
    ]


def _default(positions: pd.DataFrame, holder: str) -> list[Side]:
    """Two periods of the holder asked for or heard most; two holders where that is too little."""
    heard = [holder] if holder else _by_acts(positions)[:2]
    if not heard:
        return [Side("nobody", "nobody", positions.iloc[:0])] * 2
    halves = _halves(choose_positions(positions, heard[0]), heard[0])
    if len(heard) < 2 or not _caution(_n_acts(halves)):
        return halves
    both = [Side(name, name, choose_positions(positions, name)) for name in heard]
    return halves if _caution(_n_acts(both)) else both


def _by_acts(positions: pd.DataFrame) -> list[str]:
    """Who is named as holder, in most dated acts first, then in most acts, by name where equal."""
    rows = positions.assign(holder=positions["holder"].str.split("|")).explode("holder")
    rows = rows[~rows["holder"].isin(["unresolved", ""])]
    acts = rows.assign(dated=rows["act_id"].where(rows["date"] != "")).groupby("holder")
    counts = acts[["dated", "act_id"]].nunique().reset_index()
    order = ["dated", "act_id", "holder"]
    return counts.sort_values(order, ascending=[False, False, True])["holder"].tolist()


def _halves(own: pd.DataFrame, who: str) -> list[Side]:
    """Earlier and later acts, as many as the dates allow; the acts of one day are of one side."""
    dated = own[(own["date"] != "") & (own["date_low"] != "")]
    day = dated.groupby("act_id")["date_low"].min().sort_values(kind="stable")
    later = {first: int((day >= first).sum()) for first in dict.fromkeys(day)}
    split = min(later, key=lambda first: abs(len(day) - 2 * later[first]), default="9999")
    start = dated["act_id"].map(day)
    return [
        Side(f"{who}, before {split}", who, dated[start < split]),
        Side(f"{who}, from {split}", who, dated[start >= split]),
    ]


def _by_theme(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    single = rows.assign(themes=rows["themes"].str.split("|")).explode("themes")
    return {str(theme): tables.in_time(part) for theme, part in single.groupby("themes") if theme}


def _row(
    theme: str, sides: list[pd.DataFrame], perhaps: list[set[str]], mentioned: list[bool]
) -> dict[str, Any]:
    """One theme with the stances, acts and latest words of both sides."""
    a, b = sides
    row: dict[str, Any] = {
        "theme": theme,
        "stated_by": _stated_by(sides, perhaps, mentioned),
        "differ": _difference(a, b, perhaps),
    }
    for letter, side in zip("ab", sides, strict=True):
        said = side[side["stance"] != "decide"]  # that a paper was adopted tells little of it
        latest = (side if said.empty else said).tail(1)
        row |= {
            f"stances_{letter}": tables.join(side["stance"]),
            f"n_acts_{letter}": side["act_id"].nunique(),
            f"quote_{letter}": "".join(latest["quote"]),
            f"source_{letter}": "".join(tables.cite(latest)),
        }
    return row


def _stated_by(sides: list[pd.DataFrame], perhaps: list[set[str]], mentioned: list[bool]) -> str:
    """Who states a theme, and whether nothing at all is known of the other side on it."""
    if not any(side.empty for side in sides):
        return "both"
    one, other = (0, 1) if sides[1].empty else (1, 0)
    if perhaps[other]:
        return f"{'AB'[one]}; {'AB'[other]} perhaps"
    return f"{'AB'[one]}; {'AB'[other]} mentions it" if mentioned[other] else f"{'AB'[one]} alone"


def _difference(a: pd.DataFrame, b: pd.DataFrame, perhaps: list[set[str]]) -> str:
    """How two sides differ on a theme; empty where one is silent or they do not."""
    if a.empty or b.empty:
        return ""
    taken = [set(side["stance"]) for side in (a, b)]
    only = [
        sorted(taken[0] - taken[1] - perhaps[1]),
        sorted(taken[1] - taken[0] - perhaps[0]),
    ]
    words = [f"only {side}: {', '.join(s)}" for side, s in zip("AB", only, strict=True) if s]
    return "; ".join(words)
