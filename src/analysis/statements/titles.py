"""Who "the President" is: the one person whom a text has named with that title.

"Lorn's President" is whom the codebook lets speak for Lorn; "the two Presidents" are those two; and
a title that several persons have names none of them.
"""

from collections.abc import Iterable

from analysis.statements.nouns import GROUPS, PERSONS, THINGS
from analysis.statements.phrases import Words

__all__ = ["Titles"]


class Titles(dict[str, dict[str, str]]):
    """The persons named with each title: their full names by the last word of these."""

    def note(self, found: Words, names: dict[int, str]) -> None:
        """Remember the persons a sentence names with a title; `names` are the codebook's, by word.

        >>> words = ["the", "envoy", "Ada", "Ruun"]
        >>> titles = Titles()
        >>> titles.note(Words(words, words, "DnUU"), {})
        >>> titles.persons("envoy", Words(words[:2], words[:2], "DU"), (0, 2))
        []
        >>> words = ["Envoy", "Ruun"]
        >>> titles.note(Words(["envoy", "ruun"], words, "UU"), {})
        >>> titles.persons("envoy", Words(["the", "envoy"], ["the", "Envoy"], "DU"), (0, 2))
        ['Envoy Ruun']
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
                self.setdefault(word, {}).setdefault(found.lower[last - 1], name)

    def persons(
        self, word: str, found: Words, span: tuple[int, int], of: Iterable[str] = ()
    ) -> list[str]:
        """Whom a noun phrase with this head means; `of` are the actors it names."""
        first, last = span
        tags, lower = found.tags[first:last], found.lower[first:last]
        named = self.get(word, {})
        if word in PERSONS:
            own = [name for name in dict.fromkeys(named.values()) if name in of]
            if own:
                return own
            if len(named) == 1 and tags in ("DU", "DUU", "U"):
                return list(named.values())
        several = (word in GROUPS or word[:-1] in PERSONS) and len(tags) < 4
        if several and not tags.strip("D#nU"):
            named = self.get(word[:-1], {})
            if word == "leaders":  # of any title
                named = {key: name for of in self.values() for key, name in of.items()}
            if len(named) == 2 and (lower[0] == "the" or {"two", "both"} & set(lower)):
                return list(dict.fromkeys(named.values()))
        return []
