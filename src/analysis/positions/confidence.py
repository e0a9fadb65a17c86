"""How sure a recorded position is: by how its holder was found and what kind of cue carries it."""

from functools import cache

__all__ = ["CONFIDENCE_RULE", "confidence_of"]

# How the holder was found. Names in the sentence are safest; what refers back can miss.
BASES = {
    "codebook": 1.0,
    "author": 1.0,
    "name": 0.95,
    "speaker of the quotation": 0.95,
    "antecedent": 0.8,
    "speaker before": 0.75,
    "words": 0.7,
}
UNSURE = 0.4  # nobody could be named
# What carries the stance. A verb with its subject is safest; a lone word of judgement is a hint.
KINDS = {
    "verb": 0.95,
    "adjective": 0.95,
    "noun": 0.9,
    "phrase": 0.85,
    "duty": 0.85,
    "will": 0.8,
    "said": 0.7,
    "judgement": 0.55,
}
DENIED = 0.8  # a negation may belong to another verb

CONFIDENCE_RULE = (
    "Confidence is a product. Holder: "
    + ", ".join(f"{basis} {value:g}" for basis, value in BASES.items())
    + f", nobody named {UNSURE:g}. Cue: "
    + ", ".join(f"{kind} {value:g}" for kind, value in KINDS.items())
    + f". A denied cue counts {DENIED:g} of that."
)


@cache
def confidence_of(basis: str, kind: str, negated: bool) -> float:
    """The confidence of one position, by `CONFIDENCE_RULE`.

    >>> confidence_of("codebook", "verb", False), confidence_of("antecedent of body", "noun", True)
    (0.95, 0.58)
    """
    base = BASES.get(basis) or (BASES["antecedent"] if basis.startswith("antecedent") else UNSURE)
    return round(base * KINDS[kind] * (DENIED if negated else 1.0), 2)
