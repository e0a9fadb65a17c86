"""Themes of a codebook found in sentences: the scan against a slow plain search."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import mentions
from analysis.codebook import find_theme


def sentences(*texts: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """One document whose sentences are the texts, a blank between them."""
    starts = [sum(len(t) + 1 for t in texts[:i]) for i in range(len(texts))]
    rows = pd.DataFrame(
        {
            "passage_id": [f"a:s{i}" for i in range(len(texts))],
            "doc_id": "a",
            "unit": "sentence",
            "kind": "body",
            "start": starts,
            "end": [start + len(t) for start, t in zip(starts, texts, strict=True)],
        }
    )
    return rows, {"a": " ".join(texts)}


def themes(**patterns: str | tuple[str, str]) -> pd.DataFrame:
    pairs = {name: (p, "") if isinstance(p, str) else p for name, p in patterns.items()}
    return pd.DataFrame(
        [{"theme": name, "patterns": p, "unless": u} for name, (p, u) in pairs.items()]
    )


@pytest.mark.parametrize(
    ("patterns", "unless", "text", "found"),
    [
        ("dues", "", "Dues fell; the dues rose.", ["Dues", "dues"]),
        ("harbour due*", "", "The harbour\ndues fell.", ["harbour\ndues"]),
        ("due", "", "The dues fell.", []),
        ("timber NEAR/2 ban", "", "A ban on all timber.", ["ban on all timber"]),
        ("timber NEAR/1 ban", "", "A ban on all timber.", []),
        ("trade", "trade union*", "Trade unions trade.", ["trade"]),
        ("arms", "arms NEAR/2 sleeves", "Arms without long sleeves.", []),
        ("arms", "arms NEAR/2 sleeves", "Arms, and shirts with sleeves.", ["Arms"]),
        ("WHO", "", "Who asked the WHO?", ["WHO"]),
        ("joint force*|force*", "", "The joint forces met.", ["joint forces"]),
        ("учени*", "", "Учения прошли.", ["Учения"]),
    ],
)
def test_a_pattern_finds_its_words_and_no_others(patterns, unless, text, found):
    rows, texts = sentences(text)
    table = mentions.find_mentions(rows, texts, themes(theme=(patterns, unless)))
    assert table["match"].tolist() == found
    for row in table.itertuples():
        assert texts["a"][row.start : row.end] == row.match


def test_a_phrase_does_not_run_over_the_end_of_a_sentence():
    rows, texts = sentences("They met at the harbour.", "Dues fell.")
    assert mentions.find_mentions(rows, texts, themes(dues="harbour dues")).empty


def test_near_and_unless_look_at_one_sentence_only():
    rows, texts = sentences("Timber is cheap.", "A ban follows.")
    table = mentions.find_mentions(rows, texts, themes(ban="timber NEAR/9 ban", wood="timber"))
    assert table[["theme", "passage_id"]].values.tolist() == [["wood", "a:s0"]]


def test_headings_and_furniture_hold_no_mention():
    rows, texts = sentences("Dues fell.", "Dues rose.")
    rows = rows.assign(kind=["furniture", "body"])
    table = mentions.find_mentions(rows, texts, themes(dues="dues"))
    assert table["passage_id"].tolist() == ["a:s1"]


def test_documents_of_one_file_get_their_own_mentions():
    rows, texts = sentences("Dues fell.", "Dues rose.")
    rows = rows.assign(doc_id=["a", "a#2"])
    table = mentions.find_mentions(rows, {"a": texts["a"], "a#2": texts["a"]}, themes(dues="dues"))
    assert table[["doc_id", "start"]].values.tolist() == [["a", 0], ["a#2", 11]]


def test_no_theme_or_no_text_gives_the_empty_table():
    rows, texts = sentences("Dues fell.")
    assert mentions.find_mentions(rows, texts, themes(a="dues").iloc[:0]).empty
    assert mentions.find_mentions(rows.iloc[:0], texts, themes(a="dues")).empty
    assert "match" in mentions.find_mentions(rows, texts, themes(a="ports"))


def test_a_circle_of_parents_ends():
    book = pd.DataFrame({"theme": ["a", "b"], "parent": ["b", "a"]})
    assert mentions.ancestors(book) == {"a": ["b"], "b": ["a"]}


WORDS = st.lists(
    st.sampled_from(["timber", "trade", "Trade", "unions", "ban", "on", "the", "tradeless", ","]),
    max_size=9,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_the_scan_finds_what_a_plain_search_of_each_sentence_finds(texts):
    rows, read = sentences(*texts)
    book = themes(
        one=("trade*|timber NEAR/1 ban", "trade unions"), two="the trade|ban", three="timber"
    )
    table = mentions.find_mentions(rows, read, book)
    expected = set()
    for rule in book.itertuples():
        for row in rows.itertuples():
            sentence = read["a"][row.start : row.end]
            end = -1
            for low, high in find_theme(rule.patterns, rule.unless, sentence):
                if low >= end:  # overlapping spans are one place
                    expected.add((rule.theme, row.passage_id, row.start + low))
                end = max(end, high)
    assert set(zip(table["theme"], table["passage_id"], table["start"], strict=True)) == expected
