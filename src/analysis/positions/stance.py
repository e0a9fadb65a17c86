"""The stances of one sentence: which cue, of which holder, with which object.

A cue counts when its grammar gives it a holder: a verb by its subject, a noun by its owner or its
verb ("our commitment", "expressed concern"), an adjective by "is". Words of duty and judgement
("must", "unacceptable") count where somebody speaks: in a text that speaks for itself, in a
quotation, in a reported content.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.statements import words
from analysis.statements.frames import noun_phrase_left
from analysis.statements.holders import Actors, Focus, Holder
from analysis.statements.lexicon import Cue
from analysis.statements.reader import Clause, Reading, Sentence, Statement

__all__ = ["Found", "find_stances"]

# Verbs whose object noun says what is done: "reaffirm our support", "express concern".
CARRYING = frozenset(
    [
        "express",
        "voice",
        "convey",
        "share",
        "reiterate",
        "reaffirm",
        "affirm",
        "renew",
        "repeat",
        "underline",
        "underscore",
        "stress",
        "emphasize",
        "emphasise",
        "confirm",
        "restate",
        "declare",
        "have",
        "raise",
        "register",
        "state",
        "note",
        "announce",
        "point",
        "draw",
        "recognize",
        "recognise",
        "acknowledge",
        "recall",
        "highlight",
        "show",
        "demonstrate",
    ]
)
DEONTIC = frozenset(["must", "should", "ought", "shall"])


@dataclass(frozen=True, slots=True)
class Found:
    """One stance in one sentence."""

    sentence: int
    holder: Holder
    cue: tuple[int, int]
    stance: str
    strength: int
    negated: bool
    target: tuple[int, int] | None
    statement: Statement | None
    weak: bool = False


def find_stances(reading: Reading, sentence: Sentence, actors: Actors) -> list[Found]:
    """The stances of a sentence, in the order of their cues."""
    voice, statement = _voice(reading, sentence)
    found: list[Found] = []
    found += _of_verbs(reading, sentence, statement)
    found += _of_nouns(reading, sentence, voice, statement, found)
    found += _of_adjectives(reading, sentence, voice, statement)
    if voice:
        found += _of_modals(sentence, voice, statement)
        found += _of_judgement(sentence, voice, statement)
    strong = [one for one in found if not one.weak]
    kept: dict[str, Found] = {}
    for one in strong or found[:1]:
        kept.setdefault(one.stance, one)
    return sorted(kept.values(), key=lambda one: one.cue)


def _voice(reading: Reading, sentence: Sentence) -> tuple[Holder | None, Statement | None]:
    """Whose words the sentence is, if somebody's."""
    for statement in reading.statements:
        if statement.start < sentence.end and sentence.start < statement.end:
            if statement.mode in ("direct", "mixed") and statement.holder.name:
                return statement.holder, statement
    if reading.own:
        return Holder(reading.author or "unresolved", "author"), None
    return None, None


def _of_verbs(reading: Reading, sentence: Sentence, statement: Statement | None) -> Iterator[Found]:
    for clause in sentence.clauses:
        if not clause.cue.stance or clause.holder is None or not clause.holder.name:
            continue
        if clause.frame.passive or clause.frame.infinitive:
            continue
        nouns = _object_nouns(sentence, clause)
        if nouns and clause.cue.cue.split()[0] in CARRYING:
            for cue, last in nouns:
                yield _found(
                    sentence,
                    clause.holder,
                    clause.at,
                    last,
                    cue.stance,
                    cue.strength,
                    clause.frame.negated,
                    statement,
                )
            continue
        yield _found(
            sentence,
            clause.holder,
            clause.at,
            clause.last,
            clause.cue.stance,
            clause.cue.strength,
            clause.frame.negated,
            statement,
        )


def _object_nouns(sentence: Sentence, clause: Clause) -> list[tuple[Cue, int]]:
    """The nouns with a stance in the object of a verb, before its first preposition."""
    toks = sentence.toks
    end = clause.last + 1
    while end < len(toks.lower) and end < clause.last + 12:
        word = toks.lower[end]
        if word in words.BOUNDARY or word in words.MODALS or word in words.BE or word in ",;:":
            break
        if word in words.PREPOSITIONS and end > clause.last + 1:
            break
        end += 1
    found = []
    for at, hit in sentence.hits:
        if clause.last < at < end:
            cue = next((c for c, _ in hit.entries if c.kind == "noun"), None)
            if cue:
                found.append((cue, at))
    return found


