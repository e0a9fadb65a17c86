"""The small words of English that a clause is built with, and the cutting of a sentence into them.

A cue alone says little: "the states" is no statement and "was condemned" has another holder than
"condemned". What decides stands in the closed classes beside it: auxiliaries, pronouns,
determiners, prepositions, negations. They are listed here once, as data.
"""

import re
from dataclasses import dataclass

__all__ = [
    "ADVERBS",
    "AND",
    "BE",
    "BOUNDARY",
    "CATENATIVES",
    "DETERMINERS",
    "DO",
    "HAVE",
    "LINKING",
    "MODALS",
    "NEGATIONS",
    "OWN",
    "POSSESSIVES",
    "PREPOSITIONS",
    "PRONOUNS",
    "RELATIVE",
    "Tokens",
    "is_adverb",
    "tokens",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BE = _set("is are was were be been being am 're 'm isn aren wasn weren")
HAVE = _set("have has had having 've haven hasn hadn")
DO = _set("do does did don doesn didn")
MODALS = _set(
    "will would shall should can could may might must ought cannot 'll 'd won wouldn shouldn "
    "couldn mustn ca"
)
NEGATIONS = _set("not never 't no nor neither hardly cannot without nobody none")
PRONOUNS = _set("i we he she they it you who everyone everybody nobody many some few most others")
OWN = _set("we i our us my me ours mine ourselves myself")
POSSESSIVES = _set("my our your his her its their whose")
DETERMINERS = _set(
    "a an the this that these those any some each every no another such both all either neither "
    "several many few much more most other certain"
)
PREPOSITIONS = _set(
    "of in on at by for from with to into onto upon about against among amongst amid between "
    "during under over through throughout within without toward towards across after before "
    "behind beyond near since until till via per despite concerning regarding including following "
    "inside outside around along above below beside besides unlike as than like"
)
RELATIVE = _set("who which that whom where when")
BOUNDARY = _set(
    "that which who whom whose because although though while whereas when where if unless whether "
    "but so yet since until than how why what"
)
AND = _set("and or & nor")
ADVERBS = _set(
    "also again further furthermore once more still always never ever now today yesterday "
    "tomorrow then therefore thus however moreover meanwhile consequently accordingly instead "
    "nevertheless nonetheless indeed just only even already yet soon often long together "
    "particularly especially likewise very so too rather quite far well hereby thereby here there "
    "later earlier recently twice both all each at least perhaps clearly certainly simply "
    "otherwise in addition"
)
NOT_ADVERBS = _set(
    "only family assembly supply apply reply ally rely italy july comply imply monopoly anomaly "
    "early daily weekly monthly yearly friendly costly deadly likely lovely holy bully rally tally "
    "orderly elderly timely"
)
# Verbs that carry another one: in "continue to support" the second says what is done.
CATENATIVES = _set(
    "continue continues continued continuing wish wishes wished like want wants wanted seek seeks "
    "sought try tries tried begin began begins hope hopes hoped remain going have has had need "
    "needs needed aim aims aimed able glad happy pleased proud bound used"
)
# Verbs that say no more than "is": remain committed, stand ready.
LINKING = _set(
    "is are was were be been being am 're 'm remain remains remained remaining stand stands stood "
    "become becomes became feel feels felt seem seems seemed grow grew keep keeps kept stay stays "
    "stayed"
)

TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                                # U.S.  e.g.
    | (?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Sen|Rep|Gov|Lt|Col|Prof|Adm|Capt|No)\.   # Mr. Strand
    | ['’](?:s|re|ve|ll|d|m|t)\b                        # the minister's, we're
    | \w+(?:[-‐‑\xad]\w+)*                              # counter-terrorism
    | [^\w\s]                                           # a mark
    """,
    re.VERBOSE | re.IGNORECASE,
)
APOSTROPHE = str.maketrans("’", "'")


@dataclass(frozen=True, slots=True)
class Tokens:
    """One sentence cut into words and marks: in lower case, as written, and where they stand."""

    lower: list[str]
    raw: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """The number of the token that begins at an offset, or of the first one after it."""
        for number, start in enumerate(self.starts):
            if start >= offset:
                return number
        return len(self.starts)


def tokens(text: str, start: int, end: int) -> Tokens:
    """The words and marks of a sentence, with their offsets in the text.

    >>> tokens("We can't, the U.S. envoy said.", 0, 30).lower[:6]
    ['we', 'can', "'t", ',', 'the', 'u.s.']
    """
    raw, starts, ends = [], [], []
    for match in TOKEN.finditer(text, start, end):
        raw.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    lower = [word.lower().translate(APOSTROPHE) if word[0] == "’" else word.lower() for word in raw]
    return Tokens(lower, raw, starts, ends)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word can stand between a subject and its verb without being either.

    >>> is_adverb("strongly"), is_adverb("also"), is_adverb("assembly")
    (True, True, False)
    """
    return word in ADVERBS or (word.endswith("ly") and len(word) > 3 and word not in NOT_ADVERBS)
