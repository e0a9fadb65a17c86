"""What a clause tells that nobody holds: possible, hoped, foretold, asked for, past, of others.

The grammar around a cue decides: its modal verb, an "if" or a hope before it, its time, and whether
its subject is a part of whoever speaks.
"""

import re
from itertools import pairwise

from analysis.statements.deeds import is_background
from analysis.statements.holders import Holder
from analysis.statements.modals import DUTY, SPEECH, WILL
from analysis.statements.needs import URGENT
from analysis.statements.nouns import BODIES, DOCUMENTS, GROUPS, PERSONS, SOURCES, head_of, singular
from analysis.statements.phrases import Words, noun_phrase_after
from analysis.statements.predicates import GLAD
from analysis.statements.sentences import Clause
from analysis.statements.settling import HOLDING
from analysis.statements.takes import OWN_SUBJECTS
from analysis.statements.words import QUANTITIES, as_set

__all__ = [
    "CARRYING",
    "NEEDING",
    "is_not_held",
    "is_of_the_past",
    "is_own",
    "is_source",
    "is_told",
    "subject_head",
    "subject_word",
    "was_begun",
]

# Verbs whose object noun says what is done: "reaffirm our support", "express concern".
CARRYING = as_set(
    "express voice convey share reiterate reaffirm affirm renew repeat underline underscore "
    "stress emphasize emphasise confirm restate declare have raise register state note announce "
    "point draw recognize recognise acknowledge recall highlight show demonstrate give make "
    "issue agree say extend send bring take prove united steadfast resolute reconfirm reassert "
    "proclaim signal assure reemphasize reemphasise re-emphasize re-emphasise re-affirm "
    "выразить выражать "
    "высказать высказывать подтвердить подтверждать подчеркнуть подчёркивать отметить отмечать "
    "заявить заявлять указать указывать напомнить констатировать"
)
NEEDING = as_set("need require call demand necessitate warrant cry beg")  # things do so too
GREETING = as_set("be meet join address speak deliver present welcome have host stand open")
LASTING = as_set("continue keep remain")
# What somebody does not choose to do.
UNDERGOING = as_set(
    "face suffer experience endure struggle live be have see lack feel languish die bear hear "
    "receive lose exist grapple confront undergo decline fall rise grow cope contend"
)
LONG_AGO = as_set("ago century decade then")
THAT_TIME = {("that", "time"), ("back", "in"), ("back", "then"), ("back", "when")}
OLD_YEAR = re.compile(r"1\d{3}$")
IN_YEAR = ("in", "since", "of", "year", "by", "during")  # not "the 1951 treaty"
YEAR = re.compile(r"(?:19|20)\d\d$")
POINTS = as_set(
    "points issues remarks observations aspects things areas elements realities matters"
)
POSSIBLE = as_set("could may might can")
CONDITIONS = as_set("if unless whether how")
WISHING = as_set("like love wish want")
# Parts of an author, and papers: what they do and say, it does.
PARTS = BODIES | GROUPS | PERSONS | DOCUMENTS | as_set("member")
REPORTS = SOURCES - DOCUMENTS


