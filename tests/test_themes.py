"""Pairs of themes: every number against scipy and against a slow plain count."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from theme_rows import CORPUS, tabled

from analysis import themes, vectors
from analysis.themes import measures


def plain_counts(corpus, unit: str) -> dict[tuple[str, str], tuple[int, int, int, int]]:
    """The four counts of every pair, by looking at every unit in turn."""
    units = []
    for paragraphs in corpus.values():
        if unit == "document":
            units.append({w for p in paragraphs for s in p for w in s.split()})
        for sentences in paragraphs:
            if unit == "paragraph":
                units.append({w for s in sentences for w in s.split()})
            if unit == "sentence":
                units += [set(s.split()) for s in sentences]
    names = sorted(set().union(*units))
    return {
        (a, b): (
            sum(a in held for held in units),
            sum(b in held for held in units),
            sum(a in held and b in held for held in units),
            len(units),
        )
        for a, b in combinations(names, 2)
    }


@pytest.fixture(scope="module")
def pairs() -> pd.DataFrame:
    mentions, passages, documents, texts = tabled(CORPUS)
    return themes.score_pairs(mentions, passages, documents, texts=texts)


@pytest.mark.parametrize("unit", themes.UNITS)
def test_counts_are_those_of_a_plain_count(pairs, unit):
    rows = pairs[pairs["unit"] == unit]
    found = {
        (row.theme_a, row.theme_b): (row.n_a, row.n_b, row.n_both, row.n_units)
        for row in rows.itertuples()
    }
    assert found == plain_counts(CORPUS, unit)


def test_measures_are_those_of_their_definitions(pairs):
    for row in pairs.itertuples():
        a, b, both = (n / row.n_units for n in (row.n_a, row.n_b, row.n_both))
        assert row.lift == pytest.approx(both / (a * b))
        assert row.jaccard == pytest.approx(row.n_both / (row.n_a + row.n_b - row.n_both))
        if both in (0, 1):
            assert row.npmi == (1 if both else -1)
        else:
            assert row.npmi == pytest.approx(np.log(both / (a * b)) / -np.log(both))


def test_p_is_that_of_scipy(pairs):
    for row in pairs.itertuples():
        table = [
            [row.n_both, row.n_a - row.n_both],
            [row.n_b - row.n_both, row.n_units - row.n_a - row.n_b + row.n_both],
        ]
        assert row.p_test == "fisher"
        assert row.p == pytest.approx(stats.fisher_exact(table).pvalue)


def test_q_is_that_of_scipy(pairs):
    for _, rows in pairs.groupby("unit"):
        assert rows["q"].tolist() == pytest.approx(stats.false_discovery_control(rows["p"]))


def test_the_interval_holds_the_value_and_is_the_same_each_time(pairs):
    assert pairs["npmi"].between(pairs["low"], pairs["high"]).all()
    mentions, passages, documents, texts = tabled(CORPUS)
    again = themes.score_pairs(mentions, passages, documents, texts=texts)
    pd.testing.assert_frame_equal(pairs, again)


def test_the_interval_is_that_of_a_plain_bootstrap_over_documents(pairs):
    rng = np.random.default_rng(1)
    drawn = []
    for _ in range(1500):
        sample = {i: CORPUS[d] for i, d in enumerate(rng.choice(list(CORPUS), len(CORPUS)))}
        a, b, both, units = plain_counts(sample, "sentence").get(("ports", "trade"), (0, 0, 0, 1))
        value = measures.npmi(*(np.array([x]) for x in (a, b, both, units)))[0]
        drawn.append(-1 if np.isnan(value) else value)
    low, high = np.percentile(drawn, [2.5, 97.5])
    row = pairs.query("theme_a == 'ports' and theme_b == 'trade' and unit == 'sentence'").iloc[0]
    assert row["low"] == pytest.approx(low, abs=0.08)
    assert row["high"] == pytest.approx(high, abs=0.08)


@pytest.mark.parametrize("counts", [(40, 30, 20, 100), (40, 30, 5, 100), (50, 50, 25, 100)])
def test_g2_is_that_of_scipy(counts):
    a, b, both, units = counts
    table = [[both, a - both], [b - both, units - a - b + both]]
    expected = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood").pvalue
    found = measures.g2_p(*(np.array([n]) for n in counts))
    assert found[0] == pytest.approx(expected)


def test_documents_that_carry_a_pair_are_counted(pairs):
    row = pairs.query("theme_a == 'ports' and theme_b == 'trade' and unit == 'sentence'").iloc[0]
    assert row["n_documents"] == 5
    lone = pairs.query("theme_a == 'schools' and theme_b == 'trade' and unit == 'sentence'")
    assert lone["n_documents"].tolist() == [1]
    assert lone["one_document"].tolist() == [True]


def test_a_copy_of_a_document_counts_once():
    corpus = CORPUS | {"d7": CORPUS["d1"]}
    copies = [""] * 6 + ["d1"]
    mentions, passages, documents, texts = tabled(corpus, same_as=copies)
    found = themes.score_pairs(mentions, passages, documents, texts=texts)
    counted = found[["unit", "n_a", "n_b", "n_both", "n_units"]]
    plain = themes.score_pairs(*tabled(CORPUS)[:3], texts=texts)
    pd.testing.assert_frame_equal(counted, plain[counted.columns])


def test_reports_of_one_act_are_one_document_and_their_repeats_one_unit():
    mentions, passages, documents, texts = tabled({"d1": [["ports trade"]], "d2": [["farms"]]})
    twin = {"doc_id": "d3", "path": "d3", "act_id": "x", "same_as": "", "published": ""}
    documents = pd.concat([documents.assign(act_id=["x", ""]), pd.DataFrame([twin])])

    def echo(table: pd.DataFrame) -> pd.DataFrame:
        ids = table["passage_id"].str.replace("d1", "d3")
        return table.assign(doc_id="d3", passage_id=ids)

    first = mentions["doc_id"] == "d1"
    mentions = pd.concat([mentions, echo(mentions[first])], ignore_index=True)
    again = echo(passages[passages["doc_id"] == "d1"])
    passages = pd.concat([passages, again], ignore_index=True)
    texts = texts | {"d3": texts["d1"]}
    found = themes.score_pairs(mentions, passages, documents, texts=texts)
    together = found.query("theme_a == 'ports' and theme_b == 'trade'")
    assert together["n_both"].tolist() == [1, 1, 1]
    assert together["n_units"].tolist() == [2, 2, 2]
    assert together["one_document"].all()


def test_a_theme_and_its_parent_are_no_pair():
    mentions, passages, documents, texts = tabled(CORPUS)
    related = {"ports": ["trade"]}
    found = themes.score_pairs(mentions, passages, documents, texts=texts, related=related)
    assert found.query("theme_a == 'ports' and theme_b == 'trade'").empty
    assert len(found) == 5 * 3


def test_frequencies_that_distort_are_marked():
    corpus = {f"d{i}": [["ports trade" if i == 0 else "ports"]] for i in range(6)}
    found = themes.score_pairs(*tabled(corpus)[:3])
    assert found["distorted"].all()


def test_one_theme_gives_no_pair():
    assert themes.score_pairs(*tabled({"d1": [["ports"]]})[:3]).empty


def test_a_pair_says_in_how_many_of_twelve_ways_of_counting_it_holds():
    corpus = {
        f"d{i}": [["ports trade"], ["schools"]] if i % 2 else [["farms"], ["schools"]]
        for i in range(24)
    }
    found = themes.score_pairs(*tabled(corpus)[:3]).set_index(["theme_a", "theme_b", "unit"])
    assert found.loc[("ports", "trade", "sentence"), "holds_in"] == "12 of 12"
    assert found.loc[("farms", "schools", "paragraph"), "holds_in"] == "8 of 12"
    assert len(themes.specifications()) == 12


def test_themes_are_proposed_from_phrases_of_several_documents():
    said = [
        "The outer harbour was dredged.",
        "They closed the outer harbour.",
        "Outer harbour dues",
    ]
    texts = {f"d{i}": f"{said[i % 3]} and timber rose {i}" for i in range(9)}
    passages = pd.DataFrame(
        {"passage_id": list(texts), "doc_id": list(texts), "unit": "paragraph", "kind": "body",
         "start": 0, "end": [len(text) for text in texts.values()]}
    )  # fmt: skip
    texts = {doc_id: f"{text} {'calm wind ' * i}" for i, (doc_id, text) in enumerate(texts.items())}
    passages = passages.assign(end=[len(text) for text in texts.values()])
    proposed = themes.propose_themes(vectors.count_terms(passages, texts))
    assert "outer harbour" in "|".join(proposed["patterns"]).split("|")
    assert (proposed["definition"].str.startswith("proposed: ")).all()
    assert themes.propose_themes(vectors.count_terms(passages.iloc[:1], texts)).empty
