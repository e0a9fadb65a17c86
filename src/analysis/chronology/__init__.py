"""Since when a body has said this, in which words, what changed, and when it fell silent.

``link_positions`` finds the positions that restate each other, ``build_threads`` the chains they
make over time, ``find_silences`` the themes no longer stated, with the number of texts that could
have stated them. The views (``timeline``, ``describe_threads``, ``changes``, ``redlines``,
``contrary``, ``compare``, ``reports``) are tables for a reader; ``redline`` compares two wordings
word by word; ``choose`` cuts all tables to one holder, theme or period; ``concepts`` and ``names``
are what the comparison goes by.
"""

from analysis.chronology.comparison import compare, describe_sides
from analysis.chronology.contents import concepts, names
from analysis.chronology.filters import ChoiceError, check_period, choose_positions
from analysis.chronology.links import SAME_POSITION, link_positions
from analysis.chronology.redline import Change, redline
from analysis.chronology.selection import Chosen, StudyTables, choose
from analysis.chronology.silences import alike, describe_no_silence, find_silences
from analysis.chronology.threads import build_threads
from analysis.chronology.views import (
    changes,
    contrary,
    describe_no_contrary,
    describe_silences,
    describe_threads,
    describe_unnamed,
    redlines,
    reports,
    timeline,
)

__all__ = [
    "SAME_POSITION",
    "Change",
    "ChoiceError",
    "Chosen",
    "StudyTables",
    "alike",
    "build_threads",
    "changes",
    "check_period",
    "choose",
    "choose_positions",
    "compare",
    "concepts",
    "contrary",
    "describe_no_contrary",
    "describe_no_silence",
    "describe_sides",
    "describe_silences",
    "describe_threads",
    "describe_unnamed",
    "find_silences",
    "link_positions",
    "names",
    "redline",
    "redlines",
    "reports",
    "timeline",
]
