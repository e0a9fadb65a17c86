"""One document read for its clauses: which words of saying and taking a stance, by whom.

Sentences without any cue are passed over; in the others the clauses are found, and their holders
are resolved in the order of the text.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from analysis import tables
from analysis.patterns import fold
from analysis.statements.actors import Actors, as_actors
from analysis.statements.clauses import SHOWN, find_clauses
from analysis.statements.holders import UNRESOLVED, Focus, Holder
from analysis.statements.lexicon import Lexicon, Vocabulary
from analysis.statements.modals import PLANNED, subjects_of_will
from analysis.statements.names import joint_names
from analysis.statements.nouns import PERSONS, can_speak, head_of
from analysis.statements.phrases import Words
from analysis.statements.quotes import find_quotations
from analysis.statements.sentences import (
    Clause,
    Reading,
    Sentence,
    cut_sentences,
    listed_sentences,
    quoted_sentences,
)
from analysis.statements.turns import find_turns, turn_at
from analysis.statements.voice import author_of, speaks_for_itself
from analysis.statements.wording import apposition, holder_words, is_name
from analysis.statements.words import OWN

__all__ = ["read_document"]


def read_document(
    text: str,
    spans: Sequence[tuple[int, int]],
    paragraphs: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    actors: Actors,
    title: str = "",
    author: str = "",
) -> Reading:
    """The clauses of one document; `spans` and `paragraphs` are those of its body."""
    low, high = spans[0][0], max(end for _, end in spans)
    body = text[low:high]
    folded = fold(body)
    words = lexicon.vocabulary
    who = author_of(title, author, body, text[:low]) or _named_first(title, words, title=True)
    who = as_actors(who or _named_first(body[:600], words), words, actors)
    reading = Reading(text, who, False, spans, paragraphs, find_quotations(text, paragraphs))
    quoted = quoted_sentences(reading)
    reading.lists = listed_sentences(reading)
    turns = find_turns(text, who)
    reading.own = bool(turns) or speaks_for_itself(title, author, text, spans, quoted)
    reading.voice = Holder(who or UNRESOLVED, "author") if reading.own else None
    named = [(row, a + low, b + low) for row, a, b in actors.find(folded)]
    begins = [start for _, start, _ in named]
    focus = Focus(author=who, own=reading.own)
    for sentence in cut_sentences(reading, lexicon, quoted, folded, low):
        reading.sentences[sentence.number] = sentence
        turn = turn_at(turns, sentence.end - 1) if turns else None
        if turn:
            focus.author = as_actors(turn.name, words, actors)
            named_here = Holder(focus.author, "author", turn.start, turn.end)
            reading.voice = named_here if focus.author else None
        sentence.voice = reading.voice
        here = named
        if named:
            here = named[bisect_left(begins, sentence.start) : bisect_left(begins, sentence.end)]
        if "UU" in sentence.words.tags and not PERSONS.isdisjoint(sentence.words.present):
            focus.titles.note(sentence.words, _names_at(sentence, here, actors))
        find_clauses(sentence, reading)
        for clause in sentence.clauses:
            focus.within(clause.quote)
            aside = clause.form == "thing" or _in_relative(clause)
            known = dict(focus.latest) if aside else focus.latest
            person = focus.latest.get("person")
            _resolve(clause, focus, actors, here)
            if person and _is_beside(clause):
                focus.latest["person"] = person
            focus.latest = known  # a text goes on about no thing, and no one only told of
        if not PLANNED.isdisjoint(sentence.words.present):
            _resolve_wills(sentence, reading, focus, actors, here)
        focus.within(-1)
        if here:
            focus.hear(text, here, actors, sentence.number)
    return reading


def _names_at(sentence: Sentence, here: list, actors: Actors) -> dict[int, str]:
    """The codebook's names by the number of the last word of each."""
    return {
        bisect_left(sentence.starts, end) - 1: actors.spoken_for(row)
        for row, _, end in here
        if actors.kinds[row] == "person"
    }


def _named_first(text: str, vocabulary: Vocabulary, *, title: bool = False) -> str:
    """The names a title or a text begins with, several joined: "X and Y reaffirm ..."."""
    text = text.rpartition(": ")[2]
    (raw, lower, tags, told), _ = vocabulary.cut(text, 0, len(text))
    verbs = {raw[at] for at, one in told if one.verb}
    return joint_names(Words(lower, raw, tags), verbs if title else None)


def _resolve_wills(
    sentence: Sentence, reading: Reading, focus: Focus, actors: Actors, here: list
) -> None:
    """Whom the subject of each "will" names.

    Beside another verb it is only told of: "Orlik said Lorn would pay. He" is Orlik.
    """
    focus.within(-1)
    words, person = sentence.words, focus.latest.get("person")
    for at, span in subjects_of_will(sentence):
        place, holder = sentence.starts[at], None
        if can_speak(words.lower, words.tags, *span):
            quotes = ((number, reading.quotations[number]) for number in sentence.quotes)
            focus.within(next((n for n, one in quotes if one.start <= place < one.end), -1))
            start, end = sentence.offsets(*span)
            inside = [hit for hit in here if start <= hit[1] and hit[2] <= end]
            holder = focus.resolve(words, span, (start, end), actors, inside, sentence.number)
        sentence.wills[at] = span, holder if holder and holder.name != UNRESOLVED else None
    focus.within(-1)
    if person and sentence.clauses:
        focus.latest["person"] = person


