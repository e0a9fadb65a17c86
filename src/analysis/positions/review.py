"""How often the recorded positions are right: a drawn sample, marked by a reader, scored.

The notebook writes a sample as review.csv; the reader fills its column `right` with yes or no; the
share of right ones is given with Wilson's 95 % interval, which also holds for small samples and for
shares near one (Wilson 1927).
"""

from math import sqrt
from pathlib import Path

import pandas as pd

from analysis.tables import AnalysisError

__all__ = ["ReviewError", "draw_review", "read_review", "score_review"]

COLUMNS = ["position_id", "path", "quote", "holder", "cue", "stance", "target", "themes", "date"]
YES = frozenset({"yes", "y", "1", "true", "right", "x"})
NO = frozenset({"no", "n", "0", "false", "wrong"})
Z = 1.959964  # the normal deviate that leaves 5 % outside


class ReviewError(AnalysisError):
    """A review.csv that cannot be scored; the message gives file and line and the remedy."""


def draw_review(positions: pd.DataFrame, n: int = 50, seed: int = 0) -> pd.DataFrame:
    """A random sample of positions to mark: one row each, with empty `right` and `note`.

    The same positions and seed give the same sample; rows stand in the order of the table.

    >>> from analysis.tables import empty
    >>> list(draw_review(empty("positions")).columns[-2:])
    ['right', 'note']
    """
    drawn = positions.sample(min(n, len(positions)), random_state=seed).sort_index()
    return drawn[COLUMNS].assign(right="", note="").reset_index(drop=True)


def read_review(path: Path) -> pd.DataFrame:
    """A marked review.csv; `right` becomes yes, no or empty.

    Raises
    ------
    ReviewError
        A column is missing or a mark is neither yes nor no; file and line are named.
    """
    try:
        marked = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise ReviewError(f"{path}: {error}; give the review.csv that was written") from error
    missing = {"position_id", "right"} - set(marked.columns)
    if missing:
        raise ReviewError(f"{path}, line 1: no column {sorted(missing)[0]!r}; keep the header")
    marks = marked["right"].str.strip().str.lower()
    wrong = marks[~marks.isin(YES | NO | {""})]
    if len(wrong):
        line = int(wrong.index[0]) + 2
        raise ReviewError(
            f"{path}, row {line}: right is {marked['right'][wrong.index[0]]!r}; write yes or no"
        )
    words = dict.fromkeys(YES, "yes") | dict.fromkeys(NO, "no") | {"": ""}
    return marked.assign(right=marks.map(words))


def score_review(marked: pd.DataFrame) -> dict[str, float]:
    """How many are marked and right, and the precision with its 95 % interval.

    >>> score_review(pd.DataFrame({"right": ["yes"] * 9 + ["no", ""]}))
    {'n_marked': 10, 'n_right': 9, 'precision': 0.9, 'low': 0.596, 'high': 0.982}
    """
    n = int(marked["right"].isin(["yes", "no"]).sum())
    right = int((marked["right"] == "yes").sum())
    if n == 0:
        return {"n_marked": 0, "n_right": 0, "precision": float("nan"), "low": 0.0, "high": 1.0}
    share = right / n
    centre = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2)) / (1 + Z**2 / n)
    low, high = round(max(centre - half, 0.0), 3), round(min(centre + half, 1.0), 3)
    return {"n_marked": n, "n_right": right, "precision": round(share, 3), "low": low, "high": high}
