"""What a position says once its frame is taken off.

Two sentences of one body share much that says nothing: the body's name, "stresses the need",
"according to the declaration adopted on Thursday". Compared with that frame, the boilerplate pairs
come first. So the cue, the attribution clauses, the holder's words and the words of ceremony are
taken out, and what is left is reduced to stems.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import pandas as pd
import snowballstemmer
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from analysis import tables

__all__ = ["content_terms", "content_text", "sentences", "stems", "voices", "with_bigrams"]

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
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d{4}")
ENGLISH = snowballstemmer.stemmer("english")
RUSSIAN = snowballstemmer.stemmer("russian")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return (RUSSIAN if CYRILLIC.search(word) else ENGLISH).stemWord(word)


def _frame() -> list[str]:
    """Words of attribution, ceremony and bodies: they say who speaks, when or how, not what."""
    with (files("analysis.chronology") / "words" / "frame.csv").open(encoding="utf-8") as lines:
        return [word for row in csv.DictReader(lines) for word in row["words"].split()]


STOPPED = frozenset(_stem(word) for word in [*ENGLISH_STOP_WORDS, *_frame()])


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order, the words of frame and grammar left out.

    >>> stems("The parties strengthened joint patrols on the river.")
    ['strengthen', 'patrol', 'river']
    """
    words = (part for word in WORD.findall(text.casefold()) for part in re.split("['’-]", word))
    found = (_stem(word) for word in words if len(word) > 1)
    return [stem for stem in found if stem not in STOPPED]


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


def content_text(quote: str, cues: Iterable[tuple[int, int]]) -> str:
    """The quote without its cues (offsets within it) and its attribution clauses.

    >>> content_text("Patrols protect all, according to the declaration adopted in May.", [])
    'Patrols protect all.'
    """
    kept = list(quote)
    for start, end in cues:
        kept[max(start, 0) : end] = " " * (min(end, len(quote)) - max(start, 0))
    return ATTRIBUTION.sub("", "".join(kept))


def content_terms(positions: pd.DataFrame, groups: pd.DataFrame) -> list[list[str]]:
    """The stems of each sentence's content, the holder's own words left out."""
    holders: Mapping[str, frozenset[str]] = {
        holder: frozenset(stems(holder.replace("|", " ")))
        for holder in positions["holder"].unique()
    }
    holder = positions["holder"].to_numpy()
    start, end = positions["cue_start"].to_numpy(), positions["cue_end"].to_numpy()
    found = []
    for quote, at, rows in zip(groups["quote"], groups["start"], groups["rows"], strict=True):
        cues = [(int(start[r]) - at, int(end[r]) - at) for r in rows if not pd.isna(start[r])]
        inside = [(a, b) for a, b in cues if a >= 0 and b <= len(quote)]
        own = frozenset().union(*(holders[holder[r]] for r in rows))
        terms = stems(content_text(quote, inside))
        found.append([term for term in terms if term not in own])
    return found


def with_bigrams(terms: Sequence[str]) -> list[str]:
    """The terms and each pair of neighbours.

    >>> with_bigrams(["a", "b", "c"])
    ['a', 'b', 'c', 'a b', 'b c']
    """
    return [*terms, *(f"{a} {b}" for a, b in pairwise(terms))]


def voices(positions: pd.DataFrame, acts: pd.DataFrame) -> list[list[str]]:
    """Who each position speaks for: its holders, and in an own sentence whoever acted."""
    actor = dict(zip(acts["act_id"], acts["holder"], strict=True))
    found = []
    for holder, mode, act in zip(
        positions["holder"], positions["mode"], positions["act_id"], strict=True
    ):
        names = [name for name in tables.split(holder) if name != "unresolved"]
        if mode == "own" and actor.get(act):
            names.append(actor[act])
        found.append(list(dict.fromkeys(names)))
    return found
