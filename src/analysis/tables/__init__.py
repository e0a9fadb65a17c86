"""The tables a run writes: their columns, what each means, and the check that they hold.

Every table of Standpoint is a plain DataFrame with a fixed row unit. ``columns`` is the one place
that names the columns; a module that makes a table ends with ``tables.check(name, frame)``, so a
missing or misspelt column fails where it arises. Missing text is the empty string, never NaN;
several values in one cell are joined by ``|``; offsets count characters of the decoded text.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from analysis.tables.columns import DTYPES, TABLES, Column, Table
from analysis.tables.rows import (
    EARLIEST,
    LATEST,
    PUBLISHED,
    body_of,
    bounded,
    cite,
    copies,
    dated,
    holds,
    in_time,
    of_page,
    told,
    words_of,
)

__all__ = [
    "EARLIEST",
    "LATEST",
    "PUBLISHED",
    "TABLES",
    "AnalysisError",
    "Column",
    "Table",
    "body_of",
    "bounded",
    "check",
    "cite",
    "copies",
    "counted",
    "dated",
    "empty",
    "from_rows",
    "from_tuples",
    "holds",
    "in_time",
    "is_date",
    "join",
    "of_page",
    "split",
    "told",
    "words_of",
]


class AnalysisError(ValueError):
    """Something the user can put right: the message gives the value, the place and the remedy."""


def empty(name: str) -> pd.DataFrame:
    """The table without a row, with its columns and their types.

    >>> list(empty("skipped").columns)
    ['path', 'reason']
    """
    return pd.DataFrame(
        {column.name: pd.Series(dtype=DTYPES[column.kind]) for column in TABLES[name].columns}
    )


def from_rows(name: str, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """A checked table from one mapping a row; a text column left out is empty.

    >>> from_rows("skipped", [{"path": "a.txt", "reason": "the file is empty"}]).shape
    (1, 2)
    """
    rows = list(rows)
    if not rows:
        return empty(name)
    blanks = {column.name: "" for column in TABLES[name].columns if column.kind == "text"}
    return check(name, pd.DataFrame([blanks | dict(row) for row in rows]))


def from_tuples(name: str, rows: Iterable[tuple]) -> pd.DataFrame:
    """A table from rows that have a value for every column, in their order: made without a check.

    >>> from_tuples("skipped", [("a.txt", "empty")]).to_dict("records")
    [{'path': 'a.txt', 'reason': 'empty'}]
    """
    columns, values = TABLES[name].columns, list(zip(*rows, strict=True))
    if not values:
        return empty(name)
    return pd.DataFrame(
        {
            column.name: pd.array(cells, dtype=DTYPES[column.kind])
            for column, cells in zip(columns, values, strict=True)
        }
    )


def check(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame as the shared table: contract columns first and typed, further columns kept behind.

    Raises
    ------
    ValueError
        A column is missing or cannot hold its kind of value; the table and column are named.

    >>> check("skipped", pd.DataFrame({"reason": ["empty"], "path": ["a.txt"]})).columns.tolist()
    ['path', 'reason']
    """
    table = TABLES[name]
    missing = [column for column in table.names if column not in frame]
    if missing:
        raise ValueError(f"table {name}: no column {', '.join(missing)}")
    typed = {}
    for column in table.columns:
        values = frame[column.name]
        if column.kind == "text" and values.isna().any():
            values = values.astype("object").where(values.notna(), "")
        try:
            typed[column.name] = values.astype(DTYPES[column.kind])
        except (TypeError, ValueError) as error:
            raise ValueError(f"table {name}, column {column.name}: {error}") from error
    extra = [column for column in frame if column not in table.names]
    return frame.assign(**typed)[table.names + extra].reset_index(drop=True)


def join(values: Iterable[str]) -> str:
    """Several values as one cell, in the order given, each once.

    >>> join(["b", "a", "b"])
    'b|a'
    """
    return "|".join(dict.fromkeys(value for value in values if value))


def split(cell: str) -> list[str]:
    """The values of a cell.

    >>> split("b|a"), split("")
    (['b', 'a'], [])
    """
    return [value for value in cell.split("|") if value]


def is_date(text: str) -> bool:
    """Whether a text is a day, month or year as the tables have them.

    >>> is_date("2022-05"), is_date("2022-13-40"), is_date("May 2022")
    (True, False, False)
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def counted(n: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "file"), counted(1200, "file"), counted(2, "body", "bodies")
    ('1 file', '1,200 files', '2 bodies')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"
