"""A study is computed once, kept by content, and every row leads to its characters."""

import shutil

import pandas as pd
import pytest

from analysis import study, tables


@pytest.fixture(scope="module")
def opened(corpus):
    return study.open_study(corpus)


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("STANDPOINT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("The Lowland Pact condemned the raid on 3 May 2031.\n", "utf-8")
    return folder


def test_every_table_of_the_contract_is_there(opened):
    assert {name: list(frame)[:1] for name, frame in opened.tables.items()} == {
        name: table.names[:1] for name, table in tables.TABLES.items()
    }


@pytest.mark.parametrize("name", ["positions", "mentions", "dates"])
def test_every_row_is_the_texts_own_characters(opened, name):
    words = {"positions": "quote", "mentions": "match", "dates": "text"}[name]
    frame = opened.tables[name]

    assert len(frame)
    for row in frame.to_dict("records"):
        assert opened.texts[row["doc_id"]][row["start"] : row["end"]] == row[words]


def test_every_key_leads_to_a_row(opened):
    s = opened
    for frame, column, owner in (
        (s.passages, "doc_id", s.documents),
        (s.documents, "act_id", s.acts),
        (s.positions, "doc_id", s.documents),
        (s.positions, "statement_id", s.statements),
        (s.positions, "thread_id", s.threads),
        (s.links.rename(columns={"position_a": "position_id"}), "position_id", s.positions),
        (s.mentions, "passage_id", s.passages),
        (s.placements, "topic", s.topics),
    ):
        assert set(frame[column]) - {""} <= set(owner[column]), column


def test_the_second_opening_computes_nothing(small, own_cache, monkeypatch):
    first = study.open_study(small)
    monkeypatch.setattr(study, "read_folder", None)  # a call would fail

    again = study.open_study(small)

    assert again.key == first.key
    assert again.texts == first.texts
    for name, frame in first.tables.items():
        pd.testing.assert_frame_equal(frame, again.tables[name])


def test_a_changed_text_makes_another_study(small, own_cache):
    first = study.open_study(small)
    (small / "a.txt").write_text("The Lowland Pact welcomed the talks.\n", "utf-8")

    again = study.open_study(small)

    assert again.key != first.key
    assert "welcomed" in next(iter(again.texts.values()))


def test_an_interrupted_run_goes_on_where_it_stopped(small, own_cache, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(study.acts, "group_acts", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            study.open_study(small)
    monkeypatch.setattr(study, "read_folder", None)  # what was read is not read again

    assert len(study.open_study(small).documents) == 1


def _interrupt(*_):
    raise KeyboardInterrupt


def test_the_place_and_order_of_files_do_not_matter(corpus, opened, tmp_path, own_cache):
    moved = shutil.copytree(corpus, tmp_path / "elsewhere")

    again = study.open_study(moved)

    assert again.key == opened.key
    pd.testing.assert_frame_equal(again.positions, opened.positions)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"corpus": ""}, "no corpus is named; give a folder"),
        ({"corpus": "nowhere"}, "corpus nowhere does not exist"),
        ({"manifest": "nowhere.csv"}, "manifest nowhere.csv does not exist"),
        ({"codebook": "nowhere"}, "codebook nowhere does not exist"),
        ({"topic_unit": "sentence"}, "choose passage or document"),
        ({"n_topics": -1}, "n_topics is -1"),
    ],
)
def test_a_mistake_is_named_with_its_remedy(small, options, message):
    with pytest.raises(tables.AnalysisError, match=message):
        study.open_study(**{"corpus": small} | options)


def test_a_folder_without_texts_is_an_error_that_says_why(tmp_path):
    (tmp_path / "blank.txt").write_text(" \n", "utf-8")

    with pytest.raises(tables.AnalysisError, match=r"no file gives a text \(blank.txt: "):
        study.open_study(tmp_path)


def test_what_the_corpus_says_of_itself_is_read_and_is_no_text(small, own_cache):
    (small / "NOTICE").write_bytes("Digests – in our own\nwords.\n".encode("cp1252"))

    opened = study.open_study(small)

    assert opened.notice == "Digests – in our own words."
    assert opened.documents["path"].tolist() == ["a.txt"]
    assert opened.skipped.empty


def test_a_copy_and_a_sentence_said_twice_on_a_page_state_nothing_anew(small, own_cache):
    said = "The Lowland Pact strongly condemned the raid on the harbour of Varrow last spring."
    (small / "a.txt").write_text(f"{said}\n\nThe envoys met in Marrow.\n\n{said}\n", "utf-8")
    shutil.copy(small / "a.txt", small / "b.txt")

    opened = study.open_study(small)

    assert opened.documents["same_as"].tolist() == ["", "a"]
    assert opened.positions["quote"].tolist() == [said]
