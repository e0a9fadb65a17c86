"""Many phrases found in one pass over a text.

A phrase of a codebook is written as a person says it: ``military-political cooperation`` also
stands for the words on two lines, with a soft hyphen inside or a typographic apostrophe. So a text
is folded (case, white space, hyphens, apostrophes) before an Aho-Corasick automaton reads it once,
and every place found is mapped back to the offsets of the text as it was.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import ahocorasick_rs

from analysis.tables import AnalysisError

__all__ = ["FoldedText", "PatternError", "Phrases", "fold"]

# Characters that say the same as the plain one on the right; a phrase may be typed with either.
SAME = {
    **dict.fromkeys("\n\t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4\uff07", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
    "ё": "е",
    "Ё": "Е",
    "İ": "I",  # its lower case is two characters, which would shift every later offset
}
ASCII_SAME = {char: plain for char, plain in SAME.items() if char.isascii()}
# Characters that show nothing inside a word: soft hyphen, zero-width space and joiners, BOM.
SILENT = "\xad\u200b\u200c\u200d\u2060\ufeff"
BLANKS = re.compile("  +")  # two plain blanks, to which a search can leap
DROPPED = re.compile(f" {{2,}}|[{SILENT}]+")
LETTERS = r"[^\W_]*"
WORD = r"[^\W_]+(?:['-][^\W_]+)*"


class PatternError(AnalysisError):
    """A phrase that cannot be searched for; the message gives the phrase and the remedy."""


@dataclass(frozen=True)
class FoldedText:
    """A text made comparable: as written and in lower case, with the way back to its offsets."""

    cased: str
    lower: str
    kept: Sequence[int]  # folded offsets after which characters were left out
    lost: Sequence[int]  # how many were left out up to there

    def original(self, offset: int) -> int:
        """The offset in the text as it was of a character of the folded text."""
        at = bisect_right(self.kept, offset)
        return offset + self.lost[at - 1] if at else offset


def fold(text: str) -> FoldedText:
    """One blank for any run of white space, plain hyphens and apostrophes, no silent characters.

    >>> folded = fold("The  Par\\u00adties’\\nview")
    >>> folded.cased, folded.original(folded.cased.index("view"))
    ("The Parties' view", 15)
    """
    for char, plain in (ASCII_SAME if text.isascii() else SAME).items():
        if char in text:
            text = text.replace(char, plain)
    kept: list[int] = []
    lost: list[int] = []
    pieces: list[str] = []
    end = total = 0
    dropped = DROPPED if any(char in text for char in SILENT) else BLANKS
    for gap in dropped.finditer(text):
        first, after = gap.span()
        first += text[first] == " "  # the first blank of a run stays
        pieces.append(text[end:first])
        kept.append(first - total)
        end = after
        total += end - first
        lost.append(total)
    cased = "".join([*pieces, text[end:]]) if pieces else text
    lower = cased.lower()
    if len(lower) != len(cased):  # no character of today's Unicode but İ; tomorrow's may differ
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in cased)
    return FoldedText(cased, lower, kept, lost)


@dataclass(frozen=True)
class _Rule:
    """What must hold around the literal beginning of a phrase."""

    open_start: bool
    tail: re.Pattern[str] | None  # the rest of a phrase with `*`; None where the literal is all
    cased: re.Pattern[str] | None  # the whole phrase where an acronym fixes the case


class Phrases:
    """A list of phrases, compiled once, found in any number of texts.

    A blank in a phrase matches any run of white space. ``*`` at the end or start of a word stands
    for further letters, alone for one whole word. Case does not matter, except in an acronym (two
    or more capitals, no small letter): ``US`` is not ``us``. Only whole words match.

    Raises
    ------
    PatternError
        A phrase is empty or has nothing but ``*`` where it begins or ends.

    >>> Phrases(["arms control", "militar*", "WHO"]).find("Who? Militant arms\\ncontrol, the WHO")
    [(0, 14, 26), (2, 32, 35)]
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self.phrases = tuple(phrases)
        self._rules: list[_Rule | None] = []
        anchors: dict[str, list[int]] = {}
        for index, phrase in enumerate(self.phrases):
            anchor, rule = _compile(phrase)
            self._rules.append(rule)
            anchors.setdefault(anchor, []).append(index)
        self._indexes = list(anchors.values())
        fast = ahocorasick_rs.Implementation.DFA  # made more slowly, it reads in half the time
        self._automaton = (
            ahocorasick_rs.AhoCorasick(list(anchors), implementation=fast) if anchors else None
        )

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Every match, overlapping ones too: (index of the phrase, start, end), sorted by start.

        >>> Phrases(["peace", "peace talks"]).find("Peace talks")
        [(0, 0, 5), (1, 0, 11)]
        """
        return self.find_folded(fold(text))

    def find_folded(self, folded: FoldedText) -> list[tuple[int, int, int]]:
        """As `find`, on a text that is folded already; the offsets are the original ones."""
        if self._automaton is None:
            return []
        lower, found = folded.lower, []
        size = len(lower)
        for anchor, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            starts_word = start == 0 or not _in_word(lower[start - 1])
            ends_word = end == size or not _in_word(lower[end])
            for index in self._indexes[anchor]:
                rule = self._rules[index]
                if rule is None:
                    span = (start, end) if starts_word and ends_word else None
                else:
                    span = None
                    if (starts_word or rule.open_start) and (ends_word or rule.tail):
                        span = _confirm(rule, folded, start, end)
                if span:
                    found.append((index, *span))
        if folded.kept:
            original = folded.original
            found = [(index, original(a), original(b - 1) + 1) for index, a, b in found]
        return sorted(found, key=lambda match: (match[1], match[2], match[0]))


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _confirm(rule: _Rule, folded: FoldedText, start: int, end: int) -> tuple[int, int] | None:
    """The span of the whole phrase around its literal beginning; None where the rest differs."""
    lower = folded.lower
    if rule.open_start:
        while start and _in_word(lower[start - 1]):
            start -= 1
    if rule.tail:
        rest = rule.tail.match(lower, end)
        if not rest:
            return None
        end = rest.end()
    if rule.cased and not rule.cased.fullmatch(folded.cased, start, end):
        return None
    return start, end


def _compile(phrase: str) -> tuple[str, _Rule | None]:
    """The literal to search for and what must hold around it; None where it is the phrase."""
    words = fold(phrase.strip()).cased.split()
    if not words or not words[0].strip("*") or not words[-1].strip("*"):
        raise PatternError(
            f"phrase {phrase!r}: nothing to search for; begin and end it with a word, "
            "as in 'peace talks' or 'militar* aid'"
        )
    cased = " ".join(words)
    open_start = cased.startswith("*")
    anchor, star, rest = cased.lstrip("*").lower().partition("*")
    tail = None
    if star:
        lone = anchor.endswith(" ") and (rest.startswith(" "))
        pattern = (WORD if lone else LETTERS) + _pattern(rest)
        tail = re.compile(pattern + r"(?!\w)")
    acronym = any(_is_acronym(word) for word in words)
    fixed = None
    if acronym:
        parts = (
            _pattern(word) if _is_acronym(word) else f"(?i:{_pattern(word)})" for word in words
        )
        fixed = re.compile(" ".join(parts))
    special = open_start or tail or fixed
    return anchor, _Rule(open_start, tail, fixed) if special else None


def _pattern(words: str) -> str:
    """A regular expression for folded words in which `*` stands for letters, alone for a word."""
    escaped = (
        WORD if word == "*" else LETTERS.join(map(re.escape, word.split("*")))
        for word in words.split(" ")
    )
    return " ".join(escaped)


def _is_acronym(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return sum(char.isupper() for char in letters) >= 2 and not any(c.islower() for c in letters)
