"""The sample corpus keeps what data/README.md promises, and its codebook its own examples."""

import csv
import re
from pathlib import Path

import pytest

from analysis import codebook, tables

ROOT = Path(__file__).parents[1]
CSTO = ROOT / "data" / "csto"
TEXTS = sorted((CSTO / "texts").glob("*.txt"))


@pytest.fixture(scope="module")
def book() -> codebook.Codebook:
    return codebook.read_codebook(CSTO / "codebook")


@pytest.fixture(scope="module")
def manifest() -> list[dict[str, str]]:
    with (CSTO / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_digest_has_80_to_250_words_and_no_quotation(path):
    text = path.read_text(encoding="utf-8")
    assert 80 <= len(text.split()) <= 250
    assert not re.search(r"[\"“”„‘]", text)


def test_the_manifest_and_the_folder_name_the_same_texts(manifest):
    assert [row["path"] for row in manifest] == [f"texts/{path.name}" for path in TEXTS]
    assert all(row["source"] and row["status"] for row in manifest)


def test_every_source_url_is_an_address(manifest):
    assert all(re.match(r"https?://\S+$", row["source_url"]) for row in manifest)


def test_every_example_of_the_codebook_holds(book):
    assert codebook.check_examples(book).empty


def test_every_theme_has_an_example_and_a_near_miss(book):
    assert (book.themes[["definition", "match", "near_miss"]] != "").all(axis=None)


def test_bodies_members_and_parents_are_known(book):
    names = set(book.actors["name"])
    for cell in [*book.actors["speaks_for"], *book.actors["members"], *book.events["chair"]]:
        assert set(tables.split(cell)) <= names, cell
    assert set(book.themes["parent"]) - {""} <= set(book.themes["theme"])


def test_holders_of_events_are_actors(book):
    names = set(book.actors["name"])
    assert {holder for cell in book.events["holder"] for holder in tables.split(cell)} <= names
