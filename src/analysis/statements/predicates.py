"""The verb that tells how things are, as the one who speaks sees it.

No parser is used: "is" asserts before a word of quality ("is a crime"), a cost, a right or a
forecast ("is expected to fall"), and tells before a place, an activity, a rank or the level of
something measured ("is in Karsten", "is meeting", "is the largest donor", "inflation is low").
"""

from analysis.statements.modals import WILL
from analysis.statements.nouns import can_speak
from analysis.statements.phrases import Words, is_measure, subject_before
from analysis.statements.sentences import Sentence
from analysis.statements.takes import OWN_SUBJECTS, asks
from analysis.statements.verbs import ASSERTING, PLURALS, PRESENT, STATING, STATIVE
from analysis.statements.words import as_set

__all__ = ["COURTESIES", "GLAD", "assertion"]

COURTESIES = as_set("honour honor pleasure privilege floor")
GLAD = as_set("pleased glad happy delighted honoured honored privileged grateful thankful")
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
    "decline everyone's good track course a no trouble turmoil shambles tatters disarray"
)
PROCEDURE = as_set(
    "held convened published submitted presented issued circulated distributed organised organized "
    "hosted released discussed broadcast attended chaired signed tabled uploaded posted"
)
# What is said to be in hand.
IN_HAND = as_set(
    "agreed built carried conducted considered created developed discussed done drafted "
    "established examined finalised finalized held implemented introduced made negotiated "
    "organised organized prepared provided set studied taken undertaken worked"
)
# What a thing does to others, as somebody sees it.
EFFECTS = as_set(
    "reducing restraining dampening slowing fuelling fueling driving eroding undermining "
    "threatening deepening destroying holding weakening reshaping changing making becoming "
    "failing poisoning dividing feeding pushing putting hurting"
)
LIVING = as_set("living facing witnessing experiencing")  # "we are living through hard times"
HERE = as_set("that this there here what who")
HELD = as_set("much little nothing everything enough reason no more less every")
# What a "has a" asserts to be due: "has a right to", not "has a harbour".
DUE = as_set("right duty responsibility obligation interest stake role chance potential place")


def assertion(sentence: Sentence) -> int | None:
    """The verb that tells how things are, may be or will be, as the one who speaks sees it."""
    words = sentence.words
    if asks(sentence) or words.raw[-1] not in '.!”"’»;':
        return None
    if ASSERTING.isdisjoint(words.present):
        return None
    first = 2 if words.lower[0] == "as" else 1  # "as is well known, the sea dried up"
    for at, word in enumerate(words.lower):
        if word in ASSERTING and at >= first and _asserts(sentence, at, words.tags[at]):
            return at
    return None


EXISTING = HELD | as_set("a not")


def _exists(lower: list[str], at: int) -> bool:
    """Whether "there is" weighs: "there is no way", "there is a risk", not "there are ships"."""
    return not EXISTING.isdisjoint(lower[at + 1 : at + 4])


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
    if lower[at - 1] in ("you", "following") or unweighed:
        return False  # "following is the text"
    measured = "#" in tags[2:]  # a number that opens a sentence only counts it
    following = at + 1
    while tags[following : following + 1] in ("A", "N"):
        following += 1
    after = tags[following : following + 1]
    if tag == "M":
        to_be = lower[following : following + 1] == ["be"]
        if after not in tuple("nBHG") or (
            to_be and (measured or lower[following + 1] in PROCEDURE)
        ):
            return False  # "in May", "will be held"
        if lower[at] in ("may", "might") and tags[following : following + 2] == "Hd":
            return False  # "this may have added to it": a guess at what happened
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
    level = lower[at] in ("remain", "remains") and after != "D"
    if measured or (level and ASSESSED.isdisjoint(lower[max(at - 8, 0) : at])):
        return False  # "credit growth remains weak": a measure
    if lower[at] in STATING:  # "the strait belongs to all"
        noun = after == "P" and lower[at] not in LEADING_ON  # "the causes of", "increases on steel"
        return tags[at - 1] in "nUARg)" and after not in tuple(",.;:CHMBd") and not noun
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


# What is assessed, not measured: "the outlook remains subdued".
ASSESSED = as_set("outlook risk risks balance stance assessment prospects expectations")
FITTING = as_set("adequate appropriate commensurate compatible consistent sufficient")
LEVELS = as_set(
    "higher lower unchanged flat down up softer weaker similar stable steady subdued moderate"
)
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
    if word in LEVELS:
        return False  # "the fees are slightly higher": data
    fits = word in EXPECTED or word in FITTING
    if after in ("n", "P") and not fits and is_measure(words, at):
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
    if word == "being" and not IN_HAND.isdisjoint(lower[following + 1 : following + 3]):
        return False  # "measures are being agreed on": work goes on
    if word == "being" or (after == "d" and following > at + 1):
        return lower[at - 1] not in OWN_SUBJECTS  # "is directly affected", not "we are engaged"
    if after == "d":
        meant = word in ("expected", "supposed") and lower[at - 1] in OWN_SUBJECTS
        return word in EXPECTED and not meant  # "the song I am expected to sing"
    if (after == "D" or word == "one") and not RANKS.isdisjoint(
        lower[following + 1 : following + 4]
    ):
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
    one_of = lower[after : after + 1] == ["one"] and RANKS.isdisjoint(lower[after + 1 : after + 5])
    return weighed or one_of or tags[after : after + 1] == "D"


def _has_due(words: Words, at: int, following: int) -> bool:
    """Whether a "has" tells what is due or lacking: "has the right to", not "has a harbour"."""
    lower, word = words.lower, words.lower[following : following + 1]
    due = lower[at - 1] in OWN_SUBJECTS or word == ["the"]
    due = due or not DUE.isdisjoint(lower[at + 2 : at + 5])
    due = due and words.tags[following : following + 1] == "D"
    held = due or words.tags[at + 1] == "N" or not HELD.isdisjoint(word)
    return held and not COURTESIES.intersection(lower)
