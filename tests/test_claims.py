"""Claims: a sentence of the report is refused when its rows don't carry it."""

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from chronology_rows import acts, document, position

from analysis import claims, tables
from analysis.claims import Claim, ClaimError, Fact
from analysis.claims.findings import _latest

FIRST = "The Pact is concerned about the mines in the strait."
LATER = "The Pact condemns the mines in the strait."
OTHER = "The Pact supports free passage."
TEXTS = {"a": f"{FIRST} {OTHER}", "b": LATER, "c": OTHER}


DAYS = {"a": "2031-01-01", "b": "2031-02-02", "c": "2031-03-03"}
NONE = tables.empty("silences")


def stated(key, doc_id, quote, theme, **further):
    start = TEXTS[doc_id].index(quote)
    place = {"start": start, "end": start + len(quote), "cue_start": start, "cue_end": start + 3}
    place |= {"doc_id": doc_id, "path": f"{doc_id}.txt", "act_id": f"act:{doc_id}"}
    return position(key, quote, DAYS[doc_id], themes=theme, **place, **further)


def study(**replaced):
    """Three dated texts of one body: a thread on mines over two acts, and a theme left unsaid."""
    own = {key: {"act_id": f"act:{key}", "sha256": f"hash of {key}"} for key in DAYS}
    rows = {
        "documents": [document(key, DAYS[key], end=len(TEXTS[key]), **own[key]) for key in DAYS],
        "positions": [
            stated("p1", "a", FIRST, "mines", stance="concern", thread_id="t1"),
            stated("p2", "b", LATER, "mines", stance="oppose", strength=3, thread_id="t1"),
            stated("p3", "a", OTHER, "passage", stance="support"),
            stated("p4", "c", OTHER, "passage", stance="support"),
        ],
        "links": [
            {"position_a": "p1", "position_b": "p2", "similarity": 0.8, "relation": "stronger"}
        ],
        "threads": [
            {"thread_id": "t1", "holder": "Lowland Pact", "first": DAYS["a"], "last": DAYS["b"]}
            | {"first_is_certain": True, "n_acts": 2, "n_documents": 2, "status": "stronger"}
        ],
        "silences": [
            {"holder": "Lowland Pact", "theme": "mines", "since": DAYS["b"]}
            | {"n_acts": 2, "n_documents": 2}
        ],
        **{name: [] for name in ("pairs", "mentions", "passages")},
    }
    whole = {name: tables.from_rows(name, found) for name, found in rows.items()}
    return SimpleNamespace(**whole | {"acts": acts(*DAYS.items()), "texts": TEXTS} | replaced)


def found(known, labels=None):
    """The claims of a briefing by their kind."""
    return {claim.kind: claim for claim in claims.findings(known, labels)}


def claim_on_mines(known):
    rows = known.positions[known.positions["themes"] == "mines"]
    return Claim(
        "theme",
        "{n} positions were stated on mines: {quote}",
        {"n": Fact.of(known, "positions on", "mines")},
        {"quote": f"“{LATER}”"},
        claims.evidence_rows(known, rows),
    )


def test_a_claim_that_its_rows_carry_is_given_back():
    known = study()
    claim = claims.check(claim_on_mines(known), known)
    assert claim.text == f"2 positions were stated on mines: “{LATER}”"
    assert claim.evidence["sha256"].tolist() == ["hash of a", "hash of b"]


def test_a_number_that_differs_on_recomputation_is_refused():
    known = study()
    wrong = replace(claim_on_mines(known), facts={"n": Fact(3, "positions on", ("mines",))})
    with pytest.raises(ClaimError, match="n is 3, but positions on is 2"):
        claims.check(wrong, known)


def test_a_number_without_a_measure_is_refused():
    known = study()
    wrong = replace(claim_on_mines(known), template="2 of {n} were stated: {quote}")
    with pytest.raises(ClaimError, match="'2' has no measure"):
        claims.check(wrong, known)


def test_an_unknown_measure_is_refused_with_the_list_of_the_known():
    known = study()
    wrong = Claim("theme", "{n}", {"n": Fact(1, "guesses")})
    with pytest.raises(ClaimError, match="no measure 'guesses'; the known are acts"):
        claims.check(wrong, known)


