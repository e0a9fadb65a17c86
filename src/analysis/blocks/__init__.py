"""What a notebook shows: each block is one output, and the same output everywhere.

A notebook ends a cell with a block, and the block gives itself in three forms at once: HTML for
JupyterLab and the HTML report, typst source for the PDF, and plain text. No block passes through
Markdown, so a quotation keeps every character in all three; only runs of white space are shown as
one blank (``one_line``), since a line wrapped in a file is not the author's.
"""

from analysis.blocks.base import (
    TYPST,
    Block,
    BlockError,
    Stack,
    escape,
    literal,
    one_line,
    template,
)
from analysis.blocks.evidence import Evidence
from analysis.blocks.picture import Picture
from analysis.blocks.prose import Text
from analysis.blocks.table import Table

__all__ = [
    "TYPST",
    "Block",
    "BlockError",
    "Evidence",
    "Picture",
    "Stack",
    "Table",
    "Text",
    "escape",
    "literal",
    "one_line",
    "template",
]
