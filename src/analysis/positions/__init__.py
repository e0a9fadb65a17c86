"""Positions: the statements, and a text's own sentences, that take a stance.

One row says who took which of seven stances on what, in one sentence quoted to the letter, with
the words that carry it, the date, and a confidence by a printed rule. Every sentence that has a cue
and gave no row is listed with the reason, and a sample can be drawn, marked by a reader and scored.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis import tables
from analysis.codebook import Codebook
from analysis.positions.accounts import count_bases, count_unrecorded
from analysis.positions.confidence import CONFIDENCE_RULE, confidence_of
from analysis.positions.examples import check_examples
from analysis.positions.proposals import propose_actors
from analysis.positions.review import (
    ReviewError,
    describe_review,
    draw_review,
    read_review,
    score_review,
)
from analysis.statements import Stances, read_corpus, uncollected

__all__ = [
    "CONFIDENCE_RULE",
    "ReviewError",
    "check_examples",
    "count_bases",
    "count_unrecorded",
    "describe_review",
    "draw_review",
    "find_positions",
    "propose_actors",
    "read_review",
    "score_review",
]

DATES = ["date", "date_low", "date_high", "date_basis", "act_id"]


@uncollected()
def find_positions(
    statements: pd.DataFrame,
    documents: pd.DataFrame,
    passages: pd.DataFrame,
    mentions: pd.DataFrame,
    texts: Mapping[str, str],
    codebook: Codebook,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row per stance in one sentence, and one row per sentence with a cue and no stance.

    Offsets count characters of the text; `start` and `end` span the sentence, also inside a
    quotation, and the cue may stand in a neighbouring one. The date is that of what the document
    tells (``tables.dated``). `mentions` give the themes of the sentence. A stance of a statement
    that is not in `statements` (a row that somebody took out) is left out too.
    """
    known = set(statements["statement_id"].tolist())
    told: dict[tuple[str, int], list[str]] = {}
    found, left = [], []
    for at, theme in zip(_places(mentions), mentions["theme"], strict=True):
        told.setdefault(at, []).append(theme)
    starts: dict[str, list[int]] = {}
    for doc_id, start in sorted(told):
        starts.setdefault(doc_id, []).append(start)
    when = tables.dated(documents).assign(act_id=documents["act_id"])
    dates = dict(zip(documents["doc_id"].tolist(), when[DATES].values.tolist(), strict=True))
    for one in read_corpus(documents, passages, texts, codebook)[1]:
        themes = [(start, told[one.doc_id, start]) for start in starts.get(one.doc_id, ())]
        found.extend(_rows(one, texts[one.doc_id], themes, known, dates[one.doc_id]))
        left.extend((one.doc_id, one.path, *rest) for rest in one.unrecorded)
    return tables.from_tuples("positions", found), tables.from_tuples("unrecorded", left)


def _places(mentions: pd.DataFrame) -> Iterator[tuple[str, int]]:
    return zip(mentions["doc_id"].tolist(), mentions["start"].tolist(), strict=True)


def _rows(
    one: Stances,
    text: str,
    themes: list[tuple[int, list[str]]],
    known: set[str],
    dates: list[str],
) -> Iterator[tuple]:
    """The rows of one document."""
    at = number = 0
    for take in one.takes:
        start, end = take.start, take.end
        if take.statement_id and take.statement_id not in known:
            continue
        number += 1
        while at < len(themes) and themes[at][0] < start:
            at += 1
        near = themes[at:]
        inside = near and [theme for place, names in near if place < end for theme in names]
        first, last = take.cue
        target = text[take.target[0] : take.target[1]] if take.target else ""
        yield (
            f"{one.doc_id}:po{number}", take.statement_id, one.doc_id, one.path, start, end,
            text[start:end], take.mode, take.holder, take.basis, take.reported_by,
            text[first:last], first, last, take.stance, take.strength, take.negated, target,
            tables.join(inside) if inside else "", *dates, "",
            confidence_of(take.basis, take.how, take.negated),
        )  # fmt: skip
