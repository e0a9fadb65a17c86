"""Who holds what is said, and who reports it, in texts that we made up."""

from pathlib import Path

import pytest
from spoken_texts import BOOK, positions_of, statements_of

from analysis.codebook import Codebook, read_codebook
from analysis.statements.voice import author_of

ACTORS = """\
name,kind,aliases,speaks_for,founded,definition,match,near_miss,source
Lorn,country,Karsten,,,,,,
Ostmark,country,,,,,,,
Kestrel Union,organisation,KU|the Board,,,,,,
Ada Ruun,person,Ruun,Lorn,,,,,
Oren Talvik,person,Talvik,Kestrel Union,,,,,
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Codebook:
    folder: Path = tmp_path_factory.mktemp("book")
    (folder / "actors.csv").write_text(ACTORS, "utf-8")
    return read_codebook(folder)


def holders(text: str, book: Codebook = BOOK) -> list[str]:
    return statements_of(text, book=book)["holder"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [  # a person is meant by "she", also one whom the codebook lets speak for a body
        (
            "KU envoy Mila Orlik said the toll was high. She said it would fall.",
            "KU envoy Mila Orlik",
        ),
        ("Ruun said the toll was high. She said it would fall.", "Lorn"),
        ("Lorn minister Ada Ruun said the toll was high. She said it would fall.", "Lorn"),
        (
            "Envoy to Lorn Oren Talvik said the toll was high. He said it would fall.",
            "Kestrel Union",
        ),
    ],
)
def test_a_person_named_beside_a_body_is_the_holder(text, expected, book):
    assert holders(text, book) == [expected, expected]


def test_a_body_named_after_an_office_is_no_person(book):
    assert holders("Lorn Prime Ministers Council said the toll was high.", book) == ["Lorn"]


def test_they_are_the_two_named_last_and_not_the_body_of_an_office(book):
    text = (
        "Lorn and Ostmark met. KU envoy Mila Orlik said Lorn and Ostmark agreed. They hope to talk."
    )
    found = positions_of(text, book=book)
    assert found["holder"].tolist()[-1] == "Lorn|Ostmark"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lorn Secretary of State, Edda Rowan, said the toll was high.", "Edda Rowan"),
        ("The Lorn Secretary of State, Ada Ruun, said the toll was high.", "Lorn"),
        ("The head of trade of Ostmark, Edda Rowan, said the toll was high.", "Edda Rowan"),
        ("Edda Rowan, the harbour minister, said the toll was high.", "Edda Rowan"),
        ("Lorn, Edda Rowan said, was late.", "Edda Rowan"),
    ],
)
def test_an_office_and_the_name_beside_it_are_one_holder(text, expected, book):
    assert holders(text, book) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ruun met the guild. Lorn's president said the toll was high.", "Lorn"),
        (
            "President Orlik met the guild. Lorn's president said the toll was high.",
            "Lorn's president",
        ),
    ],
)
def test_the_office_of_a_body_is_whom_the_codebook_lets_speak_for_it(text, expected, book):
    assert holders(text, book)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Orlik spoke. "Premier Lund must say that the toll is fair," he added.', "Orlik"),
        (
            'Orlik said the toll was high. "Premier Lund promised that it would fall," he added.',
            "Orlik",
        ),
        ('"The toll is too high," Rowan said. "Ostmark must pay," the statement read.', "Rowan"),
        (
            '"The Kestrel Union agreed that the toll is fair," Orlik said. It said no more.',
            "Kestrel Union",
        ),
    ],
)
def test_no_person_named_in_a_quotation_says_it(text, expected):
    found = statements_of(text).sort_values("cue_start")
    assert found["holder"].tolist()[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tolls were in doubt, and the opposition says they are too high.", "opposition"),
        ("Talks went on, while other ministers said they were idle.", "other ministers"),
        ("Talks went on, while the agency said they were idle.", "Kestrel News Agency"),
    ],
)
def test_a_body_unlike_the_one_before_is_not_that_one(text, expected):
    text = f"Kestrel News Agency reported a raid. {text}"
    assert statements_of(text)["holder"].tolist()[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talvik said the Board will build a dam.", "Kestrel Union"),
        ("Orlik said envoy Ruun will build a dam.", "Lorn"),
        ("Orlik said Premier Lund will build a dam.", "Premier Lund"),
    ],
)
def test_the_subject_of_will_is_looked_up_as_every_other(text, expected, book):
    found = positions_of(text, book=book)
    assert found.loc[found["cue"].eq("will"), "holder"].tolist() == [expected]


def test_whose_plan_is_only_told_of_is_not_whom_he_means():
    assert holders("Orlik said Lorn would pay. He said it was late.")[-1] == "Orlik"


def test_a_thing_that_will_be_is_nobodys_plan(book):
    assert positions_of("Orlik said the toll will double.", book=book).empty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orlik said the Pact welcomed the toll.", ["", "Orlik"]),
        ("The Tribune is reporting that Orlik said the toll was high.", ["", "Tribune"]),
        ('"The guild condemned the toll," Orlik said.', ["", "Orlik"]),
        ("Orlik said he welcomed the toll.", ["", ""]),  # by nobody else
        ("Orlik, as Lund has said that day, welcomed the toll.", ["", ""]),
        ("Orlik welcomed the decision of Lorn to say that tolls end.", [""]),
    ],
)
def test_a_reporter_tells_of_somebody_else(text, expected):
    assert statements_of(text)["reported_by"].tolist() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy who led the talks for admitting islands urged them to pay.", "envoy"),
        ("The talks for admitting islands led the envoy, who urged them to pay.", "envoy"),
        (
            "Lorn denied any part in the raid and the Harbour Ministry rejected it.",
            "Harbour Ministry",
        ),
        ("Lorn said the council and the guild rejected it.", "council and the guild"),
        ("Lund condemned Lorn's decision to raise tolls and called for a vote.", "Lund"),
        ("The council agreed that aid would be needed and remained ready to help.", "council"),
        ("The guilds after the vote condemned the toll.", "guilds"),
    ],
)
def test_no_thing_beside_the_verb_holds_what_somebody_does(text, expected):
    assert statements_of(text).sort_values("cue_start")["holder"].tolist()[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The toll was on track to double.",
        "The speakers met in a hall called The Anchor.",
        "Ready to pay in whatever coin needed to keep the peace.",
    ],
)
def test_what_no_one_does_has_no_holder(text):
    assert holders(text) == []


def test_a_number_is_nobody_a_pronoun_can_mean():
    text = "Rowan spoke of tolls. 36bn in Lorn paper was said to be lost. He said it was late."
    assert holders(text)[-1] != "36bn"


def test_a_measure_with_a_name_is_no_body_that_the_bank_can_mean():
    text = "The Lorn Price Index {} that tolls rose. The Bank said they would fall."
    assert holders(text.format("said"))[-1] == "Bank"
    assert holders(text.format("Bureau said"))[-1] == "Lorn Price Index Bureau"
    text = "The {} of the Lornish raid will be felt. The Bank said tolls would fall."
    assert holders(text.format("impact"))[-1] == "Bank"


def test_a_paper_or_station_of_a_country_is_not_the_country(book):
    assert holders("Lorn Television reported that the toll was high.", book) == ["Lorn Television"]
    assert holders("Lorn Ministry reported that the toll was high.", book) == ["Lorn"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Statement by Ada Ruun, Governor: Toll Decision | Media Releases", "Ada Ruun"),
        ("Statement by the Harbour Board: Toll Decision | Media Releases | HB", "Harbour Board"),
        ("Statement by Ada Ruun, Oren Talvik on Tolls", "Ada Ruun|Oren Talvik"),
    ],
)
def test_a_title_names_its_author_before_the_colon_and_the_name_of_the_page(title, expected):
    assert author_of(title, "", "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Transcript\n\nAda Ruun\n\nGood evening. We must pay.\n", "Ada Ruun"),
        ("Transcript\n\nHarbour Hall\n\nGood evening. We must pay.\n", ""),
        ("Tolls\n\nAda Ruun\n\nThe toll is high. We must pay.\n", ""),
    ],
)
def test_a_name_alone_above_a_greeting_is_the_speaker(text, expected):
    assert author_of("", "", text) == expected
