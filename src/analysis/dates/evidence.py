"""What a text without a date of its own still says about when it was written.

Its own words ("adopted the following on 6 May 2019"), the anniversaries it marks, the past days it
mentions (it is not older than they are), and a day and month that fall on a named weekday.
"""

import re
from collections.abc import Sequence

from analysis.dates.expressions import Expression
from analysis.dates.published import UNDATED, Published, years_of
from analysis.dates.resolve import resolve
from analysis.dates.russian import tells_past
from analysis.dates.tense import tense_at

__all__ = ["LAST_YEAR", "lower_bound", "own_day", "own_words", "weekday_named", "yearless_dateline"]

FIRST_YEAR, LAST_YEAR = 1945, 2030
"""Years tried for a day without one. A fixed end, not the clock: the same text, the same answer."""
_MOST_CANDIDATES = 12
"""More days than this that fit equally say nothing; the interval alone is kept then."""

# "..., met in Marlow on 6 May 2019, and adopted the following Joint Declaration"
_FOLLOWING = re.compile(
    r"[^.!?]{0,80}\b(?:adopt|issu|releas|agree|declar|deliver|publish)\w*\s+"
    r"(?:on\s+)?(?:the\s+)?(?:following|this)\b",
    re.I,
)
# "Today, 6 May 2019," / "on this 6th day of May, 2019" / "We, the ministers, gathered in X on ..."
_TODAY = re.compile(r"\btoday[,\s(]+(?:on\s+|the\s+)?$", re.I)
_THIS_DAY = re.compile(r"this\b.*\bday\b", re.I | re.S)
_WE_MET = re.compile(
    # "We, the ministers of ..., " (who speaks is named), in one sentence, "gathered in ... on"
    r"\b(?:We|WE)(?:\s*,|\s+the\b|\s*[—–-])(?:(?!\.\s+[A-Z][a-z]).){0,900}?"
    r"\b(?:met|meet|meeting|gathered|gathering|convened|convening|assembled)\b"
    r"(?:(?!\.\s+[A-Z][a-z]).){0,200}?\bon\s+(?:the\s+)?$",
    re.S,
)
# "Below is the text of the statement made by Ms Arden on 6 May 2019."
_HERE_IS = re.compile(
    r"\b(?:Below|Here|This|(?:The\s+)?[Ff]ollowing)\s+is\s+(?:the|a)\s+(?:\w+\s+)?(?:text|transcript)"
    r"\s+of\s+[^.!?]{0,160}?\b(?:made|delivered|given|issued|released|read|broadcast)\b"
    r"[^.!?]{0,120}\bon\s+$"
)
# A text ends with where and when it was done.
_DONE = re.compile(
    r"(?:^|[.\n]\s*)(?:Done|Adopted|Issued|Signed|Given|Made|Agreed)\b[^.!?\n]{0,80}$"
)
_EARLY = 1_200
"""Characters in which a text says what occasion it is: its first paragraphs."""


def own_words(text: str, start: int, end: int, expressions: Sequence[Expression]) -> Published:
    """The day a text gives itself, in so many words.

    >>> from analysis.dates.expressions import find_expressions
    >>> words = "We, the ministers, met in Marlow on 6 May 2019 and adopted the following:"
    >>> own_words(words, 0, len(words), find_expressions(words)).value
    '2019-05-06'
    """
    for one in expressions:
        if one.kind != "date" or "swap" in one.numbers:
            continue
        if own_day(text, start, end, one.start, one.end):
            day = resolve(one, None).span.low
            if day:
                return Published(day, day, day, basis="own words", evidence=_around(text, one))
    return UNDATED


