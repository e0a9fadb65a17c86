"""Expressions built on a unit of time or on a word that points: "two years ago", "last week"."""

import re

from analysis.dates.parts import (
    COUNT,
    MONTH_NAME,
    ORDINAL,
    ORDINALS,
    UNITS,
    YEAR,
    Found,
    begin_of,
    count_of,
    left_of,
    month_of,
)
from analysis.dates.tense import tense_at

__all__ = ["ENDS", "find_deictic", "find_rate", "find_unit"]

_PART = r"(?:early|earlier|later|late|the\s+(?:end|beginning|start|middle)\s+of|mid)"
_DEICTIC = re.compile(
    rf"\b(?:(?P<part>{_PART})[\s-]+)?(?P<the>(?:the|these|those)\s+)?"
    r"(?P<mod>last|past|previous|preceding|next|coming|following|this|current|same|that|upcoming|"
    rf"prior|latest|this\s+past|this\s+coming)\s+(?:(?P<n>{COUNT}|couple\s+of)\s+)?"
    r"(?P<fiscal>(?:fiscal|financial|calendar|school|academic)\s+)?$",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:(?:the\s+)?(?:recent|coming|last|past|next)(?:\s+(?:few|several))?|"
    r"(?:a\s+few|several|some|many|few))\s+$",
    re.I,
)
_COUNTED = re.compile(
    rf"(?<![\w.,$-])(?P<n>{COUNT})(?:[\s-]+(?:full|whole|straight|consecutive|more|long))?[\s-]+$",
    re.I,
)
_AGO = re.compile(
    r"(?P<half>\s+and\s+a\s+half)?\s+"
    r"(?:ago|(?P<ctx>earlier|later|before\b(?!\s+(?:the|a)\b)|afterwards?))\b",
    re.I,
)
_AGO_NOW = re.compile(r"\s+(?P<now>this\s+month|this\s+week|today)\b", re.I)
_HENCE = re.compile(r"\s+(?:from\s+now|hence)\b", re.I)
_OLD = re.compile(r"[\s-]+old\b", re.I)
_ENDED = re.compile(
    r"\s+(?:ended|ending|to|through|that\s+ended)\s+(?:in\s+|on\s+)?(?:(?P<d0>\d{1,2})\s+)?"
    rf"(?P<m>{MONTH_NAME})"
    rf"(?:\s+(?P<d>\d{{1,2}})(?!\d))?(?:,?\s+(?P<y>{YEAR}))?"
)
_ORDINAL_BEFORE = re.compile(
    rf"\b(?P<the>the\s+)?(?:fiscal\s+)?(?P<o>{ORDINAL}|last|final|1st|2nd|3rd|4th)[\s-]+"
    rf"(?:fiscal[\s-]+)?(?:(?P<n>{COUNT})\s+)?$",
    re.I,
)
_OF_YEAR = re.compile(
    rf"[\s,]+(?:of\s+)?(?:the\s+)?(?:fiscal\s+(?:year\s+)?)?(?:(?P<y>{YEAR})|"
    r"(?P<mod>this|last|next|the)\s+year)\b",
    re.I,
)
_EVERY = re.compile(
    rf"\b(?:(?:every|each)(?:\s+(?:other|{COUNT}|{ORDINAL}))?|"
    rf"(?:once|twice|{COUNT}\s+times)\s+(?:a|an|per|every|each)|per)\s+$",
    re.I,
)
_WITHIN_NOW = re.compile(r"\b(?P<part>(?:earlier|later|early|late)\s+in)\s+the\s+$", re.I)
_IN_FUTURE = re.compile(r"(?<!time\s)(?<!times\s)\b(?:in)\s+$", re.I)
_YEAR_OF = re.compile(rf"\b(?:(?P<mod>last|this|next)\s+year['’]s|the\s+(?P<y>{YEAR}))\s+$", re.I)
_WEEKEND = re.compile(r"\b(?:the)\s+$", re.I)
_PART_OF = re.compile(r"\b(?P<part>the\s+(?:end|beginning|start|middle)\s+of)\s+the\s+$", re.I)
_OF_FIGURE = re.compile(r"\s+of\s+(?:\d|[A-Z])")
_CENTURY = re.compile(
    rf"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<o>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})[\s-]+$",
    re.I,
)
# The last word before a unit, of any rule below: without it, none of them can hold.
_BEFORE_UNIT = re.compile(
    r"(?:\b(?:\d+(?:st|nd|rd|th)?|every|each|other|per|an?|couple\s+of|the|last|past|previous|"
    r"preceding|next|coming|following|this|current|same|that|upcoming|prior|latest|fiscal|"
    r"financial|calendar|school|academic|recent|few|several|some|many|full|whole|straight|"
    rf"consecutive|more|long|final|times\s+a|{COUNT}|{ORDINAL}))[\s-]+$",
    re.I,
)
_OF_SOMETHING = re.compile(r"\s+of\s+(?:the|their|his|her|its)\b", re.I)
_OF_ANOTHER_YEAR = re.compile(
    r",?\s+(?:of\s+|in\s+)?(?:last\s+year|(?:the\s+previous|the\s+preceding)\s+year|"
    r"(?:a|one)\s+year\s+(?:ago|earlier|before))\b",
    re.I,
)
_THE = re.compile(r"\bthe\s+$", re.I)
# "the day after": only where nothing follows that it could be the day after of.
_BEFORE_OR_AFTER = re.compile(
    r"\s+(?P<way>before|after|earlier|later)(?=\s*(?:$|[,.;:)!?\"”]|[-–—]\s|(?:and|but|when)\b))"
)
_SHORT = frozenset({"second", "minute", "hour", "night"})
_SIGNS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": 0,
    "this past": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1, "this coming": 1,
    "this": 0, "current": 0, "same": 0, "that": 0,
}  # fmt: skip
# "the following year" and its like point from what was said before, not from the day of writing.
_FROM_CONTEXT = frozenset({"previous", "preceding", "following", "same", "that", "prior"})


