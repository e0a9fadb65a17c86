"""Which positions restate each other.

Sentences of one holder are compared by their contents. An inverted index (the sparse product of
the term matrix with itself, a block of rows at a time, the most frequent concepts left out)
proposes for each sentence the few that are nearest, so time grows with the number of sentences and
not with the number of pairs. Proposals are then weighed by what they share; a pair near enough is
a link, and its relation comes from stance, strength and wording (see ``relations``). Where both
name other places or bodies it takes much more to be near (see ``places``).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from analysis import tables
from analysis.chronology.contents import contents, sentences
from analysis.chronology.likeness import Likeness, similarity
from analysis.chronology.places import named, speak_of_others
from analysis.chronology.relations import is_reversed, relation
from analysis.chronology.speakers import voices
from analysis.positions.confidence import BASES, UNSURE

__all__ = ["SAME_POSITION", "in_order", "link_positions"]

SAME_POSITION = 0.40  # precision first: of judged pairs above it four in five were right
SAME_SENTENCE = 0.8  # within one act, where the subject is shared anyway
SAME_BREATH = 0.95  # within one text, but for a report's own words beside those it quotes
SAME_POINTED = 0.6  # where a sentence names its subject elsewhere: shared words may be of another
SAME_ELSEWHERE = 0.85  # where both name other places or bodies: a formula nearly in full
SAME_DECISION = 0.72  # a decision is an event: the next of its kind, or its praise, is another
NEAREST = 12  # proposals a sentence; a formula said in more acts is still joined through these
NEAR = 0.15  # cosine; sentences further apart share a word, not a content
BLOCK = 2_000  # rows of the product at a time: keeps it within memory
FREQUENT = 400  # sentences; a concept in more than this many proposes nothing by itself

USED = ["position_id", "doc_id", "start", "quote", "stance", "strength", "negated", "cue", "target"]
USED += ["holder", "date_low", "date_high"]
AXIS = {"concern": "oppose"}  # steps of one ladder
# "That is key to peace" names its subject in the sentence before; "it is vital to talk" does not.
POINTING = re.compile(
    r"(?:(?:but|and|so|thus|therefore|indeed|yet|moreover|however)\b\W*)?"
    r"(?:(?:that|this|these|those)\s+(?:is|are|was|were|has|have|will|must|should|can)\b"
    r"|it\s+(?:is|was)\s+(?:precisely|exactly|just)\s+(?:that|this|these|those)\b"
    r"|it\s+(?:is|was)\b(?!(?:\W+\w+){0,4}\W+(?:that|to)\b))",
    re.IGNORECASE,
)
AGAIN = re.compile(
    r"\b(?:reiterat\w+|reaffirm\w*|re-affirm\w*|once\s+(?:again|more)|again|as\s+before"
    r"|repeat(?:s|ed|edly)?|previous(?:ly)?|подтвер\w+|вновь|по-прежнему)\b",
    re.IGNORECASE,
)


def link_positions(positions: pd.DataFrame, acts: pd.DataFrame) -> pd.DataFrame:
    """Pairs of positions that restate each other: one row a pair, the earlier position first.

    Parameters
    ----------
    positions
        One row per stance in a sentence.
    acts
        One row per act; its ``holder`` is the voice of a text's own sentences.

    Returns
    -------
    links
        With ``evidence`` (words such as "reiterate" that themselves say it was said before)
        behind the shared columns.

    >>> from analysis import tables
    >>> len(link_positions(tables.empty("positions"), tables.empty("acts")))
    0
    """
    if positions.empty:
        return _checked([])
    rows = positions.reset_index(drop=True)
    groups = sentences(rows)
    rows_of = groups["rows"].tolist()
    voice = voices(rows, acts)
    own = [
        " . ".join([*names, *tables.split(holder)])
        for names, holder in zip(voice, rows["holder"], strict=True)
    ]
    likeness = Likeness(contents(groups, own))
    said_by = [{name for r in members for name in voice[r]} for members in rows_of]
    pairs = _near_pairs(likeness.weights, said_by)
    if not len(pairs):
        return _checked([])
    sure, same_stance, decisions = _stances(rows, rows_of, pairs)
    scores = similarity(likeness.compare(pairs[:, 0], pairs[:, 1]), sure, same_stance)
    act = groups["act_id"].to_numpy()
    same_act = (act[pairs[:, 0]] == act[pairs[:, 1]]) & (act[pairs[:, 0]] != "")
    least = np.where(same_act, SAME_SENTENCE, np.where(decisions, SAME_DECISION, SAME_POSITION))
    least = np.where(_in_one_breath(rows, rows_of, pairs), SAME_BREATH, least)
    pointing = rows["quote"].str.match(POINTING)
    points = np.array([bool(pointing[members[0]]) for members in rows_of])
    pointed = points[pairs[:, 0]] | points[pairs[:, 1]]
    chosen = scores >= np.where(pointed, np.maximum(least, SAME_POINTED), least)
    names = named(groups, own)
    for i in np.flatnonzero(chosen & (scores < SAME_ELSEWHERE)):
        chosen[i] = not speak_of_others(names[pairs[i, 0]], names[pairs[i, 1]])
    records = rows[USED].to_dict("records")
    found = (
        _link(records, rows_of[a], rows_of[b], float(score), bool(same))
        for (a, b), score, same in zip(pairs[chosen], scores[chosen], same_act[chosen], strict=True)
    )
    return _checked([link for link in found if link is not None])


def _stances(
    rows: pd.DataFrame, rows_of: Sequence[Sequence[int]], pairs: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each pair: how sure the less sure of its two cues is; whether a stance other than a
    decision is common; whether one only tells of a decision.
    """
    antecedent = rows["holder_basis"].str.startswith("antecedent")
    holder_sure = (
        rows["holder_basis"]
        .map(BASES)
        .fillna(antecedent.map({True: BASES["antecedent"], False: UNSURE}))
    )
    confidence = np.minimum(rows["confidence"] / holder_sure, 1.0).to_numpy()
    stance = rows["stance"].to_numpy()
    sure = np.array([max(confidence[r] for r in members) for members in rows_of])
    held = [{AXIS.get(stance[r], stance[r]) for r in members} - {"decide"} for members in rows_of]
    same = np.array([bool(held[a] & held[b]) for a, b in pairs], dtype=float)
    decided = np.array([not stances for stances in held])
    a, b = pairs[:, 0], pairs[:, 1]
    return np.minimum(sure[a], sure[b]), same, decided[a] | decided[b]


