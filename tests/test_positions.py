"""Positions in texts that we made up: stance, holder, denial, target, quote to the letter."""

import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import positions, tables
from analysis.codebook import Codebook, examples, read_codebook
from analysis.positions import find_positions
from analysis.statements import find_statements

BOOK = read_codebook(None)
ACTORS = pd.DataFrame(
    [
        ["Meridian Compact", "organisation", "Compact countries|leaders of the Compact", ""],
        ["Council of Ports", "body", "Ports Council", "Meridian Compact"],
        ["Oren Talvik", "person", "Talvik", ""],
    ],
    columns=["name", "kind", "aliases", "speaks_for"],
)
SENTENCE = re.compile(r"\S.*?(?:[.!?][”\"»’]*(?=\s|$)|$)")


def both_of(
    text: str, author: str = "", title: str = "", book: Codebook = BOOK
) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = []
    for paragraph in re.finditer(r"[^\n]+", text):
        low, high = paragraph.span()
        rows.append(("p", "d", "paragraph", "body", low, high))
        for found in SENTENCE.finditer(paragraph.group()):
            rows.append(("s", "d", "sentence", "body", low + found.start(), low + found.end()))
    columns = ["passage_id", "doc_id", "unit", "kind", "start", "end"]
    passages = pd.DataFrame(rows, columns=columns)
    row = dict.fromkeys(tables.empty("documents").columns, "")
    about = {"doc_id": "d", "path": "d.txt", "author": author, "title": title}
    documents = pd.DataFrame([row | about])
    found = find_statements(documents, passages, {"d": text}, book)
    mentions = tables.empty("mentions")
    return find_positions(found, documents, passages, mentions, {"d": text}, book)


def positions_of(text: str, author: str = "", **more: object) -> pd.DataFrame:
    return both_of(text, author, **more)[0]


