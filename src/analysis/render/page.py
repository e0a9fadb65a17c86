"""The HTML of a notebook: one file that asks nothing of the network.

Words go through pandoc (as for the PDF, so that both read the same Markdown), outputs stand as they
are, and the template adds what a page needs: contents, light and dark, print, and a small script
with which a reader filters and sorts tables.
"""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache

import jinja2
import nbformat

from analysis import blocks
from analysis.render.front import Front
from analysis.render.parts import Part, convert, fenced, linked, split_parts, title_of

__all__ = ["to_html", "to_index"]

HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)"[^>]*>(?P<words>.*?)</h[23]>', re.DOTALL)
STYLE = re.compile(r'<style class="sp-style">.*?</style>', re.DOTALL)
NUMBER = re.compile(r'<span class="sp-number" data-kind="(?P<kind>\w+)"></span>')
TAG = re.compile(r"<[^>]+>")


def to_html(notebook: nbformat.NotebookNode, name: str, front: Front) -> str:
    """The page of an executed notebook; ``name`` is its name without ending."""
    source = "\n\n".join(
        linked(part.text, "html") if part.kind == "markdown" else _output(part)
        for part in split_parts(notebook, name)
    )
    body = convert(source, "html5", "--mathml")
    return _fill(
        "report.html.j2",
        title=title_of(notebook, name),
        name=name,
        facts=front.facts,
        others=front.titles,
        contents=_contents(body),
        body=_numbered(body),
    )


def to_index(front: Front, pages: Mapping[str, int], tables: Sequence[str] = ()) -> str:
    """The page that finds all: pages of each PDF by the report's name, places of the tables."""
    return _fill("index.html.j2", title="Reports", front=front, pages=pages, tables=tables)


def _output(part: Part) -> str:
    """One output as HTML, in the best form it has."""
    if form := part.form("text/markdown"):
        return form
    if form := part.form("text/html"):
        return fenced(STYLE.sub("", form), "html")
    words = blocks.escape(part.form("text/plain").rstrip())
    return fenced(f'<pre class="sp-plain">{words}</pre>', "html")


def _contents(body: str) -> list[tuple[int, str, str]]:
    """Level, place and words of each heading."""
    return [
        (int(found["level"]), found["id"], TAG.sub("", found["words"]))
        for found in HEADING.finditer(body)
    ]


def _numbered(body: str) -> str:
    """Figures and tables with their running numbers, as in the PDF."""
    counts = {"figure": 0, "table": 0}

    def number(found: re.Match[str]) -> str:
        kind = found["kind"]
        counts[kind] += 1
        return f'<span class="sp-number">{kind.capitalize()} {counts[kind]}.</span> '

    return NUMBER.sub(number, body)


def _fill(template: str, **values: object) -> str:
    script = blocks.template("report.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = _environment().get_template(template)
    return page.render(
        style=blocks.template("blocks.css") + blocks.template("report.css"),
        script=script,
        script_hash=f"sha256-{digest}",
        **values,
    )


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(blocks.template),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
