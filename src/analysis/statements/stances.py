"""The stances of one sentence: which cue, of which holder, with which object.

A cue counts when its grammar gives it a holder: a verb by its subject, a noun by its owner or its
verb ("our commitment", "expressed concern"), an adjective by "is". Words of duty and judgement
("must", "unacceptable") count where somebody speaks: in a text that speaks for itself, in a
quotation, in a reported content. A judgement counts only where nothing clearer stands.
"""

from collections.abc import Iterator

from analysis.statements.holders import UNRESOLVED, Holder
from analysis.statements.lexicon import Cue
from analysis.statements.nouns import DOCUMENTS, SOURCES, head_of
from analysis.statements.sentences import Clause, Reading, Sentence, Statement
from analysis.statements.settling import settled
from analysis.statements.takes import (
    DUTY,
    OWN_SUBJECTS,
    WILL,
    Take,
    make_take,
    of_judgement,
    of_modals,
    of_needs,
    of_phrases,
)
from analysis.statements.words import as_set

__all__ = ["find_takes"]

# Verbs whose object noun says what is done: "reaffirm our support", "express concern".
CARRYING = as_set(
    "express voice convey share reiterate reaffirm affirm renew repeat underline underscore "
    "stress emphasize emphasise confirm restate declare have raise register state note announce "
    "point draw recognize recognise acknowledge recall highlight show demonstrate give make "
    "issue agree say extend send bring take prove united steadfast resolute"
)
NEEDING = as_set("need require call demand")  # things do so too: "the situation calls for"
# What a denial turns a stance into; a stance left out is none when denied.
DENIED = {"support": "oppose", "affirm": "oppose", "commit": "oppose"}
DENIED_OPPOSITION = as_set("oppose object disagree opposed against")


def find_takes(
    reading: Reading, sentence: Sentence, around: list[Statement]
) -> tuple[list[Take], str]:
    """The stances of a sentence in the order of their cues, and if none, why.

    `around` are the statements whose content lies in the sentence or runs over it.
    """
    voice, statement = _voice(reading, sentence, around)
    reporter = _reporter(sentence, around)
    found: list[Take] = []
    used: set[int] = set()
    things = []
    for clause in sentence.clauses:
        if clause.form == "thing":
            things += _of_clause(reading, clause, voice, statement, used)
        elif clause.frame.kind != "noun":
            found += _of_clause(reading, clause, voice, statement, used)
    if voice:
        found += of_modals(sentence, voice, statement, found)
        found += of_phrases(sentence, voice, statement)
        found += of_needs(sentence, voice, statement)
    found = settled(sentence, found or things)
    if not found:
        for clause in sentence.clauses:
            if clause.frame.kind == "noun" and _in_front(clause):
                found += _of_clause(reading, clause, voice, statement, used)
    if voice and not found and not _is_courtesy(sentence):
        found += of_judgement(sentence, voice, statement)
        if not found and statement is not None:
            found += _of_saying(reading, sentence, voice, statement)
    kept: dict[str, Take] = {}
    for take in sorted(found, key=lambda take: take.cue):
        kept.setdefault(take.stance, take)
    takes = [
        take._replace(reported_by=reporter) if reporter and reporter != take.holder.name else take
        for take in kept.values()
    ]
    return takes, "" if takes else _reason(sentence, voice)


def _voice(
    reading: Reading, sentence: Sentence, around: list[Statement]
) -> tuple[Holder | None, Statement | None]:
    """Whose words the sentence is, if somebody's: of a quotation, of a report, of the author."""
    direct = [s for s in around if s.mode == "direct" and s.holder.name]
    if direct:
        return direct[0].holder, direct[0]
    told = [
        s
        for s in around
        if s.holder.name
        and s.clause.cue.stance in ("", "affirm")
        and not (s.holder.basis == "words" and _is_source(s.clause))
    ]
    if reading.own and (reading.author or not told):
        return Holder(reading.author or UNRESOLVED, "author"), None
    if told:  # better than an author whom nobody names
        return told[0].holder, told[0]
    return None, None


def _reporter(sentence: Sentence, around: list[Statement]) -> str:
    """Who reports, where a sentence tells what somebody said about another's position."""
    for statement in around:
        if statement.clause.sentence is sentence and not statement.clause.cue.stance:
            return statement.holder.name
    return ""


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


