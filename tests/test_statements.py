"""Who said what, in texts that we made up."""

import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spoken_texts import BOOK, PIECES, statements_of, tables_of

from analysis.codebook import read_codebook
from analysis.statements import find_statements
from analysis.statements.names import NAMES, split_names
from analysis.statements.quotes import find_quotations
from analysis.statements.voice import author_of

MARK = re.compile(r"</?([hct])>")


def marked() -> list[tuple[str, dict[str, tuple[int, int]]]]:
    """The sentences of the data file, each with the spans marked in it."""
    items = []
    for line in (Path(__file__).parent / "data/attributions.txt").read_text("utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        pieces, spans, begun, at = [], {}, {}, 0
        for mark in MARK.finditer(line):
            pieces.append(line[at : mark.start()])
            at, offset = mark.end(), len("".join(pieces))
            if mark.group()[1] == "/":
                spans.setdefault(mark[1], (begun[mark[1]], offset))
            else:
                begun[mark[1]] = offset
        items.append(("".join(pieces) + line[at:], spans))
    return items


@pytest.fixture(scope="module")
def attributed() -> list[tuple[dict[str, tuple[int, int]], pd.DataFrame]]:
    items = marked()
    found = find_statements(*tables_of(*(text for text, _ in items)), BOOK)
    return [(spans, found[found["doc_id"] == f"d{n:03}"]) for n, (_, spans) in enumerate(items)]


def test_the_file_holds_a_hundred_and_fifty_sentences():
    assert len(marked()) >= 150


def test_sentences_that_attribute_are_told_from_those_that_do_not(attributed):
    right = sum(bool(spans) == (len(found) > 0) for spans, found in attributed)
    missed = sum(bool(spans) and found.empty for spans, found in attributed)
    assert right / len(attributed) >= 0.93
    assert missed / sum(bool(spans) for spans, _ in attributed) <= 0.08


@pytest.mark.parametrize(
    ("letter", "columns", "least"),
    [
        ("h", ("holder_start", "holder_end"), 0.93),
        ("c", ("cue_start", "cue_end"), 0.86),
        ("t", ("start", "end"), 0.9),
    ],
)
def test_spans_overlap_those_marked(attributed, letter, columns, least):
    good = wanted = 0
    for spans, found in attributed:
        if letter not in spans or found.empty:
            continue
        low, high = spans[letter]
        wanted += 1
        rows = found[list(columns)].dropna().itertuples(index=False)
        good += any(min(b, high) - max(a, low) >= 0.5 * max(b - a, high - low) for a, b in rows)
    assert good / wanted >= least


@pytest.mark.parametrize(
    ("text", "holder", "mode"),
    [
        ("“We stay. We will not go,” Mayor Ilse Brandt said.", "Mayor Ilse Brandt", "direct"),
        (
            "According to the Port Authority of Selm, the quay is shut.",
            "Port Authority",
            "indirect",
        ),
        ("«The strait is open», Admiral Reck declared.", "Admiral Reck", "direct"),
        ("„Wir bleiben hier und jetzt“, the choir leader said.", "choir leader", "direct"),
        ("Talvik told reporters that the pact “will never be the same”.", "Talvik", "mixed"),
        ("The offer, said Dana Orlik, was a gift.", "Dana Orlik", "indirect"),
        ("Rowan, who took office in June, insisted that it was over.", "Rowan", "indirect"),
        ("Orlik spoke first. He said that the plan was dead.", "unresolved|Orlik", "indirect"),
    ],
)
def test_a_statement_has_its_holder_and_mode(text, holder, mode):
    last = statements_of(text).iloc[-1]
    assert any(name in last["holder"] for name in holder.split("|"))
    assert last["mode"] == mode


@pytest.mark.parametrize(
    "text",
    [
        "The countries’ trade doubled between 2001 and 2010.",
        "Ministers from the member states met in Karsten on Thursday.",
        "A declaration adopted at noon was printed in May.",
        'The 5" pipe burst.',
    ],
)
def test_a_near_miss_is_no_statement(text):
    assert statements_of(text).empty


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (
            ['"Open one. It goes on.', '"And ends", he said.'],
            ['"Open one. It goes on.', '"And ends"'],
        ),
        (["“Open one", "goes to the next”, he said."], ["“Open one", "goes to the next”"]),
        (['"Left open. Yes', "Another one."], ['"Left open. Yes']),
        (["The countries' leaders' view: 'we stay' they said."], ["'we stay'"]),
        (["“She said ‘go’ and “stay” now,” he said."], ["“She said ‘go’ and “stay” now,”"]),
        (['"He told me "stop" and I did," she said.'], ['"He told me "stop" and I did,"']),
        (['odd mark " alone'], []),
        (["''We stay. It's ours,'' he said."], ["''We stay. It's ours,''"]),
        (["‘‘We stay,’’ or ``We go,'' he said."], ["‘‘We stay,’’", "``We go,''"]),
        (["The boys' quay, the girls' quay and the '90s"], []),
        (["“We stay. We sign,“ he said. “Go.“"], ["“We stay. We sign,“", "“Go.“"]),
        (['"We stay. We sign.” He left.'], ['"We stay. We sign.”']),
    ],
)
def test_quotations_of_every_style_are_paired(paragraphs, found):
    text = "\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    assert [text[q.start : q.end] for q in find_quotations(text, spans)] == found


