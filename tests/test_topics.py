"""Topics that come back, or none and a sentence that says why."""

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from analysis import topics, vectors
from analysis.topics import clusters, gate, stability

# Subjects of made-up places: each a list of words that no other shares.
SUBJECTS = {
    "ports": "ferry harbour timber quay cargo dock crane freight sailor pilot anchor vessel",
    "farms": "barley orchard tractor harvest irrigation cattle meadow plough seed granary mill",
    "schools": "teacher lesson pupil classroom exam syllabus lecture tutor grammar essay campus",
}


def made_up(n_texts: int, *, words: int = 12, mixed: bool = False) -> dict[str, str]:
    """Texts of one subject each, or of words of all subjects."""
    rng = np.random.default_rng(3)
    pools = [subject.split() for subject in SUBJECTS.values()]
    everything = np.array([word for pool in pools for word in pool])
    texts = {}
    for number in range(n_texts):
        pool = everything if mixed else np.array(pools[number % len(pools)])
        texts[f"t{number:03}"] = " ".join(rng.choice(pool, words)) + "."
    return texts


def matrix_of(texts: dict[str, str]) -> vectors.TermMatrix:
    passages = pd.DataFrame(
        {
            "passage_id": [f"{doc_id}:p1" for doc_id in texts],
            "doc_id": list(texts),
            "unit": "paragraph",
            "kind": "body",
            "start": 0,
            "end": [len(text) for text in texts.values()],
        }
    )
    return vectors.count_terms(passages, texts)


@pytest.fixture(scope="module")
def three_subjects() -> topics.TopicModel:
    return topics.fit_topics(matrix_of(made_up(90)))


def test_the_number_of_subjects_is_found(three_subjects):
    assert len(three_subjects.topics) == 3
    assert three_subjects.status == "usable"
    assert three_subjects.note.startswith("3 topics, chosen by stability, from 90 usable passages")


def test_each_topic_is_named_by_words_of_one_subject(three_subjects):
    for terms in three_subjects.topics["terms"]:
        words = set(terms.split("|"))
        assert any(words <= set(subject.split()) for subject in SUBJECTS.values())


def test_every_passage_is_placed_with_a_strength(three_subjects):
    placements = three_subjects.placements
    assert len(placements) == 90
    assert placements["strength"].between(0, 1).all()
    assert set(placements["topic"]) == {1, 2, 3}


def test_topics_are_numbered_by_size(three_subjects):
    sizes = three_subjects.topics["n_passages"].tolist()
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == 90


def test_neither_order_nor_names_of_files_change_the_topics(three_subjects):
    texts = made_up(90)
    again = {f"x{i:02}": texts[doc_id] for i, doc_id in enumerate(reversed(texts))}
    model = topics.fit_topics(matrix_of(again))
    pd.testing.assert_frame_equal(model.topics, three_subjects.topics)
    expected = three_subjects.placements["topic"].tolist()[::-1]
    assert model.placements["topic"].tolist() == expected


def test_an_equal_text_is_placed_with_its_twin_and_changes_nothing(three_subjects):
    texts = made_up(90) | {"twin": made_up(90)["t000"]}
    model = topics.fit_topics(matrix_of(texts))
    topic = model.placements.set_index("doc_id")["topic"]
    assert topic["twin"] == topic["t000"]
    assert model.topics["terms"].tolist() == three_subjects.topics["terms"].tolist()


def test_a_text_without_a_known_word_is_placed_weakly():
    model = topics.fit_topics(matrix_of(made_up(90) | {"empty": "Unheard."}), n_topics=3)
    row = model.placements.set_index("doc_id").loc["empty"]
    assert row["topic"] in {1, 2, 3}
    assert row["weak"]
    assert row["strength"] == 0


def test_a_text_without_any_word_is_placed_weakly():
    model = topics.fit_topics(matrix_of(made_up(90) | {"empty": "12 - 34"}), n_topics=3)
    assert model.placements.set_index("doc_id").loc["empty", "weak"]


