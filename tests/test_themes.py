"""Pairs of themes: every number against scipy and against a slow plain count."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis import tables, themes, vectors
from analysis.themes import measures

# Which themes each sentence of each paragraph of each document holds.
CORPUS = {
    "d1": [["ports trade", "trade"], ["schools"]],
    "d2": [["ports trade"], ["ports", "trade schools"]],
    "d3": [["ports trade"], [""], ["schools"]],
    "d4": [["farms"], ["", "farms ports"], ["trade ports"]],
    "d5": [["schools", "farms"], ["schools"], ["ports trade"]],
    "d6": [["schools"], ["", ""]],
}


def tabled(corpus: dict[str, list[list[str]]], **columns: list[str]):
    """Mentions, passages, documents and texts of a corpus in which a theme is its own word."""
    passages, mentions, texts = [], [], {}
    for doc_id, paragraphs in corpus.items():
        at, text = 0, ""
        for p, sentences in enumerate(paragraphs):
            begin, ids = at, []
            for s, words in enumerate(sentences):
                sentence = f"Note {doc_id} {p} {s} {words}." if words else f"Void {doc_id} {p} {s}."
                ids.append((f"{doc_id}:s{p}{s}", at, at + len(sentence)))
                for word in words.split():
                    low = at + sentence.index(word)
                    mentions.append((ids[-1][0], doc_id, word, low, low + len(word), word))
                text += sentence + " "
                at += len(sentence) + 1
            passages.append((f"{doc_id}:p{p}", doc_id, "paragraph", "body", begin, at - 1))
            passages += [(i, doc_id, "sentence", "body", low, high) for i, low, high in ids]
        texts[doc_id] = text
    documents = pd.DataFrame(
        {"doc_id": list(corpus), "path": list(corpus), "act_id": "", "same_as": "",
         "published": "2031"} | columns
    )  # fmt: skip
    return (
        pd.DataFrame(mentions, columns=tables.TABLES["mentions"].names),
        pd.DataFrame(passages, columns=tables.TABLES["passages"].names),
        documents,
        texts,
    )


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
    assert (pairs["low"] <= pairs["high"]).all()
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

    rows = themes.strongest_evidence(
        *(found, mentions, passages, documents, texts), unit="paragraph", per_pair=2
    )

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