@settings(deadline=None)  # the machine may be busy
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_every_cue_is_the_text_at_its_offsets(text):
    for row in statements_of(text).itertuples():
        assert text[row.cue_start : row.cue_end] == row.cue
        assert 0 <= row.start < row.end <= len(text)
        assert row.holder


def worded() -> list:
    """The sentences of the second data file, each with every span marked in it, by letter."""
    items = []
    for line in (Path(__file__).parent / "data/wording.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            spans = {letter: set() for letter in "hct"}
            pieces, at, begun = [], 0, {}
            for mark in MARK.finditer(line):
                pieces.append(line[at : mark.start()])
                at, offset = mark.end(), len("".join(pieces))
                if mark.group()[1] == "/":
                    spans[mark[1]].add((begun[mark[1]].pop(), offset))
                else:
                    begun.setdefault(mark[1], []).append(offset)
            items.append(pytest.param("".join(pieces) + line[at:], spans, id=MARK.sub("", line)))
    return items


@pytest.mark.parametrize(("text", "spans"), worded())
def test_holder_cue_and_content_are_worded_as_a_reader_marks_them(text, spans):
    found = statements_of(text)
    columns = {"h": "holder_start holder_end", "c": "cue_start cue_end", "t": "start end"}
    for letter, names in columns.items():
        rows = found[names.split()].dropna().astype(int).itertuples(index=False)
        words = sorted({text[a:b].strip('"“”,. ') for a, b in rows})
        assert words == sorted(text[a:b].strip('"“”,. ') for a, b in spans[letter])


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The finance minister, Oren Talvik, said the quay was shut.", "Oren Talvik"),
        ("Oren Talvik, the finance minister, said the quay was shut.", "Oren Talvik"),
        (
            "Premier Lund said no. Then he and Ilse Brandt agreed to go.",
            "Premier Lund|Ilse Brandt",
        ),
        ('He said "it reflects badly on Ostmark" and concluded that they had lost.', "unresolved"),
        ("Lund, who said he had met Brandt, told Radio Selm that all was lost.", "Lund"),
        ("One of the judges, Dana Orlik, warned that time was short.", "Dana Orlik"),
    ],
)
def test_a_holder_is_named_by_what_stands_beside_the_words(text, holder):
    assert statements_of(text).iloc[-1]["holder"] == holder


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Premier Lund and the Kestrel Union", "Premier Lund|Kestrel Union"),
        ("Both Premier Lund and Mayor Brandt", "Premier Lund|Mayor Brandt"),
        ("the Trade and Technology Council", "Trade and Technology Council"),
        ("Ministry of Health and Social Affairs", "Ministry of Health and Social Affairs"),
        ("Heads of State and Government of Lorn, Ostmark and the Republic of Selm",
         "Lorn|Ostmark|Republic of Selm"),
        ("the Leaders of the Republic of Selm and Lorn", "Republic of Selm|Lorn"),
        ("Premier of the United Kingdom of Great Britain and Northern Ireland Jon Reck",
         "Premier of the United Kingdom of Great Britain and Northern Ireland Jon Reck"),
        ("the President of Lorn and the President of Ostmark",
         "President of Lorn|President of Ostmark"),
        ("President of Lorn Ada Ode, Chancellor of Ostmark Piet Varga, and Premier Lund",
         "President of Lorn Ada Ode|Chancellor of Ostmark Piet Varga|Premier Lund"),
        ("the Mutual Fishing Treaty and President Ode", "President Ode"),
        ("Bosnia and Herzegovina and Lorn", "Bosnia and Herzegovina|Lorn"),
        ("Lorn’s and Ostmark’s", "Lorn|Ostmark"),
        ("lawmakers and others", "lawmakers and others"),
    ],
)  # fmt: skip
def test_joint_names_are_told_apart_and_one_name_is_left_whole(words, names):
    assert "|".join(split_names(words)) == names


