"""The examples of a codebook's cues, tried in full grammar: must match, must not match."""

import pandas as pd

from analysis.codebook import Codebook, examples
from analysis.statements import read_text
from analysis.statements.lexicon import read_lexicon

__all__ = ["check_examples"]


def check_examples(codebook: Codebook, cues: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per example that a cue fails: `file, line, row, problem`; empty when all is well.

    An example of a cue with a stance must give a position with that stance through one of the
    row's cues, one without a stance a statement; a near miss must give neither through this row.
    Words of judgement are tried in a text that speaks for itself, others in a report. `cues` may
    narrow the rows that are tried.
    """
    lexicon = read_lexicon(codebook.cues)
    failing: list[dict[str, str]] = []
    rows = codebook.cues if cues is None else cues
    for row in rows.to_dict("records"):
        for cell, wanted in (("match", True), ("near_miss", False)):
            for text in examples(row[cell]):
                if _fires(row, text, lexicon) != wanted:
                    problem = "does not match its example" if wanted else "matches its near miss"
                    place = {"file": row["file"], "line": row["line"], "row": row["cue"]}
                    failing.append(place | {"problem": f"{problem} {text!r}"})
    return pd.DataFrame(failing, columns=["file", "line", "row", "problem"])


def _fires(row: dict[str, str], text: str, lexicon) -> bool:
    """Whether a cue of the row is what gives the text its stance or statement."""
    own = row["kind"] in ("judgement", "phrase") or text.lower().startswith(("we ", "our ", "мы "))
    author = "Valdoria" if own else ""
    cues, stances = read_text(text, lexicon, author=author)
    mine = set(row["cue"].split("|"))
    if row["kind"] == "courtesy":
        return bool(mine & {cue for cue, kind in cues if kind == "courtesy"}) and not stances
    if row["stance"]:
        return row["stance"] in stances and bool(mine & {cue for cue, _ in cues})
    return bool(mine & {cue for cue, _ in cues})
