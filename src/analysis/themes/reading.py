"""Pairs as tables for a reader: the strongest, and the passages that carry one."""

from collections.abc import Mapping
from itertools import compress

import numpy as np
import pandas as pd

from analysis import tables
from analysis.themes.pairs import FOUND
from analysis.themes.units import UNITS, Unit

__all__ = ["describe_origin", "differing", "evidence", "named", "strongest", "strongest_evidence"]

LEAST_TOGETHER = 3  # once or twice together is an accident of either group
MOST_PAIRS = 15  # a page; further ones are less sure, and in the table pairs
PER_PAIR = 2  # passages: one to read, one to see that it is not the only one
MOST_DIFFERING = 8  # pairs; the interval of each further one is nearer to no difference
MARKS = {
    "one_document": "one document",
    "distorted": "unequal frequencies",
    "uncertain": "interval reaches chance",
}


def strongest(pairs: pd.DataFrame, *, unit: Unit = "paragraph") -> pd.DataFrame:
    """The pairs found together more than chance (q < .05), by the lower end of their interval.

    One row per pair; the columns are those of pairs and ``marks``, what weakens it: one document
    (or the reports of one act) carries it, the themes are of unequal frequency, which distorts the
    coefficient, or the interval reaches down to chance.
    """
    if unit not in UNITS:
        raise tables.AnalysisError(f"unit is {unit!r}; choose {', '.join(UNITS)}")
    found = pairs[(pairs["unit"] == unit) & (pairs["q"] < FOUND) & (pairs["npmi"] > 0)]
    order = ["low", "npmi", "n_both", "theme_a", "theme_b"]
    ranked = found.sort_values(order, ascending=[False, False, False, True, True])
    flags = ranked.assign(uncertain=ranked["low"] <= 0)[list(MARKS)].to_numpy(dtype=bool)
    marks = ["; ".join(compress(MARKS.values(), row)) for row in flags]
    return ranked.assign(marks=marks).head(MOST_PAIRS).reset_index(drop=True)


def describe_origin(known: pd.DataFrame, proposed: pd.DataFrame) -> str:
    """Whose themes are counted, in a sentence or two.

    >>> describe_origin(pd.DataFrame({"theme": ["ports"]}), pd.DataFrame())
    'The codebook names 1 theme; the patterns of each are its own.'
    """
    if len(known):
        count = tables.counted(len(known), "theme")
        return f"The codebook names {count}; the patterns of each are its own."
    if proposed.empty:
        return (
            "There is no codebook of themes, and no phrase of these texts stands in so many "
            "documents that it could be proposed for one."
        )
    return (
        f"There is no codebook of themes, so {tables.counted(len(proposed), 'phrase')} of the "
        "texts themselves are counted as themes below. They are proposals, not findings: keep, "
        "merge or rename the rows of tables/proposed_themes.csv, say in each definition what the "
        "theme is to mean, and save them as themes.csv in the codebook."
    )


