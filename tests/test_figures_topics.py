"""Figures of topics and themes: drawn from thirty of them, and from none."""

import numpy as np
import pandas as pd
import pytest

from analysis import tables
from analysis.blocks import Picture, Text
from analysis.figures import themes as theme_figures
from analysis.figures import topics as topic_figures
from analysis.topics import TopicModel


def model_of(n: int) -> TopicModel:
    rng = np.random.default_rng(0)
    topics = tables.from_rows(
        "topics",
        [
            {
                "topic": i + 1,
                "label": f"harbour dues {i}, ferry timetable, winter storage of timber",
                "terms": "harbour|dues|ferry|timetable|winter|storage|timber|quay",
                "n_passages": 40 - i,
                "n_documents": 5,
                "stability": 0.9 if i % 2 else 0.4,
                "null_stability": 0.3,
                "status": "usable" if i % 2 else "exploratory",
            }
            for i in range(n)
        ],
    )
    places = [(f"p{t}_{i}", f"d{i}", t + 1) for t in range(n) for i in range(40 - t)]
    placements = pd.DataFrame(places, columns=["passage_id", "doc_id", "topic"])
    strength = rng.random(len(places))
    placements = placements.assign(strength=strength, second=0, weak=strength < 0.1)
    numbers = [2, 3, 5, 8]
    curve = pd.DataFrame(
        {"n_topics": numbers, "agreement": [0.4, 0.9, 0.7, 0.6], "agreement_se": 0.02,
         "null_agreement": 0.3, "null_sd": 0.02, "excess": [0.1, 0.6, 0.4, 0.3]}
    )  # fmt: skip
    return TopicModel(topics, placements, curve, pd.DataFrame(), "note", "usable")


def pairs_of(n: int) -> pd.DataFrame:
    rng = np.random.default_rng(1)
    names = [f"theme-number-{i}" for i in range(n)]
    rows = []
    for i in range(n):
        for j in range(i + 1, n):
            npmi = float(rng.normal(0.4 if i // 5 == j // 5 else 0, 0.15))
            rows.append(
                {"theme_a": names[i], "theme_b": names[j], "unit": "paragraph", "n_a": 30 + i,
                 "n_b": 30 + j, "n_both": int(max(npmi, 0) * 200), "n_units": 900,
                 "n_documents": 5, "npmi": npmi, "lift": 1.0, "jaccard": 0.1, "low": npmi - 0.1,
                 "high": npmi + 0.1, "p": 0.01, "q": 0.01 if npmi > 0.2 else 0.5,
                 "holds_in": f"{(i + j) % 13} of 12", "one_document": j == i + 1,
                 "distorted": False}
            )  # fmt: skip
    return pd.DataFrame(rows)


def shares_of(n: int) -> pd.DataFrame:
    rows = [
        (f"theme-number-{t}", str(year), (t + year) % 4, 4, (t + year) % 4 / 4, 0.0, 1.0)
        for t in range(n)
        for year in (*range(2001, 2008), *range(2010, 2030))
    ]
    columns = ["theme", "year", "n_documents", "n_all", "share", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


@pytest.mark.parametrize("n", [1, 2, 8, 30])
def test_topics_of_any_number_are_drawn_with_their_message(n: int):
    sizes = topic_figures.topic_sizes(model_of(n))
    assert isinstance(sizes, Picture)
    assert "the largest is harbour dues 0" in sizes.alt
    assert f"{n // 2} stable enough to build on" in sizes.title


def test_the_curve_says_what_was_chosen_beside_chance():
    picture = topic_figures.topic_stability(model_of(3))
    assert picture.title == "3 topics: runs agree at 0.90, shuffled words at 0.30"


def test_no_topic_gives_a_sentence():
    model = model_of(1)
    empty = TopicModel(
        model.topics.iloc[:0], model.placements.iloc[:0], model.curve.iloc[:0], model.key_terms,
        "none", "withheld",
    )  # fmt: skip
    assert isinstance(topic_figures.topic_sizes(empty), Text)
    assert isinstance(topic_figures.topic_stability(empty), Text)


@pytest.mark.parametrize("n", [2, 3, 18, 30, 45])
def test_themes_of_any_number_are_drawn_with_their_strongest_pairs(n: int):
    pairs = pairs_of(n)
    for figure in (theme_figures.theme_matrix, theme_figures.theme_network):
        shown = figure(pairs)
        assert isinstance(shown, Picture | Text)
        if n >= 18:
            assert "Surest: theme-number-" in shown.alt


def test_the_same_pairs_give_the_same_picture():
    first, again = (theme_figures.theme_network(pairs_of(12)) for _ in range(2))
    assert first.svg == again.svg


def test_a_year_without_documents_is_not_shown_as_silence():
    picture = theme_figures.themes_over_time(shares_of(30))
    assert "Years without a document: 2008, 2009" in picture.alt


def test_no_pair_and_no_mention_give_a_sentence():
    nothing = pairs_of(2).iloc[:0]
    assert isinstance(theme_figures.theme_matrix(nothing), Text)
    assert isinstance(theme_figures.theme_network(nothing), Text)
    assert isinstance(theme_figures.themes_over_time(shares_of(0)), Text)
    counted = theme_figures.theme_counts(tables.empty("mentions"), tables.empty("documents"))
    assert isinstance(counted, Text)
