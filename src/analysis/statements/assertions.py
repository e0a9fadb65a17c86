"""What a speaker asserts without any verb of saying: a judgement, a forecast, a state of things.

"Such raids are cruel" and "inflation is expected to fall" are views of whoever speaks. They show in
a word of judgement, or in the verb: a present "is", "belongs" or "has the right", a "can", "may" or
"will" said of things. What is told in the past, or measured, is no view.
"""

from collections.abc import Iterator

from analysis.statements.frames import Words, subject_before
from analysis.statements.holders import Holder
from analysis.statements.lexicon import Cue
from analysis.statements.nouns import can_speak, head_of
from analysis.statements.sentences import Sentence, Statement
from analysis.statements.takes import OWN_SUBJECTS, WILL, Take, asks, make_take
from analysis.statements.verbs import ASSERTING, PLURALS, PRESENT, STATING, STATIVE
from analysis.statements.words import as_set

__all__ = ["of_evaluation", "of_views"]

NOW = PRESENT - as_set("has have") | as_set("become becomes")
PERFECT = as_set("has have 've")
PAST = as_set(
    "was were had did wasn weren hadn didn has have began came fell gave held left led lost made "
    "met rose said saw sent stood took told went won wrote brought became broke fought"
)
# A passive that still tells a view: "inflation is expected to fall".
EXPECTED = as_set(
    "anchored anticipated balanced based bound built complicated deserved destined divided "
    "doomed entitled expected flawed forecast founded grounded intended interconnected "
    "interlinked intertwined isolated justified likely limited linked meant misguided mistaken "
    "needed outdated predicted projected required rooted skewed supposed tilted unlikely "
    "warranted shaped driven determined dominated overshadowed clouded characterised "
    "characterized"
)
# A place or time after "is" tells where and when, these tell what of.
OF_WHAT = as_set(
    "of for about against beyond above without like more less than with within at under"
)
# Words after "is in" and "is on" that tell of a state, not of a place.
STATES = as_set(
    "line danger jeopardy crisis need doubt our peril keeping conflict contradiction ruins chaos "
    "decline everyone's good track course a no"
)
PROCEDURE = as_set(
    "held convened published submitted presented issued circulated distributed organised organized "
    "hosted released discussed broadcast attended chaired signed tabled uploaded posted"
)
# What a thing does to others, as somebody sees it.
EFFECTS = as_set(
    "fuelling fueling driving eroding undermining threatening deepening destroying holding weakening "
    "reshaping changing making becoming failing poisoning dividing feeding pushing putting hurting"
)
LIVING = as_set("living facing witnessing experiencing")  # "we are living through hard times"
HERE = as_set("that this there here what who")
HELD = as_set("much little nothing everything enough reason no more less every")
# What a "has a" asserts to be due: "has a right to", not "has a harbour".
DUE = as_set("right duty responsibility obligation interest stake role chance potential place")
GLAD = as_set("pleased glad happy delighted honoured honored privileged grateful thankful")
COURTESIES = as_set("honour honor pleasure privilege floor")


def of_views(
    sentence: Sentence, voice: Holder, statement: Statement | None, *, speaks: bool
) -> Iterator[Take]:
    """The view a sentence tells without a cue: its strongest judgement, or how things are.

    Where somebody `speaks`, the verb may assert alone; weak words (strength 1), which may stand in
    any account, count only where it does not.
    """
    words = sentence.words
    if _greets(words.lower):
        return
    verb = _assertion(sentence) if speaks else None
    judged = [
        one for one in sentence.judged if words.tags[one[0]] != "U" or one[0] == 0
    ]  # a word in a name judges nothing
    judged = [one for one in judged if not _counts(words, one[1])]
    if asks(sentence):
        judged = [one for one in judged if one[2].stance == "oppose"]
    strong = _strong(words, judged, verb)
    if not strong and verb is not None:
        at = next((one[0] for one in judged if one[2].stance == "affirm"), verb)
        yield make_take(sentence, voice, at, at, "affirm", 1, False, at, "judgement", statement)
    for first, last, cue in _strongest(strong or (verb is None and _weak(words, judged)) or []):
        yield make_take(
            sentence, voice, first, last, cue.stance, cue.strength, False, last, "judgement",
            statement,
        )  # fmt: skip


