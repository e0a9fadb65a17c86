"""A folder of texts -> documents -> passages, nothing lost on the way."""

import os
import sys
from pathlib import Path

import pandas as pd
import pytest
from corpus_texts import BODY, read, write_table

from analysis import corpus, dates, tables
from analysis.corpus.language import language_of


def test_a_digest_gives_a_document_for_each_dated_item(tmp_path):
    page = f"All news\n\n05.09.2024\n\n{BODY}\n\n04.09.2024\n\nEnvoys leave\n\nThey left.\n"
    documents = read(tmp_path, {"a.txt": page}).documents
    assert documents[["doc_id", "item", "published"]].values.tolist() == [
        ["a", 1, "2024-09-05"],
        ["a#2", 2, "2024-09-04"],
    ]


def test_a_ticker_lends_the_article_below_it_neither_date_nor_text(tmp_path):
    page = (
        f"05.09.2024\n\nA ferry sank.\n\n\n04.09.2024\n\nA bridge opened.\n\n\n"
        f"Envoys share the lake\n\n16.02.2022\n\n{BODY}\n\n\n\nGo back\n"
    )
    found = read(tmp_path, {"a.txt": page})
    last = found.documents.iloc[-1]
    assert last["published"] == "2022-02-16"
    assert last["title"] == "Envoys share the lake"
    assert page[last["start"] : last["end"]].startswith("Envoys share")
    assert page[last["start"] : last["end"]].endswith("autumn.")


def test_what_the_frame_of_a_web_page_says_is_kept_and_dates_nothing(tmp_path):
    page = (
        "<header>Lake Herald, 12 May 2031</header>"
        "<nav><ul><li>14 June 2030<li>https://herald.example/2030/06/14/a.html</ul></nav>"
        f"<p>{BODY}</p><aside><p>On 5 May 2029 the council sat in Tarn.</p></aside>"
        "<p>Both envoys left.</p><footer>TARN, January 3, 2032. /LNA/. All rights.</footer>"
    )
    found = read(tmp_path, {"a.html": page})
    passages = corpus.split_passages(found.documents, found.texts)
    kinds = passages[passages["unit"] == "paragraph"]["kind"]
    assert found.documents["published_low"].tolist() == [""]
    assert kinds.tolist() == ["furniture", "furniture", "body", "furniture", "body", "furniture"]
    assert dates.find_dates(found.documents, passages, found.texts).empty


def test_pages_with_other_frames_repeat_each_other(tmp_path):
    pages = {
        f"{name}.html": f"<p>They met.</p><aside>{words * 40}</aside><p>{BODY}</p>"
        for name, words in (("a", "Ports of the lake. "), ("b", "Salt and grain reserves. "))
    }
    assert read(tmp_path, pages).documents["same_as"].tolist() == ["", "a"]


def test_a_form_with_another_decision_in_it_is_no_copy(tmp_path):
    form = f"At its meeting today, the Lake Board decided to {{}}.\n\n{(BODY + ' ') * 6}"
    steps = ("raise the toll to 25 crowns", "raise the toll to 25 crowns", "lower the toll")
    pages = {f"{name}.txt": form.format(step) for name, step in zip("abc", steps, strict=True)}
    assert read(tmp_path, pages).documents["same_as"].tolist() == ["", "a", ""]


def test_a_page_with_one_date_is_one_document(tmp_path):
    page = f"Envoys share the lake\n\nThey met.\n\n16.02.2022\n\n{BODY}\n"
    assert len(read(tmp_path, {"a.txt": page}).documents) == 1


def test_a_sentence_said_twice_on_a_page_names_the_first(tmp_path):
    said = "All the members of the pact will share the lake in equal parts."
    page = f"{said} He agreed.\n\n{said[:47]}\n{said[48:]}"
    found = read(tmp_path, {"a.txt": page})
    passages = corpus.split_passages(found.documents, found.texts)
    sentences = passages[passages["unit"] == "sentence"]
    assert sentences["repeat_of"].tolist() == ["", "", "a:s1"]


