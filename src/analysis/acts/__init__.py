"""Which documents report the same declaration or speech.

Four outlets on one declaration are one act with four reports, and counting them as four would make
a body look four times as firm. Documents are one act when one is a copy of the other, when both
stand on the same row of the events calendar, or when their dates and places agree and they share
content: word for word (the same quotations), or, on the same day at the same place, in the words
they use. A document without a date may borrow that of another report of its act, and says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis import tables
from analysis.acts.calendar import calendar_rows, kind
from analysis.acts.content import shared_content
from analysis.acts.intervals import EARLIEST, LATEST, is_day, narrowed, near, spans

__all__ = ["group_acts"]

OPENING = 8  # words by which a reader finds a text again


def group_acts(
    documents: pd.DataFrame,
    passages: pd.DataFrame,
    texts: Mapping[str, str],
    events: pd.DataFrame,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Documents with their act, and the acts: one row per declaration, speech or decision.

    Parameters
    ----------
    documents, passages
        One row per document; one row per paragraph or sentence.
    texts
        Decoded text of each document's file by ``doc_id``.
    events
        The codebook's calendar, one row per known event; may be empty.

    Returns
    -------
    documents, acts
        The documents with ``act_id`` filled; one without a day may have the date of another
        report of its act (``date_basis`` "same act", ``date_evidence`` that document). The acts
        with ``event`` (number of the calendar row) and ``kind`` behind the shared columns.

    >>> from analysis import tables
    >>> reports, acts = group_acts(tables.empty("documents"), tables.empty("passages"), {},
    ...                            pd.DataFrame())
    >>> len(reports), len(acts)
    (0, 0)
    """
    if documents.empty:
        return documents.copy(), tables.check("acts", _no_acts())
    bodies = _bodies(documents, passages, texts)
    rows = calendar_rows(documents, bodies, events)
    groups = _Groups(documents, rows)
    for a, b in _copies(documents):
        groups.join(a, b, sure=True)
    for same in _by_value(rows):
        for other in same[1:]:
            groups.join(same[0], other, sure=True)
    for a, b in shared_content(documents, bodies):
        groups.join(a, b)
    return _write(documents, groups.members(), rows, events, bodies)


def _bodies(documents: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str]) -> list[str]:
    """The body and headings of each document, joined, in the order of the documents."""
    own = passages["kind"].isin(["body", "heading"])
    body = passages[(passages["unit"] == "paragraph") & own]
    words: dict[str, list[str]] = defaultdict(list)
    for doc_id, start, end in zip(body["doc_id"], body["start"], body["end"], strict=True):
        words[doc_id].append(texts[doc_id][start:end])
    return [" ".join(words[doc_id]) for doc_id in documents["doc_id"]]


def _copies(documents: pd.DataFrame) -> Iterable[tuple[int, int]]:
    """Positions of each document and the one it repeats."""
    at = {doc_id: i for i, doc_id in enumerate(documents["doc_id"])}
    for i, original in enumerate(documents["same_as"]):
        if original in at:
            yield at[original], i


def _by_value(rows: Sequence[int]) -> list[list[int]]:
    """Groups of documents that stand on the same calendar row."""
    groups: dict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        if row >= 0:
            groups[row].append(i)
    return list(groups.values())


class _Groups:
    """Documents joined step by step; a join is refused where dates, places or rows disagree."""

    def __init__(self, documents: pd.DataFrame, rows: Sequence[int]) -> None:
        self.group = list(range(len(documents)))
        self.held = {i: [i] for i in self.group}
        self.span = dict(enumerate(spans(documents)))
        self.places = {i: {p.casefold()} - {""} for i, p in enumerate(documents["place"])}
        self.rows = {i: {row} - {-1} for i, row in enumerate(rows)}

    def join(self, a: int, b: int, *, sure: bool = False) -> None:
        """Make the groups of two documents one, unless something speaks against it."""
        a, b = sorted((self.group[a], self.group[b]))
        if a == b or not (sure or self._agree(a, b)):
            return
        for i in self.held[b]:
            self.group[i] = a
        self.held[a] += self.held.pop(b)
        self.span[a] = narrowed(self.span[a], self.span.pop(b))
        self.places[a] |= self.places.pop(b)
        self.rows[a] |= self.rows.pop(b)

    def _agree(self, a: int, b: int) -> bool:
        close = near(self.span[a], self.span[b])
        places, rows = (self.places[a], self.places[b]), (self.rows[a], self.rows[b])
        return close and all(not x or not y or x & y for x, y in (places, rows))

    def members(self) -> list[list[int]]:
        """The documents of each group, in their order."""
        return [sorted(self.held[a]) for a in sorted(self.held)]


