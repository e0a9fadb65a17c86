"""Where the themes of a codebook stand in a corpus, found in one scan.

Every phrase of every theme goes into one automaton that reads each text once. What needs a
sentence around it (two phrases NEAR each other, a phrase that cancels another) is then decided on
the places found, in whole columns, never by searching the text again.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis import tables
from analysis.codebook import alternatives
from analysis.patterns import Phrases

__all__ = ["ancestors", "find_mentions"]


def find_mentions(
    passages: pd.DataFrame, texts: Mapping[str, str], themes: pd.DataFrame
) -> pd.DataFrame:
    """The mentions of the codebook's themes: one row per theme and place.

    Parameters
    ----------
    passages
        One row per paragraph or sentence; mentions are looked for in body sentences.
    texts
        The decoded text of each document's file.
    themes
        One row per theme of the codebook: ``theme, patterns, unless`` are read.

    Overlapping matches of one theme are one place. A match that an ``unless`` alternative of its
    theme overlaps in the same sentence is no mention.

    >>> passages = pd.DataFrame({"passage_id": ["a:s1"], "doc_id": "a", "unit": "sentence",
    ...     "kind": "body", "start": 0, "end": 34})
    >>> themes = pd.DataFrame({"theme": ["trade"], "patterns": ["trade|duties NEAR/2 timber"],
    ...     "unless": ["trade union*"]})
    >>> texts = {"a": "Trade unions met on timber duties."}
    >>> find_mentions(passages, texts, themes)["match"].tolist()
    ['timber duties']
    """
    phrases, wanted, cancelling = _compile(themes)
    found = _scan(passages, texts, phrases)
    if found.empty or themes.empty:
        return tables.empty("mentions")
    words = _alternative_spans(found, wanted, texts)
    words = _uncancelled(words, _alternative_spans(found, cancelling, texts))
    if words.empty:
        return tables.empty("mentions")
    names = themes["theme"].to_numpy()
    places = _places(words).assign(theme=lambda table: names[table["theme"]])
    order = ["sentence", "start", "end", "theme"]
    places = places.assign(match=tables.words_of(places, texts)).sort_values(order, kind="stable")
    return tables.check("mentions", places.drop(columns="sentence"))


def ancestors(themes: pd.DataFrame) -> dict[str, list[str]]:
    """For each theme its parent, the parent's parent and so on; a circle ends where it closes."""
    parent = dict(zip(themes["theme"], themes["parent"], strict=True)) if "parent" in themes else {}
    above = {}
    for theme in themes["theme"]:
        line: list[str] = []
        at = parent.get(theme, "")
        while at and at != theme and at not in line:
            line.append(at)
            at = parent.get(at, "")
        above[theme] = line
    return above


def _compile(themes: pd.DataFrame) -> tuple[Phrases, pd.DataFrame, pd.DataFrame]:
    """All phrases once, and the alternatives of ``patterns`` and ``unless`` as phrase numbers."""
    numbers: dict[str, int] = {}
    compiled = []
    for column in ("patterns", "unless"):
        rows = []
        cells = themes[column] if column in themes else [""] * len(themes)
        for theme, cell in enumerate(cells):
            for choice in alternatives(cell):
                phrase = numbers.setdefault(choice.phrase, len(numbers))
                other = numbers.setdefault(choice.other, len(numbers)) if choice.other else -1
                rows.append((theme, phrase, other, choice.distance))
        columns = ["theme", "phrase", "other", "distance"]
        compiled.append(pd.DataFrame(rows, columns=columns, dtype=int))
    return Phrases(list(numbers)), *compiled


