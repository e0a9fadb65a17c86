"""A sentence with the quotations it rests on, each with its place."""

from collections.abc import Sequence

import pandas as pd

from analysis import tables
from analysis.blocks.base import Block, BlockError, breakable, escape, literal, one_line

__all__ = ["Evidence"]

NEEDED = ("quote", "path", "start", "end")


class Evidence(Block):
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
        missing = [name for name in NEEDED if name not in rows.columns]
        if missing:
            raise BlockError(
                f"evidence without column {', '.join(missing)}: give quote, path, start and end"
            )
        about = [name for name in about if name in rows.columns]
        self.sentence = one_line(sentence)
        self.notes = [
            (one_line(quote), place, _beside(words))
            for quote, place, words in zip(
                rows["quote"],
                tables.cite(rows),
                rows[about].astype(str).to_numpy().tolist(),
                strict=True,
            )
        ]

    def html(self) -> str:
        items = "".join(
            f"<li><q>{escape(quote)}</q> "
            f'<span class="sp-about">{escape(about)}</span> '
            f'<cite class="sp-place">{breakable(place)}</cite></li>'
            for quote, place, about in self.notes
        )
        n = len(self.notes)
        evidence = (
            f"<details><summary>{n} passage{'s' * (n != 1)}</summary><ol>{items}</ol></details>"
            if n
            else ""
        )
        return f'<div class="sp-evidence"><p>{escape(self.sentence)}</p>{evidence}</div>'

    def typst(self) -> str:
        notes = "".join(
            f"(quote: {literal(quote)}, about: {literal(about)}, place: {literal(place)}), "
            for quote, place, about in self.notes
        )
        return f"#sp-evidence({literal(self.sentence)}, ({notes}))"

    def plain(self) -> str:
        lines = [
            " ".join(filter(None, ("  -", f"“{quote}”", about, f"({place})")))
            for quote, place, about in self.notes
        ]
        return "\n".join([self.sentence, *lines])


def _beside(words: Sequence[str]) -> str:
    """What stands beside a quote: holders joined by ``|`` in a cell are set apart by a point."""
    return ", ".join(" · ".join(one_line(word).split("|")) for word in words if word)
