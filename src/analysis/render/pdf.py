"""The PDF of a notebook: one call of pandoc for its words, then typst for the page.

Typst is asked for PDF/A-2a and PDF/UA-1, and fails when a picture has no alt text or a character no
glyph. The fonts are named and come from typst and matplotlib, never from the machine, so that the
same notebook gives the same bytes everywhere. A character outside them (Chinese, say, or an emoji)
is set as its code point in a frame, and a note at the end says so; the report is not lost.
"""

import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import zip_longest
from pathlib import Path

import matplotlib
import nbformat
import pandas as pd
from lxml import html as lxml_html

from analysis import blocks
from analysis.render.errors import RenderError
from analysis.render.front import Front
from analysis.render.parts import Part, convert, fenced, linked, split_parts, title_of

__all__ = ["count_pages", "to_pdf"]

STANDARDS = ["a-2a", "ua-1"]
FACES = ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique")
NO_GLYPH = re.compile(
    r"""the\ text\ `"(?P<text>(?:[^"\\]|\\.)+)"`\ could\ not\ be\ displayed   # no font has it
      | contains\ the\ codepoint\ `"(?P<point>(?:[^"\\]|\\.)+)"`             # PDF/A forbids it
    """,
    re.VERBOSE,
)
PAGE = re.compile(rb"/Type\s*/Page\b")
HELD = 1000  # characters; more would leave half a page empty above them
TRIES = 6  # each try names all characters without a glyph; more tries mean another fault


def to_pdf(notebook: nbformat.NotebookNode, name: str, front: Front) -> bytes:
    """The PDF of an executed notebook; ``name`` is its name without ending."""
    title = title_of(notebook, name)
    body = _markup(split_parts(notebook, name))
    head = (
        f"#show: report.with(title: {blocks.literal(title)}, series: {blocks.literal(name)}, "
        f"facts: ({''.join(_pair(k, v) for k, v in front.facts.items())}))\n"
    )
    return _compile(name, head + body, front.when)


def _pair(name: str, words: str) -> str:
    return f"({blocks.literal(name)}, {blocks.literal(words)}), "


def _markup(parts: Sequence[Part]) -> str:
    """The parts as typst: prose through pandoc, outputs as they are.

    A heading and its words stay on the page on which the picture or table below them begins.
    """
    source = "\n\n".join(
        _kept(part, after) if part.kind == "markdown" else _output(part)
        for part, after in zip_longest(parts, parts[1:])
    )
    with tempfile.TemporaryDirectory(prefix="sp-") as folder:
        words = Path(folder) / "alt.lua"
        words.write_text(blocks.template("alt.lua"), encoding="utf-8")
        return convert(source, "typst", "--shift-heading-level-by=-1", f"--lua-filter={words}")


def _kept(part: Part, after: Part | None) -> str:
    """The words of a part, its last heading held by what follows, be it a picture or a table."""
    words = linked(part.text, "pdf")
    if after is None or not after.form(blocks.TYPST).startswith(("#sp-picture(", "#sp-table(")):
        return words
    above, found, last = words.rpartition("\n## ")
    if len(last) > HELD:
        return words
    opening, closing = (fenced(mark, "typst") for mark in ("#sp-held[", "]"))
    return f"{above}\n\n{opening}\n\n{found.lstrip()}{last}\n\n{closing}"


def _output(part: Part) -> str:
    """One output as raw typst, in the best form it has."""
    if form := part.form(blocks.TYPST):
        return fenced(form, "typst")
    if form := part.form("text/markdown"):
        return form
    if form := part.form("text/html"):
        return fenced(_from_html(form), "typst")
    return fenced(f"#sp-plain({blocks.literal(part.form('text/plain').rstrip())})", "typst")


def _from_html(page: str) -> str:
    """Tables of foreign HTML (such as a DataFrame's own) as tables, the rest as words."""
    tree = lxml_html.fragment_fromstring(page, create_parent="div")
    for element in tree.iter("style", "script"):
        element.text = None
    parts = []
    for table in tree.iter("table"):
        rows = [
            [blocks.one_line(cell.text_content()) for cell in row.iter("th", "td")]
            for row in table.iter("tr")
        ]
        parts.append(_table([row for row in rows if row]).typst())
        table.clear(keep_tail=True)
    if words := blocks.one_line(tree.text_content()):
        parts.append(blocks.Text(words).typst())
    return "\n\n".join(parts)


def _table(rows: list[list[str]]) -> blocks.Table:
    """Rows of words, the first of them the heading."""
    width = max(map(len, rows), default=0)
    head, *body = [row + [""] * (width - len(row)) for row in rows] or [[]]
    return blocks.Table(pd.DataFrame(body, columns=range(width)), headings=dict(enumerate(head)))


def _compile(name: str, source: str, when: datetime) -> bytes:
    """Typst source to PDF; characters without a glyph are replaced and counted."""
    import typst

    preamble = blocks.template("report.typ")
    compiler = typst.Compiler(font_paths=_fonts())
    lost: dict[str, int] = {}
    for _ in range(TRIES):
        page = preamble + source + _note(lost)
        try:
            return compiler.compile(
                page.encode(), format="pdf", pdf_standards=STANDARDS, timestamp=when
            )
        except typst.TypstError as error:
            found = {
                character
                for match in NO_GLYPH.finditer(error.diagnostic or str(error))
                for character in _unquote(match["text"] or match["point"])
                if character in source
            }
            if not found:
                raise RenderError(f"{name}: no PDF ({error.message.splitlines()[0]})") from error
            lost |= {character: source.count(character) for character in sorted(found)}
            source = source.translate({ord(c): f"‹U+{ord(c):04X}›" for c in found})
    raise RenderError(f"{name}: no PDF, characters without a glyph remain: {' '.join(lost)}")


def _unquote(text: str) -> str:
    r"""Characters of a typst string in a message: ``\u{200b}`` stands for one."""
    text = re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda found: chr(int(found[1], 16)), text)
    return re.sub(r"\\(.)", r"\1", text)


def _note(lost: Mapping[str, int]) -> str:
    if not lost:
        return ""
    points = ", ".join(f"U+{ord(character):04X}" for character in sorted(lost))
    many = sum(lost.values())
    return (
        "\n\n"
        + blocks.Text(
            f"{many} character{'s' * (many != 1)} of {len(lost)} kind{'s' * (len(lost) != 1)} "
            f"outside the fonts of this PDF stand as code points in a frame: {points}. "
            "The HTML report shows them as they are.",
            kind="note",
        ).typst()
    )


@cache
def _font_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder with DejaVu Sans alone, kept as long as we run.

    Not matplotlib's whole folder: its LastResort font draws a box for any character, and the gate
    could not see that one is missing.
    """
    folder = tempfile.TemporaryDirectory(prefix="sp-fonts-")
    for face in FACES:
        shutil.copy(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / f"{face}.ttf", folder.name)
    return folder


@cache
def _fonts() -> object:
    """The fonts of the report: those inside typst, and DejaVu Sans; none of the machine's."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[_font_folder().name])


def count_pages(pdf: bytes) -> int:
    """The pages of a PDF that typst made (which does not hide them in compressed objects)."""
    return len(PAGE.findall(pdf))
