"""Acts: which documents report the same declaration or speech."""

import pandas as pd
import pytest

from analysis import tables
from analysis.acts import calendar, group_acts

DECLARED = (
    "The Lowland Pact adopted a declaration in Harrow. The document reads that joint patrols on "
    "the river are not directed against any neighbour and serve only the safety of shipping."
)
REPORTED = (
    "Ministers met in Harrow on Monday. According to the text, joint patrols on the river are not "
    "directed against any neighbour and serve only the safety of shipping, and will go on."
)
OTHER = "The Lowland Pact opened a school for pilots. Forty students came to the first lesson."
NO_EVENTS = pd.DataFrame(columns=["date", "place", "occasion", "holder", "words"], dtype="str")


def corpus(*reports):
    """Documents, passages and texts from (doc_id, text, day, further columns)."""
    texts = {doc_id: text for doc_id, text, *_ in reports}
    documents = tables.from_rows(
        "documents",
        [
            {
                "doc_id": doc_id,
                "path": f"{doc_id}.txt",
                "item": 1,
                "start": 0,
                "end": len(text),
                "published": day,
                "published_precision": "day" if day else "",
                "published_low": day,
                "published_high": day,
                **further,
            }
            for doc_id, text, day, further in reports
        ],
    )
    passages = tables.from_rows(
        "passages",
        [
            {
                "passage_id": f"{doc_id}:p1",
                "doc_id": doc_id,
                "unit": "paragraph",
                "kind": "body",
                "start": 0,
                "end": len(text),
            }
            for doc_id, text, *_ in reports
        ],
    )
    return documents, passages, texts


def grouped(*reports, events=NO_EVENTS):
    documents, acts = group_acts(*corpus(*reports), events)
    groups = documents.groupby("act_id")["doc_id"].agg("+".join)
    return sorted(groups), documents.set_index("doc_id"), acts


def test_two_reports_that_quote_the_same_words_on_near_days_are_one_act():
    groups, _, acts = grouped(("a", DECLARED, "2031-05-05", {}), ("b", REPORTED, "2031-05-06", {}))
    assert groups == ["a+b"]
    assert acts["n_documents"].tolist() == [2]
    assert acts["date"].tolist() == ["2031-05-05"], "the earlier day: reports come later"


def test_the_same_words_a_year_apart_are_two_acts():
    groups, _, _ = grouped(("a", DECLARED, "2031-05-05", {}), ("b", REPORTED, "2032-05-05", {}))
    assert groups == ["a", "b"]


def test_the_same_words_at_two_places_are_two_acts():
    groups, _, _ = grouped(
        ("a", DECLARED, "2031-05-05", {"place": "Harrow"}),
        ("b", REPORTED, "2031-05-05", {"place": "Minster"}),
    )
    assert groups == ["a", "b"]


def test_an_announcement_of_the_day_before_is_another_act():
    text = "The secretary said what the meeting is for. " * 8 + DECLARED[62:]
    on_the_day, _, _ = grouped(("a", DECLARED, "2031-05-05", {}), ("b", text, "2031-05-05", {}))
    rest = " ".join(f"word{i} another{i}" for i in range(90))
    long = [f"{DECLARED} {rest}", f"{DECLARED[62:]} {rest.upper()[::-1]}"]
    groups, _, _ = grouped(("a", long[0], "2031-05-05", {}), ("b", long[1], "2031-05-04", {}))
    assert on_the_day == ["a+b"]
    assert groups == ["a", "b"]


def test_other_words_on_the_same_day_are_another_act():
    groups, _, _ = grouped(("a", DECLARED, "2031-05-05", {}), ("b", OTHER, "2031-05-05", {}))
    assert groups == ["a", "b"]


def test_a_copy_belongs_to_the_act_of_its_original():
    groups, _, _ = grouped(
        ("a", DECLARED, "2031-05-05", {}), ("b", DECLARED, "2031-09-05", {"same_as": "a"})
    )
    assert groups == ["a+b"]


EVENTS = pd.DataFrame(
    [
        {
            "date": "2031-05-05",
            "place": "Harrow",
            "occasion": "spring session",
            "holder": "Lowland Pact",
            "words": "river patrols",
        },
        {
            "date": "2031-05-05",
            "place": "Minster",
            "occasion": "pilot school",
            "holder": "Lowland Pact",
            "words": "pilots",
        },
    ]
)


