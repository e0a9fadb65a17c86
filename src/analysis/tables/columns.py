"""The columns of every shared table: their names, what each means, and its kind of value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["DTYPES", "TABLES", "Column", "Table"]

Kind = Literal["text", "offset", "count", "number", "flag"]

DTYPES: Mapping[Kind, str] = {
    "text": "str",
    "offset": "Int64",
    "count": "int64",
    "number": "float64",
    "flag": "bool",
}


@dataclass(frozen=True)
class Column:
    """One column: its name, the kind of its values, and what it means."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True)
class Table:
    """One shared table: its row unit and its columns in the order they are written."""

    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


def _columns(**columns: str) -> tuple[Column, ...]:
    """Columns from ``name="kind: meaning"`` pairs, in order."""
    return tuple(Column(name, *text.split(": ", 1)) for name, text in columns.items())


TABLES: Mapping[str, Table] = {
    "documents": Table(
        "one document; a file that holds several dated items gives several",
        _columns(
            doc_id="text: identifier of the document, made from its path and item",
            path="text: file, relative to the corpus",
            item="count: 1 for the first item of the file, 2 for the next",
            start="offset: first character of the document in the file's decoded text",
            end="offset: one past its last character",
            encoding="text: encoding the file was read with",
            text_path="text: what was taken out of PDF, DOCX, HTML or mail, kept here; else empty",
            language="text: ISO 639-1 code of the language found",
            title="text: title, from the manifest or the text",
            author="text: who 'we' and 'I' are in the text, from the manifest",
            outlet="text: who published the page, from the manifest or the dateline",
            place="text: where it was stated, from the manifest or the dateline",
            published="text: ISO date as precise as it is known: 2022, 2022-05 or 2022-05-16",
            published_precision="text: day, month, year or empty",
            published_low="text: earliest day it can be (ISO, inclusive)",
            published_high="text: latest day it can be (ISO, inclusive)",
            candidates="text: days that fit equally well, joined by |",
            date_basis="text: the rule that gave the date",
            date_evidence="text: the words of the text or the row of the calendar it rests on",
            stated="text: ISO day of what it tells, by its words or its act; else empty",
            stated_low="text: earliest day of that",
            stated_high="text: latest day of that",
            stated_basis="text: the rule that gave the day",
            stated_evidence="text: the words it rests on",
            act_id="text: the act the document reports",
            same_as="text: doc_id of the document it repeats, else empty",
            source_url="text: address of the page, from the manifest",
            sha256="text: hash of the file's bytes",
        ),
    ),
    "skipped": Table(
        "one file, or part of one (a row, an attachment), that gave no document, or a name without "
        "a file",
        _columns(path="text: file, relative to the corpus", reason="text: why, for a person"),
    ),
    "dates": Table(
        "one date expression in the body of a document",
        _columns(
            doc_id="text: document",
            start="offset: first character",
            end="offset: one past the last character",
            text="text: the words",
            low="text: first day meant (ISO, inclusive)",
            high="text: last day meant (ISO, inclusive)",
            precision="text: day, month, year or range",
            basis="text: the kind of expression: absolute, yearless, weekday, relative ...",
            relative_to="text: the date it was resolved against, empty where it needs none",
        ),
    ),
    "passages": Table(
        "one paragraph or sentence",
        _columns(
            passage_id="text: identifier",
            doc_id="text: document",
            unit="text: paragraph or sentence",
            kind="text: body, heading, dateline or furniture",
            start="offset: first character",
            end="offset: one past the last character",
        ),
    ),
    "acts": Table(
        "one act: a declaration, speech or decision, however many documents report it",
        _columns(
            act_id="text: identifier",
            holder="text: who acted",
            occasion="text: session, summit, meeting ...",
            place="text: where",
            date="text: ISO date as precise as it is known",
            date_low="text: earliest day",
            date_high="text: latest day",
            n_documents="count: documents that report it",
        ),
    ),
    "statements": Table(
        "one attributed content: who said what, with or without a stance",
        _columns(
            statement_id="text: identifier",
            doc_id="text: document",
            path="text: file",
            start="offset: first character of the content",
            end="offset: one past its last character",
            holder="text: canonical name, the text's own words, or unresolved",
            holder_start="offset: first character of the words that name the holder",
            holder_end="offset: one past their last character",
            holder_basis="text: how the holder was found",
            cue="text: the words that attribute",
            cue_start="offset: first character of the cue",
            cue_end="offset: one past its last character",
            mode="text: direct, mixed or indirect",
            reported_by="text: who reports the holder's words, else empty",
        ),
    ),
    "positions": Table(
        "one stance in one sentence",
        _columns(
            position_id="text: identifier",
            statement_id="text: the statement it is part of; empty for an own sentence",
            doc_id="text: document",
            path="text: file",
            start="offset: first character of the sentence",
            end="offset: one past its last character",
            quote="text: the sentence, text[start:end] to the letter",
            mode="text: direct, mixed, indirect or own",
            holder="text: canonical name, the text's own words, or unresolved",
            holder_basis="text: how the holder was found",
            reported_by="text: who reports the holder's words, else empty",
            cue="text: the words that carry the stance",
            cue_start="offset: first character of the cue",
            cue_end="offset: one past its last character",
            stance="text: affirm, support, concern, oppose, call, commit or decide",
            strength="count: step on the stance's ladder, 1 (weakest) to 5",
            negated="flag: whether the cue is negated",
            target="text: object of the cue, short and verbatim",
            themes="text: theme ids joined by |",
            date="text: ISO date it was stated, as precise as it is known",
            date_low="text: earliest day",
            date_high="text: latest day",
            date_basis="text: the rule that gave the date",
            act_id="text: the act it belongs to",
            thread_id="text: the thread it belongs to, else empty",
            confidence="number: 0 to 1, by the printed rule",
        ),
    ),
    "unrecorded": Table(
        "one sentence with a cue and no position",
        _columns(
            doc_id="text: document",
            path="text: file",
            start="offset: first character of the sentence",
            end="offset: one past its last character",
            cue="text: the cue",
            reason="text: why no position was recorded",
        ),
    ),
    "links": Table(
        "one pair of positions found to restate each other",
        _columns(
            position_a="text: the earlier position",
            position_b="text: the later position",
            similarity="number: 0 to 1, of the contents",
            relation="text: restated, reworded, stronger, weaker, reversed or repeat",
        ),
    ),
    "threads": Table(
        "one chain of linked positions",
        _columns(
            thread_id="text: identifier",
            holder="text: holder; two names of one holder joined by |",
            themes="text: theme ids joined by |",
            target="text: object of the positions, verbatim from the first",
            first="text: date of the first statement",
            first_is_certain="flag: whether no other statement of the thread can be earlier",
            last="text: date of the last statement",
            n_acts="count: acts that state it",
            n_documents="count: documents that report it",
            status="text: restated, reworded, stronger, weaker, reversed or repeat",
        ),
    ),
    "silences": Table(
        "one holder and theme not stated over a stretch that we have texts for",
        _columns(
            holder="text: holder",
            theme="text: theme id",
            since="text: date of its last statement",
            n_acts="count: later acts of the holder in which nothing on it was found",
            n_documents="count: documents that report those acts",
        ),
    ),
    "mentions": Table(
        "one theme found at one place",
        _columns(
            passage_id="text: sentence it stands in",
            doc_id="text: document",
            theme="text: theme id",
            start="offset: first character",
            end="offset: one past the last character",
            match="text: the words",
        ),
    ),
    "pairs": Table(
        "one pair of themes and one unit of counting",
        _columns(
            theme_a="text: theme id, first in order",
            theme_b="text: theme id",
            unit="text: sentence, paragraph or document",
            n_a="count: units with theme_a",
            n_b="count: units with theme_b",
            n_both="count: units with both",
            n_units="count: units in all",
            n_documents="count: documents that carry the pair",
            npmi="number: normalised pointwise mutual information, -1 to 1",
            lift="number: observed over expected joint count",
            jaccard="number: units with both over units with either",
            low="number: lower end of the 95 % interval of npmi",
            high="number: upper end of the 95 % interval of npmi",
            p="number: probability of so strong an association by chance",
            q="number: p corrected over all pairs",
            holds_in="text: specifications it survives, 'n of m'",
        ),
    ),
    "proposed_themes": Table(
        "one theme proposed where the codebook has none; may be saved as its themes.csv",
        _columns(
            theme="text: theme id",
            label="text: the phrase as it most often stands",
            definition="text: what it rests on; to be written by a person",
            patterns="text: phrases that are alternatives of one theme",
            unless="text: patterns that take a match back; empty",
            match="text: words that must match",
            near_miss="text: words that must not match; empty",
            parent="text: the theme above it; empty",
        ),
    ),
    "topics": Table(
        "one topic",
        _columns(
            topic="count: number of the topic, largest first",
            label="text: short name",
            terms="text: top terms joined by |",
            n_passages="count: passages placed in it",
            n_documents="count: documents they come from",
            stability="number: agreement of repeated runs",
            null_stability="number: the same after shuffling words",
            status="text: usable, exploratory or withheld",
        ),
    ),
    "placements": Table(
        "one passage and its topic",
        _columns(
            passage_id="text: passage",
            doc_id="text: document",
            topic="count: number of the topic",
            strength="number: 0 to 1",
        ),
    ),
}
