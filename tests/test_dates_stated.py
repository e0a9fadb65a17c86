"""The day on which what a text tells was stated: its own words against the date of its page."""

import pytest

from analysis import dates, tables
from analysis.dates.telling import tells_when
from analysis.dates.titles import title_day


def parts(sentence):
    """What stands before and behind the day between bars."""
    left, _, right = sentence.split("|")
    return left, right


@pytest.mark.parametrize(
    "sentence",
    [
        "Ministers of the Lowland Pact on |June 3| condemned the theft of the gate.",
        "The Lowland Pact on |Friday| “strongly condemned” the raid.",
        "The Pact issued a statement on |Friday| (May 2) about the ferries.",
        "The Pact issued a joint communiqué in Harrow on |July 31|.",
        "In a communiqué issued in Karsten |Tuesday|, the envoys spoke of the dam.",
        "The charter was issued on |May 10| beside the dam.",
        "The charter, which was issued |yesterday| evening, is printed below.",
        'They spoke of the dam in the latest "River Statement" issued at the spring summit |last '
        "Saturday|.",
        "“We regret the raid,” they said in a note on |Thursday|.",
        "In a communiqué issued |today| after the talks, they regretted the raid.",
        "On |Friday|, the leaders of the United Isles condemned the raid.",
        "MARLOW MINISTRY: On |Friday| the Pact reiterated its call.",
        "A spokesman told reporters in Harrow on |Monday| that the raid was wrong.",
        "The Council announced late |Sunday| that the ferry would sail.",
        "The Council adopted on |Sunday| a resolution on the ferries.",
        "According to a statement following the Council's third session held in Harrow |Sunday|, "
        "the ferry will sail.",
        "A communiqué read at the end of the third session of the Council of the Pact, on |Sunday, "
        "10 May 2031|, in Harrow, said the ferry would sail.",
        "The Pact voiced its concern over the raid in a |March 2| statement.",
        "In a statement the secretariat released |yesterday|, the Pact regretted the raid.",
        "At its meeting |today|, the Board of the Guild have decided on a toll.",
        "At its spring meeting in Harrow on |Friday|, the Board decided to lower the toll.",
        "The Board confirmed the toll (2.50 crowns) at its monthly meeting |today|.",
        "The Guild announced on |Tuesday| it is keeping the toll.",
        "The toll will not rise for a year, Ms Lund, its warden, advised |today|.",
        "The Pact and the Guild urged both towns on |Sunday| to open the gate.",
        "The warden reminded Harrow's council |Monday| that the gate is shut.",
        "The Isles condemned |Saturday| in the strongest terms the theft of the gate.",
        "Ida Lund assessed on |Friday| that the talks have failed.",
        "In a tweet on |Wednesday|, the warden Ida Lund asked for calm.",
        "“It is done,” the warden tweeted late |Saturday| after the talks.",
        "“It is done,” Ms Lund stated in a joint press conference with Warden Ole Berg on "
        "|Tuesday| in Harrow.",
    ],
)
def test_a_day_with_a_verb_of_saying_or_issuing_dates_what_is_told(sentence):
    assert tells_when(*parts(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Pact condemned the attack on |Friday|.",
        "The Pact issued a statement on the attack on |Friday|.",
        "The Pact condemned |Monday|'s raid.",
        "Leaders who came after the attack on |Friday| condemned it.",
        "The raid on |Friday| condemned by the Pact cost six lives.",
        "A statement is to be issued on |Friday|.",
        "They recalled the declaration adopted on |5 May|.",
        "The declaration adopted on |5 May| remains in force.",
        "As we said |yesterday|, the ferry is ours.",
        "The envoy had said on |Friday| that he would stay.",
        "On |Friday|, shells hit the mill, and the Pact condemned it.",
        "On |Friday|, the raiders who left condemned the Pact.",
        "The Pact voiced its concern over the raid in a |March 2| storm.",
        "The Pact issued a statement at the end of the trial of the raiders on |Friday|.",
        "The Pact has urged calm since |Friday|.",
        "The truce agreed on |Friday| holds, the Pact said.",
        "Members of the Pact met, and measures announced on |Friday| were put off.",
        "The Pact agreed to meet in Harrow on |Friday|.",
        "At its meeting |today|, the Board heard of the flood.",
        "At the meeting |today|, whoever came decided for himself.",
        "The Guild condemned what the Isles decided at their meeting on |Friday|.",
        "The toll announced on |Tuesday| is high.",
        "The Pact urged those who met on |Sunday| to open the gate.",
        "The Pact urged both towns on |Sunday| in Harrow.",
        "The flood described in a ballad on |Friday| is old.",
    ],
)
def test_a_day_of_what_is_spoken_of_dates_nothing(sentence):
    assert not tells_when(*parts(sentence))


