"""Figures of the chronology: what they draw, and what they say to who cannot see them."""

import re

import chronology_rows
import pandas as pd
import pytest

from analysis import blocks, tables
from analysis.figures import chronology
from analysis.figures.chronology.timeline import _marks, _placed
from analysis.tables import AnalysisError


def position(key, date, theme="mines", **further):
    own = {"doc_id": key, "stance": "concern", "themes": theme}
    return chronology_rows.position(key, "The Pact …", date, **own | further)


def documents(*days):
    rows = [chronology_rows.document(f"d{i}", day) for i, day in enumerate(days)]
    return tables.from_rows("documents", rows)


def test_a_timeline_names_its_lanes_with_their_counts_and_the_coverage():
    positions = tables.from_rows(
        "positions",
        [
            position("p1", "2031-01-01", "mines|passage"),
            position("p2", "2033-01-01", "mines", stance="oppose"),
        ],
    )
    picture = chronology.timeline(positions, documents("2031-01-01", "2032-05-05", "2033-01-01"))
    assert picture.title == "The theme of most dated positions is mines: 2 of 2, 2031 to 2033"
    assert "mines: 2 (1 concern, 1 oppose), 2031 to 2033; passage: 1 (1 concern), 2031" in (
        picture.alt
    )
    assert "Of 3 dated documents 0 state one of these positions" in picture.alt
    assert "mines  2" in picture.svg


def test_undated_positions_are_counted_not_drawn():
    positions = tables.from_rows("positions", [position("p1", "2031-01-01"), position("p2", "")])
    picture = chronology.timeline(positions, documents("2031-01-01"))
    assert "1 position without a date is not drawn" in picture.note


def test_a_year_is_drawn_as_an_interval_and_its_mark_is_open():
    year = chronology.timeline(
        tables.from_rows("positions", [position("p1", "2031")]), documents("2031-05-05")
    )
    day = chronology.timeline(
        tables.from_rows("positions", [position("p1", "2031-07-01")]), documents("2031-05-05")
    )
    assert 'id="interval-concern"' in year.svg
    assert "interval" not in day.svg


def test_a_document_dated_to_a_longer_period_is_in_no_bar_and_the_note_says_so():
    unclear = documents("2031-05-05", "2031-05-06")
    unclear.loc[1, ["published_low", "published_high"]] = ["2031-01-01", "2031-12-31"]
    positions = tables.from_rows("positions", [position("p1", "2031-05-05")])
    picture = chronology.timeline(positions, unclear)
    assert "1 dated only to a longer period" in picture.note


def test_nothing_dated_gives_a_sentence_instead_of_an_empty_picture():
    block = chronology.timeline(
        tables.from_rows("positions", [position("p1", "")]), documents("2031-01-01")
    )
    assert isinstance(block, blocks.Text)
    assert "of 1 position chosen, none has a date" in block.plain()


def test_a_document_that_states_nothing_drawn_is_told_from_one_that_does():
    rows = tables.from_rows(
        "positions", [position("d0", "2031-01-01"), position("d1", "2033-01-01")]
    )
    picture = chronology.timeline(rows, documents("2031-01-01", "2033-01-01", "2039-01-01"))
    assert "Of 3 dated documents 2 state one of these positions" in picture.alt
    assert "2039" in picture.svg, "the strip goes on where the lanes are empty"


def test_without_themes_the_lanes_are_holders():
    rows = tables.from_rows(
        "positions", [position("d0", "2031-01-01", ""), position("d1", "2033-01-01", "")]
    )
    title = chronology.timeline(rows, documents("2031-01-01")).title
    assert title.startswith("The holder of most dated positions is Lowland Pact: 2 of 2")


def test_a_stance_taken_ten_times_in_one_act_is_one_mark_of_the_greatest_strength():
    rows = [position(f"p{i}", "2031-01-01", act_id="act:a", strength=i % 4) for i in range(10)]
    rows.append(position("q", "2031-01-01", act_id="act:b"))
    marks = _marks(tables.from_rows("positions", rows).assign(lane="mines"))
    assert marks["position_id"].tolist() == ["p3", "q"]


def test_marks_that_would_cover_each_other_stand_apart():
    days = ("2031-01-01", "2031-01-20", "2031-02-01", "2039-01-01")
    rows = tables.from_rows("positions", [position(f"p{i}", day) for i, day in enumerate(days)])
    placed, _ = _placed(rows.assign(lane="mines"), ["mines"])
    assert placed["y"].nunique() == 3
    assert placed["y"].iloc[0] == placed["y"].iloc[3]


def test_lanes_can_be_holders():
    positions = tables.from_rows(
        "positions",
        [position("p1", "2031-01-01", holder="Lowland Pact|Upland League")],
    )
    picture = chronology.timeline(positions, documents("2031-01-01"), lanes="holder")
    assert "Lowland Pact: 1" in picture.alt
    assert "Upland League: 1" in picture.alt


