"""The coding rules of a subject, kept as CSV files that a person reads and changes.

A codebook is a folder with any of actors.csv, cues.csv, themes.csv and events.csv. Each rule has a
definition, an example it must match and a near miss it must not, and `check_examples` tries them.
The general cues of the language ship with the package and always apply; a folder adds its own.
A wrong line is an error that names file and line and says how to put it right.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.patterns import PatternError, Phrases

__all__ = [
    "COLUMNS",
    "Alternative",
    "Codebook",
    "CodebookError",
    "alternatives",
    "check_examples",
    "examples",
    "find_theme",
    "names_of",
    "read_codebook",
]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "actors": (
        *("name", "kind", "aliases", "speaks_for", "members", "founded"),
        *("definition", "match", "near_miss", "source"),
    ),
    "cues": ("cue", "language", "kind", "stance", "strength", "definition", "match", "near_miss"),
    "themes": (
        "theme",
        "label",
        "definition",
        "patterns",
        "unless",
        "match",
        "near_miss",
        "parent",
    ),
    "events": (
        *("date", "place", "occasion", "holder", "chair", "next_chair"),
        *("n_documents", "words", "source", "status"),
    ),
}
# What a row cannot do without; every other column may be left out of the file or left empty.
NEEDED = {
    "actors": ("name",),
    "cues": ("cue", "kind"),
    "themes": ("theme", "patterns"),
    "events": ("date",),
}
CHOICES = {
    ("actors", "kind"): ("", "organisation", "body", "country", "person", "treaty", "group"),
    ("cues", "kind"): ("verb", "noun", "adjective", "judgement", "courtesy", "phrase"),
    ("cues", "stance"): (
        *("", "affirm", "support", "concern", "oppose", "call", "commit", "decide"),
    ),
    ("cues", "strength"): ("", "1", "2", "3", "4", "5"),
}
PHRASE_CELLS = {
    "actors": ("name", "aliases"),
    "cues": ("cue",),
    "themes": ("patterns", "unless"),
    "events": ("words",),
}
DATE_CELLS = {"actors": ("founded",), "events": ("date",)}
NEAR = re.compile(r"\s+NEAR/(\d+)\s+")
FARTHEST = 100
"""Words; few sentences are longer, so a greater distance says no more than "in one sentence"."""
# What names a row: two of one name would be counted as one and changed as two.
IDS = {"actors": "name", "themes": "theme"}


class CodebookError(tables.AnalysisError):
    """A codebook that cannot be read; the message gives file and line, the value and the remedy."""


@dataclass(frozen=True)
class Codebook:
    """The coding rules: one frame a file, all columns text, with `file` and `line` of each row."""

    actors: pd.DataFrame
    cues: pd.DataFrame
    themes: pd.DataFrame
    events: pd.DataFrame


@dataclass(frozen=True)
class Alternative:
    """One alternative of a pattern cell: a phrase, or two phrases within a number of words."""

    phrase: str
    other: str = ""
    distance: int = 0

    @property
    def phrases(self) -> list[str]:
        """What is searched for: one phrase, or both."""
        return [self.phrase, self.other] if self.other else [self.phrase]


def read_codebook(folder: Path | None) -> Codebook:
    """The rules of a folder and the general cues; without a folder the general cues alone.

    Raises
    ------
    CodebookError
        The folder is missing or holds no codebook file, or a line is wrong.

    >>> book = read_codebook(None)
    >>> len(book.actors), "call on" in "|".join(book.cues["cue"])
    (0, True)
    """
    frames = {name: [] for name in COLUMNS}
    for file in sorted(resources.files("analysis").joinpath("cues").iterdir(), key=str):
        if file.name.endswith(".csv"):
            frames["cues"].append(_read("cues", file.name, file.read_bytes()))
    if folder is not None:
        files = [name for name in COLUMNS if (Path(folder) / f"{name}.csv").is_file()]
        if not files:
            raise CodebookError(
                f"codebook {folder}: no {', '.join(f'{name}.csv' for name in COLUMNS)} in it; "
                "give the folder that holds at least one of them"
            )
        for name in files:
            path = Path(folder) / f"{name}.csv"
            frames[name].append(_read(name, str(path), path.read_bytes()))
    return Codebook(**{name: _joined(name, parts) for name, parts in frames.items()})


def alternatives(cell: str) -> list[Alternative]:
    """The alternatives of a `patterns` or `unless` cell.

    >>> alternatives("peace talks|arms NEAR/4 control")[1]
    Alternative(phrase='arms', other='control', distance=4)
    """
    found = []
    for part in tables.split(cell):
        sides = NEAR.split(part.strip())
        if len(sides) == 3 and int(sides[1]) > FARTHEST:
            raise PatternError(
                f"pattern {part!r}: NEAR/{sides[1]} reaches beyond a sentence; "
                f"give a distance of at most {FARTHEST} words"
            )
        if len(sides) == 3:
            found.append(Alternative(sides[0], sides[2], int(sides[1])))
        elif len(sides) == 1 and "NEAR" not in re.split(r"[\s/]", part):
            found.append(Alternative(part.strip()))
        else:
            raise PatternError(
                f"pattern {part!r}: write two phrases as 'arms NEAR/4 control'; "
                "a third phrase goes into an alternative of its own, after |"
            )
    return found


def find_theme(patterns: str, unless: str, sentence: str) -> list[tuple[int, int]]:
    """Where a theme stands in one sentence: spans of `patterns` that no `unless` span touches.

    >>> find_theme("treat*", "treaty", "a treaty to treat patients")
    [(12, 17)]
    """
    cancelled = list(_spans(unless, sentence))
    return sorted(
        {
            (start, end)
            for start, end in _spans(patterns, sentence)
            if not any(start < high and low < end for low, high in cancelled)
        }
    )


def _spans(cell: str, sentence: str) -> Iterator[tuple[int, int]]:
    for choice in alternatives(cell):
        found = Phrases(choice.phrases).find(sentence)
        if not choice.other:
            yield from ((start, end) for _, start, end in found)
            continue
        for one, low, high in found:
            for other, start, end in found:
                between = sentence[min(high, end) : max(low, start)].split()
                if one == 0 and other == 1 and len(between) <= choice.distance:
                    yield min(low, start), max(high, end)


def examples(cell: str) -> list[str]:
    """The example sentences of a `match` or `near_miss` cell, separated by two bars.

    >>> examples("It rained. || It snowed.")
    ['It rained.', 'It snowed.']
    """
    return [part.strip() for part in cell.split("||") if part.strip()]


def names_of(actor: Mapping[str, str]) -> list[str]:
    """The name of an actor and its aliases.

    >>> names_of({"name": "Lowland Pact", "aliases": "Pact|LP"})
    ['Lowland Pact', 'Pact', 'LP']
    """
    return [actor["name"], *tables.split(actor["aliases"])]


def check_examples(codebook: Codebook) -> pd.DataFrame:
    """One row per example that a rule fails: `file, line, row, problem`; empty when all is well.

    Actors and themes are tried on `match` and `near_miss`. Of a cue the words of `match` are tried
    here; whether a sentence states a position needs its grammar, and `positions` tries that.

    >>> check_examples(read_codebook(None)).empty
    True
    """
    failing: list[dict[str, str]] = []

    def note(row: pd.Series, key: str, problem: str) -> None:
        place = {"file": row["file"], "line": row["line"]}
        failing.append(place | {"row": row[key], "problem": problem})

    for frame, key, finder in (
        (codebook.actors, "name", _actor_spans),
        (codebook.themes, "theme", _theme_spans),
    ):
        for _, row in frame.iterrows():
            for text in examples(row["match"]):
                if not finder(row, text):
                    note(row, key, f"does not match its example {text!r}")
            for text in examples(row["near_miss"]):
                if finder(row, text):
                    note(row, key, f"matches its near miss {text!r}")
    owners: dict[str, str] = {}
    for _, row in codebook.actors.iterrows():
        for alias in names_of(row):
            if owners.setdefault(alias, row["name"]) != row["name"]:
                note(row, "name", f"alias {alias!r} also names {owners[alias]!r}")
    return pd.DataFrame(failing, columns=["file", "line", "row", "problem"])


def _actor_spans(row: pd.Series, text: str) -> list[tuple[int, int, int]]:
    return Phrases(names_of(row)).find(text)


def _theme_spans(row: pd.Series, text: str) -> list[tuple[int, int]]:
    return find_theme(row["patterns"], row["unless"], text)


def _joined(name: str, parts: list[pd.DataFrame]) -> pd.DataFrame:
    columns = [*COLUMNS[name], "file", "line"]
    if not parts:
        return pd.DataFrame({column: pd.Series(dtype="str") for column in columns})
    joined = pd.concat(parts, ignore_index=True)
    return joined.astype(object).where(joined.notna(), "").astype("str")


def _read(name: str, file: str, content: bytes) -> pd.DataFrame:
    """One file of the codebook, checked row by row."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise CodebookError(f"{file}, line {line}: not UTF-8; save the file as UTF-8") from error
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[dict[str, str]] = []
    header: list[str] = []
    ids: dict[str, str] = {}
    line = 1
    try:
        for cells in reader:
            if not header:
                header = _header(name, file, [cell.strip() for cell in cells])
            elif any(cell.strip() for cell in cells):
                rows.append(_row(name, file, line, header, cells))
                _check_id(name, file, rows[-1], ids)
            line = reader.line_num + 1
    except csv.Error as error:
        raise CodebookError(
            f"{file}, line {line}: {error}; close every quotation mark, and double one in a cell"
        ) from error
    if not header:
        raise CodebookError(
            f"{file}, line 1: empty; begin with the header {','.join(COLUMNS[name])}"
        )
    columns = dict.fromkeys([*COLUMNS[name], *header, "file", "line"])
    return pd.DataFrame([dict.fromkeys(columns, "") | row for row in rows], columns=list(columns))


