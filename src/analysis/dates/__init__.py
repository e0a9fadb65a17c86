"""Every date a text states or implies, each with its interval, its kind and its words.

``find_dates`` lists the date expressions of the bodies and resolves them against the documents'
own dates; ``find_stated`` dates what the documents tell by their words. ``published`` and
``evidence`` read a document's own date out of what surrounds it.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping

import pandas as pd

from analysis import tables
from analysis.dates.expressions import Expression, find_expressions
from analysis.dates.published import day_order, ordered
from analysis.dates.resolve import Anchor, Resolved, anchor_of, resolve
from analysis.dates.spans import NO_SPAN, day_span, ordinal_day
from analysis.dates.stated import STATED_COLUMNS, find_stated
from analysis.dates.tense import tense_at

__all__ = [
    "STATED_COLUMNS",
    "Anchor",
    "Expression",
    "Resolved",
    "anchor_of",
    "find_dates",
    "find_expressions",
    "find_stated",
    "resolve",
    "resolve_all",
]

# What figures say is the same in every language; the words that are known here are English, and
# in Russian the names of the months.
_IN_FIGURES = frozenset({"date", "year", "years"})
_CYRILLIC = re.compile(r"[а-яё]")
_STOP = re.compile(r"[.!?]\s+[A-Z«“\"]|\n\s*\n")
_A_SENTENCE = 400
"""Characters; longer stretches without a stop are lists."""
_TENSED = frozenset(
    {"yearless", "days", "month", "weekday", "quarter", "half", "season", "holiday", "weekend"}
)


def find_dates(
    documents: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """The table ``dates``: one row per date expression in the body of a document.

    An expression that needs the document's date and finds it unknown keeps its row, with ``low``
    and ``high`` empty.

    >>> documents = tables.from_rows("documents", [
    ...     dict(doc_id="a", item=1, start=0, end=26, published="2019-07-25")])
    >>> passages = tables.from_rows("passages", [
    ...     dict(passage_id="a:p1", doc_id="a", unit="paragraph", kind="body", start=0, end=26)])
    >>> found = find_dates(documents, passages, {"a": "The envoys left yesterday."})
    >>> found[["text", "low", "basis"]].values.tolist()
    [['yesterday', '2019-07-24', 'relative']]
    """
    paragraphs = tables.body_of(passages, "paragraph")
    bodies: dict[str, tuple[list[int], list[int]]] = {}
    for doc_id, rows in paragraphs.groupby("doc_id", sort=False):
        bodies[doc_id] = (rows["start"].tolist(), rows["end"].tolist())
    columns: dict[str, list] = {column: [] for column in tables.TABLES["dates"].names}
    # Reading has found the expressions of the texts that it had to date by their words.
    known: Mapping[str, list[Expression]] = getattr(texts, "expressions", {})
    rows = zip(documents["doc_id"], documents["published"], documents["language"], strict=True)
    for doc_id, published, language in rows:
        if doc_id in bodies:
            text, (starts, ends) = texts[doc_id], bodies[doc_id]
            found = known.get(doc_id)
            if found is None:
                found = find_expressions(text, starts[0], max(ends))
            inside = [
                one
                for one in found
                if _in_body(one, starts, ends)
                and (
                    language in ("en", "")
                    or one.kind in _IN_FIGURES
                    or _CYRILLIC.search(text, one.start, one.end)
                )
            ]
            _add_dates(columns, doc_id, published, text, inside)
    return tables.check("dates", pd.DataFrame(columns))


def _add_dates(
    columns: dict[str, list],
    doc_id: str,
    published: str,
    text: str,
    found: list[Expression],
) -> None:
    anchor = anchor_of(published)
    inside = found
    if any("swap" in one.numbers for one in found):
        order = day_order(found, published)
        inside = [one._replace(numbers=ordered(one.numbers, order)) for one in found]
    for one, meant in zip(inside, resolve_all(text, inside, anchor), strict=True):
        row = (
            doc_id,
            one.start,
            one.end,
            text[one.start : one.end],
            *meant.span,
            meant.basis,
            meant.relative_to,
        )
        for column, value in zip(columns.values(), row, strict=True):
            column.append(value)


def _in_body(one: Expression, starts: list[int], ends: list[int]) -> bool:
    at = bisect_right(starts, one.start) - 1
    return at >= 0 and one.end <= ends[at]


def resolve_all(text: str, expressions: list[Expression], anchor: Anchor | None) -> list[Resolved]:
    """What each expression of one document means, those before it being its context."""
    context = NO_SPAN
    resolved: list[Resolved] = []
    for number, one in enumerate(expressions):
        tense = tense_at(text, one.start, one.end) if anchor and one.kind in _TENSED else 0
        if number and anchor and _coordinated(text, expressions[number - 1], one):
            # "next Monday and Tuesday": the second lies on the same side as the first.
            before = resolved[-1].span.low
            tense = (before > anchor.words) - (before < anchor.words) if before else tense
            if tense > 0:
                one = one._replace(numbers=one.numbers | {"mod": "the following"})
        meant = resolve(one, anchor, tense=tense, context=context)
        meant = _beside(text, expressions[:number], resolved, one, meant)
        if meant.span.low and one.kind != "present" and not _compares(one):
            context = meant.span
        resolved.append(meant)
    return resolved


def _beside(
    text: str, before: list[Expression], resolved: list[Resolved], one: Expression, meant: Resolved
) -> Resolved:
    """A day without a year in the year of another of its month that its sentence has named."""
    if one.kind != "yearless" or "of" in one.numbers or not meant.span.low:
        return meant
    other = _same_month(text, before, one)
    if other is None or not (named := resolved[other].span.low):
        return meant
    day = ordinal_day(int(named[:4]), one.numbers["m"], one.numbers["d"])
    fits = day and one.numbers.get("wd") in (None, day.weekday())
    return meant._replace(span=day_span(day)) if fits else meant


def _same_month(text: str, before: list[Expression], one: Expression) -> int | None:
    """Number of the first day of this month, without a year either, in the same sentence."""
    found = None
    for number in range(len(before) - 1, -1, -1):
        other = before[number]
        if other.end < one.start - _A_SENTENCE or _STOP.search(text, other.end, one.start):
            break
        if other.kind == "yearless" and other.numbers["m"] == one.numbers["m"]:
            found = number if "of" not in other.numbers else found
    return found


def _coordinated(text: str, before: Expression, one: Expression) -> bool:
    """Whether two weekdays stand side by side, the second without a word of its own."""
    pair = one.kind == before.kind == "weekday" and "mod" not in one.numbers
    return pair and text[before.end : one.start].strip(" ,\n") in ("", "and", "or")


def _compares(one: Expression) -> bool:
    """Whether it only compares ("from a month earlier"): what follows goes on from before it."""
    return one.kind == "shift" and one.numbers.get("context", False) and one.numbers["n"] == -1
