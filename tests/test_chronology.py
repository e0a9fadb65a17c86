"""Chronology: what restates what, since when, in which words, and when it was last said."""

import pandas as pd
import pytest

from analysis import chronology, tables
from analysis.chronology.contents import concepts, content_text
from analysis.tables import AnalysisError

PATROLS = "The Pact stresses that joint patrols on the river are not aimed at any neighbour."
AGAIN = (
    "The Pact reiterates that joint river patrols are directed neither at neighbours nor guests."
)
SCHOOL = "The Pact welcomes the opening of a school for pilots in Harrow."
FERRIES = "The Pact notes that ferries run late in winter."


def position(key, quote, date, **further):
    low, high = (date, date) if len(date) != 4 else (f"{date}-01-01", f"{date}-12-31")
    cue = quote.split()[2]
    start = quote.index(cue)
    return {
        "position_id": key,
        "doc_id": f"doc-{key}",
        "path": f"{key}.txt",
        "start": 0,
        "end": len(quote),
        "quote": quote,
        "mode": "indirect",
        "holder": "Lowland Pact",
        "cue": cue,
        "cue_start": start,
        "cue_end": start + len(cue),
        "stance": "affirm",
        "strength": 2,
        "negated": False,
        "date": date,
        "date_low": low,
        "date_high": high,
        "act_id": f"act:{key}",
        "confidence": 1.0,
        **further,
    }


def positions(*rows):
    return tables.from_rows("positions", rows)


def acts(*keys, **further):
    return tables.from_rows(
        "acts",
        [
            {
                "act_id": f"act:{key}",
                "holder": "Lowland Pact",
                "date": date,
                "date_low": date,
                "date_high": date,
                "n_documents": 1,
                **further,
            }
            for key, date in keys
        ],
    )


ACTS = acts(("a", "2031-01-01"), ("b", "2032-01-01"), ("c", "2033-01-01"))


def links(*rows):
    return chronology.link_positions(positions(*rows), ACTS)


def relations(*rows):
    found = links(*rows)
    names = ("position_a", "position_b", "relation")
    return list(zip(*(found[name] for name in names), strict=True))


# What is compared


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
    ],
)
def test_a_courtesy_said_each_year_is_no_restatement(courtesy):
    assert (
        relations(position("a", courtesy, "2031-01-01"), position("b", courtesy, "2032-01-01"))
        == []
    )


def test_congratulating_a_country_on_a_treaty_is_no_courtesy():
    quote = "The Pact congratulates both islands on the ferry treaty and its bold harbour rules."
    rows = position("a", quote, "2031-01-01"), position("b", quote, "2032-01-01")
    assert relations(*rows) == [("a", "b", "restated")]


def test_another_decision_of_the_same_kind_restates_nothing():
    first = "The Pact decided to admit the island of Skerry."
    other = "The Pact decided to admit the city of Minster."
    rows = (
        position("a", first, "2031-01-01", stance="decide"),
        position("b", other, "2032-01-01", stance="decide"),
    )
    assert relations(*rows) == []


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


# Links


def test_a_formula_said_again_in_other_words_is_reworded():
    assert relations(
        position("a", PATROLS, "2031-01-01"),
        position("b", AGAIN, "2032-01-01"),
        position("c", SCHOOL, "2033-01-01"),
    ) == [("a", "b", "reworded")]


def test_the_same_words_in_a_later_act_are_restated():
    assert relations(
        position("a", PATROLS, "2031-01-01"), position("b", PATROLS, "2032-01-01")
    ) == [("a", "b", "restated")]


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
            ("decided to join the Harrow toll union", "decided", "join the Harrow toll union"),
            ("decided to leave the Harrow toll union", "decided", "leave the Harrow toll union"),
        ),
    ],
)
def test_another_event_restates_nothing_however_like_its_words(first, later):
    assert relations(decided("a", *first, 2031), decided("b", *later, 2032)) == []


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


# Threads


def threads(*rows):
    table = positions(*rows)
    return chronology.build_threads(table, chronology.link_positions(table, ACTS), ACTS)


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


def test_a_thread_of_sentences_without_a_holder_says_so():
    _, found = threads(
        position("a", PATROLS, "2031-01-01", holder="unresolved", mode="own"),
        position("b", PATROLS, "2032-01-01", holder="unresolved", mode="own"),
    )
    assert found["holder"].tolist() == ["unresolved"]


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


# Silence


def on_theme(key, date, theme, **further):
    return position(key, PATROLS, date, themes=theme, **further)


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


# What a reader sees


def test_a_redline_gives_the_words_dropped_and_added():
    assert chronology.redline(
        "military and political cooperation is not aimed at anyone",
        "Military cooperation is not directed at anyone.",
    ) == [
        ("same", "Military"),
        ("dropped", "and political"),
        ("same", "cooperation is not"),
        ("dropped", "aimed"),
        ("added", "directed"),
        ("same", "at anyone"),
        ("added", "."),
    ]


def test_a_wrapped_line_is_no_change():
    assert [c.kind for c in chronology.redline("joint\n   patrols", "joint patrols")] == ["same"]


def test_the_timeline_is_in_order_with_the_place_of_each_quote():
    table = positions(
        position("c", FERRIES, ""),
        position("b", AGAIN, "2032"),
        position("a", PATROLS, "2031-01-01"),
    )
    documents = tables.from_rows(
        "documents", [{"doc_id": "doc-a", "item": 1, "start": 0, "end": 9, "outlet": "Herald"}]
    )
    shown = chronology.timeline(table, documents)
    assert shown["date"].tolist() == ["2031-01-01", "2032", "undated"]
    assert shown["source"].tolist()[0] == f"a.txt:0-{len(PATROLS)}"
    assert shown["outlet"].tolist() == ["Herald", "", ""]


