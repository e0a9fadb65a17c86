"""Words of texts as numbers, in one pass, and the list of those that carry no subject."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib import resources

import numpy as np
import pandas as pd

__all__ = ["read_stop_words", "tokenise"]

# Letters, with inner hyphens and apostrophes: "arms-control", "people's", "qu'elle".
WORD = re.compile(r"[^\W\d_]+(?:[-'’‐‑][^\W\d_]+)*")

# E-mail and web addresses: their parts name a host, which would make a topic of its own.
ADDRESS = re.compile(r"\S+@\S+|\b(?:https?|ftp)://\S+|\bwww\.\S+")


def tokenise(texts: Iterable[str]) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Token numbers of all texts in one array, where each text begins in it, and the forms.

    >>> tokens, starts, forms = tokenise(["Peace and peace", "no"])
    >>> tokens.tolist(), starts.tolist(), forms
    ([0, 1, 0, 2], [0, 3, 4], ['peace', 'and', 'no'])
    """
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    pieces, starts = [], [0]
    for text in texts:
        if "\xad" in text:  # a soft hyphen stands inside a word and is no part of it
            text = text.replace("\xad", "")
        if "@" in text or "://" in text or "www." in text:
            text = ADDRESS.sub(" ", text)
        words = WORD.findall(text.lower())
        pieces.append(np.fromiter(map(numbers.__getitem__, words), np.int32, len(words)))
        starts.append(starts[-1] + len(words))
    tokens = np.concatenate(pieces) if pieces else np.empty(0, np.int32)
    return tokens, np.array(starts, dtype=np.int64), list(numbers)


@cache
def read_stop_words() -> frozenset[str]:
    """Words left out of topics: function words, reporting verbs, calendar words.

    >>> {"the", "said", "monday", "который"} <= read_stop_words()
    True
    """
    source = resources.files("analysis.vectors") / "stop_words.csv"
    with resources.as_file(source) as path:
        table = pd.read_csv(path, dtype="str", keep_default_na=False)
    return frozenset(word for cell in table["words"] for word in cell.split())
