"""What a later position does to an earlier one: restate, strengthen, reverse, or nothing."""

import pytest
from chronology_rows import ACTS, AGAIN, PATROLS, position, positions, relations

from analysis import chronology
from analysis.chronology.relations import relation


def test_another_decision_of_the_same_kind_restates_nothing():
    first = "The Pact decided to admit the island of Skerry."
    other = "The Pact decided to admit the city of Minster."
    rows = (
        position("a", first, "2031-01-01", stance="decide"),
        position("b", other, "2032-01-01", stance="decide"),
    )
    assert relations(*rows) == []


def test_the_same_words_in_a_later_act_are_restated():
    assert relations(
        position("a", PATROLS, "2031-01-01"), position("b", PATROLS, "2032-01-01")
    ) == [("a", "b", "restated")]


def test_said_again_in_one_act_is_a_repeat():
    assert relations(
        position("a", PATROLS, "2031-01-01"),
        position("b", PATROLS, "2031-01-01", act_id="act:a"),
    ) == [("a", "b", "repeat")]


def test_a_higher_step_of_one_ladder_is_stronger_and_a_lower_one_weaker():
    weak = position("a", PATROLS, "2031-01-01", stance="concern", strength=4)
    strong = position("b", AGAIN, "2032-01-01", stance="oppose", strength=2)
    assert relations(weak, strong) == [("a", "b", "stronger")]
    earlier = strong | {"date_low": "2030-01-01", "date_high": "2030-01-01"}
    assert relations(weak, earlier) == [("b", "a", "weaker")]


def test_stronger_words_on_a_special_case_are_no_stronger_words_on_the_general():
    general = "The Lowland Pact is concerned at raids on ferries in breach of the Harrow Charter."
    special = (
        "The Lowland Pact condemns raids on ferries at Skerry, a breach of the Harrow Charter."
    )
    targets = "raids on ferries in breach of the Harrow Charter", "raids on Skerry"
    rows = (
        position("a", general, "2031-01-01", stance="concern", target=targets[0]),
        position("b", special, "2032-01-01", stance="oppose", target=targets[1]),
    )
    assert relations(*rows) == [("a", "b", "reworded")]


def test_strengths_of_two_ladders_are_not_compared():
    assert relations(
        position("a", PATROLS, "2031-01-01", stance="affirm", strength=1),
        position("b", AGAIN, "2032-01-01", stance="commit", strength=5),
    ) == [("a", "b", "reworded")]


@pytest.mark.parametrize("later", [{"stance": "oppose"}, {"stance": "support", "negated": True}])
def test_the_other_side_of_an_issue_is_reversed(later):
    assert relations(
        position("a", PATROLS, "2031-01-01", stance="support"),
        position("b", AGAIN, "2032-01-01", **later),
    ) == [("a", "b", "reversed")]


def decided(key, words, cue, target, year):
    """A decision as the positions table has it: cue and object verbatim."""
    quote = f"The Lowland Pact {words}."
    found = position(key, quote, f"{year}-01-01", stance="decide", strength=3, target=target)
    start = quote.index(cue)
    return found | {"cue": cue, "cue_start": start, "cue_end": start + len(cue)}


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (
            ("appointed Anna Berg commander of the river guard", "appointed", "Anna Berg"),
            ("appointed Jon Dale commander of the river guard", "appointed", "Jon Dale"),
        ),
        (
            ("adopted a joint statement on ferry tolls", "adopted", "a joint statement on ferries"),
            ("adopted a joint statement on sea mines", "adopted", "a joint statement on sea mines"),
        ),
        (
            ("signed a declaration with the ferry towns", "signed", "a declaration"),
            ("signed a declaration with the ferry towns", "signed", "a declaration"),
        ),
        (
            (
                "decided to suspend Skerry’s ferry rights",
                "decided",
                "suspend Skerry’s ferry rights",
            ),
            (
                "decided to restore Skerry’s ferry rights",
                "decided",
                "restore Skerry’s ferry rights",
            ),
        ),
        (
            ("decided to send the river guard to Skerry", "decided", "send the river guard"),
            ("announced the return of the river guard from Skerry", "announced", "the return"),
        ),
        (
            (
                "decided to lower the harbour toll by a tenth",
                "decided to",
                "lower the harbour toll",
            ),
            (
                "decided to lower the harbour toll by a fifth",
                "decided to",
                "lower the harbour toll",
            ),
        ),
        (
            ("decided to join the Harrow toll union", "decided", "join the Harrow toll union"),
            ("decided to leave the Harrow toll union", "decided", "leave the Harrow toll union"),
        ),
    ],
)
def test_another_event_restates_nothing_however_like_its_words(first, later):
    assert relations(decided("a", *first, 2031), decided("b", *later, 2032)) == []


