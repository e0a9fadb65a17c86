"""Topics as tables for a reader: their words, sizes, and passages in the text's own words."""

from collections.abc import Mapping
from textwrap import shorten

import numpy as np
import pandas as pd

from analysis import sampling, tables
from analysis.topics.model import TopicModel

__all__ = ["describe", "examples", "over_groups", "share_table"]

QUOTE = (120, 600)  # characters; a shorter or longer passage only where there is no other
LONGEST_NAME = 28  # characters of a group in the head of a column


def describe(
    model: TopicModel, passages: pd.DataFrame, documents: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """One row per topic with its most representative passage, verbatim.

    Columns: ``topic, label, terms, n_passages, n_documents, n_weak, stability, null_stability,
    status, source_effect, quote, path, start, end``. ``source_effect`` names the document that
    holds half of the topic's passages or more, else empty.
    """
    placed = _placed(model, passages, documents)
    first = _representative(placed, 1).set_index("topic")
    rows = []
    for topic in model.topics.itertuples(index=False):
        inside = placed[placed["topic"] == topic.topic]
        counts = inside["path"].value_counts()
        heavy = len(counts) and counts.iloc[0] * 2 >= len(inside)
        best = first.loc[topic.topic]
        rows.append(
            {
                **topic._asdict(),
                "n_weak": int(inside["weak"].sum()),
                "source_effect": counts.index[0] if heavy else "",
                "quote": texts[best["doc_id"]][best["start"] : best["end"]],
                **best[["path", "start", "end"]],
            }
        )
    columns = ["topic", "label", "terms", "n_passages", "n_documents", "n_weak", "stability",
               "null_stability", "status", "source_effect", "quote", "path", "start",
               "end"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def examples(
    model: TopicModel,
    passages: pd.DataFrame,
    documents: pd.DataFrame,
    texts: Mapping[str, str],
    *,
    n: int = 3,
) -> pd.DataFrame:
    """The passages that stand for each topic, verbatim: up to ``n`` rows per topic.

    The strongest of readable length, no two of one document where others can be had. Columns:
    ``topic, label, strength, quote, path, start, end``.
    """
    best = _representative(_placed(model, passages, documents), n)
    quotes = tables.words_of(best, texts)
    labels = best["topic"].map(model.topics.set_index("topic")["label"])
    table = best.assign(quote=pd.Series(quotes, index=best.index, dtype="object"), label=labels)
    return table[["topic", "label", "strength", "quote", "path", "start", "end"]]


def over_groups(model: TopicModel, groups: pd.DataFrame) -> pd.DataFrame:
    """Shares of topics in groups of passages, with intervals: one row per topic and group.

    Parameters
    ----------
    groups
        One row per passage and group (``analysis.groups``): ``passage_id, doc_id, group``.

    Columns: ``topic, label, group, n_passages, n_group, n_documents, share, low, high``. The 95 %
    interval resamples documents, because passages of one document are not independent; a group of
    fewer than five has none. Groups come in the order of the table.
    """
    placements = model.placements
    key = "passage_id" if placements["passage_id"].isin(groups["passage_id"]).any() else "doc_id"
    held = groups[[key, "group"]].drop_duplicates()
    placed = placements.drop(columns="group", errors="ignore").merge(held, on=key)
    labels = model.topics.set_index("topic")["label"]
    rows = []
    for name in groups["group"].unique():
        inside = placed[placed["group"] == name]
        if inside.empty:
            continue
        counts = pd.crosstab(inside["doc_id"], inside["topic"]).reindex(
            columns=labels.index, fill_value=0
        )
        low, high = _share_interval(counts.to_numpy())
        totals = counts.sum()
        rows += [
            (topic, labels[topic], name, totals[topic], len(inside), len(counts),
             totals[topic] / len(inside), low[i], high[i])
            for i, topic in enumerate(labels.index)
        ]  # fmt: skip
    columns = ["topic", "label", "group", "n_passages", "n_group", "n_documents", "share", "low",
               "high"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def share_table(shares: pd.DataFrame) -> pd.DataFrame:
    """The shares of ``over_groups`` for a reader: one row per topic, one column per group.

    A cell is the per cent of the group's passages and its interval, "34 (20–48)".

    >>> shares = pd.DataFrame({"topic": [1], "label": ["ports"], "group": ["2031"],
    ...     "n_group": [50], "n_documents": [9], "share": [0.34], "low": [0.2], "high": [0.48]})
    >>> share_table(shares).iloc[0].tolist()
    ['1 ports', '34 (20–48)']
    """
    if shares.empty:
        return pd.DataFrame(columns=["topic"])
    words = [
        f"{100 * row.share:.0f}" + ("" if np.isnan(row.low)
                                    else f" ({100 * row.low:.0f}–{100 * row.high:.0f})")
        for row in shares.itertuples()
    ]  # fmt: skip
    names = shares["group"].map(lambda name: shorten(name, LONGEST_NAME, placeholder=" …"))
    group = names + ", n " + shares["n_group"].map("{:,}".format)
    topic = shares["topic"].astype(str) + " " + shares["label"]
    cells = pd.DataFrame({"topic": topic, "group": group, "cell": words})
    table = cells.pivot(index="topic", columns="group", values="cell")
    return table.reindex(index=topic.unique(), columns=group.unique()).reset_index()


def _share_interval(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Percentile intervals of column shares under resampling of rows; none for a few rows.

    A topic that no row or every row holds alone never changes in a resample; there the rows count
    as single trials.
    """
    n = len(counts)
    if n < sampling.FEW_DOCUMENTS:
        return np.full(counts.shape[1], np.nan), np.full(counts.shape[1], np.nan)
    sums = sampling.redrawn(n) @ counts
    low, high = sampling.middle(sums / np.maximum(sums.sum(axis=1, keepdims=True), 1))
    _, unseen = sampling.wilson(0, n)
    found = counts.sum(axis=0)
    return np.where(found == counts.sum(), 1 - unseen, low), np.where(found == 0, unseen, high)


def _placed(model: TopicModel, passages: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The placements with the place of each row: a passage, or the body of a whole document."""
    body = tables.body_of(passages, "paragraph")
    spans = body[["passage_id", "doc_id", "start", "end"]]
    if not model.placements["passage_id"].isin(spans["passage_id"]).all():
        whole = body.groupby("doc_id", sort=False).agg(start=("start", "min"), end=("end", "max"))
        spans = whole.reset_index().assign(passage_id=lambda table: table["doc_id"])
    paths = documents.set_index("doc_id")["path"]
    placed = model.placements.merge(spans, on=["passage_id", "doc_id"], how="left")
    return placed.assign(path=placed["doc_id"].map(paths).fillna(""))


def _representative(placed: pd.DataFrame, n: int) -> pd.DataFrame:
    """The strongest passages of each topic, those of readable length and of new documents first."""
    length = placed["end"] - placed["start"]
    order = ["topic", "odd", "strength", "passage_id"]
    ranked = placed.assign(odd=~length.between(*QUOTE)).sort_values(
        order, ascending=[True, True, False, True]
    )
    again = ranked.duplicated(["topic", "doc_id"])
    ranked = ranked.assign(again=again).sort_values(["topic", "odd", "again"], kind="stable")
    return ranked.groupby("topic").head(n).reset_index(drop=True)
