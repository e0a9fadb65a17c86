"""Where the paragraphs and sentences of a text stand, and which of its lines are the page's.

Nothing is edited: every function gives spans of the text as it was read. ``layout`` cuts a text
into blocks (body, heading, dateline, furniture), ``split_sentences`` cuts body blocks into
sentences, and ``display`` joins the wrapped lines of a quote for a reader's eyes only.
"""

import re

from analysis.text.blocks import Block, layout
from analysis.text.furniture import furniture_name, furniture_rules
from analysis.text.sentences import split_sentences
from analysis.text.words import MONTHS, WEEKDAYS

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Block",
    "display",
    "furniture_name",
    "furniture_rules",
    "layout",
    "split_sentences",
]

_SPACE = re.compile(r"\s+")
_WRAPPED_HYPHEN = re.compile(r"(?<=[^\W\d_])[\u00ad](?:\s*\n\s*)?")


def display(quote: str) -> str:
    """The quote on one line: wrapped lines joined, soft hyphens gone, blanks single.

    >>> display("peace and\\n  secu\u00adrity")
    'peace and security'
    """
    return _SPACE.sub(" ", _WRAPPED_HYPHEN.sub("", quote)).strip()
