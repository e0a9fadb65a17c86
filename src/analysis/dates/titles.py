"""The day that a title gives its text: "Speech by Ms Arden, Harrow, 5 May 2031".

The lines above a text call it what it is, and end with its day. A day in a headline that reports
or announces ("Envoys hail the speech of 5 May 2031") is that of another thing.
"""

import re
from collections.abc import Iterable

from analysis.dates.expressions import find_expressions
from analysis.dates.spans import ordinal_day
from analysis.text.headers import DATE_SHAPE

__all__ = ["MOST_LINES", "speaks_for_itself", "title_day"]

TOP = 600
"""Characters from the beginning in which titles stand."""
MOST_LINES = 6
_LONGEST = 400
"""Characters of a title; one that names speaker, office, occasion and host comes near it."""
_KIND = (
    r"(?:[Ss]tatement|[Ss]peech|[Aa]ddress|[Rr]emarks|[Bb]roadcast|[Mm]essage|[Dd]eclaration|"
    r"[Cc]ommuniqu[eé]|[Ll]etter|[Rr]elease|[Ii]nterview|[Ll]ecture|[Tt]ranscript|[Aa]ppeal|"
    r"[Pp]roclamation|[Cc]onference|[Aa]nnouncement|[Dd]ecision|[Mm]inutes|STATEMENT|SPEECH|ADDRESS|REMARKS|MESSAGE|DECLARATION)"
)
# "Prime Minister's statement", "Full text of the joint declaration": names, offices and small
# words may stand before, no sentence.
_CALLED = re.compile(
    rf"\W{{0,3}}(?:(?:[A-ZÀ-Þ][\w.'’-]*|of|the|and|joint|by|an?|full|text|press|radio|television|"
    rf"opening|closing|keynote|introductory)\s+){{0,10}}?{_KIND}(?![\w'’-])"
)
# Who reports, announces or recalls writes of a text; so does a sentence.
_OF_IT = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|can|should|must|said|says?|after|before|ahead|"
    r"since|until|upcoming|next|anniversary|reactions?|analysis|preview|agenda|summary|about|how|"
    r"why|what|we|I|our)\b",
    re.I,
)
# What parts the day from the rest: ", Harrow, ", ": ", "(", or the kind itself ("Release 5 May").
_PARTED = re.compile(rf"(?:[,:;|(\[–—]\s*|\s-\s+|\b{_KIND}\s+)$")
_GIVEN = re.compile(
    r"(?:^|[:,(|–—]\s*)(?:debated|delivered|given|spoken|recorded|broadcast|issued|dated)\s+"
    r"(?:on\s+)?$",
    re.I,
)
_ENDS = re.compile(r"[)\]\"”.]*\s*$|\.\s+[A-Z]")
_SENTENCES = re.compile(r"(?:\b[a-z]{3,}|[)”])\.\s")


def title_day(text: str, lines: Iterable[tuple[int, int]]) -> tuple[str, str]:
    """The day that the first of these spans gives that is a title with one, and its words.

    >>> words = "Ms Arden's speech to the guild, Harrow, 5 May 2031"
    >>> title_day(words, [(0, len(words))])[0]
    '2031-05-05'
    >>> words = "Envoys hail the speech of 5 May 2031"
    >>> title_day(words, [(0, len(words))])
    ('', '')
    """
    first = None
    for number, (start, end) in enumerate(lines):
        first = start if first is None else first
        if start - first > TOP or number >= MOST_LINES:
            break
        words = text[start : min(end, start + _LONGEST)]
        day, stop = _day(words)
        if day:
            return day, " ".join(words[:stop].split())
    return "", ""


_BARE = re.compile(rf"\W{{0,4}}(?x:{DATE_SHAPE})\W{{0,4}}")
# "Statement by the Guild on the ferries": whose it is stands behind what it is, or before.
_WHOSE = re.compile(
    r"\s+(?:by|of|from)\s|['’]s?\s|\s(?:Statement|Message|Declaration|Communiqu[eé])\b"
)
_REPORTS = re.compile(
    r"\b(?:said|told|according\s+to|reported(?:ly)?|quoted|(?:his|her|its|their|the)\s+"
    r"(?:statement|message|speech|declaration|letter)\s+(?:said|says|was|were|came))\b"
)
_OPENING = 1_500
"""Characters of a text in which a report names who said what it tells."""


def speaks_for_itself(header: str, title: str, text: str) -> bool:
    """Whether a day alone on its line stands over a statement, and not over a report of one.

    >>> speaks_for_itself("5 May 2031", "Statement by the Guild", "The Guild regrets the flood.")
    True
    >>> speaks_for_itself("Posted: 5 May 2031", "Statement by the Guild", "We regret the flood.")
    False
    >>> speaks_for_itself("5 May 2031", "Statement by the Guild", "The flood is over, it said.")
    False
    """
    called = _BARE.fullmatch(header) and _CALLED.match(title)
    if not called or not _WHOSE.search(title) or _OF_IT.search(title):
        return False
    return _REPORTS.search(text[:_OPENING]) is None


def _day(words: str) -> tuple[str, int]:
    """The day that a title gives, and where it ends."""
    if not any(figure.isdigit() for figure in words):
        return "", 0
    called = _CALLED.match(words)
    for one in find_expressions(words):
        if one.kind != "date" or "swap" in one.numbers or not _ENDS.match(words, one.end):
            continue
        left = words[: one.start]
        named = called and called.end() <= one.start and _PARTED.search(left)
        if _OF_IT.search(left) or _SENTENCES.search(left) or not (named or _GIVEN.search(left)):
            continue
        n = one.numbers
        day = ordinal_day(n["y"], n["m"], n["d"])
        if day and n.get("wd") in (None, day.weekday()):
            return day.isoformat(), one.end
    return "", 0
