"""Who said what, in texts that we made up."""

import re

import pandas as pd

from analysis.codebook import read_codebook
from analysis.statements import find_statements


def tables_of(text: str, title: str = "", author: str = "") -> tuple:
    """One document with a paragraph a line and its sentences, as the corpus gives them."""
    rows = []
    for paragraph in re.finditer(r"[^\n]+", text):
        start, end = paragraph.span()
        rows.append(("d:p", "d", "paragraph", "body", start, end))
        for sentence in re.finditer(r"\S.*?(?:[.!?][”\"»’]*(?=\s|$)|$)", paragraph.group()):
            rows.append(
                ("d:s", "d", "sentence", "body", start + sentence.start(), start + sentence.end())
            )
    columns = ["passage_id", "doc_id", "unit", "kind", "start", "end"]
    documents = pd.DataFrame([{"doc_id": "d", "path": "d.txt", "title": title, "author": author}])
    return documents, pd.DataFrame(rows, columns=columns), {"d": text}


def test_a_quotation_of_two_sentences_goes_to_the_speaker_after_it():
    text = "“We stay. We will not go,” Mayor Ilse Brandt said."
    found = find_statements(*tables_of(text), read_codebook(None))
    direct = found[found["mode"] == "direct"].iloc[0]
    assert direct["holder"] == "Mayor Ilse Brandt"
    assert text[direct["start"] : direct["end"]] == "“We stay. We will not go,”"
    assert text[direct["cue_start"] : direct["cue_end"]] == direct["cue"] == "said"
