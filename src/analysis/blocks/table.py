"""A table a reader can use: long cells wrap, numbers stand right, an empty one says so in words."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress
from typing import Literal

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from analysis.blocks.base import (
    Block,
    BlockError,
    breakable,
    escape,
    literal,
    number_mark,
    one_line,
)
from analysis.blocks.widths import plan_columns

__all__ = ["Table"]

# Columns whose cells hold several values joined by ``|``; shown with a raised point between them.
LISTS = ("aliases", "candidates", "holder", "members", "terms", "themes")
# Columns of identifiers, which may break anywhere; and what ``cite`` gives.
PLACES = ("doc_id", "path", "position_id", "sha256", "source", "text_path")
PLACE = re.compile(r".+:\d+-\d+", re.DOTALL)
LINK = re.compile(r"https?://[^\s<>\"]+")

Kind = Literal["text", "short", "quote", "redline", "number", "place", "link"]
CLASSES: Mapping[Kind, str] = {
    "short": "sp-short",
    "quote": "sp-quote",
    "redline": "sp-quote",
    "number": "sp-num",
    "place": "sp-place",
    "link": "sp-place",
}
REDLINE = re.compile(r"\[-(?P<dropped>.*?)-\]|\{\+(?P<added>.*?)\+\}")
PRINTED = 1000  # rows: some 80 pages; who needs more needs the table as a file
SHORT = 14  # characters; dates and single words up to this stay in one line


class Table(Block):
    """Rows of a table under headings for people.

    A column that is empty in every row is left out, and the note below the table says so.

    Parameters
    ----------
    frame
        The rows, in the order to show. The index is not shown.
    title
        What the table shows, as a sentence.
    columns
        The columns to show, in order; all when not given.
    headings
        Heading for a column; others take their name with blanks for underscores.
    note
        How to read it, below the table.
    empty
        What to say when there is no row.
    quotes
        Columns of verbatim words, set as quotations.
    redlines
        Columns that mark dropped words as ``[-...-]`` and added ones as ``{+...+}``.
    lists
        Columns whose cells join several values by ``|``.
    weights
        Widths of the columns shown in the PDF, relative to each other; else planned from the cells.
    decimals
        Digits after the point, for all columns of fractions or by column.
    highlight
        True for each row to set apart, in the order of the rows.
    under
        For a column, another whose cells stand small below its own: the place below a quotation.
    wide
        Landscape pages in the PDF: yes, no, or only where the columns do not fit otherwise.
    printed
        Most rows for the PDF; it says so when it leaves any out. HTML has them all.

    Raises
    ------
    BlockError
        For a column that the frame does not have.

    >>> Table(pd.DataFrame({"theme": ["ports"], "n_both": [3]}), title="Themes together")
    Themes together
    Theme | N both
    ports | 3
    """

    def __init__(
        self,
        frame: pd.DataFrame,
        title: str = "",
        *,
        columns: Sequence[str] | None = None,
        headings: Mapping[str, str] | None = None,
        note: str = "",
        empty: str = "No rows: nothing was found.",
        quotes: Collection[str] = ("quote",),
        lists: Collection[str] = LISTS,
        weights: Sequence[float] | None = None,
        decimals: int | Mapping[str, int] = 2,
        highlight: Sequence[bool] | None = None,
        wide: bool | None = None,
        redlines: Collection[str] = ("redline",),
        under: Mapping[str, str] | None = None,
        printed: int = PRINTED,
    ) -> None:
        headings, under = headings or {}, under or {}
        shown = list(frame.columns if columns is None else columns)
        for what, names in (("columns", shown), ("headings", headings), ("under", under.values())):
            _known(what, names, frame)
        self.title, self.note, self.empty = one_line(title), one_line(note), one_line(empty)
        cells = {
            name: _cells(frame[name], name in lists and name not in quotes, _digits(decimals, name))
            for name in shown
        }
        head = {name: headings.get(name, _heading(str(name))) for name in shown}
        filled = [any(cells[name]) for name in shown]
        if len(frame) and any(filled) and not all(filled):
            bare = ", ".join(head[name] for name, has in zip(shown, filled, strict=True) if not has)
            self.note = f"{self.note} No row has a value for {bare}.".strip()
            weights = list(compress(weights, filled)) if weights is not None else None
            shown = list(compress(shown, filled))
        self.headings = [head[name] for name in shown]
        self.kinds = [
            "redline" if name in redlines else _kind(frame[name], name in quotes, cells[name])
            for name in shown
        ]
        self.rows = list(zip(*(cells[name] for name in shown), strict=True)) if shown else []
        self.under = {
            i: _cells(frame[under[name]], under[name] in lists, _digits(decimals, under[name]))
            for i, name in enumerate(shown)
            if name in under
        }
        self.layout = plan_columns(
            [[head[name], *self._whole(i, cells[name])] for i, name in enumerate(shown)],
            self.kinds,
            weights=weights,
            wide=wide,
        )
        self.printed = printed
        self.highlight = [bool(mark) for mark in highlight] if highlight is not None else []

    def html(self) -> str:
        title = f'<caption class="sp-title">{number_mark("table")}{escape(self.title)}</caption>'
        note = f'<p class="sp-under">{escape(self.note)}</p>' if self.note else ""
        if not self.rows:
            return (
                f'<div class="sp-table"><p class="sp-title">{escape(self.title)}</p>'
                f'<p class="sp-empty">{escape(self.empty)}</p>{note}</div>'
            )
        heads = "".join(
            f'<th scope="col"{self._class(i)}>{escape(heading)}</th>'
            for i, heading in enumerate(self.headings)
        )
        body = "".join(self._row(i, row) for i, row in enumerate(self.rows))
        return (
            f'<div class="sp-table"><div class="sp-scroll" tabindex="0" role="region" '
            f'aria-label="{escape(self.title or "Table")}"><table>{title}'
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>{note}</div>"
        )

    def _class(self, i: int) -> str:
        name = CLASSES.get(self.kinds[i], "")
        return f' class="{name}"' if name else ""

    def _row(self, number: int, row: Sequence[str]) -> str:
        mark = ' class="sp-mark"' if self.highlight and self.highlight[number] else ""
        cells = "".join(
            f"<td{self._class(i)}>{_shown(cell, self.kinds[i])}{self._below(i, number)}</td>"
            for i, cell in enumerate(row)
        )
        return f"<tr{mark}>{cells}</tr>"

    def _below(self, column: int, row: int) -> str:
        """What stands small below a cell, as HTML."""
        words = self.under[column][row] if column in self.under else ""
        if not words:
            return ""
        name = "sp-place" if PLACE.fullmatch(words) else "sp-under"
        return f' <div class="{name}">{breakable(words)}</div>'

    def typst(self) -> str:
        shown = self.rows[: self.printed]
        rows = "".join(
            f"({_listed(self._printed(i, n, cell) for i, cell in enumerate(row))}), "
            for n, row in enumerate(shown)
        )
        marks = _listed(str(i) for i, mark in enumerate(self.highlight) if mark)
        left_out = f"The first {len(shown):,} of {len(self.rows):,} rows; the HTML report has all."
        note = self.note if len(shown) == len(self.rows) else f"{left_out} {self.note}".strip()
        return (
            f"#sp-table(title: {literal(self.title)}, note: {literal(note)}, "
            f"empty: {literal(self.empty)}, wide: {str(self.layout.wide).lower()}, "
            f"size: {self.layout.size:g}, headings: ({_listed(map(literal, self.headings))}), "
            f"kinds: ({_listed(map(literal, self.kinds))}), "
            f"columns: ({_listed(self.layout.columns)}), marks: ({marks}), rows: ({rows}))"
        )

    def _whole(self, column: int, cells: Sequence[str]) -> list[str]:
        """The cells of a column, each with what stands below it, as one text."""
        below = self.under.get(column, [""] * len(cells))
        return [
            f"{cell} ({words})" if words else cell for cell, words in zip(cells, below, strict=True)
        ]

    def _printed(self, column: int, row: int, cell: str) -> str:
        """A cell for typst: its words, or a pair of these and what stands small below."""
        words = self.under[column][row] if column in self.under else ""
        return f"({literal(cell)}, {literal(words)})" if words else literal(cell)

    def plain(self) -> str:
        if not self.rows:
            return f"{self.title}\n{self.empty}".strip()
        columns = [self._whole(i, cells) for i, cells in enumerate(zip(*self.rows, strict=True))]
        lines = [" | ".join(row) for row in [self.headings, *zip(*columns, strict=True)]]
        return "\n".join(line for line in [self.title, *lines, self.note] if line)


def _known(what: str, names: Collection[str], frame: pd.DataFrame) -> None:
    """Refuse names that the frame does not have."""
    unknown = [str(name) for name in names if name not in frame.columns]
    if unknown:
        raise BlockError(
            f"{what} of a Table name {', '.join(unknown)}; the frame has "
            f"{', '.join(map(str, frame.columns))}"
        )


def _heading(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _kind(column: pd.Series, quoted: bool, cells: Sequence[str]) -> Kind:
    """What the cells are, which says how they are set."""
    if quoted:
        return "quote"
    if is_numeric_dtype(column) and not is_bool_dtype(column):
        return "number"
    filled = [cell for cell in cells if cell]
    if filled and all(map(LINK.fullmatch, filled)):
        return "link"
    if column.name in PLACES or (filled and all(map(PLACE.fullmatch, filled))):
        return "place"
    return "short" if max(map(len, filled), default=0) <= SHORT else "text"


def _shown(cell: str, kind: Kind) -> str:
    """A cell as HTML."""
    if kind == "link" and cell:
        return f'<a href="{escape(cell)}">{breakable(cell)}</a>'
    if kind == "redline":
        return REDLINE.sub(_changed, escape(cell))
    return breakable(cell) if kind == "place" else escape(cell)


def _changed(found: re.Match[str]) -> str:
    """Dropped or added words of a redline as HTML."""
    if found["dropped"] is not None:
        return f"<del>{found['dropped']}</del>"
    return f"<ins>{found['added']}</ins>"


def _listed(items: Iterable[str]) -> str:
    """Items of a typst array; a comma after each, since one item needs it."""
    return "".join(f"{item}, " for item in items)


def _digits(decimals: int | Mapping[str, int], name: str) -> int:
    return decimals if isinstance(decimals, int) else decimals.get(name, 2)


def _cells(column: pd.Series, several: bool, digits: int) -> list[str]:
    """The cells of a column as they are shown; missing values are empty."""
    missing = column.isna().tolist()
    return [
        "" if gone else _cell(value, several, digits)
        for value, gone in zip(column.tolist(), missing, strict=True)
    ]


def _cell(value: object, several: bool, digits: int) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if digits == 0 else f"{value:.{digits}f}"
    text = one_line(str(value))
    return " · ".join(part for part in text.split("|") if part) if several else text
