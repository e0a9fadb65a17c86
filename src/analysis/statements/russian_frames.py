"""The grammar around a Russian verb: who acts, before it or after it, and whether it is denied.

Word order is free and endings are ambiguous ("главы" is one head's and several heads), so the
subject is sought among the nouns for those who speak and the names beside the verb, not behind a
preposition. Where nobody stands there, the form may say "we", or a place who it is ("сообщили в
министерстве", "в декларации говорится"). The same rules serve cues of other languages that a
codebook writes as stems.
"""

import re

from analysis.statements.frames import Frame
from analysis.statements.lexicon import Cue
from analysis.statements.openings import aside_before
from analysis.statements.phrases import Words
from analysis.statements.russian import DATED, DOCUMENTS, INFINITIVE, SPEAKERS
from analysis.statements.words import as_set

__all__ = ["according_frame", "russian_frame"]

SAYING = ("", "affirm")  # stances of verbs that may lead their subject without a quotation
# "The minister for fishing", but "the minister, after the talks".
INSIDE = as_set("по при")
CIRCUMSTANCES = as_set("итогам окончании завершении случаю поводу словам поручению просьбе этому")
NOMINATIVE = re.compile("(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$")
CASES = "ого|его|ому|ему|ыми|ими|ых|их|ую|ым|им"  # of adjectives, but the nominative
OBLIQUE = re.compile(f"(?:{CASES})$")
NO_NAME = re.compile(f"(?:{CASES}|ение|ание|ость)$")  # "Обвинение готово"
VERBAL = re.compile("(?:лся|лась|лось|лись)$")  # "встретился"
BOTH = as_set("оба обе все наши")
WISHING = as_set("хочу хотим хотел хотела хотели хотелось бы позвольте")
NAME = 4  # words; what stands in quotation marks and is longer is speech, and no name: «Волна»
DECIDING = ("решить",)  # to do something; "решил задачу" is no decision
PHRASE = "nUdg#SPDAC—("  # the classes that may stand before a verb in one clause


def russian_frame(
    words: Words, at: int, last: int, cue: Cue, form: str, low: int, *, quoted: bool
) -> Frame | None:
    """The frame of a verb or short adjective, None where nobody does what it says.

    `low` is the first word that may belong to its subject, `quoted` whether speech stands right
    before it.
    """
    tags, lower = words.tags, words.lower
    if form == "infinitive":
        return _wish(words, at)
    if lower[last + 1 : last + 2] == ["бы"] or lower[at - 1 : at] == ["бы"]:
        return None  # "would support"
    if cue.cue in DECIDING and not INFINITIVE.search("".join(lower[last + 1 : last + 2])):
        return None
    j, negated = at - 1, False
    while j >= low and tags[j] in "AN":
        negated |= tags[j] == "N"
        j -= 1
    before = tags[j] if j >= low else ""
    if before == "R":
        return Frame(j + 1, (j, j + 1), negated)
    if before == "W":
        return None  # "the treaty which Lorn supports": told of the treaty
    said = cue.kind == "verb" and cue.stance in SAYING
    aside = aside_before(lower, tags, j) if before in tuple(",)—") else 0
    span = _before(words, low, j) if before == '"' else None
    if span:
        return Frame(j + 1, span, negated)  # "агентство «Волна» сообщило"
    if quoted or (before == "," and said and not aside):
        after = _after(words, last + 1)
        if after:
            return Frame(j + 1, after, negated, kind="inverted")
    if before in tuple("C,") and low:
        return Frame(j + 1, None, negated, kind="shared")
    span = _before(words, low, aside - 1 if aside else j)
    if span:
        return Frame(j + 1, span, negated)
    if form == "own":
        return Frame(j + 1, (at, at + 1), negated)  # the ending says "we"
    if before == "C":
        span = _opening(words, j)
        return Frame(j + 1, span, negated) if span else None
    place = _place(words, low, j + 1) or _place(words, last + 1, len(tags))
    if place and (said or form == "middle" or cue.kind == "adjective"):
        return Frame(j + 1, place, negated, kind="main" if place[0] < at else "inverted")
    after = _after(words, last + 1) if said and form != "middle" else None
    return Frame(j + 1, after, negated, kind="inverted") if after else None