def test_a_quote_that_is_not_what_the_file_says_is_refused():
    known = study()
    claim = claim_on_mines(known)
    altered = claim.evidence.assign(quote=[FIRST.replace("mines", "Mines"), LATER])
    with pytest.raises(ClaimError, match=r"not what stands at a\.txt:0-52"):
        claims.check(replace(claim, evidence=altered), known)


def test_a_quotation_that_is_not_in_the_evidence_is_refused():
    known = study()
    wrong = replace(claim_on_mines(known), words={"quote": "“The Pact bans mines.”"})
    with pytest.raises(ClaimError, match=r"“The Pact bans mines\.” is not in the evidence"):
        claims.check(wrong, known)


def test_a_file_changed_since_is_refused():
    known = study()
    claim = claim_on_mines(known)
    changed = study(documents=known.documents.assign(sha256="another hash"))
    with pytest.raises(ClaimError, match="path or hash of 'a'"):
        claims.check(claim, changed)


def test_a_sentence_without_evidence_is_refused():
    with pytest.raises(ClaimError, match="no evidence"):
        claims.check(Claim("opinion", "The Pact is strong."), study())


def test_the_findings_say_since_when_what_changed_and_what_fell_silent():
    said = {kind: claim.text for kind, claim in found(study(), {"mines": "sea mines"}).items()}
    assert list(said) == ["most restated", "change", "silence", "theme", "contrary", "scale"]
    assert said["most restated"] == (
        "Lowland Pact stated one position in 2 acts (2 documents, 2 sentences), first stated on "
        "2031-01-01 and last on 2031-02-02, in these words the first time: "
        f"“{FIRST}”"
    )
    assert said["change"].startswith("Lowland Pact returned to an issue in stronger words: on")
    assert said["change"].endswith(", a change the reader should judge from both quotes.")
    assert (
        "stated nothing on sea mines in its 1 later act of the kind (1 document)" in said["silence"]
    )
    assert "of the documents of its later acts 0 mention it" in said["silence"]
    assert said["theme"] == "The theme with most positions is sea mines: 2 of 4, in 2 acts."
    assert said["contrary"] == (
        "By the rules used here no position against an earlier one of the same holder was found "
        "in 4 positions."
    )


def test_a_general_concern_and_the_condemnation_of_a_case_are_no_change():
    general = "The Pact is concerned about the use of nets in breach of the Straits Charter."
    special = "The Pact condemns the use of nets off Skerry."
    targets = [
        "the use of nets in breach of the Straits Charter",
        "the use of nets off Skerry",
        "",
        "",
    ]
    known = study()
    rows = known.positions.assign(target=targets)
    rows["quote"] = [general, special, OTHER, OTHER]
    rows["end"] = rows["start"] + rows["quote"].str.len()
    texts = {"a": f"{general} {OTHER}", "b": special, "c": OTHER}
    rows.loc[2, ["start", "end"]] = [len(general) + 1, len(general) + 1 + len(OTHER)]
    assert "change" not in found(study(positions=rows, texts=texts))


def test_a_change_is_of_one_holder():
    known = study()
    rows = known.positions.assign(holder=["Lowland Pact", "Upland League", "x", "x"])
    assert "change" not in found(study(positions=rows, silences=NONE))


def test_nothing_is_said_of_contraries_where_one_act_alone_is_dated():
    known = study()
    undated = known.acts.assign(date=["2031-01-01", "", ""])
    assert "contrary" not in found(study(acts=undated, silences=NONE))


def test_positions_without_a_theme_give_no_sentence_on_themes():
    rows = study().positions.assign(themes="")
    assert "theme" not in found(study(positions=rows, silences=NONE))


def test_a_pair_says_in_how_many_ways_of_counting_it_holds_and_gives_its_passages():
    text = TEXTS["a"]
    pairs = {"theme_a": "mines", "theme_b": "passage", "unit": "paragraph", "n_a": 1, "n_b": 1}
    pairs |= {"n_both": 1, "n_units": 4, "n_documents": 2, "low": 0.2, "high": 0.9, "q": 0.01}
    pairs |= {"npmi": 0.5, "lift": 2.0, "jaccard": 1.0, "p": 0.01, "holds_in": "9 of 12"}
    place = {"passage_id": "a:s1", "doc_id": "a"}
    mentions = [
        place | {"theme": "mines", "start": text.index("mines"), "end": 1, "match": "mines"},
        place | {"theme": "passage", "start": text.index("passage"), "end": 1, "match": "passage"},
        place | {"theme": "passage", "doc_id": "c", "start": 5, "end": 9, "match": "passage"},
    ]
    paragraphs = [
        {"passage_id": f"{key}:p1", "doc_id": key, "unit": "paragraph", "kind": "body"}
        | {"start": 0, "end": len(TEXTS[key])}
        for key in TEXTS
    ]
    known = study(
        pairs=tables.from_rows("pairs", [pairs]),
        mentions=tables.from_rows("mentions", mentions),
        passages=tables.from_rows("passages", paragraphs),
    )
    claim = found(known)["pair"]
    assert claim.text == (
        "The themes mines and passage stand together in 1 of 4 paragraphs, in 2 documents, beyond "
        "chance in 9 of 12 ways of counting."
    )
    assert claim.evidence["quote"].tolist() == [text]