def stances(text: str, author: str = "") -> list[str]:
    return positions_of(text, author)["stance"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Pact condemns the raid.", ["oppose"]),
        ("The Pact expressed deep concern about the raids.", ["concern"]),
        ("The leaders reaffirmed their unity and determination to stay.", ["affirm", "commit"]),
        ("The Pact reiterated its support for the mission.", ["support"]),
        ("The ministers stressed the need for talks.", ["call"]),
        ("The parties consider it necessary to act.", ["call"]),
        ("The Pact is ready to reopen the border.", ["commit"]),
        ("The countries confirmed that they would keep the peace.", ["commit"]),
        ("The leaders signed a declaration that stresses free trade.", ["decide", "affirm"]),
        ("The council views the raid as a serious violation.", ["oppose"]),
        ("Valdoria welcomed the truce and called for talks.", ["support", "call"]),
        ("The member states met in Karsten.", []),
        ("A plan adopted at noon failed.", []),
        ("The note was found under a stone.", []),
        ("The ministers thanked their hosts.", []),
    ],
)
def test_a_report_gives_the_stances_of_its_holders(text, expected):
    assert stances(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We condemn the raid.", ["oppose"]),
        ("The raid must stop.", ["call"]),
        ("We will defend the strait.", ["commit"]),
        ("Such raids are unacceptable.", ["oppose"]),
        ("Free trade is vital for the islands.", ["affirm"]),
        ("Our commitment to the accord is firm.", ["commit"]),
        ("Let me express our strong condemnation of the raid.", ["oppose"]),
        ("We are convinced that the strait must stay open.", ["affirm", "call"]),
        ("I met the minister this morning.", []),
        ("The river is 400 metres wide.", []),
    ],
)
def test_a_text_that_speaks_for_itself_takes_stances_of_its_own(text, expected):
    found = positions_of(text, author="Valdoria")
    assert found["stance"].tolist() == expected
    assert set(found["holder"]) <= {"Valdoria"}
    assert set(found["mode"]) <= {"own"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We condemn attacks on envoys and call upon rulers to protect them.", ["oppose", "call"]),
        ("I would like, from this rostrum, to urge the islands to act.", ["call"]),
        ("I want to draw attention to the plight of the islanders.", ["affirm"]),
        ("I would like to reaffirm Valdoria's commitment to the accord.", ["commit"]),
        ("We believe that it is extremely important to stop the raids.", ["affirm"]),
        ("It is vital that the strait stay open.", ["affirm"]),
        ("We hope that all ministers will support this plan.", ["call"]),
        ("We will need to rebuild the dam.", ["call"]),
        ("It should be quite clear that the dam holds.", ["affirm"]),
        ("Such a fund would let us repair the dam.", ["affirm"]),
        ("Premier Orlik would like to suggest a joint fund.", ["call"]),
        ("There is never any justification for piracy.", ["oppose"]),
        ("It is also important for all sides to stop the raids.", ["call"]),
        ("It is absolutely essential that the dam be repaired.", ["call"]),
        ("It is important to stress that the dam holds.", ["affirm"]),
        ("We count on the support of all islands.", ["call"]),
        ("Lasting peace requires a fair border.", ["call"]),
        ("The raid proved the need to guard the strait.", ["call"]),
        ("This situation calls for restraint.", ["call"]),
        ("We are grateful to all who answered the call for help.", ["support"]),
        ("We give the envoy the support he needs.", ["support"]),
        ("Attempts to isolate islanders are counterproductive and dangerous.", ["oppose"]),
        ("There can be no room for impunity.", ["oppose"]),
        ("No one has the right to close the strait.", ["oppose"]),
        ("The state of the dam is a source of deep concern.", ["concern"]),
        ("Unfortunately, the plan was inappropriate.", ["concern"]),
        ("Valdoria is a consistent supporter of the court.", ["support"]),
        ("Valdoria is prepared for talks.", ["commit"]),
        ("Let me express our strong condemnation of the Lowland raid.", ["oppose"]),
        ("The treaty had to be ratified by six parliaments.", []),
        ("Is there any bridge that must be kept closed?", []),
        ("By joining the league, they will strengthen it.", ["affirm"]),
        ("These developments are bound to hurt the islands.", ["affirm"]),
        ("We see no reason to raise the toll.", ["affirm"]),
        ("We hope that both sides will talk.", ["call"]),
        ("We hope that the talks will succeed.", ["support"]),
        ("We have to win this race.", ["call"]),
        ("We expect inflation to fall.", ["affirm"]),
        ("We expect both sides to talk.", ["call"]),
        ("The reform of the council is long overdue.", ["call"]),
        ("The raid on Karsten was a crime against humanity.", ["oppose"]),
        ("The valley is an integral part of Valdoria.", ["affirm"]),
        ("The outlook remains uncertain.", ["affirm"]),
        ("In assessing the rate, Valdoria will watch the prices.", ["commit"]),
        ("Trade grew on the basis of the accord.", []),
        ("I spoke with the premier today about the harbour.", []),
        ("I would also like to thank the mayor.", []),
    ],
)
def test_speakers_take_stances_without_a_verb_of_saying(text, expected):
    assert stances(text, author="Valdoria") == expected


