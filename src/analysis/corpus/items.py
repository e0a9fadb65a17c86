"""The items of a file: one article, or several dated ones under each other.

A line that holds only a date heads what follows it. Several such lines make several items (a
digest, a ticker above an article); a headline that stands above its date, set off by a wider gap
than the one below it, goes with that date.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from analysis.text import Block

__all__ = ["Item", "goes_on", "split_items"]


class Item(NamedTuple):
    """One item of a file: its span and its blocks, page furniture between them among them."""

    start: int
    end: int
    blocks: tuple[Block, ...]


_WORDS = frozenset({"body", "heading"})


def split_items(blocks: Sequence[Block]) -> list[Item]:
    """Items in order; none where there is nothing but furniture.

    >>> day, story = Block(0, 10, "dateline", "header"), Block(12, 40, "body")
    >>> later = [Block(42, 52, "dateline", "header", 2), Block(54, 80, "body")]
    >>> [(item.start, item.end) for item in split_items([day, story, *later])]
    [(0, 40), (42, 80)]
    """
    cuts = _cuts(blocks)
    items = []
    for start, stop in zip(cuts, [*cuts[1:], len(blocks)], strict=True):
        part = blocks[start:stop]
        kept = [block for block in part if block.kind != "furniture"]
        if any(block.kind in _WORDS for block in kept):
            items.append(Item(kept[0].start, kept[-1].end, tuple(part)))
    return items


def _cuts(blocks: Sequence[Block]) -> list[int]:
    """Numbers of the blocks with which items begin, the first being 0."""
    heads = _heads(blocks)
    cuts = [0]
    words_until = list(accumulate(block.kind in _WORDS for block in blocks))
    headline_first = bool(heads) and any(b.kind == "heading" for b in blocks[: heads[0]])
    for head in heads:
        begin = _with_headline(blocks, head, headline_first)
        before = words_until[cuts[-1] - 1] if cuts[-1] else 0
        if begin and words_until[begin - 1] > before:
            cuts.append(begin)
    return cuts


def _heads(blocks: Sequence[Block]) -> list[int]:
    """Blocks that are header dates over words; a date below the last words is a sign-off.

    A single header has its whole page.
    """
    last = max((n for n, block in enumerate(blocks) if block.kind in _WORDS), default=-1)
    heads = [n for n, block in enumerate(blocks[:last]) if block.rule == "header"]
    heads = [
        n for n, above in zip(heads, [None, *heads], strict=False) if not goes_on(blocks, above, n)
    ]
    return heads if len(heads) > 1 else []


_LONGEST_LABEL = 30
"""Characters of a line such as "Put up on:"; items say more."""


def goes_on(blocks: Sequence[Block], above: int | None, head: int) -> bool:
    """Whether a date line stands right below another, but for its label: both are of one item.

    >>> title, day = Block(0, 20, "heading"), Block(21, 31, "dateline", "header")
    >>> label, second = Block(32, 43, "body"), Block(44, 54, "dateline", "header")
    >>> goes_on([title, day, label, second], 1, 3), goes_on([day, title, second], 0, 2)
    (True, False)
    """
    between = () if above is None else blocks[above + 1 : head]
    if above is None or len(between) > 1:
        return False
    return all(
        one.kind == "body" and one.end - one.start <= _LONGEST_LABEL and not blocks[head].gap
        for one in between
    )


def _with_headline(blocks: Sequence[Block], head: int, headline_first: bool) -> int:
    """Where the item begins: at its date, or at the headline above it."""
    begin = head
    while begin and blocks[begin - 1].kind == "heading":
        begin -= 1
    if begin == head or begin == 0:
        return begin
    wider = blocks[begin].gap > blocks[head].gap
    return begin if wider or (headline_first and blocks[begin].gap >= blocks[head].gap) else head
