"""The grammar around one verb: who acts, whether it is denied, passive, or no verb at all.

No parser is used. From the verb leftwards stand its adverbs, auxiliaries and negations, then the
subject; a determiner or preposition there instead means that the word is a noun ("the call", "in
support of", "member states"), and a past form without object is a participle ("adopted at").
Patterns are matched on the string of word classes (see `words`), a letter a word.
"""

import re
from dataclasses import dataclass

from analysis.statements.nouns import can_speak, head_of
from analysis.statements.openings import LETTING, aside_before, in_relative, of_opening, opening_of
from analysis.statements.phrases import Words, noun_phrase_after, subject_before
from analysis.statements.words import as_set

__all__ = ["Frame", "verb_frame", "with_subject"]

# In "continue to support" the second verb says what is done.
CATENATIVES = as_set(
    "continue continues continued like begin began begins come came go used wish wishes try "
    "tries tried want wants"
)
OBJECTS = as_set("them him us me")
# After a past form without an auxiliary these show a participle: "adopted at", "imposed by".
PARTICIPIAL = as_set("at by in on under during within between after before with from as against")
# Subjects whose verb may stand in the plural or the singular.
PLURAL_SUBJECTS = as_set(
    "police people government majority number team family most many some few both all "
    "others none neither either media press data staff administration leadership committee "
    "council group"
)
PLURALS = as_set("men women people i we they you these those me us")


# The forms that can follow an auxiliary, and none: "will call", "has called", "is calling".
FORMS_AFTER = {
    "M": ("base",),
    "G": ("base",),
    "H": ("participle",),
    "B": ("participle", "ing"),
    "": ("base", "s", "past", "ing"),
}


@dataclass(slots=True)
class Frame:
    """A verb with its surroundings, in word numbers of its sentence."""

    first: int  # of the verb group, auxiliaries included
    subject: tuple[int, int] | None  # first and one past the last; None where it stands elsewhere
    negated: bool = False
    passive: bool = False
    modal: str = ""
    kind: str = "main"  # main, shared, participle, infinitive, relative, inverted


def verb_frame(
    found: Words, at: int, last: int, form: str, low: int, earlier: str = ""
) -> Frame | None:
    """The frame of the verb at a word, None where the word is no verb there.

    `last` is the last word of the cue, `low` the first word that may belong to its subject (one
    past the verb before), `earlier` the form of that verb.
    """
    tags, lower = found.tags, found.lower
    first, j = at, at - 1
    negated = lower[last + 1 : last + 2] == ["nothing"]  # "signed nothing"
    modal, auxiliaries = "", ""
    while j >= 0:
        tag = tags[j]
        if tag == "N":
            negated = True
        elif tag == "M":
            modal = lower[j]
            negated |= modal == "cannot" and lower[j + 1] != "but"
            auxiliaries += "M"
        elif tag in "BHG":
            auxiliaries += tag
        elif tag == "T":
            k = _before_to(found, j)
            if k < 0 or lower[k] not in CATENATIVES:
                kind = "infinitive"
                return Frame(j, None, negated, kind=kind) if form == "base" else None
            auxiliaries += "M"
            j = k
        elif lower[j] == "longer" and lower[j - 1 : j] == ["no"]:  # "no longer supports"
            negated, j = True, j - 1
        elif tag == '"' and tags[j - 1 : j] in ("n", "U") and tags[last + 1 : last + 2] != tag:
            j -= 1
            break  # 'the council "strongly condemns"'
        elif tag != "A" and not (tag == "C" and tags[j - 1] + tags[j + 1] == "AA"):
            break
        first = j
        j -= 1
    nearest = auxiliaries[:1]
    if form not in FORMS_AFTER[nearest]:
        return None
    passive = nearest == "B" and form in ("past", "participle")
    if form == "ing" and nearest != "B":
        return _participle(tags, j, first, negated, earlier)
    if j < 0 or tags[j] == "P":  # "in support of"
        return None
    return with_subject(
        found, j, at, last, form, low, earlier, Frame(first, None, negated, passive, modal), nearest
    )


def _before_to(found: Words, to: int) -> int:
    """The word that governs a "to", past adverbs and, after "like", past an aside in between."""
    tags, k = found.tags, to - 1
    while k >= 0 and tags[k] == "A":
        k -= 1
    for wish in range(k, max(k - 9, -1), -1):
        if found.lower[wish] in ("like", "wish", "want"):
            return wish
        if tags[wish] not in "PDnUA#,":
            break
    return k


