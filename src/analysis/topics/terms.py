"""The words that name a topic: frequent in it, rare elsewhere, and standing together in the text.

Words are ranked by weight times exclusiveness (FREX; Airoldi & Bischof 2016). Of the best twenty
those that stand in the same ten words of text least often are left out (normalised pointwise
mutual information; Bouma 2009), because a list reads as one subject when its words meet.
"""

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from analysis.vectors import TermMatrix, name_phrase

__all__ = ["label_topics", "rank_terms", "select_terms"]

CANDIDATES = 20
SHOWN = 10
EXCLUSIVENESS = 0.75  # 0.5 repeats words between fifty topics, 1 shows rare ones
AT_HOME = 0.5  # a word names a topic that holds half as much of it as its first topic, or more
WINDOW = 10  # words; the width at which published topic coherence is measured
MAX_WORDS = 400_000  # words of text that the co-occurrence of candidates is counted on
LABEL_PARTS = 3
SAME_ROOT = 5  # letters two words may begin with before they count as one in a label


def rank_terms(
    topics: np.ndarray, n_topics: int, weights: sparse.csr_matrix, spread: sparse.csr_matrix
) -> np.ndarray:
    """Topics by terms: the weight of each term in the topic times its exclusiveness."""
    member = sparse.csr_matrix(
        (np.ones(len(topics)), (topics, np.arange(len(topics)))), shape=(n_topics, len(topics))
    )
    within = member @ weights
    summed = np.asarray((within + within @ spread).todense())
    share = summed / np.maximum(summed.sum(axis=0), 1e-12)
    at_home = share >= AT_HOME * share.max(axis=0)
    return summed * share**EXCLUSIVENESS * at_home


def select_terms(ranks: np.ndarray, matrix: TermMatrix, rows: np.ndarray) -> list[list[int]]:
    """For each topic the terms shown, best first."""
    candidates = [
        [j for j in np.argsort(-row, kind="stable")[:CANDIDATES] if row[j] > 0] for row in ranks
    ]
    wanted = sorted({j for row in candidates for j in row})
    meet = _meetings(matrix, rows, np.array(wanted))
    number = {j: i for i, j in enumerate(wanted)}
    chosen = []
    for rank, terms in zip(ranks, candidates, strict=True):
        places = [number[j] for j in terms]
        chosen.append(_coherent(terms, rank[terms], meet[np.ix_(places, places)]))
    return chosen


def _coherent(terms: list[int], rank: np.ndarray, meet: np.ndarray) -> list[int]:
    """The term that meets the others least is left out until SHOWN are left."""
    kept = list(range(len(terms)))
    weight = rank / max(rank.max(initial=0), 1e-12)
    while len(kept) > SHOWN:
        company = meet[np.ix_(kept, kept)].sum(axis=1) / (len(kept) - 1)
        kept.pop(int(np.argmin(company + weight[kept])))
    return [terms[i] for i in kept]


def _meetings(matrix: TermMatrix, rows: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """NPMI of the wanted terms over windows of WINDOW words; 0 on the diagonal."""
    column = np.full(len(matrix.terms) + 1, -1)
    column[wanted] = np.arange(len(wanted))
    windows, found, n_windows = [], [], 0
    for row in rows:
        words = column[matrix.stream[matrix.stream_starts[row] : matrix.stream_starts[row + 1]]]
        last = max(len(words) - WINDOW, 0)
        at = np.flatnonzero(words >= 0)
        for shift in range(min(WINDOW, len(words))):
            start = at - shift
            inside = (start >= 0) & (start <= last)
            windows.append(start[inside] + n_windows)
            found.append(words[at[inside]])
        n_windows += last + 1
        if n_windows > MAX_WORDS:
            break
    if not windows:
        return np.zeros((len(wanted), len(wanted)))
    place = (np.concatenate(windows), np.concatenate(found))
    held = sparse.coo_matrix((np.ones(len(place[0])), place), (n_windows, len(wanted))).tocsr()
    held.data[:] = 1
    joint = np.asarray((held.T @ held).todense()) / n_windows
    alone = np.maximum(np.diag(joint), 1e-12)
    joint = joint + 1e-12
    npmi = np.log(joint / np.outer(alone, alone)) / -np.log(np.minimum(joint, 1 - 1e-12))
    np.fill_diagonal(npmi, 0)
    return npmi


def label_topics(
    chosen: Sequence[Sequence[int]], topics: np.ndarray, matrix: TermMatrix, rows: np.ndarray
) -> list[str]:
    """A short name for each topic: its first words, as phrases where they stand side by side."""
    labels = []
    for topic, terms in enumerate(chosen):
        beside = _side_by_side(matrix, rows[topics == topic], set(terms))
        parts: list[str] = []
        used: set[int] = set()
        for term in terms:
            if term in used or len(parts) == LABEL_PARTS:
                continue
            pair, words = beside.get(term, ((term,), matrix.terms[term]))
            if used.intersection(pair):
                pair, words = (term,), matrix.terms[term]
            if not any(_same_root(words, part) for part in parts):
                parts.append(words)
            used.update(pair)
        labels.append(", ".join(parts))
    return labels


def _side_by_side(
    matrix: TermMatrix, rows: np.ndarray, terms: set[int]
) -> dict[int, tuple[tuple[int, int], str]]:
    """For each term the pair of terms it most often forms and its words, where no accident."""
    wanted = np.zeros(len(matrix.terms) + 1, dtype=bool)
    wanted[list(terms)] = True
    places: dict[tuple[int, int], list[int]] = {}
    alone: dict[int, int] = {}
    for row in rows:
        first = matrix.stream_starts[row]
        words = matrix.stream[first : matrix.stream_starts[row + 1]]
        held = wanted[words]
        for j in words[held].tolist():
            alone[j] = alone.get(j, 0) + 1
        for i in np.flatnonzero(held[:-1] & held[1:]):
            pair = (int(words[i]), int(words[i + 1]))
            if pair[0] != pair[1]:
                places.setdefault(pair, []).append(first + i)
    best: dict[int, tuple[tuple[int, int], str]] = {}
    for pair, found in sorted(places.items(), key=lambda item: (-len(item[1]), item[0])):
        # Three times, and a third of all uses of the rarer word: a phrase, not an accident.
        if len(found) >= 3 and len(found) >= min(alone[j] for j in pair) / 3:
            for j in pair:
                if j not in best:
                    best[j] = (pair, name_phrase(matrix, np.array(found)))
    return best


def _same_root(a: str, b: str) -> bool:
    """Whether two label parts share a word root ("terrorism", "anti-terrorist").

    >>> _same_root("terrorism", "terrorists"), _same_root("trade", "trust")
    (True, False)
    """
    return any(
        x[:SAME_ROOT] == y[:SAME_ROOT] and len(x) >= SAME_ROOT
        for x in a.replace("-", " ").split()
        for y in b.replace("-", " ").split()
    ) or bool(set(a.split()) & set(b.split()))
