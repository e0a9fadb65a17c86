"""Quotations of every style, and what to do with a mark that has no partner.

Straight, curly, angled and low-high marks are paired by the side they stand on, and so are two
apostrophes set for one mark; an apostrophe is none of them. A quotation left open runs to the end
of its paragraph, or on over the next ones when they begin with a mark again or bring the closing
one. An odd mark costs nothing else. In Russian a dash opens speech and parts it from who says it,
inside one pair of marks too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Quotation", "find_quotations"]

MARK = re.compile("(?P<one>['‘’`])(?P=one)|[\"“”„‟«»‘’']")
CLOSERS = {"“": '”“"', "„": "“”", "‟": "”", "«": "»", "»": "«", '"': '"”', "‘": "’", "'": "'"}
SINGLE = "‘'"
# ", — сказал министр" to the end, or on to the next part of the speech: ". — "
TOLD = re.compile(
    r"(?P<stop>[,?!…]+)\s+[—–-]\s+[а-яё]{2,}(?:л|л[аои]|[еию]т|ят)(?:с[ья])?\b"
    r"[^—–«»]*?(?:[,.:]\s+[—–]\s+|$)"
)
DIALOGUE = re.compile(r"[—–-]\s+[А-ЯЁ]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, its marks included.

    `continued` where it goes on from the paragraph before, `parted` where who says it is inside.
    """

    start: int
    end: int
    continued: bool = False
    parted: bool = False


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The outermost quotations in some paragraphs of a text, in order.

    >>> find_quotations('He said: "It\\'s the boys\\' turn."', [(0, 31)])
    [Quotation(start=9, end=31, continued=False, parted=False)]
    """
    found: list[Quotation] = []
    open_over = ""  # the closers awaited from the paragraph before
    for number, (start, end) in enumerate(paragraphs):
        marks = _marks(text, start, end)
        if not marks and not open_over:
            continue
        depth: list[tuple[int, str, str]] = []
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if open_over:
            begins = bool(marks) and not text[start : marks[0][0]].strip()
            begins = begins and marks[0][2] in "\"“„«‘'‟"
            if not begins:
                depth.append((start, "", open_over))
        for at, stop, mark in marks:
            _step(text, end, at, stop, mark, depth, found, bool(open_over))
        open_over = ""
        if depth:
            first, mark, closers = depth[0]
            if mark not in SINGLE or not mark:
                found.append(Quotation(first, end, not mark))
                if following and _goes_on(text, following, closers):
                    open_over = closers
    found = [part for quotation in found for part in _parts(text, quotation)]
    for start, end in paragraphs:
        if text.startswith(("—", "–", "-"), start) and DIALOGUE.match(text, start, end):
            parts = _parts(text, Quotation(start, end))
            if parts[0].end < end:
                found = [one for one in found if not start <= one.start < end] + parts
    return sorted(found, key=lambda quotation: quotation.start)


def _parts(text: str, whole: Quotation) -> list[Quotation]:
    """The parts of a quotation around who says it: "«Мир, — сказал Рек, — близок»"."""
    parts, at = [], whole.start
    told = TOLD.search(text, at, whole.end)
    while told:
        end = told.end("stop") if told["stop"] != "," else told.start()
        parts.append(Quotation(at, end, whole.continued and not parts, True))
        at = told.end()
        told = TOLD.search(text, at, whole.end)
    if not parts:
        return [whole]
    return parts + [Quotation(at, whole.end, False, True)] * (at < whole.end)


def _marks(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The quotation marks of a paragraph, each with its place; apostrophes are left out.

    Two apostrophes together count as a straight mark.
    """
    found = []
    for match in MARK.finditer(text, start, end):
        (at, stop), mark = match.span(), '"' if match["one"] else match.group()
        if mark in "‘’'":
            before = text[at - 1] if at > start else " "
            after = text[at + 1] if at + 1 < end else " "
            opens = (
                mark != "’" and not (before.isalnum() or before in "_.,!?…’'") and after.isalnum()
            )
            closes = (
                mark != "‘" and (before.isalnum() or before in "_.,!?…") and not after.isalnum()
            )
            if not opens and not closes:
                continue
        found.append((at, stop, mark))
    return found


def _step(
    text: str,
    end: int,
    at: int,
    stop: int,
    mark: str,
    depth: list[tuple[int, str, str]],
    found: list[Quotation],
    continued: bool,
) -> None:
    """One mark: it closes the innermost quotation or opens a new one."""
    closes = depth and mark in depth[-1][2]
    if closes and mark in '"“' and depth[-1][1] != "„" and _opens(text, at, stop, end):
        closes = mark == '"' and not _closed_later(text, stop, end)
    if closes:
        start, opener, _ = depth.pop()
        if not depth:
            found.append(Quotation(start, stop, continued and not opener))
    elif len(depth) > 1 and mark in depth[0][2]:  # the inner one was never closed
        start = depth[0][0]
        depth.clear()
        found.append(Quotation(start, stop))
    elif mark in CLOSERS and mark not in "”’" and _opens(text, at, stop, end):
        depth.append((at, mark, CLOSERS[mark]))


def _opens(text: str, at: int, stop: int, end: int) -> bool:
    """Whether a mark stands on the opening side: a word after it, none before it."""
    before = text[at - 1] if at else " "
    after = text[stop] if stop < end else " "
    return not before.isalnum() and before not in ".,;!?)" and not after.isspace()


def _closed_later(text: str, stop: int, end: int) -> bool:
    """Whether two straight marks follow, so that this one opens a quotation inside another."""
    return text.count('"', stop, end) >= 2


def _goes_on(text: str, paragraph: tuple[int, int], closers: str) -> bool:
    """Whether the next paragraph belongs to a quotation left open."""
    marks = _marks(text, *paragraph)
    if not marks:
        return False
    at, stop, mark = marks[0]
    if not text[paragraph[0] : at].strip():
        return True
    return mark in closers and not _opens(text, at, stop, paragraph[1])
