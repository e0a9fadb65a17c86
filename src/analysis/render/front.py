"""What the reports of one run share, from the facts in their heads to their date."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

__all__ = ["Front", "dated", "headed", "until"]

HEADINGS = {"corpus": "Corpus", "cut_off": "Cut-off date", "run_id": "Run"}


@dataclass(frozen=True)
class Front:
    """What the reports of a run share: the facts in their heads, the date, and each other's titles.

    Without one (a single notebook sent through nbconvert) a report has only its title.
    """

    facts: Mapping[str, str] = field(default_factory=dict)  # heading -> words
    when: datetime = datetime(2000, 1, 1, tzinfo=UTC)  # written into the PDF; never today's
    titles: Mapping[str, str] = field(default_factory=dict)  # name of each report -> its question


def headed(front: Mapping[str, str]) -> dict[str, str]:
    """The facts under the headings a reader sees; empty ones are left out.

    >>> headed({"corpus": "3 files", "cut_off": "", "read_by": "the archive"})
    {'Corpus': '3 files', 'Read by': 'the archive'}
    """
    return {
        HEADINGS.get(key, key.replace("_", " ").capitalize()): str(value)
        for key, value in front.items()
        if value
    }


def until(front: Mapping[str, str], day: str) -> dict[str, str]:
    """The head of a report that leaves out what is later than a day, month or year.

    >>> until({"cut_off": "2031-05-04"}, "2030"), until({"cut_off": "2031-05-04"}, "2031")
    ({'cut_off': '2030'}, {'cut_off': '2031-05-04'})
    """
    last = front.get("cut_off", "")
    return dict(front) | ({"cut_off": day} if day and last[: len(day)] > day else {})


def dated(cut_off: str) -> datetime:
    """The date of the files: SOURCE_DATE_EPOCH, else the corpus' own last day, else a fixed one.

    >>> dated("2031-05-04").date().isoformat()
    '2031-05-04'
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    try:
        return datetime.fromisoformat(cut_off).replace(tzinfo=UTC)
    except ValueError:
        return Front().when
