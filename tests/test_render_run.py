"""A whole run: every notebook gives its pages, and the first that fails is named."""

import sys
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell
from render_pages import page_words, parameters_cell, pdf_words, saved

from analysis import render
from analysis.render.run import run_notebooks

FRONT = {"corpus": "3 files → 2 documents", "cut_off": "2031-05-04", "run_id": "f00d"}


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("notebooks")
    saved(
        folder,
        "0-one",
        new_markdown_cell("# Which ports?\n\nWords."),
        parameters_cell(),
        new_code_cell("import sys\nfrom analysis import blocks"),
        new_code_cell("blocks.Stack(blocks.Text(sys.executable), blocks.Text(f'{n_rows} rows'))"),
    )
    saved(folder, "1-two", new_markdown_cell("# And when?"), new_code_cell("40 + 2"))
    return render.find_notebooks(folder)


@pytest.fixture(scope="module")
def reports(notebooks: list[Path], tmp_path_factory: pytest.TempPathFactory) -> render.Reports:
    return with_tables(notebooks, tmp_path_factory.mktemp("reports"))


def with_tables(notebooks: list[Path], output: Path) -> render.Reports:
    (output / "tables").mkdir()
    (output / "tables" / "positions.csv").write_text("position_id\n", encoding="utf-8")
    return render.render_reports(notebooks, output, {"n_rows": 41}, front=FRONT, progress=False)


def test_a_run_writes_html_pdf_and_an_index(reports: render.Reports) -> None:
    names = {path.name for path in reports.paths}
    assert names == {"0-one.html", "0-one.pdf", "1-two.html", "1-two.pdf", "index.html"}
    assert reports.pages == {"0-one": 1, "1-two": 1}
    index = next(path for path in reports.paths if path.name == "index.html")
    words = index.read_text(encoding="utf-8")
    assert all(name in words for name in names - {"index.html"})
    assert "Which ports?" in words
    assert "3 files → 2 documents" in words
    assert 'href="tables/positions.csv"' in words


def test_parameters_reach_the_notebooks_that_declare_them(reports: render.Reports) -> None:
    one, two, _ = (path.read_text("utf-8") for path in reports.paths if path.suffix == ".html")
    assert "41 rows" in page_words(one)
    assert "42" in page_words(two)
    assert sys.executable in page_words(one)  # the kernel is the interpreter that runs us


def test_the_front_stands_in_both(reports: render.Reports) -> None:
    page, pdf = reports.paths[0].read_text(encoding="utf-8"), reports.paths[1].read_bytes()
    for words in (page_words(page), pdf_words(pdf)):
        assert all(value in words for value in FRONT.values())


def test_the_same_input_gives_the_same_bytes(
    notebooks: list[Path], reports: render.Reports, tmp_path: Path
) -> None:
    again = with_tables(notebooks, tmp_path)
    for first, second in zip(reports.paths, again.paths, strict=True):
        assert first.read_bytes() == second.read_bytes(), first.name


def test_an_unknown_parameter_is_refused_before_anything_runs(
    notebooks: list[Path], tmp_path: Path
) -> None:
    with pytest.raises(render.RenderError, match="unknown parameter n_row; the notebooks know"):
        render.render_reports(notebooks, tmp_path, {"n_row": 1}, progress=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise KeyError('Aldmoor')", r"0-bad\.ipynb, cell 3: KeyError: 'Aldmoor'"),
        ("import warnings\nwarnings.warn('old')", r"cell 3 wrote to standard error: .*old"),
    ],
)
def test_a_notebook_that_fails_is_named_with_its_cell(
    tmp_path: Path, code: str, words: str
) -> None:
    path = saved(
        tmp_path, "0-bad", new_markdown_cell("# T"), parameters_cell(), new_code_cell(code)
    )
    with pytest.raises(render.RenderError, match=words) as caught:
        run_notebooks([path], {"0-bad": {"n_rows": 3}}, progress=False)
    assert "\n" not in str(caught.value)


def test_the_first_failure_ends_the_notebooks_that_still_run(tmp_path: Path) -> None:
    slow = saved(tmp_path, "0-slow", new_code_cell("import time; time.sleep(600)"))
    bad = saved(tmp_path, "1-bad", new_code_cell("raise KeyError('Aldmoor')"))
    with pytest.raises(render.RenderError, match=r"1-bad\.ipynb, cell 1: KeyError"):
        run_notebooks([slow, bad], {}, progress=False)
