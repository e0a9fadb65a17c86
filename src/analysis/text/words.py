"""The names of months and weekdays, as texts spell them, in the languages that are read.

They stand here, below the module that dates texts, because a dateline is part of a page's layout.
"""

__all__ = ["MONTHS", "MONTH_NAME", "WEEKDAYS", "WEEKDAY_NAME"]

_ENGLISH_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_RUSSIAN_MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_ENGLISH_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_ENGLISH_MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH_MONTHS, start=1)},
    "sept": 9,
    **{name: number for number, name in enumerate(_RUSSIAN_MONTHS, start=1)},
}
"""Month names and their short forms, lower case -> 1 to 12."""

WEEKDAYS: dict[str, int] = {
    **{name: number for number, name in enumerate(_ENGLISH_DAYS)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH_DAYS)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
"""Weekday names and their short forms, lower case -> 0 (Monday) to 6."""

# A month as a regex, capitalised or in capitals: "may" and "march" in small letters are verbs.
MONTH_NAME = (
    "(?:"
    + "|".join(
        [name.capitalize() for name in _ENGLISH_MONTHS]
        + [name.upper() for name in _ENGLISH_MONTHS]
        + [rf"{name[:3].capitalize()}\b\.?" for name in _ENGLISH_MONTHS if name != "may"]
        + [rf"{name[:3].upper()}\b\.?" for name in _ENGLISH_MONTHS if name != "may"]
        + [r"Sept\b\.?", r"SEPT\b\.?"]
    )
    + ")"
)
WEEKDAY_NAME = (
    "(?:"
    + "|".join(
        [name.capitalize() for name in _ENGLISH_DAYS]
        + [name.upper() for name in _ENGLISH_DAYS]
        + [r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"]
    )
    + ")"
)
