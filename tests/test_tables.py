"""The contract of the tables: what is missing or mistyped fails where it arises."""

import pandas as pd
import pytest

from analysis import tables


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="table links: no column relation"):
        tables.check(
            "links",
            pd.DataFrame({"position_a": ["a"], "position_b": ["b"], "similarity": [0.5]}),
        )


def test_a_value_of_the_wrong_kind_is_named():
    links = pd.DataFrame(
        {"position_a": ["a"], "position_b": ["b"], "similarity": ["high"], "relation": ["restated"]}
    )

    with pytest.raises(ValueError, match="table links, column similarity"):
        tables.check("links", links)


def test_missing_text_becomes_the_empty_string_and_missing_offsets_stay_missing():
    row = {"start": 0, "end": 1, "cue_start": 0, "cue_end": 1, "holder_start": None}
    found = tables.check(
        "statements",
        pd.DataFrame(
            [
                {column.name: None for column in tables.TABLES["statements"].columns}
                | row
                | {"holder_end": None}
            ]
        ),
    )

    assert found["holder"].item() == ""
    assert found["holder_start"].isna().all()
    assert str(found["start"].dtype) == "Int64"


def test_further_columns_stay_behind_those_of_the_contract():
    found = tables.check(
        "skipped", pd.DataFrame({"size": [3], "reason": ["empty"], "path": ["a.txt"]})
    )

    assert list(found.columns) == ["path", "reason", "size"]


def test_a_line_of_place_and_day_above_a_text_is_its_own_and_a_papers_is_the_pages():
    row = {"published": "2031-05-16", "date_basis": "header", "stated": "", "author": ""}
    lines = [("Harrow", "Harrow, 16 May 2031"), ("", "The Lake Herald, 16 May 2031"), ("", "")]
    documents = pd.DataFrame([row | {"place": a, "date_evidence": b} for a, b in lines])
    assert tables.told(tables.dated(documents)) == [
        "2031-05-16", "published 2031-05-16", "published 2031-05-16",
    ]  # fmt: skip
