"""Themes proposed from the corpus, for an analyst who has no codebook yet.

A proposal is a phrase of two words that stand side by side far more often than chance, in several
documents; phrases that share their rarer word become alternatives of one theme. A proposal is a
start for reading, and its definition says so; what it should mean is for the analyst to write.
"""

import numpy as np
import pandas as pd

from analysis import tables
from analysis.themes import measures
from analysis.vectors import TermMatrix, name_phrase

__all__ = ["propose_themes"]

MIN_TIMES = 4
MIN_DOCUMENTS = 3  # a phrase of one or two documents is theirs, not the corpus'
MOST_THEMES = 20  # as many as a person reads, joins and renames at a sitting
MIN_NPMI = 0.35  # beside each other by habit: "outer space", not "new session"


def propose_themes(matrix: TermMatrix | None) -> pd.DataFrame:
    """Themes a codebook could begin with: one row per theme, in the columns of themes.csv.

    Passages that repeat others count once; without a matrix nothing is proposed.
    """
    if matrix is None:
        return tables.empty("proposed_themes")
    phrases = _phrases(matrix)
    themes: dict[int, list] = {}
    for phrase in phrases.itertuples():
        rarer = phrase.first if phrase.n_first <= phrase.n_second else phrase.second
        themes.setdefault(rarer, []).append(phrase)
    rows = []
    for found in list(themes.values())[:MOST_THEMES]:  # first come, most documents
        words = [_words(matrix, p.first, p.second) for p in found]
        rows.append(
            {
                "theme": words[0].replace(" ", "-"),
                "label": words[0],
                "definition": f"proposed: '{words[0]}' stands in {found[0].n_documents} documents",
                "patterns": "|".join(dict.fromkeys(words)),
            }
        )
    return tables.from_rows("proposed_themes", rows)


def _words(matrix: TermMatrix, first: int, second: int) -> str:
    """The phrase as it most often stands in the texts."""
    at = np.flatnonzero((matrix.stream[:-1] == first) & (matrix.stream[1:] == second))
    return name_phrase(matrix, at)


def _phrases(matrix: TermMatrix) -> pd.DataFrame:
    """Pairs of terms side by side, those of most documents first: one row per pair."""
    lengths = np.diff(matrix.stream_starts)
    row = np.repeat(np.arange(len(lengths)), lengths)
    counted = (matrix.passages["repeats"] == "").to_numpy()
    document = pd.factorize(matrix.passages["doc_id"])[0]
    stream = matrix.stream
    beside = (row[:-1] == row[1:]) & (stream[:-1] >= 0) & (stream[1:] >= 0)
    beside &= counted[row[:-1]] & (stream[:-1] != stream[1:])
    pairs = pd.DataFrame(
        {
            "first": stream[:-1][beside],
            "second": stream[1:][beside],
            "document": document[row[:-1][beside]],
        }
    )
    phrases = pairs.groupby(["first", "second"], sort=True).agg(
        times=("document", "size"), n_documents=("document", "nunique")
    )
    phrases = phrases.reset_index().astype(int)
    held = stream[(stream >= 0) & counted[row]]
    alone = np.bincount(held, minlength=len(matrix.terms))
    phrases = phrases.assign(n_first=alone[phrases["first"]], n_second=alone[phrases["second"]])
    npmi = measures.npmi(
        phrases["n_first"], phrases["n_second"], phrases["times"], np.full(len(phrases), len(held))
    )
    enough = (phrases["times"] >= MIN_TIMES) & (phrases["n_documents"] >= MIN_DOCUMENTS)
    order = ["n_documents", "times", "first", "second"]
    return phrases[enough & (npmi >= MIN_NPMI)].sort_values(
        order, ascending=[False, False, True, True]
    )
