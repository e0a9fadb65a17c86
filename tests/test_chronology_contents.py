"""What of a sentence is compared: its content, without frame, courtesy and speaker."""

import pandas as pd
import pytest
from chronology_rows import ACTS, AGAIN, PATROLS, acts, position, positions, relations

from analysis import chronology
from analysis.chronology.contents import concepts, content_text, stem
from analysis.chronology.speakers import speakers


def test_the_attribution_clause_is_not_content():
    assert content_text("Patrols go on, according to the declaration adopted on Monday.") == (
        "Patrols go on."
    )


def test_according_to_a_plan_inside_a_sentence_keeps_what_follows_a_full_stop():
    text = content_text("According to the text, patrols go on; ferries run.")
    assert "ferries run" in text


def test_words_for_one_thing_are_one_concept():
    assert concepts("strengthen the fight against smuggling") == concepts(
        "reinforcing the struggle against trafficking"
    )


def test_words_of_the_frame_are_no_concepts():
    assert concepts("In this context the parties stressed the importance of this matter") == []


def test_a_phrase_is_one_concept_where_its_words_are_frame():
    assert concepts("third countries") == ["~outsider"]
    assert concepts("the third of the countries") == []


@pytest.mark.parametrize(
    "courtesy",
    [
        "The Pact would like to congratulate you on your election and wish you every success.",
        "It is a great pleasure for me to address this assembly of sailors.",
        "Allow me to thank the Harrow port authority for its sailors.",
        "The envoy extended her deepest condolences to the families of the drowned ferrymen.",
        "Our thoughts and prayers are with the families of the drowned ferrymen.",
        "Also recalling its earlier decisions on the ferry dispute between Skerry and Harrow.",
        "Taking note of the opening remarks by the harbour master on the ferry dispute.",
    ],
)
def test_a_courtesy_said_each_year_is_no_restatement(courtesy):
    assert (
        relations(position("a", courtesy, "2031-01-01"), position("b", courtesy, "2032-01-01"))
        == []
    )


def test_recalling_the_duties_of_a_treaty_is_no_courtesy():
    quote = "The Pact, recalling the duties of the ferry treaty, bars sea mines at Skerry harbour."
    rows = position("a", quote, "2031-01-01"), position("b", quote, "2032-01-01")
    assert relations(*rows) == [("a", "b", "restated")]


def test_congratulating_a_country_on_a_treaty_is_no_courtesy():
    quote = "The Pact congratulates both islands on the ferry treaty and its bold harbour rules."
    rows = position("a", quote, "2031-01-01"), position("b", quote, "2032-01-01")
    assert relations(*rows) == [("a", "b", "restated")]


def test_an_actor_that_calls_itself_by_its_own_name_is_one_voice():
    found = []
    for who, name in (("ISL", "Skerry"), ("CTY", "Minster"), ("PRT", "Harrow")):
        for i in range(3):
            quote = f"{name} notes matter number {i} with {name.lower()}ish words."
            found.append(
                position(f"{who}{i}", quote, f"203{i}-02-02", holder=name, act_id=f"act:{who}{i}")
            )
    own = position("own", PATROLS, "2031-01-01", holder="ISL", mode="own", act_id="act:ISL1")
    called = position("called", AGAIN, "2032-01-01", holder="Skerry", act_id="act:ISL2")
    known = pd.concat(
        [
            acts(*((f"{who}{i}", f"203{i}-02-02") for i in range(3)), holder=who)
            for who in ("ISL", "CTY", "PRT")
        ]
    )
    made = chronology.link_positions(positions(*found, own, called), known)
    assert ("own", "called") in set(zip(made["position_a"], made["position_b"], strict=True))


def test_a_word_of_the_frame_takes_its_endings_and_not_its_relatives():
    assert concepts("on account of this, accounting for it, accounts") == []
    assert concepts("accountable") != []
    assert concepts("extremely") == []
    assert concepts("extremism") == ["~extreme"]


@pytest.mark.parametrize(
    ("british", "american"),
    [("centre", "center"), ("modernising", "modernizing"), ("defence", "defense")],
)
def test_two_spellings_are_one_word(british, american):
    assert stem(british) == stem(american)


@pytest.mark.parametrize("called", ["my country", "members of the Council", "member states"])
def test_who_is_named_without_a_name_is_the_body_that_acted(called):
    rows = positions(position("a", PATROLS, "2031-01-01", holder=called))
    assert speakers(rows, ACTS) == [[called, "Lowland Pact"]]


@pytest.mark.parametrize("called", ["my friend", "some members of the board", "Upland League"])
def test_who_is_somebody_else_is_not_the_body_that_acted(called):
    rows = positions(position("a", PATROLS, "2031-01-01", holder=called))
    assert speakers(rows, ACTS) == [[called]]
