"""Expressions written in figures: years, ranges of years, decades, numeric dates."""

import re

from analysis.dates.parts import YEAR, Found, begin_of, left_of

__all__ = ["find_numerals", "numeric_date"]

# A bare figure is a year after one of these words, or before one of the marks below.
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|of|since|by|from|to|until|till|before|after|during|the|for|and|or|around|circa|"
    r"through|between|year|years|early|late|mid|fiscal|fy|autumn|spring|summer|winter|fall|"
    r"through|into|than|its|last|their|our|this|or|session|elections?|summit|through)[\s-]+"
    r"(?:early\s|late\s|mid[\s-]|about\s|around\s)?|[(\[,/]\s?)$",
    re.I,
)
_NOT_YEAR_LEAD = re.compile(
    r"(?:\b(?:no|nos|number|resolutions?|article|art|section|para|paragraph|page|pp?|room|flight|"
    r"directive|regulation|decree|order|law|document|doc|model|than|about|nearly|almost|over|"
    r"some|least|only|[$€£])\.?\s*(?:n[o°º]\.?\s*)?)$",
    re.I,
)
_COUNTED = re.compile(
    r"\s+(?:[a-z]+(?:ed|al|an|ic|en)\s+)?(?:people|troops|soldiers|men|women|children|members|"
    r"delegates|tons?|tonnes|miles|km|kilomet\w+|met(?:re|er)s|feet|dollars|euros|roubles|rubles|"
    r"pounds|yen|percent|per\s+cent|jobs|workers|homes|families|refugees|times|square|units|"
    r"words|pages|hectares|acres|barrels|shares|points|votes|seats|cases|hours|days|weeks|"
    r"months|years|GMT|UTC|hrs)\b"
)
_RANGE_AFTER = re.compile(
    rf"\s?[-–—/]\s?(?P<y2>{YEAR}|\d\d)(?!\d|[/.-]\d|\s?%)|"
    rf"\s+(?:to|until|till|through)\s+(?P<y3>{YEAR})"
)
# "sat 1530-1622" is of hours unless something leads to years; later figures are those of years
# far more often ("1914-1918").
_LAST_HOURS = 1700
_SPANS_YEARS = re.compile(
    r"(?:\b(?:in|of|from|between|during|years?|the|and|or|circa)\s+|[(\[]\s?)$", re.I
)
_RANGE_LEAD = re.compile(r"\b[Ff]rom\s+$")
_FISCAL = re.compile(r"\b(?:the\s+)?(?:(?:fiscal|financial)(?:\s+year)?|FY)\s*$", re.I)
_PART = re.compile(
    r"\b(?:(?:the\s+)?(?:early|mid|late)[\s-]+(?:the\s+)?|"
    r"the\s+(?:end|beginning|start|middle)\s+of\s+(?:the\s+)?|the\s+)$",
    re.I,
)
_QUARTER = re.compile(r"\b(?:Q(?P<q>[1-4])|H(?P<h>[12]))[\s/]?$")
_RUSSIAN_YEAR = re.compile(r"\s(?:год(?:а|у|ом|е)?\b|г\.)")
_TERMINAL_NEXT = re.compile(r"\s*(?:$|[,.;:)\]?!]|[-–—]\s)")


def find_numerals(text: str, start: int, end: int) -> list[Found]:
    """A numeric date, a year, a range of years or a decade."""
    words = text[start:end]
    if not words.isdigit():
        return _marked(text, start, end, words)
    if len(words) != 4 or not 1500 <= int(words) < 2100:
        return []
    left = left_of(text, start)
    if _NOT_YEAR_LEAD.search(left):
        return []
    return _year(text, start, end, int(words), left)


