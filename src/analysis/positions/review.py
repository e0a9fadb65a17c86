"""How often the recorded positions are right: a drawn sample, marked by a reader, scored.

A run writes a sample as review.csv; the reader fills its column `right` with yes or no and puts it
beside the texts; the next run gives the share of right ones with its 95 % interval. A mark counts
only while its position is recorded as it was marked, so a changed rule cannot be praised for the
work of the old one.
"""

from pathlib import Path

import pandas as pd

from analysis import sampling
from analysis.formats import delimiter
from analysis.tables import AnalysisError, counted

__all__ = ["ReviewError", "describe_review", "draw_review", "read_review", "score_review"]

COLUMNS = ["position_id", "path", "quote", "holder", "cue", "stance", "target", "themes", "date"]
MARKED = ["path", "quote", "holder", "cue", "stance"]  # what a reader judges, whatever its number
YES = frozenset({"yes", "y", "1", "true", "right", "x"})
NO = frozenset({"no", "n", "0", "false", "wrong"})


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
        mark = delimiter(path.read_text("utf-8-sig"), {"right"})
        marked = pd.read_csv(path, sep=mark, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        told = " ".join(str(error).split())
        raise ReviewError(f"{path}: {told}; save it as CSV, in UTF-8") from error
    missing = [column for column in (*MARKED, "right") if column not in marked]
    if missing:
        raise ReviewError(f"{path}, line 1: no column {missing[0]!r}; keep the header")
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

    >>> score = score_review(pd.DataFrame({"right": ["yes"] * 9 + ["no", ""]}))
    >>> {name: round(value, 3) for name, value in score.items()}
    {'n_marked': 10, 'n_right': 9, 'precision': 0.9, 'low': 0.596, 'high': 0.982}
    """
    n = int(marked["right"].isin(["yes", "no"]).sum())
    right = int((marked["right"] == "yes").sum())
    if n == 0:
        return {"n_marked": 0, "n_right": 0, "precision": float("nan"), "low": 0.0, "high": 1.0}
    low, high = (float(end.clip(0, 1)) for end in sampling.wilson(right, n))
    return {"n_marked": n, "n_right": right, "precision": right / n, "low": low, "high": high}


def describe_review(marked: pd.DataFrame, positions: pd.DataFrame) -> str:
    """What a marked sample says of the recorded positions, or how to mark one.

    `marked` is what `read_review` gives, or an empty frame where nobody has marked a sample.

    >>> from analysis.tables import empty
    >>> describe_review(pd.DataFrame(), empty("positions"))[:40]
    'Nobody has marked a sample of these yet,'
    """
    if marked.empty or not marked["right"].isin(["yes", "no"]).any():
        return (
            "Nobody has marked a sample of these yet, so their precision is not known. The file "
            "review.csv among the tables of this report is a random sample: write yes or no into "
            "its column right, put it beside the texts, and the next report gives the share that "
            "is right with its interval."
        )
    marked = marked[marked["right"] != ""]
    recorded = marked.merge(positions[MARKED].drop_duplicates(), on=MARKED)
    score = score_review(recorded)
    gone = len(marked) - len(recorded)
    stale = (
        f" {gone} of the {len(marked)} marked are no longer recorded as they were and do not count."
        if gone
        else ""
    )
    if not score["n_marked"]:
        return f"No marked position is still recorded as it was; mark a new sample.{stale}"
    return (
        f"Of {counted(score['n_marked'], 'position')} drawn at random and marked by a reader, "
        f"{score['n_right']} are right: precision {score['precision']:.2f}, 95 % interval "
        f"{score['low']:.2f} to {score['high']:.2f}.{stale}"
    )
