"""The language of a text, by py3langid's model, which needs no network."""

import re

import py3langid

__all__ = ["language_of"]

_SAMPLE = 300
"""Characters looked at: the model is sure long before."""
_LETTERS = re.compile(r"[\W\d_]+")
_LEAST = 20
"""A handful of letters does not show a language."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the text's language, empty where there is too little to tell.

    >>> language_of("The envoys of the two republics met in the old town hall.")
    'en'
    >>> language_of("Посланники двух республик встретились в старой ратуше.")
    'ru'
    """
    sample = text[:_SAMPLE]
    if len(_LETTERS.sub("", sample)) < _LEAST:
        return ""
    return str(py3langid.classify(sample)[0])
