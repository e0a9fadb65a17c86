"""The names of months and weekdays, as texts spell them, in the languages that are read.

They stand here, below the module that dates texts, because a dateline is part of a page's layout.
"""

__all__ = [
    "MONTHS",
    "MONTH_NAME",
    "RUSSIAN_MONTHS",
    "RUSSIAN_MONTH_NAME",
    "WEEKDAYS",
    "WEEKDAY_NAME",
]

_ENGLISH_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
# As a month is called, as it stands behind a day ("5 мая"), and behind "в".
_RUSSIAN_MONTHS = [
    ("январь", "января", "январе"), ("февраль", "февраля", "феврале"), ("март", "марта", "марте"),
    ("апрель", "апреля", "апреле"), ("май", "мая", "мае"), ("июнь", "июня", "июне"),
    ("июль", "июля", "июле"), ("август", "августа", "августе"),
    ("сентябрь", "сентября", "сентябре"), ("октябрь", "октября", "октябре"),
    ("ноябрь", "ноября", "ноябре"), ("декабрь", "декабря", "декабре"),
]  # fmt: skip
_ENGLISH_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_ENGLISH_MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH_MONTHS, start=1)},
    "sept": 9,
}
"""English names of months and their short forms, lower case -> 1 to 12."""

RUSSIAN_MONTHS: dict[str, int] = {
    form: number for number, forms in enumerate(_RUSSIAN_MONTHS, start=1) for form in forms
}
"""Forms of the Russian names of months, lower case -> 1 to 12."""

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
# A Russian month as it stands behind its day.
RUSSIAN_MONTH_NAME = f"(?:{'|'.join(behind_day for _, behind_day, _ in _RUSSIAN_MONTHS)})"
WEEKDAY_NAME = (
    "(?:"
    + "|".join(
        [name.capitalize() for name in _ENGLISH_DAYS]
        + [name.upper() for name in _ENGLISH_DAYS]
        + [r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"]
    )
    + ")"
)