def _participle(tags: str, j: int, first: int, negated: bool, earlier: str) -> Frame | None:
    """ "..., reaffirming our commitment": its subject is that of the main clause."""
    if j < 0 or tags[j] in ',—"K' or (tags[j] == "C" and earlier == "ing"):
        return Frame(first, None, negated, kind="participle")
    return None


def with_subject(
    found: Words,
    j: int,
    at: int,
    last: int,
    form: str,
    low: int,
    earlier: str,
    frame: Frame,
    auxiliary: str,
) -> Frame | None:
    tags, lower = found.tags, found.lower
    tag = tags[j]
    following = tags[last + 1] if last + 1 < len(tags) else "."
    kind, span = "main", None
    if tag == "R" and (lower[j] not in OBJECTS or (j and lower[j - 1] in LETTING)):
        span = (j, j + 1)
        if in_relative(lower, tags, j, low):
            kind = "relative"  # "the work we do": the noun before is the object
    elif tag == "R" and tags[j - 1] == "P" and lower[j - 2 : j - 1] and lower[j - 2] in SHARES:
        span = (j - 2, j + 1)  # "all of us recognize"
    elif tag == "W" and j:
        kind = "relative"
        before = j - 1
        if before >= 0 and tags[before] == ",":
            before -= 1
        span = subject_before(found, low, before)
    elif tag == "," and tags[0] == "R" and tags[1:2] == "," and not low:
        span = (0, 1)  # "We, the leaders of ..., met"
    elif (
        tag in "CK"
        and (not earlier or tags[j - 1] == ",")
        and of_opening(lower, tags, j, at, form, following)
    ):
        opening = opening_of(tags)
        span = (opening, opening + 1)  # "We watch the markets and stand ready"
    elif tag == "C" and not earlier and _goes_on(form, last > at, following):
        span = _opening_subject(found)  # "The council has met and calls on all"
    elif (
        tag == "C"
        or (lower[j] == "but" and form == "past")
        or (tag == ";" and earlier == form)
        or (tag == "," and earlier and not aside_before(lower, tags, j))
    ):
        if tag == "," and form == "base" and following not in "DRW":
            return None  # "a free, open order"
        then = form == "s" and earlier == "past" and following == "W"  # "decided and expects that"
        stated = lower[at] in STATED or (lower[at] == "commit" and last > at)
        parallel = then or _parallel(form, earlier, tags[low:j], auxiliary, stated=stated)
        if not earlier or not low or not parallel:
            return None
        pair = following == "C" and stated  # "and welcome and support"
        if following in "P.,;:C)" and form in ("base", "s") and last == at and not pair:
            return None
        plain = form == "past" and not auxiliary and last == at
        joined = lower[at + 1 : at + 2] == ["and"] and lower[at + 3 : at + 4] == ["by"]
        if plain and (not PARTICIPIAL.isdisjoint(lower[at + 1 : at + 2]) or joined):
            return None
        if plain and following in ".,;:)":
            return None  # "when needed or requested, help is given"
        kind = "shared"
    elif tag in ",—)":
        before = aside_before(lower, tags, j)
        if before and tags[before - 1] == "R" and lower[before - 1] not in OBJECTS:
            span = (before - 1, before)  # "we, the leaders of ..., met", "we — all of us — met"
        elif before:
            span = subject_before(found, low if before > low else 0, before - 1)
        named = set(tags[before + 1 : j]) <= {"U", "-"}  # "her uncle, Piet Varga, said"
        if span and not named and form != "s" and not can_speak(lower, tags, *span):
            return None
    elif lower[j] == "some" and following == "W":
        span = (j, j + 1)
    elif tag in "nUdg#S" or lower[j] in ("this", "that", "these", "those", "both", "all"):
        span = subject_before(found, low, j) or ((j, j + 1) if tag in "DW" else None)
        if span and (tag == "S" or (earlier and _is_inside(lower, tags, span, form))):
            return None
    if span is None and kind != "shared":
        return None
    stranded = last > at and following in ".,;:C" and kind == "main"
    if stranded and span and span[0] and tags[span[0] - 1] == "W":
        kind = "relative"  # "everything that we in the league stand for"
    if span and not auxiliary and not _fits(found, span, at, last, form, following):
        return None
    if (tag == "," or lower[j] in ("or", "nor")) and DENIED.search(tags, 0, j):
        frame.negated = True
    frame.subject, frame.kind = span, kind
    return frame


