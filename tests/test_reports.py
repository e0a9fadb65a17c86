"""The five reports of the invented corpus, as a reader gets them: whole, verbatim and offline."""

import html
import re
from pathlib import Path

import pandas as pd
import pypdf
import pytest
from click.testing import CliRunner

from analysis.cli import main

NAMES = ["0-briefing", "1-sources", "2-topics", "3-themes", "4-chronology"]


@pytest.fixture(scope="module")
def reports(corpus, tmp_path_factory):
    output = tmp_path_factory.mktemp("reports")
    result = CliRunner().invoke(main, ["report", "--corpus", str(corpus), "--output", str(output)])
    assert result.exit_code == 0, result.output
    return output


def squeezed(text):
    """Without white space: a page breaks lines where it likes, and words it leaves alone."""
    return re.sub(r"\s+", "", text)


def words_of(page):
    return squeezed(html.unescape(re.sub(r"<[^>]+>", "", page.read_text("utf-8"))))


def printed(path):
    return squeezed("".join(page.extract_text() for page in pypdf.PdfReader(path).pages))


def test_every_report_is_there_as_html_and_pdf_and_the_index_finds_them(reports):
    index = (reports / "index.html").read_text("utf-8")

    for name in NAMES:
        for ending in ("html", "pdf"):
            assert (reports / f"{name}.{ending}").stat().st_size > 1000
            assert f'href="{name}.{ending}"' in index


def test_every_quote_stands_verbatim_in_html_and_pdf_with_its_place(reports):
    positions = pd.read_csv(reports / "tables" / "positions.csv", keep_default_na=False)
    page, paper = words_of(reports / "4-chronology.html"), printed(reports / "4-chronology.pdf")

    assert len(positions) > 10
    for row in positions.itertuples():
        quote = squeezed(row.quote.replace("\u00ad", ""))
        assert quote in page, row.quote
        assert quote in paper, row.quote
        assert f"{row.path}:{row.start}-{row.end}" in page


@pytest.mark.parametrize("name", [*NAMES, "index"])
def test_a_page_asks_the_network_for_nothing(reports, name):
    page = (reports / f"{name}.html").read_text("utf-8")

    assert "default-src 'none'" in page
    assert not re.findall(r"""(?:src|srcset|@import|url\()\s*=?\s*["']?(?:https?:)?//""", page)
    assert not re.findall(r"<link[^>]+href", page)


def test_no_path_of_the_machine_is_printed(reports, corpus):
    roots = {str(Path.home()), str(reports), str(corpus.parents[1])}

    for path in [*reports.glob("*.html"), *reports.rglob("*.csv")]:
        assert not [root for root in roots if root in path.read_text("utf-8")], path.name


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_its_message_in_words(reports, name):
    page = (reports / f"{name}.html").read_text("utf-8")
    figures = re.findall(r'<svg[^>]*role="img"[^>]*aria-label="([^"]*)"', page)

    assert len(figures) == page.count("<figure")
    assert all(len(alt.split()) > 3 for alt in figures)


def test_every_report_says_what_it_rests_on(reports):
    for name in NAMES:
        assert "10 files" in html.unescape((reports / f"{name}.html").read_text("utf-8"))
