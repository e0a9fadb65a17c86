"""Themes that occur together, and what it takes to believe it.

For each pair of themes the units that hold one, the other and both are counted, in sentences,
paragraphs and documents. Four things guard against seeing too much: the interval resamples
documents (the sentences of one are not independent), q corrects for the number of pairs, each pair
says in how many of twelve ways of counting it holds, and a pair that one document carries or whose
unequal frequencies distort the measure is marked.
"""

from analysis.themes.compare import GroupError, compare_groups
from analysis.themes.measures import fisher_p, g2_p, jaccard, lift, npmi, p_value, q_values
from analysis.themes.pairs import FOUND, SPECIFICATIONS, score_pairs, specifications
from analysis.themes.proposals import propose_themes
from analysis.themes.reading import (
    describe_origin,
    differing,
    evidence,
    named,
    strongest,
    strongest_evidence,
)
from analysis.themes.units import UNITS, count_units
from analysis.themes.years import over_time

__all__ = [
    "FOUND",
    "SPECIFICATIONS",
    "UNITS",
    "GroupError",
    "compare_groups",
    "count_units",
    "describe_origin",
    "differing",
    "evidence",
    "fisher_p",
    "g2_p",
    "jaccard",
    "lift",
    "named",
    "npmi",
    "over_time",
    "p_value",
    "propose_themes",
    "q_values",
    "score_pairs",
    "specifications",
    "strongest",
    "strongest_evidence",
]
