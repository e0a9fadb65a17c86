"""Which positions restate each other."""

import pytest
from chronology_rows import (
    AGAIN,
    FERRIES,
    PATROLS,
    SCHOOL,
    links,
    position,
    relations,
)

from analysis import tables


def test_a_formula_said_again_in_other_words_is_reworded():
    assert relations(
        position("a", PATROLS, "2031-01-01"),
        position("b", AGAIN, "2032-01-01"),
        position("c", SCHOOL, "2033-01-01"),
    ) == [("a", "b", "reworded")]


def test_the_earlier_position_stands_first_whatever_the_order_of_the_rows():
    assert relations(
        position("b", PATROLS, "2032-01-01"), position("a", PATROLS, "2031-01-01")
    ) == [("a", "b", "restated")]


def test_a_word_that_says_it_was_said_before_is_evidence():
    found = links(position("a", PATROLS, "2031-01-01"), position("b", AGAIN, "2032-01-01"))
    assert found["evidence"].tolist() == ["reiterates"]


def test_the_same_frame_around_another_content_is_no_link():
    first = "The Pact stresses the need to strengthen the role of ferries in this context."
    other = "The Pact stresses the need to strengthen the role of schools in this context."
    assert relations(position("a", first, "2031-01-01"), position("b", other, "2032-01-01")) == []


def test_a_sentence_that_names_its_subject_elsewhere_needs_more_in_common():
    talks = "The search for a truce among the clans needs a meeting of guilds and ferrymen."
    rest = "is key to a truce among the clans, to trade and to the harvest of the valley."
    first = position("a", talks, "2031-01-01", confidence=0.5)
    named = position("b", f"Trust {rest}", "2032-01-01", confidence=0.5)
    assert relations(first, named) == [("a", "b", "reworded")]
    for opening in ("That", "But it is just that harvest which"):
        pointed = position("b", f"{opening} {rest}", "2032-01-01", confidence=0.5)
        assert relations(first, pointed) == []


def test_an_it_that_stands_for_what_follows_names_its_subject():
    first = "It is vital to keep the truce among the clans of Harrow for the peace of the valley."
    again = "It is vital that the truce among the clans of Harrow last for the peace of the valley."
    assert relations(position("a", first, "2031-01-01"), position("b", again, "2032-01-01"))


def test_sharing_nothing_but_a_long_name_is_no_link():
    first = "The Pact notes that the Commission on the Navigation of the Straits met in Harrow."
    other = "The Pact regrets that the Commission on the Navigation of the Straits has no budget."
    assert relations(position("a", first, "2031-01-01"), position("b", other, "2032-01-01")) == []


def test_another_holder_saying_the_same_is_no_restatement():
    assert (
        relations(
            position("a", PATROLS, "2031-01-01"),
            position("b", PATROLS, "2032-01-01", holder="Upland League"),
        )
        == []
    )


def test_a_joint_holder_restates_what_one_of_them_said():
    assert relations(
        position("a", PATROLS, "2031-01-01"),
        position("b", PATROLS, "2032-01-01", holder="Upland League|Lowland Pact"),
    ) == [("a", "b", "restated")]


def test_nobody_restates_where_the_holder_is_unresolved():
    assert (
        relations(
            position("a", PATROLS, "2031-01-01", holder="unresolved"),
            position("b", PATROLS, "2032-01-01", holder="unresolved"),
        )
        == []
    )


def test_two_cues_in_one_sentence_give_one_link():
    second = position("b2", AGAIN, "2032-01-01", stance="support", cue_start=30, cue_end=33)
    rows = [
        position("a", PATROLS, "2031-01-01"),
        position("b", AGAIN, "2032-01-01"),
        second | {"doc_id": "doc-b", "act_id": "act:b"},
    ]
    assert relations(*rows) == [("a", "b", "reworded")]


def test_positions_without_a_link_give_an_empty_table_with_its_columns():
    found = links(position("a", PATROLS, "2031-01-01"), position("b", FERRIES, "2032-01-01"))
    assert found.empty
    assert list(found.columns) == [*tables.TABLES["links"].names, "evidence"]


def test_one_word_in_common_is_a_subject_and_no_position():
    first = "The Pact calls for tolls."
    other = "The Pact calls for an end to the tolls on wool at Harrow."
    assert relations(position("a", first, "2031-01-01"), position("b", other, "2032-01-01")) == []


def test_what_follows_on_a_decision_is_not_the_decision():
    decided = position(
        "a",
        "The Pact agreed to create a rapid river guard.",
        "2031-01-01",
        stance="decide",
        target="create a rapid river guard",
    )
    equipped = position(
        "b",
        "The Pact intends to equip the rapid river guard with modern boats and radios.",
        "2032-01-01",
        stance="commit",
        target="equip the rapid river guard with modern boats and radios",
    )
    assert relations(decided, equipped) == []
    again = "The Pact intends to create a rapid river guard."
    wanted = position("b", again, "2032-01-01", stance="commit", target="create a river guard")
    assert relations(decided, wanted) == [("a", "b", "reworded")]


@pytest.mark.parametrize(("mode", "expected"), [("direct", ["repeat"]), ("indirect", [])])
def test_in_one_text_what_is_reported_and_then_quoted_is_said_again(mode, expected):
    first = "The Pact wants river patrols, joint ones, and pilots who know reefs, storms and ice."
    again = "The Pact stresses that joint patrols on the river please all."
    text = {"act_id": "act:a", "doc_id": "doc-a"}
    reported = position("a", first, "2031-01-01", **text)
    quoted = position("b", again, "2031-01-01", **text, mode=mode) | {"start": 900, "end": 1000}
    assert [relation for *_, relation in relations(reported, quoted)] == expected
