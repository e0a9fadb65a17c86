"""Whether two sentences of like words speak of different places."""

import pytest
from chronology_rows import position, positions, relations

from analysis.chronology.contents import sentences
from analysis.chronology.places import named, speak_of_others

TALKS = "The Pact holds that a truce among the clans of {} needs a meeting of guilds and ferrymen."
TRUST = "The Pact holds that trust is key to a truce in {}, to trade and to the harvest."
SPEAKER = "Lowland Pact"


def apart(first, later, *beside):
    """Whether two sentences speak of other places; each of ``beside`` stands in the first text."""
    rows = [position("a", first, "2031-01-01"), position("b", later, "2032-01-01")]
    for n, quote in enumerate(beside, start=1):
        whole = {"doc_id": "doc-a", "act_id": "act:a", "start": 1000 * n, "end": 2000 * n}
        rows.append(position(f"a{n}", quote, "2031-01-01", **whole))
    groups = sentences(positions(*rows))
    found = dict(zip(groups["quote"], named(groups, [SPEAKER] * len(rows)), strict=True))
    return speak_of_others(found[first], found[later])


def test_a_like_sentence_on_another_place_needs_far_more_in_common():
    def linked(here, there):
        first = position("a", TALKS.format(here), "2031-01-01", confidence=0.5)
        later = position("b", TRUST.format(there), "2032-01-01", confidence=0.5)
        return relations(first, later) == [("a", "b", "reworded")]

    assert linked("Skerry", "Skerry")
    assert not linked("Skerry", "Tarn")


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        ("The Pact asks Skerry to end the raids.", "The Pact asks Tarn to end the raids.", True),
        # A land and its people are one.
        (
            "The Pact asks Skerry to end raids.",
            "The Pact asks the Skerrian clans for peace.",
            False,
        ),
        # The speaker's own name tells nothing of the place.
        ("The Pact asks Skerry to end raids.", "The Lowland Pact asks all for an end.", False),
        # Nor does a body that stands for all, or what begins a sentence.
        ("The Pact asks the United Nations for aid.", "The Pact asks Tarn for aid.", False),
        ("Ferries should serve Skerry.", "Raids by ferries should end.", False),
        # A word of a longer name that the other sentence has joins the two.
        ("It notes the Harrow Ferry Congress.", "It asks Tarn for one more ferry.", False),
    ],
)
def test_two_sentences_speak_of_others_where_neither_names_what_the_other_does(
    first, later, expected
):
    assert apart(first, later) is expected


def test_who_speaks_of_the_situation_means_the_place_the_text_names():
    here, there = "It asks all parties to hold back.", "It asks the clans of Tarn to hold back."
    beside = "It regrets the raid on Skerry."
    assert apart(here, there, beside)
    assert not apart(here, there), "nothing is named"
    assert not apart("It asks the Parties to the pact to hold back.", there, beside)


def test_letters_and_the_name_they_stand_for_are_one():
    spelt = "It asks the Upland Toll League (UTL) to end raids."
    assert not apart("It asks the UTL for peace.", "It asks the Upland clans for peace.", spelt)
    assert apart("It asks the UTL for peace.", "It asks the Upland clans for peace.")
    for letters, expected in (("PACT", True), ("PCT", False)):
        own = f"Envoys of the Pact of Cold Tides ({letters}) regret the raids on Skerry."
        assert apart(own, "It asks the Tides Office of Tarn for peace.") is expected, letters
