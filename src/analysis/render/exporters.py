"""The reports as exporters of nbconvert, so that Jupyter's own commands give them too::

    jupyter nbconvert --to standpoint-pdf 4-chronology.ipynb

The notebook must have been run. ``resources["front"]`` holds the ``Front`` of the run, if any.
"""

from typing import Any

import nbformat
from nbconvert.exporters import Exporter

from analysis.render.front import Front
from analysis.render.page import to_html
from analysis.render.pdf import to_pdf

__all__ = ["HTMLReport", "PDFReport"]


class HTMLReport(Exporter):
    """One HTML file that asks nothing of the network."""

    export_from_notebook = "Standpoint HTML"
    file_extension = ".html"
    output_mimetype = "text/html"

    def from_notebook_node(
        self, nb: nbformat.NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        nb, resources = super().from_notebook_node(nb, resources, **options)
        return to_html(nb, *_named(resources)), resources


class PDFReport(Exporter):
    """An accessible PDF (PDF/UA-1, PDF/A-2a), without LaTeX or a browser."""

    export_from_notebook = "Standpoint PDF"
    file_extension = ".pdf"
    output_mimetype = "application/pdf"

    def from_notebook_node(
        self, nb: nbformat.NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[bytes, dict[str, Any]]:
        nb, resources = super().from_notebook_node(nb, resources, **options)
        return to_pdf(nb, *_named(resources)), resources


def _named(resources: dict[str, Any]) -> tuple[str, Front]:
    """The notebook's name and the front of its run."""
    name = str(resources.get("metadata", {}).get("name") or "report")
    return name, resources.get("front") or Front()
