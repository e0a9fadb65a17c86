"""A sentence of the report together with the rows that carry it.

A claim is a sentence with holes: every number and date in it is named by a measure, so that
``check`` can compute it again and refuse the claim when it differs. Every quotation in it is one
of the claim's own evidence rows, and these are compared with the texts to the letter. A claim that
cannot be checked is an error and stops the report.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from analysis import blocks, tables
from analysis.claims.measures import MEASURES, StudyTables, measure

__all__ = ["EVIDENCE", "Claim", "ClaimError", "Fact", "check", "evidence_rows", "show"]

EVIDENCE = ["doc_id", "path", "sha256", "start", "end", "quote", "holder", "date"]
HOLE = re.compile(r"\{[^{}]*\}")
QUOTED = re.compile(r"“([^“”]*)”")
CUT = "…"


class ClaimError(tables.AnalysisError):
    """A sentence of the report that its own rows do not carry."""


@dataclass(frozen=True)
class Fact:
    """A number or date in a sentence, and how to compute it again: a measure and its subject."""

    value: int | str
    measure: str
    about: tuple[str, ...] = ()

    @classmethod
    def of(cls, study: StudyTables, name: str, *about: str) -> "Fact":
        return cls(measure(study, name, *about), name, about)


@dataclass(frozen=True)
class Claim:
    """A sentence with ``{holes}``, what fills them, and the passages it rests on.

    ``facts`` fill the holes of numbers and dates, ``words`` those of names and quotations.
    """

    kind: str
    template: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    evidence: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=EVIDENCE))

    @property
    def text(self) -> str:
        """The sentence as it is printed; ``{n:text}`` is the number with its noun.

        >>> Claim("scale", "{n:text} read.", {"n": Fact(1200, "documents")}).text
        '1,200 texts read.'
        """
        shown = {
            name: _Count(fact.value) if isinstance(fact.value, int) else fact.value
            for name, fact in self.facts.items()
        }
        return self.template.format(**shown, **self.words)


class _Count(int):
    """A whole number that a sentence can show with its noun."""

    def __format__(self, noun: str) -> str:
        return f"{int(self):,} {noun}{'s' * (self != 1)}" if noun else f"{int(self):,}"


def evidence_rows(study: StudyTables, positions: pd.DataFrame) -> pd.DataFrame:
    """The evidence of some positions: where they stand, with the hash of the file."""
    hashes = study.documents.set_index("doc_id")["sha256"]
    told = positions.assign(sha256=positions["doc_id"].map(hashes), date=tables.told(positions))
    return told[EVIDENCE].drop_duplicates(["doc_id", "start", "end"]).reset_index(drop=True)


def check(claim: Claim, study: StudyTables) -> Claim:
    """The claim itself, when its rows carry it.

    Raises
    ------
    ClaimError
        A number differs when computed again, stands in the sentence without a measure, a
        quotation is not verbatim or not among the evidence, or there is no evidence at all.
    """
    where = f"claim {claim.kind!r} ({claim.text[:80]})"
    if not claim.facts and claim.evidence.empty:
        raise ClaimError(f"{where}: no evidence; give the rows or the measures it rests on")
    if bare := re.search(r"\d", HOLE.sub("", claim.template)):
        raise ClaimError(f"{where}: the number {bare.group()!r} has no measure; name one")
    for name, fact in claim.facts.items():
        if fact.measure not in MEASURES:
            known = ", ".join(sorted(MEASURES))
            raise ClaimError(f"{where}: no measure {fact.measure!r}; the known are {known}")
        again = measure(study, fact.measure, *fact.about)
        if again != fact.value:
            raise ClaimError(f"{where}: {name} is {fact.value!r}, but {fact.measure} is {again!r}")
    _check_evidence(claim, study, where)
    _check_quotations(claim, where)
    return claim


def _check_evidence(claim: Claim, study: StudyTables, where: str) -> None:
    """Every row is the file's own characters at its offsets, and the file's own hash."""
    known = study.documents.set_index("doc_id")[["path", "sha256"]]
    for row in claim.evidence.to_dict("records"):
        if row["doc_id"] not in known.index:
            raise ClaimError(f"{where}: evidence from {row['doc_id']!r}, which was not read")
        if list(known.loc[row["doc_id"]]) != [row["path"], row["sha256"]]:
            raise ClaimError(f"{where}: path or hash of {row['doc_id']!r} is not the file's")
        text = study.texts[row["doc_id"]][int(row["start"]) : int(row["end"])]
        if text != row["quote"] or not text:
            place = f"{row['path']}:{row['start']}-{row['end']}"
            raise ClaimError(f"{where}: the quote is not what stands at {place}")


def _check_quotations(claim: Claim, where: str) -> None:
    """Whatever stands between the sentence's quotation marks stands in its evidence."""
    quotes = [blocks.one_line(quote) for quote in claim.evidence["quote"]]
    for word in claim.words.values():
        for quoted in QUOTED.findall(word):
            parts = [part.strip() for part in quoted.split(CUT) if part.strip()]
            if not any(all(part in quote for part in parts) for quote in quotes):
                raise ClaimError(f"{where}: “{quoted}” is not in the evidence")


def show(claims: list[Claim]) -> blocks.Block:
    """The claims as a notebook shows them: each sentence with its numbered passages."""
    if not claims:
        return blocks.Text("No finding: the corpus holds no stated position.")
    return blocks.Stack(*(blocks.Evidence(claim.text, claim.evidence) for claim in claims))