def _check_id(name: str, file: str, row: dict[str, str], ids: dict[str, str]) -> None:
    """Note the name of a row, with its line; a name noted before is an error."""
    if name not in IDS:
        return
    key = row[IDS[name]]
    line = ids.setdefault(key, row["line"])
    if line != row["line"]:
        raise CodebookError(
            f"{file}, lines {line} and {row['line']}: {IDS[name]} {key!r} stands there twice; "
            "join the two rows, or give one another name"
        )


def _header(name: str, file: str, header: list[str]) -> list[str]:
    missing = [column for column in NEEDED[name] if column not in header]
    if missing:
        raise CodebookError(
            f"{file}, line 1: no column {missing[0]!r} among {', '.join(header)}; "
            f"the columns are {', '.join(COLUMNS[name])}"
        )
    return header


def _row(name: str, file: str, line: int, header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) > len(header):
        raise CodebookError(
            f"{file}, line {line}: {len(cells)} cells under {len(header)} columns; "
            "put a cell that holds a comma between quotation marks"
        )
    row = dict(zip(header, (" ".join(cell.split()) for cell in cells), strict=False))
    for column in NEEDED[name]:
        if not row.get(column):
            raise CodebookError(f"{file}, line {line}: {column} is empty; fill it in")
    for (table, column), valid in CHOICES.items():
        if table == name and row.get(column, valid[0]) not in valid:
            raise CodebookError(
                f"{file}, line {line}: {column} {row[column]!r}; "
                f"choose one of {', '.join(filter(None, valid))}"
            )
    for column in DATE_CELLS.get(name, ()):
        for value in tables.split(row.get(column, "")):
            if not tables.is_date(value):
                raise CodebookError(
                    f"{file}, line {line}: {column} {value!r}; write 2022-05-16, 2022-05 or 2022"
                )
    for column in PHRASE_CELLS[name]:
        try:
            for choice in alternatives(row.get(column, "")):
                Phrases(choice.phrases)
        except PatternError as error:
            raise CodebookError(f"{file}, line {line}: {column}: {error}") from error
    return row | {"file": file, "line": str(line)}
