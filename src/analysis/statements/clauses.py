"""The clauses of a sentence: each cue tried as a verb, an adjective or a noun in its frame.

A cue that stands in no frame (a noun without owner, a participle, "member states") is no clause.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.statements.agents import (
    JUDGING,
    beside_agent,
    innermost,
    nation_or_agent,
    past_relative,
    with_agent,
)
from analysis.statements.frames import Frame, verb_frame
from analysis.statements.holders import UNRESOLVED, Holder
from analysis.statements.lexicon import Cue
from analysis.statements.nouns import DOCUMENTS, PLANS, SOURCES, THINGS, can_speak, head_of
from analysis.statements.phrases import Words, noun_phrase_after
from analysis.statements.russian_frames import according_frame, russian_frame
from analysis.statements.sentences import Clause, Reading, Sentence
from analysis.statements.states import adjective_frame, owner_of
from analysis.statements.words import TIMES, as_set

__all__ = ["SHOWN", "find_clauses"]

# Verbs that stand before their subject after a quotation: '..., said Dana Orlik'.
INVERTING = as_set(
    "say add write ask claim explain declare report recall warn note argue reply respond insist "
    "announce comment remark stress joke complain tweet concede admit recount assert read state "
    "conclude observe"
)
# Verbs that only somebody can do: whatever their subject is, it speaks.
SPEAKING = as_set(
    "say tell add claim argue insist deny allege vow pledge promise believe think complain joke "
    "quip remark boast brag confess admit concede condemn denounce urge criticize criticise accuse "
    "apologize apologise dismiss reject announce propose recommend hope "
    "want acknowledge blame praise applaud doubt wonder suspect decide tweet"
)
VIEWING = ("affirm", "support", "oppose")  # "was seen as"; "is committed to" is no such passive
# Verbs that facts do too: history shows, the results prove.
SHOWN = as_set("show prove demonstrate testify teach confirm underscore reflect suggest indicate")


def find_clauses(sentence: Sentence, reading: Reading) -> None:
    """The cues that stand in a frame of their own, in order."""
    words, present = sentence.words, sentence.words.present
    lower, tags = words.lower, words.tags
    done = -1
    reach = {-1: (0, "")}  # of each quotation: one past the verb before, and the form of that verb
    quotes = sentence.quotes and [(one, reading.quotations[one]) for one in sentence.quotes]
    verbs, infinitives = sentence.verbs, set()
    if "according" in present or not OPINIONS.isdisjoint(present):
        sentence.clauses += _according(sentence)
    if sentence.fixed:
        sentence.clauses += _fixed(sentence)
    for at, told in sentence.hits:
        if at <= done or not told.entries:
            continue
        if tags[at] == "U" and at:
            before = tags[at - 1]
            if before not in '".:' and (at > 3 or before not in "-—)*•"):
                continue
        near = lower[at + 1 : at + 2 + GAP]
        entries = told.alone if told.beside.keys().isdisjoint(near) else told.possible(near)
        if not entries:
            continue
        quote = -1
        if quotes:
            place = sentence.starts[at]
            quote = next((number for number, one in quotes if one.start <= place < one.end), -1)
        low, earlier = reach.get(quote) or (reach[-1][0], "")
        after = tags[at + 1 : at + 2]
        may_be_noun = at + 1 in verbs or after == "A"
        for cue, form in entries:
            if not cue.needs <= present:
                continue
            goes_on = cue.rest and near[:1] == [cue.rest[0]]  # "takes issue with"
            if may_be_noun and not goes_on and _is_noun_before_verb(words, verbs, at, cue, form):
                continue  # "member states reaffirm": the second is the verb
            if infinitives and form in ("base", "s") and at - 1 in infinitives:
                continue  # "to renew talks"
            leads = cue.cue in LEADING or (cue.cue == "like" and after == "T")
            if leads and not verbs.isdisjoint(range(at + 2, at + 4)):
                continue  # "continue to support": the second says what is done
            clause = _clause(sentence, reading, at, cue, form, low, earlier)
            if clause is None:
                continue
            sentence.clauses.append(clause)
            done, clause.quote = clause.last, quote
            if clause.frame.kind == "infinitive":
                infinitives.add(done)
            if cue.kind != "noun" and clause.frame.kind != "infinitive":
                reach[quote] = clause.last + 1, "adjective" if cue.kind == "adjective" else form
            break
    for quote, one in quotes:
        for clause in sentence.clauses:
            if one.start <= sentence.starts[clause.first] < one.end:
                clause.quote = quote


GAP = 2  # adverbs between two words of a cue
LEADING = ("continue to", "want to")


def _is_noun_before_verb(words: Words, verbs: set[int], at: int, cue: Cue, form: str) -> bool:
    """Whether a word that could be a verb is the noun before one: "member states reaffirm".

    After "we", an auxiliary or an adverb it is the verb, and the next its object: "we condemn
    attacks"; so it is where both end in -s ("condemns attacks") or a plural stands before it.
    """
    if cue.kind != "verb" or form not in ("base", "s", "plural"):
        return False
    following = at + 1
    while words.tags[following : following + 1] == "A":
        following += 1
    if following not in verbs:
        return False
    if at and words.tags[at - 1] in "RMTAN":
        return False
    of_several = form == "base" and at > 0 and words.lower[at - 1].endswith("s")
    if of_several and words.tags[following + 1 : following + 2] == "P":
        return False  # "the leaders convey support for"
    if words.lower[following] in ADJECTIVES and words.tags[following + 1 : following + 2] == "n":
        return False  # "welcomes lower quotas"
    if not words.lower[following].endswith("s") or words.lower[following].endswith("ss"):
        return True
    return form == "base" and not (at and words.lower[at - 1].endswith("s"))


ADJECTIVES = as_set("lower open direct separate clear welcome free")  # and verbs
OPINIONS = as_set("view opinion words eyes estimation telling")


def _fixed(sentence: Sentence) -> Iterator[Clause]:
    """Cues found whole: "in favour of", and the verbs of a language not inflected here."""
    words, low = sentence.words, 0
    for first, last, cue in sentence.fixed:
        frame = None
        if cue.language == "en":
            if cue.kind == "adjective":
                frame = adjective_frame(words, first, 0, "")
        elif cue.kind in ("verb", "adjective"):
            form = "own" if words.lower[last].endswith(("ем", "ём", "им")) else "past"
            clause = _russian(sentence, first, last, cue, form, low)
            if clause:
                low = last + 1
                yield clause
        elif cue.kind == "phrase" and not cue.stance:
            frame = according_frame(words, first, last)
        if frame:
            thing = cue.stance == "commit" and not _binds_itself(words, frame)
            yield Clause(sentence, first, last, cue, "thing" if thing else "base", frame)


def _russian(
    sentence: Sentence, first: int, last: int, cue: Cue, form: str, low: int
) -> Clause | None:
    """A Russian verb in its frame; "как отметил посол" attributes as "по словам посла" does."""
    words = sentence.words
    if any(other.first <= first <= other.last for other in sentence.clauses):
        return None  # a part of a longer cue
    if first and words.lower[first - 1] == "как" and cue.stance in ("", "affirm"):
        first, frame = first - 1, according_frame(words, first - 1, last)
    else:
        said = words.tags[first - 1 : first] in ("—", '"') or words.tags[first - 2 : first] == '",'
        quoted = said and first > 1
        frame = russian_frame(words, first, last, cue, form, low, quoted=quoted)
    return Clause(sentence, first, last, cue, form, frame) if frame else None


def _according(sentence: Sentence) -> Iterator[Clause]:
    """ "According to the ministry", "in the words of one witness", "in his view"."""
    words = sentence.words
    for at, word in enumerate(words.lower[:-2]):
        if word == "according" and words.lower[at + 1] == "to":
            last, owner = at + 1, noun_phrase_after(words, at + 2)
        elif (
            word == "in"
            and (at == 0 or words.tags[at - 1] in ',"')
            and "of" in words.lower[at + 2 : at + 4]
            and OPINIONS.intersection(words.lower[at + 1 : at + 3])
        ):
            last = words.lower.index("of", at + 2)
            owner = noun_phrase_after(words, last + 1)
        elif word == "in" and OPINIONS.intersection(words.lower[at + 2 : at + 6]):
            last = next(k for k in range(at + 2, len(words.lower)) if words.lower[k] in OPINIONS)
            owner = owner_of(words, last)
        else:
            continue
        if owner and can_speak(words.lower, words.tags, *owner):
            yield Clause(
                sentence, at, last, SAYING, "according", Frame(at, owner, kind="according")
            )


SAYING = Cue("according to", "phrase", "", 1, "en", (), "according")


def _clause(
    sentence: Sentence, reading: Reading, at: int, cue: Cue, form: str, low: int, earlier: str
) -> Clause | None:
    words = sentence.words
    last = _rest(words, at, cue.rest, form if cue.stance in VIEWING else "") if cue.rest else at
    if last is None:
        return None
    if cue.language == "ru":
        return _russian(sentence, at, last, cue, form, low) if cue.kind != "noun" else None
    if cue.kind in ("verb", "courtesy"):
        turned = _inverted(words, at, last, cue, form) if at else _fronted(words, at, last, form)
        frame = turned or verb_frame(words, at, last, form, low, earlier)
        patient = frame.subject if frame else None
        if frame is None:
            if at < 4 and reading.voice and cue.kind == "verb" and _opens(words, at, last, form):
                return Clause(sentence, at, last, cue, form, Frame(at, None), reading.voice)
            if form in ("past", "participle") and cue.stance in JUDGING:
                frame, patient = beside_agent(words, at, last)
            if frame is None:
                return None
        if frame.kind == "relative" and words.lower[frame.first - 1] == "who":
            frame = replace(frame, subject=innermost(words, frame.subject))
        if frame.kind == "main" and frame.subject and "who" in words.present:
            frame = replace(frame, subject=past_relative(words, frame.subject))
        if form == "s" and frame.subject and _is_plural(words, frame.subject[0]):
            return None
        if frame.passive:
            frame = with_agent(words, frame, last)
        if frame.subject and cue.stance == "decide" and not frame.passive:
            head = head_of(words.lower, words.tags, *frame.subject)
            if words.lower[head] in DOCUMENTS:
                return None  # a declaration is signed, it does not sign
        if frame.subject and reading.own and cue.head in SHOWN:
            head = words.lower[head_of(words.lower, words.tags, *frame.subject)]
            if head in SOURCES:  # in a speech "history shows" is the speaker's own view
                return Clause(sentence, at, last, cue, "thing", frame)
        if frame.kind == "main" and not _somebody(words, frame, cue):
            return Clause(sentence, at, last, cue, "thing", frame)
        return Clause(sentence, at, last, cue, form, frame, patient=patient)
    if cue.kind == "adjective":
        frame = adjective_frame(words, at, low, earlier)
        if frame and cue.stance == "commit" and not _binds_itself(words, frame):
            form = "thing"
        return Clause(sentence, at, last, cue, form, frame) if frame else None
    following = words.lower[last + 1 : last + 2]
    owner = owner_of(words, at, low) if cue.stance or following in (["that"], ["to"]) else None
    owner = owner or nation_or_agent(words, at, last)
    if owner:
        return Clause(sentence, at, last, cue, "noun", Frame(at, owner, kind="noun"))
    if following == ["that"] and "there" in words.lower[max(at - 4, 0) : at]:
        frame = Frame(at, None, kind="noun")  # "there are fears that"
        nobody = Holder(UNRESOLVED, "nobody is named")
        return Clause(sentence, at, last, cue, "noun", frame, holder=nobody)
    return None


def _is_plural(words: Words, first: int) -> bool:
    """Whether a form in -s ends a phrase: "by 25 basis points", "of the key questions"."""
    return words.tags[first] == "#" or (first > 0 and words.tags[first - 1] in "PT")


def _opens(words: Words, at: int, last: int, form: str) -> bool:
    """Whether a verb without a subject opens an item of a resolution: "2. Calls upon all sides"."""
    shouted = words.raw[at].isupper() and len(words.raw[at]) > 3
    inside = words.tags[last + 1 : last + 2] not in ("B", "H", "M", "U", "P") or shouted
    return (
        not words.tags[:at].strip('#.—-*()"AU•')
        and inside
        and (shouted or form == "s" or (form == "past" and at > 0))
    )


def _somebody(words: Words, frame: Frame, cue: Cue) -> bool:
    """Whether the subject can do what the verb says."""
    first, last = frame.subject
    if can_speak(words.lower, words.tags, first, last):
        head = head_of(words.lower, words.tags, first, last)
        return cue.kind == "verb" or words.lower[head] not in SOURCES
    if words.lower[first] == "it":
        return True
    return cue.head in SPEAKING and words.lower[last - 1] not in THINGS


def _binds_itself(words: Words, frame: Frame) -> bool:
    """Whether the subject can bind itself: not in "these developments are bound to hurt"."""
    if frame.subject is None:
        return True
    first, last = frame.subject
    head = words.lower[head_of(words.lower, words.tags, first, last)]
    own = words.lower[first] in ("our", "my") or words.lower[first] == "it" or head in PLANS
    return own or can_speak(words.lower, words.tags, first, last)


def _rest(words: Words, at: int, rest: Sequence[str], form: str = "") -> int | None:
    """The last word of a cue of several words; adverbs may stand between, an object for `*`."""
    j, gap, allowed = at, GAP, "A"
    if form == "participle" and rest[:1] == ("*",) and words.tags[at - 1] in "BA":
        rest = rest[1:]  # "the dam was seen as safe": the object stands before
    for word in rest:
        j += 1
        if word == "*":  # a few words of the object: "dedicate ourselves to"
            if words.tags[j : j + 1] not in tuple("nUdDAR#g"):
                return None
            gap, allowed = 8, "nUdDAR#Sg()"
            continue
        end = min(j + 1 + gap, len(words.lower))
        while j < end and words.lower[j] != word:
            if words.tags[j] not in allowed and words.lower[j : j + 2] != ["not", "only"]:
                return None
            j += 1
        if j >= end:
            return None
        gap, allowed = GAP, "A"
    if rest[-1:] == ("for",) and not TIMES.isdisjoint(words.lower[j + 1 : j + 3]):
        return None  # "argued for years that"
    return j


def _fronted(words: Words, at: int, last: int, form: str) -> Frame | None:
    """ "Voting against the plan was Dana Orlik": the subject follows the verb that opens."""
    if form != "ing":
        return None
    be = next((k for k in range(last + 1, len(words.tags)) if words.tags[k] in "B,;WMHR"), -1)
    span = noun_phrase_after(words, be + 1) if be > 0 and words.tags[be] == "B" else None
    named = span is not None and words.tags[span[0]] == "U"
    return Frame(at, span, kind="inverted") if named else None


def _inverted(words: Words, at: int, last: int, cue: Cue, form: str) -> Frame | None:
    """'"...," said Dana Orlik': the subject follows."""
    if words.tags[at - 1] not in ',".S' or cue.cue not in INVERTING or form == "ing":
        return None
    if words.tags[at - 1] == "S" and words.raw[at - 1] not in "’'":
        return None
    span = noun_phrase_after(words, last + 1)
    if span is None or not can_speak(words.lower, words.tags, *span):
        return None
    if words.tags[span[1] : span[1] + 1] in tuple("BHMG"):
        return None  # "Rowan, the minister, said the law would stand": it is what she said
    return Frame(at, span, kind="inverted")
