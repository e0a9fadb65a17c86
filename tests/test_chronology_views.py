"""The chronology as a reader sees it."""

import pandas as pd
import pytest
from chronology_rows import (
    ACTS,
    AGAIN,
    FERRIES,
    PATROLS,
    acts,
    links,
    position,
    positions,
    threads,
)

from analysis import chronology, tables


def test_a_redline_gives_the_words_dropped_and_added():
    assert chronology.redline(
        "military and political cooperation is not aimed at anyone",
        "Military cooperation is not directed at anyone.",
    ) == [
        ("same", "Military"),
        ("dropped", "and political"),
        ("same", "cooperation is not"),
        ("dropped", "aimed"),
        ("added", "directed"),
        ("same", "at anyone"),
        ("added", "."),
    ]


def test_a_wrapped_line_is_no_change():
    assert [c.kind for c in chronology.redline("joint\n   patrols", "joint patrols")] == ["same"]


def test_the_timeline_is_in_order_with_the_place_of_each_quote():
    table = positions(
        position("c", FERRIES, ""),
        position("b", AGAIN, "2032"),
        position("a", PATROLS, "2031-01-01"),
    )
    documents = tables.from_rows(
        "documents", [{"doc_id": "doc-a", "item": 1, "start": 0, "end": 9, "outlet": "Herald"}]
    )
    shown = chronology.timeline(table, documents)
    assert shown["date"].tolist() == ["2031-01-01", "2032", "undated"]
    assert shown["source"].tolist()[0] == f"a.txt:0-{len(PATROLS)}"
    assert shown["outlet"].tolist() == ["Herald", "", ""]


def test_a_sentence_with_two_cues_stands_once_in_the_timeline():
    quote = "The Pact condemns the raids and urges the clans to talk."
    call = {"stance": "call", "cue": "urges", "cue_start": 32, "themes": "talks|raids"}
    table = positions(
        position("a", quote, "2031-01-01", stance="oppose", themes="raids"),
        position("a2", quote, "2031-01-01", doc_id="doc-a", path="a.txt", **call),
        position("a3", quote, "2031-01-01", doc_id="doc-a", path="a.txt", holder="Upland League"),
    )
    shown = chronology.timeline(table, tables.empty("documents"))
    assert shown[["holder", "stance", "themes"]].to_numpy().tolist() == [
        ["Lowland Pact", "oppose: condemns; call: urges", "raids|talks"],
        ["Upland League", "affirm: condemns", ""],
    ]


def test_sentences_that_share_little_stand_side_by_side_and_not_in_pieces():
    placed, found = threads(
        position("a", PATROLS, "2031-01-01"), position("b", AGAIN, "2032-01-01")
    )
    made = chronology.link_positions(placed, ACTS)
    for later, alike in ((AGAIN, True), (FERRIES, False)):
        rows = placed.assign(quote=[PATROLS, later])
        marked = chronology.changes(found["thread_id"].iloc[0], rows, made)["redline"].iloc[0]
        assert ("[-" in marked) is alike
        assert (marked == f"Earlier: {PATROLS} — Later: {later}") is not alike


def described(*rows):
    placed, found = threads(*rows)
    made = chronology.link_positions(placed, ACTS)
    return chronology.describe_threads(found, placed, made), placed, made, found


def test_a_thread_is_described_with_both_quotes_and_the_ladder():
    shown, *_ = described(
        position("a", PATROLS, "2031-01-01", stance="concern"),
        position("b", AGAIN, "2032", stance="concern", strength=3),
    )
    row = shown.iloc[0]
    assert row["first_quote"] == PATROLS
    assert row["last_quote"] == AGAIN
    assert row["strength"] == "concern 2 → concern 3"
    assert row["since"] == "2031-01-01"
    assert row["contrary"] == "none found in 2 positions"


def test_the_latest_words_of_a_thread_are_the_latest_with_a_date():
    def told(*rows):
        placed, found = threads(*rows)
        shown = chronology.describe_threads(found, placed, links(*rows)).iloc[0]
        return shown[["last", "last_source"]].tolist()

    a, b = position("a", PATROLS, "2031-01-01"), position("b", PATROLS, "2032-01-01")
    undated = position("u", PATROLS, "", doc_id="undated", path="u.txt")
    assert told(a, b, undated) == ["2032-01-01, and undated", f"b.txt:0-{len(PATROLS)}"]
    assert told(a, undated) == ["2031-01-01, and undated", f"u.txt:0-{len(PATROLS)}"]


