"""Every cue is tried on its own examples, and so are those of a codebook of one's own."""

import pandas as pd
import pytest
from spoken_texts import BOOK, positions_of

from analysis import positions
from analysis.codebook import Codebook, examples, read_codebook

CUES = BOOK.cues.to_dict("records")


@pytest.mark.parametrize("row", CUES, ids=[f"{r['file']}:{r['line']}" for r in CUES])
def test_each_cue_matches_its_example_and_not_its_near_miss(row):
    one = pd.DataFrame([row])
    assert examples(row["match"])
    assert examples(row["near_miss"])
    checked = positions.check_examples(
        Codebook(BOOK.actors, BOOK.cues, BOOK.themes, BOOK.events), one
    )
    assert checked["problem"].tolist() == []


def test_a_cue_stands_in_one_row_of_its_kind():
    cues = BOOK.cues.assign(cue=BOOK.cues["cue"].str.split("|")).explode("cue")
    assert cues.loc[cues.duplicated(["cue", "kind"]), ["file", "line", "cue"]].values.tolist() == []


def test_a_cue_that_fails_its_example_is_named_with_file_and_line(tmp_path):
    (tmp_path / "cues.csv").write_text(
        "cue,kind,stance,strength,match,near_miss\n"
        "frown upon,verb,oppose,2,The Pact smiled upon it.,The Pact frowned upon it.\n"
    )
    failing = positions.check_examples(read_codebook(tmp_path))
    assert failing["line"].tolist() == ["2", "2"]


def test_a_cue_of_a_codebook_of_ones_own_counts(tmp_path):
    (tmp_path / "cues.csv").write_text(
        "cue,kind,stance,strength,match,near_miss\n"
        "frown upon,verb,oppose,2,The Pact frowned upon it.,A frown was seen.\n"
    )
    book = read_codebook(tmp_path)
    assert positions_of("Valdoria frowns upon the raid.", book=book)["stance"].tolist() == [
        "oppose"
    ]
    assert positions.check_examples(book).empty
