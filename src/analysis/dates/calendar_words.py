"""Expressions built on a name of the calendar: months, weekdays, seasons, holidays."""

import re

from analysis.dates.parts import (
    DECADES,
    MONTH_NAME,
    ORDINAL,
    ORDINALS,
    WEEKDAY_NAME,
    YEAR,
    Found,
    begin_of,
    left_of,
    month_of,
    weekday_of,
)

__all__ = ["find_eighties", "find_holiday", "find_month", "find_season", "find_weekday"]

_TH = r"(?:st|nd|rd|th|<sup>\w\w</sup>)?"
_TO = r"\s{0,2}(?:-|–|—|\bto\b|\band\b|\buntil\b|\bthrough\b)\s{0,2}"
# "25, 2019", "25-27, 2019", "25 to June 3"
_DAY_AFTER = re.compile(
    rf"\.?\s{{1,3}}(?P<d1>\d{{1,2}}){_TH}(?![\d:.]\d|\d|%)"
    rf"(?:{_TO}(?P<m2>{MONTH_NAME}\s{{1,2}})?(?P<d2>\d{{1,2}}){_TH}(?![\d:]|,\d|\s+[a-z]+s\b))?"
    rf"(?:\s?,?\s{{1,3}}(?P<y>{YEAR}))?"
)
_YEAR_AFTER = re.compile(rf"\.?,?\s{{1,3}}(?:of\s+)?(?P<y>{YEAR})(?![-–]\d)")
# "3/Sep/1939", "3-Sep-1939"
_TIED_DAY = re.compile(r"(?<![\w/.-])(?P<d>\d{1,2})(?P<sep>[-/])$")
_TIED_YEAR = re.compile(rf"(?P<sep>[-/])(?P<y>{YEAR})(?![\w/-])")
_YEAR_SAID = re.compile(r",?\s+(?:of\s+)?(?P<of>last|this|next)\s+year\b(?!['’])")
# "25 ", "from 25 to 27 ", "this 25th day of ", "28 April to 3 "
_DAY_BEFORE = re.compile(
    rf"(?:(?P<d1>\d{{1,2}}){_TH}(?P<m1>\s{MONTH_NAME})?{_TO})?(?<![\d.,:])(?P<d2>\d{{1,2}}){_TH}"
    r"(?:\s+day)?(?:\s+of)?[\s-]{1,3}$"
)
# "the first of ", "this twenty-fifth day of ", "the first to the third of "
_WORD_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Tt]his)\s+"
    rf"(?:(?P<d1>{ORDINAL})(?:\s+of\s+(?P<m1>{MONTH_NAME}))?{_TO}(?:the\s+)?)?"
    rf"(?P<d2>{ORDINAL})(?:\s+day)?\s+of\s+$"
)
_OWNS = re.compile("['’]s")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]his)\s+$")
_WEEKDAY_BEFORE = re.compile(rf"\b(?P<wd>{WEEKDAY_NAME})(?:\s*,)?\s+(?:the\s+)?$")
_PART = r"(?:early|mid|late|earlier|the\s+(?:end|beginning|start|middle)\s+of)"
_MOD_BEFORE = re.compile(
    rf"\b(?:(?P<part>{_PART})[\s-]+)?"
    r"(?:(?P<mod>last|next|this|this\s+past|this\s+coming|the\s+(?:following|previous))\s+)?$",
    re.I,
)
# Names of months that are also names of people or verbs stand alone only after these words.
_SHY = frozenset({"May", "March", "April", "June", "August", "MAY", "MARCH", "Mar", "Jan", "Dec"})
_SURNAME = re.compile(rf"\s+(?!{MONTH_NAME}|{WEEKDAY_NAME})[A-Z][a-z]+")
_LEADS = re.compile(
    r"\b(?:in|since|until|till|by|of|from|to|during|through|before|after|between|and|or|for|"
    r"throughout|last|next|this|following|previous|early|late|mid|around|every|each|into|beginning|starting)"
    r"[\s-]+(?:early[\s-]|late[\s-]|mid[\s-]|(?:last|next|this)\s)?$",
    re.I,
)


