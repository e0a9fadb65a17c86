"""Every number and date that a sentence of the report may hold, computed from the tables.

A measure is asked twice: when the sentence is written and when it is checked. It counts rows of
the tables lowest down (positions, documents) and never repeats a count that another table holds,
so a wrong thread or silence is found out. Pairs of themes alone are taken from their own table:
to count them takes the whole corpus.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import pandas as pd

from analysis import chronology, tables

__all__ = ["MEASURES", "StudyTables", "measure"]


class StudyTables(chronology.StudyTables, Protocol):
    """What a claim is computed from: the tables of a chronology, pairs of themes and the texts."""

    pairs: pd.DataFrame
    passages: pd.DataFrame
    texts: Mapping[str, str]


def stated_by(study: StudyTables, holder: str) -> pd.DataFrame:
    """The positions of a holder."""
    return study.positions[tables.holds(study.positions["holder"], holder)]


def may_be_stated_by(study: StudyTables, holder: str, theme: str) -> pd.DataFrame:
    """The positions on a theme in a holder's acts that are its own or of nobody named."""
    positions = study.positions
    own = tables.holds(positions["holder"], holder)
    acts = positions.loc[own, "act_id"]
    unnamed = (positions["holder"] == "unresolved") & positions["act_id"].isin(acts)
    return positions[(own | unnamed) & tables.holds(positions["themes"], theme)]


def on_theme(study: StudyTables, theme: str) -> pd.DataFrame:
    return study.positions[tables.holds(study.positions["themes"], theme)]


def of_thread(study: StudyTables, thread: str) -> pd.DataFrame:
    return study.positions[study.positions["thread_id"] == thread]


def acts_after(study: StudyTables, holder: str, theme: str) -> pd.DataFrame:
    """The dated acts of a holder, of a kind that stated the theme, after the last that did."""
    acts = tables.bounded(study.acts)
    spoke = acts[acts["act_id"].isin(stated_by(study, holder)["act_id"])]
    stated = acts[acts["act_id"].isin(may_be_stated_by(study, holder, theme)["act_id"])]
    later = spoke[spoke["date_low"] > stated["date_high"].max()]
    return later[chronology.alike(later).isin(chronology.alike(stated))]


def reports_of(study: StudyTables, acts: pd.DataFrame) -> pd.DataFrame:
    """The documents that report some acts, copies left out."""
    own = study.documents[study.documents["same_as"] == ""]
    return own[own["act_id"].isin(acts["act_id"])]


def paragraphs_with(study: StudyTables, a: str, b: str) -> pd.DataFrame:
    """The body paragraphs in which two themes are both mentioned, as the pairs table has them."""
    held = tables.body_of(study.passages, "paragraph")[["passage_id", "doc_id", "start", "end"]]
    for theme in (a, b):
        places = study.mentions.loc[study.mentions["theme"] == theme, ["doc_id", "start"]]
        found = held.merge(places.rename(columns={"start": "place"}), on="doc_id")
        inside = found["place"].ge(found["start"]) & found["place"].lt(found["end"])
        held = held[held["passage_id"].isin(found.loc[inside, "passage_id"])]
    return held


def _mentions_after(study: StudyTables, holder: str, theme: str) -> int:
    """Documents of a holder's acts after its last statement on a theme that yet mention it."""
    acts = study.acts
    own = acts["act_id"].isin(stated_by(study, holder)["act_id"]) | tables.holds(
        acts["holder"], holder
    )
    stated = acts[acts["act_id"].isin(may_be_stated_by(study, holder, theme)["act_id"])]
    later = acts[own & (acts["date_low"] > stated["date_high"].max())]
    mentioning = study.mentions.loc[study.mentions["theme"] == theme, "doc_id"]
    return int(reports_of(study, later)["doc_id"].isin(mentioning).sum())


def _ways(study: StudyTables, a: str, b: str, unit: str) -> list[int]:
    """In how many ways of counting a pair holds, and of how many: its cell "n of m"."""
    return [int(n) for n in _pair(study, a, b, unit, "holds_in").split(" of ")]


def _sentences(rows: pd.DataFrame) -> int:
    return len(rows.drop_duplicates(["doc_id", "start", "end"]))


def _dates(rows: pd.DataFrame) -> list[str]:
    return [date for date in tables.in_time(rows)["date"] if date]


def _pair(study: StudyTables, a: str, b: str, unit: str, column: str) -> Any:
    """One cell of a pair of themes."""
    pairs = study.pairs
    rows = pairs[(pairs["theme_a"] == a) & (pairs["theme_b"] == b) & (pairs["unit"] == unit)]
    return rows[column].iloc[0]


MEASURES: Mapping[str, Callable[..., int | str]] = {
    "documents": lambda s: len(s.documents),
    "acts": lambda s: len(s.acts),
    "positions": lambda s: len(s.positions),
    "undated documents": lambda s: int((tables.dated(s.documents)["date"] == "").sum()),
    "unresolved positions": lambda s: int((s.positions["holder"] == "unresolved").sum()),
    "positions on": lambda s, theme: len(on_theme(s, theme)),
    "dated positions": lambda s: len(tables.bounded(s.positions)),
    "dated positions on": lambda s, theme: len(tables.bounded(on_theme(s, theme))),
    "acts on": lambda s, theme: on_theme(s, theme)["act_id"].nunique(),
    "acts of thread": lambda s, thread: of_thread(s, thread)["act_id"].nunique(),
    "documents of thread": lambda s, thread: of_thread(s, thread)["doc_id"].nunique(),
    "sentences of thread": lambda s, thread: _sentences(of_thread(s, thread)),
    "first of thread": lambda s, thread: next(iter(_dates(of_thread(s, thread))), ""),
    "last of thread": lambda s, thread: next(reversed(_dates(of_thread(s, thread))), ""),
    "date of position": lambda s, key: s.positions.set_index("position_id").at[key, "date"],
    "last on theme": lambda s, holder, theme: _dates(may_be_stated_by(s, holder, theme))[-1],
    "acts on theme of": lambda s, holder, theme: may_be_stated_by(s, holder, theme)[
        "act_id"
    ].nunique(),
    "acts after": lambda s, holder, theme: len(acts_after(s, holder, theme)),
    "documents after": lambda s, holder, theme: len(reports_of(s, acts_after(s, holder, theme))),
    "mentions after": _mentions_after,
    "reversals": lambda s: int((s.links["relation"] == "reversed").sum()),
    "units with both": lambda s, a, b, unit: _pair(s, a, b, unit, "n_both"),
    "units": lambda s, a, b, unit: _pair(s, a, b, unit, "n_units"),
    "ways held": lambda s, a, b, unit: _ways(s, a, b, unit)[0],
    "ways of counting": lambda s, a, b, unit: _ways(s, a, b, unit)[1],
    "documents with both": lambda s, a, b, unit: _pair(s, a, b, unit, "n_documents"),
}


def measure(study: StudyTables, name: str, *about: str) -> int | str:
    """The value of a measure: a whole number, or a date as text.

    >>> from types import SimpleNamespace
    >>> from analysis import tables
    >>> measure(SimpleNamespace(acts=tables.empty("acts")), "acts")
    0
    """
    value = MEASURES[name](study, *about)
    return value if isinstance(value, str) else int(value)