def test_five_texts_get_key_terms_and_a_reason():
    model = topics.fit_topics(matrix_of(made_up(5)))
    assert model.topics.empty
    assert model.placements.empty
    assert model.status == "withheld"
    assert "too few to divide (6 are needed)" in model.note
    assert len(model.key_terms)


def test_few_documents_get_a_reason_and_an_exploratory_division_when_asked():
    matrix = matrix_of(made_up(10))
    assert "come from 10 documents" in topics.fit_topics(matrix).note
    asked = topics.fit_topics(matrix, n_topics=3)
    assert asked.status == "exploratory"
    assert set(asked.topics["status"]) == {"exploratory"}
    expected = [i % 3 for i in range(10)]
    assert adjusted_rand_score(expected, asked.placements["topic"]) == 1


@pytest.mark.parametrize("n_texts", [0, 1, 2, 5, 6, 7, 12, 19, 20, 21, 40])
def test_no_size_of_corpus_is_an_error(n_texts: int):
    model = topics.fit_topics(matrix_of(made_up(n_texts)))
    assert model.note
    assert model.status in {"withheld", "exploratory", "usable"}


def test_words_without_subjects_give_one_topic():
    model = topics.fit_topics(matrix_of(made_up(60, mixed=True)))
    assert len(model.topics) == 1
    assert model.note.startswith("One topic: no division")


def test_the_same_text_many_times_is_no_corpus():
    texts = {f"t{i}": "Ferries carry timber to the harbour." for i in range(30)}
    assert topics.fit_topics(matrix_of(texts)).status == "withheld"


def test_a_number_the_corpus_cannot_carry_is_refused_with_the_most_it_can():
    with pytest.raises(topics.TopicError, match="give a number from 1 to 15, or 0"):
        topics.fit_topics(matrix_of(made_up(30)), n_topics=16)


def test_one_topic_can_be_asked_for():
    model = topics.fit_topics(matrix_of(made_up(30)), n_topics=1)
    assert model.topics["n_passages"].tolist() == [30]


def test_the_gate_grows_with_the_corpus():
    assert stability.number_grid(15) == []
    assert stability.number_grid(63) == [2, 3, 4, 5, 6, 7]
    assert max(stability.number_grid(199)) == 8
    assert max(stability.number_grid(100_000)) == 50
    assert gate.why_withheld(300, 1, 0) == ""


def test_a_label_names_a_word_once():
    texts = {f"t{i:02}": f"The outer space treaty {w} treaties of outer space." for i, w in
             enumerate(["binds", "bound", "covers"] * 8)}  # fmt: skip
    texts = {k: f"{v} {' '.join(made_up(24)[f't{i:03}'].split()[:6])}" for i, (k, v) in
             enumerate(texts.items())}  # fmt: skip
    model = topics.fit_topics(matrix_of(texts), n_topics=1)
    label = model.topics["label"].iloc[0]
    assert "outer space" in label
    assert not {"treaty", "treaties"} <= set(label.replace(",", "").split())


def test_agreement_is_the_adjusted_rand_index():
    rng = np.random.default_rng(0)
    a, b = rng.integers(0, 4, (2, 50))
    assert stability.rand_agreement(a, b) == pytest.approx(adjusted_rand_score(a, b))


def test_shuffling_keeps_lengths_and_totals():
    matrix = matrix_of(made_up(30))
    dealt = stability.shuffled(matrix, np.arange(30))
    assert (dealt.counts.sum(axis=0) == matrix.counts.sum(axis=0)).all()
    assert (dealt.counts.sum(axis=1) == matrix.counts.sum(axis=1)).all()
    assert (dealt.counts != matrix.counts).nnz > 0


def test_large_sets_are_placed_by_centres_fitted_on_a_part(monkeypatch):
    rng = np.random.default_rng(0)
    points = np.repeat(np.eye(3), 40, axis=0) + rng.normal(0, 0.05, (120, 3))
    points = points[rng.permutation(120)]
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    whole = clusters.divide(points, 3)
    monkeypatch.setattr(clusters, "MAX_FITTED", 60)
    assert adjusted_rand_score(whole, clusters.divide(points, 3)) == 1


