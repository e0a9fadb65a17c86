"""Russian texts that we made up: who says what, and with which stance."""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from spoken_texts import BOOK, positions_of, tables_of

from analysis import tables
from analysis.positions import find_positions
from analysis.statements import find_statements, read_text
from analysis.statements.lexicon import read_lexicon
from analysis.statements.quotes import find_quotations
from analysis.statements.russian import inflect

ITEM = re.compile(r"(?P<open>~?)(?P<who>own|told) (?P<stances>\S+) \| (?P<text>.*)")
MARK = re.compile(r"<([hct])>(.*?)</\1>")


def items() -> list[tuple[bool, str, set[str], str]]:
    """Of each item: whether it is found by now, who speaks, its stances, its marked sentence."""
    lines = (Path(__file__).parent / "data/russian.txt").read_text("utf-8").splitlines()
    found = [ITEM.fullmatch(line) for line in lines if not line.startswith("#")]
    return [
        (not one["open"], one["who"], set(one["stances"].split(",")) - {"-"}, one["text"])
        for one in found
    ]


def told_in(marked: list[str], author: str) -> Iterator[tuple[str, pd.DataFrame, pd.DataFrame]]:
    """Each sentence without its marks, with its statements and positions."""
    plain = [re.sub("</?[hct]>", "", text) for text in marked]
    documents, passages, texts = tables_of(*plain, author=author)
    told = find_statements(documents, passages, texts, BOOK)
    taken, _ = find_positions(told, documents, passages, tables.empty("mentions"), texts, BOOK)
    for number, text in enumerate(plain):
        doc_id = f"d{number:03}"
        yield text, told[told["doc_id"] == doc_id], taken[taken["doc_id"] == doc_id]


def marks_are_found(marked: str, text: str, told: pd.DataFrame) -> bool:
    """Whether a report says who says what in the words that are marked."""
    marks = {letter: set() for letter in "hct"}
    for letter, words in MARK.findall(marked):  # the cue may stand inside the content
        marks[letter].add(re.sub("</?[hct]>", "", words))
    rows = list(told.itertuples())
    return (
        bool(rows) == bool(marks["t"])
        and marks["h"] <= {text[int(r.holder_start) : int(r.holder_end)] for r in rows if r.holder}
        and all(any(cue in r.cue or r.cue in cue for r in rows) for cue in marks["c"])
        and marks["t"] <= {text[r.start : r.end] for r in rows}
    )


@pytest.mark.parametrize(("who", "author"), [("told", ""), ("own", "Вальдория")])
def test_every_sentence_of_the_file_is_found_but_those_marked(who, author):
    mine = [item for item in items() if item[1] == who]
    changed = []
    read = told_in([marked for *_, marked in mine], author)
    for (known, _, wanted, marked), (text, told, taken) in zip(mine, read, strict=True):
        pairs = zip(taken["stance"], taken["negated"], strict=True)
        right = {f"{stance}{'!' * denied}" for stance, denied in pairs} == wanted
        if author:
            right = right and set(taken["holder"]) <= {author}
        else:
            right = right and marks_are_found(marked, text, told)
        if right != known:
            changed.append((sorted(taken["stance"]), marked))
    assert changed == []  # a sentence lost; or one won, which needs its mark no longer


def test_a_russian_sentence_is_read_wherever_it_breaks_off():
    lexicon = read_lexicon(BOOK.cues)
    for _, _, _, marked in items()[::2]:
        words = re.sub("</?[hct]>", "", marked).split()
        for end in range(1, len(words)):
            read_text(" ".join(words[:end]), lexicon, author="Вальдория" if end % 2 else "")


def test_the_file_is_large_and_mostly_found():
    known = [found for found, *_ in items()]
    assert len(known) >= 160
    assert sum(known) >= 0.93 * len(known)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Агентство «Волна» сообщило, что мост закрыт.", "Агентство «Волна»"),
        ("Президент встретился с послами и заявил, что мост открыт.", "Президент"),
        ("Министр обороны, выступая в Марлоу, сказал, что мост открыт.", "Министр обороны"),
        ("Совет Портов 5 мая сообщил, что мост открыт.", "Совет Портов"),
        ("По итогам встречи министр Рек сообщил, что мост открыт.", "министр Рек"),
        ("Посол по особым поручениям сообщил, что мост открыт.", "Посол по особым поручениям"),
        ("Лорн, Остмарк и Селм сообщили, что мост открыт.", "Лорн|Остмарк|Селм"),
        ("Лидеры Лорна и Селма сообщили, что мост открыт.", "Лидеры Лорна и Селма"),
        ("В министерстве сообщили, что мост открыт.", "министерстве"),
        ("Мост, который утвердил Лорн, открыт.", None),
        ("Министр сообщил бы, если бы знал.", None),
    ],
)
def test_the_holder_is_the_noun_for_somebody_beside_the_verb(text, holder):
    assert find_statements(*tables_of(text), BOOK)["holder"].tolist() == [holder] * bool(holder)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "«Мир близок, — сказал Рек, — и мы рады».",
            ["«Мир близок", "и мы рады»"],
        ),
        (
            "— Мир близок! — сказал Рек. — Мы рады.",
            ["— Мир близок!", "Мы рады."],
        ),
        ("— Мир близок, — сказал Рек.", ["— Мир близок"]),
        ("«Наш выбор — мир и торговля».", ["«Наш выбор — мир и торговля»"]),
        ("— развивать торговлю, — строить мосты", []),
    ],
)
def test_a_dash_parts_speech_from_who_says_it(text, parts):
    found = find_quotations(text, [(0, len(text))])
    assert [text[one.start : one.end] for one in found] == parts


def test_both_parts_of_divided_speech_are_the_speakers():
    text = "— Мы осуждаем набег, — заявил премьер Лунд. — Граница останется закрытой."
    told = find_statements(*tables_of(text), BOOK)
    assert set(told["holder"]) == {"премьер Лунд"}
    assert positions_of(text)["stance"].tolist() == ["oppose"]


def test_about_this_points_back_to_the_sentences_before():
    text = "Переговоры завершились. Об этом заявил министр Рек."
    told = find_statements(*tables_of(text), BOOK).iloc[0]
    assert text[told["start"] : told["end"]] == "Переговоры завершились."


def test_a_paper_says_what_the_body_before_it_holds():
    text = (
        "Совет Портов завершил работу. Совет Портов призвал к миру. В документе осуждается набег."
    )
    assert positions_of(text)["holder"].tolist() == ["Совет Портов"] * 2


@pytest.mark.parametrize(
    ("word", "kind", "form", "other"),
    [
        ("осудить", "verb", "осудили", "осуждённый"),
        ("подчёркивать", "verb", "подчеркивает", "подчёркнутый"),
        ("требовать", "verb", "требуют", "требования"),
        ("признавать", "verb", "признаёт", "признания"),
        ("стремиться", "verb", "стремимся", "стремление"),
        ("отвергнуть", "verb", "отвергла", "отвергнутый"),
        ("приверженность", "noun", "приверженности", "приверженный"),
        ("сожаление", "noun", "сожалением", "сожалеть"),
        ("намерен", "adjective", "намерены", "намерение"),
        ("говорится", "verb", "говорится", "говорить"),
    ],
)
def test_a_cue_is_found_in_its_forms_and_not_in_words_made_of_it(word, kind, form, other):
    forms = {found for found, _ in inflect(word, kind)}
    assert form in forms
    assert other not in forms