def test_positions_without_a_theme_lead_nothing():
    rows = [position("p1", "2031-01-01", ""), position("p2", "2032-01-01", "")]
    table = tables.from_rows("positions", rows)
    picture = chronology.timeline(table, documents("2031-01-01"), lanes="themes")
    assert picture.title == ("2 dated positions, 2031 to 2032; none is on a theme of the codebook")


def test_the_largest_theme_leads_even_where_more_positions_have_none():
    rows = [position(f"p{i}", "2031-01-01", "" if i else "mines") for i in range(4)]
    picture = chronology.timeline(tables.from_rows("positions", rows), documents("2031-01-01"))
    assert picture.title == "The theme of most dated positions is mines: 1 of 4, 2031"


def test_one_day_is_drawn_within_its_year():
    rows = tables.from_rows("positions", [position("p1", "2031-03-05")])
    picture = chronology.timeline(rows, documents("2031-03-05"))
    assert ">2031<" in picture.svg
    assert "bars: documents a month" in picture.note


def test_a_long_name_of_a_lane_stands_on_two_lines():
    name = "control of the spring passage through the western straits"
    rows = tables.from_rows("positions", [position("p1", "2031-03-05", name)])
    picture = chronology.timeline(rows, documents("2031-03-05"))
    assert "control of the spring passage" in picture.svg
    assert "western straits  1" in picture.svg
    assert "…" not in picture.svg


def test_a_figure_of_many_stacked_marks_leaves_room_on_its_page():
    rows = [position(f"p{i}", "2031-03-05", f"theme {i % 12}") for i in range(240)]
    picture = chronology.timeline(tables.from_rows("positions", rows), documents("2031-03-05"))
    height = float(re.search(r'height="([\d.]+)pt"', picture.svg)[1]) / 72
    assert height < 7.5


def test_unknown_lanes_are_refused_with_the_choices():
    with pytest.raises(AnalysisError, match="'colour'; choose themes or holder"):
        chronology.timeline(tables.empty("positions"), documents(), lanes="colour")


def test_three_hundred_positions_are_drawn_and_further_lanes_counted():
    positions = tables.from_rows(
        "positions",
        [
            position(f"p{i}", f"20{10 + i % 20}-0{1 + i % 9}-11", f"theme {i % 20}")
            for i in range(300)
        ],
    )
    picture = chronology.timeline(positions, documents("2012-01-01"))
    assert "8 further lanes with no more positions are not drawn" in picture.note


def test_positions_on_no_theme_are_not_called_a_lane_of_fewer():
    themes = [f"theme {i}" for i in range(12)]
    rows = [position(f"p{i}", "2031-01-01", theme) for i, theme in enumerate([*themes, "", ""])]
    picture = chronology.timeline(tables.from_rows("positions", rows), documents("2031-01-01"))
    assert "further lane" not in picture.note
    assert "2 dated positions on no theme of the codebook are not drawn" in picture.note


def thread(key, **further):
    return {
        "thread_id": key,
        "holder": "Lowland Pact",
        "target": "the mines in the strait",
        "first": "2031-01-01",
        "first_is_certain": True,
        "last": "2033-01-01",
        "n_acts": 2,
        "n_documents": 2,
        "status": "stronger",
        **further,
    }


def two_acts():
    rows = [position("p1", "2031-01-01"), position("p2", "2033-01-01", stance="oppose")]
    return tables.from_rows("positions", [row | {"thread_id": "t1"} for row in rows])


def test_a_threads_figure_says_from_when_to_when_and_in_how_many_acts():
    picture = chronology.threads(tables.from_rows("threads", [thread("t1")]), two_acts())
    assert "Lowland Pact: the mines in the strait: 2 acts, 2031-01-01 to 2033-01-01" in picture.alt
    assert picture.title.startswith("1 position was stated again in a later act")
    assert "1 smallest to 5 largest" in picture.note
    assert "≤" not in picture.svg


def test_a_first_statement_that_is_not_certain_is_marked_as_on_or_before():
    threads = tables.from_rows("threads", [thread("t1", first_is_certain=False)])
    assert "≤" in chronology.threads(threads, two_acts()).svg


def test_a_position_known_only_to_be_no_earlier_is_not_drawn():
    threads, positions = tables.from_rows("threads", [thread("t1")]), two_acts()
    open_ended = position("p9", "", thread_id="t1", date_low="2030-01-01")
    more = tables.check(
        "positions", pd.concat([positions, tables.from_rows("positions", [open_ended])])
    )

    assert chronology.threads(threads, more).svg == chronology.threads(threads, positions).svg


def test_no_thread_gives_a_sentence():
    block = chronology.threads(tables.empty("threads"), two_acts())
    assert "No thread" in block.plain()


def test_the_same_tables_give_the_same_picture():
    first, again = (
        chronology.timeline(two_acts(), documents("2031-01-01", "2033-01-01")) for _ in range(2)
    )
    assert first.svg == again.svg
