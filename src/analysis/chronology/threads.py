"""Positions of one holder on one issue, over time.

Links join positions pair by pair; followed blindly they drift (A is like B, B like C, and C is no
longer about what A was). So two chains become one only when their members are linked on average
(average linkage over the links, strongest first). A thread has one holder, and every row of it is
of that holder; what another said, or nobody named, is left out of it. Sentences of which nobody is
named as holder (a text's own remark on its sources, say) make no thread: who would have restated?
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from analysis import tables
from analysis.chronology.contents import concepts
from analysis.chronology.speakers import plain_name, speakers
from analysis.tables import EARLIEST, LATEST

__all__ = ["build_threads", "cut_threads"]

ALIKE = 0.23  # mean similarity between two chains, an absent link counting 0: half a plain link
PLAIN = 0.46  # of a link, to carry a thread: a link is a prompt to look, a thread a finding
SHOWN = 2  # names of one holder: the body and how else it is mostly called


def build_threads(
    positions: pd.DataFrame,
    links: pd.DataFrame,
    acts: pd.DataFrame,
    bodies: Collection[str] = (),
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Positions with their thread, and the threads: one row per chain over two or more acts.

    ``first`` is certain only where the first statement's interval ends before any other begins.
    A holder called by several names bears the one of ``bodies`` (the codebook's), else both,
    joined by ``|``.

    >>> from analysis import tables
    >>> positions, threads = build_threads(
    ...     tables.empty("positions"), tables.empty("links"), tables.empty("acts"))
    >>> len(threads)
    0
    """
    positions = positions.reset_index(drop=True)
    records = positions.to_dict("records")
    said_by = speakers(positions, acts)
    owned = [_of_one_holder(chain, records, said_by, bodies) for chain in _chains(positions, links)]
    kept = [
        (holder, chain)
        for holder, chain in owned
        if len({records[i]["act_id"] for i in chain}) > 1  # within one act: a repeat, no thread
    ]
    rows = _rows(kept, records, links)
    thread = [""] * len(positions)
    for row, (_, chain) in zip(rows, kept, strict=True):
        for i in chain:
            thread[i] = str(row["thread_id"])
    placed = tables.check("positions", positions.assign(thread_id=thread))
    return placed, _ranked(rows)


