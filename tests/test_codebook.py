"""A codebook is read with its lines, and a wrong line says where it is and what to do."""

import pytest

from analysis import codebook
from analysis.codebook import CodebookError, read_codebook

ACTORS = "name,kind,aliases,founded,match,near_miss\n"


def book(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_codebook(folder)


def test_a_folder_adds_to_the_general_cues(tmp_path):
    found = book(tmp_path, cues="cue,kind,stance,strength\nfrown upon,verb,oppose,2\n")
    assert {"frown upon", "call on"} <= set("|".join(found.cues["cue"]).split("|"))
    assert len(found.actors) == len(found.themes) == len(found.events) == 0


def test_every_cell_is_text_and_a_missing_one_is_empty(tmp_path):
    row = book(tmp_path, actors="\ufeffname,kind\nMeridian Compact,organisation\n").actors.iloc[0]
    assert (row["aliases"], row["line"]) == ("", "2")
    assert row["file"].endswith("actors.csv")


def test_an_actor_of_a_kind_nobody_knows_yet_is_read(tmp_path):
    assert book(tmp_path, actors="name,kind\nRuun,\n").actors["kind"].tolist() == [""]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("actors", "nom,kind\n", "line 1: no column 'name' among nom, kind"),
        ("actors", "", "line 1: empty; begin with the header name,kind"),
        ("actors", ACTORS + "Meridian,club,,,,\n", "line 2: kind 'club'; choose one of organis"),
        ("actors", ACTORS + "\nMeridian,body,,1 May,,\n", "line 3: founded '1 May'; write 2022-"),
        ("actors", ACTORS + "Meridian,body,,2022-13,,\n", "line 2: founded '2022-13'"),
        ("actors", ACTORS + "Meridian,body,a,b,c,d,e\n", "line 2: 7 cells under 6 columns"),
        ("actors", ACTORS + ",body,,,,\n", "line 2: name is empty"),
        ("actors", ACTORS + 'Meridian,body,"M\nC",*,,\n', "line 2: founded"),
        ("actors", ACTORS + "Meridian,body,*|MC,,,\n", "line 2: aliases: phrase '\\*'"),
        ("actors", ACTORS + 'Meridian,"bo"dy,,,,\n', "line 2: .*close every quotation mark"),
        ("actors", b"name,kind\nMeridian,body\nM\xe9,body\n", "line 3: not UTF-8"),
        ("cues", "cue,kind,stance\nfrown,verb,dislike\n", "line 2: stance 'dislike'; choose"),
        ("cues", "cue,kind,strength\nfrown,verb,9\n", "line 2: strength '9'; choose one of 1"),
        ("themes", "theme,patterns\nx,a NEAR b\n", "line 2: patterns: .*'arms NEAR/4"),
        ("themes", "theme,patterns\nx,a NEAR/3 b NEAR/3 c\n", "line 2: patterns: .*'arms NEAR/4"),
        ("themes", "theme,patterns\nx,a NEAR/101 b\n", "line 2: patterns: .*at most 100 words"),
        (
            "themes",
            "theme,patterns\nx,a\ny,b\nx,c\n",
            "lines 2 and 4: theme 'x' stands there twice",
        ),
        ("actors", "name,kind\nM,body\n\nM,group\n", "lines 2 and 4: name 'M' stands there twice"),
        ("events", "date\n2022-02-30\n", "line 2: date '2022-02-30'"),
    ],
)
def test_a_wrong_line_names_its_place(tmp_path, file, text, message):
    with pytest.raises(CodebookError, match=message):
        book(tmp_path, **{file: text})


def test_the_same_date_or_cue_may_stand_twice(tmp_path):
    found = book(
        tmp_path,
        events="date,holder\n2022-05-16,A\n2022-05-16,B\n",
        cues="cue,kind,stance\nfrown,verb,oppose\nfrown,noun,oppose\n",
        themes="theme,patterns\nx,a NEAR/100 b\nX,c\n",
    )
    assert (len(found.events), len(found.themes)) == (2, 2)


def test_a_folder_without_codebook_files_is_refused(tmp_path):
    with pytest.raises(CodebookError, match=r"no actors.csv, cues.csv"):
        read_codebook(tmp_path)


@pytest.mark.parametrize(
    ("patterns", "unless", "sentence", "n"),
    [
        ("harbour tax*", "", "Harbour taxes and the harbour tax", 2),
        ("harbour NEAR/2 tax", "", "the tax on the harbour", 1),
        ("harbour NEAR/1 tax", "", "the tax on the harbour", 0),
        ("arms", "arms of the sea", "The arms of the sea carry no arms", 1),
    ],
)
def test_a_theme_is_found_where_its_patterns_stand(patterns, unless, sentence, n):
    assert len(codebook.find_theme(patterns, unless, sentence)) == n


def test_failing_examples_are_listed_with_their_line(tmp_path):
    found = book(
        tmp_path,
        actors="name,kind,aliases,match,near_miss\n"
        "Meridian Compact,organisation,the Compact,The Pact met.,A Compact car || The Compact\n",
        themes="theme,patterns,match,near_miss\nharbours,harbour*,A harbour.,A port.\n",
    )
    failing = codebook.check_examples(found)
    assert failing["line"].tolist() == ["2", "2"]
    assert failing["problem"].str.contains("The Pact met|The Compact").all()
