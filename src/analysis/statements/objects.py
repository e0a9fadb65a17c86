"""The nouns in the object of a verb that say what is done: "express our support to Lorn".

They stand before the object's clause ends, and are the holder's own: what others aspire to is
recognized and not promised, and "the islands' readiness" is the islands'.
"""

from analysis.statements.lexicon import Cue
from analysis.statements.phrases import Words
from analysis.statements.sentences import Clause
from analysis.statements.takes import OWN_SUBJECTS
from analysis.statements.words import as_set

__all__ = ["object_nouns", "owned_nouns"]

NOTING = as_set("recognize recognise acknowledge recall highlight note")  # what others have, too
# Only one's own side's position can be stated again: "reaffirm the Group's commitment".
RESTATING = as_set(
    "reaffirm re-affirm reiterate restate reconfirm reassert renew repeat reemphasize"
)
OWNERS = as_set("our my its their his her")
OWNED = OWNERS | OWN_SUBJECTS
REACH = 40  # words of a long object: "approaches to terrorism, the parties' support for ..."


def owned_nouns(clause: Clause) -> list[Clause]:
    """The stances of others that a thing carries: "reaffirmed the countries' readiness"."""
    tags = clause.sentence.words.tags
    return [
        other
        for other in clause.sentence.clauses
        if other.frame.kind == "noun"
        and 0 < other.first - clause.last < REACH
        and not set(tags[clause.last : other.first]) & set(";:—KW")
        and other.cue.stance
        and other.holder
        and other.holder.name
        and other.holder.basis != "words"
    ]


def object_nouns(clause: Clause, holder: str) -> tuple[list[tuple[Cue, int]], bool]:
    """The nouns with a stance in the object of a verb, and whether only further objects hold one.

    "Affirm the threat of drought and their commitment to act" affirms, and commits beside it.
    """
    words, low = clause.sentence.words, clause.last + 1
    end = _object_end(words, low)
    found = []
    for at, told in clause.sentence.hits:
        if not (low <= at < end or (at > end and _is_second_object(words, low, at))):
            continue
        noun = next((c for c, _ in told.entries if _is_noun(c, words, at)), None)
        if noun is None:
            continue
        owner = words.tags[at - 1] == "S" and at - 1 > low
        owner = owner and words.raw[at - 2] not in holder and not _is_theirs(words, low, at)
        owner = owner and clause.cue.head not in RESTATING
        other = words.tags[at + 1 : at + 3] in ("PU", "PD") and words.lower[at + 1] == "of"
        other = other and OWNED.isdisjoint(words.lower[low:at])
        other = other and clause.cue.head not in RESTATING
        named = "U" in words.tags[at + 2 : at + 5]
        theirs = clause.cue.head in NOTING and noun.stance in ("commit", "support")
        other = other and noun.stance != "affirm"  # "the importance of Lorn"
        other = other and (named or theirs)
        if not owner and not other and not _is_aid(words, low, at, end):
            found.append((noun, at + len(noun.rest)))
    return found, bool(found) and all(at >= end for _, at in found)


AID = as_set(
    "fiscal monetary financial budgetary military technical logistical material income policy state"
)


def _is_aid(words: Words, low: int, at: int, end: int) -> bool:
    """Whether a support is money and not a stance: "agreed fiscal support was needed".

    That of "our" or "for" somebody is held: "reaffirmed financial support for Lorn".
    """
    if words.lower[at] != "support" or not OWNERS.isdisjoint(words.lower[low:at]):
        return False
    verb = words.tags[end : end + 1] in tuple("BHM") and words.lower[end] not in ("being", "been")
    aid = words.lower[at - 1] in AID and words.lower[at + 1 : at + 2] not in (["for"], ["to"])
    return aid or (verb and at == end - 1)


def _is_noun(cue: Cue, words: Words, at: int) -> bool:
    """Whether a cue is a noun with a stance, and all of it stands there: "a word of honour"."""
    rest = words.lower[at + 1 : at + 1 + len(cue.rest)]
    return cue.kind == "noun" and bool(cue.stance) and rest == list(cue.rest)


def _is_second_object(words: Words, low: int, at: int) -> bool:
    """Whether a noun is a further object: "express our support to Lorn and our condemnation"."""
    tags, k = words.tags, at - 1
    while tags[k] in "AndgU":
        k -= 1
    joined = k > low and words.lower[k] in OWNERS and words.lower[k - 1] in ("and", "or", ",", "as")
    first_owned = not OWNERS.isdisjoint(words.lower[low : low + 2]) or words.lower[low] == "the"
    return joined and first_owned and not set(tags[low:k]) & set("KWMR;:B")


def _is_theirs(words: Words, low: int, at: int) -> bool:
    """Whether the owner is called by "his" or "their": "confirmed his country's readiness"."""
    return not OWNERS.isdisjoint(words.lower[low:at])


# "Its position of solidarity": what it is of says what is done.
WRAPPING = as_set("position stance message expression sense spirit feelings words policy")


def _object_end(words: Words, low: int) -> int:
    """Where the object that begins at a word ends: at a verb, a preposition, another clause."""
    tags, lower, end = words.tags, words.lower, low
    while end < len(tags):
        tag = tags[end]
        listed = tag != "," or tags[end + 1 : end + 2] in ("n", "g", "C")
        wrapped = end > low and lower[end] == "of" and lower[end - 1] in WRAPPING
        if (
            tag in "WKMBRT;:"
            or lower[end] == "that"
            or not listed
            or (tag == "P" and end > low and not wrapped)
        ):
            break
        end += 1
    return end
