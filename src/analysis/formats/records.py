"""Corpora kept in one file: a row per text in .jsonl, .csv or .parquet."""

import csv
import io
import json
from pathlib import Path

import pyarrow
import pyarrow.parquet

from analysis.formats.encodings import decode
from analysis.formats.errors import UnreadableFile

__all__ = ["RECORD_SUFFIXES", "read_records"]

RECORD_SUFFIXES = frozenset({".jsonl", ".csv", ".parquet"})
# The csv module refuses fields above 128 kB unless told; a text may be longer.
_LONGEST_FIELD = 100_000_000


def read_records(path: Path, content: bytes) -> tuple[list[dict[str, str]], str]:
    """One mapping a row, every value a text ("" when missing), and the encoding.

    Raises
    ------
    UnreadableFile
        The file is damaged, or has no column ``text``.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        rows, encoding = _parquet_rows(content), "utf-8"
    else:
        text, encoding = decode(content)
        rows = _jsonl_rows(text) if suffix == ".jsonl" else _csv_rows(text)
    if not rows:
        raise UnreadableFile("the file has no row")
    if "text" not in rows[0]:
        columns = ", ".join(map(str, rows[0]))[:80]
        raise UnreadableFile(f"no column named text (found: {columns})")
    return [{str(key): _cell(value) for key, value in row.items()} for row in rows], encoding


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _jsonl_rows(text: str) -> list[dict]:
    rows = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise UnreadableFile(f"line {number} is not JSON: {error.msg}") from error
        if not isinstance(row, dict):
            raise UnreadableFile(f"line {number} is not a JSON object")
        rows.append(row)
    return rows


def _csv_rows(text: str) -> list[dict]:
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise UnreadableFile(f"the CSV is damaged: {error}") from error
    for row in rows:
        row.pop(None, None)  # cells beyond the header
    return rows


def _parquet_rows(content: bytes) -> list[dict]:
    try:
        return pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()
    except (pyarrow.ArrowException, OSError) as error:
        raise UnreadableFile("the Parquet file is damaged or cut off") from error
