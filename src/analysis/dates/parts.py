"""The small words of date expressions: numbers, ordinals, units, and patterns built from them."""

import re

from analysis.text.words import MONTH_NAME, MONTHS, WEEKDAY_NAME, WEEKDAYS

__all__ = [
    "COUNT",
    "DECADES",
    "MONTH_NAME",
    "NUMBERS",
    "ORDINAL",
    "ORDINALS",
    "UNITS",
    "WEEKDAY_NAME",
    "YEAR",
    "Found",
    "begin_of",
    "count_of",
    "left_of",
    "month_of",
    "weekday_of",
]

Found = tuple[int, int, str, dict]
"""Start and end of an expression, its kind, and the numbers that kind needs."""

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "dozen": 12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ORDINALS |= {f"twenty-{word}": 20 + number for word, number in ORDINALS.items() if number < 10}
ORDINALS |= {f"thirty-{word}": 30 + number for word, number in ORDINALS.items() if number < 10}
ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
"""The ordinals as a regex, the longer before those they begin with."""
UNITS = {
    "second": "second", "seconds": "second", "minute": "minute", "minutes": "minute",
    "hour": "hour", "hours": "hour", "day": "day", "days": "day", "night": "night",
    "nights": "night", "week": "week", "weeks": "week", "fortnight": "fortnight",
    "weekend": "weekend", "month": "month", "months": "month", "quarter": "quarter",
    "quarters": "quarter", "half": "half", "year": "year", "years": "year", "decade": "decade",
    "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip
YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
COUNT = rf"(?:\d{{1,3}}|(?:{_TENS})[\s-](?:one|two|three|four|five|six|seven|eight|nine)|{_WORDS})"
LONGEST_LEFT = 48
"""Characters looked at before a core word; the longest expression is shorter."""


def left_of(text: str, start: int) -> str:
    """What stands before a core word, in its own sentence as far as a window shows."""
    return text[max(0, start - LONGEST_LEFT) : start]


def begin_of(start: int, match: re.Match[str]) -> int:
    """Where a match in what stands left of ``start`` begins in the text.

    >>> begin_of(14, re.search("3 $", left_of("They met on 3 May.", 14)))
    12
    """
    return start - len(match.string) + match.start()


def count_of(word: str | None) -> int:
    """The number a word or figure says, 0 for none.

    >>> count_of("twenty-one"), count_of("12")
    (21, 12)
    """
    if not word:
        return 0
    if word.isdigit():
        return int(word)
    return sum(NUMBERS.get(part, 0) for part in re.split(r"[\s-]", word.lower()))


def month_of(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def weekday_of(name: str | None) -> int | None:
    return WEEKDAYS[name.rstrip(".").lower()] if name else None