def _in_one_breath(
    rows: pd.DataFrame, rows_of: Sequence[Sequence[int]], pairs: np.ndarray
) -> np.ndarray:
    """For each pair: whether one text says both, and both in its own words or both in quotes."""
    of = [members[0] for members in rows_of]
    text = pd.factorize(rows["doc_id"].iloc[of])[0]
    quoted = (rows["mode"].iloc[of] == "direct").to_numpy()
    a, b = pairs[:, 0], pairs[:, 1]
    return (text[a] == text[b]) & (quoted[a] == quoted[b])


def _near_pairs(weights: sparse.csr_matrix, said_by: Sequence[set[str]]) -> np.ndarray:
    """Pairs of near sentences of one voice, the smaller row first, each pair once."""
    members: dict[str, list[int]] = defaultdict(list)
    for i, names in enumerate(said_by):
        for name in names:
            members[name].append(i)
    found = [np.empty((0, 2), dtype=np.int64)]
    for name in sorted(members):
        own = np.array(members[name])
        if len(own) > 1:
            found += [own[block] for block in _nearest(weights[own].tocsr())]
    pairs = np.sort(np.concatenate(found), axis=1)
    return np.unique(pairs, axis=0)


def _nearest(weights: sparse.csr_matrix) -> Iterator[np.ndarray]:
    """For each row its nearest other rows, by the product with the columns that tell."""
    n_holding = np.bincount(weights.indices, minlength=weights.shape[1])
    telling = weights[:, np.flatnonzero((n_holding > 1) & (n_holding <= FREQUENT))]
    columns = telling.T.tocsr()
    for first in range(0, weights.shape[0], BLOCK):
        product = (telling[first : first + BLOCK] @ columns).tocoo()
        row, other, score = product.row + first, product.col, product.data
        kept = (score >= NEAR) & (row != other)
        row, other, score = row[kept], other[kept], score[kept]
        order = np.lexsort((other, -score, row))
        row, other = row[order], other[order]
        rank = np.arange(len(row)) - np.searchsorted(row, row)  # place among those of its row
        best = rank < NEAREST
        yield np.column_stack((row[best], other[best])).astype(np.int64)


def _link(
    records: Sequence[Mapping[str, object]],
    a_rows: Sequence[int],
    b_rows: Sequence[int],
    score: float,
    same_act: bool,
) -> dict[str, object] | None:
    """The link of two sentences: between their two positions that are most alike in stance.

    None where both tell of different events.
    """
    a, b = min(((records[i], records[j]) for i in a_rows for j in b_rows), key=_unlike)
    first, later = sorted((a, b), key=_when)
    found = relation(first, later, same_act=same_act)
    if not found:
        return None
    if found in ("stronger", "weaker") and not in_order(first, later):
        found = "reworded"  # which of them came first is not known
    again = AGAIN.search(str(later["quote"]))
    return {
        "position_a": first["position_id"],
        "position_b": later["position_id"],
        "similarity": round(min(score, 1.0), 4),
        "relation": found,
        "evidence": again.group() if again else "",
    }


def _unlike(pair: tuple[Mapping[str, object], Mapping[str, object]]) -> int:
    """0 for one stance on one side, 1 for opposite sides, 2 for two stances."""
    a, b = pair
    if is_reversed(a, b):
        return 1
    return 0 if a["stance"] == b["stance"] else 2


def in_order(first: Mapping[str, object], later: Mapping[str, object]) -> bool:
    """Whether one position is certainly the earlier: its interval ends before the other's begins.

    >>> in_order({"date_high": "2031-05-04"}, {"date_low": "2031-05-05"})
    True
    >>> in_order({"date_high": "2031-12-31"}, {"date_low": "2031-05-05"})
    False
    """
    end, begin = str(first["date_high"]), str(later["date_low"])
    return bool(end and begin) and end < begin


def _when(position: Mapping[str, object]) -> tuple[str, str, str, int]:
    """Order of time; the undated last, then by place in the corpus."""
    high = str(position["date_high"]) or "9999"
    return high, str(position["date_low"]), str(position["doc_id"]), int(position["start"])


def _checked(links: list[dict[str, object]]) -> pd.DataFrame:
    if not links:
        return tables.empty("links").assign(evidence=pd.Series(dtype="str"))
    links.sort(key=lambda link: (link["position_a"], link["position_b"]))
    return tables.from_rows("links", links)