def find_unit(text: str, start: int, end: int) -> list[Found]:
    """A unit of time with a count, a pointing word or an ordinal; none when it stands alone."""
    word = text[start:end].lower()
    unit, plural = UNITS[word], word.endswith("s")
    left = left_of(text, start)
    if not (_BEFORE_UNIT.search(left[-24:]) or _ENDED.match(text, end)):
        return []
    for rule in _RULES:
        if found := rule(text, start, end, unit, plural, left):
            return [found]
    return []


def _every(text, start, end, unit, plural, left) -> Found | None:
    found = _EVERY.search(left)
    return (begin_of(start, found), end, "set", {"unit": unit}) if found else None


def _century(text, start, end, unit, plural, left) -> Found | None:
    found = _CENTURY.search(left) if unit == "century" else None
    if not found:
        return None
    word = found["o"].lower()
    number = int(re.match(r"\d+", word).group()) if word[0].isdigit() else ORDINALS[word]
    return begin_of(start, found), end, "century", {"n": number}


def _ended(text, start, end, unit, plural, left) -> Found | None:
    """'the nine months ended Sept. 30, 2018': a stretch known by its last day."""
    after = _ENDED.match(text, end)
    if not after or unit not in ("week", "month", "quarter", "half", "year"):
        return None
    before = re.search(rf"\b(?:the\s+)?(?:fiscal\s+)?(?P<n>{COUNT}|{ORDINAL})?[\s-]*$", left, re.I)
    word = (before["n"] or "") if before else ""
    count = (count_of(word) if word.lower() not in ORDINALS else 0) or 1
    numbers = {"n": count, "unit": unit, "m": month_of(after["m"])}
    numbers |= {"ahead": True} if re.match(r"\s+ending", text[end : end + 10]) else {}
    day = after["d"] or after["d0"]
    numbers |= {"d": int(day)} if day else {}
    numbers |= {"y": int(after["y"])} if after["y"] else {}
    begin = begin_of(start, before) if before else start
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    return begin, after.end(), "ended", numbers


def _ordinal(text, start, end, unit, plural, left) -> Found | None:
    """'the third quarter (of 2018)', 'the first half', 'the first six months of 2019'."""
    before = _ORDINAL_BEFORE.search(left)
    if not before:
        return None
    word = before["o"].lower()
    number = ORDINALS.get(word) or (int(word[0]) if word[0].isdigit() else 0)
    after = _OF_YEAR.match(text, end)
    numbers: dict = {"n": number, "fiscal": "fiscal" in before.group().lower()}
    stop, begin = (after.end() if after else end), begin_of(start, before)
    year = after or _YEAR_OF.search(left[: before.start()])
    if year:
        numbers |= {"of": (year["mod"] or "").lower(), "y": int(year["y"] or 0)}
        begin = begin if after else begin_of(start, year)
    if year and word in ("last", "final"):
        number = numbers["n"] = {"quarter": 4, "half": 2}.get(unit, 0)
    if unit in ("quarter", "half") and number and not before["n"]:
        if number > (4 if unit == "quarter" else 2):
            return None
        if unit == "half" and not year and not before["the"]:
            return None
        return begin, stop, unit, numbers
    if unit == "month" and before["n"] and year and number in (0, 1):
        numbers |= {"count": count_of(before["n"])}
        return begin, stop, "months", numbers
    return None


