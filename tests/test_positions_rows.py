"""A position in texts that we made up: its holder, target, confidence and quote."""

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spoken_texts import BOOK, PIECES, both_of, positions_of

from analysis import positions
from analysis.codebook import Codebook

ACTORS = pd.DataFrame(
    [
        ["Meridian Compact", "organisation", "Compact countries|leaders of the Compact", ""],
        ["Council of Ports", "body", "Ports Council", "Meridian Compact"],
        ["Oren Talvik", "person", "Talvik", ""],
    ],
    columns=["name", "kind", "aliases", "speaks_for"],
)


@pytest.mark.parametrize(
    ("text", "holder", "basis"),
    [
        ("Leaders of the Compact countries condemned the raid.", "Meridian Compact", "codebook"),
        ("The Ports Council welcomed the truce.", "Meridian Compact", "codebook"),
        ("President Oren Talvik urged restraint.", "Oren Talvik", "codebook"),
        ("President Ode and Premier Lund urged restraint.", "President Ode|Premier Lund", "name"),
        (
            "The Meridian Compact urged restraint. It condemned the raid.",
            "Meridian Compact",
            "ante",
        ),
        ("The Meridian Compact met. The document condemns the raid.", "Meridian Compact", "ante"),
        ("Nobody came. He condemned the raid.", "unresolved", "nobody"),
    ],
)
def test_a_holder_is_an_actor_a_name_or_nobody(text, holder, basis):
    book = Codebook(ACTORS, BOOK.cues, BOOK.themes, BOOK.events)
    last = positions_of(text, book=book).iloc[-1]
    assert last["holder"] == holder
    assert last["holder_basis"].startswith(basis)


LEAGUE = pd.DataFrame(
    [
        ["Harrow League", "organisation", "League of Harrow States|HL", "", "Lorn|Selm"],
        ["Harrow Ministers", "group", "Port Ministers of the Harrow League", "Harrow League", ""],
    ],
    columns=["name", "kind", "aliases", "speaks_for", "members"],
)


@pytest.mark.parametrize(
    ("title", "text", "name", "actor"),
    [
        ("", "We, the Envoys of the Harrow League condemn the raids. We urge calm.",
         "Envoys of the Harrow League", "Harrow League"),
        ("Harrow League Envoys' Statement on the Raids", "We urge calm.",
         "Harrow League Envoys", "Harrow League"),
        ("Chair's Statement on the Informal Harrow League Meeting (IHLM)", "We urge calm.",
         "Informal Harrow League Meeting", "Harrow League"),
        ("CHAIRMAN'S STATEMENT OF THE 43RD HARROW LEAGUE SUMMIT", "We urge calm.",
         "43RD HARROW LEAGUE SUMMIT", "Harrow League"),
        ("Harrow League Envoys' Review and Decision on the Pact", "We urge calm. We hope for it.",
         "Harrow League Envoys", "Harrow League"),
        ("Statement by the League of Harrow States (HL)", "We urge calm.",
         "League of Harrow States (HL)", "Harrow League"),
        ("Statement by Envoy Ada Ruun of the Harrow League", "We urge calm.",
         "Envoy Ada Ruun of the Harrow League", "Envoy Ada Ruun of the Harrow League"),
        ("Chair's Statement on the Raids", "We urge calm. We hope for it.",
         "unresolved", "unresolved"),
    ],
)  # fmt: skip
def test_who_we_is_comes_from_the_title_or_the_first_words(title, text, name, actor):
    book = Codebook(LEAGUE, BOOK.cues, BOOK.themes, BOOK.events)
    assert positions_of(text, title=title)["holder"].iloc[-1] == name
    assert positions_of(text, title=title, book=book)["holder"].iloc[-1] == actor


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The Port Ministers of Lorn voiced concern. The Port Ministers urged calm. They hope.",
         "Port Ministers of Lorn"),
        ("Port Ministers of the Harrow League met. In May, the ministers urged calm.",
         "Harrow League"),
        ("KARSTEN - Ten Lornish leaders have condemned the raids.", "Ten Lornish leaders"),
        ("Lorn's Ministry of Foreign Affairs and Overseas Trade condemned the raids.",
         "Lorn's Ministry of Foreign Affairs and Overseas Trade"),
        ('"Recalling our Pact of 1988, we condemn the raid," the elders said.', "elders"),
        ("The States of the Gulf met. The United States urged calm.", "United States"),
    ],
)  # fmt: skip
def test_a_group_named_in_full_is_later_called_by_its_noun(text, holder):
    book = Codebook(LEAGUE, BOOK.cues, BOOK.themes, BOOK.events)
    assert positions_of(text, book=book)["holder"].iloc[-1] == holder


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Q: Will you raise the toll?\nPremier Lund: We must.\nQ: I welcome that.\n"
         "Envoy Ruun: I support it.", ["Premier Lund", "unresolved", "Envoy Ruun"]),
        ("INTERVIEWER\n\nWhat of the toll?\n\nPREMIER LUND\n\nIt must fall.", ["PREMIER LUND"]),
        ("Ada Ode, Spokesperson: We condemn it.\nJon Berg, Daily Post: What of the toll?\n"
         "Ada Ode, Spokesperson: We oppose it.", ["Ada Ode", "Ada Ode"]),
        ("Trade: We will cut tolls.\nNext Steps: We will meet in May.", ["Lorn", "Lorn"]),
        ("Premier: tolls must rise.\nWe condemn the raid.", ["Lorn", "Lorn"]),
    ],
)  # fmt: skip
def test_in_a_transcript_each_turn_is_its_speakers(text, holders):
    assert positions_of(text, "Lorn")["holder"].tolist() == holders


