"""Passages become a document-term matrix whose terms are words of the text.

What repeats in every report says nothing about its subject, so attribution clauses ("according to
a declaration signed on Thursday"), reporting verbs, calendar words and stop words are left out.
Forms of one word are counted together and named by the form that is most frequent. A passage whose
words another passage repeats keeps its row and is marked, so that counting it twice is a choice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from scipy import sparse

from analysis import tables
from analysis.vectors.clauses import attribution_spans, without_attribution
from analysis.vectors.lemmas import group_forms
from analysis.vectors.words import read_stop_words, tokenise

__all__ = [
    "TermMatrix",
    "attribution_spans",
    "count_stream",
    "count_terms",
    "group_forms",
    "name_phrase",
    "read_stop_words",
    "without_attribution",
]

MAX_TERMS = 10_000  # rarer terms stand in a handful of passages and cost time, not meaning


@dataclass(frozen=True)
class TermMatrix:
    """Counts of terms in passages, in an order that depends on the words alone.

    ``passages`` has one row per row of ``counts``: the contract columns and ``n_terms`` (terms
    counted), ``repeats`` (passage_id of the first passage of the same words, else empty).
    ``stream`` holds the terms in the order they stand, -1 for a word left out, and
    ``stream_starts`` where each row begins in it (one more entry than rows). ``tokens`` holds the
    words as they stand, as numbers of ``forms``: a phrase is named by them.
    """

    passages: pd.DataFrame
    terms: list[str]
    counts: sparse.csr_matrix
    stream: np.ndarray
    stream_starts: np.ndarray
    tokens: np.ndarray
    forms: list[str]


def name_phrase(matrix: TermMatrix, places: np.ndarray) -> str:
    """The words of a phrase as they most often stand: ``places`` are where it begins in the stream.

    Equal counts go to the first in alphabetical order.
    """
    pairs = np.stack([matrix.tokens[places], matrix.tokens[places + 1]], axis=1)
    found, times = np.unique(pairs, axis=0, return_counts=True)
    names = [" ".join(matrix.forms[i] for i in pair) for pair in found]
    return min(zip(-times, names, strict=True))[1]


def count_terms(
    passages: pd.DataFrame,
    texts: Mapping[str, str],
    *,
    unit: Literal["passage", "document"] = "passage",
    drop: pd.DataFrame | None = None,
    min_passages: int = 2,
) -> TermMatrix:
    """The document-term matrix of body paragraphs, or of whole documents.

    Parameters
    ----------
    passages
        One row per paragraph or sentence; body paragraphs are counted.
    texts
        The decoded text of each document's file.
    unit
        What a row is: a paragraph, or the body of a document (its ``passage_id`` is the doc_id).
    drop
        Spans to leave out, one row per span: ``doc_id, start, end``.
    min_passages
        A term found in fewer rows of different words is left out: it cannot tell rows apart.

    >>> passages = pd.DataFrame({"passage_id": ["a:p1", "b:p1"], "doc_id": ["a", "b"],
    ...     "unit": "paragraph", "kind": "body", "start": 0, "end": [26, 27]})
    >>> texts = {"a": "Ferries carry timber north.", "b": "A ferry carried the timber."}
    >>> count_terms(passages, texts).terms
    ['carried', 'ferries', 'timber']
    """
    rows, words = _row_texts(passages, texts, unit, drop)
    tokens, starts, forms = tokenise(words)
    term_of_form, terms = group_forms(forms, np.bincount(tokens, minlength=len(forms)))
    stream = term_of_form[tokens] if len(tokens) else tokens
    repeats = _repeats(rows, stream, starts)
    counts = count_stream(stream, starts, len(terms))
    first = np.flatnonzero((repeats == "").to_numpy())
    spread = np.bincount(counts[first].indices, minlength=len(terms))
    kept = _kept_terms(spread, terms, min_passages)
    renumber = np.full(len(terms) + 1, -1)
    renumber[kept] = np.arange(len(kept))
    counts = counts[:, kept].tocsr()
    return TermMatrix(
        rows.assign(n_terms=np.diff(counts.indptr), repeats=repeats.to_numpy()),
        [terms[j] for j in kept],
        counts,
        renumber[stream].astype(np.int32),
        starts,
        tokens,
        forms,
    )


def _row_texts(
    passages: pd.DataFrame, texts: Mapping[str, str], unit: str, drop: pd.DataFrame | None
) -> tuple[pd.DataFrame, list[str]]:
    """The rows to count and the words of each, attribution taken out."""
    body = tables.body_of(passages, "paragraph")
    spans = _spans_by_document(drop)
    words = [
        without_attribution(texts[doc_id][start:end], _within(spans.get(doc_id), start, end))
        for doc_id, start, end in zip(body["doc_id"], body["start"], body["end"], strict=True)
    ]
    body = body[["passage_id", "doc_id", "start", "end"]].reset_index(drop=True)
    if unit == "passage":
        return body, words
    joined = (
        body.assign(words=words)
        .groupby("doc_id", sort=False)
        .agg(start=("start", "min"), end=("end", "max"), words=("words", "\n".join))
        .reset_index()
    )
    rows = joined.assign(passage_id=joined["doc_id"])[["passage_id", "doc_id", "start", "end"]]
    return rows, joined["words"].tolist()


def _spans_by_document(drop: pd.DataFrame | None) -> dict[str, np.ndarray]:
    """For each document the spans to leave out: one row per span, start and end."""
    if drop is None:
        return {}
    return {
        doc_id: spans[["start", "end"]].to_numpy(dtype=int)
        for doc_id, spans in drop.groupby("doc_id")
    }


def _within(spans: np.ndarray | None, start: int, end: int) -> list[tuple[int, int]]:
    """The spans, or what of them lies in a passage, counted from its beginning."""
    if spans is None:
        return []
    inside = spans[(spans[:, 0] < end) & (spans[:, 1] > start)]
    return list(map(tuple, (inside.clip(start, end) - start).tolist()))


def count_stream(stream: np.ndarray, starts: np.ndarray, n_terms: int) -> sparse.csr_matrix:
    """Rows by terms from a stream of terms, in which -1 is none, and where each row begins.

    >>> count_stream(np.array([1, -1, 1, 0]), np.array([0, 3, 4]), 2).toarray().tolist()
    [[0.0, 2.0], [1.0, 0.0]]
    """
    rows = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    held = stream >= 0
    ones = np.ones(held.sum(), dtype=np.float32)
    shape = (len(starts) - 1, n_terms)
    return sparse.coo_matrix((ones, (rows[held], stream[held])), shape=shape).tocsr()


def _repeats(rows: pd.DataFrame, stream: np.ndarray, starts: np.ndarray) -> pd.Series:
    """For each row the passage_id of the first row that has the same terms in the same order."""
    firsts: dict[bytes, str] = {}
    repeats = []
    for passage_id, low, high in zip(rows["passage_id"], starts[:-1], starts[1:], strict=True):
        terms = stream[low:high]
        first = firsts.setdefault(terms[terms >= 0].tobytes(), passage_id)
        repeats.append("" if first == passage_id else first)
    return pd.Series(repeats, dtype="str")


def _kept_terms(spread: np.ndarray, terms: Sequence[str], min_passages: int) -> np.ndarray:
    """Terms found in enough rows, the most widespread first when there are too many."""
    kept = np.flatnonzero(spread >= min_passages)
    if len(kept) > MAX_TERMS:
        order = sorted(kept, key=lambda j: (-spread[j], terms[j]))
        kept = np.sort(np.array(order[:MAX_TERMS]))
    return kept
