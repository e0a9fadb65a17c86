"""Each document with its day, and what the day rests on."""

import textwrap

import pandas as pd
import pytest
from corpus_texts import ACTORS, BODY, EVENTS, read

from analysis import corpus


def wrapped(words):
    return "\n".join(textwrap.wrap(words, 60))


def dated(folder, words, **options):
    row = read(folder, {"a.txt": words}, **options).documents.iloc[0]
    return row["published"], row["date_basis"]


def test_a_date_in_the_middle_of_a_long_text_is_not_its_own(tmp_path):
    page = f"{(BODY + ' ') * 12}\n\n3 May 2001\n\n{(BODY + ' ') * 12}\n"
    row = read(tmp_path, {"a.txt": page}).documents.iloc[0]
    assert row["published"] == ""


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
        (f"Envoy's message on the lake: 25 July 2019\n\n{BODY}", "2019-07-25", "own words"),
        (f"Here is the text of the speech made by the envoy on 25 July 2019.\n\n{BODY}",
         "2019-07-25", "own words"),
        (f"Here is the text that the envoy read after 25 July 2019.\n\n{BODY}", "", ""),
        (f"25/Jul/2019\n\n{BODY}", "2019-07-25", "header"),
        (f"25/Jul-2019\n\n{BODY}", "", ""),
        (f"The lake is shared\n\n{BODY}\n(Lake News Agency July 25, 2019)", "2019-07-25", "header"),
        (f"The lake is shared\n\n{BODY}\n(Marlow Festival July 25, 2019)", "", ""),
        (f"The lake is shared\n25 July 2019\n\n28 July 2019\n\n{BODY}", "", "header"),
        (f"The lake is shared\n25 July 2019\nUpdated:\n28 July 2019\n\n{BODY}", "2019-07-25",
         "header"),
        (f"The lake is shared\n25 July 2019\n\nUpdated 28 July 2019\n\n{BODY}", "2019-07-25",
         "header"),
        (f"Words on the lake\nby the envoy of all the\nrepublics of the plain\nMarlow, 25 July\n"
         f"2019\n\n{wrapped(BODY)}", "2019-07-25", "header"),
        (f"Words on the lake of\nMarlow, 25 July\n2000 boats sail\n\n{wrapped(BODY)}", "", ""),
        (f"Marlow – 25 July 2019\n\n{BODY}", "2019-07-25", "header"),
        (f"The Marlow Ferry Fares – 25 July 2019\n\n{BODY}", "", ""),
        (f"July 25, 2019 By LNA/Hill’s Lake Desk\n\n{BODY}", "2019-07-25", "header"),
        (f"The lake is shared\n\nwith Lake Press Jul 25, 2019\n\n{BODY}", "2019-07-25", "header"),
        (f"By Thursday, July 25, 2019\n\n{BODY}", "", ""),
        (f"The lake is shared\nIda Lund\n25. jul. 2019. 10:50\n\n{BODY}", "2019-07-25", "header"),
        (f"25. jug. 2019. 10:50\n\n{BODY}", "", ""),
        (f"Lake Toll Announcement 25th July 2019\n\n{BODY}\n\nPublished : 20 Jul 2019",
         "2019-07-25", "own words"),
        (f"Lake Toll Announcement 25th July 2019\n\n{BODY}\n\nPublished : 30 Jul 2019",
         "2019-07-30", "header"),
        (f"15:24\nUSD 89.01\n\n{BODY}", "", ""),
        (f"{BODY} They met on Saturday.", "", ""),
        (f"{BODY} The old accord was signed on 3 May 2001.", "", "lower bound"),
        (f"{BODY} The next accord is to be signed on 3 May 2031.", "", ""),
        (f"MARLOW, July 25. /LNA/. {BODY}", "", "dateline without year"),
    ],
)  # fmt: skip
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


def test_the_day_printed_above_a_text_comes_before_that_in_the_name_of_its_file(tmp_path):
    row = read(tmp_path, {"2019-07-30-lake.txt": f"25 JULY 2019\n\n{BODY}"}).documents.iloc[0]
    assert (row["published"], row["date_basis"]) == ("2019-07-25", "header")


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://lake.example/2019/07/25/talks", "2019-07-25"),
        ("https://lake.example/world/2019/jul/25/talks", "2019-07-25"),
        ("https://lake.example/news.php?yyyy=2019&mm=07&dd=25&nav_id=8", "2019-07-25"),
        ("https://lake.example/news.php?page=2019&mm=07&dd=25", ""),
        ("https://lake.example/2019/july-25-talks", ""),
    ],
)
def test_the_address_of_a_page_gives_its_day_wherever_it_is_told(tmp_path, address, published):
    page = f'<head><link rel="canonical" href="{address}"></head><p>{BODY}</p>'
    assert read(tmp_path, {"a.html": page}).documents.loc[0, "published"] == published
    files = {"a.txt": BODY, "manifest.csv": f"path,source_url\na.txt,{address}\n"}
    row = read(tmp_path / "told", files).documents.iloc[0]
    assert (row["published"], row["date_basis"]) == (published, "address" if published else "")


@pytest.mark.parametrize(
    ("given", "line", "published", "basis"),
    [
        ("2019", "MARLOW, July 27 — ", "2019-07-27", "manifest and dateline"),
        ("2019-07", "25 July 2019\n\n", "2019-07-25", "manifest and header"),
        ("2019-08", "MARLOW, July 27 — ", "2019-08", "manifest"),  # not within the month
        ("2019", "25 July 2018\n\n", "2019", "manifest"),
    ],
)
def test_a_dateline_makes_a_month_or_year_of_the_manifest_finer(
    tmp_path, given, line, published, basis
):
    files = {"a.txt": line + BODY, "manifest.csv": f"path,published\na.txt,{given}\n"}
    row = read(tmp_path, files).documents.iloc[0]
    assert row[["published", "date_basis"]].tolist() == [published, basis]


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
        ("Marlow, Ostrovia, on 5 May 2031\n\n", "Marlow, Ostrovia", ""),
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


def test_two_date_lines_under_one_title_make_one_document_and_two_dated_stories_two(tmp_path):
    page = f"The lake is shared\n25 July 2019\nPut up on:\n28 July 2019\n\n{BODY}"
    row = read(tmp_path / "one", {"a.txt": page}).documents.iloc[0]
    assert row[["title", "candidates"]].tolist() == ["The lake is shared", "2019-07-25|2019-07-28"]
    digest = f"25 July 2019\n\nThe lake is shared\n\n28 July 2019\n\n{BODY}"
    days = read(tmp_path / "two", {"a.txt": digest}).documents["published"]
    assert days.tolist() == ["2019-07-25", "2019-07-28"]
