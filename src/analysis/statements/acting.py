"""The stances of one clause: a cue in its frame, with its holder and what stands after it.

A verb takes the stance of its cue, or that of its object ("reaffirm our support"); what is only
possible, wished of others, or told of somebody long ago takes none.
"""

import re
from collections.abc import Iterator

from analysis.statements.clauses import SHOWN
from analysis.statements.frames import noun_phrase_after
from analysis.statements.holders import Holder
from analysis.statements.lexicon import Cue
from analysis.statements.nouns import (
    BODIES,
    DOCUMENTS,
    GROUPS,
    PERSONS,
    PLANS,
    SOURCES,
    head_of,
)
from analysis.statements.objects import object_nouns, owned_nouns
from analysis.statements.sentences import Clause, Reading, Statement
from analysis.statements.settling import HOLDING
from analysis.statements.takes import (
    DUTY,
    OWN_SUBJECTS,
    URGENT,
    WILL,
    Take,
    make_take,
)
from analysis.statements.words import as_set

__all__ = ["is_source", "of_clause", "subject_head"]

# Verbs whose object noun says what is done: "reaffirm our support", "express concern".
CARRYING = as_set(
    "express voice convey share reiterate reaffirm affirm renew repeat underline underscore "
    "stress emphasize emphasise confirm restate declare have raise register state note announce "
    "point draw recognize recognise acknowledge recall highlight show demonstrate give make "
    "issue agree say extend send bring take prove united steadfast resolute reconfirm reassert "
    "proclaim signal"
)
NEEDING = as_set("need require call demand necessitate warrant cry beg")  # things do so too
OF_THINGS = NEEDING | SHOWN
REPORTS = SOURCES - DOCUMENTS
# What a denial turns a stance into; a stance left out is none when denied.
DENIED = {"support": "oppose", "affirm": "oppose", "commit": "oppose"}
DENIED_OPPOSITION = as_set("oppose object disagree opposed against")
GREETING = as_set("be meet join address speak deliver present welcome have host stand open")
LASTING = as_set("continue keep remain")
# What somebody does not choose to do.
UNDERGOING = as_set(
    "face suffer experience endure struggle live be have see lack feel languish die bear hear "
    "receive lose exist grapple confront undergo decline fall rise grow"
)
LONG_AGO = as_set("ago century decade then back")
OLD_YEAR = re.compile(r"1\d{3}$")
HOPING = as_set("hope wish trust expect")
ESTIMATING = as_set("estimate calculate believe think say report")
POSSIBLE = as_set("could may might can")
WANTING = as_set("want wish did didn")
CONDITIONS = as_set("if unless whether")
# Parts of an author, and papers: what they do and say, it does.
PARTS = BODIES | GROUPS | PERSONS | DOCUMENTS | as_set("member")


def of_clause(
    reading: Reading, clause: Clause, voice: Holder | None, statement: Statement | None
) -> Iterator[Take]:
    """The stances that one clause takes, of its holder or of whoever speaks."""
    cue, thing = clause.cue, clause.form == "thing"
    if cue.kind == "courtesy":
        return
    if cue.head in CARRYING and (thing or _of_document(clause)):
        owned = owned_nouns(clause)
        for noun in owned:
            yield _take(noun, noun.holder, noun.cue, noun.last, "noun", statement)
        if owned and thing:
            return
    holder, how = _holder_of(clause, voice)
    if holder is None or not holder.name or _is_statement_cue(clause, statement):
        return
    foretold = not reading.own and (statement is None or statement.clause is clause)
    if _is_not_held(clause, foretold=foretold) or (reading.own and _is_of_the_past(clause, holder)):
        return
    if holder.basis == "words" and (is_source(clause) or (reading.own and _is_told(clause))):
        return  # "three sources agree": a remark on sources is nobody's position
    if thing and cue.head in SHOWN and cue.stance in ("", "call"):
        if voice and clause.sentence.words.lower[clause.last + 1 : clause.last + 2] == ["that"]:
            yield _take(clause, voice, cue, clause.last, "judgement", statement, "affirm")
        return  # "the evidence suggests that": as the speaker sees it
    whole = cue.rest and cue.stance not in ("", "affirm")  # "have confidence in the pledges"
    nouns = object_nouns(clause, holder.name) if cue.head in CARRYING and not whole else []
    for noun, last in nouns:
        yield _take(clause, holder, noun, last, how, statement)
    if not nouns and not _is_part(clause):
        yield from _of_cue(clause, holder, how, statement)


