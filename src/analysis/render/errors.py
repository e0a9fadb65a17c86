"""The one error of rendering that a person can mend."""

from analysis.tables import AnalysisError

__all__ = ["RenderError"]


class RenderError(AnalysisError):
    """A parameter, a notebook or the output folder stands in the way of the report."""
