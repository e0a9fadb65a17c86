"""Forms of one word, counted together and named by the form that occurs most.

A form joins another by a suffix rule only where the other form stands in the corpus too, so no
word is made up and "news" never becomes "new". Russian forms are grouped by what is left when a
case or number ending is taken off. The rules are data, each with a match and a near miss.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np
import pandas as pd

from analysis.vectors.words import read_stop_words

__all__ = ["group_forms", "read_conflations"]

MIN_LETTERS = 3  # two letters are initials, units and list marks far more often than words
SHORT_STEM = 4  # "stared" is no form of "star": so short a word would double its consonant

# Word pairs that a suffix rule would join though they mean different things.
APART = frozenset({
    "arms", "being", "customs", "evening", "glasses", "goods", "headquarters", "holding", "news",
    "proceeds", "series", "species", "thanks", "united", "wedding",
})  # fmt: skip

VOWEL = re.compile(r"[aeiouy]")
CLOSED_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]$")  # "plan", "star", "stop"

# Endings of Russian nouns and adjectives, longest first: безопасность, безопасности.
RUSSIAN_ENDINGS = (
    "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ого", "его", "ому", "ему", "ыми", "ими",
    "ых", "их", "ый", "ий", "ой", "ей", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ым", "им",
    "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ию", "ия", "ии", "ью",
    "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й",
)  # fmt: skip
RUSSIAN_ENDING = re.compile(rf"(?<=[а-яё]{{4}})(?:{'|'.join(RUSSIAN_ENDINGS)})$")
RUSSIAN = re.compile(r"[а-яё-]+")


@cache
def read_conflations() -> pd.DataFrame:
    """The suffix rules: one row per rule."""
    source = resources.files("analysis.vectors") / "conflations.csv"
    with resources.as_file(source) as path:
        return pd.read_csv(path, dtype={"stem": int}, keep_default_na=False)


@cache
def _rules() -> dict[str, list[tuple[str, str, int]]]:
    """Suffix rules by the last letter of the suffix, in the order of the table."""
    rules: dict[str, list[tuple[str, str, int]]] = {}
    for rule in read_conflations().itertuples():
        rules.setdefault(rule.suffix[-1], []).append((rule.suffix, rule.replacement, rule.stem))
    return rules


def base_form(form: str, forms: dict[str, int]) -> str:
    """The form of the corpus that this one is an inflection of, or itself.

    >>> base_form("policies", {"policy": 0}), base_form("news", {"new": 0})
    ('policy', 'news')
    """
    if RUSSIAN.fullmatch(form):
        return RUSSIAN_ENDING.sub("", form)
    if form in APART:
        return form
    for suffix, replacement, stem in _rules().get(form[-1], ()):
        if not form.endswith(suffix) or len(form) - len(suffix) < stem:
            continue
        base = form[: len(form) - len(suffix)] + replacement
        if suffix[0] in "'’" or suffix[-1] in "'’":
            return base
        if (suffix == "s" and form[-2:] in {"ss", "us", "is"}) or form.endswith("ics"):
            continue
        if replacement == "" and suffix in {"ed", "ing"}:
            if base[-1] == base[-2] and base[:-1] in forms:  # planned, planning
                return base[:-1]
            if base[-1] == "e" or not VOWEL.search(base):  # speed, string
                continue
            if len(base) <= SHORT_STEM and CLOSED_SYLLABLE.match(base):
                continue
        if base in forms:
            return base
    return form


def group_forms(forms: Sequence[str], counts: np.ndarray) -> tuple[np.ndarray, list[str]]:
    """The term of each form (-1: a stop word or too short), and the terms in alphabetical order.

    A term is named by the form of its group that occurs most; equal counts go to the first in
    alphabetical order.

    >>> group_forms(["treaty", "the", "treaties"], np.array([1, 9, 3]))
    (array([ 0, -1,  0]), ['treaties'])
    """
    stop = read_stop_words()
    numbers = {form: i for i, form in enumerate(forms)}
    groups: dict[str, list[int]] = {}
    for i, form in enumerate(forms):
        base = form
        for _ in range(3):  # meetings, meeting, meet
            further = base_form(base, numbers)
            if further == base:
                break
            base = further
        if len(form) >= MIN_LETTERS and form not in stop and base not in stop:
            groups.setdefault(base, []).append(i)
    named = sorted((min((-counts[i], forms[i]) for i in group)[1], group)
                   for group in groups.values())  # fmt: skip
    term_of_form = np.full(len(forms), -1)
    for term, (_, group) in enumerate(named):
        term_of_form[group] = term
    return term_of_form, [name for name, _ in named]