def told(text, published="", **further):
    """Day stated, rule and words of a text of one paragraph."""
    sentences = [part for part in text.split("\n") if part]
    row = {"doc_id": "a", "path": "a.txt", "item": 1, "start": 0, "end": len(text)}
    row |= {"published": published, "published_low": published, "published_high": published}
    documents = tables.from_rows("documents", [row | further])
    spans = [(text.index(part), text.index(part) + len(part)) for part in sentences]
    units = [("paragraph", (0, len(text))), *(("sentence", span) for span in spans)]
    passages = tables.from_rows(
        "passages",
        [
            {"passage_id": f"a:{n}", "doc_id": "a", "unit": unit, "kind": "body"}
            | {"start": start, "end": end}
            for n, (unit, (start, end)) in enumerate(units)
        ],
    )
    texts = {"a": text}
    days = dates.find_dates(documents, passages, texts)
    return dates.find_stated(documents, passages, days, texts).iloc[0]


@pytest.mark.parametrize(
    ("text", "published", "stated"),
    [
        ("The Pact said in a note on Thursday that the dam held.", "2031-05-02",
         "2031-05-01"),
        ("The charter, which was issued yesterday evening, is short.", "2031-05-02",
         "2031-05-01"),
        ("The Pact on May 1 voiced its concern.", "2031-05-02", "2031-05-01"),
        ("The Pact said in a statement on May 1 that it was concerned.", "2031-05", "2031-05-01"),
        # Long before the page: what is told is another thing.
        ("The Pact said in a statement on 1 March 2031 that it was concerned.", "2031-05-02", ""),
        ("“We said in a note on Thursday that we care,” the envoy added.", "2031-05-02", ""),
        ("Nothing was said of the dam.", "2031-05-02", ""),
        # What follows the news is older; where it is later, the first was not the news.
        ("The Pact said on Thursday that it cares.\nThe Guild said on Monday that it does not.",
         "2031-05-02", "2031-05-01"),
        ("The Pact said on Monday that it cares.\nThe Guild said on Thursday that it does not.",
         "2031-05-02", ""),
        ("The Guild met for the first time this year on Thursday.\nThe Guild Board said it cares.",
         "2031-05-02", "2031-05-01"),
        # The verb of a headline is not that of the sentence below it.
        ("Guild asks for calm that would hold\n\nThe Guild on Thursday urged calm.", "2031-05-02",
         "2031-05-01"),
        ("The Pact said in a note on Thursday that the dam held.", "", ""),
    ],
)  # fmt: skip
def test_the_words_date_what_is_told_and_the_page_bounds_it(text, published, stated):
    low = "2031-05-01" if len(published) == 7 else published
    high = "2031-05-31" if len(published) == 7 else published
    assert told(text, published, published_low=low, published_high=high)["stated"] == stated


@pytest.mark.parametrize("author", ["", "Lowland Pact"])
def test_the_words_date_what_was_stated_whoever_says_when_it_was_published(author):
    words = "The charter, which was issued yesterday, is short."
    row = told(words, "2031-05-02", date_basis="manifest", author=author)
    assert row[["stated", "published"]].tolist() == ["2031-05-01", "2031-05-02"]


@pytest.mark.parametrize(
    "title",
    [
        "Chancellor Ida Arden's broadcast to the ferrymen, Sunday 4 May, 2031",
        "Chancellor's statement on lake fever (LF-9): 4 May 2031",
        "Keynote speech by Ms Ida Arden, Warden of the Lake, at the Guild, Harrow, 4 May 2031.",
        "Lake radio broadcast by the Chancellor announcing the flood, 4/May/2031. It began late.",
        "Volume 3: debated on Sunday 4 May 2031",
        "Lake Guild press release 4 May 2031",
        "Full text of the joint declaration of the Lowland Pact (Harrow, 4 May 2031)",
    ],
)
def test_a_title_that_calls_a_text_what_it_is_gives_its_day(title):
    assert title_day(f"{title}\n\nWe sail.", [(0, len(title))])[0] == "2031-05-04"


