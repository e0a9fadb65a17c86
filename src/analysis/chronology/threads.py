"""Positions of one holder on one issue, over time.

Links join positions pair by pair; followed blindly they drift (A is like B, B like C, and C is no
longer about what A was). So two chains become one only when their members are linked on average
(average linkage over the links, strongest first).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis import tables

__all__ = ["build_threads"]

ALIKE = 0.20  # mean similarity between two chains, an absent link counting 0: half of a plain link


def build_threads(
    positions: pd.DataFrame, links: pd.DataFrame, acts: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Positions with their thread, and the threads: one row per chain over two or more acts.

    ``first`` is certain only where the first statement's interval ends before any other begins.

    >>> from analysis import tables
    >>> positions, threads = build_threads(
    ...     tables.empty("positions"), tables.empty("links"), tables.empty("acts"))
    >>> len(threads)
    0
    """
    positions = positions.reset_index(drop=True)
    chains = _chains(positions, links)
    thread = [""] * len(positions)
    rows = []
    for chain in chains:
        members = positions.iloc[chain]
        if members["act_id"].nunique() < 2:
            continue  # said again in one act only: a repeat, not a thread
        row = _describe(members, links)
        rows.append(row)
        for i in chain:
            thread[i] = row["thread_id"]
    placed = tables.check("positions", positions.assign(thread_id=thread))
    rows.sort(key=lambda row: (-row["n_acts"], row["first"] or "9999", row["thread_id"]))
    return placed, tables.from_rows("threads", rows)


def _chains(positions: pd.DataFrame, links: pd.DataFrame) -> list[list[int]]:
    """Rows of ``positions`` in each chain, by average linkage of their sentences."""
    sentence = positions.groupby(["doc_id", "start", "end"], sort=True).ngroup().to_numpy()
    at = {key: sentence[i] for i, key in enumerate(positions["position_id"])}
    weight: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, similarity, relation in zip(
        *(links[name] for name in ("position_a", "position_b", "similarity", "relation")),
        strict=True,
    ):
        x, y = int(at[a]), int(at[b])
        if relation != "reversed" and x != y:
            weight[x][y] = weight[y][x] = max(similarity, weight[x].get(y, 0.0))
    held = _average_linkage(weight)
    rows_of: dict[int, list[int]] = defaultdict(list)
    for i, key in enumerate(sentence):
        rows_of[int(key)].append(i)
    return [sorted(i for key in chain for i in rows_of[key]) for chain in held]


def _average_linkage(weight: Mapping[int, Mapping[int, float]]) -> list[list[int]]:
    """Groups of linked keys in which the mean weight between any two joined parts was enough."""
    held = {key: [key] for key in weight}
    group = {key: key for key in weight}
    between = {key: dict(others) for key, others in weight.items()}
    order = sorted((-w, a, b) for a, others in weight.items() for b, w in others.items() if a < b)
    for _, a, b in order:
        a, b = group[a], group[b]
        if a == b or between[a][b] < ALIKE * len(held[a]) * len(held[b]):
            continue
        if len(between[a]) < len(between[b]):
            a, b = b, a
        for key in held[b]:
            group[key] = a
        held[a] += held.pop(b)
        for other, sum_ in between.pop(b).items():
            del between[other][b]
            if other != a:
                between[a][other] = between[other][a] = between[a].get(other, 0.0) + sum_
    return sorted(sorted(keys) for keys in held.values() if len(keys) > 1)


def _describe(members: pd.DataFrame, links: pd.DataFrame) -> dict[str, object]:
    """One thread from its positions."""
    order = members.assign(
        low=members["date_low"].where(members["date_low"] != "", "0001-01-01"),
        high=members["date_high"].where(members["date_high"] != "", "9999-12-31"),
    ).sort_values(["high", "low", "doc_id", "start", "cue_start"], kind="stable")
    first = order.iloc[0]
    others = order[order["act_id"] != first["act_id"]]
    dated = order[order["date"] != ""]
    return {
        "thread_id": "thread:" + str(first["position_id"]),
        "holder": _most(order["holder"]),
        "themes": tables.join(theme for cell in order["themes"] for theme in tables.split(cell)),
        "target": _first(order["target"]),
        "first": dated["date"].iloc[0] if len(dated) else "",
        "first_is_certain": bool(first["date"]) and first["high"] < others["low"].min(),
        "last": dated["date"].iloc[-1] if len(dated) else "",
        "n_acts": order["act_id"].nunique(),
        "n_documents": order["doc_id"].nunique(),
        "status": _status(order["position_id"].tolist(), links),
    }


def _status(ordered: Sequence[str], links: pd.DataFrame) -> str:
    """The relation of the last link of the thread across acts."""
    place = {key: i for i, key in enumerate(ordered)}
    inside = links[links["position_a"].isin(place) & links["position_b"].isin(place)]
    across = inside[~inside["relation"].isin(["repeat", "reversed"])]
    if across.empty:
        return "reworded"
    later = across["position_b"].map(place)
    earlier = across["position_a"].map(place)
    return str(across.loc[(later * len(place) + earlier).idxmax(), "relation"])


def _most(values: pd.Series) -> str:
    """The value that occurs most; of equals the first."""
    return str(values.value_counts(sort=True).index[0]) if len(values) else ""


def _first(values: pd.Series) -> str:
    return next((value for value in values if value), "")
