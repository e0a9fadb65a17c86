"""Silence, with its denominator."""

import pandas as pd
from chronology_rows import acts, on_theme, positions

from analysis import chronology, tables


def silences(*rows, documents=None, mentioned=()):
    """Silences of some positions; ``mentioned`` is pairs of a document's key and a theme."""
    keys = {row["act_id"][4:]: row["date"] for row in rows}
    reports = tables.from_rows(
        "documents",
        documents
        or [
            {"doc_id": f"doc-{key}", "item": 1, "start": 0, "end": 9, "act_id": f"act:{key}"}
            for key in keys
        ],
    )
    places = pd.DataFrame(
        [(f"doc-{key}", theme) for key, theme in mentioned], columns=["doc_id", "theme"]
    )
    return chronology.find_silences(positions(*rows), acts(*keys.items()), reports, mentions=places)


RIVERS = [on_theme("a", "2031-01-01", "rivers"), on_theme("b", "2032-01-01", "rivers")]
LATER = [
    on_theme("c", "2033-01-01", "schools"),
    on_theme("d", "2034-01-01", "schools"),
    on_theme("e", "2035-01-01", "schools"),
]


def test_a_theme_left_out_of_later_acts_is_a_silence_with_its_denominator():
    found = silences(*RIVERS, *LATER)
    rivers = found[found["theme"] == "rivers"].iloc[0]
    assert rivers[["holder", "since", "n_acts", "n_documents"]].tolist() == [
        "Lowland Pact",
        "2032-01-01",
        3,
        3,
    ]
    assert "schools" not in set(found["theme"]), "stated to the end"


def test_two_later_acts_are_too_few_for_a_silence():
    assert silences(*RIVERS, *LATER[:2]).empty


def test_a_later_document_that_mentions_the_theme_breaks_the_silence():
    assert not silences(*RIVERS, *LATER, mentioned=[("b", "rivers"), ("e", "ferries")]).empty
    assert silences(*RIVERS, *LATER, mentioned=[("e", "rivers")]).empty


def test_a_mention_in_an_act_of_the_holder_breaks_the_silence_whoever_is_read_as_holder():
    other = on_theme("f", "2036-01-01", "rivers", holder="Upland League")
    assert silences(*RIVERS, *LATER, other, mentioned=[("f", "rivers")]).empty


def test_a_mention_in_a_text_without_a_date_breaks_the_silence():
    undated = on_theme("f", "", "schools")
    assert silences(*RIVERS, *LATER, undated, mentioned=[("f", "rivers")]).empty


def test_a_theme_stated_in_one_act_only_is_a_remark_not_a_silence():
    assert silences(RIVERS[0], *LATER).empty


def test_no_later_act_is_no_silence_but_a_want_of_texts():
    assert silences(*RIVERS).empty


def test_later_acts_of_another_body_do_not_count():
    others = [row | {"holder": "Upland League"} for row in LATER]
    assert silences(*RIVERS, *others).empty


def test_a_theme_stated_by_nobody_named_breaks_the_silence():
    unnamed = on_theme("e2", "2035-01-01", "rivers", holder="unresolved", act_id="act:e")
    assert silences(*RIVERS, *LATER, unnamed).empty


def test_a_copy_does_not_make_a_silence_longer():
    report = {"item": 1, "start": 0, "end": 9}
    documents = [report | {"doc_id": f"doc-{k}", "act_id": f"act:{k}"} for k in "abcde"]
    documents.append(report | {"doc_id": "copy", "act_id": "act:e", "same_as": "doc-e"})
    assert silences(*RIVERS, *LATER, documents=documents)["n_documents"].tolist() == [3]


def test_only_acts_of_a_kind_that_stated_the_theme_are_counted():
    rows = [*RIVERS, *LATER]
    days = {row["act_id"][4:]: row["date"] for row in rows}
    reports = tables.empty("documents")
    known = acts(*days.items()).assign(kind="session")
    for other in ({"kind": "speech"}, {"holder": "Council of Pilots"}):
        one_of_another = known.copy()
        one_of_another.loc[4, list(other)] = list(other.values())
        for given, n in ((known, 1), (one_of_another, 0)):
            found = chronology.find_silences(positions(*rows), given, reports)
            assert (found["theme"] == "rivers").sum() == n


def test_where_no_silence_was_found_the_rule_says_of_how_many_themes_one_could_be_told():
    def told(*rows):
        known = acts(*((row["act_id"][4:], row["date"]) for row in rows))
        return chronology.describe_no_silence(positions(*rows), known)

    assert told(RIVERS[0], *LATER[:1]).startswith("No holder stated a theme in 2 dated acts")
    assert told(*RIVERS, *LATER[:1]) == (
        "Of no theme can a silence be told: none of 1 theme that a holder stated in 2 dated acts "
        "or more is followed by 3 dated acts of the kind."
    )
    assert told(*RIVERS, *LATER).startswith(
        "None was found. Of 2 themes that a holder stated in 2 dated acts or more, 1 is followed"
    )
