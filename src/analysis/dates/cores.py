"""The core words of date expressions, and for each kind of core what may stand around it."""

from collections.abc import Callable

from analysis.dates.calendar_words import (
    find_eighties,
    find_holiday,
    find_month,
    find_season,
    find_weekday,
)
from analysis.dates.parts import DECADES, UNITS, Found
from analysis.dates.russian import find_russian_month
from analysis.dates.units import ENDS, find_deictic, find_rate, find_unit
from analysis.text.words import MONTHS, RUSSIAN_MONTHS, WEEKDAYS

__all__ = ["CORES", "HANDLERS"]

HANDLERS: dict[str, Callable[[str, int, int], list[Found]]] = {
    "month": find_month,
    "russian month": find_russian_month,
    "weekday": find_weekday,
    "holiday": find_holiday,
    "season": find_season,
    "eighties": find_eighties,
    "unit": find_unit,
    "deictic": find_deictic,
    "rate": find_rate,
}

_HOLIDAYS = (
    "Christmas Eve", "Christmas Day", "Christmas", "New Year's Day", "New Year's Eve",
    "New Year’s Day", "New Year’s Eve", "Halloween", "Thanksgiving", "Independence Day",
    "May Day", "Valentine's Day", "Labor Day", "Memorial Day",
)  # fmt: skip
CORES: dict[str, str] = {
    **{name.capitalize(): "month" for name in MONTHS},
    **dict.fromkeys(RUSSIAN_MONTHS, "russian month"),
    **{name.capitalize(): "weekday" for name in WEEKDAYS if name.endswith("day")},
    **dict.fromkeys(_HOLIDAYS, "holiday"),
    **dict.fromkeys(("spring", "summer", "autumn", "fall", "winter"), "season"),
    **dict.fromkeys(DECADES, "eighties"),
    **dict.fromkeys(ENDS, "deictic"),
    **dict.fromkeys(("Q1", "Q2", "Q3", "Q4"), "deictic"),
    **{name: "unit" for name in UNITS if name not in ("second", "seconds")},
    **dict.fromkeys(
        (
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "now",
            "currently",
            "at present",
            "presently",
            "at the moment",
            "nowadays",
            "recently",
            "lately",
            "this morning",
            "this afternoon",
            "this evening",
            "last night",
            "overnight",
            "the present",
            "at this time",
            "right now",
            "these days",
        ),
        "deictic",
    ),
    **dict.fromkeys(
        (
            "daily",
            "weekly",
            "monthly",
            "quarterly",
            "yearly",
            "annual",
            "annually",
            "hourly",
            "nightly",
            "biweekly",
            "bimonthly",
            "biennial",
        ),
        "rate",
    ),
}
"""Core word -> the kind of core; a name in capitals is found in capitals only."""
