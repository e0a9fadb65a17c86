"""One corpus under one codebook: all its tables, computed once, kept, then read by every notebook.

``open_study`` runs the stages in order, reading to chronology, and keeps each one's tables in a
cache as soon as it is done. The cache is keyed by the content of everything that can change a
result (texts, manifest, codebook, settings, our own code, the versions of the libraries), so the
second notebook opens in a moment, a changed text is never overlooked, and a run that was
interrupted goes on at the stage it had reached.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
from tqdm import tqdm

from analysis import (
    acts,
    chronology,
    dates,
    mentions,
    positions,
    sources,
    statements,
    tables,
    themes,
    topics,
    vectors,
)
from analysis.cache import Stages, cache_dir, key_of, prune
from analysis.codebook import Codebook, read_codebook
from analysis.corpus import read_folder, split_passages
from analysis.formats import decode
from analysis.tables import counted

__all__ = ["Settings", "Study", "StudyError", "open_study"]


class StudyError(tables.AnalysisError):
    """The corpus, manifest or codebook named does not exist or holds nothing to read."""


@dataclass(frozen=True)
class Settings:
    """What a person may choose about the computation itself; the notebooks pass it on."""

    topic_unit: str = "passage"
    n_topics: int = 0  # 0: chosen by stability

    def __post_init__(self) -> None:
        if self.topic_unit not in ("passage", "document"):
            raise StudyError(f"topic_unit is {self.topic_unit!r}; choose passage or document")
        if self.n_topics < 0:
            raise StudyError(f"n_topics is {self.n_topics}; give 0 (chosen by stability) or more")


@dataclass(frozen=True)
class Study:
    """The tables of one corpus (columns and row units: ``tables.TABLES``), and what made them.

    ``texts`` holds the decoded text of each document's file by ``doc_id``; ``review`` is the sample
    of positions that a reader marked (review.csv beside the texts), empty if there is none;
    ``notice`` is what a reader must know of the corpus (its file NOTICE); ``key`` changes with
    anything that can change a result.
    """

    documents: pd.DataFrame
    skipped: pd.DataFrame
    dates: pd.DataFrame
    passages: pd.DataFrame
    acts: pd.DataFrame
    statements: pd.DataFrame
    positions: pd.DataFrame
    unrecorded: pd.DataFrame
    links: pd.DataFrame
    threads: pd.DataFrame
    silences: pd.DataFrame
    mentions: pd.DataFrame
    pairs: pd.DataFrame
    proposed_themes: pd.DataFrame
    topics: pd.DataFrame
    placements: pd.DataFrame
    topic_curve: pd.DataFrame
    key_terms: pd.DataFrame
    topic_note: str
    topic_status: str
    review: pd.DataFrame
    texts: Mapping[str, str]
    codebook: Codebook
    settings: Settings
    notice: str
    key: str

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Every shared table by its name, in the order of ``tables.TABLES``."""
        return {name: getattr(self, name) for name in tables.TABLES}

    @property
    def topic_model(self) -> topics.TopicModel:
        """The topics with all that was fitted beside them."""
        return topics.TopicModel(
            topics=self.topics,
            placements=self.placements,
            curve=self.topic_curve,
            key_terms=self.key_terms,
            note=self.topic_note,
            status=self.topic_status,
        )

    @property
    def theme_labels(self) -> dict[str, str]:
        """What a reader calls each theme of the codebook, or each that is proposed."""
        known = pd.concat([self.codebook.themes, self.proposed_themes])
        named = known[known["label"] != ""]
        return dict(zip(named["theme"], named["label"], strict=True))

    @property
    def corpus_line(self) -> str:
        """What the report rests on, in one line."""
        read = self.documents["path"].nunique()
        files = read + sources.count_missed(self.documents, self.skipped)
        return " → ".join(
            (
                counted(files, "file"),
                counted(len(self.documents), "document"),
                counted(len(self.acts), "act"),
                counted(len(self.positions), "position"),
            )
        )

    @property
    def cut_off(self) -> str:
        """The latest day on or after which a text is known to be published; empty if none is."""
        return max(self.documents["published_low"], default="")


def open_study(
    corpus: str | Path,
    *,
    manifest: str | Path | None = None,
    codebook: str | Path | None = None,
    topic_unit: str = "passage",
    n_topics: int = 0,
    progress: bool = False,
) -> Study:
    """The study of a folder (or one table of texts), computed or taken from the cache.

    Parameters
    ----------
    corpus
        A folder of texts, or one .jsonl, .csv or .parquet file with a row per text.
    manifest
        CSV of what is known about the texts; ``manifest.csv`` in the corpus when not given.
    codebook
        Folder of actors, cues, themes and events; ``codebook`` in the corpus when not given,
        else the package's general cues alone.
    topic_unit, n_topics
        Cluster passages or documents, into how many topics (0: chosen by stability).
    progress
        Show a bar over the stages on standard error.

    Raises
    ------
    AnalysisError
        Something named does not exist, cannot be read, or holds no text.
    """
    settings = Settings(topic_unit, int(n_topics))
    place = _existing(corpus, "corpus", "a folder of texts or a .jsonl, .csv or .parquet file")
    manifest_path = _chosen(manifest, "manifest", place / "manifest.csv")
    codebook_dir = _chosen(codebook, "codebook", place / "codebook")
    rules = read_codebook(codebook_dir)
    key = key_of((place, manifest_path, codebook_dir), asdict(settings))
    store = Stages(cache_dir() / key)
    known = _compute(place, manifest_path, rules, settings, store, progress)
    prune(cache_dir())
    return Study(
        **known,
        codebook=rules,
        settings=settings,
        key=key[:12],
        notice=_notice(place),
        review=_review(place),
    )


