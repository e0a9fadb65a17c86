"""Who said what: every attributed content of a text, with its holder, its cue and its mode.

Contents are attributed by verbs of saying, thinking and wanting in their grammatical frame, by
"according to", and by quotation marks; quotations in any style are given whole, also where they
run over sentences. Each document is read once; the stances found on the way are kept for
`positions`.
"""

import gc
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import pandas as pd

from analysis import tables
from analysis.codebook import Codebook
from analysis.statements.actors import Actors
from analysis.statements.contents import attribute
from analysis.statements.items import begins_item, lead_of, past_mark
from analysis.statements.lexicon import Lexicon, read_lexicon
from analysis.statements.nouns import kind_of_name, names_somebody
from analysis.statements.reader import read_document
from analysis.statements.reporters import find_reporters
from analysis.statements.sentences import Reading, Sentence, Statement
from analysis.statements.stances import find_takes
from analysis.statements.takes import Take
from analysis.statements.wording import cue_words

__all__ = [
    "Stances",
    "find_statements",
    "kind_of_name",
    "names_somebody",
    "read_corpus",
    "read_text",
    "uncollected",
]


class Stance(NamedTuple):
    """One stance in one sentence, in plain values: a `Take` would keep its whole reading."""

    start: int  # of the sentence
    end: int
    statement_id: str
    mode: str
    holder: str
    basis: str
    reported_by: str
    cue: tuple[int, int]
    stance: str
    strength: int
    negated: bool
    target: tuple[int, int] | None
    how: str


@dataclass(frozen=True)
class Stances:
    """The stances of one document and its sentences without one, in the order of the text."""

    doc_id: str
    path: str
    own: bool
    takes: list[Stance]
    unrecorded: list[tuple[int, int, str, str]]  # sentence start, end, cue, reason


def find_statements(
    documents: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str], codebook: Codebook
) -> pd.DataFrame:
    """The statements of a corpus: one row per attributed content.

    `start` and `end` span the content in the text, the cue has offsets of its own, and the holder
    those of the words that name it.
    """
    return read_corpus(documents, passages, texts, codebook)[0]


def read_corpus(
    documents: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str], codebook: Codebook
) -> tuple[pd.DataFrame, list[Stances]]:
    """The statements of a corpus and, of each document, its stances.

    Statements and positions both come from one reading: the last result is kept for as long as
    its passages are.
    """
    about = [documents[name].tolist() for name in ABOUT]
    key = (id(passages), id(texts), id(codebook.cues), id(codebook.actors))
    kept = _LAST.get(key)
    if kept and kept[0] == about:
        return kept[1]
    found = _read_corpus(documents, passages, texts, codebook)
    _LAST.clear()
    _LAST[key] = (about, found, texts, codebook)  # held, so that no identity is used again
    weakref.finalize(passages, _LAST.pop, key, None)
    return found


ABOUT = ("doc_id", "path", "title", "author")
_LAST: dict[tuple[int, ...], tuple] = {}