def own_day(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether a full date (``low`` to ``high``) is the day that a text gives itself.

    >>> words = "Done at Marlow on 6 May 2019."
    >>> own_day(words, 0, len(words), 18, 28)
    True
    """
    before = text[max(start, low - _EARLY) : low]
    if low - start < _EARLY and (
        _TODAY.search(before)
        or _THIS_DAY.match(text[low:high])
        or _WE_MET.search(before)
        or _HERE_IS.search(before)
        or _FOLLOWING.match(text, high, min(end, high + 160))
    ):
        return True
    return end - high < 400 and _DONE.search(before[-120:]) is not None


def _around(text: str, one: Expression) -> str:
    """The words of a date with a little of what leads to it."""
    low = max(0, one.start - 40)
    lead = text[low : one.start]
    return lead[lead.find(" ") + 1 if low else 0 :] + text[one.start : one.end]


def lower_bound(text: str, expressions: Sequence[Expression]) -> tuple[str, str]:
    """The latest past day a text speaks of, and the words: it cannot be older.

    A whole month or year counts from its first day. Only what the words place in the past for sure
    counts: a meeting "to be held in" a year, or a plan for one, says nothing.

    >>> from analysis.dates.expressions import find_expressions
    >>> words = "The mission was sent in January 2019. We look forward to the summit in 2021."
    >>> lower_bound(words, find_expressions(words))
    ('2019-01-01', 'January 2019')
    >>> words = "On 5 May 2022 the envoys met."
    >>> lower_bound(words, find_expressions(words))
    ('2022-05-05', '5 May 2022')
    """
    best = ("", "")
    for one in expressions:
        if one.kind not in ("date", "month", "year") or "y" not in one.numbers:
            continue
        if "swap" in one.numbers or not (_surely_past(text, one) or _leads_past(text, one)):
            continue
        low = resolve(one, None).span.low
        if low > best[0] and int(low[:4]) <= LAST_YEAR:
            best = (low, text[one.start : one.end])
    return best


_PLAN = re.compile(
    r"\b(?:to|for|by|until|till|through|between|and|period|host\w*|held|next|plan\w*|propos\w*|will|"
    r"would|shall|forward|upcoming|forthcoming|conven\w*|agenda|goals?|targets?|candid\w*|proclaim\w*|"
    r"declar\w*|invit\w*|look\w*|expect\w*|commit\w*|aim\w*|strategy|program\w*|budget)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|began|took\s+place|met|signed|founded|established|adopted|created|launched|"
    r"conducted|concluded|opened|started|elected|ended|occurred|happened|invaded|joined|visited|"
    r"ratified|issued|agreed|died|fell|came|attended|announced|became|hosted)\b",
    re.I,
)
_AUXILIARY = re.compile(r"\b(?:will|would|shall|to)\s+(?:be\s+)?$", re.I)
_SINCE = re.compile(r"\bsince\s+$", re.I)


def _surely_past(text: str, one: Expression) -> bool:
    """Whether the words before a date of the same sentence tell of something that has happened."""
    left = re.split(r"[.!?;:]\s", text[max(0, one.start - 60) : one.start])[-1]
    if _SINCE.search(left):
        return True
    past = list(_PAST.finditer(left))
    between = left[past[-1].end() :] if past else ""
    return (
        bool(past)
        and not _PLAN.search(between)
        and not _PLAN.search(re.split(r"[.!?;]", text[one.end : one.end + 16])[0])
        and not _AUXILIARY.search(left[: past[-1].start()])
        and tense_at(text, one.start, one.end) < 0
    )


_SENTENCE = re.compile(r"(?<!\b[A-ZА-ЯЁ])[.!?]\s|\n\s*\n")
_LEAD = re.compile(r"(?:On\s+)?$")
_COMING = re.compile(
    r"\b(?:will|would|shall|may|scheduled|planned|expected|due|upcoming|forthcoming|until|deadline|"
    r"is\s+to|are\s+to|was\s+to|were\s+to)\b"
)


def _leads_past(text: str, one: Expression) -> bool:
    """Whether a sentence begins with the day of something that has happened.

    A report that begins "On 5 May 2022 the envoys met" is of that day or of a later one.
    """
    if one.kind != "date":
        return False
    left = _SENTENCE.split(text[max(0, one.start - 60) : one.start])[-1]
    if not _LEAD.fullmatch(left.lstrip()):
        return False
    rest = _SENTENCE.split(text[one.end : one.end + 250])[0]
    if text[one.start : one.end].isascii():
        return tense_at(text, one.start, one.end) < 0 and not _COMING.search(rest)
    return tells_past(rest)


def weekday_named(text: str, expressions: Sequence[Expression]) -> tuple[int | None, str]:
    """The one weekday on which a text says something happened; None where it names several."""
    named = {
        one.numbers["wd"]: text[one.start : one.end]
        for one in expressions
        if one.kind == "weekday"
        and not one.numbers.get("mod")
        and tense_at(text, one.start, one.end) <= 0
    }
    if len(named) != 1:
        return None, ""
    weekday, words = next(iter(named.items()))
    return weekday, words


def yearless_dateline(
    dateline: Expression, words: str, weekday: int | None, weekday_words: str, first_day: str
) -> Published:
    """The days a dateline without a year can mean, by the weekday the text names.

    >>> line = Expression(0, 12, "yearless", {"m": 9, "d": 16})
    >>> yearless_dateline(line, "September 16", 3, "Thursday", "2002-05-14").candidates
    ('2004-09-16', '2010-09-16', '2021-09-16', '2027-09-16')
    """
    known = dateline.numbers.get("wd", weekday)
    first = int(first_day[:4]) if first_day else FIRST_YEAR
    days = years_of(
        dateline.numbers["m"], dateline.numbers["d"], known, range(first, LAST_YEAR + 1)
    )
    days = tuple(day for day in days if day >= first_day)
    if not days:
        return UNDATED
    evidence = words if known is None else f"{words}; {weekday_words or 'weekday'}"
    basis = "dateline without year" if known is None else "dateline and weekday"
    if len(days) > _MOST_CANDIDATES:
        return Published("", "", "", (), basis, evidence)
    return Published("", days[0], days[-1], days, basis, evidence)
