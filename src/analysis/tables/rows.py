"""What rows of any table are asked: which hold a value, where each stands, which came first."""

from collections.abc import Mapping

import pandas as pd

__all__ = [
    "EARLIEST",
    "LATEST",
    "PUBLISHED",
    "body_of",
    "bounded",
    "cite",
    "copies",
    "dated",
    "holds",
    "in_time",
    "of_page",
    "told",
    "words_of",
]

EARLIEST, LATEST = "0001-01-01", "9999-12-31"
"""The days that stand for an open bound where days are compared."""

PUBLISHED = "published"
"""How the basis of a date begins that is the page's: what it tells was stated then or before."""
_ACTS_OWN = frozenset({"own words", "events calendar", "anniversary", "lower bound", ""})
"""Rules that date what a text tells, and not the page it stands on."""
UNDATED = "undated"


def holds(cells: pd.Series, value: str) -> pd.Series:
    """Which cells of several values hold this one.

    >>> holds(pd.Series(["a|b", "ab", ""]), "a").tolist()
    [True, False, False]
    """
    return ("|" + cells + "|").str.contains(f"|{value}|", regex=False)


def body_of(passages: pd.DataFrame, unit: str) -> pd.DataFrame:
    """The passages of one unit that are a text's own words: no heading, dateline or furniture.

    >>> passages = pd.DataFrame({"unit": ["paragraph", "paragraph", "sentence"],
    ...                          "kind": ["heading", "body", "body"]})
    >>> body_of(passages, "paragraph").index.tolist()
    [1]
    """
    return passages[(passages["unit"] == unit) & (passages["kind"] == "body")]


def words_of(rows: pd.DataFrame, texts: Mapping[str, str]) -> list[str]:
    """The words of each row: the characters from its start to its end, of its document's text.

    >>> words_of(pd.DataFrame({"doc_id": ["a"], "start": [4], "end": [8]}), {"a": "The Pact met."})
    ['Pact']
    """
    places = zip(rows["doc_id"], rows["start"], rows["end"], strict=True)
    return [texts[doc_id][start:end] for doc_id, start, end in places]


def copies(documents: pd.DataFrame) -> pd.Series:
    """The ids of the documents that repeat another.

    >>> copies(pd.DataFrame({"doc_id": ["a", "b"], "same_as": ["", "a"]})).tolist()
    ['b']
    """
    return documents.loc[documents["same_as"] != "", "doc_id"]


def bounded(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a known first and last day: those that have a place in time.

    >>> rows = pd.DataFrame({"date_low": ["2031-05-04", "2031-05-04"],
    ...                      "date_high": ["2031-05-04", ""]})
    >>> bounded(rows).index.tolist()
    [0]
    """
    return rows[(rows["date_low"] != "") & (rows["date_high"] != "")]


def cite(rows: pd.DataFrame) -> list[str]:
    """Where each row stands: ``path:start-end``, the characters of the file's text.

    >>> cite(pd.DataFrame({"path": ["a.txt"], "start": [3], "end": [40]}))
    ['a.txt:3-40']
    """
    return [
        path if pd.isna(start) or pd.isna(end) else f"{path}:{int(start)}-{int(end)}"
        for path, start, end in zip(rows["path"], rows["start"], rows["end"], strict=True)
    ]


def in_time(positions: pd.DataFrame) -> pd.DataFrame:
    """Positions in order of time, the undated last.

    >>> rows = pd.DataFrame({"date_high": ["", "2031-05-04"], "date_low": "", "doc_id": "a",
    ...                      "start": 0, "cue_start": 0})
    >>> in_time(rows)["date_high"].tolist()
    ['2031-05-04', '']
    """
    high = positions["date_high"].where(positions["date_high"] != "", LATEST)
    keys = ["high", "date_low", "doc_id", "start", "cue_start"]
    return positions.assign(high=high).sort_values(keys, kind="stable").drop(columns="high")


def dated(documents: pd.DataFrame) -> pd.DataFrame:
    """When what each document tells was stated, as far as it is known: one row a document.

    By its words or its act; else the page's date, which only says that it was not later, and
    whose basis says so. What the one who speaks published ("author") he stated by publishing it,
    and a line of place and day above a text is its own.

    >>> documents = pd.DataFrame({
    ...     "stated": ["2031-05-15", ""], "stated_low": ["2031-05-15", ""],
    ...     "stated_high": ["2031-05-15", ""], "stated_basis": ["words of the text", ""],
    ...     "published": "2031-05-16", "published_low": "2031-05-16",
    ...     "published_high": "2031-05-16", "date_basis": "manifest", "author": ""})
    >>> dated(documents)[["date", "date_basis"]].values.tolist()
    [['2031-05-15', 'words of the text'], ['2031-05-16', 'published (manifest)']]
    """
    names = [f"{when}{part}" for when in ("stated", "published") for part in ("", "_low", "_high")]
    names += ["stated_basis", "date_basis", "author", "place", "date_evidence"]
    documents = documents.reindex(columns=names, fill_value="")
    by_words = documents["stated"] != ""
    columns = {"date": "", "date_low": "_low", "date_high": "_high"}
    found = {
        name: documents[f"stated{part}"].where(by_words, documents[f"published{part}"])
        for name, part in columns.items()
    }
    basis = documents["date_basis"]
    # "Harrow, 16 May 2031" above a text is where and when it was done.
    done = [
        rule == "header" and bool(place) and words.startswith(place)
        for rule, place, words in zip(
            basis, documents["place"], documents["date_evidence"], strict=True
        )
    ]
    page = ~basis.isin(_ACTS_OWN) & (documents["author"] == "") & ~pd.Series(done, basis.index)
    basis = basis.mask(page, f"{PUBLISHED} (" + basis + ")")
    found["date_basis"] = documents["stated_basis"].where(by_words, basis)
    return pd.DataFrame(found)


def of_page(row: Mapping[str, object] | pd.Series) -> bool:
    """Whether the day of a row is only that of its page.

    >>> of_page({"date_basis": "published (header)"}), of_page({"date_basis": "own words"})
    (True, False)
    """
    return str(row["date_basis"]).startswith(PUBLISHED)


def told(rows: pd.DataFrame) -> list[str]:
    """The date of each row as a reader reads it: a day, an interval, or undated.

    A page's date is called that; bounds are "on or after" and "on or before".

    >>> rows = pd.DataFrame({
    ...     "date": ["2031-05-16", "2031-05-16", "", ""],
    ...     "date_low": ["2031-05-16", "2031-05-16", "2031-01-01", ""],
    ...     "date_high": ["2031-05-16", "2031-05-16", "", ""],
    ...     "date_basis": ["own words", "published (manifest)", "lower bound", ""]})
    >>> told(rows)
    ['2031-05-16', 'published 2031-05-16', 'on or after 2031-01-01', 'undated']
    """
    names = ("date", "date_low", "date_high", "date_basis")
    cells = zip(*(rows[name] for name in names), strict=True)
    return [
        f"{PUBLISHED if basis.startswith(PUBLISHED) else ''} {_days(*days)}".strip()
        if any(days)
        else UNDATED
        for *days, basis in cells
    ]


def _days(date: str, low: str, high: str) -> str:
    """A date in words: as precise as it is known, else its bounds."""
    if date and (len(date) == 10 or (low.startswith(date) and high.startswith(date)) or not low):
        return date
    if low and high:
        return f"{low} to {high}"
    return f"on or after {low}" if low else f"on or before {high}"