def is_not_held(clause: Clause, *, foretold: bool, reported: bool) -> bool:
    """Whether the grammar leaves open that it is done: possible, asked for, wished, addressed.

    A "would" that is `reported` is a plan: "said it would pay if Lorn paid".
    """
    frame, words, last = clause.frame, clause.sentence.words, clause.last
    here = words.lower[last + 1 : last + 3]
    if frame.kind == "infinitive" and not (
        clause.cue.head in CARRYING and clause.holder and _own_before(clause)
    ):
        return True
    if frame.modal in POSSIBLE and not frame.negated:
        return True
    if frame.modal in DUTY and not (frame.modal == "shall" and is_own(clause)):
        return True
    aside = words.tags[last + 1 : last + 3] == ",P"  # "requires, above all,"
    if clause.cue.head in NEEDING and words.tags[last + 1 : last + 2] in ".,;" and not aside:
        return True  # "the support they need"
    if clause.form == "thing" and clause.cue.head in NEEDING and _is_past(clause):
        return True  # "the funds required to carry it out"
    if clause.form == "ing" and _has_been_doing(clause):
        return True
    wants = clause.cue.cue in ("want to", "going to") and is_own(clause)
    if wants and not SPEECH.isdisjoint(here[:1]):
        return True  # "I want to begin by"
    if clause.cue.cue == "want" and not (is_own(clause) and words.tags[last + 1 : last + 2] != "T"):
        return True  # "they want leadership" asks for nothing here
    if clause.cue.stance == "commit" and subject_word(clause) == "us":
        return True  # "let us work for peace" asks
    felt = clause.cue.kind == "adjective" or frame.passive
    if felt and here[:1] == ["to"] and here[1:] and here[1] in GREETING:
        verb = words.tags[last + 3 : last + 4] not in tuple("DRUP")
        if words.tags[last + 2] != "H" or not verb:  # "glad to have seen"
            return True  # "I am pleased to be here"
    if clause.cue.head == "welcome" and (_is_person_next(clause) or _is_person_welcomed(clause)):
        return True  # "welcomed the premier to Karsten", "the guests were welcomed by the mayor"
    if clause.cue.head in LASTING and here[:1] and here[0] in UNDERGOING:
        return True  # "continues to suffer" is done to them
    glad = clause.cue.cue in GLAD and clause.cue.kind == "adjective"
    if glad and words.tags[last + 1 : last + 2] in tuple('.,;:—"'):
        return True  # "I am very happy."
    counted = clause.cue.stance == "affirm" and not QUANTITIES.isdisjoint(here)
    if counted and not POINTS.isdisjoint(words.lower[last + 2 : last + 5]):
        return True  # "I would like to highlight three points": what will be said, not what is
    if clause.form in ("past", "participle") and _is_dated(words):
        return True
    if (frame.modal in WILL and _is_hoped(clause)) or (foretold and _is_foretold(clause)):
        return True
    if _is_open(clause) or is_background(clause):
        return True
    if _is_addressed(clause) and not (reported and clause.cue.stance in ("commit", "decide")):
        return True
    return clause.form == "base" and _is_subjunctive(clause)


def _is_dated(words: Words) -> bool:
    """Whether a sentence opens with the year it tells of: "In March 2024, the ports agreed"."""
    return words.lower[0] in ("in", "since") and any(map(YEAR.match, words.lower[1:4]))


def _has_been_doing(clause: Clause) -> bool:
    """Whether a perfect tells what somebody has long done: "has been supporting the ports"."""
    stance, words = clause.cue.stance, clause.sentence.words
    return stance in ("support", "commit") and "H" in words.tags[clause.frame.first : clause.first]


BEGINNING = as_set(
    "establish initiate unveil allocate mobilize mobilise invoke inaugurate double triple launch"
)
# What somebody tried to do is over, where it is past; so are the steps that he has taken.
BEGUN = BEGINNING | {
    *("aim to", "hope to", "seek", "seek to", "set out to", "want to", "take steps"),
    *("take measures", "take action", "take * steps", "take * measures"),
}


def was_begun(clause: Clause) -> bool:
    """Whether a past form tells what somebody set going: "the ministry has launched a project"."""
    begun = clause.cue.cue in BEGUN and clause.form in ("past", "participle")
    return begun and not is_own(clause) and singular(subject_head(clause)) not in PERSONS


def _is_foretold(clause: Clause) -> bool:
    """Whether a report tells what is to come: "the leaders would express their support"."""
    words, first, last = clause.sentence.words, clause.frame.first, clause.first
    return "would" in words.lower[first:last] and WISHING.isdisjoint(words.lower[first:last])


def subject_word(clause: Clause) -> str:
    """The first word of the subject; empty without one."""
    subject = clause.frame.subject
    return clause.sentence.words.lower[subject[0]] if subject else ""


def is_own(clause: Clause) -> bool:
    """Whether whoever speaks is the subject."""
    return subject_word(clause) in OWN_SUBJECTS


def _is_past(clause: Clause) -> bool:
    words, first = clause.sentence.words, clause.first
    return words.lower[first].endswith("ed") and clause.frame.first == first


def _is_open(clause: Clause) -> bool:
    """Whether it is asked if or how somebody does it: "whether the council supports it"."""
    subject, words = clause.frame.subject, clause.sentence.words
    return bool(subject and subject[0]) and words.lower[subject[0] - 1] in ("whether", "how")


