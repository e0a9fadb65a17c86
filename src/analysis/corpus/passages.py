"""Documents -> passages: every paragraph with its kind, every sentence of a body."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis import tables
from analysis.dates import Expression
from analysis.formats import RECORD_SUFFIXES
from analysis.text import Block, layout, split_sentences

__all__ = ["Texts", "blocks_of", "split_passages", "without_furniture"]

_COLUMNS = ("passage_id", "doc_id", "unit", "kind", "start", "end", "repeat_of")
_LEAST_REPEATED = 30
"""Characters; a shorter sentence ("He agreed.") may well be said twice."""
_MOST_SAID = 2
"""Times; beyond it a short sentence too is one that a page repeats."""


class Texts(dict[str, str]):
    """Texts by document, together with what reading has found in them already.

    A plain mapping does as well: what is not there is found again, save the parts of a page that
    only its markup shows to be the site's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.blocks: dict[str, list[Block]] = {}
        """Blocks of a file's whole text, by its first document."""
        self.expressions: dict[str, list[Expression]] = {}
        """Date expressions of a document."""


def split_passages(documents: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """The table ``passages``: one row per paragraph or sentence.

    A paragraph stands before its sentences. Furniture outside the items of a file is listed with
    the nearest of them. ``repeat_of`` names the earlier sentence of the same document that a
    sentence repeats word for word (a page that quotes twice has not said it twice); a short one
    counts as repeated from its third time on.

    >>> documents = tables.from_rows("documents", [
    ...     dict(doc_id="a", path="a.txt", item=1, start=10, end=24)])
    >>> split_passages(documents, {"a": "All news\\n\\nThe envoys met."})[
    ...     ["passage_id", "kind", "start"]].values.tolist()
    [['a:p1', 'furniture', 0], ['a:p2', 'body', 10], ['a:s1', 'body', 10]]
    """
    columns: dict[str, list] = {name: [] for name in _COLUMNS}
    known = texts.blocks if isinstance(texts, Texts) else {}
    for doc_ids, starts, path in _files(documents):
        text = texts[doc_ids[0]]
        blocks = known.get(doc_ids[0]) or blocks_of(path, text)
        _add_file(columns, text, blocks, doc_ids, starts)
    return tables.check("passages", pd.DataFrame(columns))


def blocks_of(path: str, text: str, site: Sequence[tuple[int, int]] = ()) -> list[Block]:
    """The blocks of a text; the row of a table of texts is body text throughout."""
    blocks = layout(text, site)
    if path[path.rfind(".") :].lower() in RECORD_SUFFIXES:
        return [block._replace(kind="body", rule="") for block in blocks]
    return blocks


def without_furniture(text: str, blocks: Sequence[Block]) -> str:
    """The text with blanks for its furniture, every other character in its place.

    >>> without_furniture("Home. They met.", [Block(0, 5, "furniture"), Block(6, 15, "body")])
    '      They met.'
    """
    parts, at = [], 0
    for block in blocks:
        if block.kind == "furniture":
            parts += [text[at : block.start], " " * (block.end - block.start)]
            at = block.end
    return "".join([*parts, text[at:]]) if parts else text


def _files(documents: pd.DataFrame) -> Iterator[tuple[list[str], list[int], str]]:
    """Documents by file: ids and starts of the items that share a text, and its path."""
    doc_ids: list[str] = []
    starts: list[int] = []
    before = ("", 0)
    rows = zip(
        documents["doc_id"], documents["path"], documents["start"], documents["item"], strict=True
    )
    for doc_id, path, start, item in rows:
        record = path[path.rfind(".") :].lower() in RECORD_SUFFIXES
        if doc_ids and (path != before[0] or item <= before[1] or record):
            yield doc_ids, starts, before[0]
            doc_ids, starts = [], []
        doc_ids.append(doc_id)
        starts.append(int(start))
        before = (path, item)
    if doc_ids:
        yield doc_ids, starts, before[0]


def _add_file(
    columns: dict[str, list],
    text: str,
    blocks: Sequence[Block],
    doc_ids: list[str],
    starts: list[int],
) -> None:
    sentences = split_sentences(text, blocks)
    at, last = 0, len(sentences)
    owner, n_paragraphs, n_sentences = "", 0, 0
    ids, owners, units, kinds, lows, highs, repeats = columns.values()
    said: dict[str, tuple[str, int]] = {}
    for number, block in enumerate(blocks):
        doc_id = doc_ids[max(bisect_right(starts, block.start) - 1, 0)]
        if doc_id != owner:
            owner, n_paragraphs, n_sentences = doc_id, 0, 0
            said = {}
        n_paragraphs += 1
        ids.append(f"{doc_id}:p{n_paragraphs}")
        owners.append(doc_id)
        units.append("paragraph")
        kinds.append(block.kind)
        lows.append(block.start)
        highs.append(block.end)
        repeats.append("")
        while at < last and sentences[at][0] == number:
            n_sentences += 1
            ids.append(f"{doc_id}:s{n_sentences}")
            owners.append(doc_id)
            units.append("sentence")
            kinds.append("body")
            lows.append(sentences[at][1])
            highs.append(sentences[at][2])
            words = " ".join(text[sentences[at][1] : sentences[at][2]].split()).casefold()
            first, times = said.get(words, (ids[-1], 0))
            said[words] = (first, times + 1)
            again = times and (len(words) >= _LEAST_REPEATED or times >= _MOST_SAID)
            repeats.append(first if again else "")
            at += 1
