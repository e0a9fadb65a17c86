"""Notebooks executed: papermill's API, one kernel each, two at a time.

Kernels are started with the interpreter that runs us and not with whatever kernel happens to be
installed under the name ``python3``; they talk over sockets in a private folder (ipc), so no port
is opened. What a cell writes to standard error stops the run: a warning is something to mend, and
a kernel's warnings print the paths of the machine.
"""

import logging
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event
from typing import Any

import nbformat
from tqdm import tqdm

from analysis.render.errors import RenderError

__all__ = ["run_notebooks"]

AT_ONCE = 2  # kernels mostly start and import, which two cores do side by side
LONGEST_REASON = 300  # characters of an exception's text in the one-line message


def run_notebooks(
    notebooks: Sequence[Path],
    parameters: Mapping[str, Mapping[str, object]],
    *,
    progress: bool = True,
) -> list[nbformat.NotebookNode]:
    """Each notebook with its outputs, in the order given.

    Parameters
    ----------
    notebooks
        The files; they stay as they are.
    parameters
        Values by the notebook's name and the parameter's; nothing else is passed on.
    progress
        Show one bar over the cells of all notebooks.

    Raises
    ------
    RenderError
        When a cell fails or writes to standard error; names the notebook and the cell.
    """
    # On a new machine matplotlib first lists the fonts, and says so on standard error.
    import matplotlib.font_manager  # noqa: F401

    loaded = [_read(path) for path in notebooks]
    n_cells = sum(cell.cell_type == "code" for notebook in loaded for cell in notebook.cells)
    given = [parameters.get(path.stem, {}) for path in notebooks]
    n_cells += sum(map(bool, given))  # the injected cells
    halt, kernels = Event(), []
    with (
        tqdm(total=n_cells, desc="notebooks", unit="cell", disable=not progress) as bar,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        runs = [
            pool.submit(_run, path, notebook, values, bar.update, halt, kernels)
            for path, notebook, values in zip(notebooks, loaded, given, strict=True)
        ]
        try:
            done, _ = wait(runs, return_when=FIRST_EXCEPTION)
            for run in runs:
                if run in done and run.exception():
                    raise run.exception()  # the first failure ends the others, too
            return [run.result() for run in runs]
        finally:
            halt.set()
            for kernel in kernels:
                kernel.end_now()
            pool.shutdown(wait=False, cancel_futures=True)


def _read(path: Path) -> nbformat.NotebookNode:
    """A notebook in the current format, as Python whatever kernel it was saved with."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        raise RenderError(f"{path} cannot be read as a notebook: {_short(str(error))}") from error
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    notebook.metadata["kernelspec"] = kernel
    return notebook


class _Halted(Exception):
    """Another notebook failed, or the person interrupted: no further cell is begun."""


def _run(
    path: Path,
    notebook: nbformat.NotebookNode,
    parameters: Mapping[str, object],
    step: Callable[[int], object],
    halt: Event,
    kernels: list[Any],
) -> nbformat.NotebookNode:
    """One notebook executed in a kernel of its own."""
    from jupyter_core.utils import ensure_event_loop
    from nbclient.exceptions import DeadKernelError
    from papermill import PapermillException, PapermillExecutionError, execute_notebook

    from analysis.render.kernel import kernel_in

    def go_on(**_: object) -> None:
        if halt.is_set():
            raise _Halted

    logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what it has to say, we say
    with tempfile.TemporaryDirectory(prefix="sp-") as folder:
        try:
            done = execute_notebook(
                notebook,
                None,
                parameters=dict(parameters),
                kernel_name="python3",
                language="python",
                progress_bar=False,
                kernel_manager_class=kernel_in(Path(folder), kernels),
                resources={"metadata": {"path": str(path.parent.resolve())}},
                on_cell_start=go_on,
                on_cell_executed=lambda **_: step(1),
            )
        except PapermillExecutionError as error:
            raise RenderError(
                f"{path.name}, cell {_position(error.cell_index, notebook, parameters)}: "
                f"{error.ename}: {_short(error.evalue)}"
            ) from error
        except (DeadKernelError, PapermillException, RuntimeError) as error:
            raise RenderError(
                f"{path.name}: the kernel stopped ({_short(str(error))}); is there memory left?"
            ) from error
        finally:
            ensure_event_loop().close()  # the one nbclient made for this thread
    _refuse_warnings(path, done, parameters)
    return done


def _position(index: int, notebook: nbformat.NotebookNode, parameters: Mapping[str, object]) -> int:
    """The cell's number as a person counts in the file: from 1, without the injected cell."""
    declared = [
        i for i, cell in enumerate(notebook.cells) if "parameters" in cell.metadata.get("tags", [])
    ]
    return index + 1 - bool(parameters and declared and index > declared[0])


def _refuse_warnings(
    path: Path, notebook: nbformat.NotebookNode, parameters: Mapping[str, object]
) -> None:
    """Stop at the first cell that wrote to standard error."""
    for index, cell in enumerate(notebook.cells):
        number = _position(index, notebook, parameters)
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr" and output.text.strip():
                raise RenderError(
                    f"{path.name}, cell {number} wrote to standard error: "
                    f"{_short(output.text)}; mend its cause, a report shows no warnings"
                )


def _short(text: str) -> str:
    """The gist of an exception's text in one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_REASON else line[: LONGEST_REASON - 3] + "..."
