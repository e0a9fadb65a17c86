"""The chronology of one holder, one theme, one period: every table cut in the same way.

What is later than the period is left out as if it had not been read: threads end, and silences are
counted, where it ends. What is earlier is not: a thread that was taken up again in the period keeps
its first words, or "first stated" would be false.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

import pandas as pd

from analysis import tables
from analysis.chronology.filters import choose_positions, in_period, named
from analysis.chronology.silences import find_silences
from analysis.chronology.threads import cut_threads
from analysis.codebook import Codebook, names_of

__all__ = ["Chosen", "StudyTables", "choose"]


class StudyTables(Protocol):
    """What is chosen from: the tables of a study, and the names its codebook knows."""

    documents: pd.DataFrame
    acts: pd.DataFrame
    positions: pd.DataFrame
    links: pd.DataFrame
    threads: pd.DataFrame
    silences: pd.DataFrame
    mentions: pd.DataFrame
    codebook: Codebook

    @property
    def theme_labels(self) -> Mapping[str, str]: ...


@dataclass(frozen=True)
class Chosen:
    """The tables of a chronology as a reader chose to see them.

    ``positions`` are those asked for, ``beside`` the same of any holder, ``history`` those that
    threads are told from; ``note`` says in words what is left out, and how many rows that leaves.
    """

    positions: pd.DataFrame
    beside: pd.DataFrame
    history: pd.DataFrame
    links: pd.DataFrame
    threads: pd.DataFrame
    silences: pd.DataFrame
    acts: pd.DataFrame
    documents: pd.DataFrame
    holder: str
    theme: str
    since: str
    until: str
    note: str


def choose(
    study: StudyTables, *, holder: str = "", theme: str = "", since: str = "", until: str = ""
) -> Chosen:
    """The chronology of a holder, on a theme, in a period; "" leaves nothing out.

    Parameters
    ----------
    study
        All tables.
    holder
        A name that positions bear, or that the codebook gives an actor.
    theme
        Its id in the codebook, or its label.
    since, until
        ISO day, month or year.

    Raises
    ------
    ChoiceError
        A name that is not known, or a period that is none.
    """
    since, until = str(since), str(until)
    whole = study.positions
    beside = choose_positions(whole, "", "", since, until)  # refuses a wrong period first
    holder, theme = _holder(study, holder), _theme(study, theme)
    history = choose_positions(whole, "", "", "", until)
    beside = choose_positions(beside, "", theme)
    threads = cut_threads(study.threads, history, study.links) if until else study.threads
    threads = threads[threads["thread_id"].isin(beside["thread_id"])]
    threads = threads[tables.holds(threads["holder"], holder)] if holder else threads
    known = set(history["position_id"])
    links = study.links[study.links["position_a"].isin(known)]
    positions = choose_positions(beside, holder)
    documents = study.documents[in_period(tables.dated(study.documents), since, until)]
    acts = study.acts[in_period(study.acts, since, until)]
    if holder or theme:
        own = acts["act_id"].isin(positions["act_id"])
        acts = acts[own | (tables.holds(acts["holder"], holder) if holder and not theme else False)]
    chosen = Chosen(
        positions=positions,
        beside=beside,
        history=history,
        links=links[links["position_b"].isin(known)],
        threads=threads.reset_index(drop=True),
        silences=_silences(study, history, holder, theme, since, until),
        acts=acts,
        documents=documents,
        holder=holder,
        theme=theme,
        since=since,
        until=until,
        note="",
    )
    return replace(chosen, note=_note(study, chosen))


def _holder(study: StudyTables, asked: str) -> str:
    """The holder asked for, by a name of the positions or of the codebook."""
    if not asked:
        return ""
    actors = study.codebook.actors
    often = study.positions["holder"].str.split("|").explode().value_counts()
    aliases = {
        name: actor["name"] for actor in actors.to_dict("records") for name in names_of(actor)
    }
    of = dict(zip(actors["name"], actors["speaks_for"], strict=True))
    name = named("holder", asked, [*often.index, *actors["name"]], aliases)
    return name if name in often.index else of.get(name) or name


def _theme(study: StudyTables, asked: str) -> str:
    """The theme asked for, by its id or its label."""
    if not asked:
        return ""
    known = study.codebook.themes["theme"]
    labels = {study.theme_labels.get(theme, theme): theme for theme in known}
    return named("theme", asked, known, labels)


def _silences(
    study: StudyTables, history: pd.DataFrame, holder: str, theme: str, since: str, until: str
) -> pd.DataFrame:
    """The silences that began in the period, as they stood at its end."""
    found = study.silences
    if until:
        acts, documents = study.acts, study.documents
        # What has no date may be of the period, and may break a silence: it stays.
        acts = acts[in_period(acts, "", until) | (acts["date_low"] == "")]
        documents = documents[documents["act_id"].isin(acts["act_id"])]
        mentions = study.mentions[study.mentions["doc_id"].isin(documents["doc_id"])]
        found = find_silences(history, acts, documents, mentions=mentions)
    latest = [day + "-12-31"[len(day) - 4 :] for day in found["since"]]  # of a month or year
    kept = pd.Series([day >= since for day in latest], index=found.index, dtype=bool)
    for column, value in (("holder", holder), ("theme", theme)):
        kept &= (found[column] == value) | (not value)
    return found[kept].reset_index(drop=True)


def _note(study: StudyTables, chosen: Chosen) -> str:
    """What is left out, and how many rows that leaves of how many."""
    asked = [f"holder {chosen.holder}"] if chosen.holder else []
    if chosen.theme:
        asked.append(f"theme {study.theme_labels.get(chosen.theme, chosen.theme)}")
    asked += [f"since {chosen.since}"] if chosen.since else []
    asked += [f"until {chosen.until}"] if chosen.until else []
    if not asked:
        return "Nothing is left out: the parameters holder, theme, since and until are not set."
    counts = "; ".join(
        f"{len(getattr(chosen, name)):,} of {tables.counted(len(getattr(study, name)), noun)}"
        for name, noun in (
            ("positions", "position"),
            ("threads", "thread"),
            ("acts", "act"),
        )
    )
    silent = tables.counted(len(chosen.silences), "silence")
    if chosen.until:  # another count than that of all texts, and no part of it
        counts += f"; {silent}, counted where the period ends"
    else:
        counts += f"; {len(chosen.silences):,} of {tables.counted(len(study.silences), 'silence')}"
    told = f"Only a part is shown: {', '.join(asked)}. That leaves {counts}."
    bounds = [study.positions["date_high"]] if chosen.since else []
    bounds += [study.positions["date_low"]] if chosen.until else []
    if undated := sum(not all(days) for days in zip(*bounds, strict=True)):
        told += f" {tables.counted(undated, 'position')} without a date could not be placed."
    if chosen.since:
        told += " A thread stated in the period is told from its first words, be they earlier."
    return told
