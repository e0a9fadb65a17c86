"""The same pairs in two groups of documents: two actors, two periods."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis import sampling, tables
from analysis.themes.pairs import pair_counts
from analysis.themes.units import Unit, Units, count_units, paragraphs_of

__all__ = ["GroupError", "compare_groups"]

COLUMNS = ["theme_a", "theme_b", "unit", "group_1", "group_2", "n_both_1", "n_both_2", "n_units_1",
           "n_units_2", "npmi_1", "npmi_2", "difference", "low", "high"]  # fmt: skip


class GroupError(tables.AnalysisError):
    """A comparison of other than two groups."""


def compare_groups(
    mentions: pd.DataFrame,
    passages: pd.DataFrame,
    documents: pd.DataFrame,
    groups: pd.DataFrame,
    *,
    unit: Unit = "paragraph",
    texts: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Pairs of themes in two groups of passages: one row per pair found in either.

    Parameters
    ----------
    groups
        One row per passage and group (``analysis.groups``): ``passage_id, doc_id, group``; exactly
        two groups, or none where nobody is named. A document is in the group of its passages.

    Columns: ``theme_a, theme_b, unit, group_1, group_2, n_both_1, n_both_2, n_units_1, n_units_2,
    npmi_1, npmi_2, difference, low, high``, those that differ most surely first. The difference is
    that of the first group of the table from the second; its 95 % interval resamples documents in
    each group, and a group of fewer than five has none. The NPMI compared is drawn toward chance by
    one unit (``_drawn_to_chance``): once in one group and never in the other is no difference. A
    pair is left out where a group lacks one of its themes, because nothing is known of it there.
    """
    names = list(groups["group"].unique())
    if len(names) == 0 or mentions.empty:
        return pd.DataFrame(columns=COLUMNS)
    if len(names) != 2:
        raise GroupError(f"groups are {', '.join(names)}; give exactly two")
    themes = sorted(mentions["theme"].unique())
    first, second = np.triu_indices(len(themes), k=1)
    sides = []
    for name in names:
        held, inside = _inside(groups[groups["group"] == name], mentions, passages, unit)
        units = count_units(held, inside, documents, unit=unit, themes=themes, texts=texts)
        sides.append(_side(units, first, second))
    (counts_1, npmi_1, drawn_1), (counts_2, npmi_2, drawn_2) = sides
    low, high = sampling.middle(drawn_1 - drawn_2)
    table = pd.DataFrame(
        {
            "theme_a": [themes[i] for i in first],
            "theme_b": [themes[i] for i in second],
            "unit": unit,
            "group_1": names[0],
            "group_2": names[1],
            "n_both_1": counts_1[2].astype(int),
            "n_both_2": counts_2[2].astype(int),
            "n_units_1": counts_1[3].astype(int),
            "n_units_2": counts_2[3].astype(int),
            "npmi_1": npmi_1,
            "npmi_2": npmi_2,
            "difference": npmi_1 - npmi_2,
            "low": low,
            "high": high,
        }
    )
    found = table[(table["n_both_1"] + table["n_both_2"] > 0) & table["difference"].notna()]
    nearest = np.where(
        found["low"] * found["high"] > 0, found[["low", "high"]].abs().min(axis=1), 0
    )
    order = ["nearest", "size", "theme_a", "theme_b"]
    ranked = found.assign(nearest=nearest, size=found["difference"].abs())
    ranked = ranked.sort_values(order, ascending=[False, False, True, True])
    return ranked[COLUMNS].reset_index(drop=True)


def _inside(
    group: pd.DataFrame, mentions: pd.DataFrame, passages: pd.DataFrame, unit: Unit
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The mentions and passages of one group: those of its units, whole."""
    if unit == "document":
        return (
            mentions[mentions["doc_id"].isin(group["doc_id"])],
            passages[passages["doc_id"].isin(group["doc_id"])],
        )
    at = mentions["passage_id"] if unit == "sentence" else paragraphs_of(mentions, passages)
    return (
        mentions[np.isin(at, group["passage_id"])],
        passages[passages["passage_id"].isin(group["passage_id"])],
    )


def _side(units: Units, first: np.ndarray, second: np.ndarray) -> tuple:
    """Counts, NPMI and resampled NPMI of every pair in one group.

    A theme that is not drawn says nothing of the pair: taken as chance.
    """
    counts = pair_counts(units, first, second)
    totals = counts.totals()
    if len(counts.sizes) < sampling.FEW_DOCUMENTS:
        return totals, _drawn_to_chance(*totals), np.full((1, len(first)), np.nan)
    drawn = counts.resampled(_drawn_to_chance)
    return totals, _drawn_to_chance(*totals), np.where(np.isnan(drawn), 0.0, drawn)


def _drawn_to_chance(
    a: np.ndarray, b: np.ndarray, both: np.ndarray, units: np.ndarray
) -> np.ndarray:
    """NPMI as if one further unit had been seen with both themes where chance has one too.

    >>> [n.round(2).tolist() for n in (_drawn_to_chance(*np.array([[40], [40], [0], [400]])),
    ...     _drawn_to_chance(*np.array([[4], [4], [0], [400]])))]
    [[-0.27], [-0.01]]
    """
    a, b, both, units = (np.asarray(x, dtype=float) for x in (a, b, both, units))
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.log((both + 1) / (a * b / units + 1)) / -np.log((both + 1) / (units + 1))
    return np.where((a == 0) | (b == 0) | (both >= units), np.nan, value)
