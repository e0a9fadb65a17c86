"""Which documents repeat another: MinHash signatures over runs of words, matched by bands.

Two documents are copies when their sets of five-word runs overlap by four fifths or more. The
signatures (rensa) and their bands find such pairs without comparing all with all; each pair found
is checked on the runs themselves, so a chance collision never marks a copy.
"""

from collections.abc import Mapping, Sequence

from rensa import RMinHash, RMinHashLSH

__all__ = ["find_copies"]

_RUN = 5
_LONG_WORD = 6
"""Letters; two words in five are that long, which is sample enough."""
_LEAST_OVERLAP = 0.8
"""Reprints change a headline and a byline; four fifths of the runs then still agree."""
_LEAST_LIKELY = 0.65
"""A signature of 64 estimates an overlap of .8 below this once in 300 times."""
_MOST_COMPARED = 5
"""Texts of one form (a daily note) are all alike; comparing with a few keeps time linear."""
_LEAST_WORDS = 12
"""A line or two ("Joint statement") repeats without being a copy."""
_PERMUTATIONS, _BANDS = 64, 16
"""16 bands of 4 find a pair of overlap .8 with probability .9998."""


def _runs(text: str) -> set[str]:
    """The runs of five words that begin with a long one: a sample that every copy makes alike."""
    words = text.lower().split()
    if len(words) < _LEAST_WORDS:
        return set()
    begins = [number for number, word in enumerate(words) if len(word) >= _LONG_WORD]
    return {" ".join(words[number : number + _RUN]) for number in begins}


def find_copies(texts: Sequence[str]) -> list[int]:
    """For each text, the number of the first earlier text that it repeats, or -1.

    >>> note = "The envoys of the two republics met in the old town hall to sign the ferry accord"
    >>> find_copies([note, "Nothing of the kind.", note.replace(" ", "\\n")])
    [-1, -1, 0]
    """
    lsh = RMinHashLSH(threshold=_LEAST_OVERLAP, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    signatures: dict[int, RMinHash] = {}
    repeats = []
    for number, text in enumerate(texts):
        runs = _runs(text)
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        signature.update(list(runs))
        found = -1
        if runs:
            close = _likely(signature, {n: signatures[n] for n in lsh.query(signature)})
            found = next(
                (n for n in close if _overlap(runs, _runs(texts[n])) >= _LEAST_OVERLAP), -1
            )
            if found < 0:
                lsh.insert(number, signature)
                signatures[number] = signature
        repeats.append(found)
    return repeats


def _likely(signature: RMinHash, others: Mapping[int, RMinHash]) -> list[int]:
    """The few most alike by their signatures, in the order of the texts."""
    alike = {number: signature.jaccard(other) for number, other in others.items()}
    likely = [number for number, value in alike.items() if value >= _LEAST_LIKELY]
    return sorted(sorted(likely, key=lambda number: (-alike[number], number))[:_MOST_COMPARED])


def _overlap(a: set[str], b: set[str]) -> float:
    return len(a & b) / len(a | b)