def _write(
    documents: pd.DataFrame,
    groups: Sequence[Sequence[int]],
    rows: Sequence[int],
    events: pd.DataFrame,
    bodies: Sequence[str],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables from the groups; the acts in order of time, the undated last."""
    reports = documents.to_dict("records")
    acts = []
    for members in groups:
        own = [reports[i] for i in members]
        row = max(rows[i] for i in members)
        event = events.iloc[row].to_dict() if row >= 0 else {}
        act = _act(own, event, row)
        if not act["holder"] and not act["occasion"]:  # the row would say nothing of its act
            act["occasion"] = _first(_opening(bodies[i]) for i in members)
        acts.append(act)
        for report in own:
            report["act_id"] = act["act_id"]
        _lend(own)
    acts.sort(key=lambda act: (act["date_low"] or LATEST, act["act_id"]))
    return (
        tables.check("documents", pd.DataFrame(reports)),
        tables.check("acts", pd.DataFrame(acts)),
    )


def _act(reports: Sequence[Mapping[str, str]], event: Mapping[str, str], row: int) -> dict:
    """One act from its reports and its row of the calendar."""
    allowed = [(r["published_low"] or EARLIEST, r["published_high"] or LATEST) for r in reports]
    span = allowed[0]
    for other in allowed[1:]:
        span = narrowed(span, other)
    if is_day(event.get("date", "")):
        span = (event["date"], event["date"])
    best = min(reports, key=lambda r: (len(r["published"]) < 10, r["published"] or LATEST))
    one_day = span[0] == span[1]
    occasion = event.get("occasion", "") or best["title"] or _first(r["title"] for r in reports)
    return {
        "act_id": "act:" + min(report["doc_id"] for report in reports),
        "holder": event.get("holder", "") or _first(report["author"] for report in reports),
        "occasion": occasion,
        "place": event.get("place", "") or _first(report["place"] for report in reports),
        "date": span[0] if one_day else best["published"],
        "date_low": "" if span[0] == EARLIEST else span[0],
        "date_high": "" if span[1] == LATEST else span[1],
        "n_documents": len(reports),
        "event": str(row + 1) if row >= 0 else "",
        "kind": kind(occasion),
    }


def _opening(body: str) -> str:
    """The first words of a text, for one that has no title.

    >>> _opening("The Pact met in Harrow on Monday, and its members spoke of ferries.")
    'The Pact met in Harrow on Monday, and …'
    """
    words = body.split()
    return " ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "")


def _lend(reports: Sequence[dict]) -> None:
    """Give the act's day to those of its reports that have none, and say whose it was."""
    dated = [r for r in reports if r["published_precision"] == "day"]
    if not dated:
        return
    lender = min(dated, key=lambda r: (r["published"], r["doc_id"]))
    day = lender["published"]
    for report in reports:
        span = (report["published_low"] or EARLIEST, report["published_high"] or LATEST)
        if report["published_precision"] != "day" and span[0] <= day <= span[1]:
            report |= {
                "published": day,
                "published_precision": "day",
                "published_low": day,
                "published_high": day,
                "candidates": "",
                "date_basis": "same act",
                "date_evidence": lender["doc_id"],
            }


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _no_acts() -> pd.DataFrame:
    return tables.empty("acts").assign(event=pd.Series(dtype="str"), kind=pd.Series(dtype="str"))
