"""The three to seven sentences a briefing opens with, computed from the study's tables.

Each finding answers one question and is left out where the tables have no answer, but never in
silence: what was looked for and not found is said in the last sentence. The language is that of
the record: a body "stated", it does not believe; a count stands beside what it was counted in.
"""

from collections.abc import Mapping

import pandas as pd

from analysis import blocks, tables
from analysis.claims.claim import CUT, Claim, Fact, check, evidence_rows
from analysis.claims.issues import common_holders, same_issue
from analysis.claims.measures import (
    StudyTables,
    may_be_stated_by,
    of_thread,
    on_theme,
    paragraphs_with,
)
from analysis.themes import FOUND

__all__ = ["findings"]

SHOWN = 260  # characters of a quotation in a sentence; the evidence below has it whole
SHOWN_ROWS = 6  # passages beside a count of many: the latest that have a date
FEWEST_DATED = 2  # acts, below which nothing could have been said against anything earlier
STRENGTH = ("stronger", "weaker", "reversed")


def findings(study: StudyTables, labels: Mapping[str, str] | None = None) -> list[Claim]:
    """The claims of the briefing, main message first, each one checked.

    Parameters
    ----------
    study
        The tables of a study and its texts.
    labels
        Name of each theme for a reader; the theme's id where it has none.

    Raises
    ------
    ClaimError
        A sentence is not carried by its rows; it must not be printed.
    """
    if study.positions.empty:
        return [check(_scale(study), study)]
    labels = labels or {}
    found = [
        _most_restated(study),
        _change(study),
        _silence(study, labels),
        _themes(study, labels),
        _together(study, labels),
        _contrary(study),
        _scale(study),
    ]
    return [check(claim, study) for claim in found if claim is not None]


def _named(theme: str, labels: Mapping[str, str]) -> str:
    """A theme as a sentence names it.

    >>> _named("fishing-rights", {})
    'fishing rights'
    """
    return labels.get(theme) or theme.replace("-", " ")


def _holder(holder: str) -> str:
    """Joint holders as a sentence names them.

    >>> _holder("Lowland Pact|Upland League")
    'Lowland Pact and Upland League'
    """
    return " and ".join(tables.split(holder))


def _called(names: str) -> str:
    """One holder by its name, and how else the texts call it.

    >>> _called("Ostania|President Talvik of Ostania")
    'Ostania (also named President Talvik of Ostania)'
    """
    name, *others = tables.split(names)
    return f"{name} (also named {' and '.join(others)})" if others else name


def _quoted(text: str) -> str:
    """A quotation for a sentence, cut at a word where it is long."""
    line = blocks.one_line(text)
    if len(line) > SHOWN:
        line = line[:SHOWN].rsplit(" ", 1)[0] + " " + CUT
    return f"“{line}”"


SURE = 0.8  # mean similarity of a thread's links: from here three in four are right anywhere


def _most_restated(study: StudyTables) -> Claim | None:
    """The thread stated in most acts: since when, how often, in which words first."""
    if study.threads.empty:
        return None
    decided = study.positions.loc[study.positions["stance"] == "decide", "thread_id"]
    of = study.positions.set_index("position_id")["thread_id"]
    thread_of_link = study.links["position_a"].map(of)
    near = study.links["similarity"].groupby(thread_of_link).mean()
    # First those whose links are nearly sure: a first page is no place for a prompt to look. Then
    # of most acts; of equal ones no chain of decisions, no change of force, the most alike.
    keys = ["sure", "n_acts", "stated", "steady", "near", "n_documents"]
    ranked = study.threads.assign(
        sure=study.threads["thread_id"].map(near).fillna(0) >= SURE,
        stated=~study.threads["thread_id"].isin(decided),
        steady=~study.threads["status"].isin(STRENGTH),
        near=study.threads["thread_id"].map(near).fillna(0),
    )
    thread = ranked.sort_values(keys, ascending=False, kind="stable").iloc[0]
    key = str(thread["thread_id"])
    members = tables.in_time(of_thread(study, key))
    since = "first published on" if tables.of_page(members.iloc[0]) else "first stated on"
    since = since if thread["first_is_certain"] else "stated on or before"
    told = f"{since} {{first}} and last on {{last}}, " if thread["first"] else ""
    return Claim(
        "most restated",
        "{holder} stated one position in {n_acts:act} ({n_documents:document}, "
        f"{{n_sentences:sentence}}), {told}in these words the first time: {{quote}}",
        {
            "n_acts": Fact.of(study, "acts of thread", key),
            "n_documents": Fact.of(study, "documents of thread", key),
            "n_sentences": Fact.of(study, "sentences of thread", key),
        }
        | (
            {
                "first": Fact.of(study, "first of thread", key),
                "last": Fact.of(study, "last of thread", key),
            }
            if told
            else {}
        ),
        {"holder": _called(thread["holder"]), "quote": _quoted(members["quote"].iloc[0])},
        evidence_rows(study, members),
    )


