"""A small corpus in which each theme is its own word, for the tests of themes."""

import pandas as pd

from analysis import tables

# Which themes each sentence of each paragraph of each document holds.
CORPUS = {
    "d1": [["ports trade", "trade"], ["schools"]],
    "d2": [["ports trade"], ["ports", "trade schools"]],
    "d3": [["ports trade"], [""], ["schools"]],
    "d4": [["farms"], ["", "farms ports"], ["trade ports"]],
    "d5": [["schools", "farms"], ["schools"], ["ports trade"]],
    "d6": [["schools"], ["", ""]],
}


def tabled(corpus: dict[str, list[list[str]]], **columns: list[str]):
    """Mentions, passages, documents and texts of a corpus in which a theme is its own word."""
    passages, mentions, texts = [], [], {}
    for doc_id, paragraphs in corpus.items():
        at, text = 0, ""
        for p, sentences in enumerate(paragraphs):
            begin, ids = at, []
            for s, words in enumerate(sentences):
                sentence = f"Note {doc_id} {p} {s} {words}." if words else f"Void {doc_id} {p} {s}."
                ids.append((f"{doc_id}:s{p}{s}", at, at + len(sentence)))
                for word in words.split():
                    low = at + sentence.index(word)
                    mentions.append((ids[-1][0], doc_id, word, low, low + len(word), word))
                text += sentence + " "
                at += len(sentence) + 1
            passages.append((f"{doc_id}:p{p}", doc_id, "paragraph", "body", begin, at - 1))
            passages += [(i, doc_id, "sentence", "body", low, high) for i, low, high in ids]
        texts[doc_id] = text
    documents = pd.DataFrame(
        {"doc_id": list(corpus), "path": list(corpus), "act_id": "", "same_as": "",
         "published": "2031"} | columns
    )  # fmt: skip
    return (
        pd.DataFrame(mentions, columns=tables.TABLES["mentions"].names),
        pd.DataFrame(passages, columns=tables.TABLES["passages"].names),
        documents,
        texts,
    )
