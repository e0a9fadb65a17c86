"""All notebooks of a run to their reports, and the page that finds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from analysis.render.errors import RenderError
from analysis.render.front import Front, dated, headed, until
from analysis.render.parameters import read_parameters, refuse_unknown

__all__ = ["Reports", "render_reports"]


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
        An existing folder, such as the one ``staged`` gives. The index links the tables that lie
        in its ``tables/`` already.
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
    try:
        from analysis.render.run import run_notebooks
    except ModuleNotFoundError as error:
        raise RenderError(
            f"reports need the package {error.name}; install standpoint[report]"
        ) from error
    parameters, front = parameters or {}, front or {}
    known = read_parameters(notebooks)
    refuse_unknown(parameters, known)
    taken = {
        name: {key: parameters[key] for key in declared if key in parameters}
        for name, declared in known.items()
    }
    executed = run_notebooks(notebooks, taken, progress=progress)
    return _write(dict(zip(known, executed, strict=True)), output, front, taken)


def _write(
    executed: Mapping[str, Any],
    output: Path,
    front: Mapping[str, str],
    taken: Mapping[str, Mapping[str, object]],
) -> Reports:
    """Each executed notebook as HTML and PDF, and the page that finds them."""
    from analysis.render.exporters import HTMLReport, PDFReport
    from analysis.render.page import to_index
    from analysis.render.parts import title_of
    from analysis.render.pdf import count_pages

    titles = {name: title_of(notebook, name) for name, notebook in executed.items()}
    shared = Front(headed(front), dated(front.get("cut_off", "")), titles)
    paths, pages = [], {}
    for name, notebook in executed.items():
        own = replace(shared, facts=headed(until(front, str(taken[name].get("until", "")))))
        resources = {"metadata": {"name": name}, "front": own}
        page, _ = HTMLReport().from_notebook_node(notebook, dict(resources))
        pdf, _ = PDFReport().from_notebook_node(notebook, dict(resources))
        paths.append(_put(output / f"{name}.html", page.encode()))
        paths.append(_put(output / f"{name}.pdf", pdf))
        pages[name] = count_pages(pdf)
    files = sorted(path.relative_to(output).as_posix() for path in output.glob("tables/*.csv"))
    paths.append(_put(output / "index.html", to_index(shared, pages, files).encode()))
    return Reports(tuple(paths), pages)


def _put(path: Path, content: bytes) -> Path:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise RenderError(f"{path} cannot be written ({error.strerror})") from error
    return path
