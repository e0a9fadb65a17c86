"""Sentences of the report, each bound to the rows that carry it and refused when they don't.

``findings`` writes the sentences of the briefing, ``check`` recomputes any claim, ``show`` turns
claims into what a notebook shows.
"""

from analysis.claims.claim import Claim, ClaimError, Fact, check, evidence_rows, show
from analysis.claims.findings import findings
from analysis.claims.measures import MEASURES, StudyTables, measure

__all__ = [
    "MEASURES",
    "Claim",
    "ClaimError",
    "Fact",
    "StudyTables",
    "check",
    "evidence_rows",
    "findings",
    "measure",
    "show",
]