def test_the_description_quotes_a_passage_verbatim_with_its_place():
    texts = made_up(90, words=18)
    matrix = matrix_of(texts)
    model = topics.fit_topics(matrix, n_topics=3)
    passages = matrix.passages.assign(unit="paragraph", kind="body")
    documents = pd.DataFrame({"doc_id": list(texts), "path": [f"{i}.txt" for i in texts]})
    table = topics.describe(model, passages, documents, texts)
    for row in table.itertuples():
        assert row.quote == texts[row.path[:-4]][row.start : row.end]
    assert table["source_effect"].tolist() == ["", "", ""]


def test_a_topic_that_one_document_holds_is_marked_as_a_source_effect():
    texts = {"one": "\n\n".join(made_up(90).values())}
    starts = np.cumsum([0] + [len(t) + 2 for t in made_up(90).values()])[:-1]
    passages = pd.DataFrame(
        {
            "passage_id": [f"one:p{i}" for i in range(90)],
            "doc_id": "one",
            "unit": "paragraph",
            "kind": "body",
            "start": starts,
            "end": starts + [len(t) for t in made_up(90).values()],
        }
    )
    model = topics.fit_topics(vectors.count_terms(passages, texts), n_topics=3)
    documents = pd.DataFrame({"doc_id": ["one"], "path": ["one.txt"]})
    table = topics.describe(model, passages, documents, texts)
    assert table["source_effect"].tolist() == ["one.txt"] * 3
    assert model.status == "exploratory"


def test_shares_of_groups_have_intervals_and_sum_to_one(three_subjects):
    ids = [f"t{i:03}" for i in range(90)]
    years = pd.DataFrame(
        {"passage_id": [f"{i}:p1" for i in ids], "doc_id": ids, "group": ["2031", "2032", ""] * 30}
    )
    shares = topics.over_groups(three_subjects, years[years["group"] != ""])
    assert shares.groupby("group")["share"].sum().tolist() == pytest.approx([1, 1])
    assert (shares["low"] <= shares["share"]).all()
    assert (shares["share"] <= shares["high"]).all()
    assert topics.share_table(shares).shape == (3, 3)


def test_a_topic_not_seen_in_a_few_documents_may_still_be_theirs(three_subjects):
    first = three_subjects.placements.query("topic == 1").head(5)
    shares = topics.over_groups(three_subjects, first[["passage_id", "doc_id"]].assign(group="x"))
    assert shares["share"].tolist() == [1, 0, 0]
    assert shares.loc[0, "low"] < 0.6
    assert (shares.loc[1:, "high"] > 0.4).all()
    few = first.head(4)[["passage_id", "doc_id"]].assign(group="x")
    assert topics.over_groups(three_subjects, few)["low"].isna().all()


def test_documents_are_grouped_as_their_passages_are():
    ids = [f"t{i:03}" for i in range(90)]
    passages = pd.DataFrame({"passage_id": [f"{i}:p1" for i in ids], "doc_id": ids,
                             "unit": "paragraph", "kind": "body", "start": 0,
                             "end": [len(text) for text in made_up(90).values()]})  # fmt: skip
    matrix = vectors.count_terms(passages, made_up(90), unit="document")
    model = topics.fit_topics(matrix, n_topics=3)
    spoken = passages[["passage_id", "doc_id"]].assign(group=["Ostra", "Velmark", "Ostra"] * 30)
    shares = topics.over_groups(model, spoken)
    assert shares.drop_duplicates("group")["n_group"].tolist() == [60, 30]


def test_a_topic_is_shown_by_passages_of_several_documents(three_subjects):
    texts = made_up(90)
    matrix = matrix_of(texts)
    passages = matrix.passages.assign(unit="paragraph", kind="body")
    documents = pd.DataFrame({"doc_id": list(texts), "path": [f"{i}.txt" for i in texts]})
    table = topics.examples(three_subjects, passages, documents, texts, n=2)
    assert table["topic"].tolist() == [1, 1, 2, 2, 3, 3]
    assert table["path"].is_unique
    for row in table.itertuples():
        assert row.quote == texts[row.path[:-4]][row.start : row.end]
