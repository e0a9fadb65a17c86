"""Tables as files: what is read back is what was written."""

import pandas as pd
import pytest

from analysis import exports, tables


def test_a_quote_survives_the_csv_to_the_letter(tmp_path):
    reason = 'wrapped\r\nline, "quoted" and « » \u00a0 кириллица'
    skipped = tables.from_rows("skipped", [{"path": "a.txt", "reason": reason}])

    exports.write_tables({"skipped": skipped}, tmp_path)

    with (tmp_path / "skipped.csv").open(encoding="utf-8", newline="") as handle:
        assert pd.read_csv(handle)["reason"].item() == reason


def test_text_cells_are_quoted_and_offsets_are_whole_or_empty(tmp_path):
    row = {"statement_id": "s1", "start": 3, "end": 9, "cue_start": 3, "cue_end": 4}
    statements = tables.from_rows("statements", [row | {"holder_start": None, "holder_end": None}])

    exports.write_tables({"statements": statements}, tmp_path)

    line = (tmp_path / "statements.csv").read_text("utf-8").splitlines()[1]
    assert line.startswith('"s1","","",3,9,"",')
    assert ".0" not in line


def test_only_the_tables_asked_for_are_written(tmp_path):
    frames = {name: tables.empty(name) for name in tables.TABLES}

    written = exports.write_tables(frames, tmp_path, only=["links"])

    assert [path.name for path in written] == ["links.csv"]
    assert (tmp_path / "links.csv").read_text("utf-8").count("\n") == 1


def test_an_unknown_table_is_refused_with_the_list():
    with pytest.raises(exports.TableNameError, match=r"qoutes.*documents, skipped"):
        exports.check_names(["qoutes"])


def test_extracted_text_is_written_once_where_the_row_says(tmp_path):
    documents = pd.DataFrame(
        {"doc_id": ["a#1", "a#2", "b"], "text_path": ["texts/a.pdf.txt", "texts/a.pdf.txt", ""]}
    )

    written = exports.write_texts(documents, {"a#1": "one\r\n", "a#2": "one\r\n"}, tmp_path)

    assert [path.relative_to(tmp_path).as_posix() for path in written] == ["texts/a.pdf.txt"]
    assert written[0].read_bytes() == b"one\r\n"


def test_the_dictionary_names_every_column(tmp_path):
    text = exports.write_dictionary(tmp_path).read_text("utf-8")

    assert all(f"## {name}" in text for name in tables.TABLES)
    assert "| `holder_basis` | how the holder was found |" in text
