"""Duty and plan: "must" and "should" ask others to act, "we will" commits.

They stand in no clause of a cue and count only where somebody speaks. What will be, whoever wills
it ("Lorn will prevail"), is foretold and not planned.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from analysis.statements.holders import Holder
from analysis.statements.nouns import (
    MEASURED,
    PLANS,
    SOURCES,
    can_speak,
    head_of,
    kind_of_name,
)
from analysis.statements.phrases import Words, is_measure, noun_phrase_after, subject_before
from analysis.statements.sentences import Clause, Sentence, Statement
from analysis.statements.settling import HOLDING
from analysis.statements.takes import OWN_SUBJECTS, Take, asks, denial_after, is_reported, make_take
from analysis.statements.words import as_set

__all__ = ["DUTY", "PLANNED", "SPEECH", "WILL", "of_modals", "subjects_of_will"]

DUTY = {"must": 3, "should": 2, "ought": 2, "shall": 2}
WILL = as_set("will 'll won shall")
PLANNED = WILL | {"would"}


def of_modals(
    sentence: Sentence, voice: Holder, statement: Statement | None, earlier: list[Take]
) -> Iterator[Take]:
    """Duties ("must", "should", "have to") and plans ("we will")."""
    words = sentence.words
    if asks(sentence):
        return
    plans = PLANNED if is_reported(sentence, statement) else WILL
    for match in MODALS.finditer(words.tags):
        at = match.start()
        if match[0] == "M":
            word = words.lower[at]
            if word == "cannot" and not IDLE.isdisjoint(words.lower[at + 1 : at + 4]):
                yield make_take(sentence, voice, at, at, "call", 3, True, at, "duty", statement)
            if word in DUTY and not (word == "shall" and _is_ours(words, at)):
                if words.lower[at - 1 : at] == ["i"] or at == 0 or _only_says(words, at):
                    continue
                if words.lower[at + 1 : at + 2] == ["have"] and words.tags[at + 2 : at + 3] in (
                    "d",
                    "B",
                ):
                    continue  # "the toll should have fallen": it is too late to ask
                weak = not NOT_DUTY.isdisjoint(words.lower[at + 1 : at + 3])
                if word == "should" and (weak or _is_forecast(words, at)):
                    continue  # "a margin of slack should emerge": a forecast
                if word == "should" and words.lower[at + 1 : at + 2] in WHATEVER:
                    continue  # "should the need arise"
                if word == "shall" and earlier and "that" in words.lower[:at]:
                    continue  # "a right that shall never end"
                denied = denial_after(words, at)
                yield make_take(
                    sentence, voice, at, at, "call", DUTY[word], denied > at, denied, "duty",
                    statement,
                )  # fmt: skip
            elif word == "won" and words.tags[at + 1 : at + 2] != "N":
                continue
            elif word in WILL and words.lower[at + 1 : at + 2] in (["we"], ["i"]):
                yield make_take(
                    sentence, voice, at, at, "commit", 2, False, at + 1, "will", statement
                )  # "never will we forget"
            elif word in WILL and any(a <= at <= b for a, b, _ in sentence.fixed):
                continue  # "we will not accept"
            elif word in plans and at and not _no_plan(words, at):
                inside = earlier and _is_inside(sentence, earlier, at)
                own = _subject_is_own(words, at)
                ours = (
                    word == "shall" and _is_ours(words, at) and words.tags[at + 1 : at + 2] != "B"
                )
                holder = _who_will(sentence, at, voice, statement) if own or not inside else None
                holder = holder or (voice if ours else None)
                if holder:
                    stance = "affirm" if not own and _is_foretold(words, at) else "commit"
                    denied = denial_after(words, at)
                    yield make_take(
                        sentence, holder, at, at, stance, 2, denied > at, denied, "will", statement
                    )
        elif words.lower[at] not in ("had", "having"):
            if _only_says(words, at + 1) or words.lower[at + 2 : at + 3] in UNDERGONE:
                continue  # "the poor also have to bear the costs"
            if words.tags[at - 1] == "N":
                continue  # "members do not have to pay"
            yield make_take(
                sentence, voice, at, at + 1, "call", 2, False, at + 1, "duty", statement
            )


MODALS = re.compile("M|HT")  # "must", "have to"
UNDERGONE = [[w] for w in ("bear", "face", "cope", "contend", "endure", "suffer")]
# What must not go on: "we cannot close our eyes", "this cannot be delayed".
IDLE = as_set(
    "remain close stand sit wait ignore allow afford limit turn let permit continue delay delayed "
    "ignored allowed look stay rest forget hide overlook neglect postpone postponed tolerate"
)
WHATEVER = (["the"], ["it"], ["they"], ["this"])  # that comes after "should", if it does
NOT_DUTY = as_set(
    "weigh emerge ease moderate fade dissipate recover pick slow subside abate wane settle "
    "stabilise stabilize converge normalise normalize diminish decline decrease lessen narrow "
    "widen"
)


def _is_inside(sentence: Sentence, earlier: list[Take], at: int) -> bool:
    """Whether a "will" stands in what somebody holds: "we hope the plan will help"."""
    words = sentence.words
    if "that" in words.lower[:at]:
        return True
    low = bisect_left(sentence.starts, max(take.cue[1] for take in earlier))
    return low <= at and not set(words.tags[low:at]) & set(",;:CK")


SAYING = as_set(
    "say said tell admit admitted confess note noted stressed emphasized emphasised recalled "
    "remembered acknowledged recognized recognised underlined pointed mentioned added stated ask "
    "clear obvious evident understood"
)
# What a speaker will do next in the speech itself.
SPEECH = as_set(
    "read speak turn begin start focus limit address introduce keep conclude deliver discuss say "
    "outline mention comment summarize summarise explain return close end try dwell repeat now "
    "allow refer review examine survey touch describe present look cover open talk thank"
)


def _only_says(words, at: int) -> bool:
    """Whether the duty is one of saying: "it must be said that", "it should be quite clear"."""
    near = zip(words.lower[at + 1 : at + 5], words.tags[at + 1 : at + 5], strict=True)
    after = [word for word, tag in near if word != "be" and tag != "A"]
    return bool(after) and after[0] in SAYING


def _no_plan(words, at: int) -> bool:
    """Whether a "will" plans nothing: "will be able to", "will have to", "I will now turn to"."""
    after = words.lower[at + 1 : at + 3]
    if after in (["be", "able"], ["have", "to"], ["need", "to"], ["require", "to"]):
        return True
    if words.lower[at - 1 : at + 2 : 2] == ["we", "now"]:
        return True  # "we will now report"
    k = at + 1
    while words.tags[k : k + 1] == "A" or words.lower[k : k + 1] in (["then"], ["first"]):
        k += 1
    if words.lower[k : k + 1] in (["know"], ["see"]) and words.tags[k + 1 : k + 2] in ("K", "W"):
        return True  # "we will only know when"
    return words.lower[at - 1] == "i" and not SPEECH.isdisjoint(words.lower[k : k + 1])


def _is_forecast(words, at: int) -> bool:
    """Whether a measure "should" be so, or a thing move one: "prices should ease".

    "Lower fees should support growth" is foretold; "the council should" and "should be" ask.
    """
    if words.tags[at + 1 : at + 2] == "B":
        return False
    if is_measure(words, at):
        return True
    if MOVING.isdisjoint(words.lower[at + 1 : at + 3]) or MEASURED.isdisjoint(
        words.lower[at + 2 : at + 7]
    ):
        return False
    subject = subject_before(words, 0, at - 1)
    if subject is None:
        return words.lower[at - 1] in ("this", "these", "that", "which")
    head = words.lower[head_of(words.lower, words.tags, *subject)]
    return head not in PLANS and not can_speak(words.lower, words.tags, *subject)


MOVING = as_set(
    "support boost lift raise underpin sustain help strengthen weaken dampen lower reduce push "
    "drive slow stimulate encourage add contribute lead"
)


# What nobody decides by willing it, unless it is willed of oneself.
FORETOLD = as_set("win prevail succeed triumph survive remain fail endure live perish die")


def _is_foretold(words, at: int) -> bool:
    """Whether a "will" tells what will come: "Lorn will win", "our country will remain free"."""
    k = at + 1
    while words.tags[k : k + 1] in ("A", "N"):
        k += 1
    return not FORETOLD.isdisjoint(words.lower[k : k + 1])


def _is_ours(words, at: int) -> bool:
    """Whether a "shall" is said of oneself: "I, and those with me, shall work", "shall be ours"."""
    mine = not {"i", "we"}.isdisjoint(words.lower[:at]) and "that" not in words.lower[:at]
    return mine or _subject_is_own(words, at) or words.lower[at + 1 : at + 3] == ["be", "ours"]


def _subject_is_own(words, at: int) -> bool:
    return at > 0 and words.lower[at - 1] in OWN_SUBJECTS


def _who_will(
    sentence: Sentence, at: int, voice: Holder, statement: Statement | None
) -> Holder | None:
    """Whose plan a "will" is: of "we", or of somebody named; a thing has none."""
    words = sentence.words
    for clause in sentence.clauses:
        verb = clause.frame.first <= at <= clause.last and clause.frame.modal
        if (
            verb
            and (clause.cue.stance or (clause.cue.rest and clause.cue.kind == "courtesy"))
            and (not clause.frame.negated or _turns(clause))
            and clause.form != "thing"
            and clause.frame.kind != "infinitive"
        ):
            return None  # the verb itself takes the stance
    j = at - 1
    while j >= 0 and words.tags[j] in "AN":
        j -= 1
    if j < 0:
        return None
    if _is_provided(words, at):
        return voice  # "public input will be sought"
    if words.tags[j] == "R":
        own = words.lower[j] in ("we", "i") or (words.lower[j] == "they" and "|" in voice.name)
        return voice if own or _is_of_speaker(sentence, j, at, statement) else None
    if words.tags[j] == "C" or words.lower[j] == "but":
        return _first_subject(sentence, at, j, voice)
    span, holder = sentence.wills.get(at, (None, None))
    head = words.lower[head_of(words.lower, words.tags, *span)] if span else ""
    if head in PLANS:
        be = words.lower[at + 1 : at + 2] == ["be"]
        return None if be and words.tags[at + 2 : at + 3] == "n" else voice  # "will be hard"
    if holder is None or head in SOURCES:
        return None  # "history will judge"
    if words.lower[span[0]] in ("our", "my"):
        return voice
    if words.lower[at + 1 : at + 2] == ["be"] and words.tags[at + 2 : at + 3] in ("d", "n"):
        return None  # "the council will be held in May"
    return holder


def _turns(clause: Clause) -> bool:
    """Whether a denial makes of a verb its contrary: "we will never recognise it" opposes."""
    return clause.cue.stance in ("support", "affirm") and clause.cue.head not in HOLDING


def _is_of_speaker(sentence: Sentence, j: int, at: int, statement: Statement | None) -> bool:
    """Whether a pronoun is whoever is reported: "said he will stay", not "it will be hard"."""
    if statement is None or statement.mode == "direct" or statement.clause.sentence is not sentence:
        return False
    words, verb = sentence.words, denial_after(sentence.words, at) + 1
    person = kind_of_name([statement.holder.name]) == "person"
    same = words.lower[j] in (("he", "she") if person else ("it", "they", "he", "she"))
    begins = sentence.starts[j] == statement.start or words.lower[j - 1] == "that"
    idle = words.tags[verb : verb + 1] in ("B", "H", "") or words.lower[verb] in HAPPENING
    return same and begins and not idle


HAPPENING = as_set("appear cause cost depend hurt lead make mean prefer require seem take like")


# What a speaker's own measures will be: an agentless passive of these is a plan.
MEASURES = as_set(
    "strengthened maintained sought taken implemented launched established extended provided "
    "made introduced increased reduced pursued continued expanded created given "
    "invested completed enhanced improved built developed prioritised prioritized opened kept "
    "carried restored reclaimed rebuilt renewed secured defended protected honoured honored "
    "ended met lifted lowered raised adjusted reviewed reinforced adopted imposed intensified "
    "tightened deepened abolished removed withdrawn cancelled canceled revoked repealed suspended"
)


def _is_provided(words, at: int) -> bool:
    near = zip(words.lower[at + 1 : at + 6], words.tags[at + 1 : at + 6], strict=True)
    after = [word for word, tag in near if tag not in "AN"]
    passive = after[:1] == ["be"] and after[1:2] != [] and after[1] in MEASURES
    return passive and "by" not in words.lower[at:]


def _first_subject(sentence: Sentence, at: int, j: int, voice: Holder) -> Holder | None:
    """Who does what is joined by "and": whoever opens the sentence ("The board waits and will")."""
    for clause in sentence.clauses:
        if clause.first < j and clause.frame.kind in ("main", "shared") and clause.holder:
            return clause.holder if clause.form != "thing" else None
    if sentence.words.lower[0] in OWN_SUBJECTS:
        return voice
    return sentence.wills.get(at, (None, None))[1]


def subjects_of_will(sentence: Sentence) -> Iterator[tuple[int, tuple[int, int]]]:
    """The words for whoever or whatever "will" do something, by the place of each "will"."""
    words = sentence.words
    for at, word in enumerate(words.lower):
        if word not in PLANNED or not at:
            continue
        j = at - 1
        while j > 0 and words.tags[j] in "AN":
            j -= 1
        if words.tags[j] == "C" or words.lower[j] == "but":
            span = _opening_subject(words)
        else:
            verbs = (one.last for one in sentence.clauses if one.last < j and _is_verb(one))
            low = max(verbs, default=-1) + 1  # "Orlik said Premier Lund will": she, not he
            span = None if words.tags[j] == "R" else subject_before(words, low, j)
        if span:
            yield at, span


def _is_verb(clause: Clause) -> bool:
    return clause.cue.kind == "verb" and clause.frame.kind in ("main", "shared", "relative")


def _opening_subject(words: Words) -> tuple[int, int] | None:
    """Who opens a sentence; the verb after it may look like one more noun."""
    for end in range(1, (noun_phrase_after(words, 0) or (0, 0))[1] + 1):
        if words.tags[end - 1] in "nU" and can_speak(words.lower, words.tags, 0, end):
            return 0, end
    return None