def test_nearly_every_sentence_of_the_file_takes_its_stances_and_no_other():
    lines = (Path(__file__).parent / "data/stances.txt").read_text("utf-8").splitlines()
    items = [line.partition(" | ") for line in lines if not line.startswith("#")]
    wrong = []
    for head, _, text in items:
        who, wanted = head.split()
        found = set(stances(text, author="Valdoria" if who == "own" else ""))
        if found != set(wanted.split(",")) - {"-"}:
            wrong.append((head, sorted(found), text))
    assert len(items) > 500
    assert len(wrong) <= 0.08 * len(items), wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stand with us.", ["call"]),
        ("Friends, do not lose heart.", ["call"]),
        ("Let every islander do his part.", ["call"]),
        ("Work on the dam ended in May.", []),
        ("Let me turn to the dam.", []),
        ("Stand with the Islanders", []),
    ],
)
def test_a_bare_verb_at_the_beginning_commands(text, expected):
    assert stances(text, author="Valdoria") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our cause is just.", ["affirm"]),
        ("Lorn has the right to its waters.", ["affirm"]),
        ("The strait belongs to all nations.", ["affirm"]),
        ("Prices are expected to fall.", ["affirm"]),
        ("A dry spring could hurt the harvest.", ["affirm"]),
        ("Lorn has a special duty to its fishers.", ["affirm"]),
        ("Lorn has a harbour and two dams.", []),
        ("We teach the pilots with charts and lamps.", []),
        ("The envoy is in Karsten.", []),
        ("The council is meeting in Karsten.", []),
        ("The fleet is nine ships of 40 metres.", []),
        ("The next council will be held on 4 June.", []),
        ("The harvest failed in May.", []),
        ("Is the dam safe?", []),
    ],
)
def test_how_things_are_is_a_view_and_what_happened_is_none(text, expected):
    assert stances(text, author="Valdoria") == expected
    assert stances(text) == []  # in a report nobody says so


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We watch the markets and stand ready to act.", ["commit"]),
        ("The board watches the markets but will not let prices rise.", ["commit"]),
        ("Prices will have to fall.", ["call"]),
        ("I will now turn to trade.", []),
        ("It must be said that the talks were hard.", ["affirm"]),
        ("It is vital that all sides seek talks.", ["affirm"]),
        ("The work we pledge to finish was begun by others.", []),
        ("At the meeting we pledged to finish it.", ["commit"]),
        ("If Lorn paid its dues, we would support it.", []),
        ("We would support such a plan.", ["support"]),
        ("Some say that the accord is dead.", []),
        ("Lorn had condemned the plan.", []),
        ("Lorn condemned the plan.", ["oppose"]),
        ("We welcome the premier to Karsten.", []),
        ("We welcome the premier's plan.", ["support"]),
        ("We do not believe that tolls help.", ["affirm"]),
        ("Lorn has sought to deceive us.", ["oppose"]),
        ("We considered whether to raise the toll.", []),
        ("Recalling that the strait is open, we urge restraint.", ["affirm", "call"]),
        ("We observe a troubling trend.", ["concern"]),
    ],
)
def test_what_is_only_possible_wished_or_told_of_others_is_no_position(text, expected):
    assert stances(text, author="Valdoria") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Pact did not condemn the raid.", []),
        ("The Pact is not opposed to the plan.", ["support"]),
        ("The Pact does not support the plan.", ["oppose"]),
        ("The Pact will never support the plan.", ["oppose"]),
        ("The Pact did not sign the accord.", []),
        ("Valdoria is not ready to reopen the border.", ["oppose"]),
    ],
)
def test_a_denied_cue_is_not_what_its_verb_says(text, expected):
    found = positions_of(text)
    assert [s for s in found["stance"] if s != "commit"] == expected
    assert found.loc[found["stance"] != "commit", "negated"].all()


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Recognized the importance of the dam and its keepers.", ["affirm"]),
        ("- Calls upon all islands to lower the toll;", ["call"]),
        ("NOTING that the strait is open;", ["affirm"]),
        ("Reaffirming the principles of the charter,", ["affirm"]),
        ("Deeply concerned by the raids in the north,", ["concern"]),
        ("We are united in our support for the islands.", ["support"]),
        ("We remain resolute in our condemnation of the raid.", ["oppose"]),
        ("We cannot agree with such a plan.", ["oppose"]),
        ("Valdoria shares the position of its neighbours.", ["support"]),
        ("Regarding trade, the ships came late.", []),
        ("Against that background the ships came late.", []),
        ("States parties met in May.", []),
        ("Reports from the north were late.", []),
    ],
)
def test_recitals_items_and_united_speakers_take_stances(text, expected):
    assert stances(text, author="Valdoria") == expected


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


def test_confidence_is_higher_for_a_verb_with_a_name_than_for_a_word_of_judgement():
    sure = positions_of("Valdoria condemns the raid.")["confidence"].iloc[0]
    unsure = positions_of("The raid was a cowardly act.", author="Valdoria")["confidence"].iloc[0]
    assert sure > unsure
    assert "judgement" in positions.CONFIDENCE_RULE


CUES = BOOK.cues.to_dict("records")


@pytest.mark.parametrize("row", CUES, ids=[f"{r['file']}:{r['line']}" for r in CUES])
def test_each_cue_matches_its_example_and_not_its_near_miss(row):
    one = pd.DataFrame([row])
    assert examples(row["match"])
    assert examples(row["near_miss"])
    checked = positions.check_examples(
        Codebook(BOOK.actors, BOOK.cues, BOOK.themes, BOOK.events), one
    )
    assert checked["problem"].tolist() == []


