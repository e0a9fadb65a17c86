"""What was read, from when, and what each date rests on: the tables that open the book.

Everything here turns the documents, passages and skipped files of a study into short tables for a
reader, each count with its denominator, and into the one or two sentences that sum them up.
"""

from collections.abc import Mapping

import pandas as pd

from analysis import tables
from analysis.tables import counted
from analysis.text import furniture_name, furniture_rules

__all__ = [
    "count_bases",
    "count_furniture",
    "count_furniture_kinds",
    "count_languages",
    "count_missed",
    "describe_cleaning",
    "describe_coverage",
    "describe_dates",
    "describe_documents",
    "describe_files",
    "describe_languages",
    "describe_sources",
    "list_copies",
]

NAMED_IN_VAIN = "named in "  # how corpus.read_folder begins the reason for a name without a file
NAMED_OUTLETS = 3  # in a sentence; the table of documents names them all
DAY = 10  # characters of an ISO date that names the day; 7 name the month, 4 the year
LONGEST_EXCERPT = 80  # characters of a passage of furniture; a menu may be long
SHOWN_FURNITURE = 12  # distinct texts in the cleaning log; the table passages has them all


BASES = {
    "words of the text": "the text says when it was said, issued or held",
    "manifest": "the list of the texts gives it",
    "sidecar": "a note beside the file gives it",
    "front matter": "lines above the text give it",
    "page metadata": "the page's own data, or the head of a mail, give it",
    "file name": "the name of the file holds a day",
    "header": "a line of its own holds the date",
    "dateline": "the text opens with place and date",
    "address": "the address of the page holds a day",
    "own words": "the text says on which day it was made",
    "events calendar": "one event of the codebook fits clearly",
    "dateline and anniversary": "day and month in the dateline, the year by an anniversary",
    "dateline and weekday": "day and month in the dateline: the years that fit the weekday",
    "dateline without year": "day and month in the dateline: no year is asserted",
    "anniversary": "the text marks an anniversary of a founding date",
    "lower bound": "the latest past day it speaks of: it is not older",
    "copy of a dated text": "another document with the same words has a date",
    "same act": "another report of the same act has a date",
    "none applies": "nothing in the text or beside it tells",
}
"""What each rule that dates a document rests on, strongest first."""

LANGUAGES = {
    "en": "English", "ru": "Russian", "ar": "Arabic", "be": "Belarusian", "de": "German",
    "es": "Spanish", "fa": "Persian", "fr": "French", "hy": "Armenian", "it": "Italian",
    "ja": "Japanese", "kk": "Kazakh", "ky": "Kyrgyz", "pl": "Polish", "pt": "Portuguese",
    "tg": "Tajik", "tr": "Turkish", "uk": "Ukrainian", "uz": "Uzbek", "zh": "Chinese",
}  # fmt: skip
RULED = ("en", "ru")  # languages with rules for positions

# Furniture that no rule for lines names: what markup or place shows.
FRAME, FRONT = "frame", "front matter"
OTHER_FURNITURE = {
    FRAME: "menu, header, footer, sidebar, form or button of a web page",
    FRONT: "what somebody wrote above the text: lines of name and value",
}


def name(documents: pd.DataFrame) -> pd.Series:
    """What a reader calls each document: its title, else its path."""
    return documents["title"].where(documents["title"] != "", documents["doc_id"])


def count_missed(documents: pd.DataFrame, skipped: pd.DataFrame) -> int:
    """Files that gave no document; not a bad row of a table, nor a name without a file.

    >>> documents = pd.DataFrame({"path": ["a.txt", "rows.csv"]})
    >>> skipped = pd.DataFrame({
    ...     "path": ["b.txt", "rows.csv", "c.txt"],
    ...     "reason": ["the file is empty", "row 2: no text", "named in manifest.csv, line 4, ..."],
    ... })
    >>> count_missed(documents, skipped)
    1
    """
    named = skipped["reason"].str.startswith(NAMED_IN_VAIN)
    return len(set(skipped.loc[~named, "path"]) - set(documents["path"]))


def describe_coverage(documents: pd.DataFrame, skipped: pd.DataFrame) -> str:
    """The corpus in two or three sentences: files, documents, dates, what is missing."""
    read, missed = documents["path"].nunique(), count_missed(documents, skipped)
    dates = tables.dated(documents)["date"]
    dated = dates[dates.str.len() == DAY]
    exact, vague = len(dated), int(dates.str.len().between(1, DAY - 1).sum())
    span = f" ({dated.min()} to {dated.max()})" if len(dated) else ""
    copies = int((documents["same_as"] != "").sum())
    return (
        f"{counted(read + missed, 'file')} found, {counted(len(documents), 'document')} read; "
        f"{counted(missed, 'file')} gave none. Dated to the day: {exact:,}{span}; to the "
        f"month or year: {vague:,}; undated: {len(documents) - exact - vague:,}; repeating "
        f"another document: {copies:,}."
    )