def _greets(lower: list[str]) -> bool:
    """Whether a sentence is polite: "it is a pleasure to meet you"."""
    return any(lower[at + 1 : at + 2] == ["to"] for at, w in enumerate(lower) if w in COURTESIES)


def of_evaluation(
    sentence: Sentence, voice: Holder, statement: Statement | None, found: list[Take]
) -> Iterator[Take]:
    """What is judged beside another stance: "such cruel raids must stop".

    A judgement that an "is" makes is a view of its own beside a call: "peace is vital and must".
    """
    words = sentence.words
    judged = [one for one in sentence.judged if words.tags[one[0]] != "U"]
    strong = [one for one in judged if one[2].strength >= EVALUATION and one[2].stance == "oppose"]
    if not strong and all(take.stance in ("call", "oppose") for take in found):
        cues = {take.cue[0] for take in found}
        strong = [
            one
            for one in judged
            if one[2].strength > (2 if one[2].stance == "oppose" else 1)
            and one[2].stance in ("affirm", "oppose")
            and sentence.offsets(one[0], one[0] + 1)[0] not in cues
            and _is_said_of(words, one[0])
        ]
    for first, last, cue in _strongest(strong):
        yield make_take(
            sentence, voice, first, last, cue.stance, cue.strength, False, last, "judgement",
            statement,
        )  # fmt: skip


def _is_said_of(words: Words, at: int) -> bool:
    """Whether a word stands in what an "is" says of a thing: "the tolls are unlawful"."""
    verb = max((k for k in range(1, at) if words.tags[k] == "B"), default=0)
    return (
        verb > 0
        and words.lower[verb] in PRESENT
        and words.lower[verb - 1] not in ("it", "there")
        and at - verb <= NEAR
        and _in_predicate(words, verb, at)
    )


NEAR = 6  # words from "is" to what it says
Judged = list[tuple[int, int, Cue]]


def _strongest(judged: Judged) -> Judged:
    return sorted(judged, key=lambda one: (-one[2].strength, one[0]))[:1]


def _strong(words: Words, judged: Judged, verb: int | None) -> Judged:
    """Words that judge wherever they stand, and those that do so in what is said of a thing."""
    told = _is_told(words)
    return [
        one
        for one in judged
        if one[2].strength >= EVALUATION
        or (verb is not None and one[2].stance != "affirm" and _is_predicate(words, verb, one[0]))
        or (
            one[2].strength > 1
            and not (told and one[2].stance == "affirm")
            and not (told and one[2].stance == "oppose" and _is_only_context(words, one))
            and (verb is None or one[2].stance != "oppose" or _in_predicate(words, verb, one[0]))
        )
    ]


def _counts(words: Words, last: int) -> bool:
    """Whether a verb tells a number: "represents 1.5 times", "represent nearly two billion"."""
    counting = words.lower[last].startswith(COUNTING)
    after = words.tags[last + 1 : last + 4]
    return counting and ("#" in after or not NUMBERS.isdisjoint(words.lower[last + 1 : last + 4]))


COUNTING = ("represent", "constitut")
NUMBERS = as_set(
    "half third quarter two three four five six seven eight nine ten twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion"
)
EVALUATION = 4  # such words condemn or regret in any place


def _in_predicate(words: Words, verb: int, at: int) -> bool:
    """Whether a word stands in what the verb says: "is a violation", not "is about violations"."""
    between = words.tags[verb + 1 : at]
    return (
        at > verb
        and not set(between) & set("KW")
        and all(words.lower[verb + 1 + k] == "of" for k, tag in enumerate(between) if tag == "P")
    )


def _is_predicate(words: Words, verb: int, at: int) -> bool:
    """Whether a word is itself what is said: "is slowly deteriorating", "are fragile"."""
    return words.tags[verb] == "B" and at > verb and not words.tags[verb + 1 : at].strip("A")


def _weak(words: Words, judged: Judged) -> Judged:
    """Words that count in what is told of now; "they have murdered children" condemns too."""
    told = _is_told(words)
    if (told and not _is_perfect(words)) or len(words.raw) < 5:
        return []
    return [one for one in judged if not told or _is_done(words, one)]