def test_a_cue_that_fails_its_example_is_named_with_file_and_line(tmp_path):
    (tmp_path / "cues.csv").write_text(
        "cue,kind,stance,strength,match,near_miss\n"
        "frown upon,verb,oppose,2,The Pact smiled upon it.,The Pact frowned upon it.\n"
    )
    failing = positions.check_examples(read_codebook(tmp_path))
    assert failing["line"].tolist() == ["2", "2"]


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
    ],
)
def test_a_subject_is_found_past_asides_openings_and_shares(text, stance, holder):
    found = positions_of(text, "Lorn")
    assert found["stance"].tolist() == [stance]
    assert found["holder"].iloc[0].startswith(holder)


def test_a_verb_of_expression_has_further_objects_with_their_owner():
    text = "We express our full support to Karst and our sharp condemnation of the raid."
    assert stances(text, "Lorn") == ["support", "oppose"]
    text = "We express our full support to Karst and the condemnation of the raid was sharp."
    assert stances(text, "Lorn") == ["support"]


def test_what_others_aspire_to_is_recognized_not_promised():
    assert stances("We recognize the aspirations of the islanders.", "Lorn") == ["affirm"]
    assert stances("We recognize our commitment to the islanders.", "Lorn") == ["commit"]


def test_what_is_given_up_or_only_asked_is_not_held():
    assert stances("Valdoria no longer supports the mission.") == ["oppose"]
    assert positions_of("Valdoria no longer opposes the mission.")["holder"].tolist() == [
        "Valdoria"
    ]
    assert stances("Would we support sanctions if talks failed?", "Lorn") == []
    assert stances("The leaders signed nothing that binds them.") == []
    assert stances("The leaders signed the accord that binds them.") == ["decide"]


def test_a_past_verb_before_a_plural_keeps_the_plural_a_noun():
    assert positions_of("Valdoria published sanctions lists.").empty


def test_a_cue_of_a_codebook_of_ones_own_counts(tmp_path):
    (tmp_path / "cues.csv").write_text(
        "cue,kind,stance,strength,match,near_miss\n"
        "frown upon,verb,oppose,2,The Pact frowned upon it.,A frown was seen.\n"
    )
    book = read_codebook(tmp_path)
    assert positions_of("Valdoria frowns upon the raid.", book=book)["stance"].tolist() == [
        "oppose"
    ]
    assert positions.check_examples(book).empty


PIECES = st.sampled_from(
    [
        "said",
        "that",
        "“",
        "”",
        '"',
        "’",
        "«",
        "»",
        "the council",
        "We",
        "condemn",
        ", ",
        ". ",
        "Rowan",
        "\n",
        "must",
        "welcomes",
        "and",
        "their",
        "commitment",
        "to",
        "not",
        "(",
        ")",
        "—",
        "is",
        "concerned",
        "about",
        ":",
        "we",
        "I",
        "unacceptable",
        "😀",
        "\xad",
        "\xa0",
        "will",
        "need",
    ]
)


@settings(deadline=None)  # the machine may be busy
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Страны Пакта решительно осуждают нападение.", [("oppose", "Страны Пакта")]),
        ("Президент Ода подчеркнул, что договор открыт.", [("affirm", "Президент Ода")]),
        ("Лидеры Пакта выразили обеспокоенность набегами.", [("concern", "Лидеры Пакта")]),
        (
            "«Мы глубоко обеспокоены ростом угроз», заявил министр Рек.",
            [("concern", "министр Рек")],
        ),
        ("Стороны Пакта подписали договор.", [("decide", "Стороны Пакта")]),
        ("Совет Портов не поддерживает этот план.", [("oppose", "Совет Портов")]),
        ("Вальдория готова открыть границу.", [("commit", "Вальдория")]),
        (
            "Совет Портов приветствует перемирие и призывает стороны к миру.",
            [("support", "Совет Портов"), ("call", "Совет Портов")],
        ),
        ("Река вышла из берегов утром.", []),
        ("Осуждённый сидел в камере.", []),
    ],
)
def test_russian_cues_work_beside_the_english_ones(text, expected):
    found = positions_of(text)
    assert list(zip(found["stance"], found["holder"], strict=True)) == expected


def test_a_russian_text_that_speaks_for_itself_has_its_author_as_holder():
    found = positions_of("Призываем стороны к миру. Такие удары недопустимы.", author="Вальдория")
    assert found["stance"].tolist() == ["call", "oppose"]
    assert set(found["holder"]) == {"Вальдория"}
