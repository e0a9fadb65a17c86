"""The parameters of the notebooks: which there are, and text turned into the type of each.

A notebook declares its parameters in the cell tagged ``parameters``, each with a default
(``n_topics: int = 0``). The type is the annotation's, else the default's.
"""

import ast
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import nbformat

from analysis.render.errors import RenderError

__all__ = ["find_notebooks", "read_notebook", "read_parameters", "typed_parameters"]

Known = Mapping[str, Mapping[str, object]]  # notebook -> parameter -> default

YES = {"true", "yes", "on", "1"}
NO = {"false", "no", "off", "0"}


def find_notebooks(folder: Path) -> list[Path]:
    """The notebooks of a folder, by name.

    Raises
    ------
    RenderError
        When the folder does not exist or holds none.
    """
    if not folder.is_dir():
        raise RenderError(f"notebook folder {folder} does not exist; name it with --notebooks")
    found = sorted(folder.glob("*.ipynb"))
    if not found:
        raise RenderError(f"no notebook (*.ipynb) in {folder}; name another with --notebooks")
    return found


def read_notebook(path: Path) -> nbformat.NotebookNode:
    """A notebook, in the current format, as Python whatever kernel it was saved with."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise RenderError(f"{path} cannot be read as a notebook: {reason}") from error
    notebook.metadata["kernelspec"] = {
        "name": "python3",
        "language": "python",
        "display_name": "Python 3",
    }
    return notebook


def read_parameters(notebooks: Iterable[Path]) -> dict[str, dict[str, object]]:
    """The parameters each notebook declares with their defaults, by the notebook's name.

    Raises
    ------
    RenderError
        When a default is not a plain value (a number, a text, True or False, a list ...).
    """
    from papermill import inspect_notebook

    logging.getLogger("papermill").setLevel(logging.ERROR)
    known: dict[str, dict[str, object]] = {}
    for path in notebooks:
        declared = inspect_notebook(read_notebook(path))
        known[path.stem] = {
            name: _default(path, name, entry["default"], entry["inferred_type_name"])
            for name, entry in declared.items()
        }
    return known


def typed_parameters(pairs: Iterable[tuple[str, str]], known: Known) -> dict[str, object]:
    """Names and texts of a command line as values of the declared types.

    >>> typed_parameters([("n_topics", "8")], {"2-topics": {"n_topics": 0}})
    {'n_topics': 8}

    Raises
    ------
    RenderError
        For a name that no notebook declares, and for a text that does not fit the type.
    """
    defaults = {name: value for declared in known.values() for name, value in declared.items()}
    refuse_unknown((name for name, _ in pairs), known)
    return {name: _typed(name, text, defaults[name]) for name, text in pairs}


def refuse_unknown(names: Iterable[str], known: Known) -> None:
    """Raise for the names that no notebook declares, with the list of those declared."""
    declared = sorted({name for parameters in known.values() for name in parameters})
    unknown = sorted(set(names) - set(declared))
    if unknown:
        raise RenderError(
            f"unknown parameter {', '.join(unknown)}; the notebooks know "
            f"{', '.join(declared) or 'none'}"
        )


def _default(path: Path, name: str, words: str, annotation: str) -> object:
    try:
        value = ast.literal_eval(words)
    except (ValueError, SyntaxError) as error:
        raise RenderError(
            f"{path.name}: parameter {name} = {words}; give a plain value in the parameters cell"
        ) from error
    if annotation == "float" and isinstance(value, int):
        return float(value)
    return value


def _typed(name: str, text: str, default: object) -> object:
    """The text as a value of the default's type."""
    if isinstance(default, bool):
        return _truth(name, text)
    if isinstance(default, int):
        return _number(name, text, int, "a whole number")
    if isinstance(default, float):
        return _number(name, text, float, "a number")
    if isinstance(default, str):
        return text
    if isinstance(default, Sequence):
        return [part.strip() for part in re.split(r"[,|]", text) if part.strip()]
    raise RenderError(
        f"parameter {name} is declared as {default!r}; it can be set in the notebook only"
    )


def _truth(name: str, text: str) -> bool:
    if text.lower() in YES | NO:
        return text.lower() in YES
    raise RenderError(f"parameter {name} is {text!r}; give yes or no")


def _number(name: str, text: str, kind: type, words: str) -> object:
    try:
        return kind(text)
    except ValueError as error:
        raise RenderError(f"parameter {name} is {text!r}; give {words}") from error
