"""Dates in Russian: a day with the name of a month, a range of days, a month with its year.

The names are found by the same scan as the English ones; a name without a day or a year beside it
("мая" may be a person's, "март" a month of any year) is no date.
"""

import re

from analysis.dates.parts import YEAR, Found, begin_of, left_of
from analysis.text.words import RUSSIAN_MONTH_NAME, RUSSIAN_MONTHS

__all__ = ["find_russian_month", "tells_past"]

_OF_MONTH = re.compile(RUSSIAN_MONTH_NAME)
# "5 ", "5-го ", "5–7 ", "с 5 по 7 ", "28 апреля – 3 "
_DAY_BEFORE = re.compile(
    rf"(?:(?:\b[Сс]\s+)?(?<![\d.,:])(?P<d1>\d{{1,2}})(?:-?го)?(?:\s(?P<m1>{RUSSIAN_MONTH_NAME}))?"
    r"(?:\s?[-–—]\s?|\s+по\s+))?"
    r"(?<![\d.,:])(?P<d2>\d{1,2})(?:-?го)?\s{1,2}$"
)
_YEAR_AFTER = re.compile(rf"\s{{1,2}}(?P<y>{YEAR})(?![-–/]\d)(?:\s?(?:года|году|год\b|г\.))?")


def find_russian_month(text: str, start: int, end: int) -> list[Found]:
    """A month with its days, with or without a year; or a month with a year.

    >>> find_russian_month("5 мая 2022 года", 2, 5)
    [(0, 15, 'date', {'m': 5, 'd': 5, 'y': 2022})]
    >>> find_russian_month("в мае", 2, 5)
    []
    """
    name = text[start:end].lower()
    month, left = RUSSIAN_MONTHS[name], left_of(text, start)
    year = _YEAR_AFTER.match(text, end)
    stop = year.end() if year else end
    numbers: dict = {"m": month}
    before = _DAY_BEFORE.search(left) if _OF_MONTH.fullmatch(name) else None
    if not before:
        return [(start, stop, "month", numbers | {"y": int(year["y"])})] if year else []
    begin = begin_of(start, before)
    numbers["d"] = int(before["d2"])
    if year:
        numbers["y"] = int(year["y"])
    if before["d1"]:
        first = RUSSIAN_MONTHS[before["m1"]] if before["m1"] else month
        numbers |= {"m": first, "d": int(before["d1"]), "m2": month, "d2": int(before["d2"])}
        return [(begin, stop, "days", numbers)]
    return [(begin, stop, "date" if year else "yearless", numbers)]


# Forms that only a past verb has; "-ла" and "-л" end many nouns, so the plain ones are listed.
_BACK = re.compile(
    r"\b(?:\w{3,}(?:лся|лась|лось|лись)|был[аои]?|(?:прош[её]?л|пров[её]л|вв[её]л|подписал|принял|"
    r"заявил|посетил|обсудил|утвердил|начал|открыл|сообщил|выступил|вступил|завершил|одобрил|"
    r"создал|учредил|отметил|призвал|осудил|выразил|поддержал|прибыл|обратил|объявил)[аои]?)\b"
)
_AHEAD = re.compile(
    r"\b(?:буд(?:ет|ут)|состо(?:ится|ятся)|пройд(?:ет|ёт|ут)|планиру\w+|запланирован\w*|намерен\w*|"
    r"предстоит|должн\w+|ожида\w+|вступ(?:ит|ят)|начн(?:ет|ёт|ут)(?:ся)?|истека\w+)\b"
)


def tells_past(words: str) -> bool:
    """Whether the rest of a Russian sentence looks back.

    >>> tells_past("состоялась встреча послов"), tells_past("состоится встреча послов")
    (True, False)
    """
    return _BACK.search(words) is not None and _AHEAD.search(words) is None
