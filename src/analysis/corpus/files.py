"""Every file of a folder, in a fixed order, with the ones that give no text and why.

A folder is read to any depth; hidden files, manifest.csv, review.csv, NOTICE and codebook/ are not
texts. The order of the table is that of the paths, whatever the file system says.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from analysis.corpus.metadata import is_sidecar, read_sidecar
from analysis.formats import (
    RECORD_SUFFIXES,
    SUFFIXES,
    FileText,
    UnreadableFile,
    read_bytes,
    read_file,
    read_records,
    refuse_other_type,
)
from analysis.tables import AnalysisError, counted

__all__ = ["CorpusError", "Source", "list_files", "read_source"]

NOT_TEXTS = {"manifest.csv", "review.csv", "NOTICE"}  # they speak of the corpus


class CorpusError(AnalysisError):
    """The corpus cannot be read; the message says what to do."""


@dataclass(frozen=True)
class Source:
    """One file that was read: its texts (several for a file of records) or why there are none."""

    path: str
    texts: tuple[FileText, ...] = ()
    records: dict[int, dict[str, str]] = field(default_factory=dict)
    """The rows of a file of records, a text each, by their number."""
    faults: tuple[str, ...] = ()
    """What of the file is not read, and why: broken rows, blank ones, attachments."""
    sidecar: dict[str, str] = field(default_factory=dict)
    reason: str = ""


def list_files(folder: Path, manifest: Path | None = None) -> list[tuple[str, Path]]:
    """Files that may be texts, with their path relative to the corpus, sorted.

    Raises
    ------
    CorpusError
        There is no such folder, or no file in it.
    """
    if folder.is_file():
        if folder.suffix.lower() not in RECORD_SUFFIXES | SUFFIXES:
            raise CorpusError(
                f"{folder}: neither a folder nor a .jsonl, .csv or .parquet file with a row a text"
            )
        return [(folder.name, folder)]
    if not folder.is_dir():
        raise CorpusError(f"{folder}: there is no such folder; name the one that holds the texts")
    found = sorted(_walk(folder, manifest))
    if not found:
        raise CorpusError(f"{folder}: the folder holds no file; put the texts into it")
    return found


def _walk(folder: Path, manifest: Path | None) -> Iterator[tuple[str, Path]]:
    # A name that is no valid text is shown with replacement characters.
    named = manifest.resolve() if manifest else None
    closed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if Path(root) == folder and "codebook" in folders:
            folders.remove("codebook")
        # What lies behind a link or a closed door is not read, and its row says so.
        links = [name for name in folders if Path(root, name).is_symlink()]
        for name in [*links, *names]:
            path = Path(root, name)
            top = Path(root) == folder and name in NOT_TEXTS
            if name.startswith((".", "~$")) or top or (named and path.resolve() == named):
                continue
            if name.lower().endswith(".json") and is_sidecar(path, names):
                continue
            yield _shown(path, folder), path
    for error in closed:
        if error.filename != os.fspath(folder):
            yield _shown(Path(error.filename), folder), Path(error.filename)


def _shown(path: Path, folder: Path) -> str:
    name = path.relative_to(folder).as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_source(shown: str, path: Path) -> Source:
    """The texts of one file; every fault becomes its reason."""
    try:
        if "\ufffd" in shown:
            raise UnreadableFile("the name of the file is not valid text: rename it")
        if path.suffix.lower() in RECORD_SUFFIXES:
            return _records(shown, path)
        found = read_file(path)
        sidecar, fault = read_sidecar(path)
        faults = (*found.left_out, *filter(None, [fault]))
        return Source(shown, (found,), faults=faults, sidecar=sidecar)
    except UnreadableFile as error:
        return Source(shown, reason=str(error))
    except (MemoryError, RecursionError):
        return Source(shown, reason="the file is too large or nested too deep to read")


def _records(shown: str, path: Path) -> Source:
    content = read_bytes(path)
    refuse_other_type(path.suffix.lower(), content)
    found, digest = read_records(path, content), hashlib.sha256(content).hexdigest()
    texts = tuple(FileText(row["text"], found.encoding, digest) for row in found.rows.values())
    faults = [f"row {number}: {fault}" for number, fault in found.faults.items()]
    if found.n_blank:
        faults.append(f"{counted(found.n_blank, 'row')} without anything in them")
    return Source(shown, texts, found.rows, tuple(faults))