def describe_documents(documents: pd.DataFrame) -> pd.DataFrame:
    """One row per document, in order of date: what it is, where it lies, what it repeats."""
    ordered = _in_time(documents)
    return pd.DataFrame(
        {
            "Date": ordered["told"],
            "Document": name(ordered),
            "Outlet": ordered["outlet"],
            "Language": ordered["language"],
            "File": ordered["path"],
            "Characters": _span(ordered),
        }
    ).reset_index(drop=True)


def describe_dates(documents: pd.DataFrame) -> pd.DataFrame:
    """One row per document: its date, the rule that gave it and the words it rests on.

    "Published" is the date of the page, where what it tells has one of its own.
    """
    ordered = _in_time(documents)
    by_words = ordered["stated"] != ""
    return pd.DataFrame(
        {
            "Date": ordered["told"],
            "Document": ordered["doc_id"],
            "Rule": ordered["basis"].where(ordered["basis"] != "", "none applies"),
            "Rests on": ordered["stated_evidence"].where(by_words, ordered["date_evidence"]),
            "Published": ordered["published"].where(by_words, ""),
            "Fits as well": ordered["candidates"].str.replace("|", ", ", regex=False),
        }
    ).reset_index(drop=True)


def describe_files(documents: pd.DataFrame) -> pd.DataFrame:
    """One row per file: encoding, documents in it, and the hash that fixes its content."""
    return (
        documents.groupby("path", sort=True)
        .agg(Encoding=("encoding", "first"), Documents=("doc_id", "size"), Hash=("sha256", "first"))
        .assign(Hash=lambda files: files["Hash"].str[:16])
        .rename_axis("File")
        .reset_index()
        .rename(columns={"Hash": "SHA-256 (first 16)"})
    )


def describe_sources(documents: pd.DataFrame) -> str:
    """Who published the documents, in a sentence, and where the whole list stands."""
    outlets = documents.loc[documents["outlet"] != "", "outlet"].value_counts()
    ranked = sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))
    named = ", ".join(f"“{outlet}” ({n})" for outlet, n in ranked[:NAMED_OUTLETS])
    rest = len(ranked) - NAMED_OUTLETS
    others = f" and {counted(rest, 'other')}" if rest > 0 else ""
    without = int((documents["outlet"] == "").sum())
    nameless = f" {counted(without, 'document')} without a named outlet." if without else ""
    published = f"Documents by outlet: {named}{others}." if named else ""
    return (
        f"{published}{nameless} Every file, with the hash of its content and what its date rests "
        "on, is listed in the report on sources."
    ).strip()


def count_bases(documents: pd.DataFrame) -> pd.DataFrame:
    """One row per rule that gave a date: documents dated by it, and how precisely."""
    when = tables.dated(documents)
    basis = when["date_basis"].where(when["date_basis"] != "", "none applies")
    precision = when["date"].str.len().map({DAY: "day", 7: "month", 4: "year", 0: "undated"})
    counts = pd.crosstab(basis, precision).reindex(
        columns=["day", "month", "year", "undated"], fill_value=0
    )
    counts = counts.assign(documents=counts.sum(axis=1))
    return (
        counts.rename_axis("Rule")
        .reset_index()
        .assign(Means=lambda rules: rules["Rule"].map(_meaning))
        .loc[:, ["Rule", "Means", *counts.columns]]
        .sort_values(["documents", "Rule"], ascending=[False, True], kind="stable")
        .rename(columns={"documents": "Documents"})
        .rename_axis(columns=None)
        .reset_index(drop=True)
    )


def _meaning(rule: str) -> str:
    """What a rule that dates documents goes by.

    >>> _meaning("published (header)")
    "the page's date: a line of its own holds the date"
    """
    inner = rule.removeprefix(f"{tables.PUBLISHED} (").removesuffix(")")
    return BASES.get(rule) or (f"the page's date: {BASES[inner]}" if inner in BASES else "")


def count_languages(documents: pd.DataFrame) -> pd.DataFrame:
    """One row per language found: documents in it, of how many."""
    known = documents["language"].map(LANGUAGES).fillna(documents["language"])
    counts = known.replace("", "not recognised").value_counts()
    return (
        counts.rename_axis("Language")
        .reset_index(name="Documents")
        .sort_values(["Documents", "Language"], ascending=[False, True], kind="stable")
        .assign(Of=len(documents))
        .reset_index(drop=True)
    )


