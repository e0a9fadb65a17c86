"""Positions of one holder on one issue over time."""

import pytest
from chronology_rows import ACTS, AGAIN, PATROLS, SCHOOL, position, positions, threads

from analysis import chronology, tables


def test_a_thread_says_first_last_and_in_how_many_acts_and_documents():
    placed, found = threads(
        position("a", PATROLS, "2031-01-01"),
        position("b", AGAIN, "2032-01-01"),
        position("b2", AGAIN, "2032-01-01", act_id="act:b"),
        position("c", SCHOOL, "2033-01-01"),
    )
    assert found[["first", "last", "n_acts", "n_documents"]].to_numpy().tolist() == [
        ["2031-01-01", "2032-01-01", 2, 3]
    ]
    assert found["first_is_certain"].tolist() == [True]
    assert placed["thread_id"].tolist() == ["thread:a", "thread:a", "thread:a", ""]


def test_first_is_not_certain_where_the_intervals_overlap():
    _, found = threads(position("a", PATROLS, "2031-06-01"), position("b", AGAIN, "2031"))
    assert found["first_is_certain"].tolist() == [False]


def test_first_is_not_certain_beside_an_undated_statement():
    _, found = threads(position("a", PATROLS, "2031-06-01"), position("b", AGAIN, ""))
    assert found["first_is_certain"].tolist() == [False]
    assert found[["first", "last"]].to_numpy().tolist() == [["2031-06-01", "2031-06-01"]]


def test_repeats_within_one_act_make_no_thread():
    placed, found = threads(
        position("a", PATROLS, "2031-01-01"),
        position("b", PATROLS, "2031-01-01", act_id="act:a"),
    )
    assert found.empty
    assert placed["thread_id"].tolist() == ["", ""]


def test_every_row_of_a_thread_is_of_its_holder():
    placed, found = threads(
        position("a", PATROLS, "2031-01-01", holder="unresolved", mode="own"),
        position("b", AGAIN, "2032-01-01", holder="Upland League|Lowland Pact"),
        position("c", PATROLS, "2033-01-01"),
    )
    assert found[["thread_id", "holder", "first"]].to_numpy().tolist() == [
        ["thread:b", "Lowland Pact", "2032-01-01"]
    ]
    assert placed["thread_id"].tolist() == ["", "thread:b", "thread:b"]


def test_sentences_of_nobody_named_make_no_thread():
    placed, found = threads(
        position("a", PATROLS, "2031-01-01", holder="unresolved", mode="own"),
        position("b", PATROLS, "2032-01-01", holder="unresolved", mode="own"),
    )
    assert found.empty
    assert placed["thread_id"].tolist() == ["", ""]


@pytest.mark.parametrize(
    ("bodies", "holder"),
    [(["Ostania"], "Ostania"), ([], "Ostania|President Talvik of Ostania")],
)
def test_a_holder_of_two_names_is_called_as_the_codebook_does_or_by_both(bodies, holder):
    table = positions(
        position("a", PATROLS, "2031-01-01", holder="President Talvik of Ostania"),
        position("b", PATROLS, "2032-01-01", holder="President Talvik of Ostania"),
        position("c", PATROLS, "2033-01-01", holder="Ostania"),
    )
    made = chronology.link_positions(table, ACTS)
    _, found = chronology.build_threads(table, made, ACTS, bodies)
    assert found[["holder", "n_acts"]].to_numpy().tolist() == [[holder, 3]]


def test_a_second_cue_of_another_holder_is_not_of_the_thread():
    other = position("b2", AGAIN, "2032-01-01", holder="Upland League", doc_id="doc-b")
    placed, _ = threads(
        position("a", PATROLS, "2031-01-01"),
        position("b", AGAIN, "2032-01-01"),
        other | {"act_id": "act:b", "cue_start": 30, "cue_end": 33},
    )
    assert placed["thread_id"].tolist() == ["thread:a", "thread:a", ""]


def test_a_chain_does_not_drift():
    table = positions(*(position(key, PATROLS, f"203{i}-01-01") for i, key in enumerate("abcdef")))
    chain = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f")]
    drifting = tables.from_rows(
        "links",
        [
            {"position_a": a, "position_b": b, "similarity": 0.6, "relation": "reworded"}
            for a, b in chain
        ],
    )
    _, found = chronology.build_threads(table, drifting, ACTS)
    assert found["n_acts"].max() < 6


def test_the_other_side_of_an_issue_is_not_of_the_thread():
    _, found = threads(
        position("a", PATROLS, "2031-01-01", stance="support"),
        position("b", AGAIN, "2032-01-01", stance="oppose"),
    )
    assert found.empty


def test_a_loose_link_is_a_prompt_to_look_and_carries_no_thread():
    table = positions(position("a", PATROLS, "2031-01-01"), position("b", AGAIN, "2032-01-01"))
    link = {"position_a": "a", "position_b": "b", "relation": "reworded"}
    for similarity, n_threads in ((0.44, 0), (0.48, 1)):
        made = tables.from_rows("links", [link | {"similarity": similarity}])
        assert len(chronology.build_threads(table, made, ACTS)[1]) == n_threads


def test_a_thread_is_about_the_object_whose_words_are_said_again():
    _, found = threads(
        position("a", PATROLS, "2031-01-01", target="such a step"),
        position("b", AGAIN, "2032-01-01", target="joint patrols in the strait"),
        position("c", PATROLS, "2033-01-01", target="patrols of the strait"),
    )
    assert found["target"].tolist() == ["joint patrols in the strait"]


def test_what_a_thread_is_about_is_said_in_its_first_words():
    _, found = threads(
        position("a", PATROLS, "2031-01-01", target="any neighbour"),
        position("b", AGAIN, "2032-01-01", target="the ferry tolls of Harrow"),
        position("c", PATROLS, "2033-01-01", target="the ferry tolls of Harrow"),
    )
    assert found["target"].tolist() == ["any neighbour"]
