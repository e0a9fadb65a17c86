"""Passages divided into topics: k-means on unit vectors, average links where they are few."""

import warnings

import numpy as np

from analysis.topics.embedding import unit_rows

__all__ = ["centres_of", "divide", "divide_few", "place"]

MAX_FITTED = 20_000  # centres settle long before; all further passages are placed by the centres
RESTARTS = 8
SEED = 20  # any fixed number: the same passages give the same topics
REFINEMENTS = 5


def divide(points: np.ndarray, n_topics: int, *, restarts: int = RESTARTS) -> np.ndarray:
    """The topic of each passage, 0 to n_topics - 1; rows must come in an order of their content."""
    if n_topics == 1:
        return np.zeros(len(points), dtype=int)
    fitted = points[:MAX_FITTED]
    from sklearn.cluster import KMeans  # slow to load
    from sklearn.exceptions import ConvergenceWarning

    model = KMeans(n_topics, n_init=restarts, random_state=SEED)
    with warnings.catch_warnings():  # fewer different passages than topics: fewer topics
        warnings.simplefilter("ignore", ConvergenceWarning)
        topics = model.fit_predict(fitted)
    if len(points) > len(fitted):
        centres = model.cluster_centers_
        for _ in range(REFINEMENTS):
            topics = (points @ unit_rows(centres).T).argmax(axis=1)
            centres = centres_of(points, topics, n_topics)
    return topics


def divide_few(points: np.ndarray, n_topics: int) -> np.ndarray:
    """Average-link clusters by cosine: for a handful of passages, where no centre is sure.

    >>> divide_few(np.array([[1.0, 0.0], [0.9, 0.1], [0.0, 1.0]]), 2).tolist()
    [0, 0, 1]
    """
    apart = np.clip(1 - points @ points.T, 0, 2)  # a passage without a known word: 1 from all
    np.fill_diagonal(apart, 0)
    from scipy.cluster.hierarchy import fcluster, linkage  # slow to load
    from scipy.spatial.distance import squareform

    tree = linkage(squareform(apart, checks=False), method="average")
    return fcluster(tree, n_topics, criterion="maxclust") - 1


def place(points: np.ndarray, centres: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The nearest topic of each point, its strength, and the second nearest topic (-1: none).

    The strength is the simplified silhouette of Hruschka, de Castro & Campello (2004) on cosine
    distance: 0 half-way between two topics, 1 at the centre of its own.

    >>> topic, strength, second = place(np.array([[1.0, 0.0], [0.6, 0.8]]), np.eye(2))
    >>> topic.tolist(), strength.round(2).tolist(), second.tolist()
    ([0, 1], [1.0, 0.5], [1, 0])
    """
    near = points @ unit_rows(centres).T
    if near.shape[1] == 1:
        return np.zeros(len(points), int), near[:, 0].clip(0, 1), np.full(len(points), -1)
    order = np.argsort(-near, axis=1, kind="stable")[:, :2]
    best, next_best = np.take_along_axis(1 - near, order, axis=1).T
    strength = (next_best - best) / np.maximum(next_best, 1e-9)
    strength[~points.any(axis=1)] = 0
    return order[:, 0], strength.clip(0, 1), order[:, 1]


def centres_of(points: np.ndarray, topics: np.ndarray, n_topics: int) -> np.ndarray:
    """The direction of each topic: the sum of its points."""
    sums = np.zeros((n_topics, points.shape[1]))
    np.add.at(sums, topics, points)
    return sums
