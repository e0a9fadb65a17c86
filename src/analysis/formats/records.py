"""Corpora kept in one file: a row per text in .jsonl, .csv or .parquet.

A row that is broken or holds no text costs that row alone; the others are read.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow
import pyarrow.parquet

from analysis.formats.encodings import decode
from analysis.formats.errors import UnreadableFile

__all__ = ["RECORD_SUFFIXES", "Records", "read_records"]

RECORD_SUFFIXES = frozenset({".jsonl", ".csv", ".parquet"})
# The csv module refuses fields above 128 kB unless told; a text may be longer.
_LONGEST_FIELD = 100_000_000
_MOST_RESUMED = 100
"""Broken quotation marks after which the rest of a CSV is given up: each costs a new reading."""
_HALF_LETTERS = re.compile("[\ud800-\udfff]")
_Row = tuple[int, Mapping[str, object] | str]
"""A row with its number, or the number and what is wrong with it."""


@dataclass(frozen=True)
class Records:
    """The rows of a file that hold a text, by their number, and the others with their fault."""

    rows: dict[int, dict[str, str]]
    """Every value a text, "" when missing; the first row has number 1."""
    faults: dict[int, str]
    encoding: str


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
    for number, row in found:
        fault = row if isinstance(row, str) else _fault(row)
        if fault:
            faults[number] = fault
            without += [fault] if fault.startswith(_NO_COLUMN) else []
        else:
            rows[number] = {str(key): _cell(value) for key, value in row.items()}
    if not rows:
        raise UnreadableFile(_why_none(faults, without))
    return Records(rows, faults, encoding)


_NO_COLUMN = "no column named text"


def _fault(row: Mapping[str, object]) -> str:
    """What keeps a row from being a text; empty where nothing does."""
    if "text" not in row:
        return f"{_NO_COLUMN} (found: {', '.join(map(str, row))[:80]})"
    text = row["text"]
    if text is None or (isinstance(text, str) and not text.strip()):
        return "the column text is empty"
    return "" if isinstance(text, str) else f"the column text holds no text ({str(text)[:40]})"


def _why_none(faults: Mapping[int, str], without: list[str]) -> str:
    if not faults:
        return "the file has no row"
    if len(without) == len(faults):
        return without[0]
    number, fault = next(iter(faults.items()))
    return f"none of its {len(faults)} rows can be read (row {number}: {fault})"


def _cell(value: object) -> str:
    # JSON can hold half a letter, which no file can.
    return "" if value is None else _HALF_LETTERS.sub("\ufffd", str(value))


def _jsonl_rows(text: str) -> Iterator[_Row]:
    lines = (line for line in text.split("\n") if line.strip())
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
        except RecursionError:
            yield number, "nested too deep"
        except ValueError as error:
            yield number, f"not JSON: {getattr(error, 'msg', error)}"
        else:
            yield number, row if isinstance(row, dict) else "not a JSON object"


def _csv_rows(text: str) -> Iterator[_Row]:
    """Rows of a CSV; after a broken quotation mark it is read on from the next line."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = io.StringIO(text, newline="").readlines()
    header: list[str] = []
    number = at = resumed = 0
    while at < len(lines):
        reader = csv.reader(lines[at:], strict=True)
        begin = at
        try:
            for cells in reader:
                if not header:
                    header = cells
                elif cells:
                    number += 1
                    yield number, _csv_row(header, cells, exact=resumed > 0)
                at = begin + reader.line_num
        except csv.Error as error:
            if not header or resumed == _MOST_RESUMED:
                raise UnreadableFile(f"the CSV is damaged: {error}") from error
            resumed += 1
            number += 1
            yield number, f"the CSV is damaged in line {at + 1}: {error}"
            at += 1


def _csv_row(header: list[str], cells: list[str], *, exact: bool) -> dict[str, str] | str:
    """A row by its columns; after a broken one, what has other columns is a piece of it."""
    if exact and len(cells) != len(header):
        return f"{len(cells)} cells under {len(header)} columns"
    return dict.fromkeys(header, "") | dict(zip(header, cells, strict=False))


def _parquet_rows(content: bytes) -> Iterator[_Row]:
    try:
        rows = pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()
    except (pyarrow.ArrowException, OSError) as error:
        raise UnreadableFile("the Parquet file is damaged or cut off") from error
    yield from enumerate(rows, start=1)