def _of_clause(
    reading: Reading,
    clause: Clause,
    voice: Holder | None,
    statement: Statement | None,
    used: set[int],
) -> Iterator[Take]:
    cue, frame, sentence = clause.cue, clause.frame, clause.sentence
    holder, how = clause.holder, cue.kind
    if frame.kind == "infinitive" and not (cue.head in CARRYING and holder and _own_before(clause)):
        return
    if clause.form == "thing" and cue.head in CARRYING and voice is None:
        for noun in _owned_nouns(clause):
            yield _take(
                noun,
                noun.holder,
                noun.cue.stance,
                noun.cue.strength,
                0,
                noun.last,
                "noun",
                statement,
            )
    if clause.form == "thing" or (holder is None and frame.passive):
        called = cue.head in NEEDING and clause.form == "thing"
        if voice is None or (cue.stance not in ("affirm", "concern", "oppose") and not called):
            return
        holder, how = voice, "judgement"
    if cue.head in CARRYING and (clause.form == "thing" or _of_document(clause)):
        owned = _owned_nouns(clause)
        for noun in owned:
            yield _take(
                noun,
                noun.holder,
                noun.cue.stance,
                noun.cue.strength,
                0,
                noun.last,
                "noun",
                statement,
            )
        if owned and clause.form == "thing":
            return
    if frame.passive:
        named = cue.stance == "decide" and holder and holder.basis == "codebook"
        holder = holder if named else voice
        if not named and (cue.stance in ("commit", "decide") or frame.negated):
            return
    if holder is None or not holder.name or _is_statement_cue(clause, statement):
        return
    if cue.stance in ("commit", "decide") and _is_condition(clause):
        return
    if holder.basis == "words" and _is_source(clause):
        return  # "three sources agree": a remark on sources is nobody's position
    if frame.modal in ("could", "may", "might", "can") and not frame.negated:
        return
    if frame.modal in DUTY:
        return
    if cue.head in NEEDING and sentence.words.tags[clause.last + 1 : clause.last + 2] in ".,;":
        return  # "the support they need"
    nouns = _object_nouns(clause, holder.name) if cue.head in CARRYING else []
    if frame.kind == "participle" and not nouns:
        return  # "promoting respect" belongs to what the main verb says
    if frame.kind == "relative" and not _of_document(clause):
        return  # "the pact that contributes to": said of it, not by it
    if frame.kind == "infinitive" and not nouns and cue.stance in ("commit", "decide"):
        return  # "no reason to raise": nothing is raised
    for noun, last in nouns:
        used.add(last)
        yield _take(clause, holder, noun.stance, noun.strength, clause.last, last, how, statement)
    if nouns or not cue.stance:
        return
    stance = cue.stance
    if frame.negated:
        stance = "support" if cue.head in DENIED_OPPOSITION else DENIED.get(stance, "")
    if not stance:
        return
    used.add(clause.first)
    if frame.modal in WILL and stance not in ("commit", "decide", "affirm"):
        words = sentence.words
        at = next(i for i in range(frame.first, clause.first) if words.tags[i] == "M")
        yield make_take(
            sentence, holder, at, at, "commit", 2, False, clause.last, "will", statement
        )
    elif frame.modal in WILL:
        stance = "commit"
    yield _take(clause, holder, stance, cue.strength, clause.last, clause.last, how, statement)


def _is_condition(clause: Clause) -> bool:
    """Whether somebody does it only perhaps: "unless the council decides otherwise"."""
    subject, words = clause.frame.subject, clause.sentence.words
    return bool(subject and subject[0]) and words.lower[subject[0] - 1] in CONDITIONS


CONDITIONS = as_set("if unless whether")


def _of_document(clause: Clause) -> bool:
    return _head(clause) in DOCUMENTS


def _is_source(clause: Clause) -> bool:
    return _head(clause) in SOURCES - DOCUMENTS


def _head(clause: Clause) -> str:
    """The head of the subject; empty without one."""
    subject, words = clause.frame.subject, clause.sentence.words
    return words.lower[head_of(words.lower, words.tags, *subject)] if subject else ""


def _owned_nouns(clause: Clause) -> list[Clause]:
    """The stances of others that a thing carries: "reaffirmed the countries' readiness"."""
    return [
        other
        for other in clause.sentence.clauses
        if other.frame.kind == "noun"
        and other.first > clause.last
        and other.cue.stance
        and other.holder
        and other.holder.name
        and other.holder.basis != "words"
    ]


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


def _object_nouns(clause: Clause, holder: str) -> list[tuple[Cue, int]]:
    """The nouns with a stance in the object of a verb, before its clause ends."""
    words, sentence = clause.sentence.words, clause.sentence
    low = end = clause.last + 1
    while end < len(words.tags) and end < low + 12:
        tag = words.tags[end]
        if tag in "WKMBRT;:" or (
            tag == "," and words.tags[end + 1 : end + 2] not in ("n", "g", "C")
        ):
            break
        if tag == "P" and end > low:
            break
        end += 1
    found = []
    for at, entries in sentence.hits:
        if low <= at < end:
            owner = words.tags[at - 1] == "S" and at - 1 > low
            owner = owner and words.raw[at - 2] not in holder
            noun = next((c for c, _ in entries if c.kind == "noun" and c.stance), None)
            other = words.tags[at + 1 : at + 3] in ("PU", "PD") and words.lower[at + 1] == "of"
            other = other and OWN_SUBJECTS.isdisjoint(words.lower[low:at])
            if noun and not owner and not (other and "U" in words.tags[at + 2 : at + 5]):
                found.append((noun, at))
    return found


def _take(
    clause: Clause,
    holder: Holder,
    stance: str,
    strength: int,
    _: int,
    last: int,
    how: str,
    statement: Statement | None,
) -> Take:
    return make_take(
        clause.sentence, holder, clause.first, last, stance, strength, clause.frame.negated, last,
        how, statement,
    )  # fmt: skip


def _is_courtesy(sentence: Sentence) -> bool:
    """Whether a sentence tells of a meeting or thanks: its first clause says so."""
    first = next((c for c in sentence.clauses if c.frame.kind in ("main", "shared")), None)
    return first is not None and first.cue.kind == "courtesy" and first.form != "thing"


def _in_front(clause: Clause) -> bool:
    """Whether a noun leads its sentence: "Our commitment to the accord is firm"."""
    if not clause.frame.subject:
        return False
    first = clause.frame.subject[0]
    tags = clause.sentence.words.tags
    return not set(tags[:first]) & set("nUdgR#")


def _of_saying(
    reading: Reading, sentence: Sentence, voice: Holder, statement: Statement
) -> Iterator[Take]:
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
