"""The cues of a codebook in all their forms, ready to be found in one pass.

A codebook names a cue once, as a dictionary does: ``call on``, ``commitment``, ``ready to``. Here
its first word is inflected, so that each word of a text is looked up once in one table of forms;
fixed phrases, stems with `*` and other languages are found by one Aho-Corasick scan beside it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress

import pandas as pd

from analysis import tables
from analysis.patterns import Phrases
from analysis.statements import russian
from analysis.statements.words import CLOSED, TOKEN, as_set, tag_of

__all__ = ["Cue", "Lexicon", "inflect", "read_lexicon", "with_s"]

# verb: past participle
IRREGULAR = dict(
    line.split(": ")
    for line in """
say: said said
tell: told told
think: thought thought
know: knew known
write: wrote written
speak: spoke spoken
hold: held held
find: found found
see: saw seen
feel: felt felt
make: made made
give: gave given
take: took taken
stand: stood stood
read: read read
hear: heard heard
show: showed shown
seek: sought sought
swear: swore sworn
lay: laid laid
put: put put
set: set set
understand: understood understood
foresee: foresaw foreseen
forbid: forbade forbidden
choose: chose chosen
mean: meant meant
bear: bore borne
bring: brought brought
draw: drew drawn
uphold: upheld upheld
begin: began begun
have: had had
deal: dealt dealt
lead: led led
keep: kept kept
build: built built
meet: met met
leave: left left
let: let let
fight: fought fought
undertake: undertook undertaken
withdraw: withdrew withdrawn
strive: strove striven
come: came come
become: became become
go: went gone
forget: forgot forgotten
pay: paid paid
send: sent sent
learn: learned learned
get: got got
run: ran run
spell: spelled spelled
stick: stuck stuck
cut: cut cut
win: won won
lose: lost lost""".strip().splitlines()
)
# Verbs of more than one syllable that double their last consonant all the same.
ORDER = {"adjective": 0, "verb": 1, "courtesy": 1, "noun": 2, "judgement": 3, "phrase": 4}
DOUBLING = as_set(
    "regret admit commit recommit permit submit refer prefer defer rebut abhor compel concur infer "
    "expel repel dispel impel propel"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of cues.csv, cut into its first word and the rest."""

    cue: str
    kind: str
    stance: str
    strength: int
    language: str
    rest: tuple[str, ...]
    head: str
    needs: frozenset[str] = frozenset()  # the words of the rest, without `*`


Entries = tuple[tuple[Cue, str], ...]  # a cue and its form: base, s, past, participle, ing, plural


@dataclass(frozen=True, slots=True)
class Told:
    """What a word tells wherever it stands."""

    entries: Entries  # the cues it may begin
    alone: Entries  # those of them that ask for no certain word beside it
    beside: dict[str, Entries]  # the words that others ask for, each with the cues it leaves
    needs: tuple[frozenset[str], ...]  # the other words of each cue, wherever they stand
    verb: bool  # whether one of them is a finite verb in this form
    judgements: tuple[Cue, ...]

    def possible(self, near: Sequence[str]) -> Entries:
        """The cues it may begin where these words follow, one of which it asks for."""
        asked = [word for word in near if word in self.beside]
        return self.entries if len(asked) > 1 else self.beside[asked[0]]


Known = tuple[str, str, str, Told | None]
# Some words as written, in lower case and as classes, and those that tell, each with its number.
Read = tuple[Sequence[str], list[str], str, list[tuple[int, Told]]]


class Vocabulary(dict[str, Known]):
    """Each word with the blanks after it: as written, in lower case, its class, what it tells.

    A word is looked up in the rules once, however often it stands in a corpus.
    """

    def __init__(self, words: dict[str, Entries], judgements: dict[str, list[Cue]]) -> None:
        super().__init__()
        self.words, self.judgements = words, judgements  # a judgement may end in `*`
        self.longest = max(map(len, judgements), default=0)

    def cut(self, text: str, start: int, end: int) -> tuple[Read, list[int]]:
        """The words of a span that begins with one, and where each stands."""
        found = TOKEN.findall(text, start, end)
        return self.read(found), list(accumulate(map(len, found[:-1]), initial=start))

    def read(self, words: Sequence[str]) -> Read:
        if not words:
            return (), [], "", []
        raw, lower, tags, told = zip(*map(self.__getitem__, words), strict=True)
        return raw, list(lower), "".join(tags), list(compress(enumerate(told), told))

    def __missing__(self, found: str) -> Known:
        if len(self) > VOCABULARY_LIMIT:
            self.clear()
        raw = AFTER.sub("", found) or found[0]
        lower, tag = tag_of(raw)
        lower = raw if lower == raw else lower  # one string, which the processor has at hand
        judgements = self.judgements.get(lower, [])
        # No judgement is longer, but a damaged text may have a word of a million letters.
        for size in range(3, min(len(lower), self.longest) + 1):
            judgements = judgements + self.judgements.get(lower[:size] + "*", [])
        entries = self.words.get(lower, ())
        told = _told(entries, tuple(judgements)) if entries or judgements else None
        known = self[found] = (raw, lower, tag, told)
        return known


