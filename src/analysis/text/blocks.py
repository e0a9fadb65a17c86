"""A text as blocks: paragraphs, headings, datelines and furniture, in order, by shape alone.

Blank lines part blocks. Where lines follow each other without one, the text either has a paragraph
a line or is wrapped at a width; the width is measured on the text itself, and a line break counts
as a paragraph's end where the next word would still have fitted.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.text.furniture import glued_furniture, is_furniture
from analysis.text.headers import (
    dateline_end,
    header_end,
    is_dateline,
    is_header,
    is_named_header,
)
from analysis.text.lines import Line, lines_of, whole_dates

__all__ = ["Block", "layout"]


class Block(NamedTuple):
    """One span of a text: what it is, and the rule where that matters later."""

    start: int
    end: int
    kind: str
    rule: str = ""
    gap: int = 0
    """Blank lines before it."""


# Nobody wraps wider by hand or mail program; longer lines are paragraphs.
_WIDEST_WRAP = 120
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_BULLET_MARKS = frozenset("-–—•*·▪◦●■►")
_LAST_MARKS = frozenset(".!?…:;\"'”’»)]*_")
_BULLET = re.compile(r"(?:[-–—•*·▪◦●■►]|\(?(?:[a-h]|\d{1,3}|[ivx]{1,5}|[IVX]{1,5})[.)])\s")
_ABBREVIATED = re.compile(r"\b(?:(?:[A-Z]\.){1,4}|Mr\.|Mrs\.|Ms\.|Dr\.|Gen\.|No\.|St\.|H\.E\.)$")
_OPEN_ENDED = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "with", "by", "from", "and", "or", "but",
    "between", "following", "after", "before", "under", "over", "into", "against", "as", "during",
    "via", "per", "its", "their", "his", "her", "is", "are",
})  # fmt: skip
# What the analyst put above a text: lines of "name: value" between "---", or of "name = value"
# between "+++"; among them blank lines, comments, and what is set in or in brackets.
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:[\w-]+[ \t]*:[^\n]*\n|[ \t#-][^\n]*\n|\r?\n){1,60}?---[ \t]*(?=\r?\n|$)"
    r"|\+\+\+[ \t]*\r?\n(?:[\w.-]+[ \t]*=[^\n]*\n|[ \t#\[\]][^\n]*\n|\r?\n){1,60}?"
    r"\+\+\+[ \t]*(?=\r?\n|$)"
)
_MOST_HEADING_WORDS = 14
_MOST_TITLE_WORDS = 40
_MOST_HEADING_LINES = 2
_LEAST_RUNNING_ON = 40
"""Characters; shorter lines with small letters are a list of names or buttons."""
_LONGEST_PAGE_NUMBER = 4
_SMALL_WORDS = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "between", "its",
})  # fmt: skip
_DOUBLE_BLANK = re.compile(r"[ \u00a0]{2,}(?=[A-Z“«\"])")


def layout(text: str, site: Sequence[tuple[int, int]] = ()) -> list[Block]:
    """Blocks of the text in order; every character that is not blank lies in one.

    ``site`` are spans, of whole lines, that the markup of a page shows to be furniture.

    >>> for block in layout("All news\\n\\nEnvoys agree\\n\\nOSTRAVA, May 5. /LNA/. They met.\\n"):
    ...     print(block.kind, block.start, block.end)
    furniture 0 8
    heading 10 22
    dateline 24 46
    body 47 56
    """
    blocks: list[Block] = []
    lines = list(lines_of(text))
    if front := _FRONT_MATTER.match(text):
        end = len(front.group().rstrip())
        blocks.append(Block(0, end, "furniture", "front matter"))
        lines = [line for line in lines if line.start >= end]
    furniture = [Block(start, end, "furniture", "site") for start, end in site]
    starts = [start for start, _ in site]
    lines = [line for line in lines if not _within(line, site, starts)]
    lines = whole_dates(lines)
    width = _wrap_width(lines)
    group: list[Line] = []
    for line in lines:
        if group and (line.gap or _parted(group, line, width)):
            blocks += _classify(text, group)
            group = []
        group.append(line)
    if group:
        blocks += _classify(text, group)
    blocks = _settle_headings(_settle_datelines(text, _settle_lists(text, blocks)))
    return sorted([*blocks, *furniture])


def _within(line: Line, spans: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, line.start) - 1
    return at >= 0 and line.start < spans[at][1]


def _wrap_width(lines: list[Line]) -> int:
    """The width at which a text is wrapped, or 0 where a line is a paragraph."""
    inner = [
        len(line.text)
        for line, following in pairwise(lines)
        if not following.gap and not _TERMINAL.search(line.text[-4:])
    ]
    if len(inner) < 2:
        return 0
    inner.sort()
    width = inner[int(0.9 * (len(inner) - 1))]
    if not 20 < width <= _WIDEST_WRAP:
        return 0
    # Short headings over paragraphs of one line each are no wrapped text.
    wide = sum(len(line.text) > 1.4 * width for line in lines)
    return width if wide * 10 <= len(lines) else 0


def _parted(group: list[Line], line: Line, width: int) -> bool:
    """Whether a new paragraph begins at a line that follows without a blank line."""
    before, words = group[-1].text, line.text
    if _is_bullet(words):
        return True
    if not width or len(before) > 1.4 * width:
        # A paragraph a line, unless a small letter goes on with an unended one.
        runs_on = words[0].islower() and not _ended(before) and len(before) > _LEAST_RUNNING_ON
        return not runs_on or is_furniture(before) or is_furniture(words)
    terminal = _ended(before)
    if len(group) == 1 and (is_header(before) or (is_header(words) and _headlike(before))):
        return True
    if len(group) == 1 and words[0].isupper() and is_dateline(before):
        return True
    if not terminal:
        if is_header(words) and _headlike(before) and _would_fit(before, words, width):
            return True
        return not words[0].islower() and _closes_heading(group, words, width)
    if is_header(words) or (words.isdigit() and len(words) <= _LONGEST_PAGE_NUMBER):
        return True
    if is_furniture(before) or (len(words) < width / 2 and is_furniture(words)):
        return True
    lone_heading = len(words) < 0.75 * width and not _TERMINAL.search(words[-4:])
    return _would_fit(before, words, width) or (
        lone_heading and words[0].isupper() and _title_like(words)
    )


def _headlike(before: str) -> bool:
    """Whether a line can be the headline above a date: no sentence that goes on with it."""
    return _title_like(before) and before.rsplit(None, 1)[-1].lower() not in _OPEN_ENDED


def _closes_heading(group: list[Line], words: str, width: int) -> bool:
    """Whether an unended line is a heading, or furniture, and the next begins anew.

    A short line closes a heading, never a paragraph that runs on already.
    """
    before = group[-1].text
    if is_furniture(before) or (len(words) < width / 2 and is_furniture(words)):
        return True
    return (
        len(group) <= _MOST_HEADING_LINES
        and words[0].isupper()
        and len(before) < 0.6 * width
        and _would_fit(before, words, width)
        and before.rsplit(None, 1)[-1].lower() not in _OPEN_ENDED
    )


def _would_fit(before: str, words: str, width: int) -> bool:
    """Whether the first word of a line had still had room on the line before."""
    return len(before) + 1 + len(words.split(None, 1)[0]) < 0.9 * width


def _is_bullet(words: str) -> bool:
    """Whether a line begins with the mark or number of a list."""
    start = words[:6]
    marked = start[0] in _BULLET_MARKS or "." in start or ")" in start
    return marked and _BULLET.match(start) is not None


def _ended(line: str) -> bool:
    """Whether the line ends a sentence: a stop that is not that of "U.S." or "Mr."."""
    return (
        line[-1] in _LAST_MARKS
        and _TERMINAL.search(line[-4:]) is not None
        and _ABBREVIATED.search(line[-8:]) is None
    )


def _title_like(words: str) -> bool:
    """A line with the look of a heading: few words, no stop, several capitals."""
    return len(words.split()) <= _MOST_HEADING_WORDS and not words.endswith(",")


def _classify(text: str, group: list[Line]) -> list[Block]:
    """The blocks of one group of lines: usually one; more where something is glued to it."""
    start, end, gap = group[0].start, group[-1].end, group[0].gap
    words = text[start:end]
    if len(group) == 1 or end - start < 200:
        # Several places with their dates are a list of meetings or sources.
        named = sum(is_named_header(line.text) for line in group)
        if named < 2 and all(is_header(line.text) for line in group):
            return [Block(start, end, "dateline", "header", gap)]
        if all(is_furniture(line.text) for line in group):
            return [Block(start, end, "furniture", "line", gap)]
        if len(group) == 1 and is_dateline(words):
            return [Block(start, end, "dateline", "alone", gap)]
    blocks = []
    for find_end, kind, rule in (
        (glued_furniture, "furniture", "glued"),
        (header_end, "dateline", "header"),
        (dateline_end, "dateline", "dateline"),
    ):
        cut = find_end(text, start, end)
        if cut > start and cut < end:
            stop = start + len(text[start:cut].rstrip())
            blocks.append(Block(start, stop, kind, rule, gap))
            start = cut + (len(text[cut:end]) - len(text[cut:end].lstrip()))
            gap = 0
    if blocks and blocks[-1].rule == "header":
        words = text[start:end]
        if is_furniture(words):  # "date 2030-05-04 Copyright 2030, Selm Press"
            return [*blocks, Block(start, end, "furniture", "line", gap)]
        return [*blocks, Block(start, end, _kind(words), "titled", gap)]
    cut = _glued_heading(text, start, end)
    if cut > start:
        stop = start + len(text[start:cut].rstrip())
        blocks.append(Block(start, stop, "heading", "glued", gap))
        start, gap = cut, 0
    return [*blocks, Block(start, end, _kind(text[start:end]), "", gap)]


def _glued_heading(text: str, start: int, end: int) -> int:
    """Where the sentence begins that follows a headline on the same line after two blanks."""
    found = _DOUBLE_BLANK.search(text, start, min(end, start + 200))
    if not found:
        return start
    headline = text[start : found.start()]
    return found.end() if _kind(headline) == "heading" else start


def _kind(words: str) -> str:
    """Body or heading, by shape: a heading is short, unended, and mostly in capitals or short."""
    if _TERMINAL.search(words[-4:]) or len(words) > 300 or words[-1] in ",-–—":
        return "body"
    if words[0].islower() or (_BULLET.match(words[:6]) and words[0] in "-–—•*·▪◦●■►"):
        return "body"
    tokens = words.split()
    if words.endswith(("; and", "; or")):
        return "body"
    if len(tokens) <= _MOST_HEADING_WORDS:
        return "heading" if any(token[0].isalpha() for token in tokens) else "body"
    if len(tokens) > _MOST_TITLE_WORDS:
        return "body"
    long = [token for token in tokens if token.lower() not in _SMALL_WORDS and token[0].isalpha()]
    capital = sum(token[0].isupper() for token in long)
    return "heading" if long and capital > 0.75 * len(long) else "body"


def _settle_lists(text: str, blocks: list[Block]) -> list[Block]:
    """Lines of a place and a date one below the other are a list, and date nothing."""
    listed = [
        block.rule == "header" and is_named_header(text[block.start : block.end])
        for block in blocks
    ]
    if sum(listed) < 2:
        return blocks
    return [
        block._replace(kind="body", rule="") if own and other else block
        for block, own, other in zip(blocks, listed, _has_neighbour(listed), strict=True)
    ]


def _has_neighbour(marked: list[bool]) -> list[bool]:
    """Whether the one before or behind each is marked.

    >>> _has_neighbour([True, False, False])
    [False, True, False]
    """
    return [a or b for a, b in zip([False, *marked[:-1]], [*marked[1:], False], strict=True)]


def _settle_datelines(text: str, blocks: list[Block]) -> list[Block]:
    """A place and a day on a line of their own date what they stand above, if nothing ran before.

    Among paragraphs, or one below the other, they are headings and lists like other short lines.
    """
    alone = [block.rule == "alone" for block in blocks]
    if not any(alone):
        return blocks
    settled: list[Block] = []
    running = False
    for block, own, listed in zip(blocks, alone, _has_neighbour(alone), strict=True):
        if own and listed:
            block = block._replace(kind="body", rule="")
        elif own and running:
            block = block._replace(kind=_kind(text[block.start : block.end]), rule="")
        elif own:
            block = block._replace(rule="dateline")
        running = block.kind == "body" or (running and block.rule != "header")
        settled.append(block)
    return settled


def _settle_headings(blocks: list[Block]) -> list[Block]:
    """A heading stands over something: the last words of a text are body, however short.

    Where nothing but headings was found, the last is the body; where there is a body, an unended
    last block ("and 14 others") belongs to it.
    """
    worded = [number for number, block in enumerate(blocks) if block.kind in ("body", "heading")]
    if not worded or blocks[worded[-1]].kind != "heading":
        return blocks
    last = worded[-1]
    above = worded[-2] if len(worded) > 1 else 0
    dated = any(block.kind == "dateline" for block in blocks[above:last])
    if dated and any(block.kind == "body" for block in blocks):
        return blocks  # an item of which the page shows the headline alone
    return [*blocks[:last], blocks[last]._replace(kind="body"), *blocks[last + 1 :]]