def test_every_repeat_of_a_sentence_is_marked_a_short_one_from_its_third_time():
    words = "The envoys met again in the old town hall. They agreed. " * 4
    documents = tables.from_rows(
        "documents", [{"doc_id": "a", "path": "a.txt", "item": 1, "start": 0, "end": len(words)}]
    )
    passages = corpus.split_passages(documents, {"a": words})
    sentences = passages[passages["unit"] == "sentence"]
    assert sentences["repeat_of"].tolist() == [
        "", "", "a:s1", "", "a:s1", "a:s2", "a:s1", "a:s2",
    ]  # fmt: skip


def test_copies_are_marked_and_lend_their_date(tmp_path):
    wrapped = "All news\n\n" + BODY.replace(" ", "\n", 9)
    other = BODY.replace("lake", "hill").replace("water", "grass").replace("envoys", "clerks")
    found = read(tmp_path, {"a.txt": f"25.07.2019\n\n{BODY}", "b.txt": wrapped, "c.txt": other})
    assert found.documents["same_as"].tolist() == ["", "a", ""]
    assert found.documents["published"].tolist() == ["2019-07-25", "2019-07-25", ""]


def test_a_copy_is_found_among_many_texts_of_one_form(tmp_path):
    form = " ".join(f"Borough{number}" for number in range(60))
    notes = {
        f"{at:02}.txt": form.replace("Borough15", f"Marlow{at}").replace("Borough45", f"Tarn__{at}")
        for at in range(20)
    }
    found = read(tmp_path, notes | {"x.txt": notes["13.txt"]}).documents
    assert found["same_as"].tolist() == [""] * 20 + ["13"]