def _told(entries: Entries, judgements: tuple[Cue, ...]) -> Told:
    verb = any(cue.kind == "verb" and form in FINITE for cue, form in entries)
    first = {cue.rest[0] for cue, _ in entries if cue.rest} - {"*"}
    beside = {word: _without_others(entries, word) for word in first}
    needs = tuple(dict.fromkeys(cue.needs for cue, _ in reversed(entries)))
    return Told(entries, _without_others(entries, "*"), beside, needs, verb, judgements)


def _without_others(entries: Entries, word: str) -> Entries:
    """The cues that ask for no word beside their first, or for this one."""
    return tuple(entry for entry in entries if entry[0].rest[:1] in ((), ("*",), (word,)))


AFTER = re.compile(r"[\s*>]+$")  # blanks, and marks of Markdown and of quoted mail
FINITE = ("base", "s", "past")
VOCABULARY_LIMIT = 1 << 18  # words; more than a large corpus has, fewer than fill the memory


@dataclass(frozen=True)
class Lexicon:
    """All cues: those found by their first word, and fixed phrases for the scan."""

    words: dict[str, Entries]
    vocabulary: Vocabulary
    phrases: Phrases
    fixed: tuple[Cue, ...]  # the cue of each phrase


def read_lexicon(cues: pd.DataFrame) -> Lexicon:
    """The cues of a codebook, inflected.

    >>> frame = pd.DataFrame([dict(cue="call on", kind="verb", stance="call", strength="2",
    ...                            language="en")])
    >>> list(read_lexicon(frame).words)
    ['call', 'calls', 'called', 'calling']
    """
    columns = ["cue", "kind", "stance", "strength", "language"]
    return _lexicon(tuple(zip(*(cues[name].tolist() for name in columns), strict=True)))


@lru_cache(maxsize=4)  # a corpus is read for statements and for positions, with the same cues
def _lexicon(rows: tuple[tuple[str, ...], ...]) -> Lexicon:
    found: dict[str, list[tuple[Cue, str]]] = {}
    judgements: dict[str, list[Cue]] = {}
    fixed: list[Cue] = []
    for alternatives, kind, stance, strength, language in rows:
        for words in tables.split(alternatives):
            head, *rest = words.split()
            needs = frozenset(rest) - {"*"}
            cue = Cue(
                words, kind, stance, int(strength or 1), language or "en", tuple(rest), head, needs
            )
            if cue.language == "en" and kind == "judgement" and words.rstrip("*").isalpha():
                judgements.setdefault(words.lower(), []).append(cue)
            elif cue.language == "en" and kind not in ("phrase", "judgement") and not _common(cue):
                for form, name in _forms(head, kind):
                    found.setdefault(form, []).append((cue, name))
            elif cue.language == "ru" and kind in INFLECTED and "*" not in words:
                for form, name in russian.inflect(head, kind):
                    found.setdefault(form, []).append((cue, name))
            else:
                fixed.append(cue)
    for entries in found.values():  # the longest cue is tried first, and one with a stance
        entries.sort(
            key=lambda entry: (-len(entry[0].rest), ORDER[entry[0].kind], not entry[0].stance)
        )
    table = {form: tuple(entries) for form, entries in found.items()}
    phrases = Phrases([cue.cue for cue in fixed])
    return Lexicon(table, Vocabulary(table, judgements), phrases, tuple(fixed))


INFLECTED = ("verb", "noun", "adjective")


def _common(cue: Cue) -> bool:
    """Whether a cue begins with a small word, as "in favour of" does: the scan finds it cheaper."""
    return cue.kind == "adjective" and bool(cue.rest) and cue.head in CLOSED


def _forms(head: str, kind: str) -> Iterator[tuple[str, str]]:
    head = head.lower()
    if kind in ("verb", "courtesy"):
        yield from inflect(head)
    elif kind == "noun":
        yield head, "base"
        yield with_s(head), "plural"
    else:
        yield head, "base"


def inflect(verb: str) -> Iterator[tuple[str, str]]:
    """The forms of an English verb, each with its name.

    >>> [form for form, _ in inflect("deny")]
    ['deny', 'denies', 'denied', 'denied', 'denying']
    >>> [form for form, _ in inflect("commit")]
    ['commit', 'commits', 'committed', 'committed', 'committing']
    >>> [form for form, _ in inflect("have")]
    ['have', 'has', 'had', 'had', 'having']
    """
    yield verb, "base"
    yield "has" if verb == "have" else with_s(verb), "s"
    one_syllable = len(re.findall(r"[aeiouy]+", verb)) == 1
    doubled = re.search(r"[^aeiou][aeiou][^aeiouwxy]$", verb) and (one_syllable or verb in DOUBLING)
    stem = verb + verb[-1] if doubled else verb
    if verb in IRREGULAR:
        past, participle = IRREGULAR[verb].split()
    elif verb.endswith("e"):
        past = participle = verb + "d"
    elif re.search(r"[^aeiou]y$", verb):
        past = participle = verb[:-1] + "ied"
    else:
        past = participle = stem + "ed"
    yield past, "past"
    yield participle, "participle"
    if verb.endswith("ie"):
        yield verb[:-2] + "ying", "ing"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        yield verb[:-1] + "ing", "ing"
    else:
        yield stem + "ing", "ing"


def with_s(word: str) -> str:
    """A noun in the plural, a verb in the third person: by the rules of spelling."""
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh|[^aeiou]o)$", word) else "s")
