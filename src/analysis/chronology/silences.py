"""When a body fell silent on a theme, and how many texts say so.

"It no longer speaks of X" means something only beside what there is to read: the later acts of the
same body, and the documents that report them. A theme counts as the body's once two of its acts
state it; a theme stated in a single act is a remark, and its absence afterwards is no silence.
What its presidents stated in yearly sessions is not missed in the press conference of an officer,
or when they met over one night's events: only acts of the kinds that stated it count (``alike``).

That no position was found on a theme is not yet that the body said nothing: its holder may have
been read wrongly. So a theme that a document of a later act so much as mentions is no silence.
"""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from analysis import tables

__all__ = ["alike", "describe_no_silence", "find_silences"]

STATED = 2  # acts that must state a theme before its absence is reported
LATER = 3  # acts without it: bodies with a yearly round of topics leave one out once or twice


def find_silences(
    positions: pd.DataFrame,
    acts: pd.DataFrame,
    documents: pd.DataFrame,
    mentions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Holders and themes not stated in later acts: one row a holder and theme.

    Only acts in which the holder states something count, only dated ones, and only those that
    begin after the last statement's interval has ended.

    Parameters
    ----------
    positions, acts, documents
        One row per stance in a sentence, per act, per document.
    mentions
        One row per place where a theme stands (``doc_id, theme``). A theme mentioned in any
        later act of the holder, or in one whose day is unknown, is not reported.

    >>> from analysis import tables
    >>> len(find_silences(*(tables.empty(name) for name in ("positions", "acts", "documents"))))
    0
    """
    shown = dict(zip(acts["act_id"], acts["date"], strict=True))
    reports = documents[documents["same_as"] == ""].groupby("act_id")["doc_id"].nunique()
    _, high = _days(acts)
    acted, mentioned = _who_acted(positions, acts), _mentioned(documents, mentions)
    rows = []
    for holder, theme, last, counted in _stretches(positions, acts):
        after = [a for a in acted[holder] if a not in high or high[a] > high[last]]
        if len(counted) >= LATER and not mentioned[theme].intersection(after):
            rows.append(
                {
                    "holder": holder,
                    "theme": theme,
                    "since": shown[last] or high[last],
                    "n_acts": len(counted),
                    "n_documents": int(sum(reports.get(act, 0) for act in counted)),
                }
            )
    return tables.from_rows("silences", rows)


def describe_no_silence(
    positions: pd.DataFrame, acts: pd.DataFrame, *, holder: str = "", theme: str = ""
) -> str:
    """Why there is no silence to show: of how many themes one could have been told at all.

    >>> describe_no_silence(pd.DataFrame({"themes": ["", ""]}), tables.empty("acts"))
    'No position is on a theme of the codebook, so that of no theme a silence can be told.'
    """
    if not any(positions["themes"]):
        return (
            "No position is on a theme of the codebook, so that of no theme a silence can be told."
        )
    followed = [
        len(counted)
        for who, what, _, counted in _stretches(positions, acts)
        if holder in ("", who) and theme in ("", what)
    ]
    if not followed:
        return (
            f"No holder stated a theme in {STATED} dated acts or more, so that of no theme a "
            "silence can be told."
        )
    n = sum(n_acts >= LATER for n_acts in followed)
    themes = tables.counted(len(followed), "theme")
    stated = f"that a holder stated in {STATED} dated acts or more"
    if not n:
        return (
            f"Of no theme can a silence be told: none of {themes} {stated} is followed by "
            f"{LATER} dated acts of the kind."
        )
    return (
        f"None was found. Of {themes} {stated}, {n:,} "
        f"{'is' if n == 1 else 'are'} followed by {LATER} dated acts of the kind or more, and "
        "later or undated texts of the holder mention every one of them; of the others nothing "
        "can be told."
    )


def alike(acts: pd.DataFrame) -> pd.Series:
    """What acts have in common that could state the same: who acted, and in what kind of act.

    >>> rows = pd.DataFrame({"holder": ["Pact", "Pact"], "kind": ["session", "speech"]})
    >>> alike(rows).tolist()
    ['Pact: session', 'Pact: speech']
    """
    kind = acts.get("kind", "")
    return acts["holder"] + ": " + kind


def _days(acts: pd.DataFrame) -> tuple[dict[str, str], dict[str, str]]:
    """The first and the last day each dated act may be of."""
    dated = tables.bounded(acts)
    low, high = (
        dict(zip(dated["act_id"], dated[name], strict=True)) for name in ("date_low", "date_high")
    )
    return low, high


def _stretches(
    positions: pd.DataFrame, acts: pd.DataFrame
) -> Iterator[tuple[str, str, str, list[str]]]:
    """Each holder and theme stated in acts enough, the last of these, and the later ones like them.

    Only with enough later acts can a silence be told, be there one or not.
    """
    low, high = _days(acts)
    kind = dict(zip(acts["act_id"], alike(acts), strict=True))
    spoke, stated = _who_stated(positions, low)
    for (holder, theme), on_theme in sorted(stated.items()):
        if len(on_theme) >= STATED:
            last = max(on_theme, key=lambda act: (high[act], act))
            kinds = {kind[act] for act in on_theme}
            later = (act for act in spoke[holder] if low[act] > high[last])
            yield holder, theme, last, [act for act in later if kind[act] in kinds]


def _who_stated(
    positions: pd.DataFrame, dated: dict[str, str]
) -> tuple[dict[str, set[str]], dict[tuple[str, str], set[str]]]:
    """The dated acts in which each holder spoke, and those in which it spoke on each theme."""
    spoke: dict[str, set[str]] = defaultdict(set)
    stated: dict[tuple[str, str], set[str]] = defaultdict(set)
    unnamed: dict[str, set[str]] = defaultdict(set)
    columns = (positions[name] for name in ("holder", "themes", "act_id"))
    for holders, themes, act in zip(*columns, strict=True):
        if act not in dated:
            continue
        if holders == "unresolved":
            unnamed[act].update(tables.split(themes))
            continue
        for holder in tables.split(holders):
            spoke[holder].add(act)
            for theme in tables.split(themes):
                stated[holder, theme].add(act)
    # Where nobody could be named it may have been this holder: no silence is built on it.
    for holder, acts in spoke.items():
        for act in acts:
            for theme in unnamed.get(act, ()):
                if (holder, theme) in stated:
                    stated[holder, theme].add(act)
    return spoke, stated


def _who_acted(positions: pd.DataFrame, acts: pd.DataFrame) -> dict[str, set[str]]:
    """Every act of each holder: those it states something in, and those that are its own."""
    acted: dict[str, set[str]] = defaultdict(set)
    for table in (positions, acts):
        for holders, act in zip(table["holder"], table["act_id"], strict=True):
            for holder in tables.split(holders):
                acted[holder].add(act)
    return acted


def _mentioned(documents: pd.DataFrame, mentions: pd.DataFrame | None) -> dict[str, set[str]]:
    """The acts in whose documents each theme is mentioned."""
    found: dict[str, set[str]] = defaultdict(set)
    if mentions is not None:
        act = dict(zip(documents["doc_id"], documents["act_id"], strict=True))
        places = mentions[["doc_id", "theme"]].drop_duplicates()
        for doc_id, theme in zip(places["doc_id"], places["theme"], strict=True):
            found[theme].add(act.get(doc_id, ""))
    return found
