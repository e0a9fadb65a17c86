"""The analyst's own list of what the texts are: manifest.csv beside them, or a file named.

Its values win over what a text suggests. Every fault names the file, the line, the value and the
remedy.
"""

import csv
import io
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.dates.published import from_value
from analysis.formats import MARKS, UnreadableFile, decode, delimiter
from analysis.tables import AnalysisError

__all__ = ["MANIFEST_COLUMNS", "Manifest", "ManifestError", "read_manifest"]

MANIFEST_COLUMNS = (
    "published", "title", "author", "outlet", "place", "language", "source_url",
)  # fmt: skip
_KEYS = ("path", "id")
_LONGEST_CELL = 1_000_000


class ManifestError(AnalysisError):
    """The manifest has a fault; the message says where and what to write instead."""


@dataclass(frozen=True)
class Manifest:
    """The rows of a manifest by ``path`` or ``id``, and the line on which each stands."""

    name: str = ""
    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    key: str = "path"

    def absent(self, known: Container[str]) -> list[dict[str, str]]:
        """A row ``path, reason`` for each text that it names and the corpus does not have.

        >>> Manifest("manifest.csv", {"a.txt": {}}, {"a.txt": 2}).absent(set())[0]["reason"]
        'named in manifest.csv, line 2, but there is no such file'
        """
        what = "file" if self.key == "path" else "text"
        return [
            {
                "path": name,
                "reason": f"named in {self.name}, line {line}, but there is no such {what}",
            }
            for name, line in self.lines.items()
            if name not in known
        ]


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file.

    Raises
    ------
    ManifestError
        There is no such file, no key column, a key twice, a row with more cells than columns, or a
        date that is none.
    """
    if path.is_dir():
        raise ManifestError(f"{path}: a folder, no file; name the manifest itself, a CSV file")
    try:
        text, _ = decode(path.read_bytes())
    except (OSError, UnreadableFile) as error:
        raise ManifestError(f"{path}: the manifest cannot be read ({error})") from error
    csv.field_size_limit(_LONGEST_CELL)
    mark = delimiter(text, _KEYS)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        return _read(path, reader)
    except csv.Error as error:
        raise ManifestError(
            f"{path}, line {reader.line_num}: {error}; close every quotation mark"
        ) from error


def _read(path: Path, reader: csv.DictReader) -> Manifest:
    columns = [name.strip().lower() for name in reader.fieldnames or []]
    reader.fieldnames = columns
    key = _key(path, columns)
    rows: dict[str, dict[str, str]] = {}
    lines: dict[str, int] = {}
    for row in reader:
        line = reader.line_num
        place = f"{path}, line {line}"
        if any(row.get(None) or ()):
            raise ManifestError(
                f"{place}: {len(columns) + len(row[None])} cells under {len(columns)} columns; "
                f"put a cell that holds a {MARKS[reader.reader.dialect.delimiter]} between "
                "quotation marks"
            )
        values = {name: (row.get(name) or "").strip() for name in columns}
        name = values[key].replace("\\", "/").removeprefix("./")
        if not name:
            if any(values.values()):
                raise ManifestError(f"{place}: the column '{key}' is empty; name the text")
            continue
        if name in rows:
            raise ManifestError(
                f"{path}, lines {lines[name]} and {line}: '{name}' stands there twice; "
                "keep one row for each text"
            )
        _check_date(values, place)
        rows[name] = {column: values.get(column, "") for column in MANIFEST_COLUMNS}
        lines[name] = line
    return Manifest(path.name, rows, lines, key)


def _key(path: Path, columns: Sequence[str]) -> str:
    """The column that names the texts."""
    for name in _KEYS:
        if name in columns:
            return name
    raise ManifestError(
        f"{path}, line 1: no column 'path' or 'id' (found: {', '.join(columns) or 'nothing'}); "
        "add one that names each text"
    )


def _check_date(values: Mapping[str, str], place: str) -> None:
    published = values.get("published", "")
    if published and from_value(published, "", "") is None:
        raise ManifestError(
            f"{place}: published '{published}' is no date; write 2022, 2022-05 or 2022-05-16"
        )
