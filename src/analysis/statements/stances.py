"""The stances of one sentence: which cue, of which holder, with which object.

A cue counts when its grammar gives it a holder: a verb by its subject, a noun by its owner or its
verb ("our commitment", "expressed concern"), an adjective by "is". Words of duty and judgement
("must", "unacceptable") count where somebody speaks: in a text that speaks for itself, in a
quotation, in a reported content. A judgement counts only where nothing clearer stands.
"""

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from analysis.statements.acting import feels_with, of_clause
from analysis.statements.assertions import of_evaluation, of_views
from analysis.statements.holders import UNRESOLVED, Holder
from analysis.statements.holding import is_source, subject_head
from analysis.statements.imperatives import of_imperative
from analysis.statements.items import as_item
from analysis.statements.modals import SPEECH, of_modals
from analysis.statements.needs import of_needs, of_part, of_phrases
from analysis.statements.nouns import DOCUMENTS
from analysis.statements.reporters import reporter
from analysis.statements.sentences import Clause, Reading, Sentence, Statement
from analysis.statements.settling import settled
from analysis.statements.takes import OWN_SUBJECTS, Take, asks
from analysis.statements.words import as_set

__all__ = ["find_takes"]


def find_takes(
    reading: Reading,
    sentence: Sentence,
    around: list[Statement],
    lead: Take | None = None,
    *,
    bare: bool = False,
) -> tuple[list[Take], str]:
    """The stances of a sentence in the order of their cues, and if none, why.

    `around` are the statements whose content lies in the sentence or runs over it, `lead` is the
    stance that a sentence before hands on to its items, and after "to:" they are `bare`.
    """
    if reading.own and not ANYBODY.isdisjoint(sentence.words.present) and _is_hearsay(sentence):
        return [], "others, who are not named, are said to hold it"
    voice, statement = _voice(sentence.voice, around)
    found: list[Take] = []
    things = []
    for clause in sentence.clauses:
        if clause.form == "thing":
            things += of_clause(reading, clause, voice, statement)
        elif clause.frame.kind != "noun":
            found += of_clause(reading, clause, voice, statement)
    if voice:
        tags = sentence.words.tags
        if "M" in tags or "HT" in tags:
            found += of_modals(sentence, voice, statement, found)
        if sentence.fixed:
            found += of_phrases(sentence, voice, statement)
        if "includes" in sentence.words.present:
            found += of_part(sentence, voice, statement)
        if sentence.judged or "need" in sentence.words.present:
            found += of_needs(sentence, voice, statement)
        found += of_imperative(sentence, voice, statement)
    found = settled(sentence, found or things)
    if found and asks(sentence):  # "would we support it?": it takes no side, but may condemn
        found = [take for take in found if take.stance == "oppose"]
    speaks = statement is None or statement.mode == "direct"
    speaks = speaks or statement.clause.sentence is not sentence  # "he spoke about this"
    if voice and found and speaks and sentence.judged:
        found += of_evaluation(sentence, voice, statement, found)
    if not found:
        for clause in sentence.clauses:
            if clause.frame.kind == "noun" and _in_front(clause):
                found += of_clause(reading, clause, voice, statement)
    item = as_item(sentence, lead, bare=bare) if lead else None
    if item:
        found = [] if bare else found
        found = [take for take in found if take.how != "duty"] or [item]
    if voice and not found and not _is_courtesy(sentence):
        found += of_views(sentence, voice, statement, speaks=speaks)
        if not found and statement is not None:
            found += _of_saying(voice, statement)
    if not found:
        return found, _reason(sentence, voice)
    kept: dict[str, Take] = {}
    for take in sorted(found, key=CUE):
        kept.setdefault(take.stance, take)
    takes = list(kept.values())
    return [one._replace(reported_by=reporter(one.cue, one.holder, around)) for one in takes], ""


CUE = attrgetter("cue")


def _voice(
    author: Holder | None, around: list[Statement]
) -> tuple[Holder | None, Statement | None]:
    """Whose words a sentence is, if somebody's: of a quotation, of a report, of the author."""
    if not around:
        return author, None
    direct = [s for s in around if s.mode == "direct" and s.holder.name]
    if direct:
        return direct[0].holder, direct[0]
    told = [
        s
        for s in around
        if s.holder.name
        and s.clause.cue.stance in ("", "affirm")
        and not (s.holder.basis == "words" and is_source(s.clause))
    ]
    if author and (author.name != UNRESOLVED or not told):
        return author, None
    if told:  # better than an author whom nobody names
        return told[0].holder, told[0]
    return None, None