@pytest.mark.parametrize(
    "title",
    [
        "Envoys hail the Chancellor's statement of 4 May 2031",
        "Chancellor's statement on the flood of 4 May 2031",
        "Before the speech in Harrow, 4 May 2031",
        "Reactions to the Chancellor's speech, 4 May 2031",
        "Anniversary message on the treaty, 4 May 2031",
        "Chancellor's broadcast to the ferrymen, Monday 4 May 2031",  # it was a Sunday
        "The ferry bill debated on 4 May 2031",
        "Statement on the ferries, 4 May 2031 and after",
        "The Chancellor's statement. Rain fell. Harrow, 4 May 2031",
        "The Chancellor's message was short, 4 May 2031",
        "Lake fever: 4 May 2031",
        "Speech in Harrow, 05/04/2031",
    ],
)
def test_a_title_that_tells_of_something_gives_no_day(title):
    assert title_day(f"{title}\n\nWe sail.", [(0, len(title))])[0] == ""


def test_a_title_dates_what_is_said_and_the_page_may_be_of_later():
    words = "Speech by Ida Arden, Harrow, 4 May 2031.\nThe lake is ours."
    assert told(words, "2031-05-07")["stated"] == "2031-05-04"
    assert told(words, "2031-05-03")["stated"] == ""


@pytest.mark.parametrize(
    ("header", "title", "text", "stated"),
    [
        ("4 May 2031", "Statement by the Lake Guild on the flood", "The Guild regrets it.", True),
        ("4 May 2031", "Lake Guild’s message to the ferrymen", "We regret it.", True),
        ("Posted: 4 May 2031", "Statement by the Lake Guild on the flood", "We regret it.", False),
        ("4 May 2031, 14:30", "Statement by the Lake Guild on the flood", "We regret it.", False),
        ("4 May 2031", "Statement by the Lake Guild on the flood", "We regret it, it said.", False),
        ("4 May 2031", "Reactions to the statement by the Guild", "The Guild regrets it.", False),
        ("4 May 2031", "The flood and the ferries", "We regret it.", False),
    ],
)
def test_a_day_alone_above_a_statement_is_its_own(header, title, text, stated):
    given = {"date_basis": "header", "date_evidence": header, "title": title}
    row = told(text, "2031-05-04", **given)
    assert row["stated"] == ("2031-05-04" if stated else "")


MET = "The third River Meeting was convened on 2 March 2031 in Harrow.\n"


def test_a_text_that_goes_on_with_what_its_meeting_said_is_of_the_meetings_day():
    row = told(MET + "The Meeting noted that the ferries had sailed.")
    assert row[["stated", "stated_basis"]].tolist() == ["2031-03-02", "words of the text"]
    assert "convened on 2 March 2031" in row["stated_evidence"]
    assert row[["published", "published_low"]].tolist() == ["", "2031-03-02"]


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Leaders of the Pact concluded their third River Meeting in Harrow on 2 March 2031.\n"
         "They noted that the ferries had sailed.", "2031-03-02"),
        ("At a special session of the Pact, held on 2 March 2031 in Harrow, the leaders called for "
         "calm.", "2031-03-02"),
        ("Leaders of the Pact met in caucus on 2 March 2031 to discuss tolls and agreed on them.",
         "2031-03-02"),
        ("At a special session of the Pact, held on 2 March 2031 in Harrow, snow fell.", ""),
        ("Leaders of the Pact met in caucus on 2 March 2031 to discuss tolls and ferries.", ""),
    ],
)  # fmt: skip
def test_a_meeting_dates_what_is_said_of_it_in_the_same_breath(words, stated):
    assert told(words)["stated"] == stated


@pytest.mark.parametrize(
    "text",
    [
        MET + "Snow fell for a week.",  # nobody goes on to say anything
        "The ferries had sailed.\n" + MET + "We noted that.",  # not what the text begins with
        MET.replace("was convened", "will be convened") + "We noted that.",
    ],
)
def test_a_meeting_that_a_text_only_mentions_dates_nothing(text):
    assert told(text)["stated"] == ""


def test_a_text_that_speaks_of_later_days_is_not_of_the_meetings_day():
    words = MET + "The Meeting noted that the ferries had sailed."
    assert told(words, published_low="2031-06-01")["stated"] == ""


def test_the_day_a_text_gives_itself_stands_on_a_page_of_later():
    words = "We, the ministers of the Pact, met in Harrow on 2 March 2031 and agreed to build."
    assert told(words, "2031-04-20")["stated"] == "2031-03-02"


def test_only_the_page_is_dated_where_no_word_tells_and_the_author_states_by_publishing():
    row = told("The Pact is concerned over the dam.", "2031-05-02", date_basis="manifest")
    assert tables.told(tables.dated(row.to_frame().T)) == ["published 2031-05-02"]
    row["author"] = "Lowland Pact"
    assert tables.told(tables.dated(row.to_frame().T)) == ["2031-05-02"]
