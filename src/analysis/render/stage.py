"""Writing so that the last good report stays whole until the next one is.

A run writes into a folder of its own inside the output (the same disk, so that moving costs
nothing). When all is done its files take the places of the last run's, and if one of them cannot
(a PDF open in a program that locks it), all are put back. A manifest lists what a run wrote; a file
that is not in it is not ours: it is left alone, or kept under another name if it is in our way.
"""

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from analysis.render.errors import RenderError

__all__ = ["MANIFEST", "check_output", "staged"]

MANIFEST = ".standpoint-{kind}.json"
PREFIX = ".standpoint-"
STALE = 24 * 3600  # seconds: no run takes a day


def check_output(output: Path) -> None:
    """Make the output folder and see that it can be written, before any long work.

    Raises
    ------
    RenderError
        When it cannot be made or written, or is a file.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=PREFIX, dir=output):
            pass
    except OSError as error:
        reason = "it is a file" if output.is_file() else error.strerror or str(error)
        raise RenderError(
            f"output folder {output} cannot be written ({reason}); choose another with --output"
        ) from error


@contextmanager
def staged(output: Path, *, kind: str = "report") -> Iterator[Path]:
    """A folder to write to, whose files replace those of the last run when all went well.

    Only what the last run of the same ``kind`` wrote is replaced: tables written into a folder of
    reports leave the reports.

    Raises
    ------
    RenderError
        When the output cannot be written, or the run wrote nothing.
    """
    check_output(output)
    _forget(output)
    work = Path(tempfile.mkdtemp(prefix=PREFIX, dir=output))
    stage = work / "new"
    stage.mkdir()
    try:
        yield stage
        _publish(stage, work / "old", output, MANIFEST.format(kind=kind))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _forget(output: Path) -> None:
    """Remove what a run that was killed left behind; a run of today may still be at work."""
    for folder in output.glob(f"{PREFIX}*"):
        if folder.is_dir() and time.time() - folder.stat().st_mtime > STALE:
            shutil.rmtree(folder, ignore_errors=True)


def _publish(stage: Path, aside: Path, output: Path, manifest: str) -> None:
    """Put the new files in place, then remove those of the last run that have no successor."""
    new = sorted(path.relative_to(stage) for path in stage.rglob("*") if path.is_file())
    if not new:
        raise RenderError(f"the run wrote nothing for {output}; the last report stays as it was")
    ours = _last(output / manifest)
    replaced: list[Path] = []
    try:
        for path in new:
            if (output / path).exists() and path not in ours:
                (output / path).replace(_free(output / path))
            if (output / path).exists():
                _move(output / path, aside / path)
            replaced.append(path)
            _move(stage / path, output / path)
    except OSError as error:
        _put_back(replaced, aside, output)
        raise RenderError(
            f"{output / path} cannot be replaced ({error.strerror}); close what has it open, or "
            "choose another --output; the last report stays as it was"
        ) from error
    _remove(ours - set(new), output)
    listed = json.dumps([path.as_posix() for path in new], indent=0) + "\n"
    (output / manifest).write_text(listed, encoding="utf-8")


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)


def _put_back(replaced: list[Path], aside: Path, output: Path) -> None:
    """Undo a move that could not be finished, as far as the disk lets us."""
    for path in reversed(replaced):
        with suppress(OSError):
            (output / path).unlink(missing_ok=True)
            if (aside / path).exists():
                _move(aside / path, output / path)


def _free(path: Path) -> Path:
    """A name beside ``path`` that is not taken: ``index.kept.html``, ``index.kept2.html`` ..."""
    number = 1
    while True:
        kept = path.with_name(f"{path.stem}.kept{number if number > 1 else ''}{path.suffix}")
        if not kept.exists():
            return kept
        number += 1


def _last(manifest: Path) -> set[Path]:
    """The files that the last run wrote, relative to the output folder."""
    try:
        names = json.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    paths = {Path(name) for name in names if isinstance(name, str)}
    return {path for path in paths if not path.is_absolute() and ".." not in path.parts}


def _remove(paths: set[Path], output: Path) -> None:
    """Remove files of ours, and folders that become empty by it."""
    for path in sorted(paths):
        (output / path).unlink(missing_ok=True)
        for folder in (output / path).parents:
            if folder == output or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
