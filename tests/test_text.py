"""Blocks and sentences of a text: spans only, nothing edited."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import text
from analysis.text import sentences
from analysis.text.furniture import glued_furniture, is_furniture


def kinds(words):
    return [(block.kind, words[block.start : block.end]) for block in text.layout(words)]


def split(words):
    return [words[a:b] for _, a, b in text.split_sentences(words, text.layout(words))]


@pytest.mark.parametrize("rule", text.furniture_rules(), ids=lambda rule: rule["name"])
def test_each_furniture_rule_matches_its_example_and_not_its_near_miss(rule):
    if rule["where"] == "glued":
        assert glued_furniture(rule["match"], 0, len(rule["match"])) > 0
        assert glued_furniture(rule["near_miss"], 0, len(rule["near_miss"])) == 0
    else:
        assert is_furniture(rule["match"])
        assert not is_furniture(rule["near_miss"])


def test_a_page_is_cut_into_furniture_heading_dateline_and_body():
    page = (
        "15:24\nUSD 89.01\n\nEnvoys agree on water\n\nMARLOW, May 5. /LNA/. The envoys met.\n\n"
        "IMG_01.jpgThey agreed.\n\nGo back\n"
    )
    assert kinds(page) == [
        ("furniture", "15:24"),
        ("furniture", "USD 89.01"),
        ("heading", "Envoys agree on water"),
        ("dateline", "MARLOW, May 5. /LNA/."),
        ("body", "The envoys met."),
        ("furniture", "IMG_01.jpg"),
        ("body", "They agreed."),
        ("furniture", "Go back"),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Marlow, 3 March 2021", "dateline"),
        ("New Marlow, Ostrovia, 3 March 2021, 14:30", "dateline"),
        ("The Marlow Herald, 02/05/2023", "dateline"),
        ("The Marlow Herald | 2 May 2023", "dateline"),
        ("Марлоу, 3 марта 2021 года", "dateline"),
        ("Marlow Declaration, 3 March 2021", "heading"),
        ("They met in Marlow, 3 March 2021", "heading"),
        ("Marlow, 3 March 2021 was a Wednesday.", "body"),
    ],
)
def test_a_line_of_a_place_or_paper_and_a_date_is_a_header(line, kind):
    assert kinds(f"{line}\n\nThe envoys met. They agreed.")[0] == (kind, line)


def test_places_with_dates_below_each_other_are_a_list():
    page = "The envoys met.\n\nMarlow, 3 March 2021\n\nTarn, 5 May 2022\n\nThey agreed."
    assert [kind for kind, _ in kinds(page)] == ["body"] * 4


def test_a_headline_right_above_its_date_is_no_part_of_it():
    page = "Envoys agree\nMarlow, 3 March 2021\nThe envoys met in the old town hall of Marlow."
    assert [kind for kind, _ in kinds(page)] == ["heading", "dateline", "body"]


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("MARLOW, May 5 (Reuter) - The envoys met.", "MARLOW, May 5 (Reuter) -"),
        ("MARLOW (LNA) — The envoys met.", "MARLOW (LNA) —"),
        ("MARLOW — The envoys met.", "MARLOW —"),
        ("MARLOW (LNA) _ The envoys met.", "MARLOW (LNA) _"),
        ("Marlow, 5 May 2019 – The envoys met.", "Marlow, 5 May 2019 –"),
        ("NEW MARLOW, Ostrovia, Jan. 3 -- The envoys met.", "NEW MARLOW, Ostrovia, Jan. 3 --"),
        ("МАРЛОУ, 5 мая. /ЛНА/. Послы встретились.", "МАРЛОУ, 5 мая. /ЛНА/."),
    ],
)
def test_a_dateline_is_cut_off_its_sentence(line, dateline):
    assert kinds(line)[0] == ("dateline", dateline)


@pytest.mark.parametrize(
    "line",
    ["Marlow, 3 March", "MARLOW, 3 March", "MARLOW, March 3 /LNA/", "Marlow, Monday 3 March"],
)
def test_a_place_and_a_day_without_a_year_date_what_they_stand_above(line):
    assert kinds(f"Envoys agree\n\n{line}\n\nThey met.")[1] == ("dateline", line)
    assert kinds(f"{line}\nThey met at noon.")[0] == ("dateline", line)


@pytest.mark.parametrize("line", ["Marlow Summit, 3 March", "Marlow, room 3", "A word, 3 Marchers"])
def test_a_title_with_a_number_is_no_dateline(line):
    assert kinds(f"{line}\n\nThey met.")[0] == ("heading", line)


def test_a_place_and_a_day_among_paragraphs_are_a_heading_and_below_each_other_a_list():
    page = "They met.\n\nMarlow, 3 March\n\nAll left."
    assert [kind for kind, _ in kinds(page)] == ["body", "heading", "body"]
    page = "Marlow, 3 March\n\nTarn, 5 May\n\nAll left."
    assert [kind for kind, _ in kinds(page)] == ["body", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Marlow, May 5 was a holiday.",
        "EU – US relations have cooled.",
        "ANNEX – Further support.",
        "WE, the ministers, agree.",
        "NATO allies met on May 5.",
    ],
)
def test_a_sentence_that_begins_like_a_dateline_stays_whole(line):
    assert kinds(line) == [("body", line)]


@pytest.mark.parametrize(
    "line",
    [
        "25.07.2019",
        "25 July 2019, 14:30",
        "Published: 2019-07-25",
        "Thursday, July 25, 2019 | 10:15 GMT",
        "July 25, 2019",
        "25 июля 2019 года",
        "Updated on 25/07/2019 at 9:00 am",
    ],
)
def test_a_line_that_is_a_date_heads_what_follows(line):
    block = text.layout(f"{line}\n\nThe envoys met.")[0]
    assert (block.kind, block.rule) == ("dateline", "header")


def test_a_wrapped_text_is_joined_and_its_heading_kept_apart():
    page = (
        "The envoys of both republics met in the old town hall of\n"
        "Marlow to settle who may use the water of the upper lake.\n"
        "They agreed.\n"
        "Envoys sign seven papers after\n"
        "Marlow meeting\n"
        "At the second meeting the envoys spoke about the roads on\n"
        "both sides of the lake.\n"
    )
    assert [kind for kind, _ in kinds(page)] == ["body", "heading", "body"]


def test_lines_without_blank_ones_between_are_paragraphs():
    line = (
        "The envoys of both republics met in the old town hall of Marlow to settle the rest. " * 2
    )
    assert [kind for kind, _ in kinds(f"{line}\n{line}\nWho gains\n{line}")] == [
        "body", "body", "heading", "body",
    ]  # fmt: skip


def test_headings_over_paragraphs_of_one_line_are_not_taken_for_wrapped_text():
    line = (
        "The envoys of both republics met in the old town hall of Marlow to settle the rest. " * 2
    )
    page = "".join(
        f"{heading}\n{line}\n"
        for heading in ("Who gains from the new ferries", "Who loses by the old accord", "What now")
    )
    assert [kind for kind, _ in kinds(page)] == ["heading", "body"] * 3


def test_a_heading_glued_to_its_sentence_by_two_blanks_is_cut_off():
    page = "Statement of the Marlow Compact on Water  WE, the members, agree to share the lake."
    assert kinds(page)[0] == ("heading", "Statement of the Marlow Compact on Water")


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("Dr. Oru met Mr. Pell at 5 p.m. on Friday. They agreed.", 2),
        ("The U.S. Department spoke. The U.S. The end.", 3),
        ("It cost 3.5 million. No. 7 won.", 2),
        ("“We agree. We sign.” All left.", 3),
        ("«Мы согласны. Мы подпишем», — сказал он. Все ушли.", 3),
        ("«Мир близок!» — сказал он. Все ушли.", 2),
        ("Мир близок. — Да, сказал он.", 2),
        ("Who agrees? All! Good…  They left.", 4),
        ("J. R. Oru of Marlow Inc. spoke.", 1),
        ("See Art. 5 of the treaty, e.g. its preamble. All agreed.", 2),
        ("They met in 2019. The rest stayed.", 2),
        ("Leader dots ........................ end", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(paragraph, count):
    assert len(split(paragraph)) == count


def test_abbreviations_say_what_may_follow():
    assert set(sentences.abbreviations().values()) == {"name", "number", "any", "break"}


def test_a_quote_is_shown_on_one_line():
    assert text.display("The co\u00adope-\nration  of\r\nall") == "The coope- ration of all"


PIECES = st.sampled_from(
    ["The envoys met. ", "They agreed!", "\n", "\n\n", "\r\n", " ", "\t", "15:24", "Go back",
     "25.07.2019", "MARLOW, May 5. /LNA/. ", "“Yes,” ", "U.S. ", "\u00a0", "co\u00adop ", "e\u0301",
     "\U0001f54a", "Мир. ", "...", "-", "Heading Line", "\u2028", "\x0c", "\x85", "1. ", "«", "»"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_blocks_and_sentences_cover_every_character_once_and_in_order(words):
    blocks = text.layout(words)
    at = 0
    for block in blocks:
        assert at <= block.start < block.end <= len(words)
        assert not words[at : block.start].strip()
        assert words[block.start : block.end].strip() == words[block.start : block.end]
        at = block.end
    assert not words[at:].strip()
    spans = text.split_sentences(words, blocks)
    before = -1
    for number, start, end in spans:
        assert blocks[number].start <= start < end <= blocks[number].end
        assert before <= start
        before = end
    bodies = [number for number, block in enumerate(blocks) if block.kind == "body"]
    assert sorted({number for number, _, _ in spans}) == bodies


@pytest.mark.parametrize(
    "words", ["." * 200_000, "\n" * 1_000_000 + "a", "a " * 500_000, "“" * 99_999]
)
def test_odd_texts_take_no_longer_than_their_length(words):
    blocks = text.layout(words)
    sentences = text.split_sentences(words, blocks)
    assert all(end - start <= 4_000 for _, start, end in sentences)
    pieces = "".join(words[start:end] for _, start, end in sentences)
    bodies = "".join(words[block.start : block.end] for block in blocks if block.kind == "body")
    assert pieces.replace(" ", "") == bodies.replace(" ", "")


def test_a_rights_line_behind_a_header_is_furniture_and_a_title_there_is_none():
    blocks = text.layout("date 2030-05-04 Copyright © 2030, Selm Post\n\nThe envoys met in Selm.")
    assert [block.kind for block in blocks] == ["dateline", "furniture", "body"]
    blocks = text.layout("date 2030-05-04 Envoys meet\n\nThe envoys met in Selm.")
    assert [block.kind for block in blocks] == ["dateline", "heading", "body"]
