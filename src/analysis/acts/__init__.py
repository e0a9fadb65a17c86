"""Which documents report the same declaration or speech.

Four outlets on one declaration are one act with four reports, and counting them as four would make
a body look four times as firm. Documents are one act when one is a copy of the other, when both
stand on the same row of the events calendar, or when their dates and places agree and they come
from one meeting with one communiqué, or share content: word for word (the same quotations), or, on
the same day at the same place, in the words they use; never when what they say was decided cannot
be one decision. Days that the texts themselves give are
compared strictly; between the days of two pages a report may be late. A document without a date may
borrow that of another report of its act, and says so.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis import tables
from analysis.acts.calendar import calendar_rows, kind
from analysis.acts.content import shared_content
from analysis.acts.intervals import Span, is_day, narrowed, near, spans
from analysis.acts.occasions import Occasion, different, occasion_of, pairs, place_told
from analysis.corpus.decisions import Decision, contradict, decisions_in
from analysis.dates import STATED_COLUMNS
from analysis.dates.published import Published
from analysis.tables import EARLIEST, LATEST
from analysis.text.headers import place_of

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
    occasions = [
        occasion_of(title, body) for title, body in zip(documents["title"], bodies, strict=True)
    ]
    places = _places(documents, passages, texts, bodies)
    decisions = [decisions_in(body) for body in bodies]
    groups = _Groups(documents, rows, places, occasions, decisions)
    for a, b in _copies(documents):
        groups.join(a, b, sure=True)
    for same in _by_value(rows):
        for other in same[1:]:
            groups.join(same[0], other, sure=True)
    for a, b in [*pairs(occasions), *shared_content(documents, bodies)]:
        groups.join(a, b)
    return _write(documents, groups.members(), rows, events, bodies, places)


def _bodies(documents: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str]) -> list[str]:
    """The body and headings of each document, joined, in the order of the documents."""
    own = passages["kind"].isin(["body", "heading"])
    body = passages[(passages["unit"] == "paragraph") & own]
    words: dict[str, list[str]] = defaultdict(list)
    for doc_id, paragraph in zip(body["doc_id"], tables.words_of(body, texts), strict=True):
        words[doc_id].append(paragraph)
    return [" ".join(words[doc_id]) for doc_id in documents["doc_id"]]


def _places(
    documents: pd.DataFrame,
    passages: pd.DataFrame,
    texts: Mapping[str, str],
    bodies: Sequence[str],
) -> list[str]:
    """Where the act of each document was: the manifest's place, the text's, or the dateline's.

    A report may be written far from the meeting ("LOWICK, May 5. The talks held in Harrow ...").
    """
    lines = passages[passages["kind"] == "dateline"]
    written: dict[str, set[str]] = defaultdict(set)
    for doc_id, line in zip(lines["doc_id"], tables.words_of(lines, texts), strict=True):
        written[doc_id].add(place_of(line))
    return [
        place if place and place not in written[doc_id] else place_told(body) or place
        for doc_id, place, body in zip(documents["doc_id"], documents["place"], bodies, strict=True)
    ]


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

    def __init__(
        self,
        documents: pd.DataFrame,
        rows: Sequence[int],
        places: Sequence[str],
        occasions: Sequence[Occasion | None],
        decisions: Sequence[list[Decision]],
    ) -> None:
        self.group = list(range(len(documents)))
        self.held = {i: [i] for i in self.group}
        self.span = dict(enumerate(spans(documents)))
        # "Harrow, Lowland" and "Harrow" are one place.
        self.places = {i: {p.casefold().split(",")[0]} - {""} for i, p in enumerate(places)}
        self.occasions = {i: [one] if one else [] for i, one in enumerate(occasions)}
        self.rows = {i: {row} - {-1} for i, row in enumerate(rows)}
        self.decisions = {i: [made] for i, made in enumerate(decisions)}

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
        self.occasions[a] += self.occasions.pop(b)
        self.decisions[a] += self.decisions.pop(b)

    def _agree(self, a: int, b: int) -> bool:
        close = near(self.span[a], self.span[b])
        places, rows = (self.places[a], self.places[b]), (self.rows[a], self.rows[b])
        apart = any(different(x, y) for x in self.occasions[a] for y in self.occasions[b])
        apart |= any(contradict(x, y) for x in self.decisions[a] for y in self.decisions[b])
        return close and not apart and all(not x or not y or x & y for x, y in (places, rows))

    def members(self) -> list[list[int]]:
        """The documents of each group, in their order."""
        return [sorted(self.held[a]) for a in sorted(self.held)]


def _write(
    documents: pd.DataFrame,
    groups: Sequence[Sequence[int]],
    rows: Sequence[int],
    events: pd.DataFrame,
    bodies: Sequence[str],
    places: Sequence[str],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables from the groups; the acts in order of time, the undated last."""
    reports = documents.to_dict("records")
    allowed = spans(documents)
    acts = []
    for members in groups:
        own = [reports[i] for i in members]
        row = max(rows[i] for i in members)
        event = events.iloc[row].to_dict() if row >= 0 else {}
        act = _act(own, event, row, [allowed[i] for i in members], [places[i] for i in members])
        if not act["holder"] and not act["occasion"]:  # the row would say nothing of its act
            act["occasion"] = _first(_opening(bodies[i]) for i in members)
        acts.append(act)
        for report in own:
            report["act_id"] = act["act_id"]
        _lend(own)
        _tell(own, act)
    # Bounds on one side alone order nothing: such an act may be of any year after.
    acts.sort(key=lambda act: (not act["date_high"], act["date_low"] or LATEST, act["act_id"]))
    return (
        tables.check("documents", pd.DataFrame(reports)),
        tables.check("acts", pd.DataFrame(acts)),
    )