def find_month(text: str, start: int, end: int) -> list[Found]:
    """A month with what belongs to it: days, a range of days, a weekday, a year."""
    name = text[start:end]
    month = month_of(name)
    left, tied = left_of(text, start), _TIED_YEAR.match(text, end)
    if tied and (day := _TIED_DAY.search(left)) and day["sep"] == tied["sep"]:
        numbers = {"m": month, "d": int(day["d"]), "y": int(tied["y"])}
        return [(start - len(day.group()), tied.end(), "date", numbers)]
    if after := _DAY_AFTER.match(text, end):
        return _days(text, start, after.end(), month, after, left)
    year = _YEAR_AFTER.match(text, end)
    stop = year.end() if year else end
    before = _DAY_BEFORE.search(left)
    if before is None and not _OWNS.match(text, stop):  # "the first of May's meetings"
        before = _WORD_BEFORE.search(left)
    if before:
        return _days_before(text, start, stop, month, before, left, year)
    return _month_alone(text, start, end, stop, month, left, year)


def _days(
    text: str, start: int, stop: int, month: int, after: re.Match[str], left: str
) -> list[Found]:
    numbers: dict = {"m": month, "d": int(after["d1"])}
    if after["y"]:
        numbers["y"] = int(after["y"])
    if weekday := _WEEKDAY_BEFORE.search(left):
        numbers["wd"] = weekday_of(weekday["wd"])
        start = begin_of(start, weekday)
    if after["d2"]:
        second = month_of(after["m2"].strip()) if after["m2"] else month
        numbers |= {"m2": second, "d2": int(after["d2"])}
        return [(start, stop, "days", numbers)]
    if "y" not in numbers and (said := _YEAR_SAID.match(text, stop)):
        return [(start, said.end(), "yearless", numbers | {"of": said["of"]})]
    return [(start, stop, "date" if "y" in numbers else "yearless", numbers)]


def _days_before(
    text: str,
    start: int,
    stop: int,
    month: int,
    before: re.Match[str],
    left: str,
    year: re.Match[str] | None,
) -> list[Found]:
    numbers: dict = {"m": month, "d": _day_number(before["d2"])}
    if year:
        numbers["y"] = int(year["y"])
    begin = begin_of(start, before)
    rest = left[: before.start()]
    if article := _ARTICLE.search(rest):
        begin = begin_of(begin, article)
    elif weekday := _WEEKDAY_BEFORE.search(rest):
        numbers["wd"] = weekday_of(weekday["wd"])
        begin = begin_of(begin, weekday)
    if before["d1"]:
        first = month_of(before["m1"].strip()) if before["m1"] else month
        numbers |= {"m": first, "d": _day_number(before["d1"]), "m2": month, "d2": numbers["d"]}
        return [(begin, stop, "days", numbers)]
    if not year and (said := _YEAR_SAID.match(text, stop)):
        return [(begin, said.end(), "yearless", numbers | {"of": said["of"]})]
    return [(begin, stop, "date" if year else "yearless", numbers)]


def _day_number(word: str) -> int:
    return int(word) if word.isdigit() else ORDINALS[word]


def _month_alone(
    text: str,
    start: int,
    end: int,
    stop: int,
    month: int,
    left: str,
    year: re.Match[str] | None,
) -> list[Found]:
    name = text[start:end]
    if not year and name in _SHY and (not _LEADS.search(left) or _SURNAME.match(text, end)):
        return []
    if not year and (every := _EVERY_DAY.search(left)):
        return [(begin_of(start, every), end, "set", {})]
    mods = _MOD_BEFORE.search(left)
    numbers: dict = {"m": month}
    if year:
        numbers["y"] = int(year["y"])
    elif said := _YEAR_SAID.match(text, end):
        numbers["of"], stop = said["of"], said.end()
    if mods and (mods["mod"] or mods["part"]):
        numbers["mod"] = (mods["mod"] or "").lower()
        start = begin_of(start, mods)
    elif len(name) <= 4 and name not in ("May", "June", "July", "Sept") and not year:
        return []  # "Mar", "Dec" alone are more often names
    return [(start, stop, "month", numbers)]


_PART_OF_DAY = re.compile(r"\s+(?:early\s+)?(?:morning|afternoon|evening|night|noon|midday)\b")
_WEEKDAY_MOD = re.compile(
    r"\b(?P<mod>last|next|this|past|this\s+past|this\s+coming|coming|late|early|earlier|"
    r"the\s+(?:following|previous|next|same))\s+$",
    re.I,
)
_EVERY_DAY = re.compile(r"\b(?:every|each)(?:\s+other)?\s+$", re.I)
_NTH_DAY = re.compile(r"\b(?:first|second|third|fourth|last)\s+$", re.I)
_OF_MONTH = re.compile(r"\s+(?:of|in)\s+(?:the|each|every)\b", re.I)
_NAMED_DAY = re.compile(r"\b(?:Bloody|Black|Good|Palm|Ash|Easter|Super|Cyber|Fat|Shrove|Holy)\s+$")
_NAMED_PAPER = re.compile(r"\s+(?:Times|Telegraph|Mirror|Post|Star|Mail|Express|Herald|Club)\b")
_DATE_FOLLOWS = re.compile(rf",?\s+(?:the\s+)?(?:{MONTH_NAME}\s|\d{{1,2}}{_TH}\s+{MONTH_NAME})")