def _marked(text: str, start: int, end: int, words: str) -> list[Found]:
    if len(words) == 3 and words[1:] == "0s":  # the '70s
        start -= 1
        part = _PART.search(left_of(text, start))
        begin = begin_of(start, part) if part else start
        return [(begin, end, "decade", {"y": 1900 + int(words[:2])})]
    if words.endswith(("'s", "’s")):
        # "the 1990's" is a decade in older style, "1999's harvest" is a year's.
        if int(words[:4]) % 10 or not re.search(r"\bthe\s+$", left_of(text, start)):
            return [(start, start + 4, "year", {"y": int(words[:4])})]
        words = words[:4] + "s"
    if words.endswith("s"):
        decade = int(words[:4])
        if decade % 10 or not 1500 <= decade < 2100:
            return []
        part = _PART.search(left_of(text, start))
        begin = begin_of(start, part) if part else start
        kind = "decade" if decade % 100 or decade == 2000 else "hundred"
        return [(begin, end, kind, {"y": decade})]
    if numbers := numeric_date(words.partition("T")[0]):
        return [(start, end, "date", numbers)]
    if match := re.fullmatch(rf"({YEAR})-(\d\d)", words):
        year, second = int(match[1]), int(match[2])
        if 1 <= second <= 12 and second != (year + 1) % 100:
            return [(start, end, "month", {"y": year, "m": second})]
        if second == (year + 1) % 100 or second > year % 100:
            return [(start, end, "years", {"a": year, "b": year // 100 * 100 + second})]
    if match := re.fullmatch(rf"({YEAR})[/.](\d\d)", words):
        year, second = int(match[1]), int(match[2])
        if second == (year + 1) % 100:
            return [(start, end, "years", {"a": year, "b": year + 1})]
    return []


def numeric_date(words: str) -> dict:
    """Year, month and day of a date in figures; empty when it is none.

    A date with slashes or hyphens that could be read either way keeps ``swap``: the document's
    own evidence decides. Points are day first wherever they are used.

    >>> numeric_date("05.09.2024"), numeric_date("2024-09-05")["d"]
    ({'y': 2024, 'm': 9, 'd': 5}, 5)
    >>> numeric_date("05/09/2024")["swap"], numeric_date("30/09/2024").get("swap")
    (True, None)
    """
    parts = re.split(r"[-./年月日]", words.rstrip("日"))
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return {}
    a, b, c = map(int, parts)
    if len(parts[0]) == 4:
        return {"y": a, "m": b, "d": c} if _valid(a, b, c) else {}
    year = c if len(parts[2]) == 4 else (2000 + c if c < 70 else 1900 + c)
    if "." in words:
        return {"y": year, "m": b, "d": a} if _valid(year, b, a) else {}
    if _valid(year, b, a) and _valid(year, a, b) and a != b:
        return {"y": year, "m": b, "d": a, "swap": True}
    if _valid(year, b, a):
        return {"y": year, "m": b, "d": a} | ({"order": "day"} if a != b else {})
    return {"y": year, "m": a, "d": b, "order": "month"} if _valid(year, a, b) else {}


def _valid(year: int, month: int, day: int) -> bool:
    return 1500 <= year < 2100 and 1 <= month <= 12 and 1 <= day <= 31


def _year(text: str, start: int, end: int, year: int, left: str) -> list[Found]:
    if after := _RANGE_AFTER.match(text, end):
        second = after["y2"] or after["y3"]
        last = int(second) if len(second) == 4 else year // 100 * 100 + int(second)
        lead = _RANGE_LEAD.search(left)
        if after["y2"] and _hours(year, second) and not _SPANS_YEARS.search(left):
            return []
        if last > year and (after["y2"] or lead):
            begin = begin_of(start, lead) if lead else start
            return [(begin, after.end(), "years", {"a": year, "b": last})]
    if quarter := _QUARTER.search(left):
        begin = begin_of(start, quarter)
        kind, number = ("quarter", quarter["q"]) if quarter["q"] else ("half", quarter["h"])
        return [(begin, end, kind, {"n": int(number), "y": year})]
    if fiscal := _FISCAL.search(left):
        return [(begin_of(start, fiscal), end, "year", {"y": year})]
    if _COUNTED.match(text, end):
        return []
    russian = _RUSSIAN_YEAR.match(text, end)
    if not (
        russian or _YEAR_LEAD.search(left) or _TERMINAL_NEXT.match(text, end) or not left.strip()
    ):
        return []
    part = _PART.search(left)
    begin = start
    if part and part.group().strip().lower() != "the":
        begin = begin_of(start, part)
    return [(begin, end, "year", {"y": year})]


def _hours(first: int, second: str) -> bool:
    """Whether two numbers of four figures can be the hours between which something was done.

    >>> _hours(1530, "1622"), _hours(1530, "1592"), _hours(1914, "1918")
    (True, False, False)
    """
    clocks = (f"{first}", second)
    return first < _LAST_HOURS and all(
        len(clock) == 4 and int(clock[:2]) < 24 and int(clock[2:]) < 60 for clock in clocks
    )