def _scan(passages: pd.DataFrame, texts: Mapping[str, str], phrases: Phrases) -> pd.DataFrame:
    """Every phrase found inside one body sentence: one row per phrase and place.

    A file of several documents is read once: its documents share the string.
    """
    body = tables.body_of(passages, "sentence")
    body = body.reset_index(drop=True)
    starts, ends = (body[name].to_numpy(dtype=np.int64) for name in ("start", "end"))
    read: dict[int, np.ndarray] = {}
    pieces, sentences = [], []
    for doc_id, rows in body.groupby("doc_id", sort=False).indices.items():
        text = texts[doc_id]
        if id(text) not in read:
            read[id(text)] = np.array(phrases.find(text), dtype=np.int64).reshape(-1, 3)
        matches = read[id(text)]
        rows = rows[np.argsort(starts[rows], kind="stable")]
        at = np.searchsorted(starts[rows], matches[:, 1], side="right") - 1
        inside = (at >= 0) & (matches[:, 2] <= ends[rows][at])
        pieces.append(matches[inside])
        sentences.append(rows[at[inside]])
    columns = ["phrase", "start", "end"]
    if not pieces:
        return pd.DataFrame(columns=[*columns, "sentence", "doc_id", "passage_id"])
    found = pd.DataFrame(np.concatenate(pieces), columns=columns)
    sentence = np.concatenate(sentences)
    return found.assign(
        sentence=sentence,
        doc_id=body["doc_id"].to_numpy()[sentence],
        passage_id=body["passage_id"].to_numpy()[sentence],
    )


def _alternative_spans(
    found: pd.DataFrame, choices: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """Spans of the alternatives: of a phrase as found, of a NEAR pair from one to the other."""
    single = choices[choices["other"] < 0][["theme", "phrase"]]
    spans = [found.merge(single, on="phrase")]
    near = choices[choices["other"] >= 0]
    if len(near):
        one = found.merge(near, on="phrase")
        other = found[["sentence", "phrase", "start", "end"]].rename(
            columns={"phrase": "other", "start": "other_start", "end": "other_end"}
        )
        both = one.merge(other, on=["sentence", "other"])
        low = both[["end", "other_end"]].min(axis=1)
        high = both[["start", "other_start"]].max(axis=1)
        words = [
            len(texts[doc_id][a:b].split())
            for doc_id, a, b in zip(both["doc_id"], low, high, strict=True)
        ]
        both = both[np.array(words, dtype=int) <= both["distance"]]
        spans.append(
            both.assign(
                start=both[["start", "other_start"]].min(axis=1),
                end=both[["end", "other_end"]].max(axis=1),
            )
        )
    columns = ["sentence", "doc_id", "passage_id", "theme", "start", "end"]
    joined = pd.concat([table[columns] for table in spans], ignore_index=True)
    return joined.astype({"start": "int64", "end": "int64"})


def _uncancelled(words: pd.DataFrame, cancelling: pd.DataFrame) -> pd.DataFrame:
    """The spans that no cancelling span of the same theme and sentence overlaps."""
    if cancelling.empty or words.empty:
        return words
    words = words.reset_index(names="row")
    cancelling = cancelling[["sentence", "theme", "start", "end"]]
    both = words.merge(cancelling, on=["sentence", "theme"], suffixes=("", "_not"))
    overlap = (both["start"] < both["end_not"]) & (both["start_not"] < both["end"])
    return words[~words["row"].isin(both.loc[overlap, "row"])].drop(columns="row")


def _places(words: pd.DataFrame) -> pd.DataFrame:
    """Overlapping spans of one theme joined: one row per theme and place."""
    words = words.sort_values(["theme", "sentence", "start", "end"], kind="stable")
    group = words.groupby(["theme", "sentence"], sort=False)
    furthest = group["end"].cummax()
    before = furthest.groupby([words["theme"], words["sentence"]], sort=False).shift(fill_value=-1)
    place = (words["start"] >= before).cumsum()
    return words.groupby(place.to_numpy(), sort=False).agg(
        sentence=("sentence", "first"),
        passage_id=("passage_id", "first"),
        doc_id=("doc_id", "first"),
        theme=("theme", "first"),
        start=("start", "min"),
        end=("end", "max"),
    )
