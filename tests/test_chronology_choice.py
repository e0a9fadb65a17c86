"""One holder, one theme, one period: what is asked for, and what is refused."""

from types import SimpleNamespace

import pandas as pd
import pytest
from chronology_rows import PATROLS, acts, position, positions

from analysis import chronology, codebook, tables
from analysis.chronology import filters

ROWS = [
    position("a", PATROLS, "2031-01-01", themes="rivers"),
    position("b", PATROLS, "2032-01-01", themes="rivers"),
    position("c", PATROLS, "2033-01-01", themes="rivers"),
    position("d", PATROLS, "2033-01-01", themes="schools", holder="Upland League"),
    position("e", PATROLS, "", themes="rivers"),
]
KNOWN = acts(
    *(("a", "2031-01-01"), ("b", "2032-01-01"), ("c", "2033-01-01")),
    *(("d", "2033-01-01"), ("e", "")),
)


@pytest.fixture
def study(tmp_path):
    """The tables of five positions; the codebook has two holders and two themes."""
    (tmp_path / "actors.csv").write_text("name,aliases\nLowland Pact,Pact of the Lowlands\n")
    (tmp_path / "themes.csv").write_text(
        "theme,label,patterns\nrivers,Rivers and straits,river\nschools,Schools,school\n"
    )
    table = positions(*ROWS)
    made = chronology.link_positions(table, KNOWN)
    placed, threads = chronology.build_threads(table, made, KNOWN)
    days = [(row["doc_id"], row["act_id"], row["date"]) for row in ROWS]
    documents = tables.from_rows(
        "documents",
        [
            {"doc_id": doc_id, "act_id": act, "published_low": day, "published_high": day}
            | {"item": 1, "start": 0, "end": 9}
            for doc_id, act, day in days
        ],
    )
    rules = codebook.read_codebook(tmp_path)
    return SimpleNamespace(
        positions=placed,
        threads=threads,
        links=made,
        acts=KNOWN,
        documents=documents,
        mentions=tables.empty("mentions"),
        silences=chronology.find_silences(placed, KNOWN, documents),
        codebook=rules,
        theme_labels=dict(zip(rules.themes["theme"], rules.themes["label"], strict=True)),
    )


def kept(chosen):
    return "".join(chosen.positions["position_id"]), len(chosen.threads), len(chosen.acts)


def test_nothing_asked_for_leaves_nothing_out(study):
    chosen = chronology.choose(study)
    assert kept(chosen) == ("abcde", 1, 5)
    assert chosen.note.startswith("Nothing is left out")


def test_a_holder_holds_for_every_table_and_the_head_says_how_many_rows_that_leaves(study):
    chosen = chronology.choose(study, holder="upland league")
    assert kept(chosen)[:2] == ("d", 0)
    assert chosen.note == (
        "Only a part is shown: holder Upland League. That leaves 1 of 5 positions; "
        "0 of 1 thread; 1 of 5 acts; 0 of 0 silences."
    )


def test_a_holder_may_be_asked_for_by_another_name_of_the_codebook(study):
    assert chronology.choose(study, holder="Pact of the Lowlands").holder == "Lowland Pact"


def test_a_theme_is_asked_for_by_its_id_or_its_label(study):
    for theme in ("rivers", "Rivers and straits"):
        assert kept(chronology.choose(study, theme=theme)) == ("abce", 1, 4)


def test_what_is_later_than_the_period_is_as_if_it_had_not_been_read(study):
    chosen = chronology.choose(study, until="2032")
    assert kept(chosen) == ("ab", 1, 2)
    assert chosen.threads[["first", "last", "n_acts"]].to_numpy().tolist() == [
        ["2031-01-01", "2032-01-01", 2]
    ]
    assert chronology.choose(study, until="2031").threads.empty, "one act is no thread"


def test_a_thread_taken_up_again_in_the_period_keeps_its_first_words(study):
    chosen = chronology.choose(study, since="2033")
    assert kept(chosen) == ("cd", 1, 2)
    shown = chronology.describe_threads(chosen.threads, chosen.history, chosen.links)
    assert shown["since"].tolist() == ["on or before 2031-01-01"]
    assert "1 position without a date could not be placed" in chosen.note


def test_silences_are_counted_where_the_period_ends():
    days = [f"203{n}-01-01" for n in range(7)]
    rows = [
        position(f"p{n}", PATROLS, day, themes="rivers" if n < 2 else "schools")
        for n, day in enumerate(days)
    ]
    known = acts(*((f"p{n}", day) for n, day in enumerate(days)))
    study = SimpleNamespace(
        positions=positions(*rows),
        threads=tables.empty("threads"),
        links=tables.empty("links"),
        acts=known,
        documents=tables.empty("documents"),
        mentions=tables.empty("mentions"),
        silences=chronology.find_silences(positions(*rows), known, tables.empty("documents")),
        codebook=codebook.read_codebook(None),
        theme_labels={},
    )
    for until, n_acts in (("", [5]), ("2034", [3]), ("2033", [])):
        chosen = chronology.choose(study, until=until)
        assert chosen.silences["n_acts"].tolist() == n_acts
    assert "0 silences, counted where the period ends." in chosen.note
    assert chronology.choose(study, since="2032").silences.empty


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"holder": "Low Pact"}, "holder is 'Low Pact', .* are Lowland Pact, Upland League"),
        ({"holder": "Upper League"}, "the holders are Upland League, Lowland Pact"),
        ({"theme": "river"}, "theme is 'river', .* the themes are rivers, schools"),
        ({"since": "2022-13-40"}, "since is '2022-13-40'; give a date such as"),
        ({"until": "May"}, "until is 'May'; give a date such as"),
        ({"since": "2033-05", "until": "2032"}, "until is '2032', before since '2033-05'"),
    ],
)
def test_what_is_not_known_is_refused_with_the_known_closest_first(study, asked, says):
    with pytest.raises(chronology.ChoiceError, match=says):
        chronology.choose(study, **asked)


def test_many_names_are_listed_in_part():
    with pytest.raises(chronology.ChoiceError, match="the closest of 15 holders are Body 0, "):
        filters.named("holder", "x", [f"Body {n}" for n in range(15)])


def test_a_year_given_as_a_number_is_a_year():
    chronology.check_period(2031, 2033)
    rows = pd.DataFrame({"date_low": ["2031-05-05"], "date_high": ["2031-05-05"]})
    assert filters.in_period(rows, 2031, 2031).tolist() == [True]
