"""Figures of the chronology: positions over time, and threads from first to last."""

from analysis.figures.chronology.threads import threads
from analysis.figures.chronology.timeline import timeline

__all__ = ["threads", "timeline"]
