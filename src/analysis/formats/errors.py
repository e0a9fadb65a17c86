"""The one error of reading a file."""

from analysis.tables import AnalysisError

__all__ = ["UnreadableFile"]


class UnreadableFile(AnalysisError):
    """A file that gives no text; the message is the reason, for a person."""
