"""Who a position is said by, whatever the text calls them.

A thread is of one holder, and one holder has many names: "the Government of the Republic of
Ostrava", "Ostrava", "my country". Articles, offices and forms of state are taken off, and a text's
own actor is meant where it is called by a name of its own, or without one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import pandas as pd

from analysis import tables

__all__ = ["plain_name", "speakers", "voices"]

OFFICE = re.compile(
    r"""
      ^(?:the|its|our)\s+
    | .*\b(?:president|government|leaders?|delegation|people|parliament|ministry|minister)
      \b[^|]*?\bof\s+(?:the\s+)?                        # the Government of the ...
    | \b(?:(?:people’s|democratic|islamic|united|federal)\s+)*(?:republic|kingdom|state|union)
      \s+of\s+(?:the\s+)?                               # Republic of ...
    | \s+(?:federation|republic)$                        # ... Federation
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The actor of a text, as the text calls it without a name.
SELF = re.compile(
    r"""
      (?:all\s+|both\s+|the\s+)?(?:member\s+states|member\s+countries|members)
      (?:\s+of\s+the\s+(?:council|organi[sz]ation|union|community))?   # the members of the Council
    | (?:my|our)\s+(?:country|delegation|government|nation|people|state) # my country, not my friend
    | (?:the\s+)?(?:council|heads\s+of\s+state)
    """,
    re.IGNORECASE | re.VERBOSE,
)
FEWEST_ACTORS = 3  # whose texts must be compared before a name can be told to be one's own
FEWEST_TIMES, ALONE = 3, 0.8  # positions that carry the name, and its actor's part of them


def speakers(positions: pd.DataFrame, acts: pd.DataFrame) -> list[list[str]]:
    """Who each position is said by: its holders without their titles, and the actor behind them.

    The actor of the text is meant where it is called by its own name (a holder that is named again
    and again, and nearly always in the texts of this one actor), or as "my country", "the members".
    """
    acted = _acted(positions, acts)
    named = [
        [plain_name(name) for name in tables.split(holder) if name != "unresolved"]
        for holder in positions["holder"]
    ]
    own_name = _own_names(named, acted)
    found = []
    for names, who in zip(named, acted, strict=True):
        own = own_name.get(who)
        itself = any((own and own in name.split()) or SELF.fullmatch(name) for name in names)
        if who and itself:
            names = [*names, who, *([own] if own else [])]
        found.append(list(dict.fromkeys(names)))
    return found


def voices(positions: pd.DataFrame, acts: pd.DataFrame) -> list[list[str]]:
    """Who each position may be speaking for: its speakers, and in a text's own sentence its actor.

    Wider than ``speakers``: it says which sentences are worth comparing, not whose a thread is.
    """
    said = speakers(positions, acts)
    own_sentences = positions["mode"] == "own"
    return [
        list(dict.fromkeys([*names, who])) if who and own else names
        for names, who, own in zip(said, _acted(positions, acts), own_sentences, strict=True)
    ]


def _acted(positions: pd.DataFrame, acts: pd.DataFrame) -> list[str]:
    """For each position the holder of its act, or "" where that is not known."""
    actor = dict(zip(acts["act_id"], acts["holder"], strict=True))
    return [actor.get(act, "") for act in positions["act_id"]]


def plain_name(name: str) -> str:
    """A holder's name without article, office and form of state.

    >>> plain_name("the Government of the Republic of Ostrava"), plain_name("Lowland Pact")
    ('Ostrava', 'Lowland Pact')
    """
    return OFFICE.sub("", name).strip() or name


def _own_names(named: Sequence[Sequence[str]], acted: Sequence[str]) -> dict[str, str]:
    """What each actor calls itself, where the names tell: one word, said often, by it alone."""
    if len(set(acted) - {""}) < FEWEST_ACTORS:
        return {}  # a name that all texts use says nothing where all texts are of one actor
    by_actor: dict[str, Counter[str]] = defaultdict(Counter)
    in_all: Counter[str] = Counter()
    for names, who in zip(named, acted, strict=True):
        single = [name for name in set(names) - {who} if " " not in name]
        in_all.update(single)
        by_actor[who].update(single)
    found = {}
    for who, counts in by_actor.items():
        name, n = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        if who and n >= FEWEST_TIMES and n >= ALONE * in_all[name]:
            found[who] = name
    return found
