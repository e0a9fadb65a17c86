"""Topics: what the passages of a corpus are about, found without a codebook.

Passages are placed by the company their words keep and divided into topics; the number of topics
is the one whose division comes back when part of the corpus is left out, beyond what shuffled
words give. A corpus too small or too even for topics gets none, and a sentence that says why.
Equal words give equal topics: neither names nor the order of files matter.
"""

from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from analysis import tables
from analysis.topics.clusters import divide, divide_few, place
from analysis.topics.embedding import contexts_of, embed
from analysis.topics.reading import describe, over_groups
from analysis.topics.stability import (
    MAX_PASSAGES,
    best_number,
    divide_again,
    null_points,
    number_grid,
    stability_curve,
    topic_stability,
)
from analysis.topics.terms import label_topics, rank_terms, select_terms
from analysis.vectors import TermMatrix

__all__ = ["TopicError", "TopicModel", "describe", "fit_topics", "key_terms", "over_groups"]

MIN_TERMS = 3  # terms a passage needs to count toward the gate
MIN_PASSAGES = 6  # fewer cannot be divided in a way that another sample would confirm
FEW_PASSAGES = 20  # below: average links, exploratory
MIN_DOCUMENTS = 12  # of fewer documents, a topic cannot be told from a document
STABLE = 0.6  # Hennig (2007): below it a cluster is no pattern to build on
WEAK = 0.1  # a passage as near to a second topic, within a tenth
N_KEY_TERMS = 20


class TopicError(tables.AnalysisError):
    """A number of topics that cannot be fitted."""


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
        ``n_topics`` is negative or greater than the number of usable passages.
    """
    passages = matrix.passages
    order = _content_order(matrix)
    distinct = order[(passages["repeats"] == "").to_numpy()[order]]
    fitted = distinct[passages["n_terms"].to_numpy()[distinct] > 0]
    usable = fitted[passages["n_terms"].to_numpy()[fitted] >= MIN_TERMS]
    words = key_terms(matrix, fitted)
    _check_number(n_topics, len(usable))
    reason = _why_withheld(len(usable), passages["doc_id"].iloc[usable].nunique(), n_topics)
    if reason:
        return _withheld(matrix, words, reason)
    with threadpool_limits(1):  # two threads on two busy cores are many times slower than one
        return _fit(matrix, fitted, usable, words, n_topics or 0)


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


def _content_order(matrix: TermMatrix) -> np.ndarray:
    """Rows in an order that their words alone decide."""
    starts = matrix.stream_starts
    hashes = [
        blake2b(matrix.stream[low:high].tobytes(), digest_size=8).digest()
        for low, high in pairwise(starts)
    ]
    return np.array(sorted(range(len(hashes)), key=hashes.__getitem__), dtype=int)


def _check_number(n_topics: int | None, n_usable: int) -> None:
    if n_topics and (n_topics < 0 or n_topics > max(n_usable, MIN_PASSAGES)):
        raise TopicError(
            f"n_topics is {n_topics}, but the corpus has {n_usable} usable passages; "
            f"give a number from 1 to {max(n_usable, 1)}, or 0 to choose it by stability"
        )


def _why_withheld(n_usable: int, n_documents: int, n_topics: int | None) -> str:
    if n_usable < MIN_PASSAGES:
        return (
            f"No topics are shown: {n_usable} passages of different words with at least "
            f"{MIN_TERMS} terms are too few to divide ({MIN_PASSAGES} are needed)."
        )
    if n_documents < MIN_DOCUMENTS and not n_topics:
        return (
            f"No topics are shown: the {n_usable} usable passages come from {n_documents} "
            f"documents, and of fewer than {MIN_DOCUMENTS} a topic cannot be told from a "
            "document. Set n_topics to see an exploratory division all the same."
        )
    return ""


def _withheld(matrix: TermMatrix, words: pd.DataFrame, reason: str) -> TopicModel:
    placements = tables.empty("placements").assign(second=[], weak=[])
    curve = pd.DataFrame(
        columns=["n_topics", "agreement", "agreement_se", "null_agreement", "excess"], dtype=float
    )
    return TopicModel(tables.empty("topics"), placements, curve, words, reason, "withheld")


def _fit(
    matrix: TermMatrix, fitted: np.ndarray, usable: np.ndarray, words: pd.DataFrame, n_topics: int
) -> TopicModel:
    contexts = contexts_of(matrix, fitted)
    embedding = embed(matrix.counts[fitted], contexts)
    points = embedding.points
    few = len(usable) < FEW_PASSAGES
    by = divide_few if few else divide_again
    sample = np.flatnonzero(np.isin(fitted, usable))[:MAX_PASSAGES]
    chance = null_points(matrix, fitted[sample])
    numbers = [n_topics] if n_topics else number_grid(len(usable)) or [2]
    curve = stability_curve(points[sample], chance, [k for k in numbers if k > 1], by)
    k = n_topics or best_number(curve)
    topics = (divide_few if few else divide)(points, k) if k > 1 else np.zeros(len(points), int)
    topics = _largest_first(topics, _times(matrix, fitted))
    k = topics.max() + 1
    ranks = rank_terms(topics, k, embedding.weights, embedding.spread)
    chosen = select_terms(ranks, matrix, fitted)
    labels = label_topics(chosen, topics, matrix, fitted)
    placements = _placements(matrix, fitted, points, topics, k)
    stability = topic_stability(points[sample], topics[sample], by)
    null_topics = by(chance, k) if k > 1 else np.zeros(len(chance), int)
    null = float(np.mean(topic_stability(chance, null_topics, by)))
    table = _topics_table(matrix, chosen, labels, placements, stability, null, len(usable))
    note, status = _verdict(table, curve, k, len(usable), bool(n_topics))
    return TopicModel(table, placements, curve, words, note, status)


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
    centres = np.zeros((k, points.shape[1]))
    np.add.at(centres, topics, points)
    _, near, next_near = place(points, centres)
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
    n_usable: int,
) -> pd.DataFrame:
    sizes = placements.groupby("topic").agg(
        n_passages=("passage_id", "size"), n_documents=("doc_id", "nunique")
    )
    few = n_usable < FEW_PASSAGES
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
                "status": "usable"
                if stability[i] >= max(STABLE, null + 0.1) and not few and len(chosen) > 1
                else "exploratory",
            }
            for i in range(len(chosen))
        ],
    )


def _verdict(
    topics: pd.DataFrame, curve: pd.DataFrame, k: int, n_usable: int, given: bool
) -> tuple[str, str]:
    """The sentence for the reader and the status of the whole."""
    if k == 1 and not given:
        return (
            f"One topic: no division of the {n_usable} usable passages comes back in subsamples "
            "more surely than a division of shuffled words.", "exploratory",
        )  # fmt: skip
    row = curve[curve["n_topics"] == k]
    usable = int((topics["status"] == "usable").sum())
    agreement = (
        f"divisions of four fifths of the passages agree at {row['agreement'].iloc[0]:.2f} "
        f"(shuffled words: {row['null_agreement'].iloc[0]:.2f})" if len(row) else "not tested"
    )  # fmt: skip
    chosen = "as asked" if given else "chosen by stability"
    few = f" Fewer than {FEW_PASSAGES} passages: exploratory." if n_usable < FEW_PASSAGES else ""
    status = "usable" if usable and not few else "exploratory"
    return (
        f"{k} topics, {chosen}, from {n_usable} usable passages; {agreement}; "
        f"{usable} of {k} topics come back well enough to build on.{few}", status,
    )  # fmt: skip
