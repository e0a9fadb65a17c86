"""The stances of one clause: a cue in its frame, with its holder and what stands after it.

A verb takes the stance of its cue, or that of its object ("reaffirm our support"); what is only
possible, wished of others, or told of somebody long ago takes none.
"""

from collections.abc import Iterator

from analysis.statements.clauses import SHOWN
from analysis.statements.holders import Holder
from analysis.statements.holding import (
    CARRYING,
    NEEDING,
    is_not_held,
    is_of_the_past,
    is_own,
    is_source,
    is_told,
    subject_head,
    subject_word,
    was_begun,
)
from analysis.statements.lexicon import Cue
from analysis.statements.modals import WILL
from analysis.statements.nouns import DOCUMENTS, PLANS
from analysis.statements.objects import object_nouns, owned_nouns
from analysis.statements.sentences import Clause, Reading, Statement
from analysis.statements.settling import HOLDING
from analysis.statements.takes import Take, denies_plan, is_reported, make_take
from analysis.statements.words import as_set

__all__ = ["feels_with", "of_clause"]

OF_THINGS = NEEDING | SHOWN
# What a denial turns a stance into; a stance left out is none when denied.
DENIED = {"support": "oppose", "affirm": "oppose", "commit": "oppose"}
# A plan all the same: "we do not intend to pay"; "we are not going to accept it" opposes.
PLANNING = as_set("going intend plan expect aim seek")
ACCEPTING = as_set("accept tolerate recognise recognize condone countenance support")
DENIED_OPPOSITION = as_set("oppose object disagree opposed against")
DATA = as_set(
    "data figures indicators indicator statistics survey surveys poll polls information releases"
)
ESTIMATING = as_set("estimate calculate believe think say report")
ARGUING = as_set("argue contend submit")  # "I will argue that": the view itself
WANTING = as_set("want wish did")


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
    reported = is_reported(clause.sentence, statement)
    if is_not_held(clause, foretold=foretold, reported=reported) or (
        reading.own and (is_of_the_past(clause, holder) or was_begun(clause))
    ):
        return
    if holder.basis == "words" and (is_source(clause) or (reading.own and is_told(clause))):
        return  # "three sources agree": a remark on sources is nobody's position
    if thing and cue.head in SHOWN and subject_head(clause) in DATA:
        return  # "the indicators show that output slowed"
    if thing and cue.head in SHOWN and cue.stance in ("", "call"):
        if voice and clause.sentence.words.lower[clause.last + 1 : clause.last + 2] == ["that"]:
            yield _take(clause, voice, cue, clause.last, "judgement", statement, "affirm")
        return  # "the evidence suggests that": as the speaker sees it
    if (cue.kind == "adjective" and _announces(clause)) or feels_with(clause):
        return  # "proud to announce": the announcing counts
    whole = cue.rest and cue.stance not in ("", "affirm")  # "have confidence in the pledges"
    nouns, beside = [], False
    if cue.head in CARRYING and not whole:
        nouns, beside = object_nouns(clause, holder.name)
    for noun, last in nouns:
        yield _take(clause, holder, noun, last, how, statement)
    if (beside or not nouns) and not _is_part(clause):
        yield from _of_cue(clause, holder, how, statement)


