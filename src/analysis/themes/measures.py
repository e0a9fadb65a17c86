"""Measures of how far two themes go together, on whole columns of counts.

Four counts say all: units with one theme, with the other, with both, and units in all. Sources:
Bouma (2009) for NPMI, Dunning (1993) for G2, Benjamini & Hochberg (1995) for q.
"""

import numpy as np
from scipy.special import chdtrc, gammaln

__all__ = ["fisher_p", "g2_p", "jaccard", "least_expected", "lift", "npmi", "p_value", "q_values"]

SMALL = 5  # an expected count below it: chi-squared is a poor guide, so the exact test (Cochran)


def npmi(a: np.ndarray, b: np.ndarray, both: np.ndarray, units: np.ndarray) -> np.ndarray:
    """Normalised pointwise mutual information: -1 never together, 0 chance, 1 always together.

    >>> npmi(np.array([4, 4]), np.array([4, 2]), np.array([4, 0]), np.array([8, 8])).tolist()
    [1.0, -1.0]
    """
    a, b, both, units = (np.asarray(x, dtype=float) for x in (a, b, both, units))
    with np.errstate(divide="ignore", invalid="ignore"):
        joint = both / units
        value = np.log(joint * units * units / (a * b)) / -np.log(joint)
    value = np.where(both == 0, -1.0, value)
    value = np.where(both == units, 1.0, value)  # always together in every unit: the limit
    return np.where((a == 0) | (b == 0) | (units == 0), np.nan, value)


def lift(a: np.ndarray, b: np.ndarray, both: np.ndarray, units: np.ndarray) -> np.ndarray:
    """Observed over expected joint count: 1 is chance.

    >>> lift(np.array([4]), np.array([4]), np.array([4]), np.array([8])).tolist()
    [2.0]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(both) * np.asarray(units) / (np.asarray(a, float) * b)


def jaccard(a: np.ndarray, b: np.ndarray, both: np.ndarray) -> np.ndarray:
    """Units with both over units with either.

    >>> jaccard(np.array([4]), np.array([2]), np.array([2])).tolist()
    [0.5]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(both, float) / (np.asarray(a) + b - both)


def p_value(a: np.ndarray, b: np.ndarray, both: np.ndarray, units: np.ndarray) -> np.ndarray:
    """Two-sided: Fisher's exact test where an expected count is below SMALL, else G2."""
    a, b, both, units = (np.asarray(x, dtype=np.int64) for x in (a, b, both, units))
    value = g2_p(a, b, both, units)
    for i in np.flatnonzero(least_expected(a, b, units) < SMALL):
        value[i] = fisher_p(a[i], b[i], both[i], units[i])
    return value


def least_expected(a: np.ndarray, b: np.ndarray, units: np.ndarray) -> np.ndarray:
    """The smallest of the four expected counts of each pair."""
    return np.minimum(a, units - a) * np.minimum(b, units - b) / np.maximum(units, 1)


def g2_p(a: np.ndarray, b: np.ndarray, both: np.ndarray, units: np.ndarray) -> np.ndarray:
    """The p-value of the log-likelihood ratio G2 with one degree of freedom."""
    observed = np.stack([both, a - both, b - both, units - a - b + both]).astype(float)
    # Cells in the order both, only a, only b, neither.
    rows = np.stack([a, a, units - a, units - a]).astype(float)
    columns = np.stack([b, units - b, b, units - b]).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = rows * columns / units
        terms = np.where(observed > 0, observed * np.log(observed / expected), 0)
    return chdtrc(1, np.maximum(2 * terms.sum(axis=0), 0))  # the upper tail of chi squared


def fisher_p(a: int, b: int, both: int, units: int) -> float:
    """Fisher's exact test, two-sided: the sum of tables no likelier than the one observed.

    >>> round(fisher_p(3, 3, 3, 6), 3)
    0.1
    """
    low, high = max(0, a + b - units), min(a, b)
    n = np.arange(low, high + 1)
    # Logarithm of the hypergeometric probability of n units with both, by log factorials.
    cells = gammaln(n + 1) + gammaln(a - n + 1) + gammaln(b - n + 1)
    margins = gammaln(np.array([a, units - a, b, units - b]) + 1).sum() - gammaln(units + 1)
    likely = np.exp(margins - cells - gammaln(units - a - b + n + 1))
    return float(min(likely[likely <= likely[both - low] * (1 + 1e-7)].sum(), 1.0))


def q_values(p: np.ndarray) -> np.ndarray:
    """Benjamini-Hochberg: the false discovery rate at which each p would count as found.

    >>> q_values(np.array([0.01, 0.04, 0.03])).round(3).tolist()
    [0.03, 0.04, 0.04]
    """
    p = np.asarray(p, dtype=float)
    order = np.argsort(-p, kind="stable")
    ranks = np.arange(len(p), 0, -1)
    q = np.empty(len(p))
    q[order] = np.minimum.accumulate(np.minimum(p[order] * len(p) / ranks, 1))
    return q