def test_a_first_date_that_is_not_certain_is_given_as_on_or_before():
    known = study()
    unsure = study(threads=known.threads.assign(first_is_certain=False))
    text = claims.findings(unsure)[0].text
    assert "stated on or before 2031-01-01" in text
    assert "first stated" not in text


def test_a_thread_that_counts_an_act_too_many_cannot_reach_the_reader():
    known = study()
    rows = known.positions.assign(thread_id="")  # the thread's rows are gone, its count remains
    claim = claims.findings(known)[0]
    with pytest.raises(ClaimError, match="n_acts is 2, but acts of thread is 0"):
        claims.check(claim, study(positions=rows))


def test_nobody_believes_anything():
    text = " ".join(claim.text for claim in claims.findings(study()))
    assert not any(word in text for word in ("believes", "thinks", "wants", "likely"))


def test_a_corpus_without_positions_gets_one_sentence_that_says_so():
    bare = study(positions=tables.empty("positions"))
    assert [claim.text for claim in claims.findings(bare)] == [
        "These sentences rest on 0 positions in 3 documents that report 3 acts; 0 documents "
        "without a date and 0 positions without a holder are left out of what is said of order "
        "and source."
    ]


def test_the_claims_are_shown_with_their_passages():
    shown = claims.show(claims.findings(study())).plain()
    assert FIRST in shown
    assert "(a.txt:0-52)" in shown


def test_a_long_quotation_is_cut_at_a_word_and_stays_checkable():
    long = "The Pact is concerned about " + "the mines and the nets " * 20 + "in the strait."
    texts = {**TEXTS, "a": long}
    known = study()
    rows = known.positions.assign(
        quote=[long, *known.positions["quote"][1:]],
        end=[len(long), *known.positions["end"][1:]],
    )
    rows = rows[rows["position_id"] != "p3"]
    claim = claims.findings(study(texts=texts, positions=rows))[0]
    assert claim.text.endswith("…”")
    assert claim.evidence["quote"].iloc[0] == long


def test_where_another_theme_leads_among_the_dated_positions_the_sentence_says_so():
    rows = study().positions.assign(themes=["mines", "mines", "ferries|mines", "ferries"])
    rows.loc[0:1, ["date", "date_low", "date_high"]] = ""
    known = study(positions=rows, silences=NONE, threads=tables.empty("threads"))
    assert found(known)["theme"].text == (
        "The theme with most positions is mines: 3 of 4, in 2 acts; of the 2 with a date most, 2, "
        "are on ferries."
    )


@pytest.mark.parametrize(
    ("undated", "words"),
    [
        (range(0), "given here are the latest"),
        (range(7, 9), "given here are the latest of those that have a date"),
        (range(9), "given here are some of those, none of which has a date"),
    ],
)
def test_what_has_no_date_is_not_called_the_latest(undated, words):
    rows = pd.DataFrame({"date": ["" if i in undated else f"203{i}-01-01" for i in range(9)]})
    shown, said = _latest(rows, "date")
    assert said == f"; {words}"
    assert len(shown) == 6
    assert len(set(shown["date"]) - {""}) == (0 if len(undated) == 9 else 6)
    assert _latest(rows.head(6), "date")[1] == "", "all of them are given"


def test_a_day_that_is_only_that_of_a_page_is_called_published():
    known = study()
    paged = study(positions=known.positions.assign(date_basis="published (manifest)"))
    restated, change, *_ = (claim.text for claim in claims.findings(paged))
    assert "first published on 2031-01-01" in restated
    assert "published on 2031-" in change
