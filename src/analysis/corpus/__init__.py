"""A folder of texts -> documents -> passages, with nothing lost on the way.

``read_folder`` reads every file below a folder, cuts each into its items, dates them, finds their
language and which repeat another; a file that gives no document leaves a row that says why.
``split_passages`` cuts the documents into paragraphs and sentences.
"""

import functools
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pandas as pd
from tqdm import tqdm

from analysis import tables
from analysis.corpus.copies import find_copies
from analysis.corpus.dating import date_item
from analysis.corpus.decisions import contradict, decisions_in
from analysis.corpus.files import CorpusError, Source, list_files, read_source
from analysis.corpus.items import Item, split_items
from analysis.corpus.language import language_of
from analysis.corpus.manifest import Manifest, ManifestError, read_manifest
from analysis.corpus.metadata import front_matter
from analysis.corpus.orders import settle_orders
from analysis.corpus.passages import Texts, blocks_of, split_passages, without_furniture
from analysis.dates import find_expressions
from analysis.dates.calendar import Calendar
from analysis.dates.published import Published
from analysis.dates.stated import TOLD
from analysis.formats import RECORD_SUFFIXES, SUFFIXES, FileText
from analysis.text import Block, display
from analysis.text.headers import outlet_of, place_of

__all__ = ["Corpus", "CorpusError", "ManifestError", "read_folder", "split_passages"]


@dataclass(frozen=True)
class Corpus:
    """What was read: the tables of documents and skipped files, and the texts behind them."""

    documents: pd.DataFrame
    skipped: pd.DataFrame
    texts: Mapping[str, str]


def read_folder(
    folder: Path,
    *,
    manifest: Path | None = None,
    actors: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
    progress: bool = False,
) -> Corpus:
    """Every text below a folder, or every row of one .jsonl, .csv or .parquet file.

    ``actors`` (founding dates) and ``events`` (a calendar) are frames of the codebook that help to
    date what names no day itself. ``progress`` shows a bar.

    Raises
    ------
    CorpusError
        There is nothing to read.
    ManifestError
        The manifest has a fault.
    """
    folder = Path(folder)
    if manifest is None and (folder / "manifest.csv").is_file():
        manifest = folder / "manifest.csv"
    told = read_manifest(Path(manifest)) if manifest else Manifest()
    files = list_files(folder, manifest)
    known = {shown for shown, _ in files}
    names = _doc_names([shown for shown, _ in files])
    calendar = Calendar(actors, events)
    rows: list[dict] = []
    skipped: list[dict] = []
    texts = Texts()
    contents: list[str] = []
    for shown, path in tqdm(files, desc="reading", unit="file", disable=not progress):
        source = read_source(shown, path)
        found = list(_documents(source, names[shown], told, calendar, texts))
        if not found:
            skipped.append({"path": shown, "reason": source.reason or "only page furniture"})
        skipped += [{"path": shown, "reason": fault} for fault in source.faults]
        known |= {record.get("id", "") for record in source.records.values()}
        for row, text, content in found:
            rows.append(row)
            texts[row["doc_id"]] = text
            contents.append(content)
    skipped += told.absent(known)
    if not rows:
        raise CorpusError(_nothing_read(folder, len(files), skipped))
    settle_orders(rows)
    _mark_copies(rows, contents)
    _name_refused(rows)
    return Corpus(tables.from_rows("documents", rows), tables.from_rows("skipped", skipped), texts)


def _nothing_read(folder: Path, n_files: int, skipped: list[dict]) -> str:
    """What to say where no file of a corpus gives a text."""
    reasons = "; ".join(f"{row['path']}: {row['reason']}" for row in skipped[:3])
    more = f"; and {len(skipped) - 3} more" if len(skipped) > 3 else ""
    tried = "one file was" if n_files == 1 else f"{n_files:,} files were"
    read = ", ".join(sorted(SUFFIXES | RECORD_SUFFIXES))
    return (
        f"{folder}: no file gives a text ({reasons}{more}); {tried} tried. Put in files with words "
        f"in them, of a type that is read: {read} (a table needs a column named text)"
    )


def _doc_names(paths: list[str]) -> dict[str, str]:
    """Path -> name of its documents: without extension, unless two files would share it."""
    stems = [PurePosixPath(path).with_suffix("").as_posix() for path in paths]
    shared = {stem for stem, count in Counter(stems).items() if count > 1}
    return {path: path if stem in shared else stem for path, stem in zip(paths, stems, strict=True)}


def _documents(
    source: Source,
    name: str,
    told: Manifest,
    calendar: Calendar,
    texts: Texts,
) -> Iterator[tuple[dict, str, str]]:
    """Row, text of the file and words of each document of a file.

    What was found on the way is left with ``texts``.
    """
    ids: set[str] = set()
    rows = source.records or {1: {}}
    for (number, record), content in zip(rows.items(), source.texts, strict=False):
        key = record.get("id") or (f"{name}#{number}" if record else name)
        key = key if key not in ids else f"{key}#{number}"
        ids.add(key)
        blocks = blocks_of(source.path, content.text, content.site)
        words = without_furniture(content.text, blocks)
        items = split_items(blocks) if not record else _whole(content, blocks)
        given = _given(source, record, blocks, content.text, told)
        main = max(items, key=lambda item: item.end - item.start) if len(items) > 1 else None
        for at, item in enumerate(items, start=1):
            # What is said of a file with several items is said of its longest, the article.
            said = given if main in (None, item) else {k: given.get(k, "") for k in _OF_THE_PAGE}
            doc_id = key if at == 1 else f"{key}#{at}"
            find = functools.cache(functools.partial(find_expressions, words, item.start, item.end))
            when = date_item(
                content,
                PurePosixPath(source.path).stem,
                item,
                words,
                alone=main is None,
                told=said,
                calendar=calendar,
                expressions=find,
            )
            if at == 1:
                texts.blocks[doc_id] = blocks
            if find.cache_info().currsize:
                texts.expressions[doc_id] = find()
            place = {"doc_id": doc_id, "path": source.path, "item": number if record else at}
            row = place | _row(content, item, said, when, main is None, name)
            yield row, content.text, words[item.start : item.end]


