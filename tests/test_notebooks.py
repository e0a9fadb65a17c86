"""The notebooks keep their shape: a question, typed parameters, one call a cell, no logic."""

import ast
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
LOGIC = (ast.FunctionDef, ast.ClassDef, ast.For, ast.If, ast.While, ast.ListComp, ast.Lambda)
COMMON = ["corpus", "manifest", "codebook", "topic_unit", "n_topics"]


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_the_five_notebooks_are_there():
    assert [path.stem for path in NOTEBOOKS] == [
        "0-briefing",
        "1-sources",
        "2-topics",
        "3-themes",
        "4-chronology",
    ]


def test_a_notebook_opens_with_a_question_and_closes_with_limits_and_sources(notebook):
    headings = [
        line
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("#")
    ]

    assert headings[0].startswith("# ")
    assert headings[0].endswith("?")
    assert headings[-2:] == ["## Limits", "## Sources"]


def test_every_parameter_is_a_plain_value_with_a_comment(notebook):
    cell = next(cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", []))
    lines = cell.source.splitlines()

    assert all("  # " in line for line in lines)
    assert [line.split(" = ")[0] for line in lines][: len(COMMON)] == COMMON
    assert all(isinstance(node.value, ast.Constant) for node in ast.parse(cell.source).body)


def test_a_cell_holds_one_call_and_no_logic(notebook):
    _, load, *rest = code_cells(notebook)

    assert not any(isinstance(node, LOGIC) for node in ast.walk(ast.parse(load.source)))
    for cell in rest:
        tree = ast.parse(cell.source)
        assert len(tree.body) == 1, cell.source
        assert isinstance(tree.body[0], ast.Expr), cell.source
        assert not any(isinstance(node, LOGIC) for node in ast.walk(tree)), cell.source


def test_a_notebook_is_stored_without_outputs(notebook):
    assert all(not cell.outputs and cell.execution_count is None for cell in code_cells(notebook))
