"""Lines that belong to the page and not to the text: rules kept as data in furniture.csv.

Each rule has a definition, an example that must match and a near miss that must not; the tests run
them. Rules for whole lines join to one pattern, so that a line is looked at once.
"""

import csv
import functools
import re
from importlib import resources

__all__ = ["furniture_name", "furniture_rules", "glued_furniture", "is_furniture"]

LONGEST_LINE = 220
"""Furniture is short; a longer line is not looked at."""


@functools.cache
def furniture_rules() -> tuple[dict[str, str], ...]:
    """The rows of furniture.csv."""
    source = resources.files(__package__).joinpath("furniture.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(source.splitlines()))


@functools.cache
def _pattern(where: str) -> re.Pattern[str]:
    rules = [rule for rule in furniture_rules() if rule["where"] == where]
    joined = "|".join(f"(?:{rule['pattern']})" for rule in rules)
    # Names of sites and buttons come in any case; currencies and names of pictures do not matter.
    return re.compile(joined, re.I)


def is_furniture(line: str) -> bool:
    """Whether the whole line, without blanks around it, belongs to the page.

    >>> is_furniture("Back to the all news"), is_furniture("Back to work after the talks")
    (True, False)
    """
    return len(line) <= LONGEST_LINE and _pattern("line").fullmatch(line) is not None


def furniture_name(words: str) -> str:
    """The name of the rule that takes a line for furniture, empty where none does.

    >>> furniture_name("15:24"), furniture_name("IMG_07.jpg"), furniture_name("The envoys met.")
    ('clock', 'picture', '')
    """
    return next(
        (
            rule["name"]
            for rule in furniture_rules()
            if re.fullmatch(rule["pattern"], words, re.I) is not None
        ),
        "",
    )


def glued_furniture(text: str, start: int, end: int) -> int:
    """End of furniture that stands before a sentence on the same line, or ``start``.

    >>> glued_furniture("IMG_07.jpgThe envoys met.", 0, 25)
    10
    """
    found = _pattern("glued").match(text, start, end)
    return found.end() if found else start
