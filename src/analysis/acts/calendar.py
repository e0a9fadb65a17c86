"""Which row of the events calendar a document reports, and what sort of act an occasion is."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis import tables
from analysis.acts.intervals import LAG_DAYS, is_day, shifted

__all__ = ["calendar_rows", "kind"]

KINDS = (  # what an occasion is called
    ("speech", r"address|speech|remarks|interview|message|press conference|briefing"),
    # Called over one matter, it is not expected to speak of all others.
    (
        "extraordinary session",
        r"(?:extraordinary|emergency|special|urgent) (?:[\w-]+ )?(?:session|summit|meeting|talks)",
    ),
    (
        "session",
        r"session|summit|meeting|council|conference|assembly|talks|consultations|visit|debate",
    ),
    ("exercise", r"exercises?|training|drills?|manoeuvres|maneuvers"),
    (
        "document",
        r"declaration|statement|communique|communiqué|treaty|agreement|charter|resolution"
        r"|memorandum|protocol|note|letter|appeal|decision|joint position|signing",
    ),
)
KIND_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.I)) for kind, words in KINDS)


def calendar_rows(
    documents: pd.DataFrame, bodies: Sequence[str], events: pd.DataFrame
) -> list[int]:
    """The calendar row each document reports, or -1.

    The day must fit, and the text must give two clues: the row's place, occasion, holder, or
    one of its telling words, which count double. One will do where the calendar gave the date;
    a report of a later day needs three. Of several rows the nearest day wins, then the one with
    most clues.
    """
    if events.empty:
        return [-1] * len(documents)
    dated = [(i, day) for i, day in enumerate(events["date"]) if is_day(day)]
    by_day: dict[str, list[int]] = defaultdict(list)
    for i, day in dated:
        by_day[day].append(i)
    clues = [_clues(event) for event in events.to_dict("records")]
    known = tables.dated(documents)
    columns = [known["date_low"], known["date_high"], documents["date_basis"]]
    columns += [documents["place"], documents["title"]]
    found = []
    for low, high, basis, place, title, body in zip(*columns, bodies, strict=True):
        if not low or low != high:  # only a day is near enough to a row to be that row
            found.append(-1)
            continue
        text = " ".join(f"{place} {title} {body}".split()).casefold()
        options = []
        for lag in range(LAG_DAYS + 1):
            for row in by_day.get(shifted(low, -lag), ()):
                n = sum(weight for clue, weight in clues[row] if clue.search(text))
                if n >= (1 if "calendar" in basis else 2) + (lag > 0):
                    options.append((lag, -n, row))
        found.append(min(options)[2] if options else -1)
    return found


def _clues(event: Mapping[str, str]) -> list[tuple[re.Pattern[str], int]]:
    """What tells a report of this event, and how much each counts."""
    clues = [(event.get(name, ""), 1) for name in ("place", "occasion", "holder")]
    clues += [(phrase, 2) for phrase in tables.split(event.get("words", ""))]
    plain = [(" ".join(phrase.split()).casefold(), weight) for phrase, weight in clues]
    return [
        (re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)"), weight)
        for phrase, weight in plain
        if phrase
    ]


def kind(occasion: str) -> str:
    """What sort of act an occasion is, by the word that comes first; empty where none tells.

    >>> kind("statement of the Ferry Council"), kind("emergency session of the Ferry Council")
    ('document', 'extraordinary session')
    """
    found = [
        (match.start(), number)
        for number, (_, pattern) in enumerate(KIND_PATTERNS)
        if (match := pattern.search(occasion))
    ]
    return KIND_PATTERNS[min(found)[1]][0] if found else ""
