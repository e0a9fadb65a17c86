"""Tables of texts -> a text each: rows, columns, marks, and what a broken row costs."""

import pandas as pd
import pytest
from corpus_texts import write_table

from analysis import formats


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_a_table_of_texts_gives_a_row_each(tmp_path, suffix):
    rows = pd.DataFrame({"id": ["a", "b"], "text": ["The envoys met.", 'They said: "Yes,\nno."']})
    path = tmp_path / f"texts{suffix}"
    write_table(rows, path)
    found = formats.read_records(path, path.read_bytes())
    assert list(found.rows.values()) == rows.to_dict("records")
    assert found.faults == {}


def test_a_table_without_texts_names_the_columns_it_has(tmp_path):
    with pytest.raises(formats.UnreadableFile, match=r"no column named text \(found: id, body"):
        formats.read_records(tmp_path / "a.csv", b"id,body\n1,x\n")


def test_a_broken_row_costs_that_row_alone(tmp_path):
    rows = b"""{"text": "The envoys met."}\n{"text": "They\n\n{"text": null}\n["They"]
{"text": 7}\n{"body": "x"}\n{"text": "They \\ud800left."}\n"""
    found = formats.read_records(tmp_path / "a.jsonl", rows)
    assert {n: row["text"] for n, row in found.rows.items()} == {
        1: "The envoys met.",
        7: "They \ufffdleft.",
    }
    assert [fault[:22] for fault in found.faults.values()] == [
        "not JSON: Unterminated", "the column text is emp", "not a JSON object",
        "the column text holds ", "no column named text (",
    ]  # fmt: skip


def test_blank_rows_are_counted(tmp_path):
    rows = b'id,text\na,The envoys met.\n\n , \nb,"They left.\n\nAll."\n\n\n'
    found = formats.read_records(tmp_path / "a.csv", rows)
    assert ([row["id"] for row in found.rows.values()], found.n_blank) == (["a", "b"], 2)
    rows = b'{"text": "The envoys met."}\n\n \n{"text": "They left."}\n\n'
    found = formats.read_records(tmp_path / "a.jsonl", rows)
    assert (list(found.rows), found.n_blank) == ([1, 2], 2)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_columns_are_found_by_their_mark_and_in_any_case(tmp_path, mark):
    rows = f"ID{mark} Text \na{mark}The envoys met.\n".encode()
    assert formats.read_records(tmp_path / "a.csv", rows).rows == {
        1: {"id": "a", "text": "The envoys met."}
    }


def test_a_first_column_without_a_name_does_not_hide_the_mark():
    assert formats.delimiter("\r\n\ttext\r\n0\tThey met, and left.\r\n", {"text"}) == "\t"
    assert formats.delimiter("text\rThey met; all left.\r", {"text"}) == ","


def test_a_text_cut_by_a_comma_is_not_taken_for_the_whole(tmp_path):
    rows = b"id,text\na,They met, and left.\nb,All agreed.,,\n"
    found = formats.read_records(tmp_path / "a.csv", rows)
    assert found.faults[1].startswith("3 cells under 2 columns: put a text that holds a comma")
    assert found.rows[2]["text"] == "All agreed."


def test_a_quotation_mark_that_is_never_closed_costs_its_row_alone(tmp_path):
    rows = (
        b'id,text\na,The envoys met.\nb,"They left\nc,\nd,"They said ""no"",\nand left."\ne,All.\n'
    )
    found = formats.read_records(tmp_path / "a.csv", rows)
    assert [row["id"] for row in found.rows.values()] == ["a", "d", "e"]
    assert [(number, fault[:26]) for number, fault in found.faults.items()] == [
        (2, "the CSV is damaged in line"),
        (3, "the column text is empty"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.jsonl", b"x\ny\n", r"none of its 2 rows can be read \(row 1: not JSON"),
        ("a.jsonl", b'{"body": "x"}\n', r"no column named text \(found: body\)"),
        ("a.csv", b'"id,text\n', "the CSV is damaged"),
        ("a.csv", b"id,text\n", "the file has no row"),
        ("a.csv", b"id,text\n,\n,\n", "all its rows are blank"),
        ("a.csv", b"text,Text\nx,y\n", "two columns are named text"),
        ("a.jsonl", b'{"text": "x", "Text": "y"}\n', "two columns are named text: rename one"),
        ("a.parquet", b"PAR1", "no Parquet file, or damaged, or cut off"),
    ],
)
def test_a_table_of_which_no_row_can_be_read_is_skipped_as_a_whole(tmp_path, name, content, reason):
    with pytest.raises(formats.UnreadableFile, match=reason):
        formats.read_records(tmp_path / name, content)
