"""What a position says once its frame is taken off.

Two sentences of one body share much that says nothing: the body's name, "stresses the need",
"according to the declaration adopted on Thursday", "in this context". Compared with that frame,
the boilerplate pairs come first. So attribution clauses, the speaker's own names and the words of
the frame, verbs of stance among them (``words/frame.csv``), are taken out; what is left is reduced
to stems, and words that diplomatic prose uses for one thing become one concept
(``words/families.csv``).
"""

import csv
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import pandas as pd
import snowballstemmer

__all__ = [
    "WORD",
    "Content",
    "concepts",
    "content_text",
    "contents",
    "listed",
    "names",
    "sentences",
    "stem",
]

SPOKEN = (
    r"(?:sa(?:y|id|ys|ying)|reads?|note[sd]?|add(?:s|ed)?|stress(?:es|ed)?|pointed\sout|told|tells"
    r"|emphasi[sz]e[sd]?|state[sd]?|declare[sd]?|continue[sd]?)"
)
PAPER = r"(?:document|declaration|statement|text|communiqu[eé]|paper|resolution|report|treaty)"
ATTRIBUTION = re.compile(
    rf"""
      # Patrols go on, according to the declaration adopted on Monday.
      [,;]?\s*\baccording\sto\s(?:the|a|an|its|their|this)\b[^.;"”»]*
      # Patrols go on, as stated in the document.
    | [,;]?\s*\bas\s(?:stated|noted|set\sout)\sin\s[^,.;"”»]*
      # "Patrols go on," the joint document read.
    | [,"”»]\s*(?:the|this)\s(?:[\w’'-]+\s){{0,3}}?{PAPER}\s{SPOKEN}[^"“«]*$
      # "Patrols go on," the minister told reporters.
    | [,"”»]\s*(?:[\w.’'-]+\s){{1,6}}?{SPOKEN}\.?\s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Courtesies are said in the same words each year and state nothing.
OFFICER = r"(?:you|him|his|her|mr|ms|mrs|the\s+(?:new\s+|outgoing\s+|previous\s+)?president)"
CEREMONY = re.compile(
    rf"""
      \bcongratulat\w+\s+{OFFICER}\b                  # congratulate you on your election
      # wish you every success; assure you of our support
    | \b(?:wish|assur)\w*\s+{OFFICER}\s+(?:every|all|much|great|success|of\s+(?:our|my|the))\b
    | \b(?:allow|permit)\s+me\b.{{0,60}}\b(?:congratulat|thank|express|convey|welcome)
      # express our sincere gratitude to Mr. President
    | \b(?:express|extend|convey)\w*\s+(?:my|our)\s+(?:\w+\s+){{0,2}}?
      (?:gratitude|thanks|appreciation)\s+to\s+{OFFICER}\b
      # extended his deepest condolences; our thoughts are with the families
    | \b(?:condolences?|sympath(?:y|ies))\b
    | \b(?:our|my|their)\s+(?:thoughts|hearts?|prayers)\s+(?:and\s+\w+\s+)?(?:are|go)\b
      # Recalling its previous decisions; taking note of the opening remarks by the envoy
    | ^\W*(?:\w+\s+)?(?:recalling|(?:taking\s+)?not(?:e\s+of|ing))\b[^,;]{{0,40}}?
      \b(?:(?:previous|earlier|past|relevant)\s+\w+|remarks|briefings?|presentations?)\b
      # a great pleasure for me to address
    | \b(?:pleasure|honou?r|privilege)\s+(?:for\s+me\s+)?to\s+(?:address|speak|be\s+here)\b
    | \byour\s+(?:able|wise|skilful|distinguished)\s+(?:leadership|guidance|presidency)\b
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# A name of several words within a sentence: Treaty on the Lowland Straits, Rivers Commission.
NAME = re.compile(
    r"""
    (?<![.!?]\s)(?<!^)\b                             # not the capital a sentence begins with
    [^\W\d_a-zа-яё][\w’'-]*                          # Treaty
    (?: (?:\s|[-–])+ (?:(?:of|on|for|the|and|in|de|against)\s+)*   # on the
        [^\W\d_a-zа-яё][\w’'-]* )+                   # Lowland Straits
    """,
    re.VERBOSE,
)
ENGLISH = snowballstemmer.stemmer("english")
RUSSIAN = snowballstemmer.stemmer("russian")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
# British spellings and their American ones: one word, whoever translated it.
SPELLINGS = [
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ful|hood|ly|ite)?$)"), "or"),  # labour
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[ds]?|ing|ers?|ations?)$)"), "iz"),  # modernise
    (re.compile(r"(?<=[a-z]{2}[nt])re(?=[sd]?$)"), "er"),  # centre
    (re.compile(r"(?<=^def|^off|^lic)ence(?=s?$)"), "ense"),  # defence
    (re.compile(r"mme(?=s?$)"), "m"),  # programme
]


