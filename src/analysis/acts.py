"""Which documents report the same declaration or speech.

Four outlets on one declaration are one act with four reports, and counting them as four would make
a body look four times as firm. Documents are one act when one is a copy of the other, when both
stand on the same row of the events calendar, or when their dates and places agree and they share
content: word for word (the same quotations), or, on the same day at the same place, in the words
they use. A document without a date may borrow that of another report of its act, and says so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

from analysis import tables

__all__ = ["group_acts"]

LAG_DAYS = 3  # a session of Friday evening is reported on Monday at the latest
SHINGLE = 5  # words in a row; shorter runs are common turns of phrase, longer ones miss edits
COMMON = 8  # documents; a run of words in more than that is a formula, not a report of one act
MIN_SHARED = 12  # shingles: one shared quotation of 16 words
SHARE_SAME_DAY = 0.10  # of the shorter text, where both are of one day
SHARE = 0.30  # else: announcements and follow-ups of the days around share a tenth with an act
SAME_WORDS = 0.50  # cosine of tf-idf, where day and place are known to be the same
HASHES = 2**22  # room for the shingles of 100,000 documents with few collisions
EARLIEST, LATEST = "0001-01-01", "9999-12-31"

Span = tuple[str, str]


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
    rows = _calendar_rows(documents, bodies, events)
    groups = _Groups(documents, rows)
    for a, b in _copies(documents):
        groups.join(a, b, sure=True)
    for same in _by_value(rows):
        for other in same[1:]:
            groups.join(same[0], other, sure=True)
    for a, b in _shared_content(documents, bodies):
        groups.join(a, b)
    return _write(documents, groups.members(), rows, events)


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


def _calendar_rows(
    documents: pd.DataFrame, bodies: Sequence[str], events: pd.DataFrame
) -> list[int]:
    """The calendar row each document reports, or -1.

    The day must fit, and the text must give two clues: the row's place, occasion, holder, or
    one of its telling words, which count double. One will do where the calendar gave the date;
    a report of a later day needs three. Of several rows the nearest day wins, then the one with
    most clues.
    """
    if events.empty:
        return [-1] * len(documents)
    dated = [(i, day) for i, day in enumerate(events["date"]) if _is_day(day)]
    by_day: dict[str, list[int]] = defaultdict(list)
    for i, day in dated:
        by_day[day].append(i)
    clues = [_clues(event) for event in events.to_dict("records")]
    columns = ["published_low", "published_high", "date_basis", "place", "title"]
    found = []
    for report, body in zip(documents[columns].itertuples(index=False), bodies, strict=True):
        low, high, basis, place, title = report
        if not low or low != high:  # only a day is near enough to a row to be that row
            found.append(-1)
            continue
        text = " ".join(f"{place} {title} {body}".split()).casefold()
        options = []
        for lag in range(LAG_DAYS + 1):
            for row in by_day.get(_shifted(low, -lag), ()):
                n = sum(weight for clue, weight in clues[row] if clue.search(text))
                if n >= (1 if "calendar" in basis else 2) + (lag > 0):
                    options.append((lag, -n, row))
        found.append(min(options)[2] if options else -1)
    return found


def _clues(event: Mapping[str, str]) -> list[tuple[re.Pattern[str], int]]:
    """What tells a report of this event, and how much each counts."""
    clues = [(event.get(name, ""), 1) for name in ("place", "occasion", "holder")]
    clues += [(phrase, 2) for phrase in tables.split(event.get("words", ""))]
    plain = [(" ".join(phrase.split()).casefold(), weight) for phrase, weight in clues]
    return [
        (re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)"), weight)
        for phrase, weight in plain
        if phrase
    ]


def _by_value(rows: Sequence[int]) -> list[list[int]]:
    """Groups of documents that stand on the same calendar row."""
    groups: dict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        if row >= 0:
            groups[row].append(i)
    return list(groups.values())


def _shared_content(documents: pd.DataFrame, bodies: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Pairs of documents that share enough, most first; dates are checked when they are joined."""
    pairs: dict[tuple[int, int], float] = {}
    shingles = _shingles(bodies)
    sizes = np.maximum(np.diff(shingles.indptr), 1)
    n_holding = np.bincount(shingles.indices, minlength=shingles.shape[1])
    rare = shingles[:, np.flatnonzero((n_holding > 1) & (n_holding <= COMMON))]
    shared = sparse.triu(rare @ rare.T, k=1).tocoo()
    spans = _spans(documents)
    for a, b, n in zip(shared.row, shared.col, shared.data, strict=True):
        share = n / min(sizes[a], sizes[b])
        same_day = spans[a] == spans[b] and spans[a][0] == spans[a][1]
        if n >= MIN_SHARED and share >= (SHARE_SAME_DAY if same_day else SHARE):
            pairs[int(a), int(b)] = float(share)
    pairs |= _same_words(documents, bodies)
    return [pair for pair, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))]


def _shingles(bodies: Sequence[str]) -> sparse.csr_matrix:
    """Which runs of words each body holds."""
    hashing = HashingVectorizer(
        ngram_range=(SHINGLE, SHINGLE),
        n_features=HASHES,
        binary=True,
        norm=None,
        alternate_sign=False,
        token_pattern=r"\w+",
    )
    return hashing.transform(bodies).tocsr()


