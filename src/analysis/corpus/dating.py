"""The date of each document: the ladder of evidence, applied to one item of one file."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import replace

from analysis.corpus.items import Item, goes_on
from analysis.dates.calendar import Calendar, Clues
from analysis.dates.evidence import lower_bound, own_words, weekday_named, yearless_dateline
from analysis.dates.expressions import Expression
from analysis.dates.published import (
    UNDATED,
    Published,
    dates_in,
    day_order,
    from_value,
    in_address,
    in_dateline,
    in_file_name,
    in_header,
    years_of,
)
from analysis.dates.titles import title_day
from analysis.formats import FileText
from analysis.text import Block
from analysis.text.headers import place_of

__all__ = ["date_item"]


def date_item(
    source: FileText,
    stem: str,
    item: Item,
    words: str,
    *,
    alone: bool,
    told: Mapping[str, str],
    calendar: Calendar,
    expressions: Callable[[], list[Expression]],
) -> Published:
    """The date of one item; what belongs to the file as a whole counts only if it stands alone.

    ``words`` is the text with its furniture blanked: what the page's frame says dates nothing.
    ``told`` is what the analyst says of it, with ``basis`` naming where; ``expressions`` finds the
    date expressions of the item, when they are needed.
    """
    given = told.get("published", "")
    if found := from_value(given, told.get("basis", "manifest"), given):
        if found.precision == "day":
            return found
        printed = _printed(source.text, item, expressions())
        printed = printed or _addressed(source, item, told, alone=alone)
        return _finer(found, printed, source.text, item)
    own = _titled(words, item)
    found = (
        (alone and from_value(source.published, "page metadata", source.published_words))
        or _printed(source.text, item, expressions())
        or (alone and in_file_name(stem))
        or _addressed(source, item, told, alone=alone)
        or own
        or _inferred(words, item, expressions(), calendar)
    )
    # No page is older than the day in the title of what it holds: another day is not the page's.
    return own if own and found.value and found.value < own.value else found


def _finer(given: Published, printed: Published | None, text: str, item: Item) -> Published:
    """The day that the item's header or dateline names within the month or year that is given."""
    if not (printed and printed.value):
        line, words = _yearless(text, item)
        years = range(int(given.low[:4]), int(given.high[:4]) + 1)
        n = line.numbers if line else {}
        days = years_of(n["m"], n["d"], n.get("wd"), years) if line else ()
        printed = Published(days[0], basis="dateline", evidence=words) if len(days) == 1 else None
    if not printed or printed.precision != "day" or not given.low <= printed.value <= given.high:
        return given
    day = printed.value
    return Published(day, day, day, (), f"{given.basis} and {printed.basis}",
                     f"{given.evidence}; {printed.evidence}")  # fmt: skip


def _printed(text: str, item: Item, expressions: list[Expression]) -> Published | None:
    """The day printed with the item: header or dateline."""
    order = day_order(expressions)
    if found := _in_headers(text, item, order):
        return found
    for block in item.blocks:
        words = text[block.start : block.end]
        if block.rule == "dateline" and (found := in_dateline(words)):
            return found
    return None


def _addressed(
    source: FileText, item: Item, told: Mapping[str, str], *, alone: bool
) -> Published | None:
    """The day in an address: of the page, or in a line of the item.

    An address in a menu is that of another page.
    """
    lines = [
        source.text[block.start : block.end]
        for block in item.blocks
        if block.kind == "furniture" and block.rule != "site"
    ]
    own = [told.get("source_url", ""), source.address] if alone else []
    return next(filter(None, (in_address(one) for one in [*own, *lines] if "/" in one)), None)


_CHANGED = re.compile(r"updat|modif|edit|correct|обновл|измен", re.I)


