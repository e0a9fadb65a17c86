"""Positions: the statements, and a text's own sentences, that take a stance."""

from collections.abc import Mapping

import pandas as pd

from analysis import tables
from analysis.codebook import Codebook
from analysis.positions import stance
from analysis.statements import read_documents
from analysis.statements.holders import Actors

__all__ = ["find_positions"]


def find_positions(
    statements: pd.DataFrame,
    documents: pd.DataFrame,
    passages: pd.DataFrame,
    mentions: pd.DataFrame,
    texts: Mapping[str, str],
    codebook: Codebook,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row per stance in a sentence; and one per sentence with a cue and no position."""
    actors = Actors(codebook.actors)
    stance._ACTORS[:] = [actors]
    dates = documents.set_index("doc_id")[
        ["published", "published_low", "published_high", "date_basis", "act_id"]
    ].to_dict("index")
    at = {
        (row.doc_id, row.start, row.cue_start): row.statement_id for row in statements.itertuples()
    }
    themes: dict[str, list[tuple[int, str]]] = {}
    for row in mentions.itertuples():
        themes.setdefault(row.doc_id, []).append((row.start, row.theme))
    rows, rest = [], []
    for doc_id, path, reading in read_documents(documents, passages, texts, codebook):
        date = dates[doc_id]
        for sentence in reading.sentences.values():
            found = stance.find_stances(reading, sentence, actors)
            place = {"doc_id": doc_id, "path": path, "start": sentence.start, "end": sentence.end}
            if not found and sentence.hits:
                hit = sentence.hits[0][1]
                cue = reading.text[hit.start : hit.end]
                rest.append(
                    place | {"cue": cue, "reason": "no holder takes a stance with this cue"}
                )
            here = [
                t for start, t in themes.get(doc_id, ()) if sentence.start <= start < sentence.end
            ]
            for one in found:
                rows.append(
                    place
                    | {
                        "position_id": f"{doc_id}:po{len(rows) + 1}",
                        "statement_id": at.get(
                            (doc_id, one.statement.start, one.statement.cue[0]), ""
                        )
                        if one.statement
                        else "",
                        "quote": reading.text[sentence.start : sentence.end],
                        "mode": one.statement.mode
                        if one.statement
                        else ("own" if one.holder.basis == "author" else "indirect"),
                        "holder": one.holder.name,
                        "holder_basis": one.holder.basis,
                        "reported_by": "",
                        "cue": reading.text[slice(*one.cue)],
                        "cue_start": one.cue[0],
                        "cue_end": one.cue[1],
                        "stance": one.stance,
                        "strength": one.strength,
                        "negated": one.negated,
                        "target": reading.text[slice(*one.target)] if one.target else "",
                        "themes": tables.join(here),
                        "date": date["published"],
                        "date_low": date["published_low"],
                        "date_high": date["published_high"],
                        "date_basis": date["date_basis"],
                        "act_id": date["act_id"],
                        "thread_id": "",
                        "confidence": 0.5,
                    }
                )
    return tables.from_rows("positions", rows), tables.from_rows("unrecorded", rest)