def _change(study: StudyTables) -> Claim | None:
    """The link that changed most: another side first, then the widest step, then the latest.

    Only links of one holder on one object: a general concern and the condemnation of a case are
    two positions. Whether the change is one is for the reader to say, from both quotes.
    """
    changed = study.links[study.links["relation"].isin(STRENGTH)]
    keys = {*changed["position_a"], *changed["position_b"]}
    told = study.positions[study.positions["position_id"].isin(keys)]
    position = dict(zip(told["position_id"], told.to_dict("records"), strict=True))
    best: tuple | None = None
    for a, b, relation, similarity in zip(
        *(changed[name] for name in ("position_a", "position_b", "relation", "similarity")),
        strict=True,
    ):
        first, later = position[a], position[b]
        if not first["date"] or not later["date"] or not same_issue(first, later, similarity):
            continue
        step = abs(int(later["strength"]) - int(first["strength"]))
        order = (relation == "reversed", step, similarity, later["date"], b)
        if best is None or order > best[0]:
            best = (order, first, later, relation)
    if best is None:
        return None
    _, first, later, relation = best
    on, on_later = ("published on" if tables.of_page(one) else "on" for one in (first, later))
    how = "on the other side" if relation == "reversed" else f"in {relation} words"
    return Claim(
        "change",
        f"{{holder}} returned to an issue {how}: {on} {{first}} {{quote}}, "
        f"{on_later} {{later}} {{again}}, "
        "a change the reader should judge from both quotes.",
        {
            "first": Fact.of(study, "date of position", str(first["position_id"])),
            "later": Fact.of(study, "date of position", str(later["position_id"])),
        },
        {
            "holder": _holder(common_holders(first, later)),
            "quote": _quoted(first["quote"]),
            "again": _quoted(later["quote"]),
        },
        evidence_rows(study, pd.DataFrame([first, later])),
    )


def _silence(study: StudyTables, labels: Mapping[str, str]) -> Claim | None:
    """The theme stated in most acts and then left unsaid, with the texts there are of later acts.

    Among themes stated equally often, the one left unsaid in most acts.
    """
    long = study.silences
    if long.empty:
        return None
    before = [
        Fact.of(study, "acts on theme of", holder, theme).value
        for holder, theme in zip(long["holder"], long["theme"], strict=True)
    ]
    keys = ["before", "n_acts", "n_documents"]
    row = long.assign(before=before).sort_values(keys, ascending=False, kind="stable").iloc[0]
    about = (str(row["holder"]), str(row["theme"]))
    last = tables.in_time(may_be_stated_by(study, *about))
    last = last[last["date"] == Fact.of(study, "last on theme", *about).value]
    return Claim(
        "silence",
        "By the rules used here {holder} stated nothing on {theme} in its {n_acts:later act} of "
        "the kind ({n_documents:document}) after {since}; of the documents of its later acts "
        "{mentions} mention it. It had stated it in {n_before:act}, the last time as given here.",
        {
            "mentions": Fact.of(study, "mentions after", *about),
            "n_acts": Fact.of(study, "acts after", *about),
            "n_documents": Fact.of(study, "documents after", *about),
            "since": Fact.of(study, "last on theme", *about),
            "n_before": Fact.of(study, "acts on theme of", *about),
        },
        {"holder": _holder(about[0]), "theme": _named(about[1], labels)},
        evidence_rows(study, last),
    )


def _themes(study: StudyTables, labels: Mapping[str, str]) -> Claim | None:
    """The theme of most positions; and of most dated ones, which a figure over time shows."""
    top = _leading_theme(study.positions)
    if not top:
        return None
    facts = {
        "n": Fact.of(study, "positions on", top),
        "n_all": Fact.of(study, "positions"),
        "n_acts": Fact.of(study, "acts on", top),
    }
    also, leading = "", _leading_theme(tables.bounded(study.positions))
    if leading not in ("", top):
        also = "; of the {n_dated} with a date most, {n_leading}, are on {leading}"
        facts |= {
            "n_dated": Fact.of(study, "dated positions"),
            "n_leading": Fact.of(study, "dated positions on", leading),
        }
    found = on_theme(study, top)
    rows, given = _latest(evidence_rows(study, tables.in_time(found)), "date")
    return Claim(
        "theme",
        "The theme with most positions is {theme}: {n} of {n_all}, in {n_acts:act}"
        f"{also}{given}.",
        facts,
        {"theme": _named(top, labels), "leading": _named(leading, labels)},
        rows,
    )