def _deictic(text, start, end, unit, plural, left) -> Found | None:
    """'last week', 'the past three years', 'earlier this month', 'the following year'."""
    before = _DEICTIC.search(left)
    if not before or unit in ("second", "minute", "hour", "half"):
        return None
    mod = re.sub(r"\s+", " ", before["mod"].lower())
    begin = begin_of(start, before)
    count = 2 if (before["n"] or "").startswith("couple") else count_of(before["n"])
    if before["n"] or (before["the"] and mod in ("past", "last", "next", "coming") and not plural
                       and mod in ("past", "coming")):  # fmt: skip
        sign = _SIGNS[mod] or (-1 if mod == "this" else 1)
        return begin, end, "stretch", {"n": max(count, 1), "unit": unit, "sign": sign}
    if plural:
        return begin, end, "vague", {}
    if mod == "same" and (other := _OF_ANOTHER_YEAR.match(text, end)):
        return begin, other.end(), "shift", {"n": -1, "unit": "year", "context": True}
    if mod in ("that", "same") and unit not in ("day", "month", "year", "week"):
        return None
    if (mod == "that" and before["the"]) or (unit == "day" and mod in ("last", "past", "latest")):
        return None
    if _OF_SOMETHING.match(text, end) and mod in ("last", "same", "that"):
        return None
    by = -1 if mod == "latest" and unit in ("quarter", "month") else _SIGNS[mod]
    told = mod in _FROM_CONTEXT or (
        mod == "next" and before["the"] is not None and tense_at(text, begin, end) < 0
    )
    numbers = {"n": by, "unit": unit, "context": told}
    numbers |= {"later": True} if mod == "that" else {}
    return begin, end, "shift", numbers


def _vague(text, start, end, unit, plural, left) -> Found | None:
    found = _VAGUE.search(left) if plural else None
    if not found:
        return None
    ago = _AGO.match(text, end)
    return begin_of(start, found), ago.end() if ago else end, "vague", {}


def _counted(text, start, end, unit, plural, left) -> Found | None:
    """'two years ago', 'three days later', 'for two weeks'; 'a year and a half ago' is vague."""
    before = _COUNTED.search(left)
    if not before or unit == "half":
        return None
    begin, count = begin_of(start, before), count_of(before["n"])
    if old := _OLD.match(text, end):
        return begin, old.end(), "duration", {"n": count, "unit": unit}
    if ago := _AGO.match(text, end):
        if ago["half"]:
            return begin, ago.end(), "vague", {}
        if unit in _SHORT:
            return begin, ago.end(), "shift", {"n": 0, "unit": "day", "context": bool(ago["ctx"])}
        back = -1 if not ago["ctx"] or ago["ctx"].lower() in ("earlier", "before") else 1
        numbers = {"n": back * count, "unit": unit, "context": bool(ago["ctx"])}
        numbers |= {"later": True} if back > 0 else {}
        if unit == "year" and (now := _AGO_NOW.match(text, ago.end())):
            # "ten years ago this month" is finer than its unit.
            grain = {"month": "month", "week": "week", "today": "day"}[
                now["now"].split()[-1].lower()
            ]
            return begin, now.end(), "shift", numbers | {"grain": grain}
        return begin, ago.end(), "shift", numbers
    if hence := _HENCE.match(text, end):
        if unit in _SHORT:
            return begin, hence.end(), "shift", {"n": 0, "unit": "day", "context": False}
        return begin, hence.end(), "shift", {"n": count, "unit": unit, "context": False}
    if unit in ("quarter", "night", "weekend") and not plural:
        return None
    ahead = _IN_FUTURE.search(left[: before.start()])
    if ahead and unit not in _SHORT and tense_at(text, begin, end) > 0:
        numbers = {"n": count, "unit": unit, "context": False}
        return begin_of(start, ahead), end, "shift", numbers
    if before["n"].lower() in ("a", "an") and unit in ("day", "night", "minute", "second"):
        return None
    return begin, end, "duration", {"n": count, "unit": unit}