@contextmanager
def uncollected() -> Iterator[None]:
    """Spare Python's cycle collector the search of many small objects, made and gone together.

    A reading frees itself by reference counts: `_stances` cuts its only cycle.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # what was made meanwhile is old: not to be searched at once
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()


@uncollected()
def _read_corpus(
    documents: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str], codebook: Codebook
) -> tuple[pd.DataFrame, list[Stances]]:
    lexicon, actors = read_lexicon(codebook.cues), Actors(codebook.actors)
    spans = _body_spans(passages)
    rows: list[tuple] = []
    stances: list[Stances] = []
    for doc_id, path, title, author in zip(
        *(documents[name].tolist() for name in ABOUT), strict=True
    ):
        if doc_id in spans:
            # The reading gets no name here: it is freed before the next is made in its place.
            told, taken = _found(
                doc_id,
                path,
                read_document(texts[doc_id], *spans[doc_id], lexicon, actors, title, author),
            )
            rows += told
            stances.append(taken)
    return tables.from_tuples("statements", rows), stances


def _found(doc_id: str, path: str, reading: Reading) -> tuple[list[tuple], Stances]:
    """The rows of the statements of one document, and its stances."""
    attribute(reading)
    told = sorted(reading.statements, key=lambda s: (s.start, s.clause.span))
    names = {id(found): f"{doc_id}:st{number}" for number, found in enumerate(told, start=1)}
    by = find_reporters(told)
    rows = [
        _row(names[id(found)], doc_id, path, reading.text, found, by[id(found)]) for found in told
    ]
    return rows, _stances(doc_id, path, reading, told, names)


def read_text(text: str, lexicon: Lexicon, *, author: str = "") -> tuple[set, set]:
    """The cues found in one sentence, each with its kind, and the stances it takes."""
    whole = [(0, len(text))]
    reading = read_document(text, whole, whole, lexicon, Actors(NOBODY), author=author)
    attribute(reading)
    cues, stances = set(), set()
    for sentence in reading.sentences.values():
        takes, _ = find_takes(reading, sentence, reading.statements)
        stances |= {take.stance for take in takes}
        cues |= {
            (clause.cue.cue, clause.cue.kind)
            for clause in sentence.clauses
            if clause.form != "thing" and clause.holder is not None
        }
        spans = {take.cue for take in takes}
        places = sentence.fixed + sentence.judged
        places += [(at, at, cue) for at, told in sentence.hits for cue, _ in told.entries]
        cues |= {(c.cue, c.kind) for a, b, c in places if sentence.offsets(a, b + 1) in spans}
        nouns = {b for _, b in spans}
        cues |= {
            (cue.cue, cue.kind)
            for at, told in sentence.hits
            for cue, _ in told.entries
            if cue.kind == "noun" and sentence.offsets(at, at + 1)[1] in nouns
        }
    return cues, stances


NOBODY = pd.DataFrame(columns=["name", "aliases", "kind", "speaks_for"], dtype="str")


def _row(
    statement_id: str, doc_id: str, path: str, text: str, found: Statement, reported_by: str
) -> tuple:
    holder, clause = found.holder, found.clause
    sentence = clause.sentence
    first, last = cue_words(clause)
    low, high = sentence.offsets(first, last + 1)
    named = found.words or (holder.start, holder.end)
    return (
        statement_id, doc_id, path, found.start, found.end, holder.name, *named, holder.basis,
        text[low:high], low, high, found.mode, reported_by,
    )  # fmt: skip


def _stances(
    doc_id: str, path: str, reading: Reading, told: list[Statement], names: dict[int, str]
) -> Stances:
    takes, rest = [], []
    by_cue = {} if reading.own else {statement.clause.span[0]: statement for statement in told}
    at, lead = 0, None
    leads: dict[int, Take] = {}  # by the number of an item after "to:"
    open_ones: list[Statement] = []
    for sentence in reading.sentences.values():
        while at < len(told) and told[at].start < sentence.end:
            open_ones.append(told[at])
            at += 1
        if open_ones:
            open_ones = [s for s in open_ones if s.end > sentence.start]
        bare = sentence.number in leads
        lead = leads.get(sentence.number, lead)
        found, reason = find_takes(reading, sentence, open_ones, lead, bare=bare)
        if not (lead and begins_item(sentence.words.lower, sentence.words.tags) is not None):
            lead = lead_of(sentence, found)
            if lead and sentence.number in reading.lists:
                told_as = lead._replace(statement=lead.statement or by_cue.get(lead.cue[0]))
                leads |= dict.fromkeys(reading.lists[sentence.number], told_as)
        start = past_mark(reading.text, sentence.start, sentence.end)
        for take in found:
            of = take.statement or by_cue.get(take.cue[0])
            name = names.get(id(of), "") if of else ""
            mode = of.mode if of else "own" if reading.own else "indirect"
            takes.append(
                Stance(
                    start, sentence.end, name, mode, take.holder.name, take.holder.basis,
                    take.reported_by, take.cue, take.stance, take.strength, take.negated,
                    take.target, take.how,
                )
            )  # fmt: skip
        cue = "" if found else _first_cue(reading, sentence)
        if cue:
            rest.append((start, sentence.end, cue, reason))
    for sentence in reading.sentences.values():
        sentence.clauses.clear()
    return Stances(doc_id, path, reading.own, takes, rest)


def _first_cue(reading: Reading, sentence: Sentence) -> str:
    """The first word of the first cue whose words all stand in the sentence; empty without one."""
    present = sentence.words.present
    complete = (at for at, told in sentence.hits if any(map(present.issuperset, told.needs)))
    others = (at for at, _, _ in sentence.fixed + sentence.judged)
    first = next(chain(complete, others), None)
    return "" if first is None else reading.text[slice(*sentence.offsets(first, first + 1))]


def _body_spans(passages: pd.DataFrame) -> dict[str, tuple[list, list]]:
    """The sentences and the paragraphs of each document that has a body."""
    columns = [passages[name].tolist() for name in ("kind", "doc_id", "unit", "start", "end")]
    spans: dict[str, tuple[list, list]] = {}
    for kind, doc_id, unit, start, end in zip(*columns, strict=True):
        if kind == "body":
            spans.setdefault(doc_id, ([], []))[unit == "paragraph"].append((start, end))
    return {doc_id: both for doc_id, both in spans.items() if both[0]}