def named(table: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """The table with the names a reader knows in place of theme ids.

    >>> named(pd.DataFrame({"themes": ["ports|tolls"]}), {"ports": "Quays"})["themes"].tolist()
    ['Quays|tolls']
    """
    columns = [name for name in ("theme", "theme_a", "theme_b", "themes") if name in table]
    ids = {name: table[name].str.split("|") for name in columns}
    return table.assign(
        **{
            name: ["|".join(labels.get(one, one) for one in cell) for cell in cells]
            for name, cells in ids.items()
        }
    )


def strongest_evidence(
    pairs: pd.DataFrame,
    mentions: pd.DataFrame,
    passages: pd.DataFrame,
    documents: pd.DataFrame,
    texts: Mapping[str, str],
    *,
    unit: Unit = "paragraph",
) -> pd.DataFrame:
    """The words behind the pairs of ``strongest``: one row per pair and passage, verbatim.

    Of each pair the first PER_PAIR passages in order of time, and of a passage the fewest
    sentences that hold both themes; columns: ``theme_a, theme_b, published, quote, path, start,
    end``.
    """
    columns = ["theme_a", "theme_b", "published", "quote", "path", "start", "end"]
    parts = []
    for a, b in strongest(pairs, unit=unit)[["theme_a", "theme_b"]].to_numpy():
        found = evidence(mentions, passages, documents, texts, a, b, unit=unit).head(PER_PAIR)
        parts.append(_nearest(found.assign(theme_a=a, theme_b=b), mentions, passages, texts))
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def differing(compared: pd.DataFrame) -> pd.DataFrame:
    """The pairs of ``compare_groups`` whose interval leaves out 0, the surest first.

    Pairs seen together less than LEAST_TOGETHER times in both groups are left out.

    >>> table = pd.DataFrame({"n_both_1": [9, 9, 1], "n_both_2": 1, "low": [-0.1, 0.2, 0.2],
    ...     "high": 0.4})
    >>> differing(table)["low"].tolist()
    [0.2]
    """
    often = compared["n_both_1"] + compared["n_both_2"] >= LEAST_TOGETHER
    found = compared[often & (compared["low"] * compared["high"] > 0)]
    return found.head(MOST_DIFFERING).reset_index(drop=True)


def _nearest(
    found: pd.DataFrame, mentions: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """The passages cut to the sentences from one theme to the nearest of the other."""
    sentences = tables.body_of(passages, "sentence")
    rows = []
    for passage in found.itertuples():
        of_document = mentions[mentions["doc_id"] == passage.doc_id]
        inside = of_document[of_document["start"].between(passage.start, passage.end - 1)]
        one = inside[inside["theme"] == passage.theme_a]
        other = inside[inside["theme"] == passage.theme_b]
        both = one.merge(other, how="cross")
        far = both[["end_x", "end_y"]].max(axis=1) - both[["start_x", "start_y"]].min(axis=1)
        best = both.loc[far.idxmin()]
        low, high = min(best["start_x"], best["start_y"]), max(best["end_x"], best["end_y"])
        around = sentences[sentences["doc_id"] == passage.doc_id]
        around = around[(around["start"] < high) & (around["end"] > low)]
        rows.append((int(around["start"].min()), int(around["end"].max())))
    spans = pd.DataFrame(rows, columns=["start", "end"], index=found.index, dtype="int64")
    cut = found.assign(start=spans["start"], end=spans["end"])
    return cut.assign(quote=np.array(tables.words_of(cut, texts), dtype=object))


def evidence(
    mentions: pd.DataFrame,
    passages: pd.DataFrame,
    documents: pd.DataFrame,
    texts: Mapping[str, str],
    theme_a: str,
    theme_b: str,
    *,
    unit: Unit = "paragraph",
) -> pd.DataFrame:
    """The passages that hold both themes: one row per passage, verbatim.

    Columns: ``passage_id, doc_id, path, published, start, end, quote, words_a, words_b`` (the
    words that were matched, joined by |). In a document the span runs from the first mention to
    the last.
    """
    body = tables.body_of(passages, unit)
    if unit == "document":
        whole = mentions.groupby("doc_id", sort=False)
        body = whole.agg(start=("start", "min"), end=("end", "max")).reset_index()
        body = body.assign(passage_id=body["doc_id"])
    sides = []
    for theme in (theme_a, theme_b):
        found = mentions.loc[mentions["theme"] == theme, ["doc_id", "start", "end", "match"]]
        sides.append(_matched(found, body))
    both = sides[0].to_frame("words_a").join(sides[1].rename("words_b"), how="inner")
    rows = body[body["passage_id"].isin(both.index)].join(both, on="passage_id")
    rows = rows.merge(documents[["doc_id", "path", "published"]], on="doc_id")
    quote = tables.words_of(rows, texts)
    columns = ["passage_id", "doc_id", "path", "published", "start", "end", "quote", "words_a",
               "words_b"]  # fmt: skip
    ordered = rows.assign(quote=np.array(quote, dtype=object)).sort_values(
        ["published", "doc_id", "start"]
    )
    return ordered[columns].reset_index(drop=True)


def _matched(found: pd.DataFrame, body: pd.DataFrame) -> pd.Series:
    """The matched words by the passage they stand in."""
    both = found.merge(
        body[["passage_id", "doc_id", "start", "end"]], on="doc_id", suffixes=("", "_passage")
    )
    inside = (both["start"] >= both["start_passage"]) & (both["end"] <= both["end_passage"])
    return (
        both[inside]
        .groupby("passage_id")["match"]
        .agg(lambda words: "|".join(dict.fromkeys(words)))
    )