def _is_done(words: Words, one: tuple[int, int, Cue]) -> bool:
    """Whether a word of harm is itself the verb in the perfect: "they have murdered"."""
    at = one[0]
    while at > 0 and words.tags[at] != "H" and (at == one[0] or words.tags[at] in "ANB"):
        at -= 1
    return one[2].stance == "oppose" and words.tags[at] == "H"


def _is_only_context(words: Words, one: tuple[int, int, Cue]) -> bool:
    """Whether a word of harm is told of in the perfect: "we have fought terrorism"."""
    return _is_perfect(words) and not _is_done(words, one)


def _is_told(words: Words) -> bool:
    """Whether a sentence tells what happened: its verbs are of the past, or in the perfect."""
    if "M" in words.tags or not NOW.isdisjoint(words.present):
        return False
    return "d" in words.tags or not PAST.isdisjoint(words.present)


def _is_perfect(words: Words) -> bool:
    return not PERFECT.isdisjoint(words.present)


def _assertion(sentence: Sentence) -> int | None:
    """The verb that tells how things are, may be or will be, as the one who speaks sees it."""
    words = sentence.words
    if asks(sentence) or words.raw[-1] not in '.!”"’»;' or len(words.raw) < 4:
        return None
    for at, word in enumerate(words.lower):
        if at and word in ASSERTING and _asserts(sentence, at, words.tags[at]):
            return at
    return None


def _exists(lower: list[str], at: int) -> bool:
    """Whether "there is" weighs: "there is no way", "there is a risk", not "there are ships"."""
    return not {"no", "a", "not", *HELD}.isdisjoint(lower[at + 1 : at + 4])


# Verbs that stand before a preposition; other words there are nouns: "increases on steel".
LEADING_ON = as_set(
    "belongs depends rests hinges hangs lies lives comes goes stands stems begins leads "
    "contributes matters extends differs suffers benefits relies applies exists works looms "
    "prevails persists"
)


def _asserts(sentence: Sentence, at: int, tag: str) -> bool:
    """Whether the word is a verb that tells how things are."""
    lower, tags = sentence.words.lower, sentence.words.tags
    unweighed = lower[at - 1] == "there" and tag == "B" and not _exists(lower, at)
    if lower[at - 1] == "you" or unweighed:
        return False
    measured = "#" in tags[2:]  # a number that opens a sentence only counts it
    following = at + 1
    while tags[following : following + 1] in ("A", "N"):
        following += 1
    after = tags[following : following + 1]
    if tag == "M":
        to_be = lower[following : following + 1] == ["be"]
        if (to_be and (measured or lower[following + 1] in PROCEDURE)) or after not in tuple(
            "nBHG"
        ):
            return False  # "will be held", "in May"
        if lower[at] in WILL and lower[at - 1] in OWN_SUBJECTS:
            return False  # "I will now read": what a speaker will do is a plan or none
        return lower[at] not in ("would", "'d") or not ({"if", "like", "thank"} & set(lower))
    spoken = tag == "S" and lower[at] == "'s" and (tags[at - 1] == "R" or lower[at - 1] in HERE)
    if (tag == "B" and lower[at] in PRESENT) or spoken:
        return _is_so(sentence.words, at, following, measured)
    if tag == "H" and lower[at] in PRESENT and not measured:
        become = tags[at - 1] not in "WA" and _has_become(sentence, following)
        return become or _has_due(sentence.words, at, following)
    if tag == "G":
        return lower[at] in PRESENT and tags[at + 1 : at + 2] == "N"
    if measured or (lower[at] in ("remain", "remains") and after != "D"):
        return False  # "credit growth remains weak": a measure
    if lower[at] in STATING:  # "the strait belongs to all"
        noun = after == "P" and lower[at] not in LEADING_ON  # "the causes of", "increases on steel"
        return tags[at - 1] in "nUARg)" and after not in tuple(",.;:CHMB") and not noun
    if lower[at] in STATIVE:  # "small states bear the burden"
        several = lower[at - 1].endswith("s") and tags[at - 1] in "nU"
        several = (several or lower[at - 1] in PLURALS) and after in tuple("DRWTnAPg")
        return several and _leads(sentence.words, at - 1)
    return False


