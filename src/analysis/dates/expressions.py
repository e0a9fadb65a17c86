"""Date expressions in running text: where they stand and what they say, before any anchor.

One scan finds the core words (months, weekdays, units of time, "yesterday", years, figures); only
there do small patterns look left and right for what belongs to the expression. The result is an
``Expression``: a kind and its numbers; ``resolve`` turns it into days.
"""

import functools
import re
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.dates.cores import CORES, HANDLERS
from analysis.dates.numerals import find_numerals

__all__ = ["Expression", "find_expressions"]


class Expression(NamedTuple):
    """One expression: its span, its kind, and the numbers that kind needs."""

    start: int
    end: int
    kind: str
    numbers: dict


_FIGURES = re.compile(
    # Begins with a digit, which the engine finds fast; not inside a number or a name
    # ("Guard-2024"), but after "mid-" and "FY".
    r"\d(?:"
    r"(?:(?<![\w$€£#.,/:'’-]\d)|(?<=[Mm]id-\d)|(?<=arly-\d)|(?<=ate-\d)|(?<=FY\d))"
    r"(?:\d{3}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?(?:T[\d:.]+Z?)?|s|['’]s)?"
    r"|\d?[./-]\d{1,2}[./-](?:\d{4}|\d\d))"
    r"|(?<=['’]\d)(?<!\w['’]\d)0s"
    r")(?![\w%])"
)


@functools.cache
def _scanner() -> tuple[AhoCorasick, list[str]]:
    words, kinds = [], []
    for word, kind in CORES.items():
        forms = {word} if word[0].isupper() else {word, word.capitalize()}
        forms |= {word.upper()} if len(word) > 3 else set()
        for form in sorted(forms):
            words.append(form)
            kinds.append(kind)
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), kinds


def find_expressions(text: str, low: int = 0, high: int | None = None) -> list[Expression]:
    """Every date expression of the text between two offsets, in order, none inside another.

    >>> [text for text in map(lambda e: (e.start, e.end, e.kind), find_expressions(
    ...     "On 3 May 2018 they met; the 2010 envoys left yesterday."))]
    [(3, 13, 'date'), (28, 32, 'year'), (45, 54, 'shift')]
    """
    automaton, kinds = _scanner()
    found: list[Expression] = []
    length = len(text)
    high = length if high is None else high
    part = text if (low, high) == (0, length) else text[low:high]
    for number, start, end in automaton.find_matches_as_indexes(part):
        start, end = start + low, end + low
        if (start and text[start - 1].isalnum()) or (end < length and text[end].isalnum()):
            continue
        found += [Expression(*one) for one in HANDLERS[kinds[number]](text, start, end)]
    for match in _FIGURES.finditer(text, low, high):
        found += [Expression(*one) for one in find_numerals(text, *match.span())]
    return _outermost(found)


def _outermost(found: list[Expression]) -> list[Expression]:
    """The longest of those that overlap, in order."""
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Expression] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept
