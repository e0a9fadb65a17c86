"""An executed notebook as the parts of a page: its words, and what its cells show.

The code is left out (the notebook itself is the place to read it), and so are the parameters; every
other output stands in every render. A picture must come as ``blocks.Picture``, because only that
has an alt text.
"""

import re
from dataclasses import dataclass
from typing import Literal

import nbformat

from analysis import blocks
from analysis.render.errors import RenderError

__all__ = ["Part", "convert", "fenced", "linked", "split_parts", "title_of"]

# What pandoc reads: no HTML and no TeX, which would stand in one of the two reports only, and
# quotation marks as they were typed; names of headings in letters that every link can hold.
MARKDOWN = "markdown-raw_html-raw_tex-native_divs-native_spans-smart-citations+ascii_identifiers"

TITLE = re.compile(r"\A\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)")
TICKS = re.compile(r"`+")
LINK = re.compile(r"(?<=\]\()(?P<name>[\w.-]+)\.(?:ipynb|html)(?=[)#])")
IMAGE = re.compile(r"!\[[^\]]*\]\s*[(\[]|<img\b", re.IGNORECASE)
NOTE = re.compile(r"^\[\^(?P<label>[^\]\s]+)\]:", re.MULTILINE)
FORMS = {blocks.TYPST, "text/html", "text/markdown", "text/plain"}
PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "application/pdf")


@dataclass(frozen=True)
class Part:
    """Words of a Markdown cell, or one output by its MIME types."""

    kind: Literal["markdown", "output"]
    text: str = ""
    data: tuple[tuple[str, str], ...] = ()

    def form(self, mime: str) -> str:
        """The output in the form named, or nothing."""
        return dict(self.data).get(mime, "")


def title_of(notebook: nbformat.NotebookNode, name: str) -> str:
    """The question the notebook asks: its first heading, else its name."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (found := TITLE.match(cell.source)):
            return re.sub(r"[*_`]+", "", found["title"])
    return name


def split_parts(notebook: nbformat.NotebookNode, name: str) -> list[Part]:
    """The parts in order, without the title.

    Raises
    ------
    RenderError
        For a picture that is no ``blocks.Picture``; names the notebook and the cell.
    """
    parts: list[Part] = []
    titled = False
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "markdown":
            if IMAGE.search(cell.source):
                raise RenderError(
                    f"{name}, cell {number} links to a picture, which a report cannot carry along; "
                    "show it in a code cell as blocks.Picture(figure, alt=..., title=...)"
                )
            words = cell.source if titled else TITLE.sub("", cell.source, count=1)
            titled = titled or words != cell.source
            parts.append(Part("markdown", _own_notes(words, number)))
        elif cell.cell_type == "code":
            parts += [_output(output, name, number) for output in cell.outputs]
    return parts


def _own_notes(words: str, number: int) -> str:
    """Footnotes of one cell under labels of its own: every cell may have its note 1.

    >>> print(_own_notes("So.[^1] And.[^all]\\n\\n[^1]: Here.", 3))
    So.[^3-1] And.[^all]
    <BLANKLINE>
    [^3-1]: Here.
    """
    for label in NOTE.findall(words):
        words = words.replace(f"[^{label}]", f"[^{number}-{label}]")
    return words


def _output(output: nbformat.NotebookNode, name: str, number: int) -> Part:
    if output.output_type == "stream":
        return Part("output", data=(("text/plain", output.text),))
    if output.output_type == "error":
        raise RenderError(f"{name}, cell {number}: {output.ename}: {output.evalue}")
    data = {mime: text for mime, text in output.data.items() if isinstance(text, str)}
    if "text/html" not in data and any(mime in data for mime in PICTURES):
        raise RenderError(
            f"{name}, cell {number} shows a picture without alt text; show it as "
            "blocks.Picture(figure, alt=..., title=...)"
        )
    if not FORMS & data.keys():
        data["text/plain"] = f"[{', '.join(output.data)}]"
    return Part("output", data=tuple(data.items()))


def linked(words: str, ending: str) -> str:
    """Markdown whose links to other notebooks lead to their reports of the same kind.

    >>> linked("see [Themes](3-themes.ipynb)", "pdf")
    'see [Themes](3-themes.pdf)'
    """
    return LINK.sub(rf"\g<name>.{ending}", words)


def convert(source: str, to: str, *options: str) -> str:
    """Markdown of ours in another format, by pandoc.

    Raises
    ------
    RenderError
        When pandoc is missing or fails.
    """
    import pypandoc

    extra = ["--preserve-tabs", "--wrap=none", *options]
    try:
        return pypandoc.convert_text(source, to, format=MARKDOWN, extra_args=extra)
    except (OSError, RuntimeError) as error:
        reason = str(error).strip().splitlines()[0]
        raise RenderError(f"pandoc failed ({reason}); is pypandoc_binary installed?") from error


def fenced(text: str, language: str) -> str:
    """A raw block of pandoc's Markdown, with a fence longer than any in the text.

    >>> print(fenced("#x", "typst"))
    ```{=typst}
    #x
    ```
    """
    fence = "`" * max(3, 1 + max((len(run) for run in TICKS.findall(text)), default=0))
    return f"{fence}{{={language}}}\n{text}\n{fence}"