def test_an_author_is_known_in_the_label_of_a_turn():
    text = "Q: Will it rise?\nLund: We must raise it.\nQ: When?\nLund: We will decide in May."
    assert set(positions_of(text, "Premier Boris Lund")["holder"]) == {"Premier Boris Lund"}


def test_what_others_need_is_the_view_of_whoever_speaks():
    assert positions_of("The islanders need relief.", "Valdoria")["holder"].tolist() == ["Valdoria"]
    assert positions_of("We need relief.", "Valdoria")["holder"].tolist() == ["Valdoria"]
    assert positions_of("Twelve million people will need relief.").empty


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("The Pact condemned the raid. A separate statement calls for talks.", ["Pact", "Pact"]),
        ("The Pact met. The document condemns the raid. It notes the risk.", ["Pact", "Pact"]),
        ("The member states highly value the mission.", ["member states"]),
        ("The Pact feared the treaty, which Lorn rejected, and urged talks.", ["Pact", "Pact"]),
        ("In the first lines the member states express deep concern.", ["member states"]),
        ("The Council meets in May unless the Pact decides otherwise.", []),
        ("Three sources agree that the toll was raised in May.", []),
        ("A news report of last year confirms the date.", []),
    ],
)
def test_holders_of_documents_asides_and_conditions(text, holders):
    found = positions_of(text)
    assert [h for h in found["holder"] if h != "Lorn"] == holders


def test_presidents_of_several_countries_hold_a_position_together():
    rows = [[name, "country", "", ""] for name in ("Valdoria", "Ostmark", "Lorn")]
    actors = pd.DataFrame(rows, columns=ACTORS.columns)
    book = Codebook(actors, BOOK.cues, BOOK.themes, BOOK.events)
    text = "The presidents of Valdoria, Ostmark and Lorn signed it. The parties agreed to a truce."
    assert set(positions_of(text, book=book)["holder"]) == {"Valdoria|Ostmark|Lorn"}


def test_a_quotation_of_two_sentences_gives_two_positions_of_its_speaker():
    found = positions_of("“We condemn the raid. We call for talks,” Mayor Ilse Brandt said.")
    assert found["stance"].tolist() == ["oppose", "call"]
    assert set(found["holder"]) == {"Mayor Ilse Brandt"}
    assert set(found["mode"]) == {"direct"}
    assert found["statement_id"].all()


def test_what_a_document_is_told_to_say_is_its_bodys_and_no_nameless_authors():
    text = (
        "The leaders of the Compact adopted a declaration in Varrow. "
        "The declaration says that the alliance is not aimed at third parties."
    )
    book = Codebook(ACTORS, BOOK.cues, BOOK.themes, BOOK.events)

    found = positions_of(text, title="Varrow declaration: raids and sanctions", book=book)

    assert found["holder"].tolist() == ["Meridian Compact", "Meridian Compact"]