def _leading_theme(positions: pd.DataFrame) -> str:
    """The theme of most positions, by its name where several are equal; "" where none has one."""
    counts = positions["themes"].str.split("|").explode()
    counts = counts[counts != ""].value_counts()
    return min(counts[counts == counts.max()].index, default="")


def _latest(rows: pd.DataFrame, day: str) -> tuple[pd.DataFrame, str]:
    """As many rows as are shown beside a count, of rows in order of time; and which they are.

    A row without a date may be the latest, or not: it gives way to those that have one.
    """
    if len(rows) <= SHOWN_ROWS:
        return rows, ""
    known = rows[rows[day] != ""]
    if known.empty:
        return rows.head(SHOWN_ROWS), "; given here are some of those, none of which has a date"
    which = "the latest" if len(known) == len(rows) else "the latest of those that have a date"
    return known.tail(SHOWN_ROWS).reset_index(drop=True), f"; given here are {which}"


def _together(study: StudyTables, labels: Mapping[str, str]) -> Claim | None:
    """The pair of themes that stand together most surely in a paragraph."""
    pairs = study.pairs[(study.pairs["unit"] == "paragraph") & (study.pairs["low"] > 0)]
    pairs = pairs[(pairs["n_documents"] > 1) & (pairs["q"] < FOUND)]
    if pairs.empty:
        return None
    row = pairs.sort_values(["low", "n_both"], ascending=False, kind="stable").iloc[0]
    about = (str(row["theme_a"]), str(row["theme_b"]), "paragraph")
    rows, given = _paragraphs(study, *about[:2])
    return Claim(
        "pair",
        "The themes {a} and {b} stand together in {n} of {n_units:paragraph}, in "
        "{n_documents:document}, beyond chance in {n_ways} of {n_all_ways:way} of counting"
        f"{given}.",
        {
            "n": Fact.of(study, "units with both", *about),
            "n_units": Fact.of(study, "units", *about),
            "n_documents": Fact.of(study, "documents with both", *about),
            "n_ways": Fact.of(study, "ways held", *about),
            "n_all_ways": Fact.of(study, "ways of counting", *about),
        },
        {"a": _named(about[0], labels), "b": _named(about[1], labels)},
        rows,
    )


def _paragraphs(study: StudyTables, a: str, b: str) -> tuple[pd.DataFrame, str]:
    """The latest paragraphs that mention both themes, as evidence; and which they are."""
    when = tables.dated(study.documents).assign(
        doc_id=study.documents["doc_id"], path=study.documents["path"]
    )
    both = paragraphs_with(study, a, b).merge(when, on="doc_id")
    both = both.sort_values(["date_high", "doc_id", "start"], kind="stable")
    both, given = _latest(both, "date_high")
    quotes = tables.words_of(both, study.texts)
    return evidence_rows(study, both.assign(quote=quotes, holder="")), given


def _contrary(study: StudyTables) -> Claim | None:
    """What speaks against: positions reversed, or the number among which none was found.

    Nothing where fewer than two acts are dated, for then nothing could be found.
    """
    reversed_ = study.links[study.links["relation"] == "reversed"]
    keys = [*reversed_["position_a"], *reversed_["position_b"]]
    rows = study.positions[study.positions["position_id"].isin(keys)]
    facts = {"n_all": Fact.of(study, "positions")}
    if rows.empty:
        if study.acts["date"].ne("").sum() < FEWEST_DATED:
            return None
        template = (
            "By the rules used here no position against an earlier one of the same holder was "
            "found in {n_all:position}."
        )
        return Claim("contrary", template, facts)
    return Claim(
        "contrary",
        "By the rules used here {n:pair} among {n_all:position} are of opposite sides of one "
        "issue, for one holder; given here are the sentences of both sides.",
        facts | {"n": Fact.of(study, "reversals")},
        evidence=evidence_rows(study, tables.in_time(rows)),
    )


def _scale(study: StudyTables) -> Claim:
    """What was read, and what cannot be said from it."""
    return Claim(
        "scale",
        "These sentences rest on {positions:position} in {documents:document} that report "
        "{acts:act}; {undated:document} without a date and {unresolved:position} without a holder "
        "are left out of what is said of order and source.",
        {
            "positions": Fact.of(study, "positions"),
            "documents": Fact.of(study, "documents"),
            "acts": Fact.of(study, "acts"),
            "undated": Fact.of(study, "undated documents"),
            "unresolved": Fact.of(study, "unresolved positions"),
        },
    )