def _compute(
    place: Path,
    manifest: Path | None,
    rules: Codebook,
    settings: Settings,
    store: Stages,
    progress: bool,
) -> dict[str, object]:
    """Every stage in order; a stage that the store holds already is read from it."""
    known: dict[str, object] = {}
    stages = _stages(place, manifest, rules, settings, progress)
    bar = tqdm(stages, disable=not progress, desc="study", unit="stage", leave=False)
    for name, stage in bar:
        bar.set_postfix_str(name)
        made = store.read(name)
        if made is None:
            made = stage(SimpleNamespace(**known))
            store.write(name, made)
        known |= made
    return known


Stage = Callable[[SimpleNamespace], dict[str, object]]


def _stages(
    place: Path,
    manifest: Path | None,
    rules: Codebook,
    settings: Settings,
    progress: bool,
) -> list[tuple[str, Stage]]:
    """Name and function of each stage; a function takes what is known and gives what it adds."""

    def reading(_: SimpleNamespace) -> dict[str, object]:
        read = read_folder(
            place, manifest=manifest, actors=rules.actors, events=rules.events, progress=progress
        )
        return {"documents": read.documents, "skipped": read.skipped, "texts": read.texts}

    def passages(s: SimpleNamespace) -> dict[str, object]:
        found = split_passages(s.documents, s.texts)
        days = dates.find_dates(s.documents, found, s.texts)
        told = dates.find_stated(s.documents, found, days, s.texts)
        return {"documents": told, "passages": found, "dates": days}

    def reported_acts(s: SimpleNamespace) -> dict[str, object]:
        documents, found = acts.group_acts(s.documents, s.passages, s.texts, rules.events)
        return {"documents": documents, "acts": found}

    def scan(s: SimpleNamespace) -> dict[str, object]:
        return {"mentions": mentions.find_mentions(s.passages, s.texts, rules.themes)}

    def stances(s: SimpleNamespace) -> dict[str, object]:
        copied = s.passages["doc_id"].isin(tables.copies(s.documents))
        own = ~copied & (s.passages["repeat_of"] == "")
        once = s.passages[own]  # a copy, or a sentence said twice on a page, states nothing anew
        said = statements.find_statements(s.documents, once, s.texts, rules)
        found, unrecorded = positions.find_positions(
            said, s.documents, once, s.mentions, s.texts, rules
        )
        return {"statements": said, "positions": found, "unrecorded": unrecorded}

    def over_time(s: SimpleNamespace) -> dict[str, object]:
        links = chronology.link_positions(s.positions, s.acts)
        found, threads = chronology.build_threads(
            s.positions, links, s.acts, set(rules.actors["name"])
        )
        silences = chronology.find_silences(found, s.acts, s.documents, mentions=s.mentions)
        return {"positions": found, "links": links, "threads": threads, "silences": silences}

    def theme_pairs(s: SimpleNamespace) -> dict[str, object]:
        found, proposed = s.mentions, themes.propose_themes(None)
        if rules.themes.empty:  # what the corpus itself offers, counted as if it were accepted
            proposed = themes.propose_themes(vectors.count_terms(s.passages, s.texts))
            found = mentions.find_mentions(s.passages, s.texts, proposed)
        related = mentions.ancestors(rules.themes)
        pairs = themes.score_pairs(found, s.passages, s.documents, texts=s.texts, related=related)
        return {"mentions": found, "pairs": pairs, "proposed_themes": proposed}

    def topic_model(s: SimpleNamespace) -> dict[str, object]:
        spoken = vectors.attribution_spans(s.statements)  # who said it is not what it is about
        matrix = vectors.count_terms(s.passages, s.texts, unit=settings.topic_unit, drop=spoken)
        model = topics.fit_topics(matrix, n_topics=settings.n_topics or None)
        return {
            "topics": model.topics,
            "placements": model.placements,
            "topic_curve": model.curve,
            "key_terms": model.key_terms,
            "topic_note": model.note,
            "topic_status": model.status,
        }

    return [
        ("reading", reading),
        ("passages and dates", passages),
        ("acts", reported_acts),
        ("themes", scan),
        ("statements and positions", stances),
        ("chronology", over_time),
        ("pairs of themes", theme_pairs),
        ("topics", topic_model),
    ]


def _existing(path: str | Path, what: str, wanted: str) -> Path:
    if not str(path).strip():
        raise StudyError(f"no {what} is named; give {wanted}")
    place = Path(path)
    if not place.exists():
        raise StudyError(f"{what} {place} does not exist; give {wanted}")
    return place.resolve()


def _notice(place: Path) -> str:
    """What the corpus says of itself in a file NOTICE beside its texts, as one paragraph."""
    path = place / "NOTICE"
    return " ".join(decode(path.read_bytes())[0].split()) if path.is_file() else ""


def _review(place: Path) -> pd.DataFrame:
    """The sample of positions a reader marked, where it lies beside the texts."""
    path = (place if place.is_dir() else place.parent) / "review.csv"
    return positions.read_review(path) if path.is_file() else pd.DataFrame()


def _chosen(path: str | Path | None, what: str, default: Path) -> Path | None:
    """The path a person gave (it must exist), else the default where it is present."""
    if path:
        return _existing(path, what, "a path that exists, or leave the option out")
    return default if default.exists() else None
