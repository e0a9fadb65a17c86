"""Corpora kept in one file: a row per text in .jsonl, .csv or .parquet.

A row that is broken or holds no text costs that row alone; the others are read.
"""

import csv
import io
import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow
import pyarrow.parquet

from analysis.formats.encodings import decode
from analysis.formats.errors import UnreadableFile

__all__ = ["MARKS", "RECORD_SUFFIXES", "Records", "delimiter", "has_words", "read_records"]

RECORD_SUFFIXES = frozenset({".jsonl", ".csv", ".parquet"})
# The csv module refuses fields above 128 kB unless told; a text may be longer.
_LONGEST_FIELD = 100_000_000
_MOST_RESUMED = 100
"""Broken quotation marks after which the rest of a CSV is given up: each costs a new reading."""
MARKS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
"""What stands between the columns of a CSV; programs of some countries write semicolons."""
_LETTER = re.compile(r"[^\W\d_]")
_HALF_LETTERS = re.compile("[\ud800-\udfff]")
_Row = tuple[int, Mapping[str, object] | str | None]
"""A row with its number, or the number and what is wrong with it; None where it is blank."""


@dataclass(frozen=True)
class Records:
    """The rows of a file that hold a text, by their number, and the others with their fault."""

    rows: dict[int, dict[str, str]]
    """Every value a text, "" when missing; the first row has number 1."""
    faults: dict[int, str]
    encoding: str
    n_blank: int = 0
    """Rows in which no cell, or no character, stands."""


def read_records(path: Path, content: bytes) -> Records:
    """The rows of a file.

    Raises
    ------
    UnreadableFile
        The file is damaged, has no column ``text``, or no row of it can be read.

    >>> found = read_records(Path("a.jsonl"), b'{"text": "They met."}\\n{"text": "They\\n')
    >>> found.rows, found.faults[2][:8]
    ({1: {'text': 'They met.'}}, 'not JSON')
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        found, encoding = _parquet_rows(content), "utf-8"
    else:
        text, encoding = decode(content)
        found = _jsonl_rows(text) if suffix == ".jsonl" else _csv_rows(text)
    rows: dict[int, dict[str, str]] = {}
    faults: dict[int, str] = {}
    without: list[str] = []
    n_blank = 0
    for number, row in found:
        if row is None:
            n_blank += 1
            continue
        row = row if isinstance(row, str) else _named(row)
        if fault := row if isinstance(row, str) else _fault(row):
            faults[number] = fault
            without += [fault] if fault.startswith(_NO_COLUMN) else []
        else:
            rows[number] = {key: _cell(value) for key, value in row.items()}
    if not rows:
        raise UnreadableFile(_why_none(faults, without, n_blank))
    return Records(rows, faults, encoding, n_blank)


_NO_COLUMN = "no column named text"


def has_words(text: str) -> bool:
    """Whether a letter stands in the text.

    >>> has_words("\u00a0* 25 *"), has_words("5 May")
    (False, True)
    """
    return _LETTER.search(text) is not None


_TWO_COLUMNS = "two columns are named text: rename one"


def _names(columns: Iterable[object]) -> list[str]:
    """The names of the columns, in whatever case they are written."""
    return [str(name).strip().lower() for name in columns]


def _named(row: Mapping[object, object]) -> dict[str, object] | str:
    """The row under the names of its columns; why not, where two are named text."""
    names = _names(row)
    if names.count("text") > 1:
        return _TWO_COLUMNS
    return dict(zip(names, row.values(), strict=True))


def _fault(row: Mapping[str, object]) -> str:
    """What keeps a row from being a text; empty where nothing does."""
    if "text" not in row:
        return f"{_NO_COLUMN} (found: {', '.join(map(str, row))[:80]})"
    text = row["text"]
    if text is None or (isinstance(text, str) and not text.strip()):
        return "the column text is empty"
    if isinstance(text, str) and not has_words(text):
        return f"the column text holds no words ({text.strip()[:40]})"
    return "" if isinstance(text, str) else f"the column text holds no text ({str(text)[:40]})"


def _why_none(faults: Mapping[int, str], without: list[str], n_blank: int) -> str:
    if not faults:
        return "all its rows are blank" if n_blank else "the file has no row"
    if len(without) == len(faults):
        return without[0]
    number, fault = next(iter(faults.items()))
    return f"none of its {len(faults)} rows can be read (row {number}: {fault})"


def _cell(value: object) -> str:
    # JSON can hold half a letter, which no file can.
    return "" if value is None else _HALF_LETTERS.sub("\ufffd", str(value))


def _jsonl_rows(text: str) -> Iterator[_Row]:
    number = 0
    for line in text.rstrip().split("\n"):
        if not line.strip():
            yield number, None
            continue
        number += 1
        try:
            row = json.loads(line)
        except RecursionError:
            yield number, "nested too deep"
        except ValueError as error:
            yield number, f"not JSON: {getattr(error, 'msg', 'a number in it is too long')}"
        else:
            yield number, row if isinstance(row, dict) else "not a JSON object"


def delimiter(text: str, names: Container[str]) -> str:
    """The mark between the columns of a CSV: it parts off a column that has one of the names.

    >>> delimiter("id;Text\\n1;They met, and left.", {"text"}), delimiter("id;body", {"text"})
    (';', ',')
    """
    header = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    best, most = ",", 0
    for mark in MARKS:
        columns = next(csv.reader([header], delimiter=mark), [])
        if len(columns) > most and any(column.strip().lower() in names for column in columns):
            best, most = mark, len(columns)
    return best


def _csv_rows(text: str) -> Iterator[_Row]:
    """Rows of a CSV; after a broken quotation mark it is read on from the next line."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = io.StringIO(text.rstrip("\r\n"), newline="").readlines()
    header: list[str] = []
    number = at = resumed = 0
    mark = delimiter(text, {"text"})
    while at < len(lines):
        reader = csv.reader(lines[at:], strict=True, delimiter=mark)
        begin = at
        try:
            for cells in reader:
                if not header:
                    header = _names(cells)
                    if header.count("text") > 1:
                        raise UnreadableFile(_TWO_COLUMNS)
                elif not any(cell.strip() for cell in cells):
                    yield number, None
                else:
                    number += 1
                    yield number, _csv_row(header, cells, MARKS[mark], exact=resumed > 0)
                at = begin + reader.line_num
        except csv.Error as error:
            if not header or resumed == _MOST_RESUMED:
                raise UnreadableFile(f"the CSV is damaged: {error}") from error
            resumed += 1
            number += 1
            yield number, f"the CSV is damaged in line {at + 1}: {error}"
            at += 1


def _csv_row(
    header: list[str], cells: list[str], mark: str, *, exact: bool
) -> dict[str, str] | str:
    """A row by its columns; after a broken one, what has other columns is a piece of it."""
    if exact and len(cells) != len(header):
        return f"{len(cells)} cells under {len(header)} columns"
    if any(cell.strip() for cell in cells[len(header) :]):
        return (
            f"{len(cells)} cells under {len(header)} columns: put a text that holds a {mark} "
            "between quotation marks"
        )
    return dict.fromkeys(header, "") | dict(zip(header, cells, strict=False))


def _parquet_rows(content: bytes) -> Iterator[_Row]:
    try:
        rows = pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()
    except (pyarrow.ArrowException, OSError) as error:
        raise UnreadableFile("the file is no Parquet file, or damaged, or cut off") from error
    yield from enumerate(rows, start=1)
