"""All notebooks of a run to their reports, and the page that finds them."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import nbformat

from analysis.render.errors import RenderError
from analysis.render.page import to_index
from analysis.render.parameters import read_parameters, refuse_unknown
from analysis.render.parts import Front, title_of
from analysis.render.pdf import count_pages
from analysis.render.run import run_notebooks

__all__ = ["Reports", "render_reports"]

HEADINGS = {"corpus": "Corpus", "cut_off": "Cut-off date", "run_id": "Run"}


@dataclass(frozen=True)
class Reports:
    """What a run wrote: the files, and the pages of each PDF by the notebook's name."""

    paths: tuple[Path, ...]
    pages: Mapping[str, int]


def render_reports(
    notebooks: Sequence[Path],
    output: Path,
    parameters: Mapping[str, object] | None = None,
    *,
    front: Mapping[str, str] | None = None,
    progress: bool = True,
) -> Reports:
    """Run the notebooks and write each as HTML and PDF, with an ``index.html``.

    Parameters
    ----------
    notebooks
        The notebooks, in the order of the index.
    output
        An existing folder, such as the one ``staged`` gives.
    parameters
        Values by name; each notebook takes those it declares. One that none declares is refused.
    front
        What the head of each report says: ``corpus``, ``cut_off``, ``run_id``, and others.
    progress
        Show a bar.

    Raises
    ------
    RenderError
        For an unknown parameter, before anything runs, and for a notebook that fails.
    """
    parameters, front = parameters or {}, front or {}
    known = read_parameters(notebooks)
    refuse_unknown(parameters, known)
    taken = {
        name: {key: parameters[key] for key in declared if key in parameters}
        for name, declared in known.items()
    }
    executed = run_notebooks(notebooks, taken, progress=progress)
    return _write(dict(zip(known, executed, strict=True)), output, front)


def _write(
    executed: Mapping[str, nbformat.NotebookNode], output: Path, front: Mapping[str, str]
) -> Reports:
    """Each executed notebook as HTML and PDF, and the page that finds them."""
    from analysis.render.exporters import HTMLReport, PDFReport

    shared = Front(
        facts={
            HEADINGS.get(key, key.replace("_", " ").capitalize()): str(value)
            for key, value in front.items()
            if value
        },
        when=_date(front.get("cut_off", "")),
        titles={name: title_of(notebook, name) for name, notebook in executed.items()},
    )
    exporters = (HTMLReport(), PDFReport())
    paths, pages = [], {}
    for name, notebook in executed.items():
        for exporter in exporters:
            resources = {"metadata": {"name": name}, "front": shared}
            page, _ = exporter.from_notebook_node(notebook, resources)
            content = page if isinstance(page, bytes) else page.encode()
            paths.append(_put(output / f"{name}{exporter.file_extension}", content))
        pages[name] = count_pages(content)
    paths.append(_put(output / "index.html", to_index(shared, pages).encode()))
    return Reports(tuple(paths), pages)


def _date(cut_off: str) -> datetime:
    """The date of the files: SOURCE_DATE_EPOCH, else the corpus' own last day, else a fixed one."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH", ""):
        return datetime.fromtimestamp(int(epoch), UTC)
    try:
        return datetime.fromisoformat(cut_off).replace(tzinfo=UTC)
    except ValueError:
        return Front().when


def _put(path: Path, content: bytes) -> Path:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise RenderError(f"{path} cannot be written ({error.strerror})") from error
    return path
