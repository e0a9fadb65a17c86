"""A folder of texts -> dated documents -> passages, nothing lost on the way."""

import os
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import corpus, dates, tables
from analysis.corpus.language import language_of

BODY = (
    "The envoys of both republics met in the old town hall of Marlow to settle who may use the "
    "water of the upper lake, and agreed to share it in equal parts from spring to autumn."
)
ACTORS = pd.DataFrame(
    [
        ("Lowland Pact", "organisation", "Pact", "1999-03-04"),
        ("Marlow Treaty", "treaty", "", "1992-06-01"),
        ("Ostrovia", "country", "", ""),
        ("Velmark", "country", "", ""),
    ],
    columns=["name", "kind", "aliases", "founded"],
)
EVENTS = pd.DataFrame(
    [
        ("2014-05-08", "Marlow", "Ostrovia", "Velmark", "9", "dams|ferries"),
        ("2019-06-13", "Marlow", "Ostrovia", "Velmark", "14", "river police|salt tax"),
        ("2020-06-11", "Tarn", "Velmark", "Ostrovia", "7", "locusts|grain reserve"),
    ],
    columns=["date", "place", "chair", "next_chair", "n_documents", "words"],
).assign(holder="Lowland Pact", occasion="session of the council", source="", status="")


def read(folder, files, **options):
    for name, content in files.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return corpus.read_folder(folder, **options)


def dated(folder, words, **options):
    row = read(folder, {"a.txt": words}, **options).documents.iloc[0]
    return row["published"], row["date_basis"]


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


def test_a_date_in_the_middle_of_a_long_text_is_not_its_own(tmp_path):
    page = f"{(BODY + ' ') * 12}\n\n3 May 2001\n\n{(BODY + ' ') * 12}\n"
    row = read(tmp_path, {"a.txt": page}).documents.iloc[0]
    assert row["published"] == ""


def test_a_page_with_one_date_is_one_document(tmp_path):
    page = f"Envoys share the lake\n\nThey met.\n\n16.02.2022\n\n{BODY}\n"
    assert len(read(tmp_path, {"a.txt": page}).documents) == 1


@pytest.mark.parametrize(
    ("words", "published", "basis"),
    [
        (f"25 July 2019, 14:30\n\n{BODY}", "2019-07-25", "header"),
        (f"Marlow, 25 July 2019\n\n{BODY}", "2019-07-25", "header"),
        (f"date 2019-07-25 Envoys share the lake\n\n{BODY}", "2019-07-25", "header"),
        (f"MARLOW, July 25, 2019. /LNA/. {BODY}", "2019-07-25", "dateline"),
        (f"https://lna.example/20190725/lake-7.html\n\n{BODY}", "2019-07-25", "address"),
        (f"---\ntitle: Lake\ndate: 2019-07-25\n---\n\n{BODY}", "2019-07-25", "front matter"),
        (f"+++\ndate = 2019-07-25\n[more]\n+++\n\n{BODY}", "2019-07-25", "front matter"),
        (f"+++\nThe lake is shared\n+++\n\n{BODY}", "", ""),
        (f"We, the envoys, met in Marlow on 25 July 2019. {BODY}", "2019-07-25", "own words"),
        (f"15:24\nUSD 89.01\n\n{BODY}", "", ""),
        (f"{BODY} They met on Saturday.", "", ""),
        (f"{BODY} The old accord was signed on 3 May 2001.", "", "lower bound"),
        (f"{BODY} The next accord is to be signed on 3 May 2031.", "", ""),
        (f"MARLOW, July 25. /LNA/. {BODY}", "", "dateline without year"),
    ],
)
def test_the_strongest_evidence_gives_the_date(tmp_path, words, published, basis):
    assert dated(tmp_path, words) == (published, basis)


def test_the_name_of_a_file_gives_a_date_and_the_manifest_wins(tmp_path):
    files = {"2019-07-25-lake.txt": BODY}
    assert read(tmp_path, files).documents.loc[0, "date_basis"] == "file name"
    files["manifest.csv"] = "path,published,author\n2019-07-25-lake.txt,2018-03,Ostrovia\n"
    row = read(tmp_path, files).documents.iloc[0]
    assert row[["published", "published_precision", "author", "date_basis"]].tolist() == [
        "2018-03", "month", "Ostrovia", "manifest",
    ]  # fmt: skip


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


