"""The numbered meeting a document comes from, and where it was held, by the document's own words.

"The joint communiqué of the 12th meeting of the Pact's ministers" is one act in whatever words it
is reported, for a meeting ends with one communiqué or one statement of its chair. Other statements
and declarations may be several, and their names join nothing.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from analysis.dates.parts import ORDINALS
from analysis.text import MONTHS
from analysis.text.words import WEEKDAYS

__all__ = ["Occasion", "different", "occasion_of", "pairs", "place_told", "same_occasion"]

LEAD = 700  # characters that say what a text reports; further down others are recalled
_ORDINAL = "|".join(sorted((re.sub("-", "[- ]", word) for word in ORDINALS), key=len, reverse=True))
_HEAD = r"(?:meeting|summit|session|conference|assembly|congress|plenary|council)"
# "the 12th Meeting of the Pact's Foreign Ministers", "the twelfth Pact Summit"
_NUMBERED = re.compile(
    rf"\b(?:(?P<n>\d{{1,3}})(?:st|nd|rd|th)|(?P<o>{_ORDINAL}))\s+"
    rf"(?P<words>(?:(?!and\b|on\b|in\b|at\b|is\b|was\b|anniversary\b)[\w'’/-]+\s+){{0,7}}?{_HEAD})\b",
    re.I,
)
_ISSUED = r"(?:issued|released|adopted|published|agreed)"
_PAPER = (
    r"(?P<paper>communiqu[eé]|(?:chair(?:man|woman|person)?|presidency)(?:['’]?s)?\s+statement)"
)
_OF = r"(?:of|at|from|after|following|during|by|to)\b"
# "a joint communiqué issued after the two-day", "the communiqué of the"
_PAPER_OF = re.compile(rf"\b{_PAPER}\b[^.;:!?]{{0,50}}?\b{_OF}\s+(?:[\w'’-]+\s+){{0,4}}$", re.I)
# "The 12th meeting issued a joint communiqué"
_PAPER_BY = re.compile(rf"[^.;:!?]{{0,60}}?\b{_ISSUED}\s+(?:[\w'’-]+\s+){{0,4}}?{_PAPER}\b", re.I)
_RECALLED = re.compile(
    r"\b(?:previous|last|recall\w*|since|unlike|ahead|before|prepar\w+|upcoming|next|future|draft)\b",
    re.I,
)
# The words of a meeting that tell it from others; who holds it may be named or only pointed at.
_SMALL = frozenset(
    {"the", "of", "a", "an", "and", "its", "their", "association", "organisation", "organization",
     "bloc", "group", "grouping"}
)  # fmt: skip


class Occasion(NamedTuple):
    """A numbered meeting, the words of its name, and the paper that ends it."""

    number: int
    words: frozenset[str]
    paper: str


def occasion_of(title: str, body: str) -> Occasion | None:
    """The numbered meeting whose communiqué or chair's statement a document is or reports.

    >>> occasion_of("", "In a joint communiqué of the 12th Pact Foreign Ministers' Meeting").number
    12
    >>> occasion_of("", "Ministers of the Pact spoke ahead of the 12th Pact Summit.")
    """
    for words in (" ".join(title.split()), " ".join(body[:LEAD].split())):
        for match in _NUMBERED.finditer(words):
            left, right = words[max(0, match.start() - 120) : match.start()], words[match.end() :]
            paper = _PAPER_OF.search(left) or _PAPER_BY.match(right)
            if paper and not _RECALLED.search(left[-60:]):
                number = int(match["n"] or ORDINALS[match["o"].lower().replace(" ", "-")])
                kind = "communique" if paper["paper"].lower().startswith("comm") else "chair"
                return Occasion(number, _plain(match["words"]), kind)
    return None


def _plain(words: str) -> frozenset[str]:
    """The telling words of a name, without endings.

    >>> sorted(_plain("Pact Foreign Ministers' Meeting"))
    ['foreign', 'meeting', 'minister', 'pact']
    """
    bare = (re.sub(r"['’]s?$", "", word) for word in words.lower().split())
    return frozenset(word.rstrip("s") for word in bare if word not in _SMALL)


def same_occasion(a: Occasion | None, b: Occasion | None) -> bool:
    """Whether two documents are the one paper of one meeting: one name may be the fuller."""
    return (
        a is not None
        and b is not None
        and (a.number, a.paper) == (b.number, b.paper)
        and min(len(a.words), len(b.words)) > 1
        and (a.words <= b.words or b.words <= a.words)
    )


def different(a: Occasion | None, b: Occasion | None) -> bool:
    """Whether two documents come from meetings of one row with different numbers."""
    return a is not None and b is not None and a.number != b.number and a.words == b.words


def pairs(occasions: Sequence[Occasion | None]) -> list[tuple[int, int]]:
    """Places of documents that come from one meeting with one paper."""
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, one in enumerate(occasions):
        if one:
            groups[one.number, one.paper].append(number)
    return [
        (a, b)
        for named in groups.values()
        for a, b in combinations(named, 2)
        if same_occasion(occasions[a], occasions[b])
    ]


_NOT_PLACES = {*MONTHS, *WEEKDAYS}
_DAY = r"(?:[A-Z][a-z]+day|(?:[A-Z][a-z]+\.?\s+)?\d{1,2}(?:\s+[A-Z][a-z]+)?(?:,?\s+\d{4})?)"
_HELD_IN = re.compile(
    rf"\b(?:(?i:{_HEAD}|talks)\b[^.;:!?]{{0,60}}?\b(?:held|convened|hosted|took\s+place)"
    rf"|{_ISSUED}\s+(?:[\w'’-]+\s+){{0,5}}?(?i:statement|declaration|communiqu[eé])"
    rf"|(?:met|gathered|convened))\s+(?:here\s+)?(?:on\s+{_DAY}\s+)?in\s+"
    r"(?P<place>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)"
)


def place_told(body: str) -> str:
    """Where the beginning of a text says the meeting was held, or the paper was issued.

    >>> place_told("In a communiqué issued after the talks held in Harrow, they voiced hope.")
    'Harrow'
    >>> place_told("The school was held in May; they met in Parliament Square next to it.")
    'Parliament Square'
    """
    for match in _HELD_IN.finditer(" ".join(body[:LEAD].split())):
        if match["place"].split()[0].lower() not in _NOT_PLACES:
            return match["place"]
    return ""