def _same_words(documents: pd.DataFrame, bodies: Sequence[str]) -> dict[tuple[int, int], float]:
    """Pairs of one day and one place whose words agree, though no run of them does."""
    where = documents["published"].where(documents["published_precision"] == "day", "")
    keys = [
        (day, place.casefold()) if day and place else None
        for day, place in zip(where, documents["place"], strict=True)
    ]
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        if key:
            groups[key].append(i)
    several = [members for members in groups.values() if len(members) > 1]
    if not several:
        return {}
    hashing = HashingVectorizer(stop_words="english", alternate_sign=False, norm=None)
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(hashing.transform(bodies)).tocsr()
    pairs = {}
    for members in several:
        cosine = (weights[members] @ weights[members].T).toarray()
        for x, y in zip(*np.nonzero(np.triu(cosine >= SAME_WORDS, k=1)), strict=True):
            pairs[members[x], members[y]] = float(cosine[x, y])
    return pairs


class _Groups:
    """Documents joined step by step; a join is refused where dates, places or rows disagree."""

    def __init__(self, documents: pd.DataFrame, rows: Sequence[int]) -> None:
        self.group = list(range(len(documents)))
        self.held = {i: [i] for i in self.group}
        self.span = dict(enumerate(_spans(documents)))
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
        self.span[a] = _narrowed(self.span[a], self.span.pop(b))
        self.places[a] |= self.places.pop(b)
        self.rows[a] |= self.rows.pop(b)

    def _agree(self, a: int, b: int) -> bool:
        near = _near(self.span[a], self.span[b])
        places, rows = (self.places[a], self.places[b]), (self.rows[a], self.rows[b])
        return near and all(not x or not y or x & y for x, y in (places, rows))

    def members(self) -> list[list[int]]:
        """The documents of each group, in their order."""
        return [sorted(self.held[a]) for a in sorted(self.held)]


def _spans(documents: pd.DataFrame) -> list[Span]:
    """First and last day each document can be of."""
    lows = documents["published_low"].where(documents["published_low"] != "", EARLIEST)
    highs = documents["published_high"].where(documents["published_high"] != "", LATEST)
    return list(zip(lows, highs, strict=True))


def _near(a: Span, b: Span) -> bool:
    """Whether two intervals meet, or lie no further apart than a report is late."""
    return b[0] <= _shifted(a[1], LAG_DAYS) and a[0] <= _shifted(b[1], LAG_DAYS)


def _narrowed(a: Span, b: Span) -> Span:
    """What both intervals allow; of two that do not meet the earlier, for reports come later."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else min(a, b)


def _write(
    documents: pd.DataFrame,
    groups: Sequence[Sequence[int]],
    rows: Sequence[int],
    events: pd.DataFrame,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables from the groups; the acts in order of time, the undated last."""
    reports = documents.to_dict("records")
    acts = []
    for members in groups:
        own = [reports[i] for i in members]
        row = max(rows[i] for i in members)
        event = events.iloc[row].to_dict() if row >= 0 else {}
        act = _act(own, event, row)
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
    spans = [(r["published_low"] or EARLIEST, r["published_high"] or LATEST) for r in reports]
    span = spans[0]
    for other in spans[1:]:
        span = _narrowed(span, other)
    if _is_day(event.get("date", "")):
        span = (event["date"], event["date"])
    best = min(reports, key=lambda r: (len(r["published"]) < 10, r["published"] or LATEST))
    is_day = span[0] == span[1]
    occasion = event.get("occasion", "") or best["title"]
    return {
        "act_id": "act:" + min(report["doc_id"] for report in reports),
        "holder": event.get("holder", "") or _first(report["author"] for report in reports),
        "occasion": occasion,
        "place": event.get("place", "") or _first(report["place"] for report in reports),
        "date": span[0] if is_day else best["published"],
        "date_low": "" if span[0] == EARLIEST else span[0],
        "date_high": "" if span[1] == LATEST else span[1],
        "n_documents": len(reports),
        "event": str(row + 1) if row >= 0 else "",
        "kind": _kind(occasion),
    }


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


KINDS = (  # what an occasion is called; the first that fits, so the more telling come first
    ("speech", r"address|speech|remarks|interview|message|press conference|briefing"),
    ("session", r"session|summit|meeting|council|conference|assembly|talks|consultations|visit"),
    ("exercise", r"exercises?|training|drills?|manoeuvres|maneuvers"),
    (
        "document",
        r"declaration|statement|communique|communiqué|treaty|agreement|charter|resolution",
    ),
)
KIND_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.I)) for kind, words in KINDS)


def _kind(occasion: str) -> str:
    """What sort of act an occasion is, by its name; empty where the name does not tell."""
    return next((kind for kind, pattern in KIND_PATTERNS if pattern.search(occasion)), "")


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _is_day(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text))


def _shifted(day: str, days: int) -> str:
    if day in (EARLIEST, LATEST):
        return day
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _no_acts() -> pd.DataFrame:
    return tables.empty("acts").assign(event=pd.Series(dtype="str"), kind=pd.Series(dtype="str"))
