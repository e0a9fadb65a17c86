"""The command line: what a user can mend costs one clear line and exit status 2."""

import csv
import json
import re
import shutil

import nbformat
import pytest
from click.testing import CliRunner

from analysis.cli import main

FAILS = "raise RuntimeError('the well ran dry')"


@pytest.fixture
def run():
    def call(*arguments):
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return call


@pytest.fixture
def notebooks(tmp_path):
    """One notebook that reads the study and shows a sentence of it."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    write_notebook(folder / "0-one.ipynb", "blocks.Text(s.corpus_line)")
    return folder


def write_notebook(path, last):
    parameters = nbformat.v4.new_code_cell(
        'corpus = ""\nmanifest = ""\ncodebook = ""\nn_topics = 0',
        metadata={"tags": ["parameters"]},
    )
    load = "from analysis import blocks, study\n\ns = study.open_study(corpus)"
    cells = [
        nbformat.v4.new_markdown_cell("# What was read?"),
        parameters,
        nbformat.v4.new_code_cell(load),
        nbformat.v4.new_code_cell(last),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


def error_of(result):
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    return result.stderr.strip().splitlines()[-1]


def test_help_teaches_each_command(run):
    assert "python -m analysis report --corpus FOLDER" in run("--help").output
    for command in ("report", "tables"):
        assert "--only TABLE" in run(command, "--help").output


def test_tables_writes_every_table(run, corpus, tmp_path):
    result = run("tables", "--corpus", corpus, "--output", tmp_path / "out", "-p", "n_topics", "0")

    assert result.exit_code == 0, result.output
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as handle:
        assert next(csv.DictReader(handle))["doc_id"]
    assert {"positions.csv", "skipped.csv", "README.md"} <= {
        path.name for path in (tmp_path / "out").iterdir()
    }


def test_only_the_tables_asked_for(run, corpus, tmp_path):
    run("tables", "--corpus", corpus, "--output", tmp_path, "--only", "acts", "--parquet")

    assert {"acts.csv", "acts.parquet"} == {
        path.name for path in tmp_path.iterdir() if path.suffix in (".csv", ".parquet")
    }


def test_a_table_of_texts_is_a_corpus_too(run, tmp_path):
    rows = [{"id": f"t{i}", "text": f"The Lowland Pact condemned raid {i}."} for i in range(3)]
    corpus = tmp_path / "texts.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")

    result = run("tables", "--corpus", corpus, "--output", tmp_path / "out", "--only", "documents")

    assert result.exit_code == 0, result.output
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as handle:
        assert [row["doc_id"] for row in csv.DictReader(handle)] == ["t0", "t1", "t2"]


def test_an_unknown_parameter_is_refused_with_the_known(run, corpus, tmp_path):
    result = run("tables", "--corpus", corpus, "--output", tmp_path, "-p", "n_topisc", "3")

    assert "n_topisc" in error_of(result)
    assert "n_topics" in error_of(result)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("since", "2033-13-40", "since is '2033-13-40'; give a date such as 2022"),
        ("holder", "Meridian Compakt", "closest of .* holders are Meridian Compact, "),
        ("sides", "Ruun | nobody", "sides: holder is '(Ruun|nobody)'"),
    ],
)
def test_a_choice_that_nothing_fits_is_refused_before_a_notebook_runs(
    run, corpus, tmp_path, name, value, says
):
    result = run("report", "--corpus", corpus, "--output", tmp_path / "out", "-p", name, value)
    assert re.search(says, error_of(result))
    assert not list(tmp_path.glob("out/*"))


def test_a_parameter_of_the_wrong_type_is_named(run, corpus, tmp_path):
    result = run("tables", "--corpus", corpus, "--output", tmp_path, "-p", "n_topics", "few")

    assert "n_topics is 'few'; give a whole number" in error_of(result)


def test_an_unknown_table_is_refused(run, corpus, tmp_path):
    result = run("tables", "--corpus", corpus, "--output", tmp_path, "--only", "qoutes")

    assert "qoutes" in error_of(result)


def test_a_missing_corpus_is_named(run, tmp_path):
    result = run("report", "--corpus", tmp_path / "nowhere", "--output", tmp_path / "out")

    assert "nowhere does not exist" in error_of(result)
    assert not list(tmp_path.rglob("*.html"))


@pytest.mark.parametrize("option", ["--corpus", "--output", "--manifest", "--codebook"])
def test_a_path_without_a_name_is_not_the_folder_one_is_in(run, tmp_path, option):
    paths = {"--corpus": tmp_path, "--output": tmp_path / "out"} | {option: ""}
    given = [part for pair in paths.items() for part in pair]

    assert "the path is empty; name it" in error_of(run("tables", *given))


def test_an_empty_corpus_is_an_error(run, tmp_path):
    (tmp_path / "empty").mkdir()

    result = run("report", "--corpus", tmp_path / "empty", "--output", tmp_path / "out")

    assert "the folder holds no file" in error_of(result)


def test_an_output_that_is_a_file_is_refused_before_the_work(run, corpus, tmp_path):
    (tmp_path / "out").write_text("in the way", "utf-8")

    result = run("report", "--corpus", corpus, "--output", tmp_path / "out")

    assert str(tmp_path / "out") in error_of(result)
    assert (tmp_path / "out").read_text("utf-8") == "in the way"


def test_an_output_in_the_corpus_is_refused(run, tmp_path):
    (tmp_path / "a.txt").write_text("The Lowland Pact condemned the raid.", "utf-8")

    for output in (tmp_path, tmp_path / "out"):
        result = run("tables", "--corpus", tmp_path, "--output", output)
        assert "lies in the corpus" in error_of(result)


def test_tables_written_into_a_folder_of_reports_leave_the_reports(
    run, corpus, notebooks, tmp_path
):
    options = ("--corpus", corpus, "--output", tmp_path / "out", "--notebooks", notebooks)
    assert run("report", *options).exit_code == 0

    assert run("tables", *options).exit_code == 0

    assert (tmp_path / "out" / "index.html").exists()
    assert (tmp_path / "out" / "positions.csv").exists()


def test_a_wrong_line_of_a_codebook_is_named(run, corpus, tmp_path):
    (tmp_path / "themes.csv").write_text("theme,patterns\nwater,river*\nice,\n", "utf-8")

    result = run("tables", "--corpus", corpus, "--output", tmp_path / "out", "--codebook", tmp_path)

    assert "themes.csv, line 3: patterns is empty" in error_of(result)


def test_the_examples_of_a_codebook_are_run(run, tmp_path):
    header = "theme,patterns,match,near_miss\n"
    (tmp_path / "themes.csv").write_text(
        f"{header}water,river*,The river rose.,The rivet broke.\n", "utf-8"
    )
    assert run("codebook", tmp_path).exit_code == 0

    (tmp_path / "themes.csv").write_text(
        f"{header}water,riv*,The river rose.,The rivet broke.\n", "utf-8"
    )
    result = run("codebook", tmp_path)

    assert "line 2: matches its near miss 'The rivet broke.'" in result.output
    assert "1 example fails" in error_of(result)


def test_a_notebook_that_fails_leaves_the_last_report_whole(run, corpus, notebooks, tmp_path):
    options = ("--corpus", corpus, "--output", tmp_path / "out", "--notebooks", notebooks)
    first = run("report", *options)
    assert first.exit_code == 0, first.output
    assert str(tmp_path / "out" / "index.html") in first.output
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.*")}
    write_notebook(notebooks / "0-one.ipynb", FAILS)

    second = run("report", *options)

    assert "0-one.ipynb, cell 4: RuntimeError: the well ran dry" in error_of(second)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.*")} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notebooks", "out"]


def test_the_same_input_gives_the_same_bytes(run, corpus, notebooks, tmp_path):
    for name in ("one", "two"):
        moved = shutil.copytree(corpus, tmp_path / name / "texts")
        made = run(
            *("report", "--corpus", moved, "--output", tmp_path / name / "out"),
            *("--notebooks", notebooks),
        )
        assert made.exit_code == 0, made.output

    files = [path for path in (tmp_path / "one" / "out").rglob("*") if path.is_file()]
    assert len(files) > 10
    for path in files:
        other = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == other.read_bytes(), path.name


def test_propose_begins_a_codebook_and_never_overwrites_one(run, tmp_path):
    texts, book = tmp_path / "texts", tmp_path / "book"
    texts.mkdir()
    (texts / "a.txt").write_text("The Meridian Pact condemns the raid on the port of Ostrel.\n")
    (texts / "b.txt").write_text(
        "Fishing quotas fell. The Meridian Pact welcomes the lower quotas.\n"
    )
    options = ("propose", "--corpus", texts, "--output", book)
    done = run(*options)
    assert done.exit_code == 0, done.output
    assert "Meridian Pact" in (book / "actors.csv").read_text("utf-8")
    again = run(*options)
    assert again.exit_code == 2
    assert "is there already" in again.output
    assert run("codebook", book).exit_code == 0
