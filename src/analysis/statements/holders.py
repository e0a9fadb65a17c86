"""From the words that name a holder to the holder: an actor of the codebook, a name, or nobody.

A proper name stands for itself; "the document", "the Parties", "he" and "the bloc" stand for
somebody named before. What was named is kept while a document is read, and a word that fits
nobody near is left `unresolved` rather than guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis import tables
from analysis.statements.actors import Actors
from analysis.statements.names import as_written, is_country, name_of
from analysis.statements.nouns import (
    BODIES,
    DOCUMENTS,
    GROUPS,
    HONORIFICS,
    PERSONS,
    THINGS,
    head_of,
)
from analysis.statements.phrases import Words
from analysis.statements.words import OWN, as_set

__all__ = ["UNRESOLVED", "Focus", "Holder"]

UNRESOLVED = "unresolved"
NEAR = 3  # sentences back to which "he" or "she" may refer; further back readers look it up too
FAR = 8  # the same for "they", "the bloc" and "the document", which name a longer-lived subject
REFERRING = {
    **dict.fromkeys(("he", "she", "his", "her"), "person"),
    **dict.fromkeys(("they", "their"), "group"),
    **dict.fromkeys(("it", "its"), "body"),
    **dict.fromkeys(("он", "она", "его", "её", "ее"), "person"),
    **dict.fromkeys(("они", "их"), "group"),
}
PRONOUN_OF = {"parties": "group", "document": "body"}
PRONOUNS = OWN | REFERRING.keys()
NOBODY = (None, -1)
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
LANDS = as_set("country nation state republic kingdom government")
OWN_LANDS = LANDS | as_set("people countries nations governments peoples states")
LANDS_OF = as_set("states nations countries republics two three four five all both")
UNCOUNTED = as_set("some many several few no each any another most")
INDEFINITE = UNCOUNTED | {"a", "an"}
NOBODYS = INDEFINITE | {"other", "others"}
COLLECTIVE = DOCUMENTS | GROUPS | BODIES


@dataclass(slots=True)
class Holder:
    """Who holds a position and how that was found."""

    name: str
    basis: str
    start: int | None = None  # of the words that name the holder, or of the antecedent
    end: int | None = None


@dataclass
class Focus:
    """Who was named so far in a document, the latest of each sort, each with its sentence."""

    author: str = ""
    own: bool = False  # whether the document speaks for itself
    latest: dict[str, tuple[Holder, int]] = field(default_factory=dict)
    long_names: dict[str, Holder] = field(default_factory=dict)  # last word -> full name
    told: dict[str, tuple[Holder, int]] = field(default_factory=dict)  # "the board", by its words
    titled: dict[str, dict[str, str]] = field(default_factory=dict)  # title -> last word -> name

    def hear(
        self, text: str, here: Sequence[tuple[int, int, int]], actors: Actors, sentence: int
    ) -> None:
        """An organisation that a sentence mentions is whom "the parties" can mean later.

        A group is whom its noun can mean: "the ministers", after "ministers of Lorn".
        """
        for row, start, end in here:
            if actors.kinds[row] == "group":
                holder = Holder(actors.spoken_for(row), "codebook", start, end)
                self.latest.setdefault("group", (holder, sentence))
                noun = text[start:end].lower().partition(" of ")[0]
                self.long_names.setdefault(" ".join(noun.split()[-2:]), holder)
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
        named = "U" in tags[first:last] and any(
            tags[at] == "U" and lower[at] not in THINGS for at in range(first, last)
        )
        person = word in PERSONS
        if lower[first] in ("my", "our") and word in OWN_LANDS and "P" not in tags[first:last]:
            own = self.author if "|" in self.author and word.endswith("s") else ""
            own = own or (self.author if is_country(self.author) else "")
            if own:  # "my country" is the author's, where the author is a country
                return Holder(own, "author", *offsets)
        if here and not (person and not _is_person(actors, here)):
            joint = "C" in tags[first:last]
            countries = all(actors.kinds[number] == "country" for number, _, _ in here)
            rows = here if joint and (countries or word not in GROUPS) else here[:1]
            names = tables.join(actors.spoken_for(number) for number, _, _ in rows)
            holder = Holder(names, "codebook", *offsets)
            kinds = {actors.kinds[number] for number, _, _ in rows}
            return self._keep(holder, word, sentence, kinds, found, span)
        short = tags[first:last].count("U") < 2
        titled = self._titled(word, found, span)
        if titled:
            self.latest["group" if "|" in titled.name else "person"] = (titled, sentence)
            return titled
        full = (
            self.long_names.get(" ".join(lower[first + 1 : last])) if tags[first] == "D" else None
        )
        if full:
            again = Holder(full.name, "antecedent of name", full.start, full.end)
            if word in GROUPS:
                self.latest["group"] = (again, sentence)
            return again
        if not named or (short and word in COLLECTIVE and tags[head] == "U"):
            earlier = self._earlier(word, found, span, sentence, offsets)
            if earlier:
                return earlier
        if not named:
            if word in NOBODYS:
                return Holder(UNRESOLVED, f"{word!r} names nobody", *offsets)
            inner = _inner(found, span) if word in GROUPS else None
            if inner:
                return self.resolve(found, inner, offsets, actors, here, sentence)
            holder = Holder(as_written(found, span), "words", *offsets)
            for kind, nouns in (("person", PERSONS), ("group", GROUPS), ("body", BODIES)):
                if word in nouns and lower[first] not in UNCOUNTED:
                    self.told[kind] = (holder, sentence)
                    break
            return holder
        holder = Holder(name_of(found, span), "name", *offsets)
        return self._keep(holder, word, sentence, set(), found, span)

    def note(self, found: Words, names: dict[int, str]) -> None:
        """Remember the persons a sentence names with a title; `names` are the codebook's, by word.

        "President Ode" is whom "the President" means later, while no other has that title.
        """
        tags = found.tags
        for at, word in enumerate(found.lower):
            if word in PERSONS and tags[at : at + 2] == "UU" and found.lower[at + 1] not in THINGS:
                first, last = at, at + 1
                while first and tags[first - 1] == "U":
                    first -= 1
                while tags[last : last + 1] == "U":
                    last += 1
                name = names.get(last - 1) or " ".join(found.raw[first:last])
                self.titled.setdefault(word, {}).setdefault(found.lower[last - 1], name)

    def _titled(self, word: str, found: Words, span: tuple[int, int]) -> Holder | None:
        """Who "the President" or "the two Presidents" are, where no others have that title."""
        first, last = span
        if word in PERSONS and found.tags[first:last] in ("DU", "DUU", "U"):
            persons = self.titled.get(word, {})
            if len(persons) == 1:
                return Holder(*persons.values(), "antecedent of title")
        several = (word in GROUPS or word[:-1] in PERSONS) and last - first < 4
        several = several and "|" not in self.author
        if several and not found.tags[first:last].strip("D#nU"):
            persons = self.titled.get(word[:-1], {})
            if word == "leaders":  # of any title
                persons = {key: name for of in self.titled.values() for key, name in of.items()}
            two = {"two", "both"} & set(found.lower[first:last])
            if len(persons) == 2 and (two or found.lower[first] == "the"):
                return Holder(tables.join(persons.values()), "antecedent of title")
        return None

    def _pronoun(self, word: str, sentence: int, start: int, end: int) -> Holder:
        if word in OWN:
            if self.author:
                return Holder(self.author, "author", start, end)
            joint, at = self.latest.get("group", (None, 0))
            told = (
                joint and joint.name.split()[-1].lower() not in LANDS_OF
            )  # "The ministers met. We"
            reach = FAR if joint and "|" in joint.name else 1 if told and self.own else -1
            if joint and sentence - at <= reach:
                self.latest["group"] = (joint, sentence)
                return Holder(joint.name, "antecedent of group", joint.start, joint.end)
            return Holder(UNRESOLVED, "no author known", start, end)
        kind = REFERRING.get(word)
        if kind is None:
            return Holder(UNRESOLVED, f"{word!r} names nobody", start, end)
        if (
            kind == "body"
            and self.latest.get("state", NOBODY)[1] > self.latest.get(kind, NOBODY)[1]
        ):
            kind = "state"
        nearest = self.told.get(kind, NOBODY)
        if nearest[1] > max(self.latest.get(kind, NOBODY)[1], sentence - NEAR - 1):
            self.told[kind] = (nearest[0], sentence)
            known = nearest[0]
            return Holder(known.name, f"antecedent of {kind}", known.start, known.end)
        return self._latest(kind, sentence, NEAR) or Holder(
            UNRESOLVED, f"nobody near that {word!r} can mean", start, end
        )

    def _latest(self, kind: str, sentence: int, reach: int) -> Holder | None:
        holder, at = self.latest.get(kind, (None, 0))
        if holder is None or sentence - at > reach:
            return None
        self.latest[kind] = (holder, sentence)
        if kind in PRONOUN_OF:  # "the parties ... They", "the document ... It"
            land = self.latest.get("state", NOBODY)[0] is holder  # a country is no "council"
            self.latest["state" if land else PRONOUN_OF[kind]] = (holder, sentence)
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
        if (lower[0] in INDEFINITE and len(lower) > 1 and word not in DOCUMENTS) or (
            last - first > 4 and "P" in found.tags[first:last]
        ):
            return None
        joint = "|" in self.author and found.tags[first] == "D" and word in GROUPS
        number = next((NUMBERS[one] for one in lower if one in NUMBERS), 0)
        all_of_them = (
            not number or "|" not in self.author or number == len(tables.split(self.author))
        )
        joint = joint and all_of_them  # "the two Presidents" are not all three authors
        if joint and last - first < 4:
            return Holder(self.author, "author", *offsets)
        rest = set(lower[1:])
        if rest and rest <= set(re.findall(r"\w+", self.author.lower())):
            return Holder(self.author, "author", *offsets)
        for words, kinds in (
            (DOCUMENTS, ("document", "group", "body")),
            (GROUPS, ("parties", "group", "body")),
            (LANDS, ("state",)),
            (BODIES, ("body", "group")),
            (PERSONS, ("person",)),
        ):
            if word in words:
                for kind in kinds:
                    known = self._latest(kind, sentence, 10_000 if kind == "parties" else FAR)
                    if known and (not number or known.name.count("|") in (0, number - 1)):
                        return known
                if self.author and words in (DOCUMENTS, GROUPS) and all_of_them:
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
        elif kinds & {"country"}:
            self.latest["state"] = self.latest["document"] = here
        elif word in BODIES:
            self.latest["body"] = self.latest["document"] = here
        elif not kinds or "person" in kinds:
            short_form = tags == "U" and found.raw[span[0]].isupper()  # NATO is "it", not "he"
            titled = word in PERSONS or found.lower[span[0]] in HONORIFICS
            if (titled or "D" not in tags[:1]) and not short_form:
                self.latest["person"] = here
            else:
                self.latest["body"] = here
        if kinds & {"organisation", "body"}:
            self.latest["body"] = here
        if not kinds and tags[2:] and tags[-1] == "U" and set(tags.lstrip("D")) <= set("U-#P"):
            self.long_names[found.lower[span[1] - 1]] = holder
        if word in GROUPS and word not in LANDS_OF:  # "the foreign ministers" are later Lorn's
            head = head_of(found.lower, found.tags, *span)
            for first in range(max(head - 2, span[0]), head):
                if span != (first, head + 1) and "D" not in found.tags[first:head]:
                    self.long_names[" ".join(found.lower[first : head + 1])] = holder
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