def _act(
    reports: Sequence[Mapping[str, str]],
    event: Mapping[str, str],
    row: int,
    allowed: Sequence[Span],
    places: Sequence[str],
) -> dict:
    """One act from its reports, the days each allows, and its row of the calendar."""
    span = functools.reduce(narrowed, allowed)
    if is_day(event.get("date", "")):
        span = Span(event["date"], event["date"], sure=True)
    best = min(reports, key=lambda r: (len(r["published"]) < 10, r["published"] or LATEST))
    one_day = span.low == span.high
    occasion = event.get("occasion", "") or best["title"] or _first(r["title"] for r in reports)
    return {
        "act_id": "act:" + min(report["doc_id"] for report in reports),
        "holder": event.get("holder", "") or _first(report["author"] for report in reports),
        "occasion": occasion,
        "place": event.get("place", "") or _first(places),
        "date": span.low if one_day else best["published"],
        "date_low": "" if span.low == EARLIEST else span.low,
        "date_high": "" if span.high == LATEST else span.high,
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
        low = max(report["published_low"] or EARLIEST, report["stated_low"])
        if report["published_precision"] != "day" and (
            low <= day <= (report["published_high"] or LATEST)
        ):
            lent = Published(day, day, day, basis="same act", evidence=lender["doc_id"])
            report |= lent.cells


def _tell(reports: Sequence[dict], act: Mapping[str, str]) -> None:
    """Give the day of the act to its reports that do not say it: by the calendar, or another."""
    sayers = [r for r in reports if r["stated"] == act["date"]]
    if not is_day(act["date"]) or not (sayers or act["event"]):
        return
    basis, words = ("same act", sayers[0]["doc_id"]) if sayers else ("events calendar", "")
    for report in reports:
        if not report["stated"] and act["date"] <= (report["published_high"] or LATEST):
            cells = (*[act["date"]] * 3, basis, words or act["occasion"])
            report |= dict(zip(STATED_COLUMNS, cells, strict=True))


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _no_acts() -> pd.DataFrame:
    return tables.empty("acts").assign(event=pd.Series(dtype="str"), kind=pd.Series(dtype="str"))