def _of_cue(
    clause: Clause, holder: Holder, how: str, statement: Statement | None
) -> Iterator[Take]:
    """The stance of the cue itself, turned by a denial, and its plan where a "will" stands."""
    cue, frame, stance = clause.cue, clause.frame, clause.cue.stance
    words = clause.sentence.words.lower
    holds_no = "no" in words[clause.first : clause.last + 1] and "no" not in cue.rest
    if (frame.negated or holds_no) and cue.head not in HOLDING:  # "do not believe" is a view
        stance = "support" if cue.head in DENIED_OPPOSITION else DENIED.get(stance, "")
        if cue.stance == "commit" and not WANTING.isdisjoint((cue.head, *_auxiliaries(clause))):
            return  # "I did not intend to come", "I do not want to"
    if not stance:
        return
    if frame.modal in WILL and clause.form != "thing" and cue.head not in NEEDING:
        if stance not in ("commit", "decide", "affirm", "call"):
            tags = clause.sentence.words.tags
            at = next(i for i in range(frame.first, clause.first) if tags[i] == "M")
            yield make_take(
                clause.sentence, holder, at, at, "commit", 2, False, clause.last, "will", statement
            )
        else:
            stance = "commit"
    yield _take(clause, holder, cue, clause.last, how, statement, stance)


def _take(
    clause: Clause,
    holder: Holder,
    cue: Cue,
    last: int,
    how: str,
    statement: Statement | None,
    stance: str = "",
) -> Take:
    return make_take(
        clause.sentence, holder, clause.first, last, stance or cue.stance, cue.strength,
        clause.frame.negated, last, how, statement,
    )  # fmt: skip


def _holder_of(clause: Clause, voice: Holder | None) -> tuple[Holder | None, str]:
    """Who takes the stance: the subject, or whoever speaks where a thing or nobody does it."""
    cue, frame, thing = clause.cue, clause.frame, clause.form == "thing"
    if thing or (clause.holder is None and frame.passive):
        called = thing and cue.head in OF_THINGS
        if thing and cue.stance == "commit" and _is_own(clause) and subject_head(clause) in PLANS:
            return voice, "will"  # "our policy seeks to"
        if cue.stance not in ("affirm", "concern", "oppose") and not called:
            return None, ""
        return voice, "judgement"
    if not frame.passive:
        return clause.holder, cue.kind
    if cue.stance == "decide" and clause.holder and clause.holder.basis == "codebook":
        return clause.holder, cue.kind
    if cue.head in ESTIMATING and _subject_word(clause) == "it":
        return None, ""  # "it is estimated that": by somebody
    following = clause.sentence.words.tags[clause.last + 1 : clause.last + 2]
    expletive = _subject_word(clause) == "it" and following in ("T", "W")  # "it was decided to"
    if (cue.stance in ("commit", "decide") and not expletive) or frame.negated:
        return None, ""
    return voice, cue.kind


def _is_not_held(clause: Clause, *, foretold: bool) -> bool:
    """Whether the grammar leaves open that it is done: possible, asked for, wished, addressed."""
    frame, words, last = clause.frame, clause.sentence.words, clause.last
    if frame.kind == "infinitive" and not (
        clause.cue.head in CARRYING and clause.holder and _own_before(clause)
    ):
        return True
    if frame.modal in POSSIBLE and not frame.negated:
        return True
    if frame.modal in DUTY and not (frame.modal == "shall" and _is_own(clause)):
        return True
    if clause.cue.head in NEEDING and words.tags[last + 1 : last + 2] in ".,;":
        return True  # "the support they need"
    if clause.form == "thing" and clause.cue.head in NEEDING and _is_past(clause):
        return True  # "the funds required to carry it out"
    if clause.cue.cue == "want" and not (_is_own(clause) and words.tags[last + 1] != "T"):
        return True  # "they want leadership" asks for nothing here
    if clause.cue.stance == "commit" and _subject_word(clause) == "us":
        return True  # "let us work for peace" asks
    here = words.lower[last + 1 : last + 3]
    if clause.cue.kind == "adjective" and here[:1] == ["to"] and here[1:] and here[1] in GREETING:
        return True  # "I am pleased to be here"
    if clause.cue.head == "welcome" and (_is_person_next(clause) or _is_person_welcomed(clause)):
        return True  # "welcomed the premier to Karsten", "the guests were welcomed by the mayor"
    if clause.cue.head in LASTING and here[:1] and here[0] in UNDERGOING:
        return True  # "continues to suffer" is done to them
    if _is_hoped(clause) or (foretold and _is_foretold(clause)):
        return True
    return _is_condition(clause) or _is_addressed(clause) or _is_subjunctive(clause)


def _is_foretold(clause: Clause) -> bool:
    """Whether a report tells what is to come: "the leaders would express their support"."""
    words, first, last = clause.sentence.words, clause.frame.first, clause.first
    return "would" in words.lower[first:last] and WISHING.isdisjoint(words.lower[first:last])


WISHING = as_set("like love wish want")


def _is_part(clause: Clause) -> bool:
    """Whether a clause only belongs to another: what a verb takes alone does not count there."""
    frame, words, stance = clause.frame, clause.sentence.words, clause.cue.stance
    if frame.kind == "participle":  # "promoting respect" belongs to what the main verb says
        return not _opens(clause) and not (
            stance == "affirm" and words.lower[clause.last + 1 : clause.last + 2] == ["that"]
        )
    if frame.kind == "relative":  # "the pact that contributes to": said of it, not by it
        return not _of_document(clause) or stance in ("commit", "decide")
    # "no reason to raise": nothing is raised
    return frame.kind == "infinitive" and stance in ("commit", "decide")


