"""What a person has to check and begin with: marked samples, accounts, proposed actors."""

import pandas as pd
import pytest

from analysis import exports, positions, tables
from analysis.cache import key_of
from analysis.codebook import CodebookError, read_codebook
from analysis.study import open_study

TEXT = (
    "The Meridian Pact condemns the raid on Ostrel. Prime Minister Oren Talvik urges restraint.\n"
)
BOOK = read_codebook(None)


def rows(*holders: str, doc_id: str = "d") -> pd.DataFrame:
    """Positions of these holders, in one document, of which nothing else matters here."""
    found = tables.empty("positions").reindex(range(len(holders)))
    quotes = [f"{holder} condemns raid {at}." for at, holder in enumerate(holders)]
    cue = {"cue": "condemns", "stance": "oppose", "path": f"{doc_id}.txt"}
    return found.assign(holder=holders, quote=quotes, doc_id=doc_id, **cue)


def test_a_marked_sample_gives_the_precision_with_its_interval():
    found = rows("Pact", "League")
    marked = found.assign(right=["yes", "no"])
    told = positions.describe_review(marked, found)
    assert "Of 2 positions drawn at random and marked by a reader, 1 are right" in told
    assert "precision 0.50, 95 % interval 0.09 to 0.91" in told


def test_a_sample_saved_with_semicolons_is_read(tmp_path):
    path = tmp_path / "review.csv"
    rows("Pact", "League").assign(right=["yes", "no"]).to_csv(path, index=False, sep=";")
    assert positions.read_review(path)["right"].tolist() == ["yes", "no"]


def test_a_mark_counts_only_while_its_position_is_recorded_as_it_was():
    found = rows("Pact", "League")
    marked = found.assign(right=["yes", "yes"])
    told = positions.describe_review(marked, found.assign(holder=["Pact", "Union"]))
    assert "Of 1 position drawn" in told
    assert "1 of the 2 marked are no longer recorded as they were and do not count" in told
    assert "mark a new sample" in positions.describe_review(marked, found.head(0))


def test_a_marked_sample_is_scored_with_its_interval(tmp_path):
    found = rows("Pact", "League")
    drawn = positions.draw_review(found, 2, seed=1)
    assert drawn.equals(positions.draw_review(found, 2, seed=1))
    path = tmp_path / "review.csv"
    drawn.assign(right=["Yes", "no"]).to_csv(path, index=False)
    score = positions.score_review(positions.read_review(path))
    assert (score["n_marked"], score["n_right"], score["precision"]) == (2, 1, 0.5)
    assert score["low"] < 0.1 < 0.9 < score["high"]


def test_a_mark_that_is_neither_yes_nor_no_is_refused_with_its_row(tmp_path):
    path = tmp_path / "review.csv"
    rows("Pact", "League").assign(right=["yes", "perhaps"]).to_csv(path, index=False)
    with pytest.raises(positions.ReviewError, match="row 3: right is 'perhaps'; write yes or no"):
        positions.read_review(path)


def test_rows_nobody_marked_count_neither_way():
    found = rows("Pact", "League")
    told = positions.describe_review(found.assign(right=["yes", ""]), found)
    assert "Of 1 position drawn" in told
    assert "no longer" not in told
    assert "Nobody has marked" in positions.describe_review(found.assign(right=""), found)


def test_a_marked_sample_beside_the_texts_is_read_and_changes_no_result(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    key = key_of((tmp_path,), {})
    s = open_study(tmp_path)
    assert s.review.empty
    marked = positions.draw_review(s.positions).assign(right="yes")
    exports.write_review(marked, tmp_path)
    assert key_of((tmp_path,), {}) == key
    again = open_study(tmp_path)
    assert again.key == s.key
    assert set(again.documents["path"]) == {"a.txt"}
    assert again.review["right"].tolist() == ["yes"] * len(s.positions)
    assert len(s.positions) >= 2
    assert "precision 1.00" in positions.describe_review(again.review, again.positions)


def test_positions_are_counted_by_how_their_holder_was_found():
    found = pd.DataFrame(
        {
            "holder": ["Pact", "Lorn", "Pact", "unresolved", "unresolved"],
            "holder_basis": [
                *("antecedent of group", "codebook", "antecedent of body", "no author", "author")
            ],
            "confidence": [0.7, 0.95, 0.8, 0.4, 0.4],
        }
    )
    counted = positions.count_bases(found)
    assert counted["n_positions"].tolist() == [1, 2, 2]
    assert counted["holder_is"].str[:23].tolist() == [
        "an actor of the codeboo",
        "a word that refers back",
        "nobody could be named: ",
    ]
    assert (counted["lowest"].iloc[1], counted["highest"].iloc[1]) == (0.7, 0.8)


def test_actors_are_proposed_with_the_forms_of_one_name():
    found = pd.concat(
        [
            rows("Meridian Compact of Ports", "President Oren Talvik", "Ruun", doc_id="a"),
            rows("MCP", "Talvik", "Ruun", "critics", "President", doc_id="b"),
            rows("Meridian Compact of Ports", "Lone Party", "unresolved", doc_id="c"),
        ]
    )
    proposed = positions.propose_actors(found, BOOK)
    assert proposed[["name", "kind", "aliases"]].values.tolist() == [
        ["Meridian Compact of Ports", "body", "MCP"],
        ["President Oren Talvik", "person", "Talvik"],
        ["Ruun", "", ""],
    ]
    assert proposed["match"].iloc[0] == "Meridian Compact of Ports condemns raid 0."
    assert "holds 3 positions in 3 documents" in proposed["definition"].iloc[0]


def test_an_actor_of_the_codebook_is_not_proposed_again(tmp_path):
    (tmp_path / "actors.csv").write_text("name,kind\nRuun,country\n")
    found = pd.concat([rows("Ruun", "Ostrel", doc_id="a"), rows("Ruun|Ostrel", doc_id="b")])
    book = read_codebook(tmp_path)
    assert positions.propose_actors(found, book)["name"].tolist() == ["Ostrel"]


def test_what_is_proposed_can_be_read_as_a_codebook_and_is_never_overwritten(tmp_path):
    found = pd.concat([rows("Ruun", doc_id="a"), rows("Ruun", doc_id="b")])
    proposed = {"actors": positions.propose_actors(found, BOOK)}
    exports.write_codebook(proposed, tmp_path / "book")
    assert read_codebook(tmp_path / "book").actors["name"].tolist() == ["Ruun"]
    with pytest.raises(exports.CodebookExistsError, match=r"actors\.csv is there already"):
        exports.write_codebook(proposed, tmp_path / "book")
    with pytest.raises(CodebookError):
        read_codebook(tmp_path)
