"""Rendering: every output stands in every report, and a failed run leaves the last one whole."""

import html
import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pandas as pd
import pypdf
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis import blocks, render
from analysis.figures import style
from analysis.render.exporters import HTMLReport, PDFReport
from analysis.render.run import run_notebooks

FRONT = {"corpus": "3 files → 2 documents", "cut_off": "2031-05-04", "run_id": "f00d"}
PARAMETERS = "n_rows = 2  # rows to show\nholder: str = ''\nshare: float = 1\nstrict = False"

HARD = [
    "The *deep* _concern_ of all",
    "#set text(red) costs $5 & 6 <b>no</b> > 4",
    r"a\b \n c:\temp",
    "\"quoted\" ‘single’ “double” 'x'",
    "mail a@b.c ~ tilde ^ caret ` tick ``` fence",
    "100 % // comment /* c */ -- --- ... (C) <label> @ref",
    "Совет «отметил» № 5 — ёЁ, Ἑλλάς, Հայաստան, საქართველო",
    "= heading + list - list / term: [x] {y} |z| #{1+1}",
    "a line wrapped\n    in the file",
    "https://example.org/a_b?c=d&e=f → ≥ €",
]


def notebook_of(*cells: nbformat.NotebookNode) -> nbformat.NotebookNode:
    return new_notebook(cells=list(cells))


def shown(*forms: object) -> nbformat.NotebookNode:
    """A code cell that was run and shows blocks, or outputs given by MIME type."""
    outputs = [
        new_output("display_data", f._repr_mimebundle_() if isinstance(f, blocks.Block) else f)
        for f in forms
    ]
    return new_code_cell("hidden_code()", outputs=outputs)


def saved(folder: Path, name: str, *cells: nbformat.NotebookNode) -> Path:
    path = folder / f"{name}.ipynb"
    nbformat.write(notebook_of(*cells), path)
    return path


def parameters_cell() -> nbformat.NotebookNode:
    return new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})


def exported(notebook: nbformat.NotebookNode) -> tuple[str, bytes]:
    resources = {"metadata": {"name": "0-test"}}
    return (
        HTMLReport().from_notebook_node(notebook, dict(resources))[0],
        PDFReport().from_notebook_node(notebook, dict(resources))[0],
    )


def page_words(page: str) -> str:
    body = re.search(r"<main.*</main>", page, re.DOTALL)[0]
    return html.unescape(re.sub(r"<[^>]+>", "", body))


