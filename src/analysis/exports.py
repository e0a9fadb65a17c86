"""Tables as files for other tools: CSV always, Parquet on request, and what their columns mean.

CSV is UTF-8 with a header row, text cells quoted and newlines kept, so that a quote read back is
the same to the letter. Texts extracted from other formats (PDF, DOCX, HTML, mail) are written
beside the tables, because offsets count their characters.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis import tables

__all__ = [
    "CodebookExistsError",
    "TableNameError",
    "check_names",
    "write_codebook",
    "write_dictionary",
    "write_review",
    "write_tables",
    "write_texts",
]


class TableNameError(tables.AnalysisError):
    """A table was asked for that no run writes."""


class CodebookExistsError(tables.AnalysisError):
    """A proposed codebook would take the place of one that somebody may have worked on."""


def write_tables(
    frames: Mapping[str, pd.DataFrame],
    folder: Path,
    *,
    only: Sequence[str] = (),
    parquet: bool = False,
) -> list[Path]:
    """Write each table as ``<name>.csv`` (and ``<name>.parquet``); returns the paths.

    Raises
    ------
    TableNameError
        ``only`` names a table that is not among them.
    """
    check_names(only)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in only or frames:
        path = folder / f"{name}.csv"
        _write_csv(frames[name], path)
        written.append(path)
        if parquet:
            frames[name].to_parquet(path.with_suffix(".parquet"), index=False)
            written.append(path.with_suffix(".parquet"))
    return written


def _write_csv(frame: pd.DataFrame, path: Path) -> None:
    frame.to_csv(
        path,
        index=False,
        quoting=csv.QUOTE_NONNUMERIC,
        float_format="%.6g",
        lineterminator="\n",
        encoding="utf-8",
    )


def write_review(sample: pd.DataFrame, folder: Path) -> Path:
    """Write ``review.csv``: positions drawn at random, for a reader to mark right or wrong."""
    _write_csv(sample, folder / "review.csv")
    return folder / "review.csv"


def write_codebook(frames: Mapping[str, pd.DataFrame], folder: Path) -> list[Path]:
    """Write the files of a codebook (``actors``, ``themes`` ...) that is to be begun.

    Raises
    ------
    CodebookExistsError
        One of the files is there already; nothing is written.
    """
    paths = {name: folder / f"{name}.csv" for name in frames}
    for path in paths.values():
        if path.exists():
            raise CodebookExistsError(
                f"{path} is there already; move it away, or give another folder with --output"
            )
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in paths.items():
        _write_csv(frames[name], path)
    return list(paths.values())


def check_names(names: Sequence[str]) -> None:
    """Refuse a name that is no table's, with the list of those that are."""
    for name in names:
        if name not in tables.TABLES:
            known = ", ".join(tables.TABLES)
            raise TableNameError(f"--only {name}: there is no such table; choose from {known}")


def write_texts(documents: pd.DataFrame, texts: Mapping[str, str], folder: Path) -> list[Path]:
    """Write the text extracted from each file that is no plain text to its ``text_path``."""
    extracted = documents.loc[documents["text_path"] != ""].drop_duplicates("text_path")
    written = []
    for doc_id, text_path in zip(extracted["doc_id"], extracted["text_path"], strict=True):
        path = folder / text_path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(texts[doc_id].encode("utf-8", "surrogatepass"))
        written.append(path)
    return written


def write_dictionary(folder: Path) -> Path:
    """Write ``README.md``: every table, its row unit, its columns and what they mean."""
    lines = ["# The tables of this run", ""]
    for name, table in tables.TABLES.items():
        lines += [
            f"## {name}",
            "",
            f"One row: {table.row}.",
            "",
            "| column | meaning |",
            "|---|---|",
        ]
        lines += [f"| `{column.name}` | {column.meaning} |" for column in table.columns] + [""]
    path = folder / "README.md"
    path.write_text("\n".join(lines), "utf-8", newline="\n")
    return path
