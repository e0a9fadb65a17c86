"""Texts in which somebody speaks, as the corpus gives them: for the tests of who said what."""

import re

import pandas as pd
from hypothesis import strategies as st

from analysis import tables
from analysis.codebook import Codebook, read_codebook
from analysis.positions import find_positions
from analysis.statements import find_statements

BOOK = read_codebook(None)
SENTENCE = re.compile(r"\S.*?(?:[.!?][”\"»’]*(?=\s|$)|$)")
PIECES = st.sampled_from([
    "said", "that", "“", "”", '"', "'", "’", "«", "»", "the council", "We", "condemn", ", ", ". ",
    "Rowan", "\n", "according to", ", who", "must", "told", "and", "their", "commitment", "to",
    "not", "(", ")", "—", "is", "concerned", "about", ":", "we", "I", "её", "😀", "\xad", "\xa0",
    "welcomes", "unacceptable", "will", "need",
    "сказал", "по словам", "Совет", "мы", "в", "осуждаем", "готов", "что", "как", "не", "— Да, —",
])  # fmt: skip


def tables_of(*texts: str, title: str = "", author: str = "") -> tuple:
    """One document a text, a paragraph a line and its sentences, as the corpus gives them."""
    rows, documents, known = [], [], {}
    blank = dict.fromkeys(tables.TABLES["documents"].names, "")
    for number, text in enumerate(texts):
        doc_id = f"d{number:03}"
        known[doc_id] = text
        about = {"doc_id": doc_id, "path": f"{doc_id}.txt", "title": title, "author": author}
        documents.append(blank | about)
        for paragraph in re.finditer(r"[^\n]+", text):
            low, high = paragraph.span()
            rows.append((doc_id, "paragraph", low, high))
            for found in SENTENCE.finditer(paragraph.group()):
                rows.append((doc_id, "sentence", low + found.start(), low + found.end()))
    passages = pd.DataFrame(rows, columns=["doc_id", "unit", "start", "end"])
    passages = passages.assign(kind="body", passage_id=passages.index.astype(str))
    return pd.DataFrame(documents), passages, known


def statements_of(text: str, book: Codebook = BOOK, **about: str) -> pd.DataFrame:
    """The statements of a text."""
    return find_statements(*tables_of(text, **about), book)


def both_of(
    text: str, author: str = "", title: str = "", book: Codebook = BOOK
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The positions of a text, and what it leaves unrecorded."""
    documents, passages, texts = tables_of(text, title=title, author=author)
    found = find_statements(documents, passages, texts, book)
    return find_positions(found, documents, passages, tables.empty("mentions"), texts, book)


def positions_of(text: str, author: str = "", **more: object) -> pd.DataFrame:
    return both_of(text, author, **more)[0]


def stances(text: str, author: str = "") -> list[str]:
    return positions_of(text, author)["stance"].tolist()