def pdf_words(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def bare(words: str) -> str:
    """Without white space: a line break of the page is nobody's character."""
    return re.sub(r"\s+", "", words)


# ---- parameters


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


# ---- the output folder


def test_an_output_that_cannot_be_written_is_found_out_first(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for output in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(render.RenderError, match="cannot be written"):
            render.check_output(output)


def publish(output: Path, **files: str) -> None:
    with render.staged(output) as stage:
        for name, words in files.items():
            path = stage / name.replace("_", "/")
            path.parent.mkdir(exist_ok=True)
            path.write_text(words, encoding="utf-8")


def contents(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name != ".standpoint-report.json"
    }


def test_new_files_replace_those_of_the_last_run_and_no_others(tmp_path: Path) -> None:
    publish(tmp_path, index="old", tables_gone="old")
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    publish(tmp_path, index="new", tables2_a="new")
    assert contents(tmp_path) == {"index": "new", "mine.txt": "mine", "tables2/a": "new"}
    assert not (tmp_path / "tables").exists()


def test_a_file_of_the_users_in_our_way_is_kept(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("mine", encoding="utf-8")
    publish(tmp_path, index="ours")
    assert contents(tmp_path) == {"index": "ours", "index.kept": "mine"}


def test_a_failed_run_leaves_the_last_report_whole(tmp_path: Path) -> None:
    publish(tmp_path, index="old")
    with pytest.raises(TypeError):
        publish(tmp_path, index="half", next=None)
    assert contents(tmp_path) == {"index": "old"}
    with pytest.raises(render.RenderError, match="wrote nothing"), render.staged(tmp_path):
        pass
    assert contents(tmp_path) == {"index": "old"}


def test_what_a_killed_run_left_is_removed_the_next_day(tmp_path: Path) -> None:
    for name, age in ((".standpoint-old", 2 * 24 * 3600), (".standpoint-running", 60)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    publish(tmp_path, index="x")
    assert not (tmp_path / ".standpoint-old").exists()
    assert (tmp_path / ".standpoint-running").exists()


def test_a_locked_file_puts_all_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, a="old", b="old")
    move = Path.replace

    def locked(path: Path, target: Path) -> Path:
        if path == tmp_path / "b":
            raise PermissionError(13, "Permission denied")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(render.RenderError, match="b cannot be replaced"):
        publish(tmp_path, a="new", b="new", c="new")
    assert contents(tmp_path) == {"a": "old", "b": "old"}


# ---- what stands in a report


def test_quotations_stand_to_the_letter_in_html_and_pdf() -> None:
    rows = pd.DataFrame({"quote": HARD, "path": "a_b.txt", "start": 1, "end": 9})
    for block in (blocks.Table(rows), blocks.Evidence("So.", rows)):
        page, pdf = exported(notebook_of(new_markdown_cell("# T"), shown(block)))
        for quote in HARD:
            assert blocks.one_line(quote) in page_words(page)
            assert bare(quote) in bare(pdf_words(pdf))


def test_every_kind_of_output_stands_in_both() -> None:
    printed = new_output("stream", name="stdout", text="printed line\n")
    result = new_output("execute_result", {"text/plain": "'a value'"}, execution_count=1)
    notebook = notebook_of(
        new_markdown_cell("# A title?\n\nWords with $x^2$ and a note.[^1]\n\n[^1]: Below."),
        parameters_cell(),
        new_code_cell("hidden_code()", outputs=[printed, result]),
        shown(
            {"text/html": pd.DataFrame({"town": ["Aldmoor"], "n": [7]}).to_html()},
            {"text/html": "<p>foreign words</p>", "text/plain": "x"},
            {"text/markdown": "some *marked* words"},
            {"application/x-unknown": "?"},
            blocks.Text("A passage."),
        ),
    )
    page, pdf = exported(notebook)
    for words in (page_words(page), pdf_words(pdf)):
        for expected in (
            "A title?",
            "Below.",
            "printed line",
            "'a value'",
            "Aldmoor",
            "foreign words",
            "marked",
            "x-unknown",
            "A passage.",
        ):
            assert expected in words
        assert "hidden_code" not in words
        assert "n_rows" not in words
    assert "<math" in page


def test_a_picture_without_alt_text_stops_the_report() -> None:
    notebook = notebook_of(new_markdown_cell("# T"), shown({"image/png": "iVBORw0KGgo="}))
    with pytest.raises(render.RenderError, match="cell 2 shows a picture without alt text"):
        exported(notebook)


@pytest.mark.parametrize("words", ["![map](map.png)", "![map][1]", 'a <img src="map.png">'])
def test_a_picture_of_a_markdown_cell_stops_the_report(words: str) -> None:
    with pytest.raises(render.RenderError, match="cell 2 links to a picture"):
        exported(notebook_of(new_markdown_cell("# T"), new_markdown_cell(words)))


def test_every_cell_may_have_a_footnote_one() -> None:
    cells = [new_markdown_cell(f"Ports {n}.[^1]\n\n[^1]: Note for {n}.") for n in ("a", "b")]
    page, pdf = exported(notebook_of(new_markdown_cell("# T"), *cells))
    for words in (page_words(page), pdf_words(pdf)):
        assert "Note for a." in words
        assert "Note for b." in words


def test_markdown_means_the_same_in_both() -> None:
    words = r"""# T

Ports <b>and</b> "water" @aldmoor, \textbf{x}, $\frac{a}{b}$.

| a | b |
|---|---|
| Aldmoor | 7 |

1. first
"""
    page, pdf = exported(notebook_of(new_markdown_cell(words)))
    for read in (page_words(page), pdf_words(pdf)):
        for expected in ('Ports <b>and</b> "water" @aldmoor', "Aldmoor", "first"):
            assert expected in read
    assert "<mfrac>" in page


def test_the_pdf_is_tagged_titled_and_describes_its_figures() -> None:
    axes = style.axes(2)
    axes.bar(["ports", "water"], [3, 2])
    picture = blocks.Picture(axes, alt="Ports in 3 passages, water in 2", title="Ports lead")
    page, pdf = exported(notebook_of(new_markdown_cell("# T & U"), shown(picture)))
    catalog = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert b"pdfuaid" in pdf
    assert b"Ports in 3 passages, water in 2" in pdf
    assert "water" in pdf_words(pdf)
    assert "Figure 1. Ports lead" in pdf_words(pdf)
    assert "Figure 1. Ports lead" in page_words(page)
    assert "<title>T &amp; U</title>" in page


def test_a_character_without_a_glyph_is_shown_by_its_code_point() -> None:
    axes = style.axes(1)
    axes.bar(["港"], [1])
    picture = blocks.Picture(axes, alt="One bar for 港 with 1", title="A 港")
    words = new_markdown_cell("# T 中\n\n## 水 und Wasser")
    page, pdf = exported(notebook_of(words, shown(blocks.Text("An 中 \ue000"), picture)))
    assert all(letter in page for letter in "中水港")
    assert all(point in pdf_words(pdf) for point in ("T U+4E2D", "U+6C34", "‹U+6E2F›", "U+E000"))
    assert "of 4 kinds" in pdf_words(pdf)
    assert "und-" not in pdf_words(pdf)


def test_links_to_other_notebooks_lead_to_their_reports() -> None:
    page, pdf = exported(notebook_of(new_markdown_cell("# T\n\n[next](1-next.ipynb)")))
    assert 'href="1-next.html"' in page
    assert b"(1-next.pdf)" in pdf


def test_the_page_asks_nothing_of_the_network() -> None:
    page, _ = exported(notebook_of(new_markdown_cell("# T"), shown(blocks.Text("x"))))
    assert "default-src 'none'" in page
    assert not re.findall(r"<(?:link|img|iframe|script)[^>]+(?:src|href)=", page)
    assert not re.findall(r"@import|url\((?!#)", page)
    assert "sp-style" not in page


def test_a_long_table_is_quick_and_repeats_its_head() -> None:
    rows = pd.DataFrame({"n": range(300), "quote": ["So it was said, and noted. " * 4] * 300})
    _, pdf = exported(notebook_of(new_markdown_cell("# T"), shown(blocks.Table(rows))))
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) > 5
    assert all("Quote" in page for page in pages[:-1])


# ---- a whole run


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


def test_the_manifest_lists_what_was_written(tmp_path: Path) -> None:
    publish(tmp_path, index="x")
    assert json.loads((tmp_path / ".standpoint-report.json").read_text("utf-8")) == ["index"]


def test_the_first_failure_ends_the_notebooks_that_still_run(tmp_path: Path) -> None:
    slow = saved(tmp_path, "0-slow", new_code_cell("import time; time.sleep(600)"))
    bad = saved(tmp_path, "1-bad", new_code_cell("raise KeyError('Aldmoor')"))
    with pytest.raises(render.RenderError, match=r"1-bad\.ipynb, cell 1: KeyError"):
        run_notebooks([slow, bad], {}, progress=False)