def according_frame(words: Words, first: int, last: int) -> Frame | None:
    """The frame of "по словам министра", "как отметил посол", "по его словам"."""
    if words.tags[last] != "P" and words.lower[last - 1] in ("его", "её", "ее", "их"):
        return Frame(first, (last - 1, last), kind="according")
    end = _end(words, last + 1, len(words.tags))
    whole = words.tags[last + 1 : last + 2] in tuple("nUdD#")
    return Frame(first, (last + 1, end), kind="according") if whole else None


def _wish(words: Words, at: int) -> Frame | None:
    """ "Хотел бы подчеркнуть": who speaks does it."""
    j = at - 1
    while j >= 0 and words.tags[j] == "A":
        j -= 1
    return Frame(at, (at, at + 1)) if j >= 0 and words.lower[j] in WISHING else None


def _before(words: Words, low: int, last: int) -> tuple[int, int] | None:
    """The subject in the words of a clause up to one."""
    tags, first = words.tags, last + 1
    while first > low and tags[first - 1] in PHRASE + '"':
        opened = tags.rfind('"', low, first - 1) if tags[first - 1] == '"' else first - 1
        if opened < low or first - 1 - opened > NAME:
            break
        first = opened
    while first > low + 1 and tags[first - 1] == "," and tags[first - 2] == "U":
        first -= 2  # "Лорн, Остмарк и Селм"
    return _somebody(words, first, last + 1)


def _after(words: Words, first: int) -> tuple[int, int] | None:
    """The subject that follows a verb: past those addressed, "сообщил журналистам посол"."""
    end = first
    while end < len(words.tags) and words.tags[end] in PHRASE and words.tags[end] != "—":
        end += 1
    if words.tags[first : first + 1] == "R":
        return first, first + 1
    return _somebody(words, first, end)


def _opening(words: Words, last: int) -> tuple[int, int] | None:
    """Who opens the sentence: "Министр встретился с послами и подчеркнул"."""
    head = next((at for at in range(min(last, 4)) if words.lower[at] in SPEAKERS), None)
    if head is None or "P" in words.tags[:head]:
        return None
    end = head + 1
    while end < last and words.tags[end] == "U":
        end += 1
    return _with_adjectives(words, head, 0), end


def _somebody(words: Words, low: int, high: int) -> tuple[int, int] | None:
    """The noun for somebody, or the name, in a run of words, with what belongs to it."""
    tags, lower = words.tags, words.lower
    for known in (True, False):
        for at in range(low, high):
            if known:
                found = lower[at] in SPEAKERS
            else:
                found = tags[at] == "U" and (at == low or tags[at - 1] not in "UP")
                found = found and not NO_NAME.search(lower[at])
            first = _with_adjectives(words, at, low) if found else at
            if found and (first == low or tags[first - 1] != "P"):
                first -= first > low and tags[first - 1] == '"'  # «Волна»
                return first, _end(words, at, high)
    first = low
    while first < high and tags[first] in "DAC—":
        first += 1
    if first < high and tags[first] == "n" and not OBLIQUE.search(lower[first]):
        return first, _end(words, first, high)
    return None


def _with_adjectives(words: Words, at: int, low: int) -> int:
    while at > low and words.tags[at - 1] in "nU" and NOMINATIVE.search(words.lower[at - 1]):
        at -= 1
    return at - 1 if at > low and words.lower[at - 1] in BOTH else at


def _end(words: Words, first: int, high: int) -> int:
    """One past the last word of a noun phrase that begins at a word: no date, no circumstance."""
    tags, lower, at = words.tags, words.lower, first + 1
    while at < high:
        following = lower[at + 1 : at + 2]
        if tags[at] == "P" and (lower[at] not in INSIDE or not CIRCUMSTANCES.isdisjoint(following)):
            break
        listed = tags[at] == "," and tags[at - 1] + tags[at + 1 : at + 2] == "UU"
        if listed and "C" in tags[at:high]:
            at += 1  # "Лорн, Остмарк и Селм"
        elif tags[at] in ",.:;—(KRWN" or lower[at] in DATED or VERBAL.search(lower[at]):
            break
        at += 1
    while at > first + 1 and tags[at - 1] in "#ADPC":
        at -= 1
    return at


def _place(words: Words, low: int, high: int) -> tuple[int, int] | None:
    """Where it is said, which tells who says it: "в министерстве", "в заявлении Совета Портов"."""
    if words.lower[low : low + 1] not in (["в"], ["во"]) or high <= low + 1:
        return None
    end = _end(words, low + 1, high)
    first = low + 1
    if end - first > 1 and words.lower[first] in DOCUMENTS:
        first += 1  # whose paper it is
    return first, end
