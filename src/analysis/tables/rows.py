"""What rows of any table are asked: which hold a value, where each stands, which came first."""

import pandas as pd

__all__ = ["cite", "holds", "in_time"]


def holds(cells: pd.Series, value: str) -> pd.Series:
    """Which cells of several values hold this one.

    >>> holds(pd.Series(["a|b", "ab", ""]), "a").tolist()
    [True, False, False]
    """
    return ("|" + cells + "|").str.contains(f"|{value}|", regex=False)


def cite(rows: pd.DataFrame) -> list[str]:
    """Where each row stands: ``path:start-end``, the characters of the file's text.

    >>> cite(pd.DataFrame({"path": ["a.txt"], "start": [3], "end": [40]}))
    ['a.txt:3-40']
    """
    return [
        path if pd.isna(start) or pd.isna(end) else f"{path}:{int(start)}-{int(end)}"
        for path, start, end in zip(rows["path"], rows["start"], rows["end"], strict=True)
    ]


def in_time(positions: pd.DataFrame) -> pd.DataFrame:
    """Positions in order of time, the undated last.

    >>> rows = pd.DataFrame({"date_high": ["", "2031-05-04"], "date_low": "", "doc_id": "a",
    ...                      "start": 0, "cue_start": 0})
    >>> in_time(rows)["date_high"].tolist()
    ['2031-05-04', '']
    """
    high = positions["date_high"].where(positions["date_high"] != "", "9999-12-31")
    keys = ["high", "date_low", "doc_id", "start", "cue_start"]
    return positions.assign(high=high).sort_values(keys, kind="stable").drop(columns="high")
