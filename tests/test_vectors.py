"""Terms of passages: what is counted, what is left out, and forms of one word counted together."""

import numpy as np
import pandas as pd
import pytest

from analysis import vectors
from analysis.vectors import lemmas, words


def passages_of(*texts: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """One body paragraph per text."""
    ids = [f"d{i}" for i in range(len(texts))]
    rows = pd.DataFrame(
        {
            "passage_id": [f"{i}:p1" for i in ids],
            "doc_id": ids,
            "unit": "paragraph",
            "kind": "body",
            "start": 0,
            "end": [len(text) for text in texts],
        }
    )
    return rows, dict(zip(ids, texts, strict=True))


def test_headings_and_furniture_are_not_counted():
    passages, texts = passages_of("Harbour dues fell.", "Harbour dues rose.", "Harbour menu")
    matrix = vectors.count_terms(passages.assign(kind=["body", "body", "furniture"]), texts)
    assert matrix.passages["doc_id"].tolist() == ["d0", "d1"]


def test_an_attribution_clause_is_not_counted():
    clause = ", according to a joint note signed after a meeting in Port Amber on Thursday."
    passages, texts = passages_of(f"Ferries need ports{clause}", f"Ports need ferries{clause}")
    assert vectors.count_terms(passages, texts).terms == ["ferries", "ports"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Dues fell, the document read.", "Dues fell,  ."),
        ("“Dues fell,” the council said in a statement on Friday.", "“Dues fell,” the council  ."),
        ("He said that dues fell.", "He said that dues fell."),
        ("The statute regulates dues.", "The statute regulates dues."),
        ("Сборы снижены, говорится в документе совета.", "Сборы снижены,  ."),
        ("По словам министра, сборы снижены.", " , сборы снижены."),
    ],
)
def test_attribution_is_cut_and_the_rest_stays(text: str, kept: str):
    assert vectors.without_attribution(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The envoys of Ostra met in Port Amber on Friday to discuss dues.", "  to discuss dues."),
        ("Dues fell. Talks were held in Port Amber, on timber.", "Dues fell.  , on timber."),
        ("Послы встретились в Остре и обсудили сборы.", "  и обсудили сборы."),
        ("Elections were held in Ostra on Friday.", "Elections were held in Ostra on Friday."),
        ("The needs of all were met in Ostra.", "The needs of all were met in Ostra."),
        ("They met in good faith.", "They met in good faith."),
    ],
)
def test_who_met_where_and_when_is_cut_and_what_it_was_about_stays(text: str, kept: str):
    assert vectors.without_attribution(text) == kept


def test_an_attribution_begins_and_ends_with_its_own_words_where_a_span_to_drop_meets_it():
    text = "Dana Orlik said in a note from Port Amber, that ferries carry timber."
    passages, texts = passages_of(text, "Ferries carry timber.")
    spoken = pd.DataFrame(
        {"doc_id": ["d0"], "holder_start": [0], "holder_end": [10], "cue_start": [11],
         "cue_end": [15]}
    )  # fmt: skip
    drop = vectors.attribution_spans(spoken)
    matrix = vectors.count_terms(passages, texts, drop=drop, min_passages=1)
    assert matrix.terms == ["carry", "ferries", "timber"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Write to dana@quay.example now", ["write", "to", "now"]),
        ("See https://quay.example/dues and www.quay.example", ["see", "and"]),
        ("Meet @ noon, on the quay.", ["meet", "noon", "on", "the", "quay"]),
    ],
)
def test_an_address_is_no_word(text: str, forms: list[str]):
    assert words.tokenise([text])[2] == forms


def test_spans_to_drop_are_left_out():
    passages, texts = passages_of("ferries carry timber", "ferries carry timber")
    drop = pd.DataFrame({"doc_id": ["d0"], "start": [0], "end": [7]})
    matrix = vectors.count_terms(passages, texts, drop=drop, min_passages=1)
    assert matrix.counts.toarray()[:, matrix.terms.index("ferries")].tolist() == [0, 1]


def test_a_passage_of_the_same_words_is_marked_as_a_repeat():
    passages, texts = passages_of("Ferries carry timber.", "Ferries carry timber!", "Timber rots.")
    matrix = vectors.count_terms(passages, texts, min_passages=1)
    assert matrix.passages["repeats"].tolist() == ["", "d0:p1", ""]


def test_a_document_is_one_row_named_by_its_doc_id():
    passages, texts = passages_of("Ferries carry timber.\n\nPorts rot.", "Timber rots in ports.")
    more = passages.iloc[[0]].assign(passage_id="d0:p2", start=23, end=33)
    passages = pd.concat([passages.assign(end=[21, 21]), more])
    matrix = vectors.count_terms(passages, texts, unit="document", min_passages=1)
    assert matrix.passages[["passage_id", "start", "end"]].values.tolist() == [
        ["d0", 0, 33],
        ["d1", 0, 21],
    ]


def test_terms_stand_in_the_text_as_they_are_shown():
    passages, texts = passages_of(
        "Treaties bind. A treaty binds.", "Treaties lapse, treaties bind."
    )
    matrix = vectors.count_terms(passages, texts)
    words = set(" ".join(texts.values()).lower().replace(".", "").replace(",", "").split())
    assert matrix.terms == ["bind", "treaties"]
    assert set(matrix.terms) <= words


def test_the_stream_gives_the_counts():
    passages, texts = passages_of("ferries and ports and ferries", "ports and ferries")
    matrix = vectors.count_terms(passages, texts)
    again = vectors.count_stream(matrix.stream, matrix.stream_starts, len(matrix.terms))
    assert (again != matrix.counts).nnz == 0


def test_no_text_gives_an_empty_matrix():
    passages, texts = passages_of("ferry")
    matrix = vectors.count_terms(passages.iloc[:0], texts)
    assert matrix.counts.shape == (0, 0)


@pytest.mark.parametrize("rule", list(lemmas.read_conflations().itertuples()))
def test_a_suffix_rule_joins_its_match_and_not_its_near_miss(rule: tuple):
    form, base = rule.match.split()
    assert lemmas.base_form(form, {base: 0}) == base
    form, other = rule.near_miss.split()
    assert lemmas.base_form(form, {other: 0}) != other


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        ("weapons", "weapon", True),
        ("planned", "plan", True),
        ("stared", "star", False),
        ("news", "new", False),
        ("безопасность", "безопасности", True),
        ("сотрудничество", "сотрудничестве", True),
        ("мир", "мера", False),
    ],
)
def test_forms_of_one_word_are_one_term(a: str, b: str, joined: bool):
    term, _ = vectors.group_forms([a, b], np.array([2, 1]))
    assert (term[0] == term[1]) == joined


def test_stop_words_are_lower_case_single_words():
    assert all(word == word.lower() and " " not in word for word in vectors.read_stop_words())
