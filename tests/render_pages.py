"""Small notebooks, and the words of the pages made of them, for the tests of rendering."""

import html
import io
import re
from pathlib import Path

import nbformat
import pypdf
from nbformat.v4 import new_code_cell, new_notebook, new_output

from analysis import blocks
from analysis.render.exporters import HTMLReport, PDFReport

PARAMETERS = "n_rows = 2  # rows to show\nholder: str = ''\nshare: float = 1\nstrict = False"


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
