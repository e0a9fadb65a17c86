"""What the words after a verb of holding or saying make of its stance.

"Consider the raid a violation" opposes, "consider it necessary to" calls, and "confirmed that they
would" commits, though the verbs by themselves only affirm.
"""

from analysis.statements.nouns import can_speak
from analysis.statements.sentences import Clause, Sentence
from analysis.statements.takes import Take, denies_plan
from analysis.statements.words import as_set

__all__ = ["HOLDING", "settled"]

HOLDING = as_set("hope expect consider regard view deem see find believe describe think observe")
SEEING = as_set("see observe face witness note")  # "we observe an alarming trend"
THEY_WILL = as_set(
    "confirm reaffirm announce state declare stress say promise affirm reiterate note emphasize "
    "emphasise underline underscore"
)
SETTLING = HOLDING | THEY_WILL | SEEING | {"warn"}


def settled(sentence: Sentence, found: list[Take]) -> list[Take]:
    """The takes, where the words after a verb of holding or saying change what it takes."""
    if not found:
        return found
    heads = {clause.cue.head for clause in sentence.clauses}
    plain = heads.isdisjoint(SETTLING)
    if plain and all(take.stance not in ("commit", "decide") for take in found):
        return found
    clauses = {clause.span: clause for clause in sentence.clauses}
    kept = []
    for take in found:
        stance = _changed(clauses[take.cue], take.stance) if take.cue in clauses else take.stance
        if stance == take.stance:
            kept.append(take)
        elif stance:
            take = take._replace(stance=stance, strength=CHANGED[stance])
            if stance == "commit":
                take = take._replace(negated=denies_plan(sentence.words, clauses[take.cue].last))
            kept.append(take)
    return kept


# What is only talked about, where it is "considered".
TOPICS = as_set(
    "developments movements situation proposal proposals report reports option options outlook "
    "issues question questions possibility progress application applications data matter matters"
)
ATTACKS = as_set(
    "attack attacks strike strikes drone drones missile missiles rocket rockets raid raids assault "
    "offensive invasion war bombs shells airstrike airstrikes"
)
CHANGED = {
    "affirm": 2,
    "call": 1,
    "oppose": 3,
    "commit": 2,
    "concern": 2,
    "support": 2,
}  # the step of a stance that comes from the words after a verb


def _changed(clause: Clause, stance: str) -> str:
    """The stance of a verb with what follows it; empty where a phrase there takes it better."""
    sentence, head = clause.sentence, clause.cue.head
    if head not in SETTLING and stance not in ("commit", "decide"):
        return stance
    rest = sentence.words.lower[clause.last + 1 : clause.last + 26]
    weighing = rest[:1] in (["whether"], ["how"], ["ways"], ["options"])
    topic = "as" not in rest[:9] and not TOPICS.isdisjoint(rest[:7])
    if head == "consider" and topic and not clause.frame.modal:
        return ""  # "the board considered the latest developments"
    if head in HOLDING and (
        weighing or sentence.words.tags[clause.last + 1 : clause.last + 2] == "g"
    ):
        return ""  # "they considered whether to raise the toll", "considered raising it"
    if clause.cue.cue == "expect * to" and not _somebody_between(clause):
        return "affirm"  # "we expect prices to fall": a forecast
    if head == "hope" and _they_will(clause):
        return "call"  # "we hope that both sides will talk"
    if head in SEEING and stance == "affirm":
        soon = (cue for at, _, cue in sentence.judged if 0 < at - clause.last <= 3)
        if any(cue.stance == "concern" for cue in soon):
            return "concern"
    if stance == "decide" and _another(clause) and not ATTACKS.isdisjoint(rest[:5]):
        return ""  # "Lorn launched forty drones": a deed of war, no decision
    after = sentence.words.tags[clause.last + 1 : clause.last + 2]
    if head == "conclude" and after in ("", *':,."') and not clause.frame.passive:
        return ""  # "he concluded: ...": he says it in the end
    if stance == "commit" and _another(clause) and _condemned_next(sentence, clause.last):
        return "oppose"  # "they have sought to deceive us", "persists in its grave violations"
    if head == "warn" and _judged(sentence, clause.last, "oppose"):
        return "oppose"  # "warned that such raids are unacceptable"
    if head in HOLDING and stance == "affirm":
        near = (cue for at, _, cue in sentence.fixed if 0 < at - clause.last <= 3)
        weighed = head not in ("believe", "think")  # "we believe that it is necessary" does both
        if weighed and any(cue.stance == "call" and cue.cue.startswith("it ") for cue in near):
            return ""  # "consider it necessary to"
        seen = sentence.words.lower[clause.last] == "as"
        if seen and _judged(sentence, clause.last, "support", 5):
            return "support"  # "see it as a welcome step"
        to = min((rest.index(word) + 1 for word in ("as", "be") if word in rest), default=0)
        if (seen or to) and _judged(sentence, clause.last + to, "oppose", 8):
            return "oppose"  # "view such acts as a violation"
    rest = rest[rest[:1] == ["that"] :]
    they_will = rest[:1] in (["they"], ["it"], ["he"], ["she"])
    if head in THEY_WILL and they_will and not {"will", "would"}.isdisjoint(rest[1:4]):
        return "commit"  # "confirmed that they would"
    return stance


def _another(clause: Clause) -> bool:
    """Whether it is somebody else than the one who speaks."""
    return bool(clause.holder) and clause.holder.basis != "author"


def _somebody_between(clause: Clause) -> bool:
    """Whether the object inside a cue can act: "expect both sides to talk"."""
    words = clause.sentence.words
    return can_speak(words.lower, words.tags, clause.first + 1, clause.last)


def _they_will(clause: Clause) -> bool:
    """Whether something is to happen in the clause that follows, with "that" or not."""
    words, first = clause.sentence.words, clause.last + 1
    first += words.lower[first : first + 1] == ["that"]
    modal = words.tags.find("M", first)
    return modal > first and not set(words.tags[first:modal]) & set(",;:KW")


def _judged(sentence: Sentence, last: int, stance: str, reach: int = 99) -> bool:
    """Whether a word of judgement of that stance follows."""
    return any(
        0 < first - last <= reach and cue.stance == stance for first, _, cue in sentence.judged
    )


def _condemned_next(sentence: Sentence, last: int) -> bool:
    """Whether the object itself is condemned, be it with words of judgement before it."""
    tags = sentence.words.tags
    weighed = {first for first, _, _ in sentence.judged}
    for first, _, cue in sentence.judged:
        between = range(last + 1, first)
        if first > last and cue.stance == "oppose" and (cue.strength > 1 or not between):
            return all(tags[at] in "DA" or at in weighed for at in between)
    return False
