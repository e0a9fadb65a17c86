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
    MEASURED,
    PERSONS,
    THINGS,
    can_speak,
    has_office,
    head_of,
)
from analysis.statements.phrases import Words
from analysis.statements.titles import Titles
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
MEDIA = as_set("radio television tv broadcaster newspaper news magazine")
LETTERS = as_set("statement message letter")  # documents that one person writes, too
# Bodies of a country beside its others: no union or agency named before is "the police".
UNLIKE = as_set("opposition police army military navy church court parliament senate congress")
COLLECTIVE = DOCUMENTS | GROUPS | BODIES


@dataclass(slots=True)
class Holder:
    """Who holds a position and how that was found."""

    name: str
    basis: str
    start: int | None = None  # of the words that name the holder, or of the antecedent
    end: int | None = None


Named = dict[str, tuple[Holder, int]]  # each sort of holder with its latest and the sentence


@dataclass
class Focus:
    """Who was named so far in a document, the latest of each sort, each with its sentence."""

    author: str = ""
    own: bool = False  # whether the document speaks for itself
    latest: Named = field(default_factory=dict)
    long_names: dict[str, Holder] = field(default_factory=dict)  # last word -> full name
    told: Named = field(default_factory=dict)  # "the board", by its words
    titles: Titles = field(default_factory=Titles)
    quote: int = -1  # the quotation that is being read
    beside: tuple[Named, Named] = field(default_factory=lambda: ({}, {}))  # out of it, or within

    def within(self, quote: int) -> None:
        """Whom a quotation names, no "she" outside can mean: "Lund must pay," she said."""
        if (quote < 0) != (self.quote < 0):
            here, there = (self.latest, self.told), self.beside
            merge = _and_inside if quote >= 0 else _and_bodies
            self.latest, self.told = map(merge, here, there)
            self.beside = here
        self.quote = quote

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
        named = (
            "U" in tags[first:last]
            and tags[head] != "#"
            and any(tags[at] == "U" and lower[at] not in THINGS for at in range(first, last))
        )
        person = word in PERSONS
        if lower[first] in ("my", "our") and word in OWN_LANDS and "P" not in tags[first:last]:
            own = self.author if "|" in self.author and word.endswith("s") else ""
            own = own or (self.author if is_country(self.author) else "")
            if own:  # "my country" is the author's, where the author is a country
                return Holder(own, "author", *offsets)
        somebody = person or has_office(lower, tags, first, last)
        if not MEDIA.isdisjoint(word.split("-")):  # "Radio Lorn" is not Lorn
            here = [hit for hit in here if actors.kinds[hit[0]] != "country"]
        persons = [hit for hit in here if actors.kinds[hit[0]] == "person"]
        if here and (persons or not somebody):
            joint = "C" in tags[first:last]
            countries = all(actors.kinds[number] == "country" for number, _, _ in here)
            if persons and somebody:
                here = persons  # in "Lorn Prime Minister Ode" not Lorn
            rows = here if joint and (countries or word not in GROUPS) else here[:1]
            names = tables.join(actors.spoken_for(number) for number, _, _ in rows)
            holder = Holder(names, "codebook", *offsets)
            kinds = {actors.kinds[number] for number, _, _ in rows}
            return self._keep(holder, word, sentence, kinds, found, span)
        short = tags[first:last].count("U") < 2
        of = {actors.spoken_for(number) for number, _, _ in here}
        titled = self.titles.persons(word, found, span, of)
        if titled and not (len(titled) > 1 and "|" in self.author):
            holder = Holder(tables.join(titled), "antecedent of title")
            self.latest["group" if len(titled) > 1 else "person"] = (holder, sentence)
            return holder
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
        if kind == "body" and self._is_later("state", kind):
            kind = "state"
        nearest = self.told.get(kind, NOBODY)
        if nearest[1] > max(self.latest.get(kind, NOBODY)[1], sentence - NEAR - 1):
            self.told[kind] = (nearest[0], sentence)
            known = nearest[0]
            return Holder(known.name, f"antecedent of {kind}", known.start, known.end)
        return self._latest(kind, sentence, NEAR) or Holder(
            UNRESOLVED, f"nobody near that {word!r} can mean", start, end
        )

    def _is_later(self, kind: str, other: str) -> bool:
        """Whether somebody of one sort was named after the last one of another."""
        return self.latest.get(kind, NOBODY)[1] > self.latest.get(other, NOBODY)[1]

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
        if (
            word in UNLIKE
            or (lower[0] in NOBODYS and len(lower) > 1 and word not in DOCUMENTS)
            or (last - first > 4 and "P" in found.tags[first:last])
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
                if word in LETTERS and self._is_later("person", "document"):
                    kinds = ("person",)  # '"The toll is unfair," Rowan said. The statement added'
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
        """Remember who was named, for the words that will refer back; a thing is nobody."""
        if not kinds and (word in MEASURED or not can_speak(found.lower, found.tags, *span)):
            return holder
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


def _and_inside(out: Named, within: Named) -> Named:
    """Who is known inside a quotation: those outside, and those named inside since then."""
    return out | {k: one for k, one in within.items() if one[1] >= out.get(k, NOBODY)[1]}


def _and_bodies(within: Named, out: Named) -> Named:
    """Who is known after it: those outside, and bodies that only the quotation has named."""
    return {kind: one for kind, one in within.items() if kind != "person"} | out


def _inner(found: Words, span: tuple[int, int]) -> tuple[int, int] | None:
    """The definite noun phrase inside: "the organization" of "members of the organization"."""
    first, last = span
    for at in range(first + 1, last - 1):
        if found.lower[at] == "of" and found.lower[at + 1] in ("the", "this", "our"):
            return at + 1, last
    return None
