"""The actors of a codebook, found by any of their names, in a text and as authors."""

from dataclasses import dataclass, field

import pandas as pd

from analysis import tables
from analysis.patterns import FoldedText, Phrases, fold
from analysis.statements.lexicon import Vocabulary
from analysis.statements.nouns import BODIES, GROUPS, head_of
from analysis.statements.words import as_set

__all__ = ["Actors", "as_actors"]


@dataclass
class Actors:
    """The actors of a codebook, found by any of their names."""

    frame: pd.DataFrame
    phrases: Phrases = field(init=False)
    owners: list[int] = field(init=False)

    def __post_init__(self) -> None:
        names, self.owners = [], []
        for number, row in enumerate(self.frame[["name", "aliases"]].itertuples(index=False)):
            for alias in dict.fromkeys([row.name, *tables.split(row.aliases)]):
                names.append(alias)
                self.owners.append(number)
        self.phrases = Phrases(names)
        self.names = self.frame["name"].tolist()
        self.kinds = self.frame["kind"].tolist()
        self.speaks_for = self.frame["speaks_for"].tolist()
        members = self.frame["members"].tolist() if "members" in self.frame else []
        self.members = members if any(members) else []

    def find(self, text: FoldedText) -> list[tuple[int, int, int]]:
        """The longest names in a text: (row of the actor, start, end)."""
        found: list[tuple[int, int, int]] = []
        for alias, start, end in sorted(
            self.phrases.find_folded(text), key=lambda m: (m[1], -m[2])
        ):
            if not found or start >= found[-1][2]:
                found.append((self.owners[alias], start, end))
        return found

    def has_parties(self, number: int) -> bool:
        """Whether "the parties" can be those of this actor: it has members, or no actor has."""
        return not self.members or bool(self.members[number])

    def spoken_for(self, number: int) -> str:
        """The name under which a position of this actor is filed."""
        return self.speaks_for[number] or self.names[number]


def as_actors(names: str, vocabulary: Vocabulary, actors: Actors) -> str:
    """Authors as the codebook calls them: by an alias, or for whom a group or body speaks.

    So "Lorn (LN)" and "the Lorn Ports Ministers" are Lorn, "Envoy Ode of Lorn" is the envoy.
    """
    known = []
    for name in tables.split(names):
        (_, lower, tags, _), _ = vocabulary.cut(name, 0, len(name))
        rows = actors.find(fold(name))
        head = lower[head_of(lower, tags, 0, len(lower))]
        covered = sum(end - start for _, start, end in rows) >= len(name) - MARKS * len(rows)
        if not covered:  # an office of one of them
            rows = rows[:1] if head in GROUPS or head in BODIES or head in MEETINGS else []
        known += [actors.spoken_for(row) for row, _, _ in rows] or [name]
    return tables.join(dict.fromkeys(known))


MARKS = 3  # blanks and brackets about a name
MEETINGS = as_set("summit session forum dialogue conference meeting")
