"""The same pairs in two groups of documents: two actors, two periods; and themes over time."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis import tables
from analysis.themes import measures
from analysis.themes.pairs import pair_counts
from analysis.themes.units import Unit, Units, count_units

__all__ = ["GroupError", "compare_groups", "over_time"]

INTERVAL = (2.5, 97.5)


class GroupError(tables.AnalysisError):
    """A comparison of other than two groups."""


def compare_groups(
    mentions: pd.DataFrame,
    passages: pd.DataFrame,
    documents: pd.DataFrame,
    groups: Mapping[str, str],
    *,
    unit: Unit = "paragraph",
    texts: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Pairs of themes in two groups of documents: one row per pair found in either.

    Parameters
    ----------
    groups
        doc_id -> group, of exactly two groups; documents of no group are left out.

    Columns: ``theme_a, theme_b, unit, group_1, group_2, n_both_1, n_both_2, n_units_1, n_units_2,
    npmi_1, npmi_2, difference, low, high``. The difference is that of the first group (in
    alphabetical order) from the second; its 95 % interval resamples documents in each group.
    """
    names = sorted(set(groups.values()))
    if len(names) != 2:
        raise GroupError(f"groups are {', '.join(names) or 'none'}; give exactly two")
    themes = sorted(mentions["theme"].unique())
    first, second = np.triu_indices(len(themes), k=1)
    sides = []
    for name in names:
        inside = [doc_id for doc_id, group in groups.items() if group == name]
        chosen = documents[documents["doc_id"].isin(inside)]
        units = count_units(
            mentions[mentions["doc_id"].isin(inside)],
            passages[passages["doc_id"].isin(inside)],
            chosen, unit=unit, themes=themes, texts=texts,
        )  # fmt: skip
        sides.append(_side(units, first, second))
    (counts_1, npmi_1, drawn_1), (counts_2, npmi_2, drawn_2) = sides
    low, high = np.percentile(drawn_1 - drawn_2, INTERVAL, axis=0)
    table = pd.DataFrame(
        {
            "theme_a": [themes[i] for i in first],
            "theme_b": [themes[i] for i in second],
            "unit": unit,
            "group_1": names[0],
            "group_2": names[1],
            "n_both_1": counts_1[2].astype(int),
            "n_both_2": counts_2[2].astype(int),
            "n_units_1": int(counts_1[3][0]) if len(first) else 0,
            "n_units_2": int(counts_2[3][0]) if len(first) else 0,
            "npmi_1": npmi_1,
            "npmi_2": npmi_2,
            "difference": npmi_1 - npmi_2,
            "low": low,
            "high": high,
        }
    )
    found = (table["n_both_1"] > 0) | (table["n_both_2"] > 0)
    return table[found].reset_index(drop=True)


def over_time(
    mentions: pd.DataFrame,
    documents: pd.DataFrame,
) -> pd.DataFrame:
    """Documents that mention each theme by year: one row per theme and year with documents.

    Columns: ``theme, year, n_documents`` (that mention it), ``n_all`` (dated documents of the
    year; those of one act count once), ``share, low, high`` (95 % interval, Wilson 1927).
    """
    dated = documents[(documents["published"] != "") & (documents["same_as"] == "")]
    act = dated["act_id"].where(dated["act_id"] != "", dated["doc_id"])
    unit = pd.DataFrame({"doc_id": dated["doc_id"], "act": act, "year": dated["published"].str[:4]})
    total = unit.groupby("year")["act"].nunique()
    held = mentions[["doc_id", "theme"]].drop_duplicates().merge(unit, on="doc_id")
    counts = held.groupby(["theme", "year"])["act"].nunique()
    themes = sorted(mentions["theme"].unique())
    index = pd.MultiIndex.from_product([themes, total.index], names=["theme", "year"])
    table = counts.reindex(index, fill_value=0).rename("n_documents").reset_index()
    table = table.assign(n_all=table["year"].map(total).astype(int))
    share = table["n_documents"] / table["n_all"]
    low, high = _wilson(table["n_documents"].to_numpy(), table["n_all"].to_numpy())
    return table.assign(share=share, low=low, high=high)


def _wilson(found: np.ndarray, of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The score interval of a share, which is honest for few documents.

    >>> [round(float(x[0]), 2) for x in _wilson(np.array([1]), np.array([4]))]
    [0.05, 0.7]
    """
    z = 1.96
    share = found / of
    middle = share + z * z / (2 * of)
    half = z * np.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return (middle - half) / scale, (middle + half) / scale


def _side(units: Units, first: np.ndarray, second: np.ndarray) -> tuple:
    """Counts, NPMI and resampled NPMI of every pair in one group."""
    counts = pair_counts(units, first, second)
    totals = counts.totals()
    drawn = counts.resampled(np.random.default_rng(0)) if len(counts.sizes) else np.zeros((1, 1))
    return totals, _known(measures.npmi(*totals)), _known(drawn)


def _known(npmi: np.ndarray) -> np.ndarray:
    """Where a theme is not there at all nothing is known of the pair: taken as chance."""
    return np.where(np.isnan(npmi), 0.0, npmi)
