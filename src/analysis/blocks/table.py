"""A table a reader can use: long cells wrap, numbers stand right, an empty one says so in words."""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from analysis.blocks.base import Block, BlockError, escape, literal, one_line
from analysis.blocks.picture import _number

__all__ = ["Table"]

# Columns whose cells hold several values joined by ``|``; shown with a raised point between them.
LISTS = ("aliases", "candidates", "holder", "members", "terms", "themes")
WIDEST = 48  # characters; a longer cell wraps, and needs no more of the page than this
NARROWEST = 5


class Table(Block):
    """Rows of a table under headings for people.

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
    lists
        Columns whose cells join several values by ``|``.
    weights
        Width of a column relative to the others in the PDF; else taken from its contents.
    decimals
        Digits after the point, for all columns of fractions or by column.
    highlight
        True for each row to set apart, in the order of the rows.
    wide
        Put the table on landscape pages of the PDF.
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
        weights: Mapping[str, float] | None = None,
        decimals: int | Mapping[str, int] = 2,
        highlight: Sequence[bool] | None = None,
        wide: bool = False,
    ) -> None:
        headings = headings or {}
        shown = list(frame.columns if columns is None else columns)
        _known("columns", shown, frame)
        _known("headings", headings, frame)
        _known("weights", weights or {}, frame)
        self.title, self.note, self.empty = one_line(title), one_line(note), one_line(empty)
        self.wide = wide
        self.names = [str(name) for name in shown]
        self.headings = [headings.get(name, _heading(str(name))) for name in shown]
        self.numeric = [_is_number(frame[name]) for name in shown]
        self.quoted = [name in quotes for name in shown]
        cells = [
            _cells(frame[name], name in lists and name not in quotes, _digits(decimals, name))
            for name in shown
        ]
        self.rows = list(zip(*cells, strict=True)) if cells else []
        self.weights = [
            (weights or {}).get(name, _weight(heading, column))
            for name, heading, column in zip(shown, self.headings, cells, strict=True)
        ]
        self.highlight = [bool(mark) for mark in highlight] if highlight is not None else []

    def html(self) -> str:
        title = f'<caption class="sp-title">{_number("table")}{escape(self.title)}</caption>'
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
        kind = "sp-num" if self.numeric[i] else "sp-quote" if self.quoted[i] else ""
        return f' class="{kind}"' if kind else ""

    def _row(self, number: int, row: Sequence[str]) -> str:
        mark = ' class="sp-mark"' if self.highlight and self.highlight[number] else ""
        cells = "".join(f"<td{self._class(i)}>{escape(cell)}</td>" for i, cell in enumerate(row))
        return f"<tr{mark}>{cells}</tr>"

    def typst(self) -> str:
        rows = "".join(f"({''.join(literal(cell) + ', ' for cell in row)}), " for row in self.rows)
        kinds = [
            "number" if number else "quote" if quoted else "text"
            for number, quoted in zip(self.numeric, self.quoted, strict=True)
        ]
        marks = "".join(f"{i}, " for i, mark in enumerate(self.highlight) if mark)
        return (
            f"#sp-table(title: {literal(self.title)}, note: {literal(self.note)}, "
            f"empty: {literal(self.empty)}, wide: {str(self.wide).lower()}, "
            f"headings: ({''.join(literal(name) + ', ' for name in self.headings)}), "
            f"kinds: ({''.join(literal(kind) + ', ' for kind in kinds)}), "
            f"weights: ({''.join(f'{weight:g}, ' for weight in self.weights)}), "
            f"marks: ({marks}), rows: ({rows}))"
        )

    def plain(self) -> str:
        if not self.rows:
            return f"{self.title}\n{self.empty}".strip()
        lines = [" | ".join(row) for row in [self.headings, *self.rows]]
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


def _is_number(column: pd.Series) -> bool:
    return is_numeric_dtype(column) and not is_bool_dtype(column)


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


def _weight(heading: str, column: Sequence[str]) -> float:
    """Room a column asks for: its usual cell, but never less than its longest word."""
    lengths = sorted(map(len, column)) or [0]
    usual = lengths[int(0.9 * (len(lengths) - 1))]
    words = [len(word) for cell in [heading, *column] for word in cell.split()]
    return float(max(min(usual, WIDEST), min(max(words, default=0), WIDEST / 2), NARROWEST))
