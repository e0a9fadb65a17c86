"""The language of a text, by py3langid's model, which needs no network."""

import re

import py3langid

__all__ = ["language_of"]

_SAMPLE = 300
"""Characters looked at: the model is sure long before."""
_LETTERS = re.compile(r"[\W\d_]+")
_LEAST = 20
"""A handful of letters does not show a language."""
_SURE = 100
"""Below so many plain letters a model takes names and terms for Latin or French."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the text's language, empty where there is too little to tell.

    >>> language_of("The envoys of the two republics met in the old town hall.")
    'en'
    >>> language_of("Посланники двух республик встретились в старой ратуше.")
    'ru'
    >>> language_of("acta conference lima series")
    ''
    """
    sample = text[:_SAMPLE]
    letters = _LETTERS.sub("", sample)
    if len(letters) < _LEAST:
        return ""
    found = str(py3langid.classify(sample)[0])
    if len(found) != 2:  # the model knows languages that ISO 639-1 has no code for
        found = next((str(code) for code, _ in py3langid.rank(sample) if len(code) == 2), "")
    return "" if found != "en" and len(letters) < _SURE and letters.isascii() else found