def test_a_dateline_without_a_year_keeps_the_years_its_weekday_allows(tmp_path):
    words = f"MARLOW, September 16. /LNA/. The Lowland Pact met on Thursday. {BODY}"
    row = read(tmp_path, {"a.txt": words}, actors=ACTORS).documents.iloc[0]
    assert row["published"] == ""
    assert row["candidates"] == "1999-09-16|2004-09-16|2010-09-16|2021-09-16|2027-09-16"
    assert (row["published_low"], row["published_high"]) == ("1999-09-16", "2027-09-16")


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("MARLOW, May 5. /LNA/. ", "Marlow", "LNA"),
        ("MARLOW (Lake Press) - ", "Marlow", "Lake Press"),
        ("Marlow, 5 May 2031\n\n", "Marlow", ""),
        ("Marlow, 5 May\n\n", "Marlow", ""),
        ("The Lake Herald, 5 May 2031\n\n", "", "The Lake Herald"),
        ("Thursday, 5 May 2031\n\n", "", ""),
    ],
)
def test_the_dateline_names_the_place_and_the_outlet(tmp_path, line, place, outlet):
    row = read(tmp_path, {"a.txt": f"Envoys agree\n\n{line}{BODY}\n"}).documents.iloc[0]
    assert (row["place"], row["outlet"]) == (place, outlet)


def test_figures_are_read_in_the_order_the_document_itself_uses(tmp_path):
    day_first = f"05/09/2024\n\n{BODY} The rest followed on 30/09/2024."
    month_first = f"05/09/2024\n\n{BODY} The rest followed on 05/30/2024."
    unknown = f"05/09/2024\n\n{BODY}"
    assert dated(tmp_path, day_first)[0] == "2024-09-05"
    assert dated(tmp_path, month_first)[0] == "2024-05-09"
    row = read(tmp_path, {"a.txt": unknown}).documents.iloc[0]
    assert (row["published"], row["candidates"]) == ("2024", "2024-05-09|2024-09-05")
    paper = read(tmp_path, {"a.txt": f"The Marlow Herald, {unknown}"}).documents.iloc[0]
    assert (paper["published"], paper["candidates"]) == ("2024", "2024-05-09|2024-09-05")
    assert dated(tmp_path, f"The Marlow Herald, {day_first}")[0] == "2024-09-05"


def test_figures_are_read_in_the_order_of_the_same_paper_elsewhere(tmp_path):
    other = BODY.replace("lake", "hill").replace("water", "grass").replace("envoys", "clerks")
    files = {
        "a.txt": f"The Marlow Herald, 05/09/2024\n\n{BODY}",
        "b.txt": f"The Marlow Herald, 09/30/2024\n\n{other}",
        "c.txt": "The Tarn Times, 05/09/2024\n\nAll the ferries of the pact stood still.",
    }
    found = read(tmp_path, files).documents
    assert found["published"].tolist() == ["2024-05-09", "2024-09-30", "2024"]
    assert found.loc[0, "date_evidence"].endswith(
        "month first as in b: The Marlow Herald, 09/30/2024"
    )


def test_an_anniversary_gives_the_year(tmp_path):
    words = f"The Lowland Pact marked the 30th anniversary of the Marlow Treaty. {BODY}"
    assert dated(tmp_path, words, actors=ACTORS) == ("2022", "anniversary")


def test_an_event_that_fits_clearly_gives_the_day(tmp_path):
    words = (
        "The Lowland Pact met in Marlow on Thursday and signed 14 documents, one of them on the "
        "river police. Velmark will chair the Pact next year."
    )
    found = dated(tmp_path, words, actors=ACTORS, events=EVENTS)
    assert found == ("2019-06-13", "events calendar")


def test_events_that_fit_equally_stay_candidates(tmp_path):
    words = (
        "The Lowland Pact met in Marlow on Thursday under the chairmanship of Ostrovia. Velmark "
        "will chair the Pact next year."
    )
    row = read(tmp_path, {"a.txt": words}, actors=ACTORS, events=EVENTS).documents.iloc[0]
    assert (row["published"], row["candidates"]) == ("", "2014-05-08|2019-06-13")


def test_an_event_of_a_holder_that_the_text_does_not_name_is_no_match(tmp_path):
    words = "The guild met in Marlow on Thursday and signed 14 documents on the river police."
    assert dated(tmp_path, words, actors=ACTORS, events=EVENTS) == ("", "")


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
    if suffix == ".jsonl":
        rows.to_json(path, orient="records", lines=True)
    elif suffix == ".csv":
        rows.to_csv(path, index=False)
    else:
        rows.to_parquet(path)
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


