"""The parameters of the notebooks: which there are, and text turned into the type of each.

A notebook declares its parameters in the cell tagged ``parameters``, each with a default
(``n_topics: int = 0``). The cell is read as Python, not by pattern as papermill does, which would
overlook a default that holds an equals sign; and no kernel and no Jupyter package is needed for it.
"""

import ast
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from analysis.render.errors import RenderError

__all__ = ["find_notebooks", "read_parameters", "refuse_unknown", "typed_parameters"]

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


def read_parameters(notebooks: Iterable[Path]) -> dict[str, dict[str, object]]:
    """The parameters each notebook declares with their defaults, by the notebook's name.

    Raises
    ------
    RenderError
        When a file is no notebook, or a default no plain value (number, text, True or False ...).
    """
    return {path.stem: _declared(path) for path in notebooks}


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


def _declared(path: Path) -> dict[str, object]:
    """Name and default of each parameter of one notebook."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        sources = [
            "".join(cell["source"])
            for cell in cells
            if "parameters" in cell["metadata"].get("tags", [])
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RenderError(
            f"{path} cannot be read as a notebook ({type(error).__name__}: {error})"
        ) from error
    try:
        lines = [line for source in sources for line in ast.parse(source).body]
        return dict(
            _default(line) for line in lines if isinstance(line, (ast.Assign, ast.AnnAssign))
        )
    except (ValueError, SyntaxError) as error:
        raise RenderError(
            f"{path.name}: a line of the parameters cell is not name = plain value ({error})"
        ) from error


def _default(line: ast.Assign | ast.AnnAssign) -> tuple[str, object]:
    """The name and the value of one line; a float where one is announced."""
    target = line.target if isinstance(line, ast.AnnAssign) else line.targets[0]
    value = ast.literal_eval(line.value) if line.value else None
    floating = isinstance(line, ast.AnnAssign) and ast.unparse(line.annotation) == "float"
    return ast.unparse(target), float(value) if floating else value


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
