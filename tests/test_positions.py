"""Which stances a sentence takes, and which it does not, in texts that we made up."""

from pathlib import Path

import pytest
from spoken_texts import positions_of, stances

from analysis.codebook import read_codebook
from analysis.statements import read_text
from analysis.statements.lexicon import read_lexicon


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
        ("Valdoria would like to support the plan.", ["support"]),
        ("Valdoria would support the plan.", []),
        ("The premier warned that such raids are unacceptable.", ["oppose"]),
        ("Rowan argued for years that the dam was unsafe.", ["affirm"]),
        ("Rowan argued for a new dam.", ["call"]),
        ("The council launched a new fund.", ["decide"]),
        ("The council launched an attack on the harbour.", []),
        ("The leaders set up a fund.", ["decide"]),
        ("The declaration set up a fund.", []),
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
        ("It is vital that the strait stay open.", ["call"]),
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
        ("We hope that the talks will succeed.", ["call"]),
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


def sentences_of_the_file() -> list[tuple[bool, str, set[str], str]]:
    """Of each item: whether it is found by now, who speaks, its stances and the sentence."""
    lines = (Path(__file__).parent / "data/stances.txt").read_text("utf-8").splitlines()
    items = [line.partition(" | ") for line in lines if not line.startswith("#")]
    heads = [(head, *head.lstrip("~").split(), text) for head, _, text in items]
    return [
        (head[0] != "~", who, set(wanted.split(",")) - {"-"}, text)
        for head, who, wanted, text in heads
    ]


def test_every_sentence_of_the_file_takes_its_stances_but_those_marked():
    items = sentences_of_the_file()
    changed = [
        (sorted(found), text)
        for known, who, wanted, text in items
        if ((found := set(stances(text, "Valdoria" if who == "own" else ""))) == wanted) != known
    ]
    assert changed == []  # a sentence lost; or one won, which needs its mark no longer
    assert len(items) > 500
    assert sum(not known for known, *_ in items) <= 0.08 * len(items)


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
        ("It is vital that all sides seek talks.", ["call"]),
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
        ("I would like to highlight seven points.", []),
        ("I would like to highlight the seven dams.", ["affirm"]),
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
        ("The Pact has not drawn up, weighed or even approved new tolls.", []),
        ("Valdoria is not ready to reopen the border.", ["oppose"]),
    ],
)
def test_a_denied_cue_is_not_what_its_verb_says(text, expected):
    found = positions_of(text)
    assert [s for s in found["stance"] if s != "commit"] == expected
    assert found["negated"].all()


@pytest.mark.parametrize(
    ("text", "cue", "negated", "target"),
    [
        ("We must not close the bridge.", "must", True, "close the bridge"),
        ("We must close the bridge.", "must", False, "close the bridge"),
        ("Members will certainly never pay it twice.", "will", True, "pay it twice"),
        ("We will no longer pay the toll.", "will", True, "pay the toll"),
        ("We will not only mend the dam.", "will", False, "not only mend the dam"),
        ("We shouldn't close the bridge.", "shouldn't", True, "close the bridge"),
        ("We won’t raise the toll.", "won’t", True, "raise the toll"),
        ("We do not intend to pay.", "intend", True, "pay"),
        ("We promise not to raise the toll.", "promise", True, "not to raise the toll"),
        ("We promise not only to raise it.", "promise", False, "not only to raise it"),
        ("We vow that Lorn will never pay.", "vow", True, "Lorn will never pay"),
        ("We vow to help Lorn, which will not pay.", "vow", False, "help Lorn"),
        ("The Pact is no longer ready to sign.", "ready to", True, "sign"),
        ("The truce isn't holding.", "isn't", True, "holding"),
        ("The truce is holding.", "is", False, "holding"),
        ("The toll is not lawful.", "lawful", True, ""),
        ("The toll is not only lawful but fair.", "lawful", False, ""),
    ],
)
def test_a_denied_modal_or_assertion_is_negated_and_its_object_stands_behind_the_not(
    text, cue, negated, target
):
    found = positions_of(text, author="Valdoria").iloc[0]
    assert (found["cue"], found["negated"], found["target"]) == (cue, negated, target)


def test_what_nobody_has_to_do_is_not_called_for():
    assert "call" not in stances("Members do not have to pay the toll.", author="Valdoria")
    assert stances("Members have to pay the toll.", author="Valdoria") == ["call"]


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


def test_a_list_after_to_gives_each_item_the_stance_of_its_lead():
    text = (
        "The Board decided to:\n\n- retain the toll. It is low.\n- end the raid relief\n\n"
        "These measures will help. End of the minutes."
    )
    found = positions_of(text)
    assert found["stance"].tolist() == ["decide"] * 3
    assert found["quote"].tolist()[1:] == ["retain the toll.", "end the raid relief"]
    assert stances("The Board agreed to:\n- the toll of nine\n- a new quay") == ["decide"]
    assert stances("The strait is open to:\n- retain\n- end") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruun advised that the toll had doubled.", []),
        ("Ruun advised members to save.", ["call"]),
        ("Ruun advised that members should save.", ["call"]),
        ("Ruun concluded: “The quay is shut.”", ["affirm"]),
        ("Ruun concluded an accord with Lorn.", ["decide"]),
        ("Ruun said lower fees should support growth.", []),
        ("Ruun said lower fees are due, and this should support growth.", []),
        ("Ruun said the council should support growth.", ["call"]),
        ("Ruun said fiscal policy should support growth.", ["call"]),
        ("The Board noted that ample support would be needed.", ["affirm"]),
        ("The Board agreed ample support would be needed.", ["decide"]),
        ("The Board reaffirmed financial support for Lorn.", ["support"]),
        ("The Board reaffirmed our support would last.", ["support"]),
        ("The Board conveyed the support being given to Lorn.", ["support"]),
        ("The Board noted state support.", ["affirm"]),
    ],
)
def test_saying_a_forecast_and_aid_are_no_call_decision_or_support(text, expected):
    assert stances(text) == expected


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


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("- Lorn welcomed the truce.", "Lorn"),
        ("> The Ports Council condemned the raid.", "Ports Council"),
        ("**Premier Lund** urged both sides to talk.", "Premier Lund"),
        ("The Lorn-Karst Council welcomed the truce.", "Lorn-Karst Council"),
    ],
)
def test_marks_of_lists_mail_and_markdown_are_no_part_of_a_name(text, holder):
    assert positions_of(text)["holder"].tolist() == [holder]


def test_a_sentence_is_read_wherever_it_breaks_off():
    lexicon = read_lexicon(read_codebook(None).cues)
    for _, _, _, text in sentences_of_the_file()[::3]:
        words = text.split()
        for end in range(1, len(words)):
            for author in ("", "Valdoria"):
                read_text(" ".join(words[:end]), lexicon, author=author)