def _is_hoped(clause: Clause) -> bool:
    """Whether it is hoped or believed of others: "we hope that all islands will support this"."""
    subject, words = clause.frame.subject, clause.sentence.words
    if not subject or is_own(clause):
        return False
    return any(
        other.cue.head in HOLDING
        and other.last < subject[0]
        and not set(words.tags[other.last : subject[0]]) & set(",;:C")
        for other in clause.sentence.clauses
    )


def _is_addressed(clause: Clause) -> bool:
    """Whether "you" do it, or somebody would: "if Lorn paid, we would support it"."""
    words, frame = clause.sentence.words, clause.frame
    if subject_word(clause) == "you":
        return True
    unsure = frame.modal in ("would", "'d") and clause.cue.kind == "verb"
    return unsure and not CONDITIONS.isdisjoint(words.present)


def _is_subjunctive(clause: Clause) -> bool:
    """Whether it is only wished that somebody do it: "it is vital that all sides seek talks"."""
    words, frame = clause.sentence.words, clause.frame
    if frame.subject is None or frame.modal or frame.kind != "main":
        return False
    first = frame.subject[0]
    if words.lower[first] in OWN_SUBJECTS or words.lower[first - 1 : first] != ["that"]:
        return False
    asked = any(cue.stance == "call" for _, last, cue in clause.sentence.fixed if last < first)
    asked |= first > 1 and words.lower[first - 2] in URGENT
    return asked or any(
        other.cue.stance == "call" and other.first < first for other in clause.sentence.clauses
    )


def is_of_the_past(clause: Clause, holder: Holder) -> bool:
    """Whether a speaker tells what somebody else had done: "Lorn had condemned the plan"."""
    if holder.basis == "author":
        return False
    words, first = clause.sentence.words, clause.frame.first
    had = "had" in words.lower[first : clause.first]
    if clause.form != "past" and not had:
        return False
    if had or not LONG_AGO.isdisjoint(words.present):
        return True
    if "#" in words.tags and any(
        before in IN_YEAR and OLD_YEAR.match(word) for before, word in pairwise(words.lower)
    ):
        return True
    back = "back" in words.present or "time" in words.present
    return back and not THAT_TIME.isdisjoint(pairwise(words.lower))


def _is_person_next(clause: Clause) -> bool:
    """Whether a person is the object: "welcomed the premier", but not "the premier's plan"."""
    words = clause.sentence.words
    span = noun_phrase_after(words, clause.last + 1)
    if span is None:
        return False
    head = head_of(words.lower, words.tags, *span)
    there = words.tags[span[1] : span[1] + 2] in ("TU", "TD", "PU", "PD")
    named = words.tags[head] == "U" and there and words.lower[span[1]] in ("to", "at")
    return words.lower[head] in PERSONS or words.lower[head] == "you" or named


def _is_person_welcomed(clause: Clause) -> bool:
    """Whether persons are received, as guests are: "the ministers were welcomed by the mayor"."""
    words, guest = clause.sentence.words, clause.patient
    if guest is None or (not clause.frame.passive and clause.frame.kind != "agent"):
        return False
    head = words.lower[head_of(words.lower, words.tags, *guest)]
    return singular(head) in PERSONS


def is_source(clause: Clause) -> bool:
    """Whether a report or a poll is the subject, and no declaration."""
    return subject_head(clause) in REPORTS


def is_told(clause: Clause) -> bool:
    """Whether a speaker only tells what some do: "most banks have lowered their rates"."""
    subject, stance = clause.frame.subject, clause.cue.stance
    if clause.form == "thing" or (is_own(clause) and stance != "commit"):
        return False
    if subject is None:  # "the help promised to them"
        return stance in ("commit", "decide")
    words = clause.sentence.words.lower[subject[0] : subject[1]]
    return PARTS.isdisjoint(words) and PERSONS.isdisjoint(map(singular, words))


def subject_head(clause: Clause) -> str:
    """The head of the subject; empty without one."""
    subject, words = clause.frame.subject, clause.sentence.words
    return words.lower[head_of(words.lower, words.tags, *subject)] if subject else ""


def _own_before(clause: Clause) -> bool:
    """Whether "we" or "I" leads the sentence: "we have convened to reaffirm ..."."""
    words = clause.sentence.words
    return not OWN_SUBJECTS.isdisjoint(words.lower[: clause.first])
