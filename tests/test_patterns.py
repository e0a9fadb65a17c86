"""Phrases stand in a text in many shapes; each place is given in the text's own offsets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.patterns import PatternError, Phrases, fold


def words_found(phrase: str, text: str) -> list[str]:
    return [text[start:end] for _, start, end in Phrases([phrase]).find(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        (
            "arms control",
            "ARMS\r\n  control, arms\xa0control",
            ["ARMS\r\n  control", "arms\xa0control"],
        ),
        ("arms control", "arms, control", []),
        ("harbour tax", "the har\xadbour\u200b tax", ["har\xadbour\u200b tax"]),
        ("parties' rights", "the parties’ rights", ["parties’ rights"]),
        ("far-reaching", "far‑reaching and far-reaching", ["far‑reaching", "far-reaching"]),
        ("militar*", "militarily, a paramilitary unit", ["militarily"]),
        ("*militar*", "a paramilitary unit", ["paramilitary"]),
        ("militar* polit* union", "the military-political union", []),
        ("militar* polit* union", "military political union", ["military political union"]),
        ("call * for", "call again for it, call for it", ["call again for"]),
        ("call for", "recall for", []),
        ("WHO", "who knows the WHO? Who.", ["WHO"]),
        ("the WHO budget", "The WHO Budget, the who budget", ["The WHO Budget"]),
        ("ещё раз", "еще раз и Ещё раз", ["еще раз", "Ещё раз"]),
        ("peace", "Peace_x peace.", ["peace"]),
        ("istanbul talks", "İİ the İstanbul talks", ["İstanbul talks"]),
    ],
)
def test_a_phrase_is_found_as_written(phrase, text, found):
    assert words_found(phrase, text) == found


@pytest.mark.parametrize("phrase", ["", "  ", "*", "* peace", "peace *"])
def test_a_phrase_without_words_is_refused(phrase):
    with pytest.raises(PatternError, match="nothing to search for"):
        Phrases([phrase])


def test_no_phrases_find_nothing():
    assert Phrases([]).find("peace") == []


def test_the_same_phrase_twice_keeps_both_numbers():
    assert Phrases(["peace", "Peace", "PEACE"]).find("peace") == [(0, 0, 5), (1, 0, 5)]


PIECES = st.sampled_from([*"aA İßѐﬁΣ'’-‐\xad\u200b\n\t\xa0.,", "Ab", "ab cd", "  ", "é", "😀"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_offsets_lead_back_to_the_words(text):
    for _, start, end in Phrases(["ab*", "ab cd", "a", "*a'b"]).find(text):
        plain = re.sub(r"\s+", " ", re.sub("[\xad\u200b]", "", text[start:end]))
        assert plain.lower().startswith(("a", "b")) or "a'b" in plain.replace("’", "'").lower()
        assert start == 0 or end == len(text) or text[start:end].strip() == text[start:end]


@given(st.text())
def test_folding_keeps_the_order_of_offsets(text):
    folded = fold(text)
    places = [folded.original(at) for at in range(len(folded.lower))]
    assert places == sorted(set(places))
    assert all(place < len(text) for place in places)