def find_weekday(text: str, start: int, end: int) -> list[Found]:
    """A weekday that stands without a date."""
    left = left_of(text, start)
    if _NAMED_DAY.search(left) or _NAMED_PAPER.match(text, end) or _DATE_FOLLOWS.match(text, end):
        return []
    numbers: dict = {"wd": weekday_of(text[start:end])}
    if mod := _WEEKDAY_MOD.search(left):
        numbers["mod"] = mod["mod"].lower()
        start = begin_of(start, mod)
    if part := _PART_OF_DAY.match(text, end):
        end = part.end()
    if every := _EVERY_DAY.search(left):
        return [(begin_of(start, every), end, "set", {})]
    if _NTH_DAY.search(left) and _OF_MONTH.match(text, end):
        return []
    return [(start, end, "weekday", numbers)]


_SEASONS = {"winter": 0, "spring": 1, "summer": 2, "autumn": 3, "fall": 3}
_SEASON_MOD = re.compile(
    r"\b(?:(?:early|late|mid)[\s-]+)?"
    r"(?P<mod>last|next|this|this\s+past|this\s+coming|the\s+(?:following|previous|next)|the|in)\s+$",
    re.I,
)
_SEASON_YEAR = re.compile(rf"\s+(?:of\s+|in\s+)?(?P<y>{YEAR})")
_ONLY_SEASON = re.compile(r"(?=[\s,.;)]*(?:$|[.,;)]|\s(?:of|and|when|after|before|as)\b))")


def find_season(text: str, start: int, end: int) -> list[Found]:
    """A season with a year, or one that a small word ties to the text's own time."""
    left = left_of(text, start)
    mod = _SEASON_MOD.search(left)
    year = _SEASON_YEAR.match(text, end)
    numbers: dict = {"s": _SEASONS[text[start:end].lower()]}
    word = mod["mod"].lower() if mod else ""
    if year:
        numbers["y"] = int(year["y"])
        begin = begin_of(start, mod) if word == "the" else start
        return [(begin, year.end(), "season", numbers)]
    if said := _YEAR_SAID.match(text, end):
        return [(start, said.end(), "season", numbers | {"of": said["of"]})]
    if not word or (word == "in" and text[start:end].lower() == "fall"):
        return []
    if word in ("the", "in"):
        if word == "the" and not re.search(r"\b(?:in|during|by|until|since)\s+the\s+$", left):
            return []
        if not _ONLY_SEASON.match(text, end) or text[start].isupper():
            return []
        begin = begin_of(start, mod) if word == "the" else start
        return [(begin, end, "season", numbers | {"mod": ""})]
    return [(begin_of(start, mod), end, "season", numbers | {"mod": word})]


_HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "new year's day": (1, 1), "new year's eve": (12, 31), "halloween": (10, 31),
    "independence day": (7, 4), "may day": (5, 1), "valentine's day": (2, 14),
}  # fmt: skip


def find_holiday(text: str, start: int, end: int) -> list[Found]:
    """A holiday that has one day in every year."""
    named = _HOLIDAYS.get(text[start:end].lower().replace("’", "'"))
    year = re.compile(rf",?\s+(?P<y>{YEAR})").match(text, end)
    if not named:
        return []
    numbers = {"m": named[0], "d": named[1]} | ({"y": int(year["y"])} if year else {})
    return [(start, year.end() if year else end, "holiday", numbers)]


_THE_EIGHTIES = re.compile(r"\b(?:the|nineteen)[\s-]+(?:(?:early|mid|late)[\s-]+)?$", re.I)


def find_eighties(text: str, start: int, end: int) -> list[Found]:
    """A decade in words: "the late eighties", not "a man in his eighties"."""
    left = left_of(text, start)
    found = _THE_EIGHTIES.search(left)
    if not found:
        return []
    decade = DECADES[text[start:end].lower()]
    return [(begin_of(start, found), end, "decade", {"y": decade})]
