"""The chronology as a reader reads it: tables of verbatim quotes with their place.

Each view is a plain table made from the study's tables; a notebook shows it as it is.
"""

from datetime import date

import pandas as pd

from analysis import tables
from analysis.chronology.redline import marked

__all__ = [
    "changes",
    "choose_positions",
    "cite",
    "contrary",
    "describe_threads",
    "in_time",
    "redlines",
    "reports",
    "timeline",
]

NO_DAY = "undated"


def timeline(
    positions: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    holder: str = "",
    theme: str = "",
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Positions in order of time: one row a position, with its quote and where that stands.

    ``holder`` and ``theme`` choose rows that have them among theirs; ``since`` and ``until`` (ISO)
    keep what can be of that period. The undated come last, and are kept unless a period is given.

    >>> from analysis import tables
    >>> list(timeline(tables.empty("positions"), tables.empty("documents")))[:4]
    ['date', 'holder', 'stance', 'themes']
    """
    rows = choose_positions(positions, holder, theme, since, until)
    outlet = dict(zip(documents["doc_id"], documents["outlet"], strict=True))
    rows = in_time(rows).assign(
        date=lambda r: [
            _when(*cells) for cells in zip(r["date"], r["date_low"], r["date_high"], strict=True)
        ],
        outlet=lambda r: [outlet.get(doc_id, "") for doc_id in r["doc_id"]],
        source=cite,
    )
    shown = ["date", "holder", "stance", "themes", "quote", "source", "strength", "cue"]
    return rows[[*shown, "outlet", "act_id", "thread_id", "position_id"]].reset_index(drop=True)


def describe_threads(
    threads: pd.DataFrame, positions: pd.DataFrame, links: pd.DataFrame
) -> pd.DataFrame:
    """Threads with the words they began and ended in: one row a thread.

    ``since`` says "on or before" where the order of the first statement is not certain;
    ``contrary`` is what was found against it, or in how many positions nothing was found.
    """
    by_thread = {
        key: in_time(members) for key, members in positions.groupby("thread_id", sort=False) if key
    }
    against = contrary(threads, positions, links)
    n_against = against.groupby("thread_id").size()
    n_of = positions["holder"].str.split("|").explode().value_counts()
    rows = []
    for thread in threads.to_dict("records"):
        members = by_thread[thread["thread_id"]]
        first, last = members.iloc[0], members.iloc[-1]
        places = cite(members)
        n = int(n_against.get(thread["thread_id"], 0))
        rows.append(
            {
                "thread_id": thread["thread_id"],
                "holder": thread["holder"],
                "themes": thread["themes"],
                "since": _since(thread),
                "last": thread["last"] or NO_DAY,
                "n_acts": thread["n_acts"],
                "n_documents": thread["n_documents"],
                "status": thread["status"],
                "first_quote": first["quote"],
                "last_quote": last["quote"],
                "first_source": places[0],
                "last_source": places[-1],
                "strength": f"{first['stance']} {first['strength']} → "
                f"{last['stance']} {last['strength']}",
                "contrary": f"{n} found"
                if n
                else f"none found in {tables.counted(n_of[thread['holder']], 'position')}",
            }
        )
    columns = ["thread_id", "holder", "themes", "since", "last", "n_acts", "n_documents", "status"]
    columns += ["first_quote", "first_source", "last_quote", "last_source", "strength", "contrary"]
    return pd.DataFrame(rows, columns=columns)


def changes(thread_id: str, positions: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """What each act changed in a thread's words: one row per neighbours in time.

    ``redline`` marks dropped words as ``[-...-]`` and added ones as ``{+...+}``.
    """
    members = in_time(positions[positions["thread_id"] == thread_id])
    acts = members.drop_duplicates("act_id")
    relation = {
        (a, b): kind
        for a, b, kind in zip(
            links["position_a"], links["position_b"], links["relation"], strict=True
        )
    }
    rows = []
    for (_, a), (_, b) in zip(acts.iterrows(), acts.iloc[1:].iterrows(), strict=False):
        rows.append(
            {
                "before": a["date"] or NO_DAY,
                "after": b["date"] or NO_DAY,
                "relation": relation.get((a["position_id"], b["position_id"]), ""),
                "before_quote": a["quote"],
                "after_quote": b["quote"],
                "redline": marked(a["quote"], b["quote"]),
                "strength": f"{a['stance']} {a['strength']} → {b['stance']} {b['strength']}",
                "position_a": a["position_id"],
                "position_b": b["position_id"],
            }
        )
    columns = ["before", "after", "relation", "before_quote", "after_quote", "redline"]
    return pd.DataFrame(rows, columns=[*columns, "strength", "position_a", "position_b"])


def redlines(
    threads: pd.DataFrame, positions: pd.DataFrame, links: pd.DataFrame, *, most: int = 20
) -> pd.DataFrame:
    """What changed in the threads, most restated first: one row per neighbours in time.

    Of each thread of the first ``most``, with the place of both quotes.
    """
    place = dict(zip(positions["position_id"], cite(positions), strict=True))
    parts = [
        changes(thread["thread_id"], positions, links).assign(holder=thread["holder"])
        for thread in threads.head(most).to_dict("records")
    ]
    columns = ["holder", "before", "after", "relation", "redline", "strength"]
    if not parts:
        return pd.DataFrame(columns=[*columns, "source_before", "source_after"])
    whole = pd.concat(parts, ignore_index=True)
    return whole.assign(
        source_before=whole["position_a"].map(place), source_after=whole["position_b"].map(place)
    )[[*columns, "source_before", "source_after"]]


def reports(
    acts: pd.DataFrame, documents: pd.DataFrame, positions: pd.DataFrame, links: pd.DataFrame
) -> pd.DataFrame:
    """How the reports of one act differ: one row per sentence that two documents both have.

    Acts with one report have none; "1 declaration, 4 reports" is four documents on one act here.
    """
    several = acts[acts["n_documents"] > 1].set_index("act_id")
    at = positions.set_index("position_id", drop=False)
    outlet = dict(zip(documents["doc_id"], documents["outlet"], strict=True))
    rows = []
    again = links[links["relation"] == "repeat"]
    for a, b in zip(again["position_a"], again["position_b"], strict=True):
        one, other = at.loc[a], at.loc[b]
        if one["doc_id"] == other["doc_id"] or one["act_id"] not in several.index:
            continue
        rows.append(
            {
                "date": one["date"] or NO_DAY,
                "occasion": several.at[one["act_id"], "occasion"],
                "n_documents": several.at[one["act_id"], "n_documents"],
                "report_a": outlet.get(one["doc_id"]) or one["path"],
                "report_b": outlet.get(other["doc_id"]) or other["path"],
                "redline": marked(one["quote"], other["quote"]),
            }
        )
    columns = ["date", "occasion", "n_documents", "report_a", "report_b", "redline"]
    return pd.DataFrame(rows, columns=columns)


def contrary(threads: pd.DataFrame, positions: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """What speaks against each thread: one row per position of its holder on the other side."""
    thread = positions.set_index("position_id")["thread_id"]
    reversed_ = links[links["relation"] == "reversed"]
    pairs = [
        *zip(reversed_["position_a"], reversed_["position_b"], strict=True),
        *zip(reversed_["position_b"], reversed_["position_a"], strict=True),
    ]
    known = set(threads["thread_id"])
    found = {(thread[a], b) for a, b in pairs if thread[a] in known}
    at = positions.set_index("position_id", drop=False)
    rows = [
        {"thread_id": key, **at.loc[b, ["date", "holder", "stance", "quote", "path"]].to_dict()}
        | {"start": at.loc[b, "start"], "end": at.loc[b, "end"], "position_id": b}
        for key, b in sorted(found)
    ]
    columns = ["thread_id", "date", "holder", "stance", "quote", "path", "start", "end"]
    return pd.DataFrame(rows, columns=[*columns, "position_id"])


def cite(positions: pd.DataFrame) -> list[str]:
    """File and characters of each position.

    >>> cite(pd.DataFrame({"path": ["a.txt"], "start": [3], "end": [40]}))
    ['a.txt:3-40']
    """
    places = zip(positions["path"], positions["start"], positions["end"], strict=True)
    return [f"{path}:{start}-{end}" for path, start, end in places]


def _is_day(text: str) -> bool:
    """Whether a text is an ISO day, month or year.

    >>> _is_day("2022-05"), _is_day("2022-13-40"), _is_day("May 2022")
    (True, False, False)
    """
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return len(text) in (4, 7, 10)


def choose_positions(
    positions: pd.DataFrame, holder: str, theme: str, since: str, until: str
) -> pd.DataFrame:
    """The positions of a holder, on a theme, that can be of a period; "" asks for nothing.

    The undated are left out where a period is asked for.

    Raises
    ------
    AnalysisError
        ``since`` or ``until`` is no ISO date.
    """
    for name, day in (("since", since), ("until", until)):
        if day and not _is_day(day):
            raise tables.AnalysisError(
                f"{name} is {day!r}; give a date such as 2022, 2022-05 or 2022-05-16"
            )
    kept = pd.Series(True, index=positions.index)
    for column, value in (("holder", holder), ("themes", theme)):
        if value:
            cells = "|" + positions[column] + "|"
            kept &= cells.str.contains(f"|{value}|", regex=False)
    if since:
        kept &= positions["date_high"] >= since
    if until:
        kept &= (positions["date_low"] != "") & (positions["date_low"].str[: len(until)] <= until)
    return positions[kept]


def in_time(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows in order of time, the undated last."""
    return (
        rows.assign(_high=rows["date_high"].where(rows["date_high"] != "", "9999-12-31"))
        .sort_values(["_high", "date_low", "doc_id", "start", "cue_start"], kind="stable")
        .drop(columns="_high")
    )


def _when(date: str, low: str, high: str) -> str:
    """A date as a reader reads it: a day, an interval, or undated."""
    if len(date) == 10 or (date and not low):
        return date
    if low and high:
        return (
            date if date and low.startswith(date) and high.startswith(date) else f"{low} to {high}"
        )
    return f"not before {low}" if low else f"not after {high}" if high else NO_DAY


def _since(thread: dict[str, object]) -> str:
    if not thread["first"]:
        return NO_DAY
    return str(thread["first"]) if thread["first_is_certain"] else f"on or before {thread['first']}"
