"""What was computed once is kept: a folder a study, a folder a stage, named by content.

A stage is complete or not there at all, so a run that was interrupted goes on where it stopped.
The key of a study changes with anything that can change a result: the files, our own code, the
settings and the versions of the libraries.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import platformdirs

from analysis import tables

__all__ = ["Stages", "cache_dir", "key_of", "prune"]

LIBRARIES = ("numpy", "pandas", "scikit-learn", "scipy")
NO_INPUTS = frozenset({"review.csv"})  # beside the texts, but read after all is computed
KEPT = 12  # enough for a few corpora and settings; older studies are dropped


def cache_dir() -> Path:
    """Where studies are kept: STANDPOINT_CACHE, else the user's cache folder."""
    return Path(os.environ.get("STANDPOINT_CACHE") or platformdirs.user_cache_dir("standpoint"))


def key_of(roots: Sequence[Path | None], settings: Mapping[str, object]) -> str:
    """A hash of the names and contents of files and folders, the settings, code and libraries."""
    digest = hashlib.sha256()
    for root in (*roots, Path(__file__).parent):
        for name, content in _contents(root):
            digest.update(f"{name}\0{content}\0".encode("utf-8", "surrogateescape"))
        digest.update(b"\1")
    versions = {library: version(library) for library in LIBRARIES}
    digest.update(json.dumps({**settings, **versions}, sort_keys=True).encode())
    return digest.hexdigest()


def _contents(root: Path | None) -> Iterator[tuple[str, str]]:
    """Relative name and hash of every file, in order; an unreadable file counts by its name."""
    if root is None:
        return
    paths = sorted(root.rglob("*")) if root.is_dir() else [root]
    for path in paths:
        name = path.relative_to(root).as_posix() if root.is_dir() else path.name
        if path.suffix == ".pyc" or name in NO_INPUTS or not path.is_file():
            continue
        try:
            with path.open("rb") as handle:
                content = hashlib.file_digest(handle, "sha256").hexdigest()
        except OSError:
            content = "unreadable"
        yield name, content


class Stages:
    """The stages of one study: each gives and takes values and frames by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, stage: str) -> dict[str, object] | None:
        """What a stage made, or None where it has to be computed."""
        place = self.folder / stage
        if not place.is_dir():
            return None
        try:
            made = json.loads((place / "values.json").read_text("utf-8"))
            frames = {path.stem: pd.read_parquet(path) for path in sorted(place.glob("*.parquet"))}
        except (OSError, ValueError):  # a damaged cache is made anew, never trusted
            shutil.rmtree(place, ignore_errors=True)
            return None
        checked = {
            name: tables.check(name, frame) if name in tables.TABLES else frame
            for name, frame in frames.items()
        }
        return made | checked

    def write(self, stage: str, made: Mapping[str, object]) -> None:
        """Keep what a stage made: frames as Parquet, anything else as JSON."""
        self.folder.mkdir(parents=True, exist_ok=True)
        place = Path(tempfile.mkdtemp(prefix=".", dir=self.folder))
        frames = {name: value for name, value in made.items() if isinstance(value, pd.DataFrame)}
        values = {name: value for name, value in made.items() if name not in frames}
        for name, frame in frames.items():
            frame.to_parquet(place / f"{name}.parquet")
        (place / "values.json").write_text(json.dumps(values), "utf-8")
        try:
            place.rename(self.folder / stage)
        except OSError:  # another kernel was quicker; its tables are the same
            shutil.rmtree(place, ignore_errors=True)


def prune(cache: Path) -> None:
    """Drop all but the newest studies."""
    kept = sorted(
        (path for path in cache.iterdir() if path.is_dir()),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )
    for path in kept[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
