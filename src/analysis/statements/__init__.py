"""Who said what: every attributed content of a text, with its holder, its cue and its mode.

Contents are attributed by verbs of saying, thinking and wanting in their grammatical frame, by
"according to", and by quotation marks; quotations in any style are given whole, also where they
run over sentences. Whether a statement takes a stance is for `positions` to say.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis import tables
from analysis.codebook import Codebook
from analysis.statements.holders import Actors
from analysis.statements.lexicon import Lexicon, read_lexicon
from analysis.statements.reader import Reading, read_document

__all__ = ["find_statements", "read_documents"]


def find_statements(
    documents: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str], codebook: Codebook
) -> pd.DataFrame:
    """The statements of a corpus: one row per attributed content.

    `start` and `end` span the content in the text, the cue has offsets of its own, and the holder
    those of the words that name it (of the antecedent where a word refers back).
    """
    rows = []
    for doc_id, path, reading in read_documents(documents, passages, texts, codebook):
        for number, found in enumerate(sorted(reading.statements, key=lambda s: (s.start, s.cue))):
            named = found.words or (found.holder.start, found.holder.end)
            rows.append(
                {
                    "statement_id": f"{doc_id}:st{number + 1}",
                    "doc_id": doc_id,
                    "path": path,
                    "start": found.start,
                    "end": found.end,
                    "holder": found.holder.name,
                    "holder_start": named[0],
                    "holder_end": named[1],
                    "holder_basis": found.holder.basis,
                    "cue": reading.text[slice(*found.cue)],
                    "cue_start": found.cue[0],
                    "cue_end": found.cue[1],
                    "mode": found.mode,
                    "reported_by": found.reported_by,
                }
            )
    return tables.from_rows("statements", rows)


def read_documents(
    documents: pd.DataFrame,
    passages: pd.DataFrame,
    texts: Mapping[str, str],
    codebook: Codebook,
) -> Iterator[tuple[str, str, Reading]]:
    """Every document with its body sentences read: `doc_id`, `path`, and what was read."""
    lexicon: Lexicon = read_lexicon(codebook.cues)
    actors = Actors(codebook.actors)
    body = passages[passages["kind"] == "body"]
    spans: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for doc_id, unit, start, end in zip(
        body["doc_id"], body["unit"], body["start"], body["end"], strict=True
    ):
        spans.setdefault(doc_id, {"sentence": [], "paragraph": []})[unit].append((start, end))
    for row in documents[["doc_id", "path", "title", "author"]].itertuples(index=False):
        found = spans.get(row.doc_id, {"sentence": [], "paragraph": []})
        about = {"title": row.title, "author": row.author}
        yield (
            row.doc_id,
            row.path,
            read_document(
                texts[row.doc_id], found["sentence"], found["paragraph"], lexicon, actors, about
            ),
        )