def _found(
    sentence, holder, first, last, stance, strength, negated, statement, weak=False
) -> Found:
    toks = sentence.toks
    target = None
    after = last + 1
    while after < len(toks.lower) and toks.lower[after] in (
        "that",
        "the",
        "to",
        "a",
        "an",
        ",",
        ":",
    ):
        after += 1
    end = after
    while (
        end < len(toks.lower)
        and end < after + 15
        and toks.lower[end] not in (",", ";", ".", "and", "which")
    ):
        end += 1
    if end > after:
        target = toks.starts[after], toks.ends[end - 1]
    return Found(
        sentence.number,
        holder,
        (toks.starts[first], toks.ends[last]),
        stance,
        strength,
        negated,
        target,
        statement,
        weak,
    )


def _of_nouns(reading, sentence, voice, statement, earlier) -> Iterator[Found]:
    toks = sentence.toks
    taken = [one.cue for one in earlier]
    for at, hit in sentence.hits:
        start = toks.starts[at]
        if any(a <= start < b for a, b in taken):
            continue
        for cue, _ in hit.entries:
            if cue.kind != "noun":
                continue
            j = at - 1
            while j >= 0 and (
                toks.raw[j][0].isalpha()
                and toks.lower[j] not in words.PREPOSITIONS
                and toks.lower[j] not in words.DETERMINERS
                and toks.lower[j] not in words.POSSESSIVES
                and toks.lower[j] not in words.BE
                and at - j < 5
            ):
                j -= 1
            owner = toks.lower[j] if j >= 0 else ""
            if owner in ("our", "my") and voice:
                yield _found(sentence, voice, j, at, cue.stance, cue.strength, False, statement)
            break


def _of_adjectives(reading, sentence, voice, statement) -> Iterator[Found]:
    toks = sentence.toks
    for at, hit in sentence.hits:
        for cue, _ in hit.entries:
            if cue.kind != "adjective":
                continue
            rest = list(cue.rest)
            if toks.lower[at + 1 : at + 1 + len(rest)] != rest:
                continue
            j = at - 1
            while j >= 0 and words.is_adverb(toks.lower[j]):
                j -= 1
            negated = j >= 0 and toks.lower[j] in words.NEGATIONS
            while j >= 0 and (
                toks.lower[j] in words.LINKING | words.HAVE | words.NEGATIONS
                or words.is_adverb(toks.lower[j])
            ):
                j -= 1
            if j == at - 1 or j < 0:
                continue
            word = toks.lower[j]
            holder = None
            if word in ("we", "i"):
                holder = voice
            elif word in ("he", "she", "they", "it") or word not in words.PREPOSITIONS:
                span = noun_phrase_left(toks, j)
                if span:
                    focus = Focus(author=voice.name if voice else "")
                    named = [
                        (n, a + sentence.start, b + sentence.start)
                        for n, a, b in actors_in(reading, sentence)
                    ]
                    holder = focus.resolve(toks, span, _ACTORS[0], named, sentence.number)
            if holder:
                yield _found(
                    sentence,
                    holder,
                    at,
                    at + len(rest),
                    cue.stance,
                    cue.strength,
                    negated,
                    statement,
                )
            break


_ACTORS: list[Actors] = []


def actors_in(reading, sentence):
    return _ACTORS[0].find(reading.text[sentence.start : sentence.end])


def _of_modals(sentence, voice, statement) -> Iterator[Found]:
    toks = sentence.toks
    for at, word in enumerate(toks.lower):
        if word in DEONTIC or (
            word in ("need", "needs") and at + 1 < len(toks.lower) and toks.lower[at + 1] == "to"
        ):
            if at and toks.lower[at - 1] in ("i",):
                continue
            yield _found(
                sentence, voice, at, at, "call", 3 if word == "must" else 2, False, statement
            )
            return
        if word in ("will", "'ll", "shall") and at:
            j = at - 1
            subject = toks.lower[j]
            if subject in ("we", "i") or subject in (
                "governments",
                "countries",
                "states",
                "leaders",
            ):
                yield _found(sentence, voice, at, at, "commit", 2, False, statement)
                return
            span = noun_phrase_left(toks, j)
            if (
                span
                and any(raw[:1].isupper() for raw in toks.raw[max(span[0], 1) : span[1]])
                and span[1] - span[0] < 6
            ):
                yield _found(
                    sentence,
                    Holder(" ".join(toks.raw[slice(*span)]), "name"),
                    at,
                    at,
                    "commit",
                    2,
                    False,
                    statement,
                )
                return


def _of_judgement(sentence, voice, statement) -> Iterator[Found]:
    toks = sentence.toks
    for at, hit in sentence.hits:
        for cue, _ in hit.entries:
            if cue.kind == "phrase":
                last = at
                while last + 1 < len(toks.ends) and toks.ends[last] < hit.end:
                    last += 1
                yield _found(
                    sentence,
                    voice,
                    at,
                    last,
                    cue.stance,
                    cue.strength,
                    False,
                    statement,
                    weak=cue.stance != "call",
                )
                break
