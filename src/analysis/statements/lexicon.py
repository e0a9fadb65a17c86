"""The cues of a codebook in all their forms, ready to be found in one pass.

A codebook names a cue once, as a dictionary does: ``call on``, ``commitment``, ``ready to``. Here
its first word is inflected, so that one Aho-Corasick scan finds every form; the words after it are
compared when a hit has been seen in its sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.patterns import Phrases

__all__ = ["Cue", "Hit", "Lexicon", "inflect", "read_lexicon"]

# form -> (lemma, parts); parts: past, participle
IRREGULAR = {
    "say": "said said", "tell": "told told", "think": "thought thought", "know": "knew known",
    "write": "wrote written", "speak": "spoke spoken", "hold": "held held", "find": "found found",
    "see": "saw seen", "feel": "felt felt", "make": "made made", "give": "gave given",
    "take": "took taken", "stand": "stood stood", "read": "read read", "hear": "heard heard",
    "show": "showed shown", "seek": "sought sought", "swear": "swore sworn", "lay": "laid laid",
    "put": "put put", "set": "set set", "understand": "understood understood",
    "foresee": "foresaw foreseen", "forbid": "forbade forbidden", "choose": "chose chosen",
    "mean": "meant meant", "bear": "bore borne", "bring": "brought brought", "draw": "drew drawn",
    "uphold": "upheld upheld", "rebut": "rebutted rebutted", "begin": "began begun",
    "have": "had had", "deal": "dealt dealt", "lead": "led led", "keep": "kept kept",
    "build": "built built", "meet": "met met", "leave": "left left", "let": "let let",
    "fight": "fought fought", "undertake": "undertook undertaken", "withdraw": "withdrew withdrawn",
    "strive": "strove striven", "overturn": "overturned overturned", "come": "came come",
    "become": "became become", "go": "went gone", "forget": "forgot forgotten", "win": "won won",
    "lie": "lied lied", "bid": "bid bid", "shed": "shed shed", "pay": "paid paid", "do": "did done",
    "quote": "quoted quoted", "foretell": "foretold foretold", "cast": "cast cast",
    "retell": "retold retold", "sing": "sang sung", "run": "ran run", "stick": "stuck stuck",
    "throw": "threw thrown", "bet": "bet bet", "teach": "taught taught", "send": "sent sent",
    "learn": "learned learned", "dream": "dreamed dreamed", "get": "got got", "be": "was been",
}  # fmt: skip
# Verbs of more than one syllable that double their last consonant all the same.
DOUBLING = frozenset(
    [
        "regret",
        "admit",
        "commit",
        "permit",
        "submit",
        "refer",
        "prefer",
        "defer",
        "rebut",
        "abhor",
        "compel",
        "concur",
        "infer",
        "plan",
        "beg",
        "stop",
        "rip",
        "drop",
        "quip",
    ]
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


@dataclass(frozen=True, slots=True)
class Hit:
    """One form of a cue's first word (or a whole phrase) at one place of a text."""

    start: int
    end: int
    entries: tuple[tuple[Cue, str], ...]  # cue and form: base, s, past, participle, ing, plural


@dataclass(frozen=True)
class Lexicon:
    """All cues, with the forms under which a scan finds them."""

    forms: tuple[str, ...]
    entries: tuple[tuple[tuple[Cue, str], ...], ...]

    @cached_property
    def phrases(self) -> Phrases:
        return Phrases(self.forms)

    def find(self, text: str) -> list[Hit]:
        """Every form in a text, in order."""
        return [
            Hit(start, end, self.entries[index]) for index, start, end in self.phrases.find(text)
        ]


def read_lexicon(cues: pd.DataFrame) -> Lexicon:
    """The cues of a codebook, inflected.

    >>> frame = pd.DataFrame([dict(cue="call on", kind="verb", stance="call", strength="2",
    ...                            language="en")])
    >>> read_lexicon(frame).forms
    ('call', 'calls', 'called', 'calling')
    """
    found: dict[str, list[tuple[Cue, str]]] = {}
    for row in cues[["cue", "kind", "stance", "strength", "language"]].itertuples(index=False):
        whole = row.kind == "phrase" or row.language not in ("", "en")
        head, *rest = [row.cue] if whole else row.cue.split()
        strength = int(row.strength or 1)
        cue = Cue(row.cue, row.kind, row.stance, strength, row.language or "en", tuple(rest))
        for form, tag in _forms(head, "phrase" if whole else row.kind):
            entry = (cue, tag)
            if entry not in found.setdefault(form, []):
                found[form].append(entry)
    for entries in found.values():  # the longest cue is tried first
        entries.sort(key=lambda entry: -len(entry[0].rest))
    return Lexicon(tuple(found), tuple(map(tuple, found.values())))


def _forms(head: str, kind: str) -> Iterator[tuple[str, str]]:
    if kind == "verb":
        yield from inflect(head)
    elif kind == "noun":
        yield head, "base"
        yield _with_s(head), "plural"
    else:
        yield head, "base"


def inflect(verb: str) -> Iterator[tuple[str, str]]:
    """The forms of an English verb, each with its name.

    >>> [form for form, _ in inflect("deny")]
    ['deny', 'denies', 'denied', 'denied', 'denying']
    >>> [form for form, _ in inflect("commit")]
    ['commit', 'commits', 'committed', 'committed', 'committing']
    """
    yield verb, "base"
    yield _with_s(verb), "s"
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
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        yield verb[:-1] + "ing", "ing"
    else:
        yield stem + "ing", "ing"


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh|[^aeiou]o)$", word) else "s")