PIECES = st.sampled_from(
    ["The envoys met. ", "On 3 May 2018 they left. ", "Yesterday, ", "last week ", "\n", "\n\n",
     "\r\n", "\t", "15:24\n", "Go back\n", "25.07.2019\n", "MARLOW, May 5. /LNA/. ", "“Yes,” ",
     "\u00a0", "co\u00adop ", "e\u0301", "\U0001f54a", "Мир. ", "...", "Heading Line\n", "\u2028",
     "on 3\u00a0May\u00a02018", "on 3 May\n2018 ", "two weeks\r\nago, ", "coop-\nerate ", "\r",
     "\x0c", "\x85", "\ufeff", "\u202bשלום\u202c ", "\U0001f468\u200d\U0001f33e ", "각 ", "---\n",
     "Marlow, 3 March\n", "https://a.example/2019/05/06\n", "5 мая 2022 года ", "# Title\n"]
)  # fmt: skip
PARTS = st.sampled_from(
    ["<p>The envoys met on 3 May&nbsp;2018.</p>", "<nav><a>Home</a> <a>5 May 2019</a></nav>",
     "<p>They <b>le</b>ft<button>Share</button> on Monday. ", "<aside>More <p>text</p></aside>",
     "<pre>a\n  b\r\n</pre>", "<table><tr><td>1<td>2</table>", "<div hidden>Thanks</div>", "<br>",
     "<header>Lake Herald</header>", "<footer>© 2019<br>All rights</footer>", "<form>", "</form>",
     "<h2>They agree</h2>", "e\u0301 \U0001f54a co\u00adop ", "<script>var a</script>", "\r\n",
     "text ", "&lt;", "<div>", "</div>"]
)  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(PIECES, min_size=1, max_size=40).map("".join))
def test_every_offset_names_its_own_words(tmp_path, words):
    found = read(tmp_path, {"a.txt": words, "z.txt": BODY})
    assert found.texts.get("a", words.removeprefix("\ufeff")) == words.removeprefix("\ufeff")
    check_offsets(found)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(page=st.lists(PARTS, min_size=1, max_size=25).map("".join))
def test_every_offset_of_a_web_page_names_its_own_words(tmp_path, page):
    found = read(tmp_path, {"a.html": page, "z.txt": BODY})
    check_offsets(found)
    passages = corpus.split_passages(found.documents, found.texts)
    first = passages[(passages["doc_id"] == "a") & (passages["unit"] == "paragraph")]
    text = found.texts.get("a", "")
    for start, end in zip(first["start"], first["end"], strict=True):
        text = text[:start] + " " * (end - start) + text[end:]
    assert not text.strip()


def check_offsets(found):
    passages = corpus.split_passages(found.documents, found.texts)
    table = dates.find_dates(found.documents, passages, found.texts)
    assert not passages["passage_id"].duplicated().any()
    for row in passages.itertuples():
        piece = found.texts[row.doc_id][row.start : row.end]
        assert piece
        assert piece == piece.strip()
    for row in table.itertuples():
        assert found.texts[row.doc_id][row.start : row.end] == row.text
    inside = passages.merge(found.documents, on="doc_id", suffixes=("", "_document"))
    inside = inside[inside["kind"] != "furniture"]
    assert (inside["start"] >= inside["start_document"]).all()
    assert (inside["end"] <= inside["end_document"]).all()


def test_a_date_told_of_a_row_that_is_none_is_named_in_its_evidence(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"text": "The Pact condemns the raid.", "published": "2023-13-45"}\n'
        '{"text": "The Pact welcomes the truce.", "published": "2023-03-04"}\n'
    )
    documents = corpus.read_folder(path).documents
    assert documents["published"].tolist() == ["", "2023-03-04"]
    assert documents["date_evidence"].iloc[0] == "given as '2023-13-45', which is no date"


def test_a_date_told_that_is_none_is_named_behind_that_of_a_copy_too(tmp_path):
    rows = pd.DataFrame({"text": [BODY, BODY], "published": ["2019-07-25", "in spring"]})
    rows.to_csv(tmp_path / "rows.csv", index=False)
    documents = corpus.read_folder(tmp_path / "rows.csv").documents
    assert documents["published"].tolist() == ["2019-07-25"] * 2
    assert documents["date_evidence"].tolist() == [
        "2019-07-25", "rows#1: 2019-07-25; given as 'in spring', which is no date",
    ]  # fmt: skip