class Content(NamedTuple):
    """The concepts of one sentence in order, and those of them that only stand in a name."""

    concepts: list[str]
    named: frozenset[str]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of an English or Russian word in small letters.

    >>> stem("centre") == stem("center"), stem("exercise") == stem("exercises")
    (True, True)
    """
    if CYRILLIC.search(word):
        return RUSSIAN.stemWord(word)
    for british, american in SPELLINGS:
        word = british.sub(american, word)
    return ENGLISH.stemWord(word)


def listed(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the package's word lists."""
    with (files("analysis.chronology") / "words" / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def _frame(row: dict[str, str]) -> Iterator[str]:
    """The forms of a row's words: stems would take "extremism" for "extremely"."""
    for word in row["words"].split():
        yield from [stem(word)] if row["language"] == "ru" else _inflected(word)


def _inflected(word: str) -> Iterator[str]:
    """An English word with the endings of number, tense and adverb.

    >>> "tries" in _inflected("try"), "extremism" in _inflected("extremely")
    (True, False)
    """
    short = word[:-1] if word.endswith("e") else word[:-1] + "i" if word.endswith("y") else word
    yield from (word, word + "s", short + "es", short + "ed", word + "ly", short + "ly")
    yield from (word + "ing", short + "ing", word + word[-1] + "ed", word + word[-1] + "ing")


FRAME = frozenset(form for row in listed("frame.csv") for form in _frame(row))
# ``rule_of_law`` in the list is the phrase; a family without a name is frame.
FAMILIES = [
    (row["family"], word) for row in listed("families.csv") for word in row["words"].split()
]
FAMILY = {stem(word): "~" + family for family, word in FAMILIES if "_" not in word}
PHRASES = {
    tuple(word.split("_")): family and "~" + family for family, word in FAMILIES if "_" in word
}
# In how many of a thousand sentences of public speeches a family of words stood, roughly.
COMMON = {
    "~" + row["family"]: int(row["per_thousand"]) / 1000
    for row in listed("families.csv")
    if row["family"]
}
LONGEST = {
    first: max(len(phrase) for phrase in PHRASES if phrase[0] == first)
    for first in {phrase[0] for phrase in PHRASES}
}
WORD = re.compile(r"[^\W\d_]+|\b\d{4}\b")


@lru_cache(maxsize=200_000)
def _concept(word: str) -> str:
    """The concept of a word: its family, else its stem; empty for a word of the frame."""
    root = stem(word)
    framed = len(word) < 2 or word in FRAME or (root in FRAME and CYRILLIC.search(word))
    return "" if framed else FAMILY.get(root, root)


def concepts(text: str) -> list[str]:
    """The concepts of a text's words, in order, the words of frame and grammar left out.

    >>> concepts("The parties will reinforce joint patrols against third countries.")
    ['~strengthen', 'patrol', '~outsider']
    """
    words = WORD.findall(text.casefold())
    found, i = [], 0
    while i < len(words):
        size = LONGEST.get(words[i], 1)
        while size > 1 and tuple(words[i : i + size]) not in PHRASES:
            size -= 1
        found.append(PHRASES[tuple(words[i : i + size])] if size > 1 else _concept(words[i]))
        i += size
    return [concept for concept in found if concept]


def sentences(positions: pd.DataFrame) -> pd.DataFrame:
    """One row per sentence that states a position, with the rows of ``positions`` it stands for.

    Two cues in one sentence are two positions with one content; they are compared once.
    """
    ordered = positions.reset_index(drop=True)
    ordered = ordered.assign(row=range(len(ordered)))
    keys = ["doc_id", "start", "end"]
    return (
        ordered.sort_values([*keys, "cue_start"], kind="stable")
        .groupby(keys, sort=True)
        .agg(quote=("quote", "first"), act_id=("act_id", "first"), rows=("row", list))
        .reset_index()
    )


def content_text(quote: str) -> str:
    """The quote without its attribution clauses.

    >>> content_text("Patrols protect all, according to the declaration adopted in May.")
    'Patrols protect all.'
    """
    return ATTRIBUTION.sub("", quote)


def contents(groups: pd.DataFrame, own: Sequence[str]) -> list[Content]:
    """The content of each sentence, without the words that name who speaks.

    ``own`` has for each position the names it speaks for, as one text.
    """
    words = {name: frozenset(concepts(name)) for name in set(own)}
    found = []
    for quote, rows in zip(groups["quote"], groups["rows"], strict=True):
        if CEREMONY.search(quote):
            found.append(Content([], frozenset()))
            continue
        text = content_text(quote)
        speaker = frozenset().union(*(words[own[r]] for r in rows))
        told = [concept for concept in concepts(text) if concept not in speaker]
        found.append(Content(told, frozenset(names(text))))
    return found


def names(text: str) -> list[str]:
    """The concepts of the names of several words in a text.

    >>> names("They met at the Harrow Straits Commission.")
    ['harrow', 'strait', 'commiss']
    """
    found = NAME.findall(text)
    return concepts(" . ".join(found)) if found else []
