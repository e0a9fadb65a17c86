"""Every kind of output stands in the page and in the PDF, to the letter."""

import io
import re

import pandas as pd
import pypdf
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from render_pages import bare, exported, notebook_of, page_words, parameters_cell, pdf_words, shown

from analysis import blocks, render
from analysis.figures import style

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


@pytest.mark.parametrize("n_lines", range(30, 46, 3))
def test_a_heading_and_its_words_stand_on_the_page_of_their_table(n_lines: int) -> None:
    rows = [["Skerry " * 60, "Tarn " * 60]] * 3
    table = blocks.Table(pd.DataFrame(rows, columns=["one", "two"]), "Two ports")
    filler = "\n\n".join(["Words."] * n_lines)
    _, pdf = exported(
        notebook_of(
            new_markdown_cell(f"# T\n\n{filler}\n\n## Of ports\n\nTwo ports are compared."),
            shown(table),
        )
    )
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    at = [
        next(n for n, page in enumerate(pages) if words in page)
        for words in ("Of ports", "Two ports are compared", "Table 1", "Skerry Skerry")
    ]
    assert len(set(at)) == 1


def test_a_small_table_is_not_divided_between_pages() -> None:
    table = blocks.Table(pd.DataFrame({"port": [f"port {n}" for n in range(12)]}), "Ports")
    filler = new_markdown_cell("# T\n\n" + "\n\n".join(["Words."] * 30))
    _, pdf = exported(notebook_of(filler, shown(table)))
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert [all(f"port {n}" in page for n in range(12)) for page in pages] == [False, True]
