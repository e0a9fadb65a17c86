"""From the words that name a holder to the holder: an actor of the codebook, a name, or nobody.

A proper name stands for itself; "the document", "the Parties", "he" and "the bloc" stand for
somebody named before. What was named is kept while a document is read, and a word that fits
nobody near is left `unresolved` rather than guessed.
"""

from dataclasses import dataclass, field

import pandas as pd

from analysis import tables
from analysis.patterns import Phrases
from analysis.statements import words
from analysis.statements.words import Tokens

__all__ = ["UNRESOLVED", "Actors", "Focus", "Holder"]

UNRESOLVED = "unresolved"

DOCUMENTS = frozenset(
    [
        "document",
        "declaration",
        "statement",
        "communique",
        "communiqué",
        "resolution",
        "text",
        "paper",
        "treaty",
        "agreement",
        "memorandum",
        "report",
        "letter",
        "note",
        "release",
        "message",
        "accord",
        "charter",
        "plan",
        "programme",
        "program",
    ]
)
GROUPS = frozenset(
    [
        "parties",
        "leaders",
        "countries",
        "ministers",
        "members",
        "states",
        "presidents",
        "sides",
        "delegations",
        "governments",
        "nations",
        "participants",
        "heads",
        "officials",
        "allies",
        "partners",
        "signatories",
        "representatives",
        "chiefs",
        "premiers",
        "both",
        "two",
        "three",
        "four",
        "five",
        "governors",
        "lawmakers",
    ]
)
BODIES = frozenset(
    [
        "organisation",
        "organization",
        "bloc",
        "alliance",
        "union",
        "council",
        "committee",
        "commission",
        "association",
        "assembly",
        "ministry",
        "government",
        "bank",
        "board",
        "court",
        "agency",
        "community",
        "group",
        "party",
        "company",
        "body",
        "federation",
        "league",
        "compact",
        "pact",
        "conference",
        "summit",
        "meeting",
        "session",
        "secretariat",
    ]
)
PERSONS = frozenset(
    [
        "president",
        "minister",
        "chancellor",
        "premier",
        "secretary",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "leader",
        "ambassador",
        "envoy",
        "governor",
        "mayor",
        "senator",
        "king",
        "queen",
        "chairman",
        "chairwoman",
        "chair",
        "chief",
        "general",
        "admiral",
        "director",
        "official",
        "diplomat",
        "politician",
        "lawmaker",
        "judge",
    ]
)
SINGULAR = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a position and how that was found."""

    name: str
    basis: str
    start: int | None = None  # of the words that name the holder, or of the antecedent
    end: int | None = None


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

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """The longest names in a text: (row of the actor, start, end)."""
        found: list[tuple[int, int, int]] = []
        matches = self.phrases.find(text)
        for alias, start, end in sorted(matches, key=lambda m: (m[1], -m[2])):
            if not found or start >= found[-1][2]:
                found.append((self.owners[alias], start, end))
        return found

    def spoken_for(self, number: int) -> str:
        """The name a position of this actor is filed under."""
        return self.speaks_for[number] or self.names[number]


@dataclass
class Focus:
    """Who was named so far in a document, the latest of each sort."""

    author: str = ""
    person: Holder | None = None
    group: Holder | None = None
    body: Holder | None = None
    document: Holder | None = None
    person_at: int = -9  # number of the sentence that named the person

    def resolve(
        self,
        toks: Tokens,
        span: tuple[int, int],
        actors: Actors,
        found: list[tuple[int, int, int]],
        sentence: int,
    ) -> Holder:
        """The holder a noun phrase names; `found` are the actors in its sentence."""
        first, last = span
        lower = toks.lower[first:last]
        start, end = toks.starts[first], toks.ends[last - 1]
        if len(lower) == 1 and lower[0] in words.PRONOUNS:
            return self._pronoun(lower[0], sentence, start, end)
        head = _head(lower)
        inside = [hit for hit in found if start <= hit[1] and hit[2] <= end]
        named = any(raw[0].isupper() for raw in toks.raw[first + (first == 0) : last])
        definite = lower[0] in ("the", "this", "both", "all", "two") or len(lower) == 1
        if head in DOCUMENTS and not inside:
            return self._earlier(self.document or self.group or self.body, start, end)
        if inside and not (head in PERSONS and actors.kinds[inside[0][0]] != "person"):
            names = tables.join(actors.spoken_for(number) for number, _, _ in inside[:6])
            if " of " in f" {' '.join(lower)} " and head in GROUPS | BODIES | DOCUMENTS:
                names = actors.spoken_for(inside[0][0])
            return self._keep(Holder(names, "codebook", start, end), head, sentence, inside, actors)
        if not named and definite and head in GROUPS:
            return self._earlier(self.group or self.body, start, end)
        if not named and definite and head in BODIES:
            return self._earlier(self.body, start, end)
        if not named and definite and head in PERSONS and self.person:
            return self._earlier(self.person, start, end)
        name = name_words(toks, span)
        return self._keep(Holder(name, "name" if named else "words", start, end), head, sentence)

    def _pronoun(self, word: str, sentence: int, start: int, end: int) -> Holder:
        if word in ("i", "we"):
            if self.author:
                return Holder(self.author, "author", start, end)
            return Holder(UNRESOLVED, "no author known", start, end)
        if word in SINGULAR:
            near = self.person if sentence - self.person_at <= 3 else None
            return self._earlier(near, start, end)
        if word == "they":
            return self._earlier(self.group, start, end)
        if word == "it":
            return self._earlier(self.body, start, end)
        return Holder(word, "words", start, end)

    def _earlier(self, antecedent: Holder | None, start: int, end: int) -> Holder:
        if antecedent is None:
            if self.author:
                return Holder(self.author, "author", start, end)
            return Holder(UNRESOLVED, "nobody named before", start, end)
        return Holder(antecedent.name, "antecedent", antecedent.start, antecedent.end)

    def _keep(
        self,
        holder: Holder,
        head: str,
        sentence: int,
        inside: list[tuple[int, int, int]] = (),
        actors: Actors | None = None,
    ) -> Holder:
        """Remember who was named, for the words that will refer back."""
        kinds = {actors.kinds[number] for number, _, _ in inside} if actors else set()
        if holder.basis == "words":
            return holder
        if (
            "person" in kinds
            or head in PERSONS
            or (not kinds and holder.name.istitle() and head not in BODIES | GROUPS)
        ):
            self.person, self.person_at = holder, sentence
        if "|" in holder.name or head in GROUPS or " and " in holder.name:
            self.group = holder
        if kinds & {"organisation", "body"} or head in BODIES:
            self.body = holder
        if kinds & {"organisation", "body", "group"} or head in GROUPS:
            self.group = self.document = holder
        return holder


def _head(lower: list[str]) -> str:
    """The head of a noun phrase: its last word before a preposition or mark."""
    head = lower[0]
    for number, word in enumerate(lower):
        if number and (word in words.PREPOSITIONS or not word[0].isalnum()) and word != "'s":
            break
        if word[0].isalnum():
            head = word
    return head


def name_words(toks: Tokens, span: tuple[int, int]) -> str:
    """The words of a noun phrase without its article, as they stand in the text."""
    first, last = span
    while first < last - 1 and toks.lower[first] in words.DETERMINERS:
        first += 1
    return " ".join(toks.raw[first:last]).replace(" 's", "'s").replace(" ,", ",")