def _recites(clause: Clause) -> bool:
    """Whether a participle opens a recital of the author: "Recalling the accord of 1988,".

    "Regarding trade" is a preposition, and "recalling it is hard" the subject of a sentence.
    """
    words, first = clause.sentence.words, clause.frame.first
    shouted = words.raw[clause.first].isupper()
    if first > 1 or (words.tags[clause.first] == "P" and not shouted):
        return False
    if clause.cue.stance in ("commit", "decide") and not shouted:
        return False
    if clause.cue.head in SHOWN:
        return False  # "reflecting the accord": what it is like, not what is held
    rest, comma, _ = words.tags[first + 1 :].partition("W")[0].partition(",")
    return not set(rest) & set("BHM") and bool(comma or not set(words.tags) & set("BHM"))


def _in_relative(clause: Clause) -> bool:
    """Whether a clause only tells more of a noun: "the treaty, from which Lorn withdrew"."""
    subject = clause.frame.subject
    before = clause.sentence.words.tags[subject[0] - 1 : subject[0]] if subject else ""
    return clause.frame.kind == "relative" or (before == "W" and bool(subject[0]))


def _is_called_by_pronoun(clause: Clause) -> bool:
    """Whether a noun's owner only points back: "reaffirming its support", but not "our support"."""
    if clause.form != "noun" or not clause.frame.subject:
        return False
    return clause.sentence.words.lower[clause.frame.subject[0]] in ("its", "their", "his", "her")


def _is_beside(clause: Clause) -> bool:
    """Whether a clause tells what went on meanwhile: "as Ostmark launched a raid"."""
    subject = clause.frame.subject
    begun = bool(subject and subject[0])
    return begun and clause.sentence.words.lower[subject[0] - 1] in MEANWHILE


MEANWHILE = ("as", "while", "after", "before", "when")


def _is_office(words: Words, first: int, last: int) -> bool:
    """Whether a noun phrase tells what somebody is, and no name: "the Lornish minister"."""
    head = words.lower[head_of(words.lower, words.tags, first, last)]
    return head in PERSONS or "U" not in words.tags[first:last]


def _resolve(clause: Clause, focus: Focus, actors: Actors, here: list) -> None:
    """The holder of one clause, in the order of the text."""
    frame, sentence = clause.frame, clause.sentence
    if frame.kind in ("shared", "infinitive", "participle"):
        others = [
            c
            for c in sentence.clauses
            if c is not clause
            and c.frame.subject
            and c.form not in ("according", "thing")
            and not _is_called_by_pronoun(c)
            and c.quote in (clause.quote, -1)
        ]
        if frame.kind != "infinitive":  # "condemned Lorn's decision and asked": not Lorn
            others = [c for c in others if c.frame.kind != "noun"]
        before = [c for c in others if c.first < clause.first]
        if frame.kind == "participle":
            after = [c for c in others if c.first > clause.first]
            main = before[-1:] or after[:1]
            if main and main[0].holder is None:
                _resolve(main[0], focus, actors, here)
            clause.holder = main[0].holder if main else None
            if not main and focus.author and _recites(clause):
                clause.holder = Holder(focus.author, "author")
                clause.frame = replace(frame, kind="main")
        elif before:
            main = [c for c in before if not _in_relative(c)]
            aside = sentence.words.tags[max(frame.first - 2, 0) : frame.first] == ",C"
            clause.holder = (main if main and aside else before)[-1].holder
        return
    if frame.subject is None or clause.holder is not None:
        return
    first, last = frame.subject
    start, end = sentence.offsets(first, last)
    word = sentence.words.lower[first]
    if clause.cue.language == "ru" and (first, last) == (clause.first, clause.first + 1):
        word = "мы"  # the ending of the verb says it
    if last == first + 1 and word in OWN and clause.quote >= 0:
        clause.holder = Holder("", f"speaker {clause.quote}", start, end)
        return
    if frame.kind == "noun" and word in ("his", "her", "its", "their"):
        before = [c for c in sentence.clauses if c.first < clause.first and c.frame.subject]
        if before and before[-1].holder:
            clause.holder = before[-1].holder
            return
    if word == "мы":
        name = focus.author or UNRESOLVED
        clause.holder = Holder(name, "author" if focus.author else "no author known", start, end)
        return
    words = sentence.words
    beside = apposition(words, frame)
    if beside and is_name(words, beside) and _is_office(words, first, last):
        first, last = beside  # "Lorn's finance minister, Oren Talvik": the name tells who
        start, end = sentence.offsets(first, last)
    inside = [hit for hit in here if start <= hit[1] and hit[2] <= end] if here else here
    he = None
    if first and words.tags[first - 1] == "C":
        whole = holder_words(words, frame)
        if whole and whole[0] == first - 2:
            who = (first - 2, first - 1)
            he = focus.resolve(words, who, (start, end), actors, [], sentence.number)
    span = (first, last)
    clause.holder = focus.resolve(words, span, (start, end), actors, inside, sentence.number)
    if he and UNRESOLVED not in (he.name, clause.holder.name):  # "he and Premier Lund"
        names = tables.join([he.name, clause.holder.name])
        clause.holder = replace(clause.holder, name=names)
