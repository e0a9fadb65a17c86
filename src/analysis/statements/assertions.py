"""What a speaker asserts without any verb of saying: a judgement, a forecast, a state of things.

"Such raids are cruel" and "inflation is expected to fall" are views of whoever speaks. They show in
a word of judgement, or in the verb: a present "is", "belongs" or "has the right", a "can", "may" or
"will" said of things. What is told in the past, or measured, is no view.
"""

from collections.abc import Iterator

from analysis.statements.frames import Words
from analysis.statements.holders import Holder
from analysis.statements.lexicon import with_s
from analysis.statements.sentences import Sentence, Statement
from analysis.statements.takes import Take, asks, make_take
from analysis.statements.words import as_set

__all__ = ["of_assertion", "of_judgement"]

PRESENT = as_set("is are am 're 'm 's isn aren has have does do remains remain")
NOW = PRESENT - as_set("has have") | as_set("become becomes")
PAST = as_set(
    "was were had did wasn weren hadn didn has have began came fell gave held left led lost made "
    "met rose said saw sent stood took told went won wrote brought became broke fought"
)
# Verbs that state how things are, not what happened.
STATIVE = as_set(
    "affect apply appear bear become begin belong benefit bind breed bring build burden buy "
    "carry cause challenge come compel concern confront connect constitute cost count create "
    "deepen define demand deny depend deserve determine divide drive embody empower enable "
    "enhance enrich ensure entail erode exceed exist expand expect extend face fail fall feed "
    "feel fight flow fuel gain generate give go grow guarantee guide happen help hold hope "
    "imply improve increase inspire intensify invite involve keep know lack last lead learn "
    "leave lie live lose love make matter mean mirror need oblige offer open outpace outweigh "
    "owe pay perish pose possess promote prosper protect prove provide put raise reach reap "
    "recognise recognize reflect remain remind represent require resolve respect reward rise "
    "run save see seem serve shape share solve spread stand start stem stop strengthen strike "
    "succeed suffer suffice suit support sustain take teach tend test threaten thrive tie "
    "transcend turn underestimate underpin understand unite urge value vary want warrant "
    "weaken weigh win work worsen yield"
)
STATING = frozenset(with_s(verb) for verb in STATIVE)
PLURALS = as_set("people men women children they we nations who you")
# A passive that still tells a view: "inflation is expected to fall".
EXPECTED = as_set(
    "expected projected forecast anticipated predicted likely unlikely bound destined meant "
    "intended rooted based founded built grounded interconnected interlinked linked intertwined "
    "anchored balanced tilted skewed entitled justified warranted needed required supposed deserved"
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
HERE = as_set("that this there here what who")
HELD = as_set("much little nothing everything enough reason no more less every")
COURTESIES = as_set("honour honor pleasure privilege floor")


def of_judgement(
    sentence: Sentence, voice: Holder, statement: Statement | None, *, weak: bool = False
) -> Iterator[Take]:
    """The strongest word of judgement, where nothing clearer was found.

    `weak` words (strength 1) may stand in any account: they count only in what is told of now.
    """
    words = sentence.words
    told = weak and _is_told(words)
    if weak and ((told and not _is_perfect(words)) or len(words.raw) < 5):
        return
    least, names = (1, "U") if weak else (2, "U")  # a word in a name judges nothing
    judged = [
        one
        for one in sentence.judged
        if one[2].strength >= least and (words.tags[one[0]] != names or one[0] == 0)
    ]
    if told:  # "they have murdered children" condemns, "gains have been strong" only tells
        judged = [one for one in judged if one[2].stance == "oppose"]
    if asks(sentence):
        judged = [one for one in judged if one[2].stance == "oppose"]
    if judged:
        first, last, cue = max(judged, key=lambda one: (one[2].strength, -one[0]))
        yield make_take(
            sentence, voice, first, last, cue.stance, cue.strength, False, last, "judgement",
            statement,
        )  # fmt: skip


def _is_told(words: Words) -> bool:
    """Whether a sentence tells what happened: its verbs are of the past, or in the perfect."""
    if "M" in words.tags or not NOW.isdisjoint(words.lower):
        return False
    return "d" in words.tags or not PAST.isdisjoint(words.lower)


def _is_perfect(words: Words) -> bool:
    return not {"has", "have", "'ve"}.isdisjoint(words.lower)


def of_assertion(sentence: Sentence, voice: Holder, statement: Statement | None) -> Iterator[Take]:
    """How things are, may be or will be, as the one who speaks sees it."""
    words = sentence.words
    if asks(sentence) or words.raw[-1] not in '.!”"’»;' or len(words.raw) < 4:
        return
    for at, tag in enumerate(words.tags):
        if at and _asserts(sentence, at, tag):
            weight = (one[0] for one in sentence.judged if one[2].stance == "affirm")
            cue = next(weight, at)
            yield make_take(
                sentence, voice, cue, cue, "affirm", 1, False, cue, "judgement", statement
            )
            return


def _asserts(sentence: Sentence, at: int, tag: str) -> bool:
    """Whether the word is a verb that tells how things are."""
    words = sentence.words
    lower, tags = words.lower, words.tags
    following = at + 1
    while tags[following : following + 1] in ("A", "N"):
        following += 1
    after, word = tags[following : following + 1], lower[following : following + 1]
    if tag == "M":
        if ("#" in tags and word == ["be"]) or after not in tuple("nBHG"):
            return False  # "will be held on 4 May", "in May"
        return lower[at] not in ("would", "'d") or not ({"if", "like", "thank"} & set(lower))
    spoken = tag == "S" and lower[at] == "'s" and (tags[at - 1] == "R" or lower[at - 1] in HERE)
    if (tag == "B" and lower[at] in PRESENT) or spoken:
        if "#" in tags:
            return bool(word) and word[0] in EXPECTED
        if COURTESIES.intersection(lower):
            return False  # "it is an honour to be here"
        if after == "P":
            state = lower[following + 1 : following + 2]
            return word[0] in OF_WHAT or (word[0] in ("in", "on") and STATES.issuperset(state))
        if after == "d":
            return word[0] in EXPECTED or tags[following + 1 : following + 2] == "T"
        just = after in (".", ",") and following > at + 1  # "our cause is just"
        return just or after in tuple("nDCTWR") or (bool(word) and word[0] in EXPECTED)
    if tag == "H" and lower[at] in PRESENT:
        held = after == "D" or tags[at + 1] == "N" or (bool(word) and word[0] in HELD)
        return held and "#" not in tags and not COURTESIES.intersection(lower)
    if tag == "G":
        return lower[at] in PRESENT and tags[at + 1 : at + 2] == "N"
    if lower[at] in STATING:  # "the strait belongs to all"
        return tags[at - 1] in "nUARg)" and after not in tuple(",.;:C") and "#" not in tags
    if lower[at] in STATIVE:  # "small states bear the burden"
        several = lower[at - 1].endswith("s") and tags[at - 1] in "nU"
        several = several or lower[at - 1] in PLURALS
        return several and after in tuple("DRWTnAP") and "#" not in tags
    return False
