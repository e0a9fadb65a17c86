"""Passages grouped by who speaks, when, or where it was published: what is compared with what.

A table of groups has one row per passage and group. A passage may be in two groups (a joint
statement is each holder's) or in none (nobody is named, no date is known).
"""

import pandas as pd

from analysis import tables
from analysis.codebook import names_of

__all__ = ["beside_others", "by_column", "by_period", "by_speaker", "by_year", "largest"]

COLUMNS = ["passage_id", "doc_id", "group"]
OTHERS = "all others"


def by_column(passages: pd.DataFrame, documents: pd.DataFrame, column: str) -> pd.DataFrame:
    """Every passage with what its document has in a column: one row per passage.

    >>> passages = pd.DataFrame({"passage_id": ["a:p1", "b:p1"], "doc_id": ["a", "b"]})
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "outlet": ["The Quay", ""]})
    >>> by_column(passages, documents, "outlet")["group"].tolist()
    ['The Quay']
    """
    named = documents.loc[documents[column] != "", ["doc_id", column]]
    return passages.merge(named.rename(columns={column: "group"}), on="doc_id")[COLUMNS]


def by_year(passages: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Every dated passage with the year of its document, in order of time: one row per passage."""
    year = documents.assign(year=tables.dated(documents)["date"].str[:4])
    dated = by_column(passages, year, "year")
    return dated.sort_values("group", kind="stable").reset_index(drop=True)


def by_period(passages: pd.DataFrame, documents: pd.DataFrame, *, periods: int = 2) -> pd.DataFrame:
    """Every dated passage with its period, in order of time: one row per passage.

    Years are dealt into stretches of about as many documents; a year is never split.

    >>> passages = pd.DataFrame({"passage_id": list("abcd"), "doc_id": list("abcd")})
    >>> documents = pd.DataFrame({"doc_id": list("abcd"),
    ...     "published": ["2030-01-02", "2031", "2033", "2033-05"]})
    >>> by_period(passages, documents)["group"].unique().tolist()
    ['2030-2031', '2033']
    """
    dated = by_year(passages, documents)
    years = tables.dated(documents)["date"].str[:4]
    counts = years.value_counts().drop("", errors="ignore").sort_index()
    before = counts.cumsum() - counts / 2  # the middle of a year decides
    number = (before * periods / max(counts.sum(), 1)).astype(int)
    names = {}
    for _, years in counts.groupby(number):
        first, last = years.index[0], years.index[-1]
        names |= dict.fromkeys(years.index, first if first == last else f"{first}-{last}")
    return dated.assign(group=dated["group"].map(names))


def by_speaker(
    passages: pd.DataFrame,
    documents: pd.DataFrame,
    statements: pd.DataFrame,
    actors: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Every passage with those who speak in it: one row per passage and speaker.

    A speaker is the holder of a statement that begins in the passage; where there is none, the
    author of the document. Joint holders are each one; who cannot be named is left out. An author
    that ``actors`` know by another name, or as speaking for a body, is that actor or body, as a
    holder is.
    """
    known = statements[~statements["holder"].isin(["", "unresolved"])]
    said = known[["doc_id", "start"]].assign(group=known["holder"].str.split("|")).explode("group")
    said = said.astype({"start": "int64"}).sort_values("start", kind="stable")
    parts = []
    for _, inside in passages[passages["kind"] == "body"].groupby("unit"):
        begun = inside[["passage_id", "doc_id", "start", "end"]].astype({"start": "int64"})
        begun = begun.sort_values("start", kind="stable").rename(columns={"start": "begin"})
        found = pd.merge_asof(said, begun, left_on="start", right_on="begin", by="doc_id")
        found = found[found["start"] < found["end"]]
        parts.append(found[COLUMNS].drop_duplicates())
    spoken = pd.concat(parts) if parts else pd.DataFrame(columns=COLUMNS)
    silent = passages[~passages["passage_id"].isin(spoken["passage_id"])]
    own = by_column(silent, documents, "author")
    own = own.assign(group=own["group"].str.split("|")).explode("group")
    own["group"] = own["group"].replace(_bodies(actors))
    return pd.concat([spoken, own]).sort_values(["passage_id", "group"]).reset_index(drop=True)


def _bodies(actors: pd.DataFrame | None) -> dict[str, str]:
    """Every name of an actor, and the actor it is the voice of."""
    if actors is None:
        return {}
    return {
        name: actor["speaks_for"] or actor["name"]
        for actor in actors.to_dict("records")
        for name in names_of(actor)
    }


def largest(groups: pd.DataFrame, n: int) -> pd.DataFrame:
    """The rows of the ``n`` groups that hold most passages, the largest group first.

    >>> groups = pd.DataFrame({"passage_id": list("abc"), "doc_id": "d", "group": list("xyy")})
    >>> largest(groups, 1)["group"].tolist()
    ['y', 'y']
    """
    sizes = groups["group"].value_counts().rename_axis("group").reset_index(name="size")
    order = sizes.sort_values(["size", "group"], ascending=[False, True])["group"].head(n)
    kept = groups[groups["group"].isin(order)]
    rank = {name: i for i, name in enumerate(order)}
    return kept.sort_values("group", key=lambda names: names.map(rank), kind="stable").reset_index(
        drop=True
    )


def beside_others(groups: pd.DataFrame) -> pd.DataFrame:
    """The largest group beside all others together: one row per passage and group.

    A passage of the largest group is not among the others.

    >>> groups = pd.DataFrame({"passage_id": list("abc"), "doc_id": "d", "group": list("xyy")})
    >>> beside_others(groups)["group"].tolist()
    ['y', 'y', 'all others']
    """
    first = largest(groups, 1)
    rest = groups[~groups["passage_id"].isin(first["passage_id"])]
    rest = rest.drop_duplicates("passage_id").assign(group=OTHERS)
    return pd.concat([first, rest], ignore_index=True)
