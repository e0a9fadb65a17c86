"""Units of counting: which sentence, paragraph or document holds which theme.

A unit counts a theme once. A unit that repeats another of the same act (the same words in a second
report) counts once too, or an echo in the press would pass for association.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

import numpy as np
import pandas as pd
from scipy import sparse

from analysis import tables

__all__ = ["UNITS", "Unit", "Units", "count_units", "paragraphs_of"]

Unit = Literal["sentence", "paragraph", "document"]
UNITS: tuple[Unit, ...] = ("sentence", "paragraph", "document")
NOT_WORDS = re.compile(r"\W+")


@dataclass(frozen=True)
class Units:
    """Units by themes, 1 where the unit holds the theme, and the cluster each unit belongs to.

    A cluster is a document, or the documents of one act: what a bootstrap may resample.
    ``documents`` names the document of each unit.
    """

    themes: list[str]
    held: sparse.csr_matrix
    cluster: np.ndarray
    n_clusters: int
    documents: np.ndarray

    def by_cluster(
        self, first: np.ndarray, second: np.ndarray
    ) -> tuple[np.ndarray, sparse.csr_matrix, sparse.csr_matrix]:
        """Units of each cluster; clusters by themes; clusters by pairs (first[i], second[i])."""
        member = sparse.csr_matrix(
            (np.ones(len(self.cluster)), (self.cluster, np.arange(len(self.cluster)))),
            shape=(self.n_clusters, len(self.cluster)),
        )
        pairs = self.held[:, first].multiply(self.held[:, second]).tocsr()
        sizes = np.asarray(member.sum(axis=1)).ravel()
        return sizes, (member @ self.held).tocsr(), (member @ pairs).tocsr()


def count_units(
    mentions: pd.DataFrame,
    passages: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    unit: Unit,
    themes: Sequence[str] | None = None,
    texts: Mapping[str, str] | None = None,
    repeats: bool = False,
) -> Units:
    """The units of a corpus and the themes they hold.

    Parameters
    ----------
    mentions, passages, documents
        One row per mention, per paragraph or sentence, per document.
    unit
        What is counted.
    themes
        The themes to count, in order; those of the mentions by default.
    texts
        Needed to know sentences and paragraphs that repeat others of the same act.
    repeats
        Count repeats like all others.
    """
    names = sorted(mentions["theme"].unique()) if themes is None else list(themes)
    acts = documents.set_index("doc_id")["act_id"]
    acts = acts.where(acts != "", acts.index.to_series())
    rows = _rows(passages, documents, unit, repeats)
    cluster_names = rows["doc_id"].map(acts).fillna(rows["doc_id"])
    if unit == "document" and not repeats:
        number, _ = pd.factorize(cluster_names)
    elif texts is not None and not repeats:
        number = _first_of_act(rows, cluster_names, texts)
    else:
        number = np.arange(len(rows))
    held = _held(mentions, rows, passages, unit, names, number)
    first = pd.Series(np.arange(len(rows))).groupby(number).first().to_numpy()
    cluster, _ = pd.factorize(cluster_names.to_numpy()[first])
    return Units(
        names, held, cluster, int(cluster.max(initial=-1)) + 1, rows["doc_id"].to_numpy()[first]
    )


def _rows(
    passages: pd.DataFrame, documents: pd.DataFrame, unit: Unit, repeats: bool
) -> pd.DataFrame:
    """The units before repeats are joined: one row per body sentence, paragraph or document."""
    body = passages[passages["kind"] == "body"]
    if not repeats:
        body = body[~body["doc_id"].isin(tables.copies(documents))]
    if unit == "document":
        return body[["doc_id"]].drop_duplicates().reset_index(drop=True)
    columns = ["passage_id", "doc_id", "start", "end"]
    return body.loc[body["unit"] == unit, columns].reset_index(drop=True)


def _first_of_act(rows: pd.DataFrame, acts: pd.Series, texts: Mapping[str, str]) -> np.ndarray:
    """The number of each unit: units of one act with the same words share one."""
    keys = []
    for act, words in zip(acts, tables.words_of(rows, texts), strict=True):
        plain = NOT_WORDS.sub(" ", words).strip().casefold()
        keys.append((act, blake2b(plain.encode(), digest_size=12).digest()))
    return pd.factorize(pd.MultiIndex.from_tuples(keys, names=["act", "words"]))[0]


def _held(
    mentions: pd.DataFrame,
    rows: pd.DataFrame,
    passages: pd.DataFrame,
    unit: Unit,
    names: Sequence[str],
    number: np.ndarray,
) -> sparse.csr_matrix:
    """Units by themes as zeros and ones."""
    if unit == "sentence":
        at = pd.Series(number, index=rows["passage_id"]).reindex(mentions["passage_id"])
    elif unit == "document":
        at = pd.Series(number, index=rows["doc_id"]).reindex(mentions["doc_id"])
    else:
        at = pd.Series(number, index=rows["passage_id"]).reindex(paragraphs_of(mentions, passages))
    column = pd.Index(names).get_indexer(mentions["theme"])
    known = at.notna().to_numpy() & (column >= 0)
    place = (at.to_numpy()[known].astype(int), column[known])
    shape = (int(number.max(initial=-1)) + 1, len(names))
    held = sparse.coo_matrix((np.ones(known.sum()), place), shape=shape).tocsr()
    held.data[:] = 1
    return held


def paragraphs_of(mentions: pd.DataFrame, passages: pd.DataFrame) -> np.ndarray:
    """The paragraph each mention stands in: the last that begins no later, of its document."""
    body = tables.body_of(passages, "paragraph")
    numbered = mentions[["doc_id", "start"]].assign(row=np.arange(len(mentions)))
    found = pd.merge_asof(
        numbered.astype({"start": "int64"}).sort_values("start", kind="stable"),
        body[["doc_id", "start", "passage_id"]]
        .astype({"start": "int64"})
        .sort_values("start", kind="stable"),
        on="start",
        by="doc_id",
    )
    return found.sort_values("row")["passage_id"].to_numpy()