def _of_cue(
    clause: Clause, holder: Holder, how: str, statement: Statement | None
) -> Iterator[Take]:
    """The stance of the cue itself, turned by a denial, and its plan where a "will" stands."""
    cue, frame, stance = clause.cue, clause.frame, clause.cue.stance
    words = clause.sentence.words.lower
    holds_no = "no" in words[clause.first : clause.last + 1] and "no" not in cue.rest
    if (frame.negated or holds_no) and cue.head not in HOLDING:  # "do not believe" is a view
        following = words[clause.last : clause.last + 3]
        if cue.head not in PLANNING or not ACCEPTING.isdisjoint(following):
            stance = "support" if cue.head in DENIED_OPPOSITION else DENIED.get(stance, "")
        if cue.stance == "commit" and (
            holds_no or not WANTING.isdisjoint((cue.head, *_auxiliaries(clause)))
        ):
            return  # "I did not intend to come", "I do not want to", "we have no ambition"
    if not stance:
        return
    plans = cue.head not in NEEDING and cue.head not in ARGUING
    plans = plans and (stance == cue.stance or stance == "commit")  # "will never accept" opposes
    if frame.modal == "would" and stance == "decide" and is_reported(clause.sentence, statement):
        stance = "commit"
    if frame.modal in WILL and clause.form != "thing" and plans:
        if stance not in ("commit", "decide", "affirm", "call"):
            tags = clause.sentence.words.tags
            at = next(i for i in range(frame.first, clause.first) if tags[i] == "M")
            yield make_take(
                clause.sentence,
                holder,
                at,
                at,
                "commit",
                2,
                frame.negated,
                clause.last,
                "will",
                statement,
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
    stance, negated = stance or cue.stance, clause.frame.negated
    if stance in ("commit", "decide"):
        none = cue.head == "have" and cue.rest[:1] == ("no",)  # "have no intention of"
        negated |= none or denies_plan(clause.sentence.words, last)
    return make_take(
        clause.sentence, holder, clause.first, last, stance, cue.strength, negated, last, how,
        statement,
    )  # fmt: skip


def _holder_of(clause: Clause, voice: Holder | None) -> tuple[Holder | None, str]:
    """Who takes the stance: the subject, or whoever speaks where a thing or nobody does it."""
    cue, frame = clause.cue, clause.frame
    if clause.form == "thing":
        called = cue.head in OF_THINGS
        if cue.stance == "commit" and is_own(clause) and subject_head(clause) in PLANS:
            return voice, "will"  # "our policy seeks to"
        if cue.stance not in ("affirm", "concern", "oppose") and not called:
            return None, ""
        return voice, "judgement"
    if cue.head == "need" and clause.form in ("base", "s") and not is_own(clause):
        return voice, "judgement"  # "the islanders need relief": as the speaker sees it
    if not frame.passive:
        return clause.holder, cue.kind
    if cue.stance == "decide" and clause.holder and clause.holder.basis == "codebook":
        return clause.holder, cue.kind
    if cue.head in ESTIMATING and subject_word(clause) == "it":
        return None, ""  # "it is estimated that": by somebody
    following = clause.sentence.words.tags[clause.last + 1 : clause.last + 2]
    expletive = subject_word(clause) == "it" and following in ("T", "W")  # "it was decided to"
    if (cue.stance in ("commit", "decide") and not expletive) or frame.negated:
        return None, ""
    if cue.head in ("deny", "refuse"):
        return None, ""  # "they were denied water": by others
    return voice, cue.kind


def feels_with(clause: Clause) -> bool:
    """Whether somebody only says what others feel: "I know that you are sad tonight"."""
    words = clause.sentence.words.lower[clause.last : clause.last + 3]
    return words[0] == "that" and words[1:2] in (["you"], ["your"]) and clause.cue.cue in KNOWN


KNOWN = ("know that", "understand that", "realize", "realise")


def _announces(clause: Clause) -> bool:
    """Whether a feeling only introduces an act: "we are pleased to announce a new port"."""
    words, last = clause.sentence.words.lower, clause.last
    return words[last + 1 : last + 2] == ["to"] and words[last + 2 : last + 3] in ANNOUNCING


ANNOUNCING = [["announce"], ["confirm"], ["declare"], ["launch"], ["sign"]]
PERFORMING = as_set("opportunity proud pleased happy delighted honoured honored glad like wish")


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
    performs = words.lower[frame.first - 1] in PERFORMING  # "we are proud to announce"
    return frame.kind == "infinitive" and stance in ("commit", "decide") and not performs


def _opens(clause: Clause) -> bool:
    """Whether an adjective opens the sentence: "Deeply concerned by the raids, the council"."""
    return clause.cue.kind == "adjective" and clause.sentence.words.tags[clause.first] != "P"


def _auxiliaries(clause: Clause) -> list[str]:
    return clause.sentence.words.lower[clause.frame.first : clause.first]


def _of_document(clause: Clause) -> bool:
    return subject_head(clause) in DOCUMENTS


def _is_statement_cue(clause: Clause, statement: Statement | None) -> bool:
    """Whether the clause only introduces the quotation that the sentence holds."""
    return (
        statement is not None
        and statement.clause is clause
        and statement.mode == "direct"
        and not clause.cue.stance
    )
