"""Passages grouped by who speaks and when."""

import pandas as pd

from analysis import groups

PASSAGES = pd.DataFrame(
    {
        "passage_id": ["a:p1", "a:s1", "a:s2", "b:p1", "b:s1"],
        "doc_id": ["a", "a", "a", "b", "b"],
        "unit": ["paragraph", "sentence", "sentence", "paragraph", "sentence"],
        "kind": "body",
        "start": [0, 0, 50, 0, 0],
        "end": [90, 49, 90, 30, 30],
    }
)
DOCUMENTS = pd.DataFrame(
    {"doc_id": ["a", "b"], "author": ["", "Ostra"], "published": ["2031-02", ""]}
)


def statements(*rows: tuple[str, int, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["doc_id", "start", "holder"])


def speakers(said: pd.DataFrame) -> dict[str, list[str]]:
    table = groups.by_speaker(PASSAGES, DOCUMENTS, said)
    return table.groupby("passage_id")["group"].agg(list).to_dict()


def test_a_passage_is_of_the_holder_whose_words_begin_in_it():
    found = speakers(statements(("a", 55, "Dana Orlik")))
    assert found["a:p1"] == ["Dana Orlik"]
    assert found["a:s2"] == ["Dana Orlik"]
    assert "a:s1" not in found


def test_a_joint_statement_is_each_holders():
    assert speakers(statements(("a", 5, "Ostra|Velmark")))["a:s1"] == ["Ostra", "Velmark"]


def test_a_passage_where_nobody_is_quoted_is_its_authors():
    assert speakers(statements(("a", 5, "Velmark")))["b:p1"] == ["Ostra"]


def test_an_author_who_speaks_for_a_body_is_of_the_body():
    actors = pd.DataFrame(
        {"name": ["Ostra", "Ostra Envoys"], "aliases": ["", "Envoys"], "speaks_for": ["", "Ostra"]}
    )
    for author in ("Ostra Envoys", "Envoys"):
        documents = DOCUMENTS.assign(author=f"{author}|Velmark")
        found = groups.by_speaker(PASSAGES, documents, statements(("a", 5, "Ostra")), actors)
        assert sorted(found["group"].unique()) == ["Ostra", "Velmark"]


def test_who_cannot_be_named_is_no_group():
    assert "a:p1" not in speakers(statements(("a", 5, "unresolved")))


def test_a_passage_without_a_date_has_no_year():
    years = groups.by_year(PASSAGES, DOCUMENTS)
    assert years["group"].unique().tolist() == ["2031"]
    assert set(years["doc_id"]) == {"a"}


def test_a_year_is_never_split_between_periods():
    passages = pd.DataFrame({"passage_id": list("abcdefg"), "doc_id": list("abcdefg")})
    documents = pd.DataFrame(
        {"doc_id": list("abcdefg"), "published": ["2030", *["2031"] * 5, "2040"]}
    )
    table = groups.by_period(passages, documents, periods=3)
    assert table["group"].unique().tolist() == ["2030", "2031", "2040"]
