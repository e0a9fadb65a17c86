"""Which documents share content: the same runs of words, or the same words on one day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.acts.intervals import spans

__all__ = ["shared_content"]

SHINGLE = 5  # words in a row; shorter runs are common turns of phrase, longer ones miss edits
COMMON = 8  # documents; a run of words in more than that is a formula, not a report of one act
MIN_SHARED = 12  # shingles: one shared quotation of 16 words
SHARE_SAME_DAY = 0.10  # of the shorter text, where both are of one day
SHARE = 0.30  # else: announcements and follow-ups of the days around share a tenth with an act
SAME_WORDS = 0.50  # cosine of tf-idf, where day and place are known to be the same
HASHES = 2**22  # room for the shingles of 100,000 documents with few collisions


def shared_content(documents: pd.DataFrame, bodies: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Pairs of documents that share enough, most first; dates are checked when they are joined."""
    pairs: dict[tuple[int, int], float] = {}
    shingles = _shingles(bodies)
    sizes = np.maximum(np.diff(shingles.indptr), 1)
    n_holding = np.bincount(shingles.indices, minlength=shingles.shape[1])
    rare = shingles[:, np.flatnonzero((n_holding > 1) & (n_holding <= COMMON))]
    shared = sparse.triu(rare @ rare.T, k=1).tocoo()
    allowed = spans(documents)
    for a, b, n in zip(shared.row, shared.col, shared.data, strict=True):
        share = n / min(sizes[a], sizes[b])
        same_day = allowed[a][:2] == allowed[b][:2] and allowed[a].low == allowed[a].high
        if n >= MIN_SHARED and share >= (SHARE_SAME_DAY if same_day else SHARE):
            pairs[int(a), int(b)] = float(share)
    pairs |= _same_words(documents, bodies)
    return [pair for pair, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))]


def _shingles(bodies: Sequence[str]) -> sparse.csr_matrix:
    """Which runs of words each body holds."""
    from sklearn.feature_extraction.text import HashingVectorizer  # slow to load

    hashing = HashingVectorizer(
        ngram_range=(SHINGLE, SHINGLE),
        n_features=HASHES,
        binary=True,
        norm=None,
        alternate_sign=False,
        token_pattern=r"\w+",
    )
    return hashing.transform(bodies).tocsr()


def _same_words(documents: pd.DataFrame, bodies: Sequence[str]) -> dict[tuple[int, int], float]:
    """Pairs of one day and one place whose words agree, though no run of them does."""
    keys = [
        (span.low, place.casefold()) if span.low == span.high and place else None
        for span, place in zip(spans(documents), documents["place"], strict=True)
    ]
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        if key:
            groups[key].append(i)
    several = [members for members in groups.values() if len(members) > 1]
    if not several:
        return {}
    from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

    hashing = HashingVectorizer(stop_words="english", alternate_sign=False, norm=None)
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(hashing.transform(bodies)).tocsr()
    pairs = {}
    for members in several:
        cosine = (weights[members] @ weights[members].T).toarray()
        for x, y in zip(*np.nonzero(np.triu(cosine >= SAME_WORDS, k=1)), strict=True):
            pairs[members[x], members[y]] = float(cosine[x, y])
    return pairs