def describe_languages(documents: pd.DataFrame) -> str:
    """How many documents the rules for positions read, and how many they leave, in a sentence.

    >>> documents = pd.DataFrame({"language": ["en", "ru", "fr", ""]})
    >>> describe_languages(documents).partition(";")[0]
    '2 of 4 documents are in English or Russian and searched for positions'
    """
    n, ruled = len(documents), int(documents["language"].isin(RULED).sum())
    left = (
        f"; {n - ruled:,} {'is' if n - ruled == 1 else 'are'} read, dated where "
        "possible, and kept out of those rules"
        if ruled < n
        else ""
    )
    return (
        f"{ruled:,} of {counted(n, 'document')} {'is' if ruled == 1 else 'are'} in English or "
        f"Russian and searched for positions{left}."
    )


def _furniture(passages: pd.DataFrame) -> pd.DataFrame:
    return passages[(passages["kind"] == "furniture") & (passages["unit"] == "paragraph")]


def describe_cleaning(passages: pd.DataFrame) -> str:
    """How much of the texts was taken for page furniture, in a sentence."""
    paragraphs = passages[passages["unit"] == "paragraph"]
    furniture = _furniture(passages)
    size = (furniture["end"] - furniture["start"]).sum()
    total = (paragraphs["end"] - paragraphs["start"]).sum()
    share = 100 * size / total if total else 0.0
    return (
        f"{counted(len(furniture), 'passage')} of {len(paragraphs):,} in "
        f"{counted(furniture['doc_id'].nunique(), 'document')} of "
        f"{passages['doc_id'].nunique():,} "
        f"{'was' if len(furniture) == 1 else 'were'} taken for page furniture: {size:,} of "
        f"{total:,} characters ({share:.1f} %)."
    )


def count_furniture_kinds(passages: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """One row per kind of furniture: what it is, how often it stands, in how many documents."""
    meanings = {rule["name"]: rule["definition"] for rule in furniture_rules()} | OTHER_FURNITURE
    furniture = _furniture(passages)
    words = tables.words_of(furniture, texts)
    named = {one: _kind_of(one) for one in dict.fromkeys(words)}
    found = pd.DataFrame(
        {
            "Kind": [named[one] for one in words],
            "doc_id": furniture["doc_id"].to_list(),
            "Example": [_excerpt(one) for one in words],
        }
    )
    return (
        found.groupby("Kind", sort=True)
        .agg(
            Example=("Example", "first"), Times=("doc_id", "size"), Documents=("doc_id", "nunique")
        )
        .reset_index()
        .assign(Means=lambda kinds: kinds["Kind"].map(meanings))
        .sort_values(["Times", "Kind"], ascending=[False, True], kind="stable")
        .loc[:, ["Kind", "Means", "Example", "Times", "Documents"]]
        .reset_index(drop=True)
    )


def _kind_of(words: str) -> str:
    """The kind of one passage of furniture: that of its lines when they have one."""
    if words.startswith("---") and "\n" in words:
        return FRONT
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    named = [furniture_name(line) for line in lines]
    return named[0] if named and all(named) else FRAME


def _excerpt(words: str) -> str:
    """The words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_EXCERPT else f"{line[:LONGEST_EXCERPT].rstrip()} …"


def count_furniture(passages: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """The cleaning log: one row per text taken for page furniture, most frequent first.

    Nothing is deleted: furniture is labelled and kept out of the analyses.
    """
    furniture = _furniture(passages)
    words = [_excerpt(one) for one in tables.words_of(furniture, texts)]
    found = pd.DataFrame({"Text": words, "doc_id": furniture["doc_id"].to_list()})
    return (
        found.groupby("Text", sort=True)
        .agg(Times=("doc_id", "size"), Documents=("doc_id", "nunique"))
        .reset_index()
        .sort_values(["Times", "Text"], ascending=[False, True], kind="stable")
        .head(SHOWN_FURNITURE)
        .reset_index(drop=True)
    )


def _in_time(documents: pd.DataFrame) -> pd.DataFrame:
    """The documents in order of date, with the date as it is told and its rule.

    Those without a date, or with a bound on one side alone, come last.
    """
    when = tables.dated(documents)
    told = documents.assign(told=tables.told(when), basis=when["date_basis"], low=when["date_low"])
    told["open"] = (when["date_low"] == "") | (when["date_high"] == "")
    return told.sort_values(["open", "low", "doc_id"], kind="stable")


def list_copies(documents: pd.DataFrame) -> pd.DataFrame:
    """One row per document that repeats another."""
    copies = documents[documents["same_as"] != ""].sort_values("doc_id", kind="stable")
    return pd.DataFrame({"Document": copies["doc_id"], "Repeats": copies["same_as"]}).reset_index(
        drop=True
    )


def _span(frame: pd.DataFrame) -> pd.Series:
    """Where the document stands in its file, as characters from and to."""
    return frame["start"].astype(str) + "–" + frame["end"].astype(str)