def test_who_reports_is_kept_apart_from_who_holds():
    found = positions_of("Mayor Brandt said that the Pact condemns the raid.")
    assert found[["holder", "reported_by"]].values.tolist() == [["Pact", "Mayor Brandt"]]


def test_a_sentence_with_a_cue_and_no_position_is_listed_with_the_reason():
    found, unrecorded = both_of("The Pact did not condemn the raid. The call came late.")
    assert found.empty
    assert unrecorded["reason"].tolist()[0] == "the cue is denied"
    assert unrecorded["cue"].tolist() == ["condemn", "call"]


def test_the_target_is_the_object_of_the_cue():
    assert positions_of("The Pact condemns the raid on Selm, which began in May.")[
        "target"
    ].tolist() == ["the raid on Selm"]


LIST = "(1) Build a dam at Selm.\n- Train the pilots of the strait.\nThe pilots met in May."


@pytest.mark.parametrize(
    ("lead", "stance"),
    [
        ("We commit to these steps:", "commit"),
        ("Over the next year, we must act in these ways:", "commit"),
        ("We call on all ports to take these steps:", "call"),
    ],
)
def test_items_of_a_list_go_on_with_the_sentence_before_the_colon(lead, stance):
    found = positions_of(f"{lead}\n{LIST}", "Valdoria")
    assert found["quote"].tolist()[1:] == [
        "Build a dam at Selm.", "Train the pilots of the strait.",
    ]  # fmt: skip
    assert found["stance"].tolist()[1:] == [stance, stance]


def test_items_after_a_sentence_without_a_plan_or_a_call_plan_nothing():
    assert positions_of(f"The guests saw three plays:\n{LIST}", "Valdoria").empty


def test_the_number_of_a_sentence_is_no_part_of_its_quote():
    found = positions_of("(3) We condemn the raid on Selm.", "Valdoria")
    assert found["quote"].tolist() == ["We condemn the raid on Selm."]


def test_a_line_written_as_a_title_is_read():
    found = positions_of(
        "Lorn and Karst Reaffirm Their Shared Commitment to Free Trade", "Valdoria"
    )
    assert found["stance"].tolist() == ["commit"]
    assert positions_of("Joint Statement on the Call for Free Trade", "Valdoria").empty


def test_confidence_is_higher_for_a_verb_with_a_name_than_for_a_word_of_judgement():
    sure = positions_of("Valdoria condemns the raid.")["confidence"].iloc[0]
    unsure = positions_of("The raid was a cowardly act.", author="Valdoria")["confidence"].iloc[0]
    assert sure > unsure
    assert "judgement" in positions.CONFIDENCE_RULE


@pytest.mark.parametrize(
    ("text", "stance", "holder"),
    [
        ("Ostrel has full confidence in the mission.", "support", "Ostrel"),
        ("To mark the League, Premier Orlik and Premier Varga agreed to pay.", "decide", "Premier"),
        (
            "We — Premier Orlik of Valdoria and Premier Ruun of Ostrel — condemn it.",
            "oppose",
            "Lorn",
        ),
        ("All of us support the mission.", "support", "Lorn"),
        ("Last night Ostrel condemned the raid.", "oppose", "Ostrel"),
        ("Leaders of Lorn, Karst and Ostrel condemned it.", "oppose", "Lorn|Karst|Ostrel"),
    ],
)
def test_a_subject_is_found_past_asides_openings_and_shares(text, stance, holder):
    found = positions_of(text, "Lorn")
    assert found["stance"].tolist() == [stance]
    assert found["holder"].iloc[0].startswith(holder)


@settings(deadline=None)  # the machine may be busy
@example("to said", "")  # the cue of several words is the last word
@given(st.lists(PIECES, max_size=40).map(" ".join), st.sampled_from(["", "Valdoria"]))
def test_every_quote_is_the_text_at_its_offsets(text, author):
    found, unrecorded = both_of(text, author)
    for row in found.itertuples():
        assert text[row.start : row.end] == row.quote
        assert text[row.cue_start : row.cue_end] == row.cue
        assert row.target in text
    assert not set(zip(unrecorded["start"], unrecorded["end"], strict=True)) & set(
        zip(found["start"], found["end"], strict=True)
    )
