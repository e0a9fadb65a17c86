"""The day that a title gives its text: "Speech by Ms Arden, Harrow, 5 May 2031".

The lines above a text call it what it is, and end with its day. A day in a headline that reports
or announces ("Envoys hail the speech of 5 May 2031") is that of another thing.
"""

import re
from collections.abc import Iterable

from analysis.dates.expressions import find_expressions
from analysis.dates.spans import ordinal_day

__all__ = ["MOST_LINES", "title_day"]

TOP = 600
"""Characters from the beginning in which titles stand."""
MOST_LINES = 6
_LONGEST = 400
"""Characters of a title; one that names speaker, office, occasion and host comes near it."""
_KIND = (
    r"(?:[Ss]tatement|[Ss]peech|[Aa]ddress|[Rr]emarks|[Bb]roadcast|[Mm]essage|[Dd]eclaration|"
    r"[Cc]ommuniqu[eé]|[Ll]etter|[Rr]elease|[Ii]nterview|[Ll]ecture|[Tt]ranscript|[Aa]ppeal|"
    r"[Pp]roclamation|[Cc]onference|STATEMENT|SPEECH|ADDRESS|REMARKS|MESSAGE|DECLARATION)"
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
        if day := _day(words):
            return day, words
    return "", ""


def _day(words: str) -> str:
    if not any(figure.isdigit() for figure in words):
        return ""
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
            return day.isoformat()
    return ""