def _in_headers(text: str, item: Item, order: bool | None) -> Published | None:
    """The day of the first header; of two right below each other, either, unless one is a change's.

    >>> text = "Lake shared\\n3 May 2031\\nPut up on:\\n5 May 2031\\n\\nAll sail."
    >>> spans = [(0, 11, "heading", ""), (12, 22, "dateline", "header"), (23, 33, "body", ""),
    ...          (34, 44, "dateline", "header"), (46, 55, "body", "")]
    >>> found = _in_headers(text, Item(0, 55, tuple(Block(*span) for span in spans)), None)
    >>> found.value, found.candidates
    ('', ('2031-05-03', '2031-05-05'))
    """
    found: list[Published] = []
    above = None
    for number, block in enumerate(item.blocks):
        if block.rule != "header" or not _near_an_end(block, item):
            continue
        if found and not goes_on(item.blocks, above, number):
            break
        words = text[block.start : block.end]
        label = text[item.blocks[number - 1].start : block.start] if found else ""
        if not (found and _CHANGED.search(label + words)):
            day = in_header(words, day_first=order)
            found += [day] if day else []
        above = number
    days = tuple(sorted({one.value for one in found}))
    if len(days) < 2 or not all(len(day) == 10 for day in days):
        return found[0] if found else None
    words = "; ".join(one.evidence for one in found)
    return Published("", days[0], days[-1], days, "header", words)


_FAR_DOWN = 1_500
_SIGNED_OFF = 400
"""Characters; a line with a date between them dates a part or an annex, not the text."""


def _near_an_end(block: Block, item: Item) -> bool:
    """Whether a line stands near the top of an item, or signs it off."""
    return block.start - item.start < _FAR_DOWN or item.end - block.end < _SIGNED_OFF


def _titled(text: str, item: Item) -> Published | None:
    """The day that a title gives its text."""
    lines = [(b.start, b.end) for b in item.blocks if b.kind in ("heading", "body")]
    day, title = title_day(text, lines)
    return Published(day, day, day, basis="own words", evidence=title) if day else None


def _inferred(
    text: str, item: Item, expressions: list[Expression], calendar: Calendar
) -> Published:
    """The day the words imply: their own, the calendar's, an anniversary's, or bounds."""
    if (found := own_words(text, item.start, item.end, expressions)).value:
        return found
    body = text[item.start : item.end]
    named = calendar.named_in(body)
    bound, bound_words = lower_bound(text, expressions)
    first_day = max(bound, calendar.founded_by(named))
    line, words = _yearless(text, item)
    weekday, weekday_words = None, ""
    if line or calendar.events:
        weekday, weekday_words = weekday_named(text, _in_bodies(expressions, item))
    by_day = yearless_dateline(line, words, weekday, weekday_words, first_day) if line else UNDATED
    year = calendar.anniversary(body, named) if calendar else UNDATED
    if calendar.events:
        month_day = (line.numbers["m"], line.numbers["d"]) if line else None
        clues = Clues(weekday, month_day, place_of(words) if line else "", first_day)
        found = calendar.match(body, named, clues, year.value)
        if found.value or (found.candidates and not by_day.candidates and not year.value):
            return found
    if by_day.candidates and year.value:
        days = tuple(day for day in by_day.candidates if day.startswith(year.value))
        if len(days) == 1:
            return replace(year, value=days[0], low=days[0], high=days[0],
                           basis="dateline and anniversary",
                           evidence=f"{by_day.evidence}; {year.evidence}")  # fmt: skip
    if by_day.candidates or year.value:
        return by_day if by_day.candidates else year
    if bound:
        return Published("", bound, "", basis="lower bound", evidence=bound_words)
    return by_day


def _in_bodies(expressions: list[Expression], item: Item) -> list[Expression]:
    starts = [block.start for block in item.blocks]
    kinds = [block.kind for block in item.blocks]
    return [
        one for one in expressions if kinds[max(bisect_right(starts, one.start) - 1, 0)] == "body"
    ]


def _yearless(text: str, item: Item) -> tuple[Expression | None, str]:
    """The day and month of a dateline or header that names no year."""
    for block in item.blocks:
        if block.kind == "dateline":
            words = text[block.start : block.end]
            for one in dates_in(words):
                if one.kind == "yearless":
                    return one, words
    return None, ""
