"""The fitted topic model: from a document-term matrix to topics, placements and a verdict."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from analysis import tables
from analysis.topics import gate
from analysis.topics.clusters import centres_of, divide, divide_few, place
from analysis.topics.embedding import contexts_of, embed
from analysis.topics.stability import (
    CURVE,
    MAX_PASSAGES,
    SMALL,
    best_number,
    divide_again,
    null_points,
    number_grid,
    stability_curve,
    topic_stability,
)
from analysis.topics.terms import label_topics, rank_terms, select_terms
from analysis.vectors import TermMatrix

__all__ = ["TopicModel", "fit_topics", "key_terms"]

WEAK = 0.1  # a passage as near to a second topic, within a tenth
N_KEY_TERMS = 20


@dataclass(frozen=True)
class TopicModel:
    """A fitted topic model.

    ``topics``, ``placements`` follow the shared tables; placements have two further columns,
    ``second`` (next nearest topic, 0: none) and ``weak``. ``curve`` has one row per number of
    topics tried. ``key_terms`` has one row per term that stands out in the corpus. ``note`` says
    in a sentence what the topics rest on, or why there are none. ``status`` is usable,
    exploratory or withheld.
    """

    topics: pd.DataFrame
    placements: pd.DataFrame
    curve: pd.DataFrame
    key_terms: pd.DataFrame
    note: str
    status: str


def fit_topics(matrix: TermMatrix, *, n_topics: int | None = None) -> TopicModel:
    """Topics of the passages of a matrix.

    Parameters
    ----------
    matrix
        One row per passage, from ``vectors.count_terms``.
    n_topics
        The number of topics; None or 0 chooses it by stability.

    Raises
    ------
    TopicError
        ``n_topics`` is negative or leaves fewer than two passages a topic.
    """
    passages, asked = matrix.passages, n_topics or 0
    order = _content_order(matrix)
    distinct = order[(passages["repeats"] == "").to_numpy()[order]]
    n_terms = passages["n_terms"].to_numpy()[distinct]
    fitted, usable = distinct[n_terms > 0], n_terms[n_terms > 0] >= gate.MIN_TERMS
    n_documents = passages["doc_id"].iloc[fitted[usable]].nunique()
    reason = gate.why_withheld(int(usable.sum()), n_documents, asked)
    if reason:
        nothing = tables.empty("placements").assign(
            second=pd.Series(dtype="int64"), weak=pd.Series(dtype="bool")
        )
        curve = pd.DataFrame(columns=CURVE, dtype=float)
        words = key_terms(matrix, fitted)
        return TopicModel(tables.empty("topics"), nothing, curve, words, reason, "withheld")
    gate.check_number(asked, int(usable.sum()))
    with threadpool_limits(1):  # two threads on two busy cores are many times slower than one
        return _fit(matrix, fitted, usable, asked)


def key_terms(matrix: TermMatrix, rows: np.ndarray | None = None) -> pd.DataFrame:
    """The terms most used across documents: one row per term, most documents first.

    Columns: ``term, n_passages, n_documents``.
    """
    rows = np.arange(len(matrix.passages)) if rows is None else rows
    counts = matrix.counts[rows]
    documents = pd.factorize(matrix.passages["doc_id"].iloc[rows])[0]
    pairs = np.unique(
        np.stack([documents[np.repeat(np.arange(len(rows)), np.diff(counts.indptr))],
                  counts.indices]), axis=1
    )  # fmt: skip
    table = pd.DataFrame(
        {
            "term": pd.Series(matrix.terms, dtype="str"),
            "n_passages": np.bincount(counts.indices, minlength=len(matrix.terms)),
            "n_documents": np.bincount(pairs[1], minlength=len(matrix.terms)),
        }
    )
    order = ["n_documents", "n_passages", "term"]
    return (
        table.sort_values(order, ascending=[False, False, True])
        .head(N_KEY_TERMS)
        .reset_index(drop=True)
    )


def _fit(matrix: TermMatrix, fitted: np.ndarray, usable: np.ndarray, asked: int) -> TopicModel:
    """The model of the rows given in the order of their content; ``usable`` marks the longer."""
    n_usable = int(usable.sum())
    embedding = embed(matrix.counts[fitted], contexts_of(matrix, fitted))
    points = embedding.points
    few = n_usable < gate.FEW_PASSAGES
    whole, again = (divide_few, divide_few) if few else (divide, divide_again)
    sample = np.flatnonzero(usable)[:MAX_PASSAGES]
    real = points[sample].astype(np.float32)
    chance = null_points(matrix, fitted[sample])
    numbers = [asked] if asked else number_grid(n_usable)
    curve = stability_curve(real, chance, [k for k in numbers if k > 1], again)
    n_documents = matrix.passages["doc_id"].iloc[fitted[usable]].nunique()

    def chance_stability(k: int) -> float:
        found = [x for dealt in chance for x in topic_stability(dealt, again(dealt, k), again)]
        return float(np.mean(found))

    def status_of(stability: float, null: float, k: int) -> str:
        return gate.status_of(stability, null, k, n_usable, n_documents)

    def come_back(k: int) -> int:
        null = chance_stability(k)
        found = topic_stability(real, again(real, k), again)
        return sum(status_of(stability, null, k) == "usable" for stability in found)

    # In a small corpus the error is wide and the smallest number tells a reader little.
    number = asked or best_number(curve, *[come_back] * (n_usable <= SMALL))
    topics = _largest_first(whole(points, number), _times(matrix, fitted))
    k = int(topics.max()) + 1
    ranks = rank_terms(topics, k, embedding.weights, embedding.spread)
    chosen = select_terms(ranks, matrix, fitted)
    placements = _placements(matrix, fitted, points, topics, k)
    table = _topics_table(
        matrix,
        chosen,
        label_topics(chosen, topics, matrix, fitted),
        placements,
        topic_stability(real, topics[sample], again),
        chance_stability(k),
        partial(status_of, k=k),
    )
    note, status = gate.verdict(
        table, curve, n_usable=n_usable, n_documents=n_documents, given=bool(asked)
    )
    return TopicModel(table, placements, curve, key_terms(matrix, fitted), note, status)


def _content_order(matrix: TermMatrix) -> np.ndarray:
    """Rows in an order that their words alone decide."""
    starts = matrix.stream_starts
    hashes = [
        blake2b(matrix.stream[low:high].tobytes(), digest_size=8).digest()
        for low, high in pairwise(starts)
    ]
    return np.array(sorted(range(len(hashes)), key=hashes.__getitem__), dtype=int)


def _times(matrix: TermMatrix, fitted: np.ndarray) -> np.ndarray:
    """How many passages have the words of each fitted one: itself and those that repeat it."""
    ids = matrix.passages["passage_id"]
    first = matrix.passages["repeats"].where(matrix.passages["repeats"] != "", ids)
    return ids.iloc[fitted].map(first.value_counts()).to_numpy()


def _largest_first(topics: np.ndarray, times: np.ndarray) -> np.ndarray:
    """Topics renumbered by size, equal sizes by the first passage that holds them."""
    values, first, held = np.unique(topics, return_index=True, return_inverse=True)
    sizes = np.bincount(held, weights=times)
    rank = np.empty(values.max() + 1, int)
    rank[values[np.lexsort((first, -sizes))]] = np.arange(len(values))
    return rank[topics]


def _placements(
    matrix: TermMatrix, fitted: np.ndarray, points: np.ndarray, topics: np.ndarray, k: int
) -> pd.DataFrame:
    """Every passage with its topic: repeats as what they repeat, a wordless one by its document."""
    _, near, next_near = place(points, centres_of(points, topics, k))
    passages = matrix.passages
    topic = np.full(len(passages), -1)
    second = np.full(len(passages), -1)
    strength = np.zeros(len(passages))
    topic[fitted], second[fitted], strength[fitted] = topics, next_near, near
    first = pd.Series(np.arange(len(passages)), index=passages["passage_id"])
    repeats = np.flatnonzero((passages["repeats"] != "").to_numpy())
    repeated = first[passages["repeats"].iloc[repeats]].to_numpy()
    for values in (topic, second, strength):
        values[repeats] = values[repeated]
    documents = pd.factorize(passages["doc_id"])[0]
    held = np.zeros((documents.max(initial=-1) + 1, k))
    np.add.at(held, (documents[topic >= 0], topic[topic >= 0]), 1)
    topic = np.where(topic >= 0, topic, held.argmax(axis=1)[documents])
    return tables.check(
        "placements",
        passages[["passage_id", "doc_id"]].assign(
            topic=topic + 1, strength=strength, second=second + 1, weak=strength < WEAK
        ),
    )


def _topics_table(
    matrix: TermMatrix,
    chosen: list[list[int]],
    labels: list[str],
    placements: pd.DataFrame,
    stability: list[float],
    null: float,
    status_of: Callable[[float, float], str],
) -> pd.DataFrame:
    sizes = placements.groupby("topic").agg(
        n_passages=("passage_id", "size"), n_documents=("doc_id", "nunique")
    )
    return tables.from_rows(
        "topics",
        [
            {
                "topic": i + 1,
                "label": labels[i],
                "terms": tables.join(matrix.terms[j] for j in chosen[i]),
                "n_passages": sizes["n_passages"].get(i + 1, 0),
                "n_documents": sizes["n_documents"].get(i + 1, 0),
                "stability": stability[i],
                "null_stability": null,
                "status": status_of(stability[i], null),
            }
            for i in range(len(chosen))
        ],
    )
