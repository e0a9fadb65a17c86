"""Who speaks in which part of a transcript: "President Ode: We agree.", "QUESTION: And the toll?".

A label opens a turn at the beginning of a line. One alone may be a headline ("Minister: tolls will
rise"), so a text is a transcript only with two speakers; who asks holds nothing that is known.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from analysis.statements.nouns import HONORIFICS, PERSONS
from analysis.statements.words import as_set

__all__ = ["Turn", "find_turns", "turn_at"]


class Turn(NamedTuple):
    """From where somebody speaks, whom the label names (nobody, for who asks), and its offsets."""

    begins: int
    name: str
    start: int
    end: int


LABEL = re.compile(
    r"""
    \n[ \t>*_]*                                             # a break is found faster than "^"
    (?P<name>[A-Z][\w.’'-]*+                                     # Ada
      (?:[ \t]+(?:[A-Z][\w.’'-]*+|of|the|for|de|van|von|al)){0,5}+)  # Ruun
    (?P<role>[ \t]*\([^()\n]{2,60}\)|,[ \t][^:.\n]{2,70})?                              # (Lorn)
    (?: [*_ \t]*:[*_]*[ \t]+(?=\S)                                # : And the toll?
      | [*_ \t]*:?[*_ \t]*$ )                                     # or a line of its own
    """,
    re.MULTILINE | re.VERBOSE,
)
ASKING = as_set(
    "q question questioner interviewer journalist reporter moderator presenter host press media "
    "correspondent"
)
SPEAKING = PERSONS | HONORIFICS


def find_turns(text: str, author: str = "") -> list[Turn]:
    """The turns of a transcript in their order; none in any other text.

    >>> [turn.name for turn in find_turns("Q: Why?\\nPremier Lund: We must.\\nQ: Now?")]
    ['', 'Premier Lund', '']
    """
    own = set(author.lower().split())
    sure, other = [], []
    for match in LABEL.finditer("\n" + text):  # so that the first line, too, follows a break
        name, role = match["name"], match["role"] or ""
        if ":" not in match[0] and not name.isupper():
            continue  # a line of its own is a label in capitals only
        words = name.lower().replace(".", "").split()
        start, end = match.span("name")
        turn = Turn(match.end() - 1, name, start - 1, end - 1)
        if words[0] in ASKING:
            sure.append(turn._replace(name=""))
        elif own.issuperset(words):
            sure.append(turn._replace(name=author))
        elif not SPEAKING.isdisjoint({*words, *re.findall(r"\w+", role.lower())}):
            sure.append(turn)
        elif role:
            other.append(turn)
    speakers = {turn.name for turn in sure}
    again = len(sure) > len(speakers)  # one speaker twice: so others with a role speak, too
    turns = sorted([*sure, *other] if again else sure)
    return turns if len(sure) > 1 and len({turn.name for turn in turns}) > 1 else []


def turn_at(turns: Sequence[Turn], place: int) -> Turn | None:
    """The turn a place lies in; none before the first.

    >>> turn_at([Turn(5, "Lund", 0, 4)], 9).name
    'Lund'
    """
    at = bisect_right([turn.start for turn in turns], place) - 1
    return turns[at] if at >= 0 else None
