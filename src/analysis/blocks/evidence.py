"""Quotations with their place: below a sentence that rests on them, or on their own."""

from collections.abc import Sequence

import pandas as pd

from analysis.blocks.base import Block, BlockError, breakable, cite, escape, literal, one_line

__all__ = ["Evidence", "Quotes"]

NEEDED = ("quote", "path", "start", "end")


class _Quoted(Block):
    """Rows with a quote and its place, made ready to be shown."""

    def __init__(self, rows: pd.DataFrame, about: Sequence[str]) -> None:
        missing = [name for name in NEEDED if name not in rows.columns]
        if missing:
            raise BlockError(
                f"evidence without column {', '.join(missing)}: give quote, path, start and end"
            )
        about = [name for name in about if name in rows.columns]
        self.notes = [
            (one_line(quote), place, _beside(words))
            for quote, place, words in zip(
                rows["quote"],
                cite(rows),
                rows[about].astype(str).to_numpy().tolist(),
                strict=True,
            )
        ]

    def _items(self) -> list[str]:
        return [
            f"<li><q>{escape(quote)}</q> "
            f'<span class="sp-about">{escape(about)}</span> '
            f'<cite class="sp-place">{breakable(place)}</cite></li>'
            for quote, place, about in self.notes
        ]

    def _calls(self) -> str:
        return "".join(
            f"(quote: {literal(quote)}, about: {literal(about)}, place: {literal(place)}), "
            for quote, place, about in self.notes
        )

    def _lines(self) -> list[str]:
        return [
            f"“{quote}” {about} ({place})".replace("  ", " ") for quote, place, about in self.notes
        ]


def _beside(words: Sequence[str]) -> str:
    """What stands beside a quote: holders joined by ``|`` in a cell are set apart by a point."""
    return ", ".join(" · ".join(one_line(word).split("|")) for word in words if word)


class Evidence(_Quoted):
    """A sentence of the report with the passages it rests on.

    In HTML the passages open below the sentence; in the PDF they are numbered notes at the end.

    Parameters
    ----------
    sentence
        What the report says, in plain text.
    rows
        One row per passage, with ``quote``, ``path``, ``start`` and ``end``.
    about
        Columns named beside the quote, when the rows have them.
    """

    def __init__(
        self,
        sentence: str,
        rows: pd.DataFrame,
        *,
        about: Sequence[str] = ("holder", "date"),
    ) -> None:
        super().__init__(rows, about)
        self.sentence = one_line(sentence)

    def html(self) -> str:
        n = len(self.notes)
        evidence = (
            f"<details><summary>{n} passage{'s' * (n != 1)}</summary>"
            f"<ol>{''.join(self._items())}</ol></details>"
            if n
            else ""
        )
        return f'<div class="sp-evidence"><p>{escape(self.sentence)}</p>{evidence}</div>'

    def typst(self) -> str:
        return f"#sp-evidence({literal(self.sentence)}, ({self._calls()}))"

    def plain(self) -> str:
        return "\n".join([self.sentence, *(f"  - {line}" for line in self._lines())])


class Quotes(_Quoted):
    """Quotations one below the other, each with its place; no rows give a sentence that says so."""

    def __init__(
        self,
        rows: pd.DataFrame,
        *,
        title: str = "",
        empty: str = "No passage was found.",
        about: Sequence[str] = ("holder", "date"),
    ) -> None:
        super().__init__(rows, about)
        self.title = one_line(title)
        self.empty = one_line(empty)

    def html(self) -> str:
        title = f'<p class="sp-title">{escape(self.title)}</p>' if self.title else ""
        if not self.notes:
            return (
                f'<div class="sp-quotes">{title}<p class="sp-empty">{escape(self.empty)}</p></div>'
            )
        return f'<div class="sp-quotes">{title}<ul>{"".join(self._items())}</ul></div>'

    def typst(self) -> str:
        return (
            f"#sp-quotes(title: {literal(self.title)}, empty: {literal(self.empty)}, "
            f"({self._calls()}))"
        )

    def plain(self) -> str:
        return "\n".join([self.title, *(self._lines() or [self.empty])]).strip()