def cut_threads(
    threads: pd.DataFrame, positions: pd.DataFrame, links: pd.DataFrame
) -> pd.DataFrame:
    """The threads as some of their positions tell them: one row a thread still of two acts.

    Their ids stay, so that the positions need no new ones.

    >>> from analysis import tables
    >>> len(cut_threads(*(tables.empty(name) for name in ("threads", "positions", "links"))))
    0
    """
    records = positions.to_dict("records")
    chains: dict[str, list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        chains[str(record["thread_id"])].append(i)
    holder = dict(zip(threads["thread_id"], threads["holder"], strict=True))
    kept = {
        key: (holder[key], chain)
        for key, chain in chains.items()
        if key in holder and len({records[i]["act_id"] for i in chain}) > 1
    }
    rows = _rows(list(kept.values()), records, links)
    return _ranked([row | {"thread_id": key} for key, row in zip(kept, rows, strict=True)])


def _rows(
    owned: Sequence[tuple[str, Sequence[int]]],
    records: Sequence[Mapping[str, object]],
    links: pd.DataFrame,
) -> list[dict[str, object]]:
    """A thread for each holder and chain, in their order."""
    statuses = _statuses([chain for _, chain in owned], records, links)
    return [
        _describe(holder, sorted((records[i] for i in chain), key=_in_time), status)
        for (holder, chain), status in zip(owned, statuses, strict=True)
    ]


def _ranked(rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """The threads, those of most acts first."""
    order = sorted(rows, key=lambda row: (-row["n_acts"], row["first"] or LATEST, row["thread_id"]))
    return tables.from_rows("threads", order)


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
        if relation != "reversed" and x != y and similarity >= PLAIN:
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


def _of_one_holder(
    chain: Sequence[int],
    records: Sequence[Mapping[str, object]],
    said_by: Sequence[Sequence[str]],
    bodies: Collection[str],
) -> tuple[str, list[int]]:
    """The holder of most rows of a chain, and its rows; joint holders are each a holder.

    No rows where nobody is named: linked only by whose texts they stand in.
    """
    of: dict[str, list[int]] = defaultdict(list)
    for i in chain:
        for plain in said_by[i]:
            of[plain].append(i)
    if not of:
        return "", []
    most = min(of, key=lambda plain: (-len(of[plain]), plain))
    written: Counter[str] = Counter()
    for i in of[most]:
        names = tables.split(str(records[i]["holder"]))
        called = [name for name in names if plain_name(name) == most]
        written.update(called or (names if len(names) == 1 else []))
    order = sorted(written, key=lambda name: (name not in bodies, -written[name], name))
    if order and order[0] in bodies:
        return order[0], of[most]
    return tables.join(sorted(order[:SHOWN], key=lambda name: name != most)) or most, of[most]


def _in_time(position: Mapping[str, object]) -> tuple:
    """Order of time; the undated last, then by place in the corpus."""
    end, start = str(position["date_high"]) or LATEST, str(position["date_low"])
    return end, start, position["doc_id"], position["start"], str(position["cue_start"])


def _describe(
    holder: str, ordered: Sequence[Mapping[str, object]], status: str
) -> dict[str, object]:
    """One thread from its positions in order of time."""
    first = ordered[0]
    others = [position for position in ordered if position["act_id"] != first["act_id"]]
    dates = [str(position["date"]) for position in ordered if position["date"]]
    begin = min(str(position["date_low"]) or EARLIEST for position in others)
    return {
        "thread_id": f"thread:{first['position_id']}",
        "holder": holder,
        "themes": tables.join(t for p in ordered for t in tables.split(str(p["themes"]))),
        "target": _issue(ordered),
        "first": dates[0] if dates else "",
        "first_is_certain": bool(first["date"]) and str(first["date_high"]) < begin,
        "last": dates[-1] if dates else "",
        "n_acts": len({position["act_id"] for position in ordered}),
        "n_documents": len({position["doc_id"] for position in ordered}),
        "status": status,
    }


def _issue(ordered: Sequence[Mapping[str, object]]) -> str:
    """The object that tells best what a thread is about: most of its words are said again.

    So "such a step" gives way to the step; of equal ones the earliest stands. An object none of
    whose words are in the first statement is not shown beside it.
    """
    begun = frozenset(concepts(str(ordered[0]["quote"])))
    objects = [frozenset(concepts(str(position["target"]))) for position in ordered]

    def again(number: int) -> int:
        others = objects[:number] + objects[number + 1 :]
        return len(objects[number].intersection(frozenset().union(*others)))

    told = [number for number, position in enumerate(ordered) if position["target"]]
    told = [number for number in told if objects[number] & begun] or told
    return str(ordered[max(told, key=again)]["target"]) if told else ""


def _statuses(
    chains: Sequence[Sequence[int]], records: Sequence[Mapping[str, object]], links: pd.DataFrame
) -> list[str]:
    """For each chain the relation of its last link across acts."""
    chain_of = {
        records[i]["position_id"]: number for number, chain in enumerate(chains) for i in chain
    }
    when = {record["position_id"]: _in_time(record) for record in records}
    last: dict[int, tuple] = {}
    columns = (links[name] for name in ("position_a", "position_b", "relation"))
    for a, b, relation in zip(*columns, strict=True):
        number = chain_of.get(a)
        if number is None or chain_of.get(b) != number or relation in ("repeat", "reversed"):
            continue
        last[number] = max(last.get(number, ()), (when[b], when[a], relation))
    return [last[number][2] if number in last else "reworded" for number in range(len(chains))]
