"""Writing so that the last good report stays whole until the next one is.

A run writes into a folder of its own beside the output (the same disk, so that moving costs
nothing). When all is done, its files take the place of the last run's, which a manifest in the
output folder lists; a file that is not in the manifest is not ours and is left alone.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.render.errors import RenderError

__all__ = ["MANIFEST", "check_output", "staged"]

MANIFEST = ".standpoint.json"


def check_output(output: Path) -> None:
    """Make the output folder and see that it can be written, before any long work.

    Raises
    ------
    RenderError
        When it cannot be made or written, or is a file.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".standpoint-", dir=output):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        raise RenderError(
            f"output folder {output} cannot be written ({reason}); choose another with --output"
        ) from error


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """A folder to write to, whose files replace those of the last run when all went well."""
    check_output(output)
    stage = Path(tempfile.mkdtemp(prefix=".standpoint-", dir=output))
    try:
        yield stage
        _publish(stage, output)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _publish(stage: Path, output: Path) -> None:
    """Move the new files into place, then remove those of the last run that have no successor."""
    new = sorted(path.relative_to(stage) for path in stage.rglob("*") if path.is_file())
    if not new:
        raise RenderError(f"the run wrote nothing for {output}; the last report stays as it was")
    old = _last(output)
    try:
        for path in new:
            target = output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (stage / path).replace(target)
    except OSError as error:
        raise RenderError(
            f"{output / path} cannot be replaced ({error.strerror}); close the program that has "
            "it open and run again"
        ) from error
    _remove(output, old - set(new))
    listed = json.dumps([path.as_posix() for path in new], indent=0) + "\n"
    (output / MANIFEST).write_text(listed, encoding="utf-8")


def _last(output: Path) -> set[Path]:
    """The files that the last run wrote and that still lie below the output folder."""
    try:
        names = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    paths = {Path(name) for name in names if isinstance(name, str)}
    return {path for path in paths if not path.is_absolute() and ".." not in path.parts}


def _remove(output: Path, paths: set[Path]) -> None:
    for path in paths:
        (output / path).unlink(missing_ok=True)
        parent = (output / path).parent
        while parent != output and parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent
