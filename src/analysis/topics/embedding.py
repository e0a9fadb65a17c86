"""Words and passages as points whose nearness is nearness of use.

A passage of twenty words shares few of them with another on the same subject, so it is placed by
what its words keep company with. Word vectors come from the corpus itself: positive pointwise
mutual information of co-occurrence with a smoothed context (Levy, Goldberg & Dagan 2015), reduced
by a singular value decomposition. No model is downloaded, and equal words give equal points.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from analysis.vectors import TermMatrix

__all__ = ["Embedding", "contexts_of", "embed", "unit_rows"]

DIMENSIONS = 100
PER_DIMENSION = 5  # contexts; of fewer, the last dimensions hold accidents and topics do not return
LEAST_DIMENSIONS = 10
CONTEXT_EXPONENT = 0.75  # damps the pull of rare contexts (Levy, Goldberg & Dagan 2015)
NEIGHBOURS = 15
NEAR = 0.3  # cosine below which two words are not treated as company
CONTEXT_WORDS = 60  # words of one context: a long text is cut, or everything meets everything
MAX_CONTEXTS = 25_000  # more contexts change word vectors little and cost time and memory
MANY_CONTEXTS = 10_000  # of so many, two words that share one share it by accident
DENSE_TERMS = 300  # few enough for the plain decomposition, which never fails
EXACT_TERMS = 3_000  # more are reduced by random projection: a tenth of the time, as good
BLOCK = 1_000


@dataclass(frozen=True)
class Embedding:
    """Word weights, word vectors and the spread of a word over its neighbours.

    ``weights`` is one row per passage (sublinear tf-idf, length 1), ``spread`` a terms by terms
    matrix that gives each word a share of its nearest words, ``vectors`` one row per term.
    """

    weights: sparse.csr_matrix
    spread: sparse.csr_matrix
    vectors: np.ndarray

    @property
    def points(self) -> np.ndarray:
        """One row of length 1 per passage; a passage without a known word is all zeros."""
        return unit_rows(self.weights @ (self.vectors + self.spread @ self.vectors))


def weigh(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Sublinear tf-idf with rows of length 1, as scikit-learn's TfidfTransformer defines it.

    >>> weigh(sparse.csr_matrix(np.array([[1.0, 0.0], [1.0, 3.0]]))).toarray().round(2).tolist()
    [[1.0, 0.0], [0.32, 0.95]]
    """
    held = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log((1 + counts.shape[0]) / (1 + held)) + 1
    weights = counts.astype(np.float64)
    weights.data = 1 + np.log(weights.data)
    weights = (weights @ sparse.diags(idf)).tocsr()
    norms = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.where(norms > 0, norms, 1)) @ weights).tocsr()


def embed(counts: sparse.csr_matrix, contexts: sparse.csr_matrix) -> Embedding:
    """Word vectors from the contexts, and the weights of the passages."""
    vectors = word_vectors(contexts)
    return Embedding(weigh(counts), _spread(vectors), vectors)


def contexts_of(matrix: TermMatrix, rows: np.ndarray) -> sparse.csr_matrix:
    """Which terms stand in which stretch of at most CONTEXT_WORDS terms of the rows given.

    Rows come in an order of their content, so the first MAX_CONTEXTS stretches are a fair sample.
    """
    places, contexts, n_contexts = [], [], 0
    for row in rows:
        terms = matrix.stream[matrix.stream_starts[row] : matrix.stream_starts[row + 1]]
        terms = terms[terms >= 0]
        places.append(terms)
        contexts.append(n_contexts + np.arange(len(terms)) // CONTEXT_WORDS)
        n_contexts += -(-len(terms) // CONTEXT_WORDS)
        if n_contexts >= MAX_CONTEXTS:
            break
    shape = (n_contexts, len(matrix.terms))
    term = np.concatenate(places) if places else np.empty(0, int)
    context = np.concatenate(contexts) if contexts else np.empty(0, int)
    ones = np.ones(len(term), dtype=np.float32)
    found = sparse.coo_matrix((ones, (context, term)), shape=shape).tocsr()
    found.data[:] = 1
    return found


def word_vectors(contexts: sparse.csr_matrix) -> np.ndarray:
    """Vectors of length 1 from the PPMI of words that share a context.

    Few contexts bear few dimensions.

    >>> word_vectors(sparse.random(60, 40, 0.2, format="csr", random_state=1)).shape
    (40, 12)
    """
    n_terms = contexts.shape[1]
    together = _together(contexts)
    borne = max(LEAST_DIMENSIONS, contexts.shape[0] // PER_DIMENSION)
    size = min(DIMENSIONS, borne, n_terms - 2)
    if together.nnz == 0 or size < 1:
        return np.eye(n_terms)
    times = np.asarray(together.sum(axis=1), dtype=float).ravel()
    smooth = times**CONTEXT_EXPONENT
    smooth /= smooth.sum()
    pairs = together.tocoo()
    information = np.log(pairs.data / (times[pairs.row] * smooth[pairs.col]))
    positive = information > 0
    ppmi = sparse.csr_matrix(
        (information[positive], (pairs.row[positive], pairs.col[positive])), shape=together.shape
    )
    if not ppmi.nnz:
        return np.eye(n_terms)
    if n_terms <= DENSE_TERMS:
        left, values, _ = np.linalg.svd(ppmi.toarray())
        left, values = left[:, :size], values[:size]
    elif n_terms <= EXACT_TERMS:
        from scipy.sparse.linalg import svds  # slow to load

        left, values, _ = svds(ppmi, k=size, v0=np.ones(n_terms))  # a fixed start
    else:
        from sklearn.utils.extmath import randomized_svd  # slow to load

        ppmi = ppmi.astype(np.float32)
        left, values, _ = randomized_svd(ppmi, size, n_iter=3, random_state=0)
    return unit_rows(left * np.sqrt(np.maximum(values, 0)))


def _together(contexts: sparse.csr_matrix) -> sparse.csr_matrix:
    """How many contexts two words share; a single one is left out where there are many."""
    together = (contexts.T @ contexts).tocsr()
    together.setdiag(0)
    if contexts.shape[0] > MANY_CONTEXTS:
        together.data[together.data < 2] = 0
    together.eliminate_zeros()
    return together


def _spread(vectors: np.ndarray) -> sparse.csr_matrix:
    """Each word's share of its nearest words: rows sum to 1, or are empty."""
    n_terms, wanted = len(vectors), min(NEIGHBOURS, len(vectors))
    vectors = vectors.astype(np.float32)
    rows, columns, values = [], [], []
    for low in range(0, n_terms, BLOCK):  # blocks, so that no square matrix is held
        near = vectors[low : low + BLOCK] @ vectors.T
        nearest = np.argpartition(-near, wanted - 1, axis=1)[:, :wanted]
        cosine = np.take_along_axis(near, nearest, axis=1)
        row, place = np.nonzero(cosine > NEAR)
        rows.append(row + low)
        columns.append(nearest[row, place])
        values.append(cosine[row, place].astype(float))
    data = (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
    spread = sparse.csr_matrix(data, shape=(n_terms, n_terms))
    sums = np.asarray(spread.sum(axis=1)).ravel()
    return (sparse.diags(1 / np.where(sums > 0, sums, 1)) @ spread).tocsr()


def unit_rows(points: np.ndarray) -> np.ndarray:
    """The points at length 1; one at the origin stays there."""
    norms = np.linalg.norm(points, axis=1, keepdims=True)
    return points / np.where(norms > 0, norms, 1)
