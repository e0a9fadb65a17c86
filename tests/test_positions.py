"""Positions in texts that we made up."""

import pandas as pd

from analysis import tables
from analysis.codebook import read_codebook
from analysis.positions import find_positions
from analysis.statements import find_statements


def positions_of(text: str, author: str = "") -> pd.DataFrame:
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = [("s", "d", "sentence", "body", a, b) for a, b in zip(starts, ends, strict=True)]
    passages = pd.DataFrame(
        [("p", "d", "paragraph", "body", 0, len(text)), *sentences],
        columns=["passage_id", "doc_id", "unit", "kind", "start", "end"],
    )
    row = dict.fromkeys(tables.empty("documents").columns, "")
    documents = pd.DataFrame([row | {"doc_id": "d", "path": "d.txt", "author": author}])
    book = read_codebook(None)
    found = find_statements(documents, passages, {"d": text}, book)
    mentions = tables.empty("mentions")
    return find_positions(found, documents, passages, mentions, {"d": text}, book)[0]


def test_an_own_sentence_takes_the_author_as_holder():
    found = positions_of("We condemn the raid. The harbour lies north.", author="Valdoria")
    assert found[["holder", "stance", "quote"]].values.tolist() == [
        ["Valdoria", "oppose", "We condemn the raid."]
    ]


def test_narration_is_no_position():
    assert positions_of("The member states met in Karsten. The note was found.").empty
