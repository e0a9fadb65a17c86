"""How many topics, and whether there are any: what comes back when part of the corpus is left out.

Subsamples of four fifths of the passages are divided anew; the agreement of two divisions on the
passages they share is the adjusted Rand index (Hubert & Arabie 1985). Raw agreement grows with the
number of topics on small corpora whatever they hold, so the same is done after shuffling the words
between passages, and what counts is the excess over that null.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.topics.clusters import divide
from analysis.topics.embedding import contexts_of, embed
from analysis.vectors import TermMatrix, count_stream

__all__ = [
    "CURVE",
    "MAX_PASSAGES",
    "SMALL",
    "best_number",
    "divide_again",
    "null_points",
    "number_grid",
    "rand_agreement",
    "shuffled",
    "stability_curve",
    "topic_stability",
]

SUBSAMPLES = 6
RESTARTS = 6  # fewer, and chance local optima pass for instability
SHARE = 0.8
MAX_PASSAGES = 1_500  # agreement of divisions is known well enough from so many
LEAST_MARGIN = 0.02  # differences of agreement below it are not worth a further topic
SMALL = 400
MANY_DEALS = {False: 6, True: 1}  # deals of shuffled words: for small corpora, for others
MIN_EXCESS = 0.15  # less above shuffled words than this is no division worth showing
GRID = (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50)
PASSAGES_PER_TOPIC = 8  # fewer do not carry a topic

CURVE = ("n_topics", "agreement", "agreement_se", "null_agreement", "null_sd", "excess")

Division = Callable[[np.ndarray, int], np.ndarray]

divide_again: Division = partial(divide, restarts=RESTARTS)


def number_grid(n_passages: int) -> list[int]:
    """The numbers of topics worth trying: at most 8 and n/8 below 200 passages, n/25 above.

    >>> number_grid(40), number_grid(150)
    ([2, 3, 4, 5], [2, 3, 4, 5, 6, 7, 8])
    """
    few = min(8, n_passages // PASSAGES_PER_TOPIC)
    most = few if n_passages <= 200 else max(few, min(GRID[-1], n_passages // 25))
    return [k for k in GRID if k <= most]


def shuffled(matrix: TermMatrix, rows: np.ndarray, *, seed: int = 0) -> TermMatrix:
    """The rows with their words dealt out anew: rows keep their lengths, terms their totals."""
    streams = [
        matrix.stream[matrix.stream_starts[row] : matrix.stream_starts[row + 1]] for row in rows
    ]
    stream = np.concatenate(streams)
    held = np.flatnonzero(stream >= 0)
    stream[held] = np.random.default_rng(seed).permutation(stream[held])
    starts = np.concatenate([[0], np.cumsum([len(words) for words in streams])])
    counts = count_stream(stream, starts, len(matrix.terms))
    passages = matrix.passages.iloc[rows].reset_index(drop=True)
    return replace(matrix, passages=passages, counts=counts, stream=stream, stream_starts=starts)


def null_points(matrix: TermMatrix, rows: np.ndarray) -> list[np.ndarray]:
    """The points of the rows with shuffled words: what a corpus without subjects would give.

    One array per deal; small corpora are dealt out more often, because there chance weighs more.
    """
    deals = (shuffled(matrix, rows, seed=seed) for seed in range(MANY_DEALS[len(rows) > SMALL]))
    everything = np.arange(len(rows))
    return [
        embed(dealt.counts, contexts_of(dealt, everything)).points.astype(np.float32)
        for dealt in deals
    ]


def stability_curve(
    points: np.ndarray,
    chance: Sequence[np.ndarray],
    numbers: Sequence[int],
    divide_by: Division = divide_again,
) -> pd.DataFrame:
    """Agreement of repeated divisions by number of topics: one row per number.

    Columns: ``n_topics, agreement, agreement_se, null_agreement`` (mean over the deals of shuffled
    words), ``null_sd, excess``.
    """
    rows = []
    for k in numbers:
        real, error = _agreement(points, k, divide_by)
        null = [_agreement(dealt, k, divide_by)[0] for dealt in chance]
        spread = np.std(null, ddof=1) if len(null) > 1 else 0.0
        rows.append((k, real, error, np.mean(null), spread, real - np.mean(null)))
    return pd.DataFrame(rows, columns=CURVE, dtype=float).astype({"n_topics": int})


def best_number(curve: pd.DataFrame, come_back: Callable[[int], int] = lambda _: 0) -> int:
    """The number of topics with the best excess; 1 where none is enough.

    Of the numbers within one standard error of the best, which the passages cannot tell apart, it
    is the one with most topics that come back (``come_back``), and of those the smallest. Enough
    is MIN_EXCESS, and three standard deviations of what shuffled words give: many numbers are
    tried, and the best of many accidents looks like a finding.

    >>> curve = pd.DataFrame({"n_topics": [2, 5], "excess": [0.02, 0.03], "agreement_se": 0.01,
    ...     "null_sd": 0.01})
    >>> best_number(curve), best_number(curve.assign(excess=[0.3, 0.9]))
    (1, 5)
    >>> near = curve.assign(excess=[0.89, 0.9])
    >>> best_number(near), best_number(near, {2: 2, 5: 4}.get)
    (2, 5)
    """
    enough = curve[curve["excess"] >= max(MIN_EXCESS, 3 * curve["null_sd"].mean())]
    if enough.empty:
        return 1
    best = enough.loc[enough["excess"].idxmax()]
    margin = max(best["agreement_se"], LEAST_MARGIN)
    near = enough.loc[enough["excess"] >= best["excess"] - margin, "n_topics"].tolist()
    return near[0] if len(near) == 1 else max(near, key=lambda k: (come_back(k), -k))


def topic_stability(
    points: np.ndarray, topics: np.ndarray, divide_by: Division = divide_again
) -> list:
    """For each topic how much of it comes back in subsamples: mean best Jaccard (Hennig 2007)."""
    n_topics = topics.max(initial=-1) + 1
    found = np.zeros((n_topics, SUBSAMPLES))
    for i, rows in enumerate(_subsamples(len(points))):
        again = divide_by(points[rows], n_topics)
        both = np.zeros((n_topics, n_topics))
        np.add.at(both, (topics[rows], again), 1)
        either = both.sum(axis=1, keepdims=True) + both.sum(axis=0, keepdims=True) - both
        found[:, i] = (both / np.maximum(either, 1)).max(axis=1)
    return found.mean(axis=1).tolist()


def _agreement(points: np.ndarray, n_topics: int, divide_by: Division) -> tuple[float, float]:
    """Mean pairwise agreement of the subsamples' divisions and its standard error."""
    divisions = []
    for rows in _subsamples(len(points)):
        topics = np.full(len(points), -1)
        topics[rows] = divide_by(points[rows], n_topics)
        divisions.append(topics)
    scores = []
    for a, b in combinations(divisions, 2):
        shared = (a >= 0) & (b >= 0)
        scores.append(rand_agreement(a[shared], b[shared]))
    return float(np.mean(scores)), float(np.std(scores) / np.sqrt(SUBSAMPLES))


def rand_agreement(a: np.ndarray, b: np.ndarray) -> float:
    """The adjusted Rand index of two divisions (Hubert & Arabie 1985): 1 the same, 0 chance.

    >>> rand_agreement(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    """
    width = b.max() + 1
    both = np.bincount(a * width + b, minlength=(a.max() + 1) * width).reshape(-1, width)
    together, in_a, in_b = ((x * (x - 1) / 2).sum() for x in (both, both.sum(1), both.sum(0)))
    expected = in_a * in_b / (len(a) * (len(a) - 1) / 2)
    most = (in_a + in_b) / 2
    return 1.0 if most == expected else float((together - expected) / (most - expected))


def _subsamples(n_passages: int) -> list[np.ndarray]:
    """The same subsamples each time: rows come in an order of their content."""
    rng = np.random.default_rng(0)
    size = max(2, int(SHARE * n_passages))
    return [np.sort(rng.permutation(n_passages)[:size]) for _ in range(SUBSAMPLES)]
