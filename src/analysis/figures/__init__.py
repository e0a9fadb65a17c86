"""One function per figure: a table in, a picture with its message and its alt text out."""

from analysis.figures.chronology import threads, timeline
from analysis.figures.sources import coverage
from analysis.figures.themes import theme_counts, theme_matrix, theme_network, themes_over_time
from analysis.figures.topics import topic_shares, topic_sizes, topic_stability

__all__ = [
    "coverage",
    "theme_counts",
    "theme_matrix",
    "theme_network",
    "themes_over_time",
    "threads",
    "timeline",
    "topic_shares",
    "topic_sizes",
    "topic_stability",
]
