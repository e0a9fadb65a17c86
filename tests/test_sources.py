"""The tables that open the book, on small literal documents."""

import pytest

from analysis import sources, tables
from analysis.blocks import Picture, Text
from analysis.figures import coverage

ROW = {"item": 1, "start": 0, "end": 90, "encoding": "utf-8", "language": "en"}


@pytest.fixture
def documents():
    exact = {"published": "2031-05-16", "published_precision": "day"}
    low_high = {"published_low": "2031-05-16", "published_high": "2031-05-16"}
    return tables.from_rows(
        "documents",
        [
            ROW | {"doc_id": "b", "path": "b.txt"},
            ROW | {"doc_id": "a", "path": "a.txt", "date_basis": "header"} | exact | low_high,
            ROW
            | {"doc_id": "c", "path": "c.txt", "same_as": "a", "date_basis": "year"}
            | {"published": "2033", "published_precision": "year"}
            | {"published_low": "2033-01-01", "published_high": "2033-12-31"},
        ],
    )


def test_the_coverage_sentence_counts_every_file_once(documents):
    skipped = tables.from_rows("skipped", [{"path": "d.txt", "reason": "the file is empty"}])

    sentence = sources.describe_coverage(documents, skipped)

    assert sentence == (
        "4 files found, 3 documents read; 1 file gave none. Dated to the day: 1 (2031-05-16 to "
        "2031-05-16); to the month or year: 1; undated: 1; repeating another document: 1."
    )


def test_documents_stand_in_order_of_date_the_undated_last(documents):
    shown = sources.describe_documents(documents)

    assert shown["Date"].tolist() == ["published 2031-05-16", "published 2033", "undated"]
    assert shown["Characters"].tolist() == ["0–90"] * 3


def test_a_document_without_a_date_is_said_to_have_none(documents):
    bases = sources.count_bases(documents)

    assert set(zip(bases["Rule"], bases["undated"], strict=True)) == {
        ("published (header)", 0),
        ("published (year)", 0),
        ("none applies", 1),
    }


def test_the_cleaning_log_names_the_kinds_of_furniture():
    words = "15:24\nHome\nMap\nTexts\n10:05\nThe envoys met."
    spans = {"furniture": [(0, 5), (6, 20), (21, 26)], "body": [(27, 42)]}
    rows = [
        {"doc_id": "a", "unit": "paragraph", "kind": kind, "start": start, "end": end}
        for kind, found in spans.items()
        for start, end in found
    ]
    passages = tables.from_rows("passages", rows)

    kinds = sources.count_furniture_kinds(passages, {"a": words})

    assert kinds[["Kind", "Example", "Times"]].values.tolist() == [
        ["clock", "15:24", 2],
        ["frame", "Home Map Texts", 1],
    ]
    assert sources.describe_cleaning(passages) == (
        "3 passages of 4 in 1 document of 1 were taken for page furniture: 24 of 39 characters "
        "(61.5 %)."
    )


def test_the_cleaning_log_counts_times_and_documents():
    passages = tables.from_rows(
        "passages",
        [
            {"doc_id": doc_id, "unit": "paragraph", "kind": kind, "start": 0, "end": 8}
            for doc_id, kind in (("a", "furniture"), ("b", "furniture"), ("c", "body"))
        ],
    )

    log = sources.count_furniture(passages, dict.fromkeys("abc", "All news\nWords."))

    assert log.to_dict("records") == [{"Text": "All news", "Times": 2, "Documents": 2}]


def test_the_coverage_figure_names_the_years_without_a_document(documents):
    picture = coverage(documents)

    assert isinstance(picture, Picture)
    assert picture.title == "2 of 3 documents are dated, 2031 to 2033"
    assert "No document in 2032." in picture.alt


def test_coverage_without_a_date_is_a_sentence(documents):
    undated = documents[documents["published"] == ""]

    assert isinstance(coverage(undated), Text)


def test_the_sources_sentence_names_the_outlets_most_frequent_first(documents):
    named = documents.assign(outlet=["Wire", "", "Wire"])

    assert sources.describe_sources(named).startswith(
        "Documents by outlet: “Wire” (2). 1 document without a named outlet."
    )