def test_two_reports_on_one_row_of_the_calendar_are_one_act():
    groups, _, acts = grouped(
        ("a", DECLARED, "2031-05-05", {}),
        ("b", "At the spring session in Harrow the chair thanked all.", "2031-05-05", {}),
        ("c", OTHER, "2031-05-05", {}),
        events=EVENTS,
    )
    assert groups == ["a+b", "c"]
    assert acts["occasion"].tolist() == ["spring session", "pilot school"]
    assert acts["holder"].tolist() == ["Lowland Pact", "Lowland Pact"]


def test_the_place_alone_does_not_make_a_report_of_an_event():
    groups, _, acts = grouped(
        ("a", "Snow fell in Harrow all day.", "2031-05-05", {}), events=EVENTS
    )
    assert groups == ["a"]
    assert acts["event"].tolist() == [""]
    assert acts["occasion"].tolist() == ["Snow fell in Harrow all day."], "its own words"


def test_an_undated_report_borrows_the_day_of_its_act_and_says_from_where():
    groups, documents, _ = grouped(("a", DECLARED, "2031-05-05", {}), ("b", REPORTED, "", {}))
    assert groups == ["a+b"]
    lent = documents.loc["b"]
    assert lent[["published", "date_basis", "date_evidence"]].tolist() == [
        "2031-05-05",
        "same act",
        "a",
    ]


def test_a_year_that_does_not_fit_keeps_an_unclear_report_apart():
    year = {"published_precision": "year", "published_low": "2029-01-01"}
    groups, documents, _ = grouped(
        ("a", DECLARED, "2031-05-05", {}),
        ("b", REPORTED, "2029", year | {"published_high": "2029-12-31"}),
    )
    assert groups == ["a", "b"]
    assert documents.loc["b", "published"] == "2029"


def test_an_undated_text_of_its_own_is_an_act_without_a_date():
    groups, _, acts = grouped(("a", OTHER, "", {}), ("b", DECLARED, "2031-05-05", {}))
    assert groups == ["a", "b"]
    assert acts["date"].tolist() == ["2031-05-05", ""], "the undated come last"


def test_an_act_that_is_only_bounded_on_one_side_stands_behind_the_dated():
    bound = {"published_low": "1999-01-01", "date_basis": "lower bound"}
    _, _, acts = grouped(("a", OTHER, "", bound), ("b", DECLARED, "2030-05-01", {}))
    assert acts["date_low"].tolist() == ["2030-05-01", "1999-01-01"]


def test_an_act_without_holder_and_title_is_told_by_its_first_words():
    _, _, acts = grouped(("a", OTHER, "2031-05-05", {}))
    assert acts["occasion"].tolist() == ["The Lowland Pact opened a school for pilots. …"]
    assert acts["kind"].tolist() == [""], "first words are no occasion"


def test_an_act_with_a_title_or_a_holder_is_told_by_these():
    _, _, acts = grouped(
        ("a", OTHER, "2031-05-05", {"title": "A school"}),
        ("b", DECLARED, "2032-05-05", {"author": "Lowland Pact"}),
    )
    assert acts[["holder", "occasion"]].to_numpy().tolist() == [
        ["", "A school"],
        ["Lowland Pact", ""],
    ]


def test_the_order_of_the_documents_does_not_change_the_acts():
    reports = [
        ("a", DECLARED, "2031-05-05", {}),
        ("b", REPORTED, "", {}),
        ("c", OTHER, "2031-05-05", {}),
    ]
    forward, _, _ = grouped(*reports)
    backward, _, _ = grouped(*reversed(reports))
    assert forward == ["a+b", "c"]
    assert backward == ["b+a", "c"]


def test_no_documents_give_no_acts():
    documents, acts = group_acts(tables.empty("documents"), tables.empty("passages"), {}, NO_EVENTS)
    assert documents.empty
    assert list(acts.columns)[: len(tables.TABLES["acts"].names)] == tables.TABLES["acts"].names


def test_an_act_is_of_the_kind_that_its_name_says_first():
    names = {
        "session of the Ferry Council": "session",
        "statement of the Ferry Council": "document",
        "special joint meeting of ministers": "extraordinary session",
        "press conference after the summit": "speech",
        "debate in the Assembly": "session",
        "How the chair passes on": "",
    }
    assert {name: calendar.kind(name) for name in names} == names


