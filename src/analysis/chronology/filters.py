"""Which rows a reader asked for: a holder, a theme, a period; and what is refused, in words.

A name nobody bears would give an empty report, which reads like a finding. So it is an error, and
the error lists the names there are, the closest first.
"""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

import pandas as pd

from analysis import tables

__all__ = ["ChoiceError", "check_period", "choose_positions", "in_period", "named"]

LISTED = 10  # names in an error: more would not be read, and the closest come first


class ChoiceError(tables.AnalysisError):
    """A holder, theme, period or pair of sides that the tables do not have."""


def check_period(since: str = "", until: str = "") -> None:
    """Refuse a period that is none, before anything is computed for it.

    Raises
    ------
    ChoiceError
        ``since`` or ``until`` is no ISO day, month or year, or the end lies before the beginning.

    >>> check_period("2022-05", "2022")
    """
    for name, day in (("since", since), ("until", until)):
        if day and not tables.is_date(str(day)):
            raise ChoiceError(f"{name} is {day!r}; give a date such as 2022, 2022-05 or 2022-05-16")
    if since and until and str(until) < str(since)[: len(str(until))]:
        raise ChoiceError(f"until is {until!r}, before since {since!r}; exchange them")


def in_period(frame: pd.DataFrame, since: str = "", until: str = "") -> pd.Series:
    """Which rows can be of a period; the undated are of none, and all are where none is asked for.

    >>> rows = pd.DataFrame({"date_low": ["2031-01-01", ""], "date_high": ["2031-12-31", ""]})
    >>> in_period(rows, "2031-06", "").tolist(), in_period(rows).tolist()
    ([True, False], [True, True])
    """
    check_period(since, until)
    kept = pd.Series(True, index=frame.index)
    if since:
        kept &= frame["date_high"] >= str(since)
    if until:
        low = frame["date_low"]
        kept &= (low != "") & (low.str[: len(str(until))] <= str(until))
    return kept


def choose_positions(
    positions: pd.DataFrame,
    holder: str = "",
    theme: str = "",
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """The positions of a holder, on a theme, that can be of a period; "" asks for nothing.

    The undated are left out where a period is asked for.

    Raises
    ------
    ChoiceError
        ``since`` or ``until`` is no ISO date.
    """
    kept = in_period(positions, since, until)
    for column, value in (("holder", holder), ("themes", theme)):
        if value:
            kept &= tables.holds(positions[column], value)
    return positions[kept]


def named(
    what: str,
    asked: str,
    known: Iterable[str],
    also: Mapping[str, str] | None = None,
    *,
    place: str = "",
) -> str:
    """The known name that is asked for, whatever its capitals; ``also`` are other names of it.

    ``place`` is where it was asked for, where that is not the parameter ``what``.

    Raises
    ------
    ChoiceError
        Nobody bears the name; lists the known, the closest first.

    >>> named("holder", "lowland pact", ["Lowland Pact", "Upland League"])
    'Lowland Pact'
    """
    names = list(dict.fromkeys(name for name in known if name))
    wanted = " ".join(str(asked).split()).casefold()
    for name, whole in [*zip(names, names, strict=True), *(also or {}).items()]:
        if name.casefold() == wanted:
            return whole
    names.sort(key=lambda name: (-_likeness(wanted, name.casefold()), name))
    which = f"closest of {len(names)} {what}s" if len(names) > LISTED else f"{what}s"
    remedy = f"the {which} are {', '.join(names[:LISTED])}" if names else f"there is no {what}"
    raise ChoiceError(f"{place}{what} is {asked!r}, which is not known here; {remedy}")


def _likeness(wanted: str, name: str) -> float:
    """1 where one holds the other as a whole, else how much of their letters they share."""
    if wanted in name or name in wanted:
        return 1.0
    return SequenceMatcher(None, wanted, name, autojunk=False).ratio()