def test_what_is_left_as_it_is_is_decided_again():
    kept = ("decided to keep the harbour toll unchanged", "decided to", "keep the harbour toll")
    found = relations(decided("a", *kept, 2031), decided("b", *kept, 2032))
    assert found == [("a", "b", "restated")]


def test_a_decision_on_the_same_thing_is_one_thread():
    words = "the flood plan for the Skerry and Harrow dykes"
    assert relations(
        decided("a", f"decided to draft {words}", "decided", f"draft {words}", 2031),
        decided("b", f"approved {words}", "approved", words, 2032),
    ) == [("a", "b", "reworded")]


FUND = "The Lowland Pact {} a common flood fund."


def on_fund(key, verb, year, cue, stance, negated):
    """A row as the positions module writes it: a denied support is opposed, and negated."""
    quote = FUND.format(verb)
    start = quote.index(cue)
    return position(key, quote, f"{year}-05-05", target="a common flood fund") | {
        "cue": cue,
        "cue_start": start,
        "cue_end": start + len(cue),
        "stance": stance,
        "strength": 3,
        "negated": negated,
        "confidence": 0.8 if negated else 1.0,
        "holder_basis": "codebook",
    }


SUPPORTS = on_fund("a", "supports", 2031, "supports", "support", False)


@pytest.mark.parametrize(
    "later",
    [
        on_fund("b", "did not support", 2033, "support", "oppose", True),
        on_fund("b", "did not support", 2033, "support", "support", True),
        on_fund("b", "opposes", 2033, "opposes", "oppose", False),
    ],
)
def test_support_that_is_later_denied_is_reversed_in_whichever_words(later):
    assert relations(SUPPORTS, later) == [("a", "b", "reversed")]
    table = positions(SUPPORTS, on_fund("x", "supports", 2032, "supports", "support", False), later)
    made = chronology.link_positions(table, ACTS)
    placed, found = chronology.build_threads(table, made, ACTS)
    assert chronology.contrary(found, placed, made)["position_id"].tolist() == ["b"]


def test_denied_support_and_opposition_are_one_side():
    denied = on_fund("a", "did not support", 2031, "support", "oppose", True)
    opposed = on_fund("b", "opposes", 2033, "opposes", "oppose", False)
    assert relations(denied, opposed) == [("a", "b", "reworded")]


def test_denied_opposition_is_support():
    later = on_fund("b", "did not oppose", 2033, "oppose", "support", True)
    assert relations(SUPPORTS, later) == [("a", "b", "reworded")]


def test_measures_against_a_thing_do_not_reverse_opposition_to_it():
    opposed = position(
        "a",
        "The Lowland Pact opposes the arming of river ferries.",
        "2031-01-01",
        stance="oppose",
        target="the arming of river ferries",
    )
    called = position(
        "b",
        "The Lowland Pact calls for a treaty against the arming of river ferries.",
        "2032-01-01",
        stance="call",
        target="a treaty against the arming of river ferries",
    )
    assert relations(opposed, called) == [("a", "b", "reworded")]


