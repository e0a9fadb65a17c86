"""The chronology as a reader reads it: tables of verbatim quotes with their place.

Each view is a plain table made from the study's tables; a notebook shows it as it is.
"""

import pandas as pd

from analysis import tables
from analysis.chronology.filters import choose_positions, in_period
from analysis.chronology.links import in_order
from analysis.chronology.redline import compared, marked

__all__ = [
    "changes",
    "contrary",
    "describe_no_contrary",
    "describe_silences",
    "describe_threads",
    "describe_unnamed",
    "redlines",
    "reports",
    "timeline",
]

NO_DAY = "undated"
NO_ORDER = "order unknown"
MOST_REDLINED = 20  # threads: some pages; further ones are restated in few acts


def timeline(positions: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Sentences in order of time, the undated last: one row a sentence and holder.

    ``stance`` has each stance that the holder takes in it, with its cue.

    >>> from analysis import tables
    >>> list(timeline(tables.empty("positions"), tables.empty("documents")))[:4]
    ['date', 'holder', 'stance', 'themes']
    """
    outlet = dict(zip(documents["doc_id"], documents["outlet"], strict=True))
    rows = tables.in_time(positions).assign(
        date=tables.told,
        outlet=lambda r: [outlet.get(doc_id, "") for doc_id in r["doc_id"]],
        source=tables.cite,
    )
    told = [
        f"{stance}: {' '.join(cue.split())}"
        for stance, cue in zip(rows["stance"], rows["cue"], strict=True)
    ]
    first = ["date", "themes", "quote", "source", "outlet", "act_id", "thread_id", "position_id"]
    one = ["doc_id", "start", "end", "holder"]
    said = rows.assign(stance=told).groupby(one, sort=False, dropna=False)
    several = {
        "stance": "; ".join,
        "themes": lambda cells: tables.join(tables.split("|".join(cells))),
    }
    shown = said.agg(dict.fromkeys(first, "first") | several).reset_index()
    return shown[["date", "holder", "stance", *first[1:]]]


def describe_threads(
    threads: pd.DataFrame, positions: pd.DataFrame, links: pd.DataFrame
) -> pd.DataFrame:
    """Threads with the words they began and ended in: one row a thread, numbered in their order.

    ``since`` says "on or before" where the order of the first statement is not certain, and
    "published" where only the day of its page is known; ``last`` says that undated texts state it,
    too. The latest words are the latest with a date, or, where only one act has one, those of a
    text without. ``contrary`` is what was found against it, or in how many positions nothing was
    found.
    """
    by_thread = {
        key: tables.in_time(members)
        for key, members in positions.groupby("thread_id", sort=False)
        if key
    }
    against = contrary(threads, positions, links)
    n_against = against.groupby("thread_id").size()
    n_of = positions["holder"].str.split("|").explode().value_counts()
    rows = []
    for number, thread in enumerate(threads.to_dict("records"), start=1):
        members = by_thread[thread["thread_id"]]
        dated = members[members["date_high"] != ""]
        one_day = dated["act_id"].nunique() < 2  # then the other words are those without a date
        shown = (members if one_day else dated).iloc[[0, -1]]
        (_, first), (_, last) = shown.iterrows()
        places = tables.cite(shown)
        undated = len(dated) < len(members) and thread["last"]
        n = int(n_against.get(thread["thread_id"], 0))
        n_all = sum(int(n_of.get(name, 0)) for name in tables.split(thread["holder"]))
        rows.append(
            {
                "thread_id": thread["thread_id"],
                "thread": number,
                "holder": thread["holder"],
                "themes": thread["themes"],
                "since": _since(thread, first),
                "last": _by(last, thread["last"]) + (", and undated" if undated else ""),
                "n_acts": thread["n_acts"],
                "acts": tables.counted(thread["n_acts"], "act"),
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
                else f"none found in {tables.counted(n_all, 'position')}",
            }
        )
    columns = ["thread_id", "thread", "holder", "themes", "since", "last", "n_acts", "acts"]
    columns += ["n_documents", "status", "first_quote", "first_source", "last_quote", "last_source"]
    columns += ["strength", "contrary"]
    return pd.DataFrame(rows, columns=columns)


def describe_unnamed(positions: pd.DataFrame) -> str:
    """How many positions are in no thread because nobody is named; "" where there is none.

    >>> describe_unnamed(pd.DataFrame({"holder": ["Lowland Pact", "unresolved"]}))
    '1 position of nobody named is in no thread; see the table of every position.'
    """
    n = int((positions["holder"] == "unresolved").sum())
    told = f"{tables.counted(n, 'position')} of nobody named {'is' if n == 1 else 'are'} in no"
    return f"{told} thread; see the table of every position." if n else ""


def describe_silences(silences: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """Silences with the acts that stated the theme and its last words: one row a silence.

    A sentence of nobody named counts in the holder's acts, as it does for ``find_silences``.
    """
    rows = []
    unnamed = choose_positions(positions, "unresolved")
    for silence in silences.to_dict("records"):
        own = choose_positions(positions, silence["holder"])
        both = pd.concat([own, unnamed[unnamed["act_id"].isin(own["act_id"])]])
        on_theme = tables.in_time(choose_positions(both, "", silence["theme"]))
        last = on_theme[on_theme["date"] == silence["since"]]
        named = last[last["holder"] != "unresolved"]
        last = (last if named.empty else named).tail(1)
        rows.append(
            silence
            | {
                "n_stated": on_theme["act_id"].nunique(),
                "last_quote": "".join(last["quote"]),
                "last_source": "".join(tables.cite(last)),
            }
        )
    columns = [*silences.columns, "n_stated", "last_quote", "last_source"]
    return pd.DataFrame(rows, columns=columns)


def describe_no_contrary(threads: pd.DataFrame, positions: pd.DataFrame) -> str:
    """In how many positions nothing was found on the other side of a thread.

    >>> describe_no_contrary(pd.DataFrame({"holder": ["Pact"]}), pd.DataFrame({"holder": ["Pact"]}))
    'None found in 1 position of the holders of these threads.'
    """
    holders = {name for cell in threads["holder"] for name in tables.split(cell)}
    n = sum(not holders.isdisjoint(tables.split(cell)) for cell in positions["holder"])
    return f"None found in {tables.counted(n, 'position')} of the holders of these threads."


def changes(thread_id: str, positions: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """What each act changed in a thread's words: one row per neighbours in time.

    ``redline`` marks dropped words as ``[-...-]`` and added ones as ``{+...+}``, or has both quotes
    where they share less than a third of their words. ``stance_after`` says "order unknown" where
    neither is certainly the earlier.
    """
    members = tables.in_time(positions[positions["thread_id"] == thread_id])
    members = members.assign(date=tables.told(members))
    acts = members.drop_duplicates("act_id")
    own = links[links["position_a"].isin(acts["position_id"])]
    pairs = zip(own["position_a"], own["position_b"], strict=True)
    relation = dict(zip(pairs, own["relation"], strict=True))
    rows = []
    for (_, a), (_, b) in zip(acts.iterrows(), acts.iloc[1:].iterrows(), strict=False):
        order = "" if in_order(a, b) else f", {NO_ORDER}"
        rows.append(
            {
                "before": a["date"],
                "after": b["date"],
                "relation": relation.get((a["position_id"], b["position_id"]), ""),
                "before_quote": a["quote"],
                "after_quote": b["quote"],
                "redline": compared(a["quote"], b["quote"]),
                "stance_before": f"{a['stance']} {a['strength']}",
                "stance_after": f"{b['stance']} {b['strength']}{order}",
                "position_a": a["position_id"],
                "position_b": b["position_id"],
            }
        )
    columns = ["before", "after", "relation", "before_quote", "after_quote", "redline"]
    columns += ["stance_before", "stance_after", "position_a", "position_b"]
    return pd.DataFrame(rows, columns=columns)


def redlines(
    threads: pd.DataFrame,
    positions: pd.DataFrame,
    links: pd.DataFrame,
    *,
    since: str = "",
) -> pd.DataFrame:
    """What changed in the threads, most restated first: one row per neighbours in time.

    Of each of the first MOST_REDLINED threads, with its number in their order and the places of
    both quotes; ``since`` leaves out what was changed before.
    """
    place = dict(zip(positions["position_id"], tables.cite(positions), strict=True))
    parts = [
        changes(thread["thread_id"], positions, links).assign(
            thread=number, holder=thread["holder"]
        )
        for number, thread in enumerate(threads.head(MOST_REDLINED).to_dict("records"), start=1)
    ]
    columns = ["thread", "holder", "before", "after", "relation", "redline"]
    columns += ["stance_before", "stance_after", "source"]
    if not parts:
        return pd.DataFrame(columns=columns)
    whole = pd.concat(parts, ignore_index=True)
    if since:
        recent = positions.loc[in_period(positions, since), "position_id"]
        whole = whole[whole["position_b"].isin(recent)]
    places = zip(whole["position_a"], whole["position_b"], strict=True)
    source = [f"{place[a]} → {place[b]}" for a, b in places]
    return whole.assign(source=source)[columns].reset_index(drop=True)


def reports(
    acts: pd.DataFrame, documents: pd.DataFrame, positions: pd.DataFrame, links: pd.DataFrame
) -> pd.DataFrame:
    """How the reports of one act differ: one row per sentence that two documents both have.

    Acts with one report have none; "1 declaration, 4 reports" is four documents on one act here.
    """
    several = acts[acts["n_documents"] > 1].set_index("act_id")
    at = positions.assign(date=tables.told(positions)).set_index("position_id", drop=False)
    outlet = dict(zip(documents["doc_id"], documents["outlet"], strict=True))
    rows = []
    known = links["position_a"].isin(at.index) & links["position_b"].isin(at.index)
    again = links[known & (links["relation"] == "repeat")]
    for a, b in zip(again["position_a"], again["position_b"], strict=True):
        one, other = at.loc[a], at.loc[b]
        if one["doc_id"] == other["doc_id"] or one["act_id"] not in several.index:
            continue
        rows.append(
            {
                "date": one["date"],
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
    """What speaks against each thread: one row per position of its holder on the other side.

    ``thread`` is the thread's number in their order.
    """
    thread = positions.set_index("position_id")["thread_id"]
    reversed_ = links[links["relation"] == "reversed"]
    pairs = [
        *zip(reversed_["position_a"], reversed_["position_b"], strict=True),
        *zip(reversed_["position_b"], reversed_["position_a"], strict=True),
    ]
    known = {key: number for number, key in enumerate(threads["thread_id"], start=1)}
    found = {(thread[a], b) for a, b in pairs if thread[a] in known}
    at = positions.assign(source=tables.cite(positions), date=tables.told(positions))
    at = at.set_index("position_id", drop=False)
    columns = ["date", "holder", "stance", "quote", "source", "position_id"]
    rows = [
        {"thread_id": key, "thread": known[key]} | at.loc[b, columns].to_dict()
        for key, b in sorted(found)
    ]
    return pd.DataFrame(rows, columns=["thread_id", "thread", *columns])


def _since(thread: dict[str, object], first: pd.Series) -> str:
    """Since when a thread is stated: a day, a page's day, or one that may not be the first."""
    if not thread["first"]:
        return NO_DAY
    if not thread["first_is_certain"]:
        return f"on or before {thread['first']}"
    return _by(first, thread["first"])


def _by(position: pd.Series, day: object) -> str:
    """The day of a position in a thread, called that of its page where it is; or undated."""
    if not day:
        return NO_DAY
    by_page = tables.of_page(position) and position["date"] == day
    return f"{tables.PUBLISHED} {day}" if by_page else str(day)