@given(st.lists(st.sampled_from([
    "We", "the", ",", " ", "\n", "of", "and", "on behalf of", "by", "Statement", "Ministers'",
    "Lorn", "Chair's", "Meeting", ":", "I", "speak", "met", "Governor", ".", "(", "—", "-",
]), max_size=14))  # fmt: skip
@example(["We", "the", ",", "Lorn", ",", "met"])
def test_no_words_are_too_odd_to_look_for_an_author(pieces):
    for words in (" ".join(pieces), "".join(pieces)):
        names = author_of(words, "", words, words).split("|")
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("title", "body", "heading", "author"),
    [
        ("STATEMENT ON BEHALF OF THE LORN GROUP BY ENVOY RUUN", "", "", "LORN GROUP"),
        ("", "Madam, I deliver this statement on behalf of the members of the L3, namely Lorn.", "",
         "L3"),
        ("", "I am glad to speak on behalf of the Lorn Group and its members.", "", "Lorn Group"),
        ("", "He spoke on behalf of his family.", "", ""),
        ("", "We, the , envoys, met.", "", "envoys"),
        ("", "The envoy spoke on behalf of the Lorn Group.", "", ""),
        ("Raids", "We mourn.", "Raids\n\n(Statement by Envoy Ada Ruun)\n\n4 May", "Envoy Ada Ruun"),
        ("Final", "We agreed.", "Final\nLORN ENVOYS' REVIEW AND DECISION ON THE\nPACT",
         "LORN ENVOYS"),
        ("Raids", "We mourn.", "Raids\nThe envoy's statement\n", ""),
        ("Statement of the Lorn Group of 4 May 2031", "", "", "Lorn Group"),
        ("Statement of the Group of 12 on Fishing", "", "", "Group of 12"),
        ("Speech by Ms Ada Ruun, Member of the Board of the Harrow Bank", "", "", "Ms Ada Ruun"),
        ("Statement by President Ode, Premier Lund and Mayor Brandt", "", "",
         "President Ode|Premier Lund|Mayor Brandt"),
        ("Prices", "We mourn.", "Prices\nAda Ruun, President of the Harrow Bank,\n4 May",
         "Ada Ruun"),
        ("Prices", "We mourn.", "Prices\nKarsten Harbour, in Lorn\n", ""),
        ("Prices", "Speech by Ms Ada Ruun, Member of the Board, Selm, 4 May.\n\nWe mourn.", "",
         "Ms Ada Ruun"),
        ("Prices", "It rose.\nThe statement by Mayor Brandt came late.\nWe mourn.", "", ""),
    ],
)  # fmt: skip
def test_an_author_is_named_in_the_title_the_heading_or_the_first_words(
    title, body, heading, author
):
    assert author_of(title, "", body, heading) == author


@pytest.mark.parametrize(
    ("text", "author", "holder"),
    [
        ("President Ode met Premier Lund. The President said all was lost.", "", "President Ode"),
        ("President Ode met President Lund. The President said no more.", "", "President"),
        ("President Ode met President Lund. The two Presidents condemned the raid.", "",
         "President Ode|President Lund"),
        ("President Ode met Premier Lund. Both leaders condemned the raid.", "",
         "President Ode|Premier Lund"),
        ("President Ode, President Reck and President Lund met. Both Presidents condemned it.",
         "", "Both Presidents"),
        ("My country condemns the raid.", "Lorn", "Lorn"),
        ("My country condemns the raid.", "Premier Lund", "My country"),
        ("Our neighbouring nation of Ostmark condemns the raid.", "Lorn",
         "Our neighbouring nation of Ostmark"),
        ("Others would condemn the raid.", "", "unresolved"),
        ("Ode said that everyone welcomed the pier.", "", "unresolved"),
        ("At the end of the talks, and of the pact, the ministers agreed.", "", "ministers"),
        ("LPS condemned the raid. It called for calm.", "", "LPS"),
        ("LPS condemned the raid. He called for calm.", "", "unresolved"),
        ("The board cited the pact from which Selm withdrew. It condemned the raid.", "", "board"),
        ("Boris Lund said all as Ostmark launched a raid. He condemned it.", "", "Boris Lund"),
        ("Boris Lund said all. Piet Varga approved a raid. He condemned it.", "", "Piet Varga"),
    ],
)  # fmt: skip
def test_words_that_refer_back_find_whom_they_mean_or_nobody(text, author, holder):
    assert statements_of(text, author=author).iloc[-1]["holder"] == holder


def test_a_country_is_meant_by_it_and_not_by_the_council(tmp_path):
    columns = "name,aliases,kind,speaks_for,definition,match,near_miss"
    row = "Lorn,Lorn,country,,A country.,Lorn said no.,Lornish law was read."
    (tmp_path / "actors.csv").write_text(f"{columns}\n{row}\n", "utf-8")
    text = "Lorn condemned the raid. The Council condemned the fire. It called for calm."
    found = find_statements(*tables_of(text), read_codebook(tmp_path))
    assert found["holder"].tolist() == ["Lorn", "Council", "Council"]
    text = "Lorn condemned the raid. It called for calm."
    found = find_statements(*tables_of(text), read_codebook(tmp_path))
    assert found["holder"].tolist() == ["Lorn", "Lorn"]


def test_a_list_in_capitals_takes_no_longer_than_its_length():
    assert NAMES.match("U" * 100_000) is None
    assert NAMES.match("A" * 100_000) is None
