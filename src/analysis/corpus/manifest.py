"""The analyst's own list of what the texts are: manifest.csv beside them, or a file named.

Its values win over what a text suggests. Every fault names the file, the line, the value and the
remedy.
"""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from analysis.dates.published import from_value
from analysis.formats import UnreadableFile, decode
from analysis.tables import AnalysisError

__all__ = ["MANIFEST_COLUMNS", "ManifestError", "read_manifest"]

MANIFEST_COLUMNS = (
    "published", "title", "author", "outlet", "place", "language", "source_url",
)  # fmt: skip


class ManifestError(AnalysisError):
    """The manifest has a fault; the message says where and what to write instead."""


def read_manifest(path: Path) -> dict[str, dict[str, str]]:
    """Rows of a manifest by ``path`` or ``id``.

    Raises
    ------
    ManifestError
        There is no such file, no key column, a key twice, or a date that is none.
    """
    try:
        text, _ = decode(path.read_bytes())
    except (OSError, UnreadableFile) as error:
        raise ManifestError(f"{path}: the manifest cannot be read ({error})") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    columns = [name.strip() for name in reader.fieldnames or []]
    reader.fieldnames = columns
    key = next((name for name in ("path", "id") if name in columns), "")
    if not key:
        raise ManifestError(
            f"{path}, line 1: no column 'path' or 'id' (found: {', '.join(columns) or 'nothing'}); "
            "add one that names each text"
        )
    rows: dict[str, dict[str, str]] = {}
    for row in reader:
        place = f"{path}, line {reader.line_num}"
        values = {name: (row.get(name) or "").strip() for name in columns}
        name = values[key].replace("\\", "/").removeprefix("./")
        if not name:
            if any(values.values()):
                raise ManifestError(f"{place}: the column '{key}' is empty; name the text")
            continue
        if name in rows:
            raise ManifestError(f"{place}: '{name}' stands there twice; keep one row for each text")
        _check_date(values, place)
        rows[name] = {column: values.get(column, "") for column in MANIFEST_COLUMNS}
    return rows


def _check_date(values: Mapping[str, str], place: str) -> None:
    published = values.get("published", "")
    if published and from_value(published, "", "") is None:
        raise ManifestError(
            f"{place}: published '{published}' is no date; write 2022, 2022-05 or 2022-05-16"
        )