def test_two_meetings_of_days_of_their_own_are_two_acts_whatever_words_they_share():
    text = DECLARED + " The ministers spoke of ferries, harbours, lights and of the river's mouth."
    stated = [{"stated": day, "stated_low": day, "stated_high": day} for day in DAYS]
    apart, _, _ = grouped(("a", text, "", stated[0]), ("b", text + " Again.", "", stated[1]))
    same, _, _ = grouped(("a", text, "", stated[0]), ("b", text + " Again.", "", stated[0]))
    assert (apart, same) == (["a", "b"], ["a+b"])


DAYS = ("2031-03-02", "2031-03-05")


def test_the_words_of_one_report_date_the_act_of_the_others():
    day = {"stated": "2031-05-04", "stated_low": "2031-05-04", "stated_high": "2031-05-04"}
    _, documents, acts = grouped(
        ("a", DECLARED, "2031-05-05", {}), ("b", REPORTED, "2031-05-06", day)
    )
    assert acts["date"].tolist() == ["2031-05-04"]
    assert documents.loc["a", ["stated", "stated_basis", "stated_evidence"]].tolist() == [
        "2031-05-04", "same act", "b",
    ]  # fmt: skip
    assert documents.loc["a", "published"] == "2031-05-05"


NUMBERED = "In a joint communiqué of the 12th Pact Foreign Ministers' Meeting they spoke of tolls."
FOLLOWED = (
    "“Ferries are safe,” read the communiqué, released following the 12th association's foreign "
    "ministers' meeting in Harrow."
)


def test_the_communique_of_one_numbered_meeting_is_one_act_in_whatever_words():
    groups, documents, _ = grouped(("a", NUMBERED, "2031-05-05", {}), ("b", FOLLOWED, "", {}))
    assert groups == ["a+b"]
    assert documents.loc["b", ["published", "date_basis"]].tolist() == ["2031-05-05", "same act"]


def test_other_numbers_other_papers_and_meetings_ahead_join_nothing():
    other = (
        NUMBERED.replace("12th", "13th"),
        NUMBERED.replace("joint communiqué", "joint statement"),
        "Envoys wrote a communiqué to the ministers ahead of the 12th Pact Foreign Ministers' "
        "Meeting.",
    )
    for text in other:
        groups, _, _ = grouped(("a", text, "2031-05-05", {}), ("b", FOLLOWED, "2031-05-05", {}))
        assert groups == ["a", "b"], text


def test_texts_of_differently_numbered_meetings_are_two_acts_with_the_same_words():
    rest = " " + DECLARED + " " + REPORTED
    groups, _, _ = grouped(
        ("a", NUMBERED + rest, "2031-05-05", {}),
        ("b", NUMBERED.replace("12th", "13th") + rest, "2031-05-05", {}),
    )
    assert groups == ["a", "b"]


def test_an_act_is_where_the_text_says_the_talks_were_and_not_where_the_report_was_written():
    line, words = "LOWICK, May 5 — ", "After talks held in Harrow, the Pact spoke of ferries."
    documents, passages, texts = corpus(("a", line + words, "2031-05-05", {"place": "Lowick"}))
    dateline = passages.assign(passage_id="a:p0", kind="dateline", end=len(line))
    both = pd.concat([dateline, passages.assign(start=len(line))])
    _, acts = group_acts(documents, both, texts, NO_EVENTS)
    assert acts["place"].tolist() == ["Harrow"]
    _, acts = group_acts(documents, passages, texts, NO_EVENTS)
    assert acts["place"].tolist() == ["Lowick"], "the manifest's place wins"


FORM = (
    "At its meeting the Board of the Lake Guild decided to {}. The ferries sail as before, and the "
    "wardens watch over the gate by day and by night, so that nobody has to wait at the landing. "
    "The Board will meet again when the ice has gone, and will then look at the tolls anew."
)


@pytest.mark.parametrize(
    ("one", "other", "n_acts"),
    [
        ("raise the lake toll by 5 to 25 crowns", "leave the lake toll unchanged at 25 crowns", 2),
        ("raise the lake toll by 5 to 25 crowns", "raise the lake toll by 5 to 30 crowns", 2),
        ("raise the lake toll by 5 to 25 crowns", "increase the toll to 25 crowns", 1),
        ("raise the lake toll to 25 crowns", "keep the harbour fee unchanged at 25 crowns", 1),
        ("approve the plan of the lock", "reject the plan of the lock", 2),
    ],
)
def test_decisions_that_exclude_each_other_are_of_two_acts(one, other, n_acts):
    texts = [("a", FORM.format(one), "", {}), ("b", FORM.format(other), "", {})]
    assert len(grouped(*texts)[0]) == n_acts
