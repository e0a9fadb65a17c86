"""Undated texts against what the codebook knows: its calendar of events, its founding dates.

A text that names the holder of an event is compared with that event on everything both speak of:
place, weekday, chair, next chair, number of documents, anniversary, and the words that tell this
event from others, rare words counting more. A day is asserted only where one event fits by a clear
margin and on several kinds of evidence; events that fit about equally are kept as candidates.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass, field

import pandas as pd

from analysis import tables
from analysis.codebook import names_of
from analysis.dates.parts import NUMBERS, ORDINAL, ORDINALS
from analysis.dates.published import UNDATED, Published
from analysis.dates.spans import Day, year_span
from analysis.patterns import Phrases

__all__ = ["Calendar", "Clues"]

LEAST_SCORE = 5.0
"""Less than a place and a weekday with one telling word is too little."""
LEAST_KINDS = 3
"""Kinds of evidence that must agree: two (a capital and a Thursday) recur every few years."""
MARGIN = 2.0
"""Lead over the next event: what a matching number of documents or chair is worth."""
MANY_WORDS = 3
"""Telling phrases that together count as a second kind of evidence."""
_MOST_CANDIDATES = 8

_CHAIR_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:current\s+|rotating\s+)?(?:chairmanship|presidency|chair\b|chairs\b|"
    r"chaired\b|presides\b|is\s+chairing|currently\s+chairs|(?:holds|held|has|is\s+in|was\s+in)\s+"
    r"(?:the\s+)?(?:rotating\s+)?(?:chair|chairmanship|presidency))",
    re.I,
)
_CHAIR_BEFORE = re.compile(
    r"(?:chairmanship|presidency)\s+of\s+(?:the\s+)?$|chaired\s+by\s+(?:the\s+)?$", re.I
)
_NEXT_AFTER = re.compile(
    r"\s+(?:will|is\s+to|would|shall|to)\s+(?:chair|preside|assume|take\s+over|take\s+up|hold|lead)",
    re.I,
)
_NEXT_BEFORE = re.compile(
    r"(?:chair(?:manship)?|presidency)\b[^.]{0,60}\b(?:to|by)\s+(?:the\s+)?$|"
    r"\bnext\s+(?:chair|session|summit|meeting)\b[^.]{0,60}\b(?:is|be|in)\s+(?:the\s+)?$",
    re.I,
)
_WORDS = "|".join(sorted((n for n in NUMBERS if n not in ("a", "an")), key=len, reverse=True))
_SIGNED = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{_WORDS})\s+(?:\w+\s+){{0,2}}(?:documents|decisions|papers|agreements)\b",
    re.I,
)
_SIGNING = re.compile(r"\b(?:sign|adopt|approv|agree|endors|package|total)\w*", re.I)
_ANNIVERSARY = re.compile(
    r"anniversar(?:y|ies)\s+(?:of|since)\s+(?:the\s+)?|years?\s+(?:of|since|after)\s+(?:the\s+)?",
    re.I,
)
_WHICH = re.compile(rf"\b(?:(?P<n>\d{{1,3}})(?:st|nd|rd|th)?|(?P<o>{ORDINAL}))[\s-]+$", re.I)
_COMMON_NAME = re.compile(r"(treaty|organi[sz]ation|alliance|bloc|union)\b", re.I)
_AHEAD = re.compile(r"\b(?:upcoming|ahead\s+of|forthcoming|next\s+year|will\s+(?:mark|be))\b", re.I)
_IN = re.compile(r"\b(?:in|at|visited|visiting|from)\s+(?:the\s+)?(?:city\s+of\s+)?$", re.I)


@dataclass(frozen=True)
class Clues:
    """What is already known of an undated text."""

    weekday: int | None = None
    month_day: tuple[int, int] | None = None
    place: str = ""
    first_day: str = ""


@dataclass(frozen=True)
class _Named:
    """What of the codebook a text names, and where."""

    actors: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()


class Calendar:
    """The actors and events of a codebook, ready to be compared with texts."""

    def __init__(self, actors: pd.DataFrame | None, events: pd.DataFrame | None) -> None:
        self.actors = [] if actors is None else actors.to_dict("records")
        rows = [] if events is None else events.to_dict("records")
        self.events = [row for row in rows if re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"])]
        meanings: list[tuple[str, str]] = []
        phrases: list[str] = []
        for row in self.actors:
            for name in names_of(row):
                phrases.append(name)
                meanings.append(("actor", row["name"]))
        for row in self.events:
            if row["place"]:
                phrases.append(row["place"])
                meanings.append(("place", row["place"]))
            for word in tables.split(row["words"]):
                phrases.append(word)
                meanings.append(("word", word))
        self._meanings = meanings
        self._phrases = Phrases(phrases) if phrases else None
        counts = Counter(word for row in self.events for word in set(tables.split(row["words"])))
        total = max(len(self.events), 2)
        self._weight = {word: math.log(total / n) / math.log(total) for word, n in counts.items()}
        self._kinds = {row["name"]: row["kind"] for row in self.actors}

    def __bool__(self) -> bool:
        return self._phrases is not None

    def named_in(self, text: str) -> _Named:
        """Actors, places and telling words of the codebook that a text names."""
        named, words = _Named(), set()
        for number, start, end in self._phrases.find(text) if self._phrases else ():
            kind, name = self._meanings[number]
            if kind == "word":
                words.add(name)
            else:
                spans = named.actors if kind == "actor" else named.places
                spans.setdefault(name, []).append((start, end))
        return _Named(named.actors, named.places, frozenset(words))

    def founded_by(self, named: _Named) -> str:
        """The first founding day of the latest founded actor a text names: it is not older."""
        days = [
            min(tables.split(row["founded"]))
            for row in self.actors
            if row["founded"] and row["name"] in named.actors
        ]
        return max((day for day in days if len(day) == 10), default="")

    def anniversary(self, text: str, named: _Named) -> Published:
        """The year in which the anniversaries that a text marks fall, when they agree."""
        years: dict[int, str] = {}
        for match in _ANNIVERSARY.finditer(text):
            which = _WHICH.search(text[max(0, match.start() - 24) : match.start()])
            count = _count(which["n"] or which["o"]) if which else 0
            if not count or _AHEAD.search(text[max(0, match.start() - 60) : match.end() + 80]):
                continue
            for founded in self._founded_at(text, match.end(), named):
                start = match.start() - len(which.group())
                years[int(founded[:4]) + count] = text[start : match.end() + 40]
        if len(years) != 1:
            return UNDATED
        year, words = next(iter(years.items()))
        return Published(str(year), *year_span(year)[:2], basis="anniversary", evidence=words)

    def _founded_at(self, text: str, at: int, named: _Named) -> set[str]:
        """Founding days of what stands at an offset: an actor named there, or "the treaty"."""
        near = {
            row["name"]
            for row in self.actors
            for start, _ in named.actors.get(row["name"], ())
            if row["founded"] and at - 4 <= start <= at + 40
            and not re.search(r"\banniversar|[.;]", text[at:start])
        }  # fmt: skip
        if not near and (word := _COMMON_NAME.match(text, at)):
            kind = "treaty" if word[1].lower() == "treaty" else "organisation"
            near = {
                row["name"] for row in self.actors
                if row["founded"] and row["kind"] == kind
                and (row["name"] in named.actors or kind == "treaty")
            }  # fmt: skip
        return {
            founded[:4]
            for row in self.actors
            if row["name"] in near
            for founded in tables.split(row["founded"])
        }

    def match(self, text: str, named: _Named, clues: Clues, year: str = "") -> Published:
        """The event that a text reports, or the events that fit it about equally.

        ``year`` narrows the calendar to one year (known from an anniversary).
        """
        facts = self._facts(text, named)
        scored = []
        for event in self.events:
            if year and not event["date"].startswith(year):
                continue
            score, kinds, reasons = self._score(event, named, clues, facts, bool(year))
            if score > 0:
                scored.append((score, len(kinds), event, reasons))
        scored.sort(key=lambda one: (-one[0], one[2]["date"]))
        good = [one for one in scored if one[0] >= LEAST_SCORE and one[1] >= LEAST_KINDS]
        if not good:
            return UNDATED
        best = good[0]
        rivals = [one for one in scored if one[2]["date"] != best[2]["date"]]
        if not rivals or best[0] - rivals[0][0] >= MARGIN:
            day = best[2]["date"]
            evidence = f"{day} {best[2]['place']}, {best[2]['occasion']}: {'; '.join(best[3])}"
            return Published(day, day, day, basis="events calendar", evidence=evidence)
        close = [one for one in [best, *rivals] if best[0] - one[0] < MARGIN][:_MOST_CANDIDATES]
        days = tuple(sorted({one[2]["date"] for one in close}))
        evidence = f"{len(days)} events fit: {'; '.join(best[3])}"
        return Published("", days[0], days[-1], days, "events calendar", evidence)

    def _facts(self, text: str, named: _Named) -> dict:
        """Chair, next chair, number of documents and places of meeting that a text states."""
        countries = {n: s for n, s in named.actors.items() if self._kinds.get(n) == "country"}
        chairs, following = set(), set()
        for name, spans in countries.items():
            for start, end in spans:
                left, right = text[max(0, start - 90) : start], text[end : end + 60]
                if _NEXT_AFTER.match(right) or _NEXT_BEFORE.search(left):
                    following.add(name)
                elif _CHAIR_AFTER.match(right) or _CHAIR_BEFORE.search(left):
                    chairs.add(name)
        signed = set()
        for match in _SIGNED.finditer(text):
            around = text[max(0, match.start() - 60) : match.end() + 60]
            if _SIGNING.search(around):
                signed.add(_count(match["n"]))
        met = {
            place
            for place, spans in named.places.items()
            if any(_IN.search(text[max(0, start - 24) : start]) for start, _ in spans)
        }
        return {"chairs": chairs, "next": following, "signed": signed - {0}, "met": met}

    def _score(
        self, event: dict, named: _Named, clues: Clues, facts: dict, known_year: bool
    ) -> tuple[float, set[str], list[str]]:
        """How well an event fits, the kinds of evidence that agree, and the reasons in words."""
        nothing = (0.0, set(), [])
        holders = tables.split(event["holder"])
        day = Day.fromisoformat(event["date"])
        if holders and not any(holder in named.actors for holder in holders):
            return nothing
        if clues.first_day and event["date"] < clues.first_day:
            return nothing
        late = 0
        if clues.month_day:
            # A report is dated on the day of the event or on the next.
            report = [Day(day.year, *clues.month_day)] if clues.month_day != (2, 29) else []
            late = (report[0] - day).days if report else 9
            if late not in (0, 1):
                return nothing
        if clues.weekday is not None and day.weekday() != clues.weekday:
            return nothing
        score, kinds, reasons = 0.0, set(), []

        def add(points: float, kind: str, reason: str) -> None:
            nonlocal score
            score += points
            if points > 0:
                kinds.add(kind)
                reasons.append(reason)

        if clues.month_day:
            add(4.0 - late, "day", f"{clues.month_day[1]}.{clues.month_day[0]}.")
        if clues.weekday is not None:
            add(1.0, "weekday", day.strftime("%A"))
        if known_year:
            add(2.0, "year", str(day.year))
        self._score_place(event, named, clues, facts, add)
        for kind, column in (("chairs", "chair"), ("next", "next_chair")):
            if facts[kind] and event[column]:
                fits = event[column] in facts[kind]
                add(2.5 if fits else -3.0, column, f"{column.replace('_', ' ')} {event[column]}")
        if facts["signed"] and event["n_documents"]:
            fits = int(float(event["n_documents"])) in facts["signed"]
            add(3.0 if fits else -2.0, "documents", f"{event['n_documents']} documents")
        # The place and the number of documents have counted already.
        words = [
            word
            for word in tables.split(event["words"])
            if word in named.words
            and word.casefold() != event["place"].casefold()
            and not ("documents" in kinds and _SIGNED.fullmatch(word))
        ]
        if words:
            add(min(sum(1.5 * self._weight[w] for w in words), 6.0), "words", ", ".join(words))
            if len(words) >= MANY_WORDS:
                kinds.add("many words")
        return score, kinds, reasons

    def _score_place(self, event: dict, named: _Named, clues: Clues, facts: dict, add) -> None:
        place = event["place"]
        if not place:
            return
        if (clues.place and clues.place.casefold() == place.casefold()) or place in facts["met"]:
            add(2.0, "place", place)
        elif place in named.places:
            add(1.0, "place", place)
        elif facts["met"]:
            add(-1.0, "place", place)


def _count(word: str | None) -> int:
    if not word:
        return 0
    return (
        int(word) if word.isdigit() else NUMBERS.get(word.lower()) or ORDINALS.get(word.lower(), 0)
    )