def test_to_condemn_a_raid_and_to_stand_with_the_raided_town_is_no_reversal():
    condemned = "The Lowland Pact condemns the raid on the ferry town of Skerry by sea wolves."
    stood = "The Lowland Pact stands with the ferry town of Skerry after the raid by sea wolves."
    rows = (
        position(
            "a", condemned, "2031-01-01", stance="oppose", target="the raid on the ferry town"
        ),
        position("b", stood, "2032-01-01", stance="support", target="the ferry town of Skerry"),
    )
    assert relations(*rows) == []


def test_calls_to_suspend_and_to_restore_are_opposite():
    texts = [
        f"The Lowland Pact calls on all to {v} the ferry toll talks." for v in ("suspend", "resume")
    ]
    rows = [
        position(
            key, text, f"203{i}-01-01", stance="call", target=text[text.index(" to ") + 4 : -1]
        )
        for i, (key, text) in enumerate(zip("ab", texts, strict=True))
    ]
    assert relations(*rows) == [("a", "b", "reversed")]


def said(stance, cue, target, *, strength=3, negated=False):
    """A position as ``relation`` reads it."""
    found = {"stance": stance, "cue": cue, "target": target, "strength": strength}
    quote = f"The Lowland Pact {cue} {target}."
    return found | {"negated": negated, "holder": "Lowland Pact", "quote": quote}


TOLL = "the wool toll"
RAIDS = "raids on the ferries of Skerry"


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        (said("concern", "is concerned at", RAIDS), said("oppose", "condemns", RAIDS), "stronger"),
        (said("oppose", "condemns", RAIDS), said("concern", "is concerned at", RAIDS), "weaker"),
        (
            said("oppose", "condemns", RAIDS, strength=3),
            said("oppose", "strongly condemns", RAIDS, strength=4),
            "stronger",
        ),
        (
            said("call", "demands", TOLL, strength=4),
            said("call", "calls for", TOLL, strength=2),
            "weaker",
        ),
        # Near misses: another object, another ladder.
        (said("concern", "is concerned at", RAIDS), said("oppose", "condemns", TOLL), "reworded"),
        (
            said("support", "supports", TOLL, strength=2),
            said("call", "demands", TOLL, strength=4),
            "reworded",
        ),
        (said("affirm", "notes", TOLL, strength=1), said("oppose", "opposes", TOLL), "reworded"),
    ],
)
def test_stronger_and_weaker_are_steps_of_one_ladder_on_one_object(first, later, expected):
    assert relation(first, later, same_act=False) == expected


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        (said("support", "welcomes", TOLL), said("oppose", "rejects", TOLL), "reversed"),
        (said("oppose", "opposes", TOLL), said("support", "supports", TOLL), "reversed"),
        (
            said("affirm", "recognises", TOLL),
            said("affirm", "does not recognise", TOLL, negated=True),
            "reversed",
        ),
        (
            said("commit", "is ready for", "talks with Skerry"),
            said("commit", "is not ready for", "talks with Skerry", negated=True),
            "reversed",
        ),
        (
            said("call", "calls on all to", f"impose {TOLL}"),
            said("call", "calls on all to", f"lift {TOLL}"),
            "reversed",
        ),
        (said("support", "welcomes", TOLL), said("concern", "regrets", TOLL), "reversed"),
        # Near misses: one side in two wordings, denied twice, and two tolls.
        (said("call", "calls for", TOLL), said("concern", "is concerned at", TOLL), "reworded"),
        (
            said("support", "welcomes", f"{TOLL} at Harrow"),
            said("concern", "regrets", f"{TOLL} at Skerry"),
            "",
        ),
        (
            said("support", "supports", f"the lifting of {TOLL}"),
            said("oppose", "opposes", TOLL),
            "reworded",
        ),
        (
            said("support", "supports", "a ban on sea mines"),
            said("oppose", "opposes", "sea mines"),
            "reworded",
        ),
        (
            said("affirm", "does not recognise", TOLL, negated=True),
            said("affirm", "does not recognise", TOLL, negated=True),
            "restated",
        ),
        (
            said("support", "supports", f"{TOLL} at Harrow"),
            said("oppose", "opposes", f"{TOLL} at Skerry"),
            "",
        ),
    ],
)
def test_reversed_is_the_other_side_of_the_same_object(first, later, expected):
    assert relation(first, later, same_act=False) == expected


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("The wool toll works.", "The wool toll does not work.", "reversed"),
        ("The truce at Skerry isn't holding.", "The truce at Skerry is holding.", "reversed"),
        ("The wool toll can work.", "The wool toll cannot work.", "reversed"),
        ("All members pay the toll.", "Not only all members pay the toll.", "reworded"),
        ("No member may leave the pact now.", "A member may not leave the pact now.", "reworded"),
        ("The dam at Skerry is safe.", "The dam at Skerry is safe, not new.", "reworded"),
        ("The wool toll works.", "The fish toll, which all hate, does not work.", "reworded"),
        ("The wool toll works.", "The fish toll does not work.", "reworded"),
    ],
)
def test_where_only_a_not_differs_the_contrary_is_said(earlier, later, expected):
    blank = said("affirm", "", "")
    found = relation(blank | {"quote": earlier}, blank | {"quote": later}, same_act=False)
    assert found == expected


