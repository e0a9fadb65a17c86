"""Pairs of themes for a reader: the strongest, and the passages that carry them."""

import pandas as pd
import pytest
from theme_rows import CORPUS, tabled

from analysis import tables, themes


@pytest.fixture(scope="module")
def pairs() -> pd.DataFrame:
    mentions, passages, documents, texts = tabled(CORPUS)
    return themes.score_pairs(mentions, passages, documents, texts=texts)


def test_the_strongest_pairs_come_first_and_chance_is_left_out():
    corpus = {f"d{i}": [["ports trade" if i % 3 else "farms"], ["schools"]] for i in range(30)}
    found = themes.score_pairs(*tabled(corpus)[:3])
    best = themes.strongest(found, unit="paragraph")
    assert best[["theme_a", "theme_b"]].values.tolist() == [["ports", "trade"]]


@pytest.mark.parametrize("unit", themes.UNITS)
def test_each_pair_leads_to_its_passages_verbatim(pairs, unit):
    mentions, passages, documents, texts = tabled(CORPUS)
    for row in pairs[pairs["unit"] == unit].itertuples():
        table = themes.evidence(
            mentions, passages, documents, texts, row.theme_a, row.theme_b, unit=unit
        )
        assert len(table) == row.n_both
        for found in table.itertuples():
            assert found.quote == texts[found.doc_id][found.start : found.end]
            assert row.theme_a in found.quote
            assert row.theme_b in found.quote


def test_the_passages_of_the_strongest_pairs_follow_them_verbatim():
    corpus = {f"d{i}": [["ports trade" if i % 3 else "farms"], ["schools"]] for i in range(30)}
    mentions, passages, documents, texts = tabled(corpus)
    found = themes.score_pairs(mentions, passages, documents)

    rows = themes.strongest_evidence(found, mentions, passages, documents, texts, unit="paragraph")

    assert rows[["theme_a", "theme_b"]].values.tolist() == [["ports", "trade"]] * 2
    for row in rows.itertuples():
        assert row.quote == texts[row.path][row.start : row.end]


def test_of_a_long_passage_the_sentences_that_hold_both_themes_are_shown():
    corpus = {f"d{i}": [["", "ports", "trade", "", "ports"], [""]] for i in range(30)}
    corpus |= {f"e{i}": [["farms"], [""]] for i in range(30)}
    mentions, passages, documents, texts = tabled(corpus)
    found = themes.score_pairs(mentions, passages, documents)
    rows = themes.strongest_evidence(found, mentions, passages, documents, texts)
    assert rows.loc[0, "quote"] == "Note d0 0 1 ports. Note d0 0 2 trade."
    assert rows.loc[0, "quote"] == texts["d0"][rows.loc[0, "start"] : rows.loc[0, "end"]]


def test_an_unknown_unit_is_refused_with_the_known():
    with pytest.raises(tables.AnalysisError, match="unit is 'chapter'; choose sentence"):
        themes.strongest(tables.empty("pairs"), unit="chapter")


def test_a_table_of_themes_is_told_in_the_names_of_the_codebook():
    table = pd.DataFrame({"theme_a": ["ports"], "theme_b": ["trade"], "n_both": [3]})
    assert themes.named(table, {"ports": "Ports and quays"}).iloc[0].tolist() == [
        *("Ports and quays", "trade", 3)
    ]


def test_what_weakens_a_pair_stands_beside_it():
    corpus = {f"d{i}": [["ports trade"] if i == 0 else ["ports"]] for i in range(6)}
    corpus |= {f"e{i}": [["schools farms"], ["void"]] for i in range(8)}
    found = themes.score_pairs(*tabled(corpus)[:3])
    marks = themes.strongest(found.assign(q=0.01, npmi=0.5, low=[0.1] * len(found))).set_index(
        ["theme_a", "theme_b"]
    )
    assert marks.loc[("ports", "trade"), "marks"] == "one document; unequal frequencies"
    assert marks.loc[("farms", "schools"), "marks"] == ""
    doubtful = themes.strongest(found.assign(q=0.01, npmi=0.5, low=-0.1))
    assert doubtful["marks"].str.endswith("interval reaches chance").all()
