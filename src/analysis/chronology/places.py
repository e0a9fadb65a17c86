"""Whether two sentences speak of different places, countries or bodies.

Two calls for restraint share most of their words, and one may be about a strait and the other about
a border. So what each names beside the speaker is set against the other's words. The texts
themselves tell which words are names: those written with a capital within a sentence, and hardly
ever in small letters; and which letters stand for which name: "Upland Toll League (UTL)". Who
speaks of "all parties" or "the situation", and names nothing, speaks of what the positions beside
it in the text name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from analysis.chronology.contents import NAME, WORD, concepts
from analysis.chronology.relations import EVENTS

__all__ = ["Named", "named", "speak_of_others"]

MOSTLY = 4  # times as often in capitals as in small letters, for a word to be a name
LETTERS = 4  # of a country and of its people alike, as a rule: Harrow, Harrovian
OPENING = 4  # characters before a word that tell whether its capital is that of a sentence
BEGINS = re.compile(r"(?:^|[.!?:;]\s|[\"“”«„‘(])\W*$")
HERE = re.compile(
    r"""
      \b(?:all|both|the)\s+(?:\w+\s+)?(?:parties|sides)\b
      (?!\s+to\s+(?:an?|the|this|that|these|it|its)\b)  # not: the parties to a treaty
    | \bparties\s+(?:concerned|involved)\b
    | \bthe\s+(?:\w+\s+)?(?:situation|area|violence|hostilities|tensions?|fighting)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


# A name and, in brackets, its first letters.
SPELT = re.compile(
    r"""
    (?P<name>[^\W\d_a-zа-яё][\w’'-]*                          # Upland
      (?: \s+ (?:(?:of|on|for|the|and|in)\s+){0,2} [^\W\d_a-zа-яё][\w’'-]* ){1,8} )
    \s*\((?P<letters>[^\W\d_a-zа-яё]{2,8})\)                  # (UTL)
    """,
    re.VERBOSE,
)


class Named(NamedTuple):
    """What a sentence names, all words of its longer names, every word it has, who speaks in it."""

    names: frozenset[str]
    parts: frozenset[str]
    words: frozenset[str]
    speaker: frozenset[str] = frozenset()


def named(groups: pd.DataFrame, own: Sequence[str]) -> list[Named]:
    """What each sentence names: one item a row of ``groups``.

    ``own`` has for each position the names it speaks for, as one text.
    """
    quotes = groups["quote"].tolist()
    known, spelt = _names(quotes), _spelt_out(quotes)
    found = []
    for quote, rows in zip(quotes, groups["rows"], strict=True):
        speaker = (_root(word) for r in rows for word in WORD.findall(own[r]))
        found.append(_named(quote, known, spelt, frozenset(speaker)))
    beside: dict[str, list[Named]] = defaultdict(list)
    for doc_id, one in zip(groups["doc_id"], found, strict=True):
        beside[doc_id].append(one)
    text = {
        doc_id: Named(*(frozenset().union(*part) for part in zip(*sentences, strict=True)))
        for doc_id, sentences in beside.items()
    }
    return [
        text[doc_id] if one.names <= one.speaker and HERE.search(quote) else one
        for quote, doc_id, one in zip(quotes, groups["doc_id"], found, strict=True)
    ]


def speak_of_others(a: Named, b: Named) -> bool:
    """Whether both name something but the speaker, and neither has a word of the other's names.

    >>> skerry, harrow = (Named(frozenset({n}), frozenset(), frozenset({n})) for n in "sh")
    >>> speak_of_others(skerry, harrow), speak_of_others(skerry, skerry)
    (True, False)
    """
    own = a.speaker | b.speaker
    if a.names <= own or b.names <= own:
        return False
    return not (((a.names | a.parts) - own) & b.words or ((b.names | b.parts) - own) & a.words)


def _named(
    quote: str, known: frozenset[str], spelt: dict[str, frozenset[str]], speaker: frozenset[str]
) -> Named:
    words = WORD.findall(quote)
    names = (_root(w) for w in words if w[0].isupper() and w.casefold() in known)
    parts = (_root(w) for name in NAME.findall(quote) for w in WORD.findall(name) if _tells(w))
    found = (frozenset(names), frozenset(parts), frozenset(map(_root, words)), speaker)
    return Named(*(part.union(*(spelt.get(root, ()) for root in part)) for part in found))


def _spelt_out(quotes: Iterable[str]) -> dict[str, frozenset[str]]:
    """The words of the names that letters in brackets stand for."""
    spelt: dict[str, frozenset[str]] = {}
    for quote in quotes:
        for found in SPELT.finditer(quote):
            letters = found["letters"]
            words = _standing_for(letters.casefold(), WORD.findall(found["name"].casefold()))
            if words:
                spelt[_root(letters)] = frozenset(_root(word) for word in words if _tells(word))
    return spelt


def _standing_for(letters: str, words: Sequence[str]) -> Sequence[str]:
    """The last words that some letters stand for, in their order (Schwartz & Hearst 2003).

    >>> _standing_for("utl", ["envoys", "of", "the", "upland", "toll", "league"])
    ['upland', 'toll', 'league']
    """
    for first in reversed(range(len(words))):
        rest = iter("".join(words[first:]))
        if words[first][0] == letters[0] and all(letter in rest for letter in letters):
            return words[first:]
    return []


def _names(quotes: Iterable[str]) -> frozenset[str]:
    """The words that are names, in small letters."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for quote in quotes:
        for found in WORD.finditer(quote):
            word, at = found.group(), found.start()
            if word[0].islower():
                small[word.casefold()] += 1
            elif word[0].isupper() and not BEGINS.search(quote[max(0, at - OPENING) : at]):
                capital[word.casefold()] += 1
    often = (word for word, n in capital.items() if n >= MOSTLY * small[word] and len(word) > 1)
    return frozenset(word for word in often if _tells(word))


def _tells(word: str) -> bool:
    """Whether a word names more than a kind of paper or act, or a body that stands for all."""
    told = concepts(word)
    return bool(told) and not told[0].startswith("~") and told[0] not in EVENTS


def _root(word: str) -> str:
    return word.casefold()[:LETTERS]
