"""Themes in two groups of passages, and over the years."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from theme_rows import CORPUS, tabled

from analysis import tables, themes


def test_two_groups_are_compared_with_an_interval_of_the_difference():
    corpus = {
        f"d{i}": [["ports trade"], ["ports"], ["trade"]] if i < 8 else [["ports"], ["trade"]]
        for i in range(16)
    }
    mentions, passages, documents, texts = tabled(corpus)
    period = {f"d{i}": "early" if i < 8 else "late" for i in range(16)}
    groups = passages[["passage_id", "doc_id"]].assign(group=passages["doc_id"].map(period))
    row = themes.compare_groups(mentions, passages, documents, groups, texts=texts).iloc[0]
    assert (row["n_both_1"], row["n_both_2"]) == (8, 0)
    assert row["difference"] == pytest.approx(row["npmi_1"] - row["npmi_2"])
    assert row["low"] > 0
    groups.loc[0, "group"] = "x"
    with pytest.raises(tables.AnalysisError, match="exactly two"):
        themes.compare_groups(mentions, passages, documents, groups)


def test_two_speakers_of_one_document_are_compared_by_their_own_paragraphs():
    corpus = {f"d{i}": [["ports trade"], ["ports", "trade"], ["farms"]] for i in range(4)}
    corpus["d4"] = [["trade"], ["farms"], ["ports farms trade"]]
    mentions, passages, documents, texts = tabled(corpus)
    number = passages["passage_id"].str[4].map({"0": "Ostra", "1": "Velmark"})
    spoken = passages[["passage_id", "doc_id"]].assign(group=number).dropna()
    table = themes.compare_groups(
        *(mentions, passages, documents, spoken), unit="paragraph", texts=texts
    )
    row = table.query("theme_a == 'ports' and theme_b == 'trade'").iloc[0]
    assert (row["n_units_1"], row["n_units_2"]) == (5, 5)
    assert (row["n_both_1"], row["n_both_2"]) == (4, 4)


def test_a_group_of_a_few_documents_has_no_interval():
    corpus = {f"d{i}": [["ports trade"], ["ports"], ["trade"]] for i in range(9)}
    mentions, passages, documents, texts = tabled(corpus)
    groups = passages[["passage_id", "doc_id"]].assign(
        group=["x" if i < "d4" else "y" for i in passages["doc_id"]]
    )
    row = themes.compare_groups(mentions, passages, documents, groups, texts=texts).iloc[0]
    assert np.isnan(row["low"])


def test_once_in_one_group_and_never_in_the_other_is_no_difference():
    corpus = {
        f"d{i}": [["ports trade" if i == 0 else "ports"], ["trade"], ["void"], ["void"]]
        for i in range(16)
    }
    mentions, passages, documents, texts = tabled(corpus)
    half = passages["doc_id"].map({f"d{i}": "x" if i < 8 else "y" for i in range(16)})
    groups = passages[["passage_id", "doc_id"]].assign(group=half)
    row = themes.compare_groups(mentions, passages, documents, groups, texts=texts).iloc[0]
    assert (row["n_both_1"], row["n_both_2"]) == (1, 0)
    assert row["low"] <= 0 < row["high"]


def test_where_nobody_is_named_nothing_is_compared():
    mentions, passages, documents, _ = tabled(CORPUS)
    nobody = pd.DataFrame(columns=["passage_id", "doc_id", "group"])
    assert themes.compare_groups(mentions, passages, documents, nobody).empty


def test_themes_over_time_count_documents_of_each_year():
    mentions, _, documents, _ = tabled(CORPUS)
    documents = documents.assign(published=["2031", "2031-02", "2032", "2032", "2032", ""])
    table = themes.over_time(mentions, documents).set_index(["theme", "year"])
    assert table.loc[("farms", "2031"), ["n_documents", "n_all"]].tolist() == [0, 2]
    assert table.loc[("farms", "2032"), ["n_documents", "n_all"]].tolist() == [2, 3]
    expected = stats.binomtest(2, 3).proportion_ci(method="wilson")
    found = table.loc[("farms", "2032")]
    assert (found["low"], found["high"]) == pytest.approx((expected.low, expected.high), abs=1e-4)
