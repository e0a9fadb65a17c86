"""Computed sentences."""

import re
from typing import Literal

from analysis.blocks.base import Block, BlockError, escape, literal, one_line

__all__ = ["Text"]

PARAGRAPH = re.compile(r"\n\s*\n")


class Text(Block):
    """A computed sentence or paragraph; a blank line begins a new one.

    The words are plain text: nothing in them is markup.

    Parameters
    ----------
    text
        What the reader reads.
    kind
        ``paragraph`` is the report's own prose; ``note`` is a caution or a remark set apart.

    >>> Text("3 of 5 texts are dated.")
    3 of 5 texts are dated.
    """

    def __init__(self, text: str, kind: Literal["paragraph", "note"] = "paragraph") -> None:
        if kind not in ("paragraph", "note"):
            raise BlockError(f"Text kind {kind!r}: choose 'paragraph' or 'note'")
        self.kind = kind
        self.paragraphs = [one_line(part) for part in PARAGRAPH.split(text) if part.strip()]

    def html(self) -> str:
        lines = "".join(f"<p>{escape(part)}</p>" for part in self.paragraphs)
        return f'<div class="sp-text sp-{self.kind}">{lines}</div>'

    def typst(self) -> str:
        parts = "".join(f"{literal(part)}, " for part in self.paragraphs)
        return f"#sp-text(kind: {literal(self.kind)}, {parts})"

    def plain(self) -> str:
        return "\n\n".join(self.paragraphs)
