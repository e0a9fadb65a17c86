"""The command line: options in, exit status out.

``report`` renders the notebooks, ``tables`` writes the tables alone, ``propose`` begins a codebook
from a corpus and ``codebook`` runs the examples of one as tests. Exit status 0 is success, 2
something the user can mend (one line says what, where and how), 1 a fault of ours.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path

import click
import pandas as pd

from analysis import chronology, codebook, exports, positions, render, tables
from analysis.study import Study, open_study

__all__ = ["main"]

HERE = Path(__file__).resolve().parents[2] / "notebooks"  # the notebooks of this checkout


class _Mendable(click.ClickException):
    """One line on standard error and exit status 2."""

    exit_code = 2


class _Named(click.Path):
    """A path that is named: an empty one would silently mean the folder one happens to be in."""

    def convert(self, value, param, ctx):
        if not str(value).strip():
            self.fail("the path is empty; name it, or leave the option out", param, ctx)
        return super().convert(value, param, ctx)


def _mendable(command: Callable[..., None]) -> Callable[..., None]:
    """Turn an ``AnalysisError`` into its one line."""

    @wraps(command)
    def run(*args: object, **options: object) -> None:
        try:
            command(*args, **options)
        except tables.AnalysisError as error:
            raise _Mendable(str(error)) from error
        except KeyboardInterrupt:
            raise _Mendable(
                "interrupted; what was computed is kept, run it again to go on"
            ) from None

    return run


def _study_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what to read, and how."""
    options = (
        click.option(
            "--corpus",
            type=_Named(path_type=Path),
            default=Path("data/csto"),
            show_default=True,
            help="Folder of texts (of any depth), or one .jsonl, .csv or .parquet file with a row "
            "per text.",
        ),
        click.option(
            "--manifest",
            type=_Named(path_type=Path),
            help="CSV of what is known about the texts: path, published, title, author, outlet, "
            "place ... Its values win.  [default: manifest.csv in the corpus, when present]",
        ),
        click.option(
            "--codebook",
            type=_Named(path_type=Path),
            help="Folder with actors.csv, cues.csv, themes.csv, events.csv.  [default: codebook in "
            "the corpus, else the general cues alone]",
        ),
        click.option(
            "-p",
            "--parameter",
            "pairs",
            nargs=2,
            multiple=True,
            metavar="NAME VALUE",
            help="Set a parameter of the notebooks, such as -p n_topics 8; an unknown one is "
            "refused with the list of the known.",
        ),
        click.option(
            "--notebooks",
            type=_Named(path_type=Path, file_okay=False),
            default=HERE,
            show_default="notebooks of this checkout",
            help="Folder of the notebooks.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return _mendable(command)


def _table_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which tables to write, and in which form."""
    only = click.option(
        "--only",
        multiple=True,
        metavar="TABLE",
        help="Write this table only; may be given more than once.",
    )
    return only(click.option("--parquet", is_flag=True, help="Write Parquet beside CSV.")(command))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="standpoint", prog_name="standpoint")
def main() -> None:
    """What an organisation has stated, since when, in which words, and together with what.

    \b
    The report of the sample corpus:     python -m analysis report
    The report of your own texts:        python -m analysis report --corpus FOLDER --output REPORTS
    The tables alone:                    python -m analysis tables --corpus FOLDER --output TABLES
    A codebook to begin with:            python -m analysis propose --corpus FOLDER --output BOOK
    Is my codebook right?                python -m analysis codebook FOLDER/codebook
    """


@main.command("report")
@click.option(
    "--output",
    type=_Named(path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="Folder for the reports, index.html and tables/; replaced only when all succeeds.",
)
@_study_options
@_table_options
def report(output: Path, pairs: tuple[tuple[str, str], ...], notebooks: Path, **options) -> None:
    """Render every notebook to HTML and PDF, and write the tables they rest on."""
    started = time.perf_counter()
    exports.check_names(options["only"])
    paths = render.find_notebooks(notebooks)
    chosen = _chosen(pairs, paths)
    _keep_apart(output, options["corpus"])
    render.check_output(output)
    computed = _open(chosen, **options)
    _check_choice(computed, chosen)
    with render.staged(output) as stage:
        _write(computed, stage / "tables", **options)
        made = render.render_reports(
            paths, stage, chosen | _places(**options), front=_front(computed), progress=True
        )
    pages = sum(made.pages.values())
    click.echo(
        f"{len(made.pages)} reports, HTML and PDF ({pages} pages), in "
        f"{time.perf_counter() - started:.0f} s: {output / 'index.html'}"
    )


@main.command("tables")
@click.option(
    "--output",
    type=_Named(path_type=Path),
    required=True,
    help="Folder for the tables; replaced only when all succeeds.",
)
@_study_options
@_table_options
def write(output: Path, pairs: tuple[tuple[str, str], ...], notebooks: Path, **options) -> None:
    """Write the tables alone: documents, passages, statements, positions, threads ..."""
    exports.check_names(options["only"])
    chosen = _chosen(pairs, render.find_notebooks(notebooks))
    _keep_apart(output, options["corpus"])
    render.check_output(output)
    computed = _open(chosen, **options)
    with render.staged(output, kind="tables") as stage:
        _write(computed, stage, **options)
    click.echo(f"{computed.corpus_line}: {output}")


@main.command("propose")
@click.option(
    "--output",
    type=_Named(path_type=Path),
    required=True,
    help="Folder for actors.csv and themes.csv; files that are there are never replaced.",
)
@_study_options
def propose(output: Path, pairs: tuple[tuple[str, str], ...], notebooks: Path, **options) -> None:
    """Propose actors that the codebook does not know, and themes where it has none."""
    chosen = _chosen(pairs, render.find_notebooks(notebooks))
    s = _open(chosen, **options)
    proposed = {
        "actors": positions.propose_actors(s.positions, s.codebook),
        "themes": s.proposed_themes,
    }
    exports.write_codebook(proposed, output)
    rows = " and ".join(f"{len(frame)} {name}" for name, frame in proposed.items())
    click.echo(f"{rows} proposed: {output}; read, join, rename and delete, then give --codebook")


@main.command("codebook")
@click.argument("folder", type=_Named(path_type=Path))
@_mendable
def check_codebook(folder: Path) -> None:
    """Run the examples of a codebook: each match must match, each near miss must not."""
    rules = codebook.read_codebook(folder)
    own = rules.cues[rules.cues["file"].str.startswith(str(folder))]  # ours are tried in our tests
    found = [codebook.check_examples(rules), positions.check_examples(rules, own)]
    failures = pd.concat(found, ignore_index=True)
    for failure in failures.itertuples():
        click.echo(f"{failure.file}, line {failure.line}: {failure.problem}")
    if len(failures):
        count = "1 example fails" if len(failures) == 1 else f"{len(failures)} examples fail"
        raise _Mendable(f"{count} in {folder}; mend the rule or its example")
    click.echo(f"every example of {folder} holds")


def _chosen(pairs: tuple[tuple[str, str], ...], paths: Sequence[Path]) -> Mapping[str, object]:
    """The parameters a person set, typed as the notebooks have them.

    A period that is none is refused before any text is read.
    """
    chosen = render.typed_parameters(pairs, render.read_parameters(paths))
    chronology.check_period(*(str(chosen.get(name, "")) for name in ("since", "until")))
    return chosen


def _keep_apart(output: Path, corpus: Path) -> None:
    """Refuse an output that the next run would read as texts."""
    inside, root = output.resolve(), corpus.resolve()
    if corpus.is_dir() and (inside == root or root in inside.parents):
        raise render.RenderError(
            f"output folder {output} lies in the corpus {corpus}, so that the next run would read "
            "its files as texts; choose another with --output"
        )


def _check_choice(computed: Study, parameters: Mapping[str, object]) -> None:
    """Refuse what no position has before a notebook runs."""
    asked = {name: str(parameters.get(name, "")) for name in ("holder", "theme", "since", "until")}
    found = chronology.choose(computed, **asked)
    chronology.describe_sides(found.beside, str(parameters.get("sides", "")), holder=found.holder)


def _open(
    chosen: Mapping[str, object],
    *,
    corpus: Path,
    manifest: Path | None,
    codebook: Path | None,
    **_: object,
) -> Study:
    """The study under the parameters that are its own; the notebooks take the others."""
    own = {name: chosen[name] for name in ("topic_unit", "n_topics") if name in chosen}
    return open_study(corpus, manifest=manifest, codebook=codebook, progress=True, **own)


def _write(
    computed: Study, folder: Path, *, only: tuple[str, ...], parquet: bool, **_: object
) -> None:
    exports.write_tables(computed.tables, folder, only=only, parquet=parquet)
    exports.write_texts(computed.documents, computed.texts, folder)
    exports.write_dictionary(folder)
    if not only:
        exports.write_review(positions.draw_review(computed.positions), folder)


def _places(
    *, corpus: Path, manifest: Path | None, codebook: Path | None, **_: object
) -> dict[str, str]:
    """What the notebooks read, as they name it: whole paths, because a kernel runs elsewhere."""
    return {
        "corpus": str(corpus.resolve()),
        "manifest": str(manifest.resolve()) if manifest else "",
        "codebook": str(codebook.resolve()) if codebook else "",
    }


def _front(computed: Study) -> dict[str, str]:
    return {
        "corpus": computed.corpus_line,
        "cut_off": computed.cut_off,
        "run_id": computed.key,
        "note": computed.notice,
    }
