"""The language of a text, by py3langid's model, which needs no network."""

import py3langid

__all__ = ["language_of"]

_SAMPLE = 1_500
"""Characters looked at: the model is sure long before."""
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
    if sum(character.isalpha() for character in sample) < _LEAST:
        return ""
    return str(py3langid.classify(sample)[0])
