"""Sentences: one scan for their ends, each weighed by the word before and the letter after.

A full stop ends no sentence after a title, an initial or an abbreviation (abbreviations.csv); after
one that may also close a sentence ("Inc.", "U.S.") the next word decides. What runs on for pages
without a stop is no sentence but a list or damage; it is cut, so that whatever reads sentences
later need not fear one of five million characters.
"""

import csv
import functools
import re
from collections.abc import Iterator, Sequence
from importlib import resources

from analysis.text.blocks import Block

__all__ = ["abbreviations", "split_sentences"]

# A stop, closing marks (quotes, brackets, the asterisk of Markdown), then white space.
# Possessive, and begun only where a run of stops begins: linear even on pages of leader dots.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»“)\]*_]*+\s++(?=\S)")
_OPENING = frozenset("\"'“”‘’«„([*_—–-•¿¡")
# Words that begin sentences and hardly ever follow an abbreviation inside a name.
_STARTERS = frozenset(
    [
        "The",
        "This",
        "That",
        "These",
        "Those",
        "It",
        "Its",
        "He",
        "She",
        "They",
        "We",
        "I",
        "You",
        "There",
        "Here",
        "In",
        "On",
        "At",
        "As",
        "By",
        "For",
        "From",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "Since",
        "But",
        "And",
        "Or",
        "Yet",
        "So",
        "However",
        "Moreover",
        "Furthermore",
        "Meanwhile",
        "According",
        "Our",
        "Their",
        "His",
        "Her",
        "My",
        "Some",
        "Many",
        "Most",
        "All",
        "Both",
        "Each",
        "Such",
        "No",
        "Not",
        "Today",
        "To",
        "With",
        "Under",
        "An",
        "A",
        "Another",
        "Also",
        "During",
        "Earlier",
        "Later",
        "Last",
    ]
)
LONGEST_SENTENCE = 4_000
"""Characters; the longest paragraph of one sentence in a treaty or resolution has two thousand."""
# «Мир близок!» — сказал министр.
_TOLD = re.compile(r"[—–]\s[а-яё]")
_WORD = re.compile(r"\S")
_INITIALS = re.compile(r"(?:[A-ZА-ЯЁ]\.){0,5}[A-ZА-ЯЁ]")


@functools.cache
def abbreviations() -> dict[str, str]:
    """Abbreviation without its last stop -> what follows it: name, number, any or break."""
    source = resources.files(__package__).joinpath("abbreviations.csv").read_text(encoding="utf-8")
    return {row["word"]: row["follows"] for row in csv.DictReader(source.splitlines())}


def split_sentences(text: str, blocks: Sequence[Block]) -> list[tuple[int, int, int]]:
    """Sentences of the body blocks, in order: number of the block, start, end.

    >>> text = "Dr. Oru spoke. \u201cWe agree.\u201d All voted."
    >>> [text[a:b] for _, a, b in split_sentences(text, [Block(0, len(text), "body")])]
    ['Dr. Oru spoke.', '“We agree.”', 'All voted.']
    """
    ends = _sentence_ends(text)
    found: list[tuple[int, int, int]] = []
    at = 0
    for number, block in enumerate(blocks):
        if block.kind != "body":
            continue
        start, stop = block.start, block.end
        while at < len(ends) and ends[at][0] <= start:
            at += 1
        while at < len(ends) and ends[at][1] < stop:
            end, following = ends[at]
            found += _pieces(text, number, start, end)
            start = following
            at += 1
        found += _pieces(text, number, start, stop)
    return found


def _pieces(text: str, number: int, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The sentence itself, or its parts where it is too long to be one, cut at blanks."""
    while end - start > LONGEST_SENTENCE:
        cut = start + len(text[start : start + LONGEST_SENTENCE].rsplit(None, 1)[0])
        yield number, start, cut
        start = _WORD.search(text, cut).start()
    yield number, start, end


def _sentence_ends(text: str) -> list[tuple[int, int]]:
    """End of each sentence and start of the next, over the whole text at once."""
    ends = []
    known = abbreviations()
    for match in _END.finditer(text):
        following = match.end()
        begin = match.start()
        after = text[following]
        if after.islower() or not (after.isalnum() or after in _OPENING):
            continue
        if after in "—–" and "\n" not in match.group() and _TOLD.match(text, following):
            continue
        if text[begin] == "." and not _closes(text, begin, following, match, known):
            continue
        ends.append((begin + len(match.group().rstrip()), following))
    return ends


def _closes(
    text: str, begin: int, following: int, match: re.Match[str], known: dict[str, str]
) -> bool:
    """Whether the full stop at ``begin`` ends a sentence, judged by the word it stands after."""
    low = max(0, begin - 16)
    parts = text[low:begin].split()
    word = parts[-1].lstrip("\"'“”‘’«„([*_") if parts else ""
    if not word or (len(word) > 6 and "." not in word):
        return True
    if word.isdigit():
        # "1. First": a number that begins a line counts; "in 2020. The" ends a sentence.
        line = text.rfind("\n", 0, begin) + 1
        return text[line:begin].strip() != word or len(word) > 3
    kind = known.get(word)
    if kind == "any":
        return False
    if kind == "name":
        return False
    if kind == "number":
        return not text[following].isdigit()
    if kind == "break" or _INITIALS.fullmatch(word):
        if match.group()[1:2] in '"”’»)]':
            return True
        return _next_word(text, following) in _STARTERS
    return True


def _next_word(text: str, at: int) -> str:
    word = text[at : at + 16].lstrip("\"'“‘«„([*_")
    return re.split(r"[^\w]", word, maxsplit=1)[0]