DENIED = re.compile("[HMGB]A*N[AdnC,]*$")  # "have not decided, discussed or even announced"


def _is_inside(lower: list[str], tags: str, span: tuple[int, int], form: str) -> bool:
    """Whether a noun phrase belongs to a preposition: "trust in Lorn's extended pledges".

    So does one with "a" after any verb: "she agreed in a speech called The Toll".
    """
    first, last = span
    if form != "past" or first < 2 or tags[first - 1] != "P":
        return False
    return tags[first - 2] in "nN" or (lower[first] in ("a", "an") and last - first == 2)


SHARES = as_set("all each both some many most none one two few several either neither")
_DEEPER = re.compile("T(?![DUR#])|[KWM]")  # a clause or an infinitive of its own in between


# What is stated, and hardly what somebody is "to" do: "asked Lorn to talk and condemn the raid".
STATED = as_set(
    "condemn denounce deplore welcome commend applaud reaffirm reiterate affirm stress emphasize "
    "emphasise underline underscore regret"
)


def _parallel(form: str, earlier: str, between: str, auxiliary: str, *, stated: bool) -> bool:
    """Whether a verb after "and" shares the subject of the verb before it."""
    if auxiliary:
        return True
    if form == "base":  # "recognize that nothing has changed, and call for": a list of clauses
        return earlier in ("base", "adjective") and (
            stated or not _DEEPER.search(between) or (between.endswith(",") and "T" not in between)
        )
    if form == "s":
        return earlier in ("s", "ing", "participle", "adjective")
    return earlier in ("past", "participle", "base", "adjective") or (
        earlier == "ing" and between.endswith(",")  # "..., saying that it was late, but admitted"
    )


def _fits(
    found: Words, span: tuple[int, int], at: int, last: int, form: str, following: str
) -> bool:
    """Whether number, and what follows, allow the word to be a verb of this subject."""
    tags, lower = found.tags, found.lower
    head = head_of(lower, tags, *span)
    word = lower[head]
    several = "C" in tags[span[0] : span[1]] or word in PLURAL_SUBJECTS
    plural = several or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
    plural = plural or word in PLURALS
    if form == "base" and not plural:
        return False
    if form == "s" and tags[at - 1] == "d" and span[1] - span[0] > 1:
        return False  # "Lorn imposed sanctions": the verb stands before
    if form == "s" and plural and tags[head] != "U" and word not in PLURAL_SUBJECTS and not several:
        return False
    if form in ("base", "s") and last == at and (tags[head] != "R" or word == "one"):
        after = span[0] > 0 and tags[span[0] - 1] in ',"'
        if (
            following in "MHB()"
            or lower[at + 1 : at + 2] in (["which"], ["who"])
            or (following in "P" and span[1] == at and not _aside_follows(lower, at + 1))
        ):
            return False
        if following in ".,;:C" and span[0] > 0 and not (after and can_speak(lower, tags, *span)):
            return following == ":"
    if form == "past" and last == at and lower[at + 1 : at + 2]:
        if lower[at + 1] == "by":
            return False
        if lower[at + 1] in PARTICIPIAL and not can_speak(lower, tags, *span):
            return False
    return True


def _goes_on(form: str, long: bool, following: str) -> bool:
    """Whether a form shows a verb after "and": "calls on all", "welcomed the accord"."""
    return form in ("s", "past") and (long or following in tuple("DRTW"))


def _opening_subject(found: Words) -> tuple[int, int] | None:
    """Who opens the main clause, if an auxiliary follows: "the council has met and"."""
    span = noun_phrase_after(found, opening_of(found.tags))
    acts = span and found.tags[span[1] : span[1] + 1] in ("H", "B", "M", "d")
    return span if acts and can_speak(found.lower, found.tags, *span) else None


def _aside_follows(lower: list[str], at: int) -> bool:
    """Whether a preposition leaves the word before it a verb: "welcome in this regard the"."""
    terms = "terms" in lower[at + 2 : at + 6]  # "condemns in the strongest terms"
    aside = terms or lower[at + 1 : at + 2] in (["this"], ["that"])
    return lower[at] in ("as", "with") or (lower[at] == "in" and aside)
