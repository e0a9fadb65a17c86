"""From the words that name a holder to the holder: an actor of the codebook, a name, or nobody.

A proper name stands for itself; "the document", "the Parties", "he" and "the bloc" stand for
somebody named before. What was named is kept while a document is read, and a word that fits
nobody near is left `unresolved` rather than guessed.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

import pandas as pd

from analysis import tables
from analysis.patterns import FoldedText, Phrases
from analysis.statements.frames import Words
from analysis.statements.nouns import (
    BODIES,
    DOCUMENTS,
    GROUPS,
    HONORIFICS,
    PERSONS,
    THINGS,
    head_of,
)
from analysis.statements.words import OWN, as_set

__all__ = ["UNRESOLVED", "Actors", "Focus", "Holder", "joint_names"]

UNRESOLVED = "unresolved"
NEAR = 3  # sentences back to which "he" or "she" may refer; further back readers look it up too
FAR = 8  # the same for "they", "the bloc" and "the document", which name a longer-lived subject
JOINED = re.compile(r",\s+and\s+|\s+and\s+|,\s+|\s+&\s+")
REFERRING = {
    **dict.fromkeys(("he", "she", "his", "her"), "person"),
    **dict.fromkeys(("they", "their"), "group"),
    **dict.fromkeys(("it", "its"), "body"),
    **dict.fromkeys(("он", "она"), "person"),
    "они": "group",
}
PRONOUN_OF = {"parties": "group", "document": "body"}
PRONOUNS = OWN | REFERRING.keys()
INDEFINITE = as_set("a an some many several few no each any another most")


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


@dataclass
class Focus:
    """Who was named so far in a document, the latest of each sort, each with its sentence."""

    author: str = ""
    latest: dict[str, tuple[Holder, int]] = field(default_factory=dict)
    long_names: dict[str, Holder] = field(default_factory=dict)  # last word -> full name

    def hear(self, here: Sequence[tuple[int, int, int]], actors: Actors, sentence: int) -> None:
        """An organisation that a sentence mentions is whom "the parties" can mean later."""
        for row, start, end in here:
            if actors.kinds[row] == "organisation" and actors.has_parties(row):
                holder = Holder(actors.spoken_for(row), "codebook", start, end)
                for kind in ("parties", "body", "group", "document"):
                    self.latest.setdefault(kind, (holder, sentence))

    def resolve(
        self,
        found: Words,
        span: tuple[int, int],
        offsets: tuple[int, int],
        actors: Actors,
        here: Sequence[tuple[int, int, int]],
        sentence: int,
    ) -> Holder:
        """The holder a noun phrase names; `here` are the actors inside it."""
        first, last = span
        lower, tags = found.lower, found.tags
        if last == first + 1 and (tags[first] == "R" or lower[first] in PRONOUNS):
            return self._pronoun(lower[first], sentence, *offsets)
        head = head_of(lower, tags, first, last)
        word = lower[head]
        named = any(tags[at] == "U" and lower[at] not in THINGS for at in range(first, last))
        person = word in PERSONS
        if here and not (person and not _is_person(actors, here)):
            joint = "C" in tags[first:last]
            countries = all(actors.kinds[number] == "country" for number, _, _ in here)
            rows = here if joint and (countries or word not in GROUPS) else here[:1]
            names = tables.join(actors.spoken_for(number) for number, _, _ in rows)
            holder = Holder(names, "codebook", *offsets)
            kinds = {actors.kinds[number] for number, _, _ in rows}
            return self._keep(holder, word, sentence, kinds, found, span)
        short = tags[first:last].count("U") < 2
        if not named or (short and word in DOCUMENTS | GROUPS | BODIES and tags[head] == "U"):
            earlier = self._earlier(word, found, span, sentence, offsets)
            if earlier:
                return earlier
        if not named:
            inner = _inner(found, span) if word in GROUPS else None
            if inner:
                return self.resolve(found, inner, offsets, actors, here, sentence)
            return Holder(_plain(found, span), "words", *offsets)
        holder = Holder(_joint(found, span), "name", *offsets)
        return self._keep(holder, word, sentence, set(), found, span)

    def _pronoun(self, word: str, sentence: int, start: int, end: int) -> Holder:
        if word in OWN:
            if self.author:
                return Holder(self.author, "author", start, end)
            joint, at = self.latest.get("group", (None, 0))
            if joint and "|" in joint.name and sentence - at <= FAR:
                self.latest["group"] = (joint, sentence)
                return Holder(joint.name, "antecedent of group", joint.start, joint.end)
            return Holder(UNRESOLVED, "no author known", start, end)
        kind = REFERRING.get(word)
        if kind is None:
            return Holder(word, "words", start, end)
        return self._latest(kind, sentence, NEAR) or Holder(
            UNRESOLVED, f"nobody near that {word!r} can mean", start, end
        )

    def _latest(self, kind: str, sentence: int, reach: int) -> Holder | None:
        holder, at = self.latest.get(kind, (None, 0))
        if holder is None or sentence - at > reach:
            return None
        self.latest[kind] = (holder, sentence)
        if kind in PRONOUN_OF:  # "the parties ... They", "the document ... It"
            self.latest[PRONOUN_OF[kind]] = (holder, sentence)
        return Holder(holder.name, f"antecedent of {kind}", holder.start, holder.end)

    def _earlier(
        self,
        word: str,
        found: Words,
        span: tuple[int, int],
        sentence: int,
        offsets: tuple[int, int],
    ) -> Holder | None:
        """Who "the document", "the leaders" or "the bloc" is, if it was said before."""
        first, last = span
        lower = found.lower[first:last]
        full = self.long_names.get(lower[-1])
        if full and found.tags[first] == "D" and last - first == 2:
            return Holder(full.name, "antecedent of name", full.start, full.end)
        if (lower[0] in INDEFINITE and len(lower) > 1 and word not in DOCUMENTS) or (
            last - first > 4 and "P" in found.tags[first:last]
        ):
            return None
        joint = "|" in self.author and found.tags[first] == "D" and word in GROUPS
        if joint and last - first < 4:
            return Holder(self.author, "author", *offsets)
        own = self.author and set(lower[1:]) <= set(re.findall(r"\w+", self.author.lower()))
        if own and last - first > 1:
            return Holder(self.author, "author", *offsets)
        for words, kinds in (
            (DOCUMENTS, ("document", "group", "body")),
            (GROUPS, ("parties", "group", "body")),
            (BODIES, ("body", "group")),
            (PERSONS, ("person",)),
        ):
            if word in words:
                for kind in kinds:
                    known = self._latest(kind, sentence, 10_000 if kind == "parties" else FAR)
                    if known:
                        return known
                if self.author and words is not PERSONS and words is not BODIES:
                    return Holder(self.author, "author", *offsets)
                if words is DOCUMENTS:
                    return Holder(UNRESOLVED, "a document of nobody named", *offsets)
        return None

    def _keep(
        self,
        holder: Holder,
        word: str,
        sentence: int,
        kinds: set[str],
        found: Words,
        span: tuple[int, int],
    ) -> Holder:
        """Remember who was named, for the words that will refer back."""
        tags = found.tags[slice(*span)]
        several = "|" in holder.name or word in GROUPS
        here = (holder, sentence)
        if holder.basis == "codebook" and (several or kinds & {"organisation", "group"}):
            self.latest["parties"] = here
        if several or kinds & {"organisation", "body", "group"}:
            self.latest["group"] = self.latest["document"] = here
        elif word in BODIES or kinds & {"country"}:
            self.latest["body"] = self.latest["document"] = here
        elif not kinds or "person" in kinds:
            if word in PERSONS or found.lower[span[0]] in HONORIFICS or "D" not in tags[:1]:
                self.latest["person"] = here
            else:
                self.latest["body"] = here
        if kinds & {"organisation", "body"}:
            self.latest["body"] = here
        if not kinds and len(tags) > 2 and "U" in tags:
            self.long_names[found.lower[span[1] - 1]] = holder
        return holder


def _inner(found: Words, span: tuple[int, int]) -> tuple[int, int] | None:
    """The definite noun phrase inside: "the organization" of "members of the organization"."""
    first, last = span
    for at in range(first + 1, last - 1):
        if found.lower[at] == "of" and found.lower[at + 1] in ("the", "this", "our"):
            return at + 1, last
    return None


def _is_person(actors: Actors, here: Sequence[tuple[int, int, int]]) -> bool:
    return any(actors.kinds[number] == "person" for number, _, _ in here)


def _plain(found: Words, span: tuple[int, int]) -> str:
    """The words of a noun phrase without its article, as they stand in the text."""
    first, last = span
    while first < last - 1 and found.lower[first] in ("a", "an", "the"):
        first += 1
    words = " ".join(found.raw[first:last])
    return re.sub(r" (?=[,.)’'])|(?<=\() | (?=['’]s\b)", "", words)


NAMES = re.compile(
    r"^(?:A*,?(?:P[^,]*,)?)*((?:D?[U-]+(?:PD?[U-]+)*,?){1,6}CD?[U-]+(?:PD?[U-]+)*)[^U,C]"
)


def joint_names(found: Words, verbs: Container[str] | None = None) -> str:
    """The names that a text begins with, when there are several; else nothing.

    In a title (`verbs`: those of its words that are verbs of saying or taking a stance) a verb
    has to follow: "Lorn and Ostmark reaffirm", but not "Lorn and the western border".
    """
    match = NAMES.match(found.tags)
    if not match:
        return ""
    first, last = match.span(1)
    if verbs is not None:
        last -= found.raw[last - 1] in verbs  # capitals of a title: "Ostmark Reaffirm Their Bond"
        at = last
        while found.tags[at : at + 1] == "A":
            at += 1
        if found.tags[at : at + 1] not in tuple("dHBMT") and found.raw[at] not in verbs:
            return ""
    names = _joint(found, (first, last))
    return names if "|" in names else ""


def _joint(found: Words, span: tuple[int, int]) -> str:
    """A name, cut before where and when; several names joined by bars."""
    first, last = span
    for at in range(first + 1, last):
        if found.tags[at] == "P" and found.lower[at] not in ("of", "for", "to"):
            last = at
            break
    words = _plain(found, (first, last))
    parts = [re.sub(r"^(?:both |the )+", "", part) for part in JOINED.split(words)]
    if len(parts) > 1 and all(part[:1].isupper() for part in parts):
        return tables.join(parts)
    return words
