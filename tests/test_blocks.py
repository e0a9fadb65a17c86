"""Blocks: every form keeps every character, and nothing unreadable is let through."""

import html
import re

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis import blocks

HARD = [
    "The *deep* _concern_ of all",
    "#set text(red) costs $5 & 6 <b>no</b> > 4",
    r"a\b \n c:\temp \u{41}",
    "\"quoted\" ‘single’ “double” 'x'",
    "mail a@b.c ~ tilde ^ caret ` tick ``` fence",
    "100 % // comment /* c */ -- --- ... (C) <label> @ref",
    "Совет «отметил» № 5 — ёЁ",
    "= heading + list - list / term: [x] {y} |z|",
]
ROWS = pd.DataFrame(
    {
        "quote": HARD,
        "path": "notes/first_file.txt",
        "start": range(len(HARD)),
        "end": range(40, 40 + len(HARD)),
        "holder": "Meridian Compact|Lowland Pact",
    }
)


def words_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def strings_of(typst: str) -> list[str]:
    """The string literals of typst source, read back."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"', typst)
    escapes = {"n": "\n", "r": "\r", "t": "\t"}
    return [re.sub(r"\\(.)", lambda m: escapes.get(m[1], m[1]), text) for text in found]


def bars() -> Figure:
    figure = Figure(figsize=(3, 2))
    figure.subplots().bar(["ports", "water & <salt>"], [3, 2])
    return figure


@pytest.mark.parametrize("quote", HARD)
@pytest.mark.parametrize(
    "block",
    [
        blocks.Table(ROWS),
        blocks.Evidence("Eight passages say so.", ROWS),
        blocks.Stack(*map(blocks.Text, HARD)),
    ],
    ids=["table", "evidence", "text"],
)
def test_hard_characters_survive_in_every_form(block: blocks.Block, quote: str) -> None:
    assert quote in words_of(block.html())
    assert quote in strings_of(block.typst())
    assert quote in block.plain()


def test_a_block_gives_html_typst_and_plain_text() -> None:
    bundle = blocks.Text("Three texts.")._repr_mimebundle_()
    assert list(bundle) == ["text/html", blocks.TYPST, "text/plain"]
    assert repr(blocks.Text("Three texts.")) == bundle["text/plain"] == "Three texts."


def test_the_display_form_joins_wrapped_lines_and_shows_control_characters() -> None:
    assert blocks.one_line("of\r\n   the\u00a0Pact\x01 ") == "of the Pact␁"


def test_a_blank_line_begins_a_paragraph() -> None:
    assert blocks.Text("One\nline.\n\nTwo.").html().count("<p>") == 2


def test_an_unknown_kind_of_text_is_refused() -> None:
    with pytest.raises(blocks.BlockError, match="choose 'paragraph' or 'note'"):
        blocks.Text("x", kind="shout")


def test_every_rule_of_the_style_stays_in_its_block() -> None:
    page = blocks.Text("x")._repr_mimebundle_()["text/html"]
    style = re.search(r"<style[^>]*>(.*?)</style>", page, re.DOTALL)[1]
    selectors = re.findall(r"([^{}]+)\{", style)
    assert selectors
    assert all(part.strip().startswith(".sp-") for s in selectors for part in s.split(","))


# ---- tables


def test_a_table_shows_the_columns_chosen_under_their_headings() -> None:
    table = blocks.Table(ROWS, columns=["holder", "path"], headings={"path": "File"})
    assert table.headings == ["Holder", "File"]
    assert table.rows[0] == ("Meridian Compact · Lowland Pact", "notes/first_file.txt")


def test_an_empty_table_says_so_in_words() -> None:
    table = blocks.Table(ROWS.head(0), "Positions", empty="No position was found.")
    assert "<table" not in table.html()
    assert all("No position was found." in form for form in (table.html(), table.typst()))


def test_a_table_without_columns_is_empty_too() -> None:
    assert "Nothing yet." in blocks.Table(pd.DataFrame(), empty="Nothing yet.").html()


@pytest.mark.parametrize("argument", ["columns", "headings"])
def test_a_column_that_is_not_there_is_refused_with_those_that_are(argument: str) -> None:
    with pytest.raises(blocks.BlockError, match="name hodler; the frame has quote, path"):
        blocks.Table(ROWS, **{argument: {"hodler": "Holder"}})


@pytest.mark.parametrize(
    ("values", "kind", "cells"),
    [
        ([1, 20], "number", ["1", "20"]),
        ([0.5, float("nan")], "number", ["0.50", ""]),
        (pd.array([3, None], dtype="Int64"), "number", ["3", ""]),
        ([True, False], "short", ["yes", "no"]),
        (["2022-05-16", ""], "short", ["2022-05-16", ""]),
        (["https://example.org/a?b=1", ""], "link", ["https://example.org/a?b=1", ""]),
        (["a longer run of words", "x"], "text", ["a longer run of words", "x"]),
        (["notes/a.txt:3-40", "b:1-2"], "place", ["notes/a.txt:3-40", "b:1-2"]),
        (["javascript:alert(1)", "https://example.org"], "text", None),
    ],
)
def test_cells_are_set_by_what_they_are(values: list, kind: str, cells: list[str] | None) -> None:
    table = blocks.Table(pd.DataFrame({"x": values}))
    assert table.kinds == [kind]
    assert cells is None or [row[0] for row in table.rows] == cells


def test_a_marked_row_is_set_apart() -> None:
    table = blocks.Table(ROWS.head(2), highlight=[False, True])
    assert table.html().count('class="sp-mark"') == 1
    assert "marks: (1, )" in table.typst()


def test_a_quotation_with_a_bar_is_no_list() -> None:
    table = blocks.Table(pd.DataFrame({"quote": ["a | b|c"]}))
    assert table.rows == [("a | b|c",)]


def test_short_columns_keep_their_width_and_long_ones_share_the_rest() -> None:
    table = blocks.Table(
        pd.DataFrame({"date": ["2022-05-16"], "quote": ["so it was said " * 30], "n": [3]})
    )
    assert [width.endswith("fr") for width in table.layout.columns] == [False, True, False]


def test_a_table_turns_the_page_only_where_its_words_do_not_fit() -> None:
    wide = pd.DataFrame({f"heading number {i}": ["several words here"] for i in range(14)})
    assert blocks.Table(wide).layout.wide
    assert not blocks.Table(wide, wide=False).layout.wide
    assert not blocks.Table(wide.iloc[:, :6]).layout.wide


def test_a_column_empty_in_every_row_gives_way_to_a_sentence() -> None:
    table = blocks.Table(pd.DataFrame({"town": ["Aldmoor", "Brack"], "outlet": ["", ""]}))
    assert table.headings == ["Town"]
    assert table.note == "No row has a value for Outlet."


def test_a_redline_shows_what_went_and_what_came() -> None:
    table = blocks.Table(
        pd.DataFrame({"redline": ["Joint [-patrols-] {+forces & fleets+} go on."]})
    )
    assert "Joint <del>patrols</del> <ins>forces &amp; fleets</ins> go on." in table.html()
    assert table.kinds == ["redline"]


def test_a_table_too_long_to_print_says_so_in_the_pdf_and_is_whole_in_html() -> None:
    table = blocks.Table(pd.DataFrame({"n": range(12)}), note="By number.", printed=10)
    assert "The first 10 of 12 rows; the HTML report has all. By number." in table.typst()
    assert '"11"' not in table.typst()
    assert ">11<" in table.html()


# ---- pictures


@pytest.mark.parametrize(
    "alt", ["", "  ", "figure", "Figure 1", "A chart.", "TODO", "alt text", "image", "bars of it"]
)
def test_a_placeholder_is_no_alt_text(alt: str) -> None:
    with pytest.raises(blocks.BlockError, match="say in words what the figure shows"):
        blocks.Picture(bars(), alt=alt, title="Ports lead")


def test_a_picture_takes_axes_or_a_figure_and_nothing_else() -> None:
    alt = "Ports in 3 passages and water in 2"
    figure = bars()
    assert blocks.Picture(figure.axes[0], alt=alt).svg == blocks.Picture(figure, alt=alt).svg
    with pytest.raises(blocks.BlockError, match="a Picture takes a matplotlib Figure"):
        blocks.Picture("ports.png", alt=alt)


def test_the_words_of_a_figure_are_words_and_the_same_figure_the_same_bytes() -> None:
    first, second = (blocks.Picture(bars(), alt="Ports 3, water and salt 2") for _ in range(2))
    assert first.html() == second.html()
    assert "water &amp; &lt;salt&gt;</text>" in first.svg


def test_two_figures_in_one_page_share_no_name_and_no_style() -> None:
    pages = [blocks.Picture(bars(), alt=f"Ports {n}, water and salt 2").html() for n in (3, 4)]
    names = [set(re.findall(r'\bid="([^"]+)"', page)) for page in pages]
    assert names[0]
    assert not names[0] & names[1]
    for page, own in zip(pages, names, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", page)) <= own
        assert re.findall(r"<style[^>]*>(\S+)", page)[0].lstrip("#") in own
        assert 'role="img" aria-label="Ports' in page


# ---- evidence


def test_evidence_names_each_passage_by_file_and_characters() -> None:
    page = blocks.Evidence("They say so.", ROWS.head(2)).html()
    assert "<summary>2 passages</summary>" in page
    assert "notes/first_file.txt:1-41" in words_of(page)
    assert "Meridian Compact · Lowland Pact" in page


def test_evidence_without_a_place_is_refused() -> None:
    with pytest.raises(blocks.BlockError, match="without column end"):
        blocks.Evidence("They say so.", ROWS.drop(columns="end"))