def _reason(sentence: Sentence, voice: Holder | None) -> str:
    stances = [clause for clause in sentence.clauses if clause.cue.stance]
    if any(clause.frame.negated for clause in stances):
        return "the cue is denied"
    if any(clause.form == "thing" for clause in stances):
        return "the subject of the cue is no one who can hold a position"
    if stances:
        return "the cue has no subject of its own"
    if any(not clause.cue.stance for clause in sentence.clauses):
        return "says something without taking a stance"
    if voice is None:
        return "nobody speaks here and the cue has no subject"
    return "the cue is no verb of a holder here"


ANYBODY = as_set(
    "others some many critics few sceptics skeptics commentators observers analysts pundits"
)


def _is_hearsay(sentence: Sentence) -> bool:
    """Whether a sentence only tells what nobody in particular holds: "some say that"."""
    told = (clause for clause in sentence.clauses if clause.frame.kind in ("main", "according"))
    first = next(told, None)
    return (
        first is not None
        and first.cue.stance in ("", "affirm")
        and subject_head(first) in ANYBODY
        and "but" not in sentence.words.present
    )


def _opens_speech(lower: list[str]) -> bool:
    """Whether somebody only says what he will speak of: "tonight I want to talk to you about"."""
    if "i" not in lower[:6]:
        return False
    at = lower.index("i") + 1
    first = at
    while not LEADING_UP.isdisjoint(lower[at : at + 1]):
        at += 1
    talks = not SPEECH.isdisjoint(lower[at : at + 1]) and lower[at + 1 : at + 2] != ["by"]
    return at > first and talks


LEADING_UP = as_set(
    "will shall 'll am going to would 'd like want wish then now also briefly first next try"
)
ASKING = ("ask about", "ask whether", "ask if", "ask how", "ask why", "ask w", "raise ")


THOSE = as_set("those mine own solely")


def _is_courtesy(sentence: Sentence) -> bool:
    """Whether a sentence tells of a meeting, thanks, a question or whose views these are."""
    first = next((c for c in sentence.clauses if c.frame.kind in ("main", "shared")), None)
    asked = first is not None and first.cue.cue.startswith(ASKING) and first.form != "thing"
    lower = sentence.words.lower
    if asked or _opens_speech(lower) or (first is not None and feels_with(first)):
        return True
    disclaims = ("views", "expressed") in pairwise(lower[:8])
    if disclaims and not THOSE.isdisjoint(lower):
        return True  # "the views expressed here are those of the speaker": whose, not which
    if first is None or first.cue.kind != "courtesy" or first.form == "thing":
        return False
    if _is_subordinate(first):
        return False  # "as we gather today, our nation confronts"
    subject = first.frame.subject  # in "it is good news that the sides have met" others meet
    own = subject is None or sentence.words.lower[subject[0]] in OWN_SUBJECTS
    if first.frame.modal and not (own or first.cue.rest):
        return False  # "no country can meet this alone"
    return subject is None or "B" not in sentence.words.tags[: subject[0]]


def _is_subordinate(clause: Clause) -> bool:
    subject = clause.frame.subject
    return bool(subject and subject[0]) and clause.sentence.words.tags[subject[0] - 1] == "K"


def _in_front(clause: Clause) -> bool:
    """Whether a noun leads its sentence: "Our commitment to the accord is firm"."""
    if not clause.frame.subject:
        return False
    first = clause.frame.subject[0]
    tags = clause.sentence.words.tags
    return not set(tags[:first]) & set("nUdgR#")


def _of_saying(voice: Holder, statement: Statement) -> Iterator[Take]:
    """What a declaration says, or somebody notes, is asserted even where no other cue stands."""
    clause = statement.clause
    subject = clause.frame.subject
    words = clause.sentence.words
    document = bool(subject) and any(
        word in DOCUMENTS for word in words.lower[subject[0] : subject[1]]
    )
    if clause.cue.stance or document:
        yield Take(
            voice, clause.span, clause.cue.stance or "affirm", clause.cue.strength, False, None,
            "said", statement, "",
        )  # fmt: skip