def _leads(words: Words, j: int) -> bool:
    """Whether the words before a verb begin a clause: not in "to help farmers make"."""
    while j >= 0 and words.tags[j] in "nUDAPd#R":
        j -= 1
    return j < 0 or (words.tags[j] in ',;:—WKC"' and words.lower[j] != "as")


# What is measured; that it is high or low is told, not held.
MEASURES = as_set(
    "inflation growth unemployment employment rate rates price prices yield yields wages output "
    "demand exports imports consumption spending credit lending conditions activity gdp index "
    "market markets capacity turnover sales investment earnings incomes temperature rainfall"
)


def _is_measure(words: Words, at: int) -> bool:
    """Whether what stands before the verb is a measure."""
    subject = subject_before(words, 0, at - 1)
    return subject is not None and words.lower[head_of(words.lower, words.tags, *subject)] in MEASURES


# "Is the largest donor" counts, "is the gravest threat" weighs.
RANKS = as_set(
    "second third fourth fifth sixth seventh largest biggest oldest youngest longest latest "
    "smallest highest tallest first-ever"
)


def _is_so(words: Words, at: int, following: int, measured: bool) -> bool:
    """Whether an "is" tells a state of things: "is a crime", not "is in Karsten", "is meeting"."""
    lower, tags = words.lower, words.tags
    after, word = tags[following : following + 1], "".join(lower[following : following + 1])
    if measured:
        return word in EXPECTED
    if COURTESIES.intersection(lower) or word in GLAD:
        return False  # "it is an honour to be here"
    if after in ("n", "P") and word not in EXPECTED and _is_measure(words, at):
        return False  # "unemployment is low", "inflation is close to the target": data
    if after == "P":
        state = lower[following + 1 : following + 2]
        return word in OF_WHAT or (word in ("in", "on") and STATES.issuperset(state))
    if after == "g":  # "conflicts are fuelling fear", but not "the council is meeting"
        if word in LIVING or "N" in tags[at + 1 : following]:
            return True
        if word not in EFFECTS:
            return False  # "the project is connecting ports"
        subject = subject_before(words, 0, at - 1)
        return bool(subject) and not can_speak(lower, tags, *subject)
    if word == "being" or (after == "d" and following > at + 1):
        return lower[at - 1] not in OWN_SUBJECTS  # "is directly affected", not "we are engaged"
    if after == "d":
        return word in EXPECTED
    if after == "D" and not RANKS.isdisjoint(lower[following + 1 : following + 4]):
        return False  # "is the largest donor", "is the third visit": a fact of counting
    just = after in (".", ",") and following > at + 1  # "our cause is just"
    return just or after in tuple("nDCTWR") or word in EXPECTED


DEGREES = as_set("strong stronger elevated better worse")  # of a measure: "gains have been strong"
BECOME = as_set("been become remained emerged proven proved")


def _has_become(sentence: Sentence, at: int) -> bool:
    """Whether a perfect tells how things are now: "has emerged as a threat", "has been vital"."""
    lower, tags = sentence.words.lower, sentence.words.tags
    if "".join(lower[at : at + 1]) not in BECOME:
        return False
    after = at + 1
    while tags[after : after + 1] in ("A", "N"):
        after += 1
    if lower[at] == "emerged":
        return lower[after : after + 1] == ["as"]
    if COURTESIES.intersection(lower) or DEGREES.intersection(lower[after : after + 1]):
        return False
    weighed = any(first == after for first, _, _ in sentence.judged)  # not "has been built"
    return weighed or tags[after : after + 1] == "D"


def _has_due(words: Words, at: int, following: int) -> bool:
    """Whether a "has" tells what is due or lacking: "has the right to", not "has a harbour"."""
    lower, word = words.lower, words.lower[following : following + 1]
    due = lower[at - 1] in OWN_SUBJECTS or word == ["the"]
    due = due or not DUE.isdisjoint(lower[at + 2 : at + 5])
    due = due and words.tags[following : following + 1] == "D"
    held = due or words.tags[at + 1] == "N" or not HELD.isdisjoint(word)
    return held and not COURTESIES.intersection(lower)
