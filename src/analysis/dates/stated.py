"""The day on which what a text tells was stated, by its own words.

A page is published on or after the day of the act it reports. Where the text says when that was
("in a statement on Thursday", "the document was issued on May 10", "the Meeting was convened on
2 March 2021"), that day dates the act, and the page's date only bounds it. A day counts where it
stands with a verb of saying or issuing, or with the meeting that the text begins with; one that
may belong to what is spoken of ("condemned the attack on Friday") does not.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from analysis import tables
from analysis.dates.evidence import own_day
from analysis.dates.telling import EARLY, met, tells_when
from analysis.dates.titles import MOST_LINES, speaks_for_itself, title_day

__all__ = ["STATED_COLUMNS", "TOLD", "WORDS", "find_stated"]

STATED_COLUMNS = ("stated", "stated_low", "stated_high", "stated_basis", "stated_evidence")
WORDS = "words of the text"
TOLD = ("manifest", "sidecar", "front matter")
"""Where the analyst says of a text what it is; that stands, however coarse."""
_UNDATED = 600
"""Of a text without a date: what it begins with, for nothing bounds what it tells further down."""
REPORTED = 7
"""Days after which a page tells of an act as past ("last Saturday" is the longest way back)."""
_REPRINTED = 366
"""Days after which a text that gives its own day ("Done at ...") was still put on this page."""


class _Bounds(NamedTuple):
    """What is known of the day of a page: exact, between two days, or not older than one."""

    low: str
    high: str

    def allow(self, day: str, longest: int) -> bool:
        """Whether a page of these days can report an act of this one as its own news."""
        if not self.high:
            return not self.low or self.low <= _later(day, REPORTED)
        if day > self.high:
            return False
        return (self.low != self.high and day >= self.low) or self.low <= _later(day, longest)


def find_stated(
    documents: pd.DataFrame,
    passages: pd.DataFrame,
    dates: pd.DataFrame,
    texts: Mapping[str, str],
) -> pd.DataFrame:
    """The documents with the day that their words give what they tell; one row a document.

    Parameters
    ----------
    documents, passages, dates
        One row per document; per paragraph or sentence; per date expression, already resolved.
    texts
        Decoded text of each document's file by ``doc_id``.

    >>> empty = {name: tables.empty(name) for name in ("documents", "passages", "dates")}
    >>> find_stated(**empty, texts={})["stated"].tolist()
    []
    """
    days = dates[(dates["precision"] == "day") & (dates["low"] == dates["high"])]
    spans: dict[str, list[tuple[int, int, str, bool]]] = defaultdict(list)
    rows = (days[name] for name in ("doc_id", "start", "end", "low", "relative_to"))
    for doc_id, start, end, day, anchor in zip(*rows, strict=True):
        spans[doc_id].append((int(start), int(end), str(day), anchor == ""))
    sentences = _starts(passages, "sentence", spans)
    paragraphs = _starts(passages, "paragraph", spans)
    lines = _first_lines(passages)
    rows = documents.to_dict("records")
    for row in rows:
        doc_id, bounds = row["doc_id"], _Bounds(row["published_low"], row["published_high"])
        day, words = title_day(texts[doc_id], lines.get(doc_id, ()))
        if not day or not bounds.allow(day, _REPRINTED):
            page = (texts[doc_id], int(row["start"]), int(row["end"]), bounds)
            found = spans.get(doc_id, ()) if sentences[doc_id] else ()
            told = _told(page, found, sentences[doc_id], paragraphs[doc_id])
            day, words = told or _of_header(row, page)
        if not day:
            continue
        row |= dict(zip(STATED_COLUMNS, (day, day, day, WORDS, words), strict=True))
        if not bounds.high and day > bounds.low:  # no page is older than what it tells
            row |= {"published_low": day, "date_basis": "lower bound", "date_evidence": words}
    return tables.from_rows("documents", rows)


def _starts(passages: pd.DataFrame, unit: str, wanted: Mapping) -> dict[str, list[int]]:
    """Where the sentences or paragraphs of each document's body begin."""
    body = tables.body_of(passages[passages["doc_id"].isin(list(wanted))], unit)
    starts: dict[str, list[int]] = defaultdict(list)
    for doc_id, start in zip(body["doc_id"], body["start"], strict=True):
        starts[doc_id].append(int(start))
    return starts


def _of_header(row: Mapping[str, str], page: tuple[str, int, int, _Bounds]) -> tuple[str, str]:
    """The day that stands alone above a text that is a statement itself, and the words."""
    header, text = row["date_evidence"], page[0][page[1] : page[2]]
    exact = row["date_basis"] == "header" and row["published_low"] == row["published_high"]
    if exact and speaks_for_itself(header, row["title"], text):
        return row["published"], f"{header}; {row['title']}"
    return "", ""


def _first_lines(passages: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """The headings and paragraphs with which each document begins."""
    worded = (passages["unit"] == "paragraph") & passages["kind"].isin(["heading", "body"])
    first = passages[worded].groupby("doc_id", sort=False).head(MOST_LINES)
    lines: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for doc_id, start, end in zip(first["doc_id"], first["start"], first["end"], strict=True):
        lines[doc_id].append((int(start), int(end)))
    return lines


def _told(
    page: tuple[str, int, int, _Bounds],
    spans: list[tuple[int, int, str, bool]],
    sentences: list[int],
    paragraphs: list[int],
) -> tuple[str, str] | None:
    """The day that a text gives what it tells, and the words; its own day before all others.

    What a page tells first is its news and what follows is older. Where a later day follows, the
    first was not the news, and none is taken.
    """
    text, begin, finish, bounds = page
    for start, end, day, explicit in spans:
        own = explicit and own_day(text, begin, finish, start, end)
        if own and bounds.allow(day, _REPRINTED):
            return day, _around(text, begin, start, end)
    dated, first = bool(bounds.high), None
    for start, end, day, explicit in spans:
        if start - sentences[0] > (EARLY if dated else _UNDATED) or not (dated or explicit):
            continue
        if not bounds.allow(day, REPORTED) or _quoted(text, paragraphs, start):
            continue
        at = bisect_right(sentences, start) - 1
        if at < 0 or (first and day <= first[0]):
            continue
        stop = sentences[at + 1] if at + 1 < len(sentences) else finish
        left, right = text[sentences[at] : start], text[end:stop]
        if tells_when(left, right) or (at == 0 and met(left, right, text[stop:finish])):
            if first:
                return None
            first = day, _around(text, sentences[at], start, end)
    return first


def _quoted(text: str, paragraphs: list[int], at: int) -> bool:
    """Whether a place stands inside a quotation of its paragraph."""
    begin = paragraphs[max(bisect_right(paragraphs, at) - 1, 0)]
    before = text[begin:at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _around(text: str, begin: int, start: int, end: int) -> str:
    """The words of a day with a little of what leads to it and follows."""
    low = max(begin, start - 40)
    lead = text[low:start]
    lead = lead[lead.find(" ") + 1 :] if low > begin else lead
    return " ".join((lead + text[start:end] + text[end : end + 20].rpartition(" ")[0]).split())


def _later(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
