"""What a person may set: parameters are typed as their notebook declares them, or refused."""

import subprocess
import sys
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell
from render_pages import parameters_cell, saved

from analysis import render

KNOWN = {"0-one": {"n_rows": 2, "holder": ""}, "1-two": {"share": 1.0, "strict": False}}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("n_rows", "8", 8),
        ("holder", "8", "8"),
        ("share", "0.25", 0.25),
        ("strict", "yes", True),
        ("strict", "False", False),
    ],
)
def test_a_parameter_takes_the_type_declared(name: str, text: str, value: object) -> None:
    typed = render.typed_parameters([(name, text)], KNOWN)
    assert typed == {name: value}
    assert type(typed[name]) is type(value)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("n_rows", "eight", "parameter n_rows is 'eight'; give a whole number"),
        ("share", "half", "parameter share is 'half'; give a number"),
        ("strict", "maybe", "parameter strict is 'maybe'; give yes or no"),
        ("n_row", "8", "unknown parameter n_row; .* holder, n_rows, share, strict"),
    ],
)
def test_a_wrong_parameter_is_refused_with_the_remedy(name: str, text: str, words: str) -> None:
    with pytest.raises(render.RenderError, match=words):
        render.typed_parameters([(name, text)], KNOWN)


def test_parameters_are_read_from_the_cell_that_declares_them(tmp_path: Path) -> None:
    path = saved(tmp_path, "0-one", parameters_cell(), new_code_cell("other = 1"))
    assert render.read_parameters([path]) == {
        "0-one": {"n_rows": 2, "holder": "", "share": 1.0, "strict": False}
    }


def test_a_default_may_hold_an_equals_sign_and_run_over_lines(tmp_path: Path) -> None:
    cell = new_code_cell("query = 'a=b'\nyears: list = [\n    1992,  # first\n    2025,\n]")
    cell.metadata["tags"] = ["parameters"]
    path = saved(tmp_path, "0-one", cell)
    assert render.read_parameters([path])["0-one"] == {"query": "a=b", "years": [1992, 2025]}


def test_a_default_that_is_no_plain_value_is_refused(tmp_path: Path) -> None:
    cell = new_code_cell("n_rows = len('abc')", metadata={"tags": ["parameters"]})
    with pytest.raises(render.RenderError, match=r"0-one\.ipynb: a line of the parameters cell"):
        render.read_parameters([saved(tmp_path, "0-one", cell)])


def test_parameters_and_stage_need_no_package_of_the_report() -> None:
    program = (
        "import sys; from analysis import render; "
        "print(sorted({'nbformat', 'papermill', 'nbconvert', 'typst', 'jinja2'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


def test_a_folder_without_notebooks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(render.RenderError, match="no notebook"):
        render.find_notebooks(tmp_path)
    with pytest.raises(render.RenderError, match="does not exist"):
        render.find_notebooks(tmp_path / "none")


def test_a_broken_notebook_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "0-one.ipynb").write_text("{not json", encoding="utf-8")
    with pytest.raises(render.RenderError, match=r"0-one\.ipynb cannot be read as a notebook"):
        render.read_parameters(render.find_notebooks(tmp_path))