def test_what_speaks_against_a_thread_stands_beside_it():
    against = PATROLS.replace("stresses", "rejects")
    shown, placed, made, found = described(
        position("a", PATROLS, "2031-01-01", stance="support"),
        position("b", AGAIN, "2032-01-01", stance="support"),
        position("c", against, "2033-01-01", stance="oppose"),
    )
    assert shown["contrary"].tolist() == ["1 found"]
    assert chronology.contrary(found, placed, made)["quote"].tolist() == [against]


def test_the_changes_of_a_thread_are_told_act_by_act():
    _, placed, made, _ = described(
        position("a", PATROLS, "2031-01-01"), position("b", AGAIN, "2032-01-01")
    )
    shown = chronology.changes("thread:a", placed, made)
    assert shown["redline"].tolist() == [
        "The Pact [-stresses-] {+reiterates+} that joint {+river+} patrols "
        "[-on the river-] are [-not aimed-] {+directed neither+} at "
        "[-any neighbour-] {+neighbours nor guests+}."
    ]
    assert shown["relation"].tolist() == ["reworded"]


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [("2032-01-01", "2032-01-01", "affirm 2"), ("", "", "affirm 2, order unknown"),
     ("2030-06-01", "2031-06-01", "affirm 2, order unknown")],
)  # fmt: skip
def test_where_neither_is_certainly_the_earlier_the_change_says_so(low, high, told):
    later = position("b", AGAIN, "2032-01-01", date_low=low, date_high=high)
    _, placed, made, _ = described(position("a", PATROLS, "2031-01-01"), later)
    thread = placed["thread_id"].iloc[0]
    assert chronology.changes(thread, placed, made)["stance_after"].tolist() == [told]


def test_the_redlines_of_all_threads_name_both_places():
    _, placed, made, found = described(
        position("a", PATROLS, "2031-01-01"), position("b", AGAIN, "2032-01-01")
    )
    shown = chronology.redlines(found, placed, made)
    assert shown["source"].tolist() == [f"a.txt:0-{len(PATROLS)} → b.txt:0-{len(AGAIN)}"]
    assert chronology.redlines(found, placed, made, since="2033").empty


def test_a_word_that_two_long_changes_share_by_chance_does_not_cut_them():
    shown = chronology.redline(
        "boats from both towns of the north stay away",
        "cranes at every quay of the south stand idle now",
    )
    assert [change.kind for change in shown] == ["dropped", "added"]


def test_the_reports_of_one_act_are_shown_with_their_differing_words():
    table = positions(
        position("a", PATROLS, "2031-01-01"),
        position("b", PATROLS.replace("any", "a"), "2031-01-01", act_id="act:a"),
    )
    known = acts(("a", "2031-01-01"), occasion="spring session").assign(n_documents=2)
    papers = tables.from_rows(
        "documents",
        [
            {"doc_id": f"doc-{key}", "item": 1, "start": 0, "end": 9, "outlet": outlet}
            for key, outlet in (("a", "Herald"), ("b", "Courier"))
        ],
    )
    shown = chronology.reports(known, papers, table, chronology.link_positions(table, known))
    assert shown[["report_a", "report_b", "n_documents"]].to_numpy().tolist() == [
        ["Herald", "Courier", 2]
    ]
    assert "[-any-] {+a+}" in shown["redline"].iloc[0]
    made = chronology.link_positions(table, known)
    assert chronology.reports(known, papers, table.head(1), made).empty, "one is not asked for"


def test_no_positions_give_empty_tables():
    empty = tables.empty("positions")
    made = chronology.link_positions(empty, tables.empty("acts"))
    placed, found = chronology.build_threads(empty, made, tables.empty("acts"))
    assert isinstance(chronology.describe_threads(found, placed, made), pd.DataFrame)
    assert chronology.timeline(empty, tables.empty("documents")).empty