def _part_of(text, start, end, unit, plural, left) -> Found | None:
    """'the end of the year'."""
    found = _PART_OF.search(left)
    if not found or plural or unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    return begin_of(start, found), end, "shift", {"n": 0, "unit": unit, "context": False}


def _beside(text, start, end, unit, plural, left) -> Found | None:
    """'the day after', 'the year before': counted from what was said."""
    before, after = _THE.search(left), _BEFORE_OR_AFTER.match(text, end)
    if not before or not after or plural or unit == "half" or unit in _SHORT:
        return None
    back = after["way"] in ("before", "earlier")
    numbers = {"n": -1 if back else 1, "unit": unit, "context": True}
    return begin_of(start, before), after.end(), "shift", numbers | {"later": not back}


def _inside(text, start, end, unit, plural, left) -> Found | None:
    """'earlier in the week', 'over the weekend': the one that the text is written in."""
    numbers = {"n": 0, "unit": unit, "context": False}
    if plural or unit in _SHORT:
        return None
    if found := _WITHIN_NOW.search(left):
        return begin_of(start, found), end, "shift", numbers
    dated = unit == "weekend" and _OF_FIGURE.match(text, end)
    if unit == "weekend" and not dated and (found := _WEEKEND.search(left)):
        return begin_of(start, found), end, "weekend", {}
    return None


_RULES = (
    _every, _century, _ended, _ordinal, _deictic, _vague, _counted, _part_of, _beside, _inside,
)  # fmt: skip

ENDS = {
    "year-end": "year", "year's end": "year", "year’s end": "year", "month's end": "month",
    "month’s end": "month", "week's end": "week", "week’s end": "week",
}  # fmt: skip
"""Words for the end of the unit that the text is written in."""
_SHIFTS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1,
           "this morning": 0, "this afternoon": 0, "this evening": 0}  # fmt: skip
_AS_RECENTLY = re.compile(r"\b[Aa]s\s+$")
_BEFORE_YESTERDAY = re.compile(r"\b(?:the\s+)?day\s+before\s+$", re.I)
_AFTER_TOMORROW = re.compile(r"\b(?:the\s+)?day\s+after\s+$", re.I)
# "Q1. Ms Arden asked the Minister": the number of a question opens its line.
_QUESTION, _FIRST = re.compile(r"\s?[.:)]\s"), re.compile(r"(?:^|\n)[^\w\n]*$")
_PART_OF_DAY = re.compile(r"\s+(?:morning|afternoon|evening|night)\b")


def find_deictic(text: str, start: int, end: int) -> list[Found]:
    """A word that points from the day of writing: "yesterday", "now"."""
    word = re.sub(r"\s+", " ", text[start:end].lower())
    if word == "recently" and _AS_RECENTLY.search(left_of(text, start)):
        return []  # "as recently as last Thursday" is that Thursday
    if word in ("recently", "lately"):
        return [(start, end, "vague", {})]
    if len(word) == 2 and word[0] == "q":
        if _QUESTION.match(text, end) and _FIRST.search(left_of(text, start)):
            return []
        return [(start, end, "quarter", {"n": int(word[1])})]
    if unit := ENDS.get(word):
        return [(start, end, "shift", {"n": 0, "unit": unit, "context": False})]
    if word == "overnight":  # the night that ends on the day of writing, or begins on it
        sign = 1 if tense_at(text, start, end) > 0 else -1
        return [(start, end, "stretch", {"n": 1, "unit": "day", "sign": sign})]
    if word not in _SHIFTS:
        return [(start, end, "present", {})]
    number, left = _SHIFTS[word], left_of(text, start)
    if word == "yesterday" and (found := _BEFORE_YESTERDAY.search(left)):
        start, number = begin_of(start, found), -2
    elif word == "tomorrow" and (found := _AFTER_TOMORROW.search(left)):
        start, number = begin_of(start, found), 2
    if word in ("yesterday", "tomorrow") and (part := _PART_OF_DAY.match(text, end)):
        end = part.end()
    return [(start, end, "shift", {"n": number, "unit": "day", "context": False})]


def find_rate(text: str, start: int, end: int) -> list[Found]:
    """A word that says how often: "daily"."""
    return [(start, end, "set", {})]
