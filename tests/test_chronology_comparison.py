"""Two holders or two periods, side by side."""

import pytest
from chronology_rows import on_theme, positions

from analysis import chronology
from analysis.tables import AnalysisError

TABLE = positions(
    on_theme("a", "2031-01-01", "rivers", stance="support"),
    on_theme("b", "2032-01-01", "rivers", stance="oppose", holder="Upland League"),
    on_theme("c", "2033-01-01", "schools"),
    on_theme("d", "2034-01-01", "rivers", stance="support"),
)


def test_two_holders_are_compared_theme_by_theme():
    shown = chronology.compare(TABLE, "Lowland Pact | Upland League")
    assert shown[["theme", "stated_by", "differ", "n_acts_a"]].to_numpy().tolist() == [
        ["rivers", "both", "only A: support; only B: oppose", 2],
        ["schools", "A alone", "", 1],
    ]
    assert shown["source_a"].tolist()[0].startswith("d.txt:0-"), "the latest words"
    assert shown["source_b"].tolist()[1] == ""


def test_two_periods_of_one_holder_are_compared():
    shown = chronology.compare(TABLE, "2030/2032 | 2033/2035", holder="Lowland Pact")
    assert shown[["theme", "stated_by"]].to_numpy().tolist() == [
        ["rivers", "both"],
        ["schools", "B alone"],
    ]


def test_without_sides_the_earlier_half_stands_beside_the_later_one():
    shown = chronology.compare(TABLE)
    assert shown["stated_by"].tolist() == ["both", "B alone"]
    assert chronology.describe_sides(TABLE) == (
        "A is Lowland Pact, before 2033-01-01: 1 position in 1 act; "
        "B is Lowland Pact, from 2033-01-01: 2 positions in 2 acts."
    )


def test_one_theme_can_be_compared_alone():
    assert chronology.compare(TABLE, theme="schools")["theme"].tolist() == ["schools"]


@pytest.mark.parametrize(
    ("sides", "says"),
    [
        ("Lowland Pact", "two holders or two periods"),
        ("2031/2032 | Upland League", "a period and a holder do not compare"),
        ("Lowland Pact | Nobody", "'Nobody', who states nothing here; the holders with most"),
        ("2031/2032 | 2031/2032", "two holders or two periods"),
    ],
)
def test_a_comparison_without_two_sides_is_refused(sides, says):
    with pytest.raises(AnalysisError, match=says):
        chronology.compare(TABLE, sides)
