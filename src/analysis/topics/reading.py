"""Topics as tables for a reader: their words, sizes, and passages in the text's own words."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.topics.model import TopicModel

__all__ = ["describe", "over_groups"]

QUOTE = (120, 600)  # characters; a shorter or longer passage only where there is no other
RESAMPLES = 1000


def describe(
    model: TopicModel, passages: pd.DataFrame, documents: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """One row per topic with its most representative passage, verbatim.

    Columns: ``topic, label, terms, n_passages, n_documents, n_weak, stability, null_stability,
    status, source_effect, quote, path, start, end``. ``source_effect`` names the document that
    holds half of the topic's passages or more, else empty.
    """
    placed = model.placements.merge(
        _spans(model, passages), on=["passage_id", "doc_id"], how="left"
    )
    paths = dict(zip(documents["doc_id"], documents["path"], strict=True))
    rows = []
    for topic in model.topics.itertuples():
        inside = placed[placed["topic"] == topic.topic]
        best = _representative(inside)
        counts = inside["doc_id"].value_counts(sort=True)
        heavy = len(counts) and counts.iloc[0] * 2 >= len(inside)
        text = texts[best.doc_id][best.start : best.end]
        rows.append(
            {
                **topic._asdict(),
                "n_weak": int(inside["weak"].sum()),
                "source_effect": paths.get(counts.index[0], "") if heavy else "",
                "quote": text,
                "path": paths.get(best.doc_id, ""),
                "start": int(best.start),
                "end": int(best.end),
            }
        )
    columns = ["topic", "label", "terms", "n_passages", "n_documents", "n_weak", "stability",
               "null_stability", "status", "source_effect", "quote", "path", "start",
               "end"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def over_groups(
    model: TopicModel, documents: pd.DataFrame, *, by: str = "published"
) -> pd.DataFrame:
    """Shares of topics by year or by any column of documents, with intervals.

    One row per topic and group: ``topic, label, group, n_passages, n_group, n_documents, share,
    low, high``. The 95 % interval resamples documents, because passages of one document are not
    independent. ``by="published"`` groups by year.
    """
    group = documents.set_index("doc_id")[by].astype("str")
    group = group.str[:4] if by == "published" else group
    placed = model.placements.assign(group=model.placements["doc_id"].map(group).fillna(""))
    placed = placed[placed["group"] != ""]
    labels = model.topics.set_index("topic")["label"]
    rows = []
    for name, inside in placed.groupby("group"):
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


def _share_interval(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Percentile intervals of column shares under resampling of rows."""
    rng = np.random.default_rng(0)
    n = len(counts)
    weights = rng.multinomial(n, np.full(n, 1 / n), size=RESAMPLES)
    sums = weights @ counts
    shares = sums / np.maximum(sums.sum(axis=1, keepdims=True), 1)
    return np.percentile(shares, 2.5, axis=0), np.percentile(shares, 97.5, axis=0)


def _spans(model: TopicModel, passages: pd.DataFrame) -> pd.DataFrame:
    """Where each placed row stands: a passage, or the body of a whole document."""
    body = passages[(passages["unit"] == "paragraph") & (passages["kind"] == "body")]
    spans = body[["passage_id", "doc_id", "start", "end"]]
    if model.placements["passage_id"].isin(spans["passage_id"]).all():
        return spans
    whole = body.groupby("doc_id", sort=False).agg(start=("start", "min"), end=("end", "max"))
    return whole.reset_index().assign(passage_id=lambda table: table["doc_id"])


def _representative(inside: pd.DataFrame) -> tuple:
    """The strongest passage of readable length."""
    length = inside["end"] - inside["start"]
    readable = inside[length.between(*QUOTE)]
    pool = readable if len(readable) else inside
    order = pool.sort_values(["strength", "passage_id"], ascending=[False, True])
    return next(order.itertuples())
