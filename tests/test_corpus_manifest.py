"""What the analyst says of the texts: manifest, sidecar, front matter."""

import pytest
from corpus_texts import BODY, read

from analysis import corpus


def test_a_sidecar_and_front_matter_are_the_analysts_own_words(tmp_path):
    files = {
        "a.txt": BODY,
        "a.json": '{"date": "2019-07-25T10:00", "author": "Ostrovia", "size": 3}',
        "b.md": f"---\ntitle: The lake\ndate: 2018-05\n---\n\n{BODY.replace('lake', 'hill')}",
    }
    found = read(tmp_path, files)
    columns = ["doc_id", "published", "author", "title", "date_basis"]
    assert found.documents[columns].values.tolist() == [
        ["a", "2019-07-25", "Ostrovia", "", "sidecar"],
        ["b", "2018-05", "", "The lake", "front matter"],
    ]
    assert found.skipped.empty


def test_a_sidecar_that_cannot_be_read_is_told(tmp_path):
    found = read(tmp_path, {"a.txt": BODY, "a.json": "{title: x"})
    assert len(found.documents) == 1
    assert found.skipped.values.tolist() == [
        ["a.txt", "what a.json says of it is left out: it is no JSON object"]
    ]


def test_what_the_manifest_says_of_a_page_holds_for_its_article_alone(tmp_path):
    page = f"05.09.2024\n\nA ferry sank.\n\n\n04.09.2024\n\n{BODY}\n"
    manifest = "path,published,author,outlet\na.txt,2024-09-03,Ostrovia,LNA\n"
    found = read(tmp_path, {"a.txt": page, "manifest.csv": manifest}).documents
    assert found[["published", "author", "outlet"]].values.tolist() == [
        ["2024-09-05", "", "LNA"],
        ["2024-09-03", "Ostrovia", "LNA"],
    ]


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("name\na.txt\n", "line 1: no column 'path' or 'id'"),
        ("path,published\na.txt,5 May\n", "line 2: published '5 May' is no date; write 2022"),
        ("path,published\na.txt,2019-02-30\n", "published '2019-02-30' is no date"),
        ("path\na.txt\na.txt\n", "lines 2 and 3: 'a.txt' stands there twice"),
        ("path\na.txt\n\n./a.txt\n", "lines 2 and 4: 'a.txt' stands there twice"),
        ("path,title\na.txt,The lake, shared\n", "2 columns; put a cell that holds a comma"),
        ("path;title\na.txt;The lake; shared\n", "2 columns; put a cell that holds a semicolon"),
        ("path,title\n,Lake\n", "line 2: the column 'path' is empty"),
    ],
)
def test_a_fault_in_the_manifest_names_the_line_and_the_remedy(tmp_path, manifest, message):
    with pytest.raises(corpus.ManifestError) as error:
        read(tmp_path, {"a.txt": BODY, "manifest.csv": manifest})
    assert message in str(error.value)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_manifest_is_read_with_any_mark_between_its_columns(tmp_path, mark):
    manifest = f"Path{mark}Published\na.txt{mark}2019-07-25\n"
    row = read(tmp_path, {"a.txt": BODY, "manifest.csv": manifest}).documents.iloc[0]
    assert (row["published"], row["date_basis"]) == ("2019-07-25", "manifest")


def test_a_text_that_the_manifest_names_and_nobody_has_is_listed(tmp_path):
    manifest = "path,published\na.txt,2019\nempty.txt,2018\nlake/gone.txt,2017\n"
    found = read(tmp_path, {"a.txt": BODY, "empty.txt": b"", "manifest.csv": manifest})
    assert found.documents["published"].tolist() == ["2019"]
    assert found.skipped.values.tolist() == [
        ["empty.txt", "the file is empty (0 bytes)"],
        ["lake/gone.txt", "named in manifest.csv, line 4, but there is no such file"],
    ]


def test_a_row_of_a_table_is_named_by_its_id(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": "x", "text": "They met."}\n')
    (tmp_path / "list.csv").write_text("id,published\nx,2019\ny,2018\n")
    found = corpus.read_folder(path, manifest=tmp_path / "list.csv")
    assert found.documents["published"].tolist() == ["2019"]
    assert found.skipped.values.tolist() == [
        ["y", "named in list.csv, line 3, but there is no such text"]
    ]


def test_a_folder_is_no_manifest(tmp_path):
    with pytest.raises(corpus.ManifestError, match="a folder, no file; name the manifest itself"):
        read(tmp_path, {"a.txt": BODY}, manifest=tmp_path)


def test_a_manifest_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(corpus.ManifestError, match="cannot be read"):
        read(tmp_path, {"a.txt": BODY}, manifest=tmp_path / "list.csv")