def test_the_same_word_denied_of_another_thing_reverses_nothing():
    dam = said("affirm", "is", "safe") | {"quote": "The dam is safe."}
    bridge = said("affirm", "isn't", "safe", negated=True) | {"quote": "A new bridge isn't safe."}
    assert relation(dam, bridge, same_act=False) == "reworded"


@pytest.mark.parametrize("wanting", ["target", "cue", "holder", "quote"])
def test_what_is_not_known_of_a_position_is_no_error(wanting):
    stances = ("decide", "call", "oppose", "affirm")
    known = decided("a", "decided to build dykes at Skerry", "decided", "build dykes", 2031)
    for first in stances:
        for later in stances:
            pair = known | {wanting: "", "stance": first}, known | {"stance": later}
            assert isinstance(relation(*pair, same_act=False), str)
            assert isinstance(relation(*pair[::-1], same_act=False), str)


def test_a_decision_without_an_object_says_no_verb_of_its_own():
    objectless = decided("a", "agreed to equip the river guard at Skerry", "agreed", "", 2031)
    later = decided("b", "means to equip the river guard at Skerry", "means", "equip", 2032)
    later |= {"stance": "commit", "target": "equip the river guard at Skerry"}
    assert relation(objectless, later, same_act=False) == "reworded"


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        ("leave the ferry toll at 4.10", "leave the ferry toll at 4.10", "restated"),
        ("leave the ferry toll at 4.10", "leave the ferry toll at 4.35", ""),
        ("lower the ferry toll at Skerry", "leave the ferry toll at Skerry", ""),
        ("leave the ferry toll at Skerry", "leave the ferry toll at Skerry", "restated"),
    ],
)
def test_a_level_set_anew_is_another_decision(first, later, expected):
    pair = said("decide", "decided to", first), said("decide", "decided to", later)
    assert relation(*pair, same_act=False) == expected


@pytest.mark.parametrize(("year", "expected"), [("2032", "stronger"), ("2031", "reworded")])
def test_nothing_grew_stronger_where_it_is_not_known_which_came_first(year, expected):
    text = "The Lowland Pact {} the raids on the ferries of Skerry by sea wolves."
    more = {"stance": "oppose", "target": "the raids on the ferries of Skerry"}
    first = position("a", text.format("condemns"), "2031-03-01", strength=2, **more)
    later = position("b", text.format("condemns"), "2031-01-01", strength=4, **more)
    later |= {"date_low": f"{year}-01-01", "date_high": f"{year}-12-31"}
    assert relations(first, later) == [("a", "b", expected)]
