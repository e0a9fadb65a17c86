"""Computed sentences, and short lists of facts."""

import re
from collections.abc import Mapping
from typing import Literal

from analysis.blocks.base import Block, BlockError, escape, literal, one_line

__all__ = ["Facts", "Text"]

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


class Facts(Block):
    """Names with their values, such as the parameters of a run; one pair a line."""

    def __init__(self, facts: Mapping[str, object]) -> None:
        self.facts = {one_line(str(key)): one_line(str(value)) for key, value in facts.items()}

    def html(self) -> str:
        pairs = "".join(
            f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
            for name, value in self.facts.items()
        )
        return f'<dl class="sp-facts">{pairs}</dl>'

    def typst(self) -> str:
        pairs = "".join(f"({literal(k)}, {literal(v)}), " for k, v in self.facts.items())
        return f"#sp-facts({pairs})"

    def plain(self) -> str:
        return "\n".join(f"{name}: {value}" for name, value in self.facts.items())