_OF_THE_PAGE = ("outlet", "language", "source_url")


def _given(
    source: Source,
    record: Mapping[str, str],
    blocks: Sequence[Block],
    text: str,
    told: Manifest,
) -> dict[str, str]:
    """What the analyst says of a text: manifest over sidecar or row over front matter."""
    said = told.rows.get(record.get("id") or source.path, {})
    front = blocks and blocks[0].rule == "front matter"
    layers = {
        "front matter": front_matter(text[: blocks[0].end]) if front else {},
        "sidecar": source.sidecar,
        "row": record,
        "manifest": said,
    }
    given: dict[str, str] = {}
    for basis, values in layers.items():
        given |= {key: value for key, value in values.items() if value}
        if values.get("published"):
            given["basis"] = "manifest" if basis == "row" else basis
    return given


def _whole(content: FileText, blocks: Sequence[Block]) -> list[Item]:
    return [Item(0, len(content.text), tuple(blocks))] if blocks else []


def _row(
    content: FileText, item: Item, given: dict, when: Published, alone: bool, name: str
) -> dict:
    text = content.text
    body = _beginning(text, item)
    headings = [b for b in item.blocks if b.kind == "heading"]
    datelines = [text[b.start : b.end] for b in item.blocks if b.kind == "dateline"]
    title = display(text[headings[0].start : headings[0].end]) if headings else ""
    return {
        "start": item.start,
        "end": item.end,
        "encoding": content.encoding,
        "text_path": _text_path(name) if content.extracted else "",
        "language": given.get("language") or language_of(body or title),
        "title": given.get("title") or (alone and content.title) or title,
        "author": given.get("author", ""),
        "outlet": given.get("outlet") or next(filter(None, map(outlet_of, datelines)), ""),
        "place": given.get("place") or next(filter(None, map(place_of, datelines)), ""),
        **when.cells,
        "date_evidence": display(when.evidence),
        "refused": "" if _said(when.basis) else given.get("published", ""),
        "source_url": given.get("source_url", ""),
        "sha256": content.sha256,
    }


_LONGEST_NAME = 200
"""Bytes; file systems allow 255, and the extension comes behind."""


def _text_path(name: str) -> str:
    """Where the extracted text is kept: by the document's name, shortened where it is too long."""
    folder, _, last = name.rpartition("/")
    if len(last.encode()) > _LONGEST_NAME:
        last = f"{last[:40]}-{hashlib.sha256(last.encode()).hexdigest()[:16]}"
    return "/".join(part for part in ("texts", folder, f"{last}.txt") if part)


def _beginning(text: str, item: Item) -> str:
    """Enough of an item's body to tell its language."""
    parts, size = [], 0
    for block in item.blocks:
        if block.kind == "body":
            parts.append(text[block.start : block.end])
            size += block.end - block.start
            if size > 1_000:
                break
    return "\n".join(parts)


def _mark_copies(rows: list[dict], contents: Sequence[str]) -> None:
    """Fill ``same_as``; an undated copy takes the day of the dated ones, when they agree."""
    repeats = find_copies(contents)
    groups: dict[int, list[dict]] = {}
    for number, (row, original) in enumerate(zip(rows, repeats, strict=True)):
        if original >= 0 and contradict(*(decisions_in(contents[n]) for n in (number, original))):
            original = -1  # the form of a monthly statement, with another decision in it
        row["same_as"] = rows[original]["doc_id"] if original >= 0 else ""
        groups.setdefault(original if original >= 0 else number, []).append(row)
    for members in groups.values():
        _lend_date(members)


def _said(basis: str) -> bool:
    """Whether the analyst gave the date, be it that a dateline makes it finer."""
    return basis.startswith(TOLD)


def _lend_date(rows: list[dict]) -> None:
    """Give the undated among copies of one text the one day that the others carry."""
    dated = [row for row in rows if row["published_precision"] == "day"]
    if len({row["published"] for row in dated}) != 1:
        return
    lender = dated[0]
    for row in rows:
        if row["published_precision"] != "day" and not _said(row["date_basis"]):
            for column in ("published", "published_precision", "published_low", "published_high"):
                row[column] = lender[column]
            row["candidates"] = ""
            row["date_basis"] = "copy of a dated text"
            row["date_evidence"] = f"{lender['doc_id']}: {lender['date_evidence']}"


def _name_refused(rows: list[dict]) -> None:
    """Name in the evidence a date that was told and is none, whatever dates the text instead.

    It comes last: what settles the dates reads the evidence as the text's own words.
    """
    for row in rows:
        if given := row.pop("refused"):
            refused = f"given as '{given}', which is no date"
            row["date_evidence"] = "; ".join(filter(None, (row["date_evidence"], refused)))