def _opens(clause: Clause) -> bool:
    """Whether an adjective opens the sentence: "Deeply concerned by the raids, the council"."""
    return clause.cue.kind == "adjective" and clause.sentence.words.tags[clause.first] != "P"


def _subject_word(clause: Clause) -> str:
    """The first word of the subject; empty without one."""
    subject = clause.frame.subject
    return clause.sentence.words.lower[subject[0]] if subject else ""


def _is_own(clause: Clause) -> bool:
    return _subject_word(clause) in OWN_SUBJECTS


def _is_past(clause: Clause) -> bool:
    words, first = clause.sentence.words, clause.first
    return words.lower[first].endswith("ed") and clause.frame.first == first


def _auxiliaries(clause: Clause) -> list[str]:
    return clause.sentence.words.lower[clause.frame.first : clause.first]


def _is_condition(clause: Clause) -> bool:
    """Whether somebody does it only perhaps: "unless the council decides otherwise"."""
    subject, words = clause.frame.subject, clause.sentence.words
    return bool(subject and subject[0]) and words.lower[subject[0] - 1] in CONDITIONS


def _is_hoped(clause: Clause) -> bool:
    """Whether it is hoped or believed of others: "we hope that all islands will support this"."""
    subject, words = clause.frame.subject, clause.sentence.words
    if not subject or clause.frame.modal not in WILL or _is_own(clause):
        return False
    return any(
        (other.cue.head in HOPING or other.cue.head in HOLDING)
        and other.last < subject[0]
        and not set(words.tags[other.last : subject[0]]) & set(",;:C")
        for other in clause.sentence.clauses
    )


def _is_addressed(clause: Clause) -> bool:
    """Whether "you" do it, or somebody would: "if Lorn paid, we would support it"."""
    words, frame = clause.sentence.words, clause.frame
    if _subject_word(clause) == "you":
        return True
    unsure = frame.modal in ("would", "'d") and clause.cue.kind == "verb"
    return unsure and not CONDITIONS.isdisjoint(words.lower)


def _is_subjunctive(clause: Clause) -> bool:
    """Whether it is only wished that somebody do it: "it is vital that all sides seek talks"."""
    words, frame = clause.sentence.words, clause.frame
    if clause.form != "base" or frame.subject is None or frame.modal or frame.kind != "main":
        return False
    first = frame.subject[0]
    if words.lower[first] in OWN_SUBJECTS or words.lower[first - 1 : first] != ["that"]:
        return False
    asked = any(cue.stance == "call" for _, last, cue in clause.sentence.fixed if last < first)
    asked |= first > 1 and words.lower[first - 2] in URGENT
    return asked or any(
        other.cue.stance == "call" and other.first < first for other in clause.sentence.clauses
    )


def _is_of_the_past(clause: Clause, holder: Holder) -> bool:
    """Whether a speaker tells what somebody else had done: "Lorn had condemned the plan"."""
    words, first = clause.sentence.words, clause.frame.first
    had = "had" in words.lower[first : clause.first]
    if holder.basis == "author" or (clause.form != "past" and not had):
        return False
    return had or not LONG_AGO.isdisjoint(words.lower) or any(map(OLD_YEAR.match, words.lower))


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
    return head in PERSONS or head.rstrip("s") in PERSONS


def _of_document(clause: Clause) -> bool:
    return subject_head(clause) in DOCUMENTS


def is_source(clause: Clause) -> bool:
    """Whether a report or a poll is the subject, and no declaration."""
    return subject_head(clause) in REPORTS


def _is_told(clause: Clause) -> bool:
    """Whether a speaker only tells what some do: "most banks have lowered their rates"."""
    subject, stance = clause.frame.subject, clause.cue.stance
    if clause.form == "thing" or (_is_own(clause) and stance != "commit"):
        return False
    if subject is None:  # "the help promised to them"
        return stance in ("commit", "decide")
    return PARTS.isdisjoint(clause.sentence.words.lower[subject[0] : subject[1]])


def subject_head(clause: Clause) -> str:
    """The head of the subject; empty without one."""
    subject, words = clause.frame.subject, clause.sentence.words
    return words.lower[head_of(words.lower, words.tags, *subject)] if subject else ""


def _own_before(clause: Clause) -> bool:
    """Whether "we" or "I" leads the sentence: "we have convened to reaffirm ..."."""
    words = clause.sentence.words
    return not OWN_SUBJECTS.isdisjoint(words.lower[: clause.first])


def _is_statement_cue(clause: Clause, statement: Statement | None) -> bool:
    """Whether the clause only introduces the quotation that the sentence holds."""
    return (
        statement is not None
        and statement.clause is clause
        and statement.mode == "direct"
        and not clause.cue.stance
    )
