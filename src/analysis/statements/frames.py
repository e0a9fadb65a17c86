"""The grammar around one verb: who acts, whether it is denied, passive, or no verb at all.

No parser is used. From the verb leftwards stand its adverbs, auxiliaries and negations, then the
subject; a determiner or preposition there instead means that the word is a noun ("the call", "in
support of", "member states"), and a past form without object is a participle ("adopted at").
"""

from collections.abc import Collection
from dataclasses import dataclass

from analysis.statements import words
from analysis.statements.words import Tokens

__all__ = ["Frame", "noun_phrase_left", "noun_phrase_right", "verb_frame"]

OPENING = frozenset('"“„«‘([—–:;')
CLOSING = frozenset('"”“»’)]')
PARTICIPIAL_PREPOSITIONS = frozenset(
    ["at", "by", "in", "on", "during", "under", "within", "after", "before", "between"]
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with its surroundings, in token numbers of its sentence."""

    first: int  # of the verb group, auxiliaries included
    subject: tuple[int, int] | None  # first and one past the last token; None where there is none
    negated: bool = False
    passive: bool = False
    modal: str = ""
    shared: bool = False  # the subject stands with an earlier verb: "condemned X and called for Y"
    participle: bool = False  # "reaffirming our commitment": the subject is the main clause's
    infinitive: bool = False
    relative: bool = False


def verb_frame(toks: Tokens, at: int, form: str, verbs: Collection[int]) -> Frame | None:
    """The frame of the verb at a token, None where the word is no verb there.

    `verbs` are the token numbers of other verbs known in the sentence.
    """
    lower = toks.lower
    j, first = at - 1, at
    negated = passive = infinitive = have = do = False
    modal = ""
    while j >= 0:
        word = lower[j]
        if word in words.NEGATIONS and word not in ("no", "none", "nobody", "neither", "nor"):
            negated = True
        elif word in words.BE:
            passive = passive or (
                (form in ("past", "participle") and not have) or form == "participle"
            )
            if form == "ing":
                have = True
        elif word in words.HAVE:
            have = True
        elif word in words.DO:
            do = True
        elif word in words.MODALS:
            modal = "will" if word in ("'ll", "won") else word
        elif word == "to":
            before = j - 1
            while before >= 0 and words.is_adverb(lower[before]):
                before -= 1
            if before >= 0 and lower[before] in words.CATENATIVES:
                if lower[before] == "like":
                    modal = "would"
                j = before
                first = j
                j -= 1
                continue
            infinitive = True
            first = j
            break
        elif not words.is_adverb(word):
            break
        first = j
        j -= 1
    if infinitive:
        return Frame(first, None, negated, False, modal, infinitive=True)
    auxiliary = have or do or passive or bool(modal)
    if form == "ing" and not have:
        if j < 0 or lower[j] in ",—–":
            return Frame(first, None, negated, participle=True)
        return None
    if form == "base" and not auxiliary and at > 0 and lower[at - 1] in words.DETERMINERS:
        return None
    if form in ("past", "participle") and not auxiliary:
        following = lower[at + 1] if at + 1 < len(lower) else ""
        if form == "participle" and following in PARTICIPIAL_PREPOSITIONS and following == "by":
            return None
    if j < 0:
        return Frame(first, None, negated, passive, modal) if auxiliary else None
    return _subject(toks, j, first, verbs, (negated, passive, modal, auxiliary))


def _subject(
    toks: Tokens,
    j: int,
    first: int,
    verbs: Collection[int],
    group: tuple[bool, bool, str, bool],
) -> Frame | None:
    lower = toks.lower
    negated, passive, modal, auxiliary = group
    word = lower[j]
    if word in words.PRONOUNS and word not in ("who",):
        return Frame(first, (j, j + 1), negated, passive, modal)
    if word in ("who", "which", "that"):
        before = j - 1
        if before >= 0 and lower[before] == ",":
            before -= 1
        span = noun_phrase_left(toks, before, verbs)
        return Frame(first, span, negated, passive, modal, relative=True) if span else None
    if word in words.AND or (word == "," and any(v < j for v in verbs)):
        if any(v < j for v in verbs):
            return Frame(first, None, negated, passive, modal, shared=True)
        return None
    if word in (",", "—", "–", ")"):
        return _over_aside(toks, j, first, verbs, group)
    if word in words.PREPOSITIONS or word in words.POSSESSIVES or word == "'s":
        return None
    if word in words.DETERMINERS and word not in ("this", "that", "these", "those", "all", "both"):
        return None
    span = noun_phrase_left(toks, j, verbs)
    return Frame(first, span, negated, passive, modal) if span else None


def _over_aside(
    toks: Tokens,
    j: int,
    first: int,
    verbs: Collection[int],
    group: tuple[bool, bool, str, bool],
) -> Frame | None:
    """The subject before an aside: "Rowan, who took office in June, insisted"."""
    lower = toks.lower
    negated, passive, modal, _ = group
    mark = {")": "("}.get(lower[j], lower[j])
    k = j - 1
    while k >= 0 and lower[k] != mark:
        k -= 1
    if k <= 0:
        return None
    span = noun_phrase_left(toks, k - 1, verbs)
    return Frame(first, span, negated, passive, modal) if span else None


def noun_phrase_left(
    toks: Tokens, last: int, verbs: Collection[int] = ()
) -> tuple[int, int] | None:
    """The noun phrase that ends at a token: first and one past the last token."""
    lower, raw = toks.lower, toks.raw
    j = last
    while j >= 0:
        word = lower[j]
        if word == ")":
            k = j
            while k >= 0 and lower[k] != "(":
                k -= 1
            if k < 0:
                break
            j = k - 1
            continue
        if word in words.BOUNDARY or word in words.MODALS or word in words.BE or j in verbs:
            break
        if not (word[0].isalnum() or word[0] == "'" or word in "&/"):
            if word == "," and _comma_in_name(toks, j):
                j -= 1
                continue
            break
        if word == "and" and _new_clause(toks, j, verbs):
            break
        j -= 1
    first = j + 1
    while first <= last and (
        (words.is_adverb(lower[first]) and lower[first] not in ("both", "all"))
        or lower[first] in words.AND
    ):
        first += 1
    if first > last:
        return None
    first = _skip_opening(toks, first, last)
    if lower[first] in words.PREPOSITIONS or not raw[first][0].isalnum():
        return None
    return first, last + 1


def _comma_in_name(toks: Tokens, j: int) -> bool:
    """Whether a comma joins names in a list: "France, Germany and Italy"."""
    after = toks.raw[j + 1] if j + 1 < len(toks.raw) else ""
    before = toks.raw[j - 1] if j else ""
    listed = any(word == "and" for word in toks.lower[j + 1 : j + 8])
    return bool(listed and after[:1].isupper() and before[:1].isupper())


def _new_clause(toks: Tokens, j: int, verbs: Collection[int]) -> bool:
    """Whether an "and" begins a clause of its own rather than joining two nouns."""
    lower = toks.lower
    return any(
        v < j or lower[v] in words.BE for v in range(j) if v in verbs or lower[v] in words.MODALS
    )


def _skip_opening(toks: Tokens, first: int, last: int) -> int:
    """Past an opening prepositional phrase without a comma: "On Monday the minister"."""
    lower = toks.lower
    if lower[first] not in words.PREPOSITIONS or lower[first] in ("like", "unlike"):
        return first
    for k in range(first + 2, last + 1):
        if lower[k] in ("the", "a", "our", "its", "their") or (
            toks.raw[k][0].isupper() and toks.raw[k - 1][0].islower() and k - 1 > first + 1
        ):
            return k
    return first


def noun_phrase_right(toks: Tokens, first: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token: up to a mark, a verb or a clause word."""
    lower = toks.lower
    j = first
    while j < len(lower):
        word = lower[j]
        if not (word[0].isalnum() or word[0] == "'"):
            break
        if word in words.BOUNDARY or word in words.MODALS or word in words.BE:
            break
        j += 1
    return (first, j) if j > first else None