def test_each_language_is_named(tmp_path):
    russian = "Посланники двух республик встретились в старой ратуше и подписали соглашение."
    found = read(tmp_path, {"a.txt": BODY, "b.txt": russian.encode("cp1251")}).documents
    assert found["language"].tolist() == ["en", "ru"]
    assert found["encoding"].tolist() == ["utf-8", "cp1251"]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The envoys met in the old town hall of Marlow.", "en"),
        ("Посланці двох республік зустрілися у старій ратуші.", "uk"),
        ("代表们在旧市政厅会面并签署了关于湖水的协议，他们同意平均分享，然后离开。", "zh"),
        ("🕊️🕊️ ok мир 平和 सलाम 평화 ειρήνη שלום peace мир paix 🕊️🕊️", ""),
        ("😀😀 привет hello 你好 مرحبا สวัสดี 😀 😀 привет всем", ""),
        (" ".join(["zxq wvu qqq zzz ppp rrr ttt xxx kkk"] * 9), ""),
        ("Мир, мир.", ""),
        ("Лига провела заседание в Марлоу и приняла план.", ""),
        ("Послы двух стран встретились в Марлоу и обсудили план.", "ru"),
    ],
)
def test_a_language_is_named_only_where_the_text_shows_it(words, language):
    assert language_of(words) == language


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_each_file_without_a_text_leaves_one_row_and_the_run_goes_on(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")).write_bytes(b"text")
    files = {
        "deep/er/a.txt": BODY,
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "lines.txt": b"\n" * 1_000_000,
        "chrome.txt": b"Go back\n\nShare:\n",
        "binary.txt": bytes(range(256)) * 9,
        "cut.docx": b"PK\x03\x04...",
        "picture.png": b"\x89PNG",
        "note.csv": b"a,b\n1,2\n",
        ".hidden": b"x",
        "codebook/actors.csv": b"name\n",
    }
    found = read(tmp_path, files)
    assert found.documents["doc_id"].tolist() == ["deep/er/a"]
    assert found.skipped["path"].tolist() == [
        "binary.txt", "blank.txt", "chrome.txt", "cut.docx", "empty.txt", "gone.txt", "lines.txt",
        "note.csv", "picture.png", "\ufffd\ufffd.txt",
    ]  # fmt: skip
    assert (found.skipped["reason"] != "").all()


def test_folders_that_cannot_be_opened_leave_a_row(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "again").symlink_to(tmp_path)
    closed = tmp_path / "closed"
    closed.mkdir()
    real = os.scandir

    def scandir(path):  # as for a user without the right: root may open all
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    skipped = corpus.read_folder(tmp_path).skipped
    assert skipped.values.tolist() == [
        ["again", "links to folders are not followed: put the folder itself here"],
        ["closed", "no permission to open the folder"],
    ]


def test_a_long_name_is_shortened_where_its_text_is_kept(tmp_path):
    names = [f"{'x' * 245}.{suffix}" for suffix in ("html", "txt")]
    paths = read(tmp_path, dict.fromkeys(names, f"<p>{BODY}</p>")).documents["text_path"]
    assert [len(path) < 100 for path in paths] == [True, True]
    assert paths.tolist()[1] == ""


def test_a_huge_single_line_is_read(tmp_path):
    line = "The envoys met again and again " * 30_000
    found = read(tmp_path, {"a.txt": line})
    passages = corpus.split_passages(found.documents, found.texts)
    size = (passages["end"] - passages["start"])[passages["unit"] == "sentence"]
    assert passages["end"].max() == len(line.rstrip())
    assert passages["unit"].value_counts()["paragraph"] == 1
    assert size.max() <= 4_000


def test_names_stay_apart_and_do_not_depend_on_the_order_of_files(tmp_path):
    files = {"b/x.md": BODY, "a.txt": BODY, "a.md": BODY, "c.txt": BODY}
    found = read(tmp_path, files).documents["doc_id"].tolist()
    assert found == ["a.md", "a.txt", "b/x", "c"]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_a_table_of_texts_is_a_corpus(tmp_path, suffix):
    rows = pd.DataFrame(
        {"id": ["x1", "x2"], "text": [BODY, "Go back"], "published": ["2019-07-25", ""]}
    )
    path = tmp_path / f"texts{suffix}"
    write_table(rows, path)
    found = corpus.read_folder(path)
    passages = corpus.split_passages(found.documents, found.texts)
    assert found.documents["doc_id"].tolist() == ["x1", "x2"]
    assert found.documents["path"].tolist() == [path.name] * 2
    assert found.documents["published"].tolist() == ["2019-07-25", ""]
    assert set(passages["kind"]) == {"body"}


def test_a_row_that_cannot_be_read_leaves_a_row_that_says_why(tmp_path):
    found = read(tmp_path, {"texts.jsonl": '{"text": "They met."}\nx\n{"text": "They left."}\n'})
    assert found.documents[["doc_id", "item"]].values.tolist() == [["texts#1", 1], ["texts#3", 3]]
    assert found.skipped.values.tolist() == [["texts.jsonl", "row 2: not JSON: Expecting value"]]


@pytest.mark.parametrize("name", ["nowhere", "void", "a.xyz"])
def test_nothing_to_read_is_an_error(tmp_path, name):
    (tmp_path / "void").mkdir()
    (tmp_path / "a.xyz").write_text("x")
    with pytest.raises(corpus.CorpusError, match=name):
        corpus.read_folder(tmp_path / name)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["a.png"], r"a text \(a.png: files of type .png are not read\); one file was tried"),
        (
            "abcde",
            r"no file gives a text \(a: .*; and 2 more\); 5 files were tried.*: .csv, .docx,",
        ),
    ],
)
def test_where_no_file_gives_a_text_the_remedy_is_said(tmp_path, names, message):
    with pytest.raises(corpus.CorpusError, match=message):
        read(tmp_path, dict.fromkeys(names, b"\x89PNG"))
