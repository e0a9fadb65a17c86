"""How much two contents have in common, in nats of what is unlikely.

A shared concept tells as much as it is rare. But "weapons", "mass" and "destruction" nearly always
come together: the second and third tell little once the first is there. So a concept counts by its
probability given the rarest concept beside it (the best tree of pairs; Chow & Liu 1968), measured
on the other sentences of the corpus and drawn towards a prior, so that five texts and five
thousand give comparable values. What two sentences share is set against what the shorter one says.

Other words may say the same: so each sentence also has its place among the subjects of the corpus,
which come from the words that its sentences use together (latent semantic analysis; Deerwester and
others 1990). Two restatements lie in one direction there; a shared phrase on two subjects does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from analysis.chronology.contents import COMMON, Content

__all__ = ["Likeness", "Scores", "similarity"]

WORD_PRIOR = 1 / 400  # chance of a word in a sentence before anything was counted; see COMMON
PRIOR_WEIGHT = 500  # sentences the prior is worth: a corpus this large counts as much as it
JOINT_WEIGHT = 4  # sentences the prior is worth for a pair of concepts
SLACK = 6.0  # nats added to what the shorter says: two very short sentences are not the same
SUBJECTS = 60  # directions; thirty to a hundred do as well, with more they are single words again
BASE, PER_NAT, FOR_ALL, ON_SUBJECT = -7.0, 0.14, 4.0, 3.0  # of the curve; see ``similarity``
SURE, SAME_STANCE = 2.6, 0.4
LEAST = 2.5  # nats outside names; with less, two sentences share a name or a turn of phrase
FEWEST = 2  # concepts: what shares one word shares a subject, and says nothing of it twice
BLOCK = 50_000  # pairs at a time


@dataclass(frozen=True)
class Scores:
    """For each pair: concepts shared, nats of them outside names, the part of what the shorter
    says (0-1), and the cosine of the two subjects.
    """

    n_shared: np.ndarray
    told: np.ndarray
    part: np.ndarray
    subject: np.ndarray


class Likeness:
    """Contents as a matrix (concepts in columns, the rarest first) and their comparison."""

    def __init__(self, contents: Sequence[Content]) -> None:
        lists = [sorted(set(content.concepts)) for content in contents]
        counts: dict[str, int] = {}
        for concepts in lists:
            for concept in concepts:
                counts[concept] = counts.get(concept, 0) + 1
        order = sorted(counts, key=lambda concept: (counts[concept], concept))
        self.column = {concept: i for i, concept in enumerate(order)}
        self.n = len(lists)
        self.held = np.array([counts[concept] for concept in order], dtype=float)
        self.prior = np.array([COMMON.get(concept, WORD_PRIOR) for concept in order])
        self.matrix = self._matrix(lists)
        self.named = self._matrix([sorted(c.named & set(c.concepts)) for c in contents])
        joint = (self.matrix.T @ self.matrix).tocoo()
        above = joint.row < joint.col
        keys = joint.row[above].astype(np.int64) * len(order) + joint.col[above]
        sorting = np.argsort(keys)
        self.joint_keys, self.joint = keys[sorting], joint.data[above][sorting]
        self.said = self._nats(self.matrix, own=1)
        self.weights = self._weights()
        self.subjects = _subjects(self.weights)

    def _matrix(self, lists: Sequence[Sequence[str]]) -> sparse.csr_matrix:
        """Rows of ones at the columns of their concepts, in column order."""
        columns = [sorted(self.column[concept] for concept in concepts) for concepts in lists]
        ends = np.cumsum([0, *(len(row) for row in columns)])
        flat = np.fromiter((c for row in columns for c in row), dtype=np.int32, count=ends[-1])
        shape = (len(lists), len(self.column))
        return sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=shape)

    def _weights(self) -> sparse.csr_matrix:
        """Rows of length 1 weighted by rarity: their product is a cosine."""
        rarity = -np.log(self._chance(np.arange(len(self.held)), own=1))
        weighted = self.matrix @ sparse.diags(rarity)
        norms = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
        return (sparse.diags(1 / np.maximum(norms, 1e-12)) @ weighted).tocsr()

    def compare(self, a: np.ndarray, b: np.ndarray) -> Scores:
        """The scores of the pairs of rows ``a[i], b[i]``."""
        parts = [self._compare(a[i : i + BLOCK], b[i : i + BLOCK]) for i in range(0, len(a), BLOCK)]
        return Scores(*(np.concatenate(part) for part in zip(*parts, strict=True)))

    def _compare(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, ...]:
        both = self.matrix[a].multiply(self.matrix[b]).tocsr()
        named = (self.named[a] + self.named[b]).multiply(both)
        outside = both - (named > 0).astype(float)
        outside.eliminate_zeros()
        shared, told = self._nats(both, own=2), self._nats(outside.tocsr(), own=2)
        part = shared / (np.minimum(self.said[a], self.said[b]) + SLACK)
        subject = (self.subjects[a] * self.subjects[b]).sum(axis=1)
        return np.diff(both.indptr), told, part, subject

    def _chance(self, columns: np.ndarray, *, own: int) -> np.ndarray:
        """Probability of concepts in a sentence, the compared sentences themselves left out."""
        counted = np.maximum(self.held[columns] - own, 0)
        return (counted + PRIOR_WEIGHT * self.prior[columns]) / (self.n + PRIOR_WEIGHT)

    def _nats(self, rows: sparse.csr_matrix, *, own: int) -> np.ndarray:
        """What the concepts of each row tell together, each given the rarer ones beside it."""
        rows.sort_indices()
        columns = rows.indices.astype(np.int64)
        sizes = np.diff(rows.indptr)
        row = np.repeat(np.arange(len(sizes)), sizes)
        place = np.arange(len(columns)) - np.repeat(rows.indptr[:-1], sizes)
        tells = -np.log(self._chance(columns, own=own))
        # One line for each concept and each rarer one of its row.
        later = np.repeat(np.arange(len(columns)), place)
        step = np.arange(len(later)) - np.repeat(np.cumsum(place) - place, place)
        earlier = rows.indptr[row[later]] + step
        u, w = columns[earlier], columns[later]
        joint = np.maximum(self._joint(u, w) - own, 0)
        alone = np.maximum(self.held[u] - own, 0)
        prior = self._chance(w, own=own)
        given = -np.log((joint + JOINT_WEIGHT * prior) / (alone + JOINT_WEIGHT))
        np.minimum.at(tells, later, given)
        return np.bincount(row, np.maximum(tells, 0), minlength=len(sizes))

    def _joint(self, u: np.ndarray, w: np.ndarray) -> np.ndarray:
        """In how many sentences each two concepts stand together."""
        if not len(self.joint_keys):
            return np.zeros(len(u))
        keys = u * len(self.column) + w
        at = np.minimum(np.searchsorted(self.joint_keys, keys), len(self.joint_keys) - 1)
        return np.where(self.joint_keys[at] == keys, self.joint[at], 0.0)


def _subjects(weights: sparse.csr_matrix) -> np.ndarray:
    """The place of each row among the subjects of the corpus, as rows of length 1."""
    n = min(SUBJECTS, *weights.shape)
    if n < 1:
        return np.zeros((weights.shape[0], 1))
    from sklearn.utils.extmath import randomized_svd  # slow to load

    _, _, directions = randomized_svd(weights, n, n_iter=4, random_state=0)
    places = weights @ directions.T
    return places / np.maximum(np.linalg.norm(places, axis=1, keepdims=True), 1e-12)


def similarity(scores: Scores, sureness: np.ndarray, same_stance: np.ndarray) -> np.ndarray:
    """How likely a careful reader calls two like sentences of one holder one position (0 to 1).

    A logistic curve over what is shared outside names, its part of what the shorter sentence says,
    whether both are on one subject, how sure the less sure of the two positions is, and whether
    they have a stance in common. Its numbers were chosen on 463 pairs of sentences from public
    speeches of twelve countries that two readers had judged, and so that few links are made among
    all sentences for each judged pair that is found; they are rounded, and others near them do as
    well. Of the judged pairs at 0.8 and more nine in ten were one position, at 0.4 to 0.8 seven in
    ten, below one in five.
    """
    curve = BASE + PER_NAT * scores.told + FOR_ALL * scores.part + ON_SUBJECT * scores.subject
    curve = curve + SURE * sureness + SAME_STANCE * same_stance
    enough = (scores.n_shared >= FEWEST) & (scores.told >= LEAST)
    return np.where(enough, 1 / (1 + np.exp(-curve)), 0.0)
