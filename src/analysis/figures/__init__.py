"""One function per figure: a table in, a picture with its message and its alt text out."""

from analysis.figures.sources import coverage

__all__ = ["coverage"]
