"""Word-level differences between two wordings of one position.

A reader of two declarations asks which words went and which came. Words are compared with their
punctuation set apart, so that a comma more does not mark a word as changed; the white space of a
wrapped line counts as one blank. A word or two that both happen to have between two long changes
("of the") belong to the changes: kept apart, they would cut both into pieces nobody can read.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

__all__ = ["Change", "compared", "marked", "redline"]

TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
LOOSE = re.compile(r" (?=[.,;:!?%)\]»”]+(?: |$))")
FEW, LONG = 2, 4  # tokens: of a common run that joins the changes around it, and of each of these
SHARED = 1 / 3  # of the longer wording; with less in common, a redline is two sentences in pieces
OPENING, CLOSING = set("([{«“„‘"), set(")]}»”’.,;:!?%")


class Change(NamedTuple):
    """A run of words that both wordings have, or that one of them has alone."""

    kind: Literal["same", "dropped", "added"]
    words: str


def redline(before: str, after: str) -> list[Change]:
    """The runs of words two wordings share, and those dropped and added, in reading order.

    >>> redline("Patrols are not aimed at anyone.", "Patrols are not directed at anyone.")[1:3]
    [Change(kind='dropped', words='aimed'), Change(kind='added', words='directed')]
    """
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    folded = [[token.casefold() for token in tokens] for tokens in (old, new)]
    matcher = SequenceMatcher(None, *folded, autojunk=False)
    changes = []
    for common, a, b, c, d in _joined_runs(matcher.get_opcodes()):
        if common:
            changes.append(Change("same", _joined(new[c:d])))
            continue
        if b > a:
            changes.append(Change("dropped", _joined(old[a:b])))
        if d > c:
            changes.append(Change("added", _joined(new[c:d])))
    return changes


def _joined_runs(
    found: Sequence[tuple[str, int, int, int, int]],
) -> list[tuple[bool, int, int, int, int]]:
    """Runs of tokens, common or changed in turn; short common ones within long changes joined."""
    runs: list[tuple[bool, int, int, int, int]] = []
    for number, (kind, a, b, c, d) in enumerate(found):
        short = kind == "equal" and b - a <= FEW and 0 < number < len(found) - 1
        around = (found[number - 1], found[number + 1]) if short else ()
        common = kind == "equal" and not (
            short and all(max(y - x, w - v) >= LONG for _, x, y, v, w in around)
        )
        if runs and not common and not runs[-1][0]:
            _, first, _, start, _ = runs.pop()
            runs.append((False, first, b, start, d))
        else:
            runs.append((common, a, b, c, d))
    return runs


def marked(before: str, after: str) -> str:
    """A redline in plain text: ``[-dropped-]`` and ``{+added+}``.

    >>> marked("Patrols go on.", "Joint patrols go on.")
    '{+Joint+} patrols go on.'
    """
    marks = {"same": "{}", "dropped": "[-{}-]", "added": "{{+{}+}}"}
    runs = (marks[kind].format(words) for kind, words in redline(before, after))
    return LOOSE.sub("", " ".join(runs))


def compared(before: str, after: str) -> str:
    """A redline in plain text; both wordings one after the other where they share too little.

    >>> compared("Patrols go on.", "Ferries rest in winter.")
    'Earlier: Patrols go on. — Later: Ferries rest in winter.'
    """
    old, new = TOKEN.findall(before.casefold()), TOKEN.findall(after.casefold())
    kept = sum(
        len(TOKEN.findall(words)) for kind, words in redline(before, after) if kind == "same"
    )
    if kept >= SHARED * max(len(old), len(new), 1):
        return marked(before, after)
    return f"Earlier: {' '.join(before.split())} — Later: {' '.join(after.split())}"


def _joined(tokens: list[str]) -> str:
    """Tokens as running text: no blank before closing and after opening punctuation."""
    text = ""
    for token in tokens:
        glued = not text or token in CLOSING or text[-1] in OPENING
        text += token if glued else f" {token}"
    return text
