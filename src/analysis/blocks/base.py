"""What all blocks share: the three forms of an output, and how a text enters each unharmed.

In HTML a text is escaped; in typst it stands in a string literal, where nothing is markup. Both
ways keep all characters, whatever they mean elsewhere (``* _ # $ < > & \\ " @ ~``).
"""

import html
import re
from abc import ABC, abstractmethod
from functools import cache
from importlib.resources import files

from analysis.tables import AnalysisError

__all__ = ["TYPST", "Block", "BlockError", "Stack", "escape", "literal", "one_line", "template"]

TYPST = "text/vnd.standpoint.typst"  # the MIME type of an output's PDF form

# Characters that neither HTML nor XML may hold. They are shown as their picture (U+2400 ...): an
# invisible character in a quotation is a fact about the file, and dropping it would hide the fact.
CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r\f\v"}
CONTROLS[0x7F] = 0x2421

SPACE = re.compile(r"\s+")
SEPARATOR = re.compile(r"[/_.:-](?=\w)")
SAFE = re.compile(r'[\\"]')


class BlockError(AnalysisError):
    """A block was asked to show something it must not or cannot show."""


class Block(ABC):
    """One output of a notebook, in HTML, typst and plain text."""

    @abstractmethod
    def html(self) -> str:
        """The block as HTML, without a style of its own."""

    @abstractmethod
    def typst(self) -> str:
        """The block as a call of a function of the PDF template."""

    @abstractmethod
    def plain(self) -> str:
        """The block as plain text, for a terminal."""

    def __repr__(self) -> str:
        return self.plain()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """All forms at once, as Jupyter asks for them."""
        # Every rule of the style begins with a class of ours, so none leaves its block.
        page = f'<style class="sp-style">{template("blocks.css").strip()}</style>{self.html()}'
        return {"text/html": page, TYPST: self.typst(), "text/plain": self.plain()}


class Stack(Block):
    """Several blocks as one output, one below the other."""

    def __init__(self, *blocks: Block) -> None:
        self.blocks = blocks

    def html(self) -> str:
        return "\n".join(block.html() for block in self.blocks)

    def typst(self) -> str:
        return "\n\n".join(block.typst() for block in self.blocks)

    def plain(self) -> str:
        return "\n\n".join(block.plain() for block in self.blocks)


@cache
def template(name: str) -> str:
    """A file of the templates that ship with the package."""
    return (files("analysis") / "templates" / name).read_text(encoding="utf-8")


def one_line(text: str) -> str:
    """The display form of a quotation: wrapped lines joined, nothing else changed.

    Runs of white space become one blank and control characters their pictures.

    >>> one_line("The Council  *notes*\\n    that 5 < 6.")
    'The Council *notes* that 5 < 6.'
    """
    return SPACE.sub(" ", text).strip().translate(CONTROLS)


def escape(text: str) -> str:
    """A text for HTML, in element content and in quoted attributes.

    >>> escape('5 < 6 & "so on"')
    '5 &lt; 6 &amp; &quot;so on&quot;'
    """
    return html.escape(text.translate(CONTROLS), quote=True)


def breakable(place: str) -> str:
    """An identifier for HTML that may wrap after its separators; the break adds no character.

    >>> breakable("texts/a.txt:3-40")
    'texts/<wbr>a.<wbr>txt:<wbr>3-<wbr>40'
    """
    return SEPARATOR.sub(r"\g<0><wbr>", escape(place))


def literal(text: str) -> str:
    r"""A text as a typst string literal, in which only the backslash and the quote mark count.

    >>> print(literal('say "no" to #5 \\ *6*'))
    "say \"no\" to #5 \\ *6*"
    """
    quoted = SAFE.sub(r"\\\g<0>", text.translate(CONTROLS))
    for character, code in (("\n", r"\n"), ("\r", r"\r"), ("\t", r"\t")):
        quoted = quoted.replace(character, code)
    return f'"{quoted}"'


def number_mark(kind: str) -> str:
    """The place where a report puts the running number of a figure or table."""
    return f'<span class="sp-number" data-kind="{kind}"></span>'
