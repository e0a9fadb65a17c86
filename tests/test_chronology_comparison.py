"""Two holders or two periods, side by side."""

import pytest
from chronology_rows import on_theme, positions

from analysis import chronology, tables
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


def test_what_a_side_mentions_or_may_have_stated_is_not_the_others_alone():
    def stated_by(*rows, mentioned=()):
        table = positions(*rows)
        places = tables.empty("mentions").reindex(range(len(mentioned)))
        places = places.assign(doc_id=list(mentioned), theme="rivers")
        shown = chronology.compare(table, "2031 | 2032", holder="Lowland Pact", mentions=places)
        return shown.loc[shown["theme"] == "rivers", ["stated_by", "differ"]].iloc[0].tolist()

    a = on_theme("a", "2031-01-01", "rivers", stance="support")
    b = on_theme("b", "2032-01-01", "schools")
    unnamed = on_theme("n", "2032-01-01", "rivers", holder="unresolved", act_id="act:b")
    assert stated_by(a, b) == ["A alone", ""]
    assert stated_by(a, b, mentioned=["doc-b"]) == ["A; B mentions it", ""]
    assert stated_by(a, b, mentioned=["doc-c"]) == ["A alone", ""], "no text of B"
    assert stated_by(a, b, unnamed) == ["A; B perhaps", ""]
    assert stated_by(a, b, unnamed | {"act_id": "act:n"}) == ["A alone", ""]
    assert stated_by(a, b, on_theme("u", "", "rivers")) == ["A; B perhaps", ""]

    other = on_theme("c", "2032-01-01", "rivers", stance="oppose")
    assert stated_by(a, other) == ["both", "only A: support; only B: oppose"]
    undated = on_theme("u", "", "rivers", stance="support")
    assert stated_by(a, other, undated) == ["both", "only B: oppose"]
    told = chronology.describe_sides(positions(a, other, undated), "2031 | 2032")
    assert "1 position without a date or of nobody named is on neither side." in told


def test_a_year_is_a_period():
    shown = chronology.compare(TABLE, "2031 | 2033", holder="Lowland Pact")
    assert shown[["theme", "stated_by"]].to_numpy().tolist() == [
        ["rivers", "A alone"],
        ["schools", "B alone"],
    ]


def test_without_sides_the_earlier_acts_stand_beside_as_many_later_ones():
    shown = chronology.compare(TABLE)
    assert shown["stated_by"].tolist() == ["both", "B alone"]
    assert chronology.describe_sides(TABLE).startswith(
        "A is Lowland Pact, before 2033-01-01: 1 position in 1 act; "
        "B is Lowland Pact, from 2033-01-01: 2 positions in 2 acts. "
        "The comparison means little: A rests on 1 act"
    )


def acts_on(holder, *days):
    return [on_theme(f"{holder}{i}", day, "rivers", holder=holder) for i, day in enumerate(days)]


def test_many_acts_of_one_day_do_not_leave_one_side_with_nothing():
    table = positions(*acts_on("Lowland Pact", *["2033-01-01"] * 5, "2034-01-01", "2035-01-01"))
    assert "before 2034-01-01: 5 positions in 5 acts" in chronology.describe_sides(table)


def test_acts_that_cannot_be_halved_leave_two_holders_to_compare():
    pact = acts_on("Lowland Pact", *["2033"] * 4)
    table = positions(*pact, *acts_on("Upland League", "2031", "2032", "2033"))
    assert chronology.describe_sides(table) == (
        "A is Lowland Pact: 4 positions in 4 acts; B is Upland League: 3 positions in 3 acts."
    )
    alone = chronology.describe_sides(table, holder="Lowland Pact")
    assert "means nothing: A has no dated position" in alone


def test_lopsided_sides_are_said_to_mean_little():
    many = acts_on("Lowland Pact", *(f"20{n}-01-01" for n in range(31, 43)))
    table = positions(*many, *acts_on("Upland League", "2031", "2032", "2033"))
    told = chronology.describe_sides(table, "Upland League | Lowland Pact")
    assert "means little: B has 4 times the acts of A" in told


@pytest.mark.parametrize(
    ("sides", "says"),
    [
        ("Lowland Pact", "two holders or two periods"),
        ("2031/2032 | Upland League", "a period and a holder do not compare"),
        (
            "Lowland Pact | Nobody",
            "sides: holder is 'Nobody', which is not known here; the",
        ),
        ("2031/2032 | 2031/2032", "two holders or two periods"),
    ],
)
def test_a_comparison_without_two_sides_is_refused(sides, says):
    with pytest.raises(AnalysisError, match=says):
        chronology.compare(TABLE, sides)


def test_the_words_of_a_side_are_what_it_stated_rather_than_what_it_adopted():
    adopted = on_theme("e", "2035-01-01", "rivers", stance="decide")
    shown = chronology.compare(positions(*TABLE.to_dict("records"), adopted))
    assert shown["source_b"].tolist()[0].startswith("d.txt:")


def test_positions_chosen_by_a_theme_are_compared_on_it_alone():
    both = positions(*acts_on("Lowland Pact", "2031", "2032"))
    both["themes"] = "rivers|schools"
    assert chronology.compare(both, theme="schools")["theme"].tolist() == ["schools"]