def test_the_timeline_can_be_cut_to_a_holder_a_theme_and_a_period():
    table = positions(
        on_theme("a", "2031-01-01", "rivers|schools"),
        on_theme("b", "2032-01-01", "river"),
        on_theme("c", "2033-01-01", "rivers", holder="Upland League"),
        on_theme("d", "2034-01-01", "rivers"),
    )
    shown = chronology.timeline(
        table, tables.empty("documents"), holder="Lowland Pact", theme="rivers", until="2033"
    )
    assert shown["position_id"].tolist() == ["a"]


def described(*rows):
    placed, found = threads(*rows)
    made = chronology.link_positions(placed, ACTS)
    return chronology.describe_threads(found, placed, made), placed, made, found


def test_a_thread_is_described_with_both_quotes_and_the_ladder():
    shown, *_ = described(
        position("a", PATROLS, "2031-01-01", stance="concern"),
        position("b", AGAIN, "2032", stance="concern", strength=3),
    )
    row = shown.iloc[0]
    assert row["first_quote"] == PATROLS
    assert row["last_quote"] == AGAIN
    assert row["strength"] == "concern 2 → concern 3"
    assert row["since"] == "2031-01-01"
    assert row["contrary"] == "none found in 2 positions"


def test_what_speaks_against_a_thread_stands_beside_it():
    against = PATROLS.replace("stresses", "rejects")
    shown, placed, made, found = described(
        position("a", PATROLS, "2031-01-01", stance="support"),
        position("b", AGAIN, "2032-01-01", stance="support"),
        position("c", against, "2033-01-01", stance="oppose"),
    )
    assert shown["contrary"].tolist() == ["1 found"]
    assert chronology.contrary(found, placed, made)["quote"].tolist() == [against]


def test_the_changes_of_a_thread_are_told_act_by_act():
    _, placed, made, _ = described(
        position("a", PATROLS, "2031-01-01"), position("b", AGAIN, "2032-01-01")
    )
    shown = chronology.changes("thread:a", placed, made)
    assert shown["redline"].tolist() == [
        "The Pact [-stresses-] {+reiterates+} that joint {+river+} patrols "
        "[-on the river-] are [-not aimed-] {+directed neither+} at "
        "[-any neighbour-] {+neighbours nor guests+}."
    ]
    assert shown["relation"].tolist() == ["reworded"]


def test_the_redlines_of_all_threads_name_both_places():
    _, placed, made, found = described(
        position("a", PATROLS, "2031-01-01"), position("b", AGAIN, "2032-01-01")
    )
    shown = chronology.redlines(found, placed, made)
    assert shown["source_before"].tolist() == [f"a.txt:0-{len(PATROLS)}"]
    assert shown["source_after"].tolist() == [f"b.txt:0-{len(AGAIN)}"]


def test_the_reports_of_one_act_are_shown_with_their_differing_words():
    table = positions(
        position("a", PATROLS, "2031-01-01"),
        position("b", PATROLS.replace("any", "a"), "2031-01-01", act_id="act:a"),
    )
    known = acts(("a", "2031-01-01"), occasion="spring session").assign(n_documents=2)
    papers = tables.from_rows(
        "documents",
        [
            {"doc_id": f"doc-{key}", "item": 1, "start": 0, "end": 9, "outlet": outlet}
            for key, outlet in (("a", "Herald"), ("b", "Courier"))
        ],
    )
    shown = chronology.reports(known, papers, table, chronology.link_positions(table, known))
    assert shown[["report_a", "report_b", "n_documents"]].to_numpy().tolist() == [
        ["Herald", "Courier", 2]
    ]
    assert "[-any-] {+a+}" in shown["redline"].iloc[0]


def test_two_holders_are_compared_theme_by_theme():
    table = positions(
        on_theme("a", "2031-01-01", "rivers", stance="support"),
        on_theme("b", "2032-01-01", "rivers", stance="oppose", holder="Upland League"),
        on_theme("c", "2033-01-01", "schools"),
    )
    shown = chronology.compare(table, holders=("Lowland Pact", "Upland League"))
    assert shown[["theme", "stated_by", "differ"]].to_numpy().tolist() == [
        ["rivers", "both", "only a: support; only b: oppose"],
        ["schools", "Lowland Pact", ""],
    ]


def test_two_periods_are_compared_theme_by_theme():
    table = positions(on_theme("a", "2031-01-01", "rivers"), on_theme("b", "2034-01-01", "schools"))
    shown = chronology.compare(table, periods=(("2030", "2032"), ("2033", "2035")))
    assert shown["stated_by"].tolist() == ["2030 to 2032", "2033 to 2035"]


def test_a_comparison_without_sides_is_refused():
    with pytest.raises(AnalysisError, match="two holders or two periods"):
        chronology.compare(positions(position("a", PATROLS, "2031-01-01")))


def test_no_positions_give_empty_tables():
    empty = tables.empty("positions")
    made = chronology.link_positions(empty, tables.empty("acts"))
    placed, found = chronology.build_threads(empty, made, tables.empty("acts"))
    assert isinstance(chronology.describe_threads(found, placed, made), pd.DataFrame)
    assert chronology.timeline(empty, tables.empty("documents")).empty


def test_a_period_that_is_no_date_is_refused_with_the_form():
    with pytest.raises(tables.AnalysisError, match="since is '2022-13-40'; give a date such as"):
        chronology.timeline(
            tables.empty("positions"), tables.empty("documents"), since="2022-13-40"
        )
