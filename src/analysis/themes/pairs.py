"""Pairs of themes scored: one row per pair and unit, with everything that qualifies the number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd
from scipy import sparse

from analysis import sampling, tables
from analysis.themes import measures
from analysis.themes.units import UNITS, Unit, Units, count_units

__all__ = ["FOUND", "SPECIFICATIONS", "Specification", "score_pairs", "specifications"]

FOUND = 0.05  # the false discovery rate at which a pair counts as holding
DISTORTED = 5  # as in ATLAS.ti: one theme at least five times as frequent as the other
MAX_DRAWN = 2_000  # clusters or bins of clusters that a bootstrap draws


@dataclass(frozen=True)
class Specification:
    """One way of counting that another analyst might have chosen."""

    unit: Unit
    repeats: str  # "once" or "all"
    documents: str  # "all", or "without the one that carries most"

    def __str__(self) -> str:
        return f"{self.unit}, repeats {self.repeats}, documents {self.documents}"


SPECIFICATIONS = tuple(
    Specification(*choice)
    for choice in product(UNITS, ("once", "all"), ("all", "without the one that carries most"))
)


@dataclass(frozen=True)
class PairCounts:
    """Units by cluster (rows): in all, with each theme, with both themes of each pair (columns).

    ``first`` and ``second`` are the columns of the themes of each pair.
    """

    sizes: np.ndarray
    single: sparse.csr_matrix
    both: sparse.csr_matrix
    first: np.ndarray
    second: np.ndarray

    def totals(self) -> tuple[np.ndarray, ...]:
        """Units with one theme of each pair, with the other, with both, and units in all."""
        single = np.asarray(self.single.sum(axis=0)).ravel()
        both = np.asarray(self.both.sum(axis=0)).ravel()
        units = np.full(len(self.first), self.sizes.sum())
        return single[self.first], single[self.second], both, units

    def without_heaviest(self) -> tuple[np.ndarray, ...]:
        """The totals of each pair without the cluster that carries most of it."""
        a, b, both, units = self.totals()
        if not len(self.sizes) or not len(self.first):
            return a, b, both, units
        most = np.asarray(self.both.tocsc().argmax(axis=0)).ravel()
        pair = np.arange(len(most))
        a = a - np.asarray(self.single[most, self.first]).ravel()
        b = b - np.asarray(self.single[most, self.second]).ravel()
        both = both - np.asarray(self.both[most, pair]).ravel()
        return a, b, both, units - self.sizes[most]

    def resampled(self, measure: Callable[..., np.ndarray] = measures.npmi) -> np.ndarray:
        """NPMI of each pair (columns) when clusters are drawn anew with replacement (rows).

        More than MAX_DRAWN clusters are dealt into as many bins, which are drawn in their place:
        sums of independent clusters vary as much.
        """
        n = min(len(self.sizes), MAX_DRAWN)
        bins = np.arange(len(self.sizes)) % max(n, 1)
        member = sparse.csr_matrix(
            (np.ones(len(bins)), (bins, np.arange(len(bins)))), shape=(n, len(bins))
        )
        weights = sampling.redrawn(n).astype(float)
        single = weights @ (member @ self.single).toarray()
        both = weights @ (member @ self.both).toarray()
        units = np.broadcast_to((weights @ (member @ self.sizes))[:, None], both.shape)
        return measure(single[:, self.first], single[:, self.second], both, units)


def score_pairs(
    mentions: pd.DataFrame,
    passages: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    texts: Mapping[str, str] | None = None,
    related: Mapping[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """Every pair of themes found in the corpus: one row per pair and unit.

    Parameters
    ----------
    mentions, passages, documents
        One row per mention, per paragraph or sentence, per document.
    texts
        The decoded texts; with them a sentence or paragraph repeated within one act counts once.
    related
        For each theme its ancestors (``mentions.ancestors``): such pairs are together by
        definition and left out.

    Beside the shared columns: ``p_test`` (fisher or G2), ``one_document`` (a single document, or
    the reports of a single act, carries the pair) and ``distorted`` (one theme is at least five
    times as frequent as the other). ``low`` and ``high`` are the 95 % percentile interval of NPMI
    under resampling of documents, those of one act together.

    >>> from analysis import tables
    >>> none = [tables.empty(name) for name in ("mentions", "passages", "documents")]
    >>> score_pairs(*none).empty
    True
    """
    own = ~mentions["doc_id"].isin(tables.copies(documents))
    names = sorted(mentions.loc[own, "theme"].unique())
    first, second = np.triu_indices(len(names), k=1)
    keep = _unrelated(names, first, second, related or {})
    first, second = first[keep], second[keep]
    if not len(first):
        return tables.empty("pairs").assign(p_test="", one_document=False, distorted=False)
    counted = {
        (unit, repeats): count_units(
            mentions, passages, documents, unit=unit, themes=names, texts=texts,
            repeats=repeats == "all",
        )
        for unit, repeats in product(UNITS, ("once", "all"))
    }  # fmt: skip
    counts = {key: pair_counts(units, first, second) for key, units in counted.items()}
    found = {spec: _direction(counts[spec.unit, spec.repeats], spec) for spec in SPECIFICATIONS}
    frames = [
        _scored(unit, names, first, second, counts[unit, "once"], counted[unit, "once"], found)
        for unit in UNITS
    ]
    return tables.check("pairs", pd.concat(frames, ignore_index=True))


def specifications() -> pd.DataFrame:
    """The ways of counting that ``holds_in`` counts: one row per specification.

    >>> len(specifications())
    12
    """
    return pd.DataFrame(
        [(spec.unit, spec.repeats, spec.documents) for spec in SPECIFICATIONS],
        columns=["unit", "repeats", "documents"],
    )


def _unrelated(
    names: Sequence[str], first: np.ndarray, second: np.ndarray, related: Mapping
) -> np.ndarray:
    return np.array(
        [
            names[b] not in related.get(names[a], ()) and names[a] not in related.get(names[b], ())
            for a, b in zip(first, second, strict=True)
        ],
        dtype=bool,
    )


def pair_counts(units: Units, first: np.ndarray, second: np.ndarray) -> PairCounts:
    """The counts of the pairs of themes (first[i], second[i])."""
    return PairCounts(*units.by_cluster(first, second), first, second)


def _totals(counts: PairCounts, spec: Specification) -> tuple[np.ndarray, ...]:
    return counts.totals() if spec.documents == "all" else counts.without_heaviest()


def _direction(counts: PairCounts, spec: Specification) -> np.ndarray:
    """1 where the pair is found together more than chance, -1 less, 0 where it is not shown."""
    a, b, both, units = _totals(counts, spec)
    q = measures.q_values(measures.p_value(a, b, both, units))
    expected = a * b / np.maximum(units, 1)
    return np.where(q < FOUND, np.sign(both - expected), 0)


def _scored(
    unit: Unit,
    names: Sequence[str],
    first: np.ndarray,
    second: np.ndarray,
    counts: PairCounts,
    units: Units,
    found: Mapping[Specification, np.ndarray],
) -> pd.DataFrame:
    a, b, both, n_units = _totals(counts, Specification(unit, "once", "all"))
    value = measures.npmi(a, b, both, n_units)
    low, high = _interval(counts)
    p = measures.p_value(a, b, both, n_units)
    exact = measures.least_expected(a, b, n_units) < measures.SMALL
    side = np.sign(both - a * b / np.maximum(n_units, 1))
    holds = sum((direction == side) & (side != 0) for direction in found.values())
    documents = _documents(units, first, second)
    clusters = np.asarray((counts.both > 0).sum(axis=0)).ravel()
    larger, smaller = np.maximum(a, b), np.maximum(np.minimum(a, b), 1)
    return pd.DataFrame(
        {
            "theme_a": [names[i] for i in first],
            "theme_b": [names[i] for i in second],
            "unit": unit,
            "n_a": a.astype(int),
            "n_b": b.astype(int),
            "n_both": both.astype(int),
            "n_units": n_units.astype(int),
            "n_documents": documents,
            "npmi": value,
            "lift": measures.lift(a, b, both, n_units),
            "jaccard": measures.jaccard(a, b, both),
            "low": low,
            "high": high,
            "p": p,
            "q": measures.q_values(p),
            "holds_in": [f"{n} of {len(SPECIFICATIONS)}" for n in holds],
            "p_test": np.where(exact, "fisher", "G2"),
            "one_document": clusters == 1,
            "distorted": larger >= DISTORTED * smaller,
        }
    )


def _documents(units: Units, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """How many documents hold each pair in one unit."""
    together = units.held[:, first].multiply(units.held[:, second]).tocoo()
    document, _ = pd.factorize(units.documents)
    pairs = np.unique(np.stack([document[together.row], together.col]), axis=1)
    return np.bincount(pairs[1], minlength=len(first))


def _interval(counts: PairCounts) -> tuple[np.ndarray, np.ndarray]:
    """The percentile interval of NPMI under resampling of clusters."""
    if len(counts.sizes) < 2:
        return np.full(len(counts.first), -1.0), np.full(len(counts.first), 1.0)
    drawn = counts.resampled()
    return sampling.middle(np.where(np.isnan(drawn), -1, drawn))  # not drawn: not seen together
