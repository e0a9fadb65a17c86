"""When a document was published, and on what evidence: the ladder of bases, strongest first.

Each rung gives a ``Published``: a value as precise as the words allow, the days it can be, the days
that fit equally, and the words it rests on. A weaker rung is asked only when the stronger ones are
silent. Nothing is assumed: not today, not the file's time, not a date of another item of the page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis import tables
from analysis.dates.expressions import Expression, find_expressions
from analysis.dates.spans import Day, month_span, ordinal_day, year_span
from analysis.text.words import MONTHS

__all__ = [
    "UNDATED",
    "Published",
    "dates_in",
    "day_order",
    "from_value",
    "in_address",
    "in_dateline",
    "in_file_name",
    "in_header",
    "ordered",
    "years_of",
]


@dataclass(frozen=True)
class Published:
    """The date of one document with its evidence."""

    value: str = ""
    low: str = ""
    high: str = ""
    candidates: tuple[str, ...] = ()
    basis: str = ""
    evidence: str = ""

    @property
    def precision(self) -> str:
        return {10: "day", 7: "month", 4: "year"}.get(len(self.value), "")

    @property
    def cells(self) -> dict[str, str]:
        """Its cells in the table ``documents``.

        >>> list(Published("2022", "2022-01-01", "2022-12-31", basis="manifest").cells.values())
        ['2022', 'year', '2022-01-01', '2022-12-31', '', 'manifest', '']
        """
        return {
            "published": self.value,
            "published_precision": self.precision,
            "published_low": self.low,
            "published_high": self.high,
            "candidates": tables.join(self.candidates),
            "date_basis": self.basis,
            "date_evidence": self.evidence,
        }


UNDATED = Published()
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


def from_value(value: str, basis: str, evidence: str) -> Published | None:
    """The date a value of metadata gives, or None when it is no ISO date.

    >>> from_value("2022-05", "manifest", "manifest.csv").high
    '2022-05-31'
    """
    match = _ISO.match(value)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        found = ordinal_day(year, month, day)
        span = (value, value) if found else None
    elif month:
        span = month_span(year, month)[:2] if month <= 12 else None
    else:
        span = year_span(year)[:2] if year else None
    return Published(value, *span, basis=basis, evidence=evidence) if span else None


def _exact(numbers: dict, basis: str, words: str) -> Published | None:
    day = ordinal_day(numbers["y"], numbers["m"], numbers["d"])
    if not day:
        return None
    value = day.isoformat()
    if numbers.get("swap"):
        other = ordinal_day(numbers["y"], numbers["d"], numbers["m"])
        if other and other != day:
            days = tuple(sorted((value, other.isoformat())))
            return Published(str(numbers["y"]), *days, days, basis, words)
    return Published(value, value, value, basis=basis, evidence=words)


# "25. jul. 2019": in running text a point ends the sentence, and small letters are other words.
_POINTED = re.compile(r"\b(\d{1,2})\.\s?([A-Za-z]{3,9})\.?\s+(?=\d{4}\b)")


def dates_in(words: str) -> list[Expression]:
    """Dates with day and month in the words of a header or dateline.

    >>> dates_in("25. jul. 2019. 14:30")[0].numbers
    {'m': 7, 'd': 25, 'y': 2019}
    """
    plain = _POINTED.sub(lambda found: f"{found[1]} {found[2].capitalize()} ", words)
    return [one for one in find_expressions(plain) if one.kind in ("date", "yearless")]


def in_header(words: str, *, day_first: bool | None = None) -> Published | None:
    """The day a header line gives.

    >>> in_header("Thursday, 25 July 2019, 14:30").value
    '2019-07-25'
    """
    for one in dates_in(words):
        if one.kind == "date":
            return _exact(ordered(one.numbers, day_first), "header", words)
    return None


def ordered(numbers: dict, day_first: bool | None) -> dict:
    """A numeric date read in the document's own order, where that is known."""
    if "swap" not in numbers or day_first is None:
        return numbers
    plain = {key: value for key, value in numbers.items() if key != "swap"}
    return plain if day_first else plain | {"m": numbers["d"], "d": numbers["m"]}


def day_order(expressions: Sequence[Expression], published: str = "") -> bool | None:
    """Whether the document writes the day first in figures with slashes; None without evidence.

    Evidence is a figure above 12, or a date of the document (its own among them) that one of the
    two readings names as well.
    """
    certain = {
        (one.numbers["y"], one.numbers["m"], one.numbers["d"])
        for one in expressions
        if one.kind == "date" and "swap" not in one.numbers and "order" not in one.numbers
    }
    if len(published) == 10:
        certain.add(tuple(int(part) for part in published.split("-")))
    votes = 0
    for one in expressions:
        n = one.numbers
        if one.kind != "date":
            continue
        if "swap" in n:
            votes += (n["y"], n["m"], n["d"]) in certain
            votes -= (n["y"], n["d"], n["m"]) in certain
        elif "order" in n:
            votes += 1 if n["order"] == "day" else -1
    return None if not votes else votes > 0


def in_dateline(words: str) -> Published | None:
    """The day a dateline gives, when it names the year."""
    for one in dates_in(words):
        if one.kind == "date":
            return _exact(one.numbers, "dateline", words)
    return None


_MONTHS = "|".join(name for name in MONTHS if len(name) == 3)
_ADDRESS_DAYS = (
    # /2019/07/25/, 20190725
    re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[/._-]?)(?P<m>0[1-9]|1[0-2])(?P=sep)"
        r"(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
    ),
    # /2019/jul/25/
    re.compile(rf"/(?P<y>(?:19|20)\d\d)/(?P<m>{_MONTHS})/(?P<d>\d\d?)(?![^/])"),
    # ?yyyy=2019&mm=07&dd=25
    re.compile(
        r"[?&](?:year|y{1,4})=(?P<y>(?:19|20)\d\d)&(?:month|mm?)=(?P<m>\d\d?)"
        r"&(?:day|dd?)=(?P<d>\d\d?)(?!\d)"
    ),
)


def in_address(words: str, *, basis: str = "address") -> Published | None:
    """The day that stands in an address, or in the name of a file.

    >>> in_address("https://agency.example/2019/07/25/talks.html").value
    '2019-07-25'
    >>> in_address("agency.example/news?yyyy=2019&mm=07&dd=25&id=8").value
    '2019-07-25'
    >>> in_address("agency.example/news?page=2019&mm=07&dd=25")
    """
    for pattern in _ADDRESS_DAYS:
        for match in pattern.finditer(words.lower()):
            month = match["m"]
            month = int(month) if month.isdigit() else MONTHS[month]
            numbers = {"y": int(match["y"]), "m": month, "d": int(match["d"])}
            if found := _exact(numbers, basis, words):
                return found
    return None


def in_file_name(name: str) -> Published | None:
    """The day a file's name gives.

    >>> in_file_name("2019-07-25-talks").value
    '2019-07-25'
    """
    return in_address(name, basis="file name")


def years_of(month: int, day: int, weekday: int | None, years: Sequence[int]) -> tuple[str, ...]:
    """The days on which a day and month (and weekday) fall within the years.

    >>> years_of(9, 16, 3, range(2000, 2031))
    ('2004-09-16', '2010-09-16', '2021-09-16', '2027-09-16')
    """
    days: list[Day] = [found for year in years if (found := ordinal_day(year, month, day))]
    return tuple(d.isoformat() for d in days if weekday is None or d.weekday() == weekday)
