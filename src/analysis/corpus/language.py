"""The language of a text, by py3langid's model, which needs no network.

The model knows languages in which hardly any news is printed, and takes mixtures of scripts for
them; it is asked for those of a written press alone, and believed where it is sure.
"""

import functools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

__all__ = ["language_of"]

_SAMPLE = 300
"""Characters looked at: the model is sure long before."""
_LETTERS = re.compile(r"[\W\d_]+")
_LEAST = 20
"""A handful of letters does not show a language."""
_PLAIN = 100
"""Below so many plain letters a model takes names and terms for Latin or French."""
_SURE = 0.5
"""More likely than all the other languages together; a sentence of one language gets .75 or more,
greetings in ten of them .3."""
_TIED = 2
"""Times as likely as the next: one short sentence can be Russian or Bulgarian alike."""
_LIKELY, _AHEAD = 0.3, 3
"""An English headline or list of names gets less, but stays that many times ahead of the next."""
_NO_LANGUAGE = "zxx"
_PRESS = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr ht hu hy "
    "id is it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl no or pa pl ps pt ro ru "
    "rw si sk sl so sq sr sv sw ta te tg th tk tl tr tt ug uk ur uz vi yo zh zu"
)


@functools.cache
def _model() -> LanguageIdentifier:
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages([*_PRESS.split(), _NO_LANGUAGE])
    return model


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
    (found, sure), (_, rival) = _model().rank(sample)[:2]
    believed = sure >= max(_SURE, _TIED * rival) or (
        found == "en" and sure >= max(_LIKELY, _AHEAD * rival)
    )
    if not believed or found == _NO_LANGUAGE:
        return ""
    return "" if found != "en" and len(letters) < _PLAIN and letters.isascii() else str(found)
