"""The small words that a clause is built with, and the cutting of a sentence into tagged words.

A cue alone says little: "the states" is no statement, and "was condemned" has another holder than
"condemned". What decides stands in the closed classes beside it: auxiliaries, pronouns,
determiners, prepositions, negations. Each word gets one letter for its class, so that the grammar
of a sentence becomes a short string on which `frames` can match patterns:

D determiner or possessive   P preposition   R pronoun that can be a subject   W who, which, that
B be   H have   G do   M modal   N not   A adverb   T to   C and, or   K other clause word   S 's
U capital   n other word   d ends in -ed   g ends in -ing   # number   marks stand for themselves
"""

import re

__all__ = ["CLOSED", "OWN", "QUANTITIES", "TIMES", "TOKEN", "as_set", "tag_of"]


def as_set(words: str) -> frozenset[str]:
    """The words of a list written with blanks, as one reads it."""
    return frozenset(words.split())


CLASSES = {
    "D": "a an the this these those my our your his her its their every each some any such both "
    "either neither several all another no",
    "P": "of in on at by for from with into onto upon about against among amongst amid amidst "
    "between during under over through throughout within without toward towards across after "
    "before behind beyond near via per despite concerning regarding including inside outside "
    "around along above below beside besides unlike like than alongside notwithstanding following",
    "R": "i we he she they it you us everyone everybody nobody anyone someone one "
    "them me him himself themselves itself ourselves",
    "W": "who which that whom",
    "B": "is are was were be been being am 're 'm",
    "H": "have has had having 've",
    "G": "do does did",
    "M": "will would shall should can could may might must ought cannot 'll 'd won",
    "N": "not never 't nor",
    "T": "to",
    "C": "and or &",
    "K": "because although though while whereas when where if unless whether but so yet since "
    "until till how why what whose as",
    "S": "'s '",
    "A": "also again further furthermore once more still always ever now today yesterday tomorrow "
    "then therefore thus however moreover meanwhile consequently accordingly instead nevertheless "
    "nonetheless indeed just only even already soon often long together particularly especially "
    "likewise very too rather quite well hereby thereby here there later earlier recently twice "
    "jointly perhaps certainly simply otherwise most best additionally hence thereafter first",
}
RUSSIAN = {
    "P": "в во на о об обо по с со к ко за из от до для при про между против под над без через у "
    "перед среди после около ради согласно вопреки кроме вместо из-за благодаря",
    "R": "мы я он она они вы",
    "W": "который которая которое которые",
    "N": "не ни никогда нет",
    "C": "и или",
    "K": "что чтобы когда если поскольку хотя где а но как ли",
    "A": "также вновь ещё еще снова уже крайне весьма очень особо затем тоже лишь только впредь "
    "вчера сегодня завтра накануне ранее позже там здесь всегда часто самым твёрдо твердо глубоко "
    "высоко широко резко жёстко жестко остро полностью дальше",
    "D": "этот эта это эти тот та те наш наша наше наши свой свою своё свое свои его её ее их все "
    "оба обе",
}
CLOSED = {
    word: tag
    for classes in (CLASSES, RUSSIAN)
    for tag, words in classes.items()
    for word in words.split()
}
# A verb before "'t": "isn't" is read as "is not"; "won" is a past as well and stays.
DENIABLE = as_set("is are was were have has had do does did would should could must need")
SHORT = {f"{verb}n": verb for verb in DENIABLE}
SHORT["'t"] = "not"
OWN = as_set("i we our us my me ours mine ourselves myself мы я наш наша наши")
TIMES = as_set(
    "year years month months week weeks day days morning evening night hour hours minute minutes "
    "moment moments time times decade decades century spring summer autumn winter monday tuesday "
    "wednesday thursday friday saturday sunday"
)
QUANTITIES = as_set(
    "half third quarter two three four five six seven eight nine ten twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion several"
)
NO_ADVERBS = as_set(
    "family assembly supply apply reply ally rely italy july comply imply monopoly anomaly "
    "early daily weekly monthly yearly friendly costly deadly likely lovely holy bully rally "
    "tally orderly elderly timely multiply underlie unlikely полотно звено зерно судно бревно"
)
RUSSIAN_ADVERBS = ("но", "ически")  # решительно, критически
NO_PARTICIPLES = as_set("united need speed seed feed indeed hundred bed red deed embed shed bred")
NO_GERUNDS = as_set(
    "cunning willing thing things nothing anything something everything king beijing morning "
    "evening meeting building wing ring string spring bring sing during wellbeing well-being "
    "hearing ruling finding warning beginning briefing gathering understanding reading "
    "proceeding offspring"
)

TOKEN = re.compile(
    r"""
    (?: \w++(?:[-‐‑\xad]\w++)*+                     # counter-terrorism
        (?:\.(?: (?<=\b[A-Z]\.)(?:[A-Z]\.)*        # U.S., J.
               | (?<=\b(?:Mr|Ms|Dr|Jr|Sr|St|Lt)\.) # Mr. Strand
               | (?<=\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Adm|Hon|hon)\.)
               | (?<=\b(?:Prof|Capt)\.)
        ))?
      | ['’](?:s|re|ve|ll|d|m|t)\b                 # the minister's, we're
      | ''|‘‘|’’|``                               # two apostrophes for a quotation mark
      | [^\w\s]                                   # a mark
    )
    [\s*>]*+                                      # with the blanks after it, "**" or "> "
    """,
    re.VERBOSE,
)
MARKS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "—", "[": "("}
MARKS |= {"-": "—", "]": ")", "…": ".", "?": ".", "!": "."}
MARKS |= dict.fromkeys(("''", "‘‘", "’’", "``"), '"')


def tag_of(raw: str) -> tuple[str, str]:
    """A word in lower case, with the letter of its class.

    >>> [tag_of(word) for word in ["The", "Pact", "strongly", "condemned"]]
    [('the', 'D'), ('pact', 'U'), ('strongly', 'A'), ('condemned', 'd')]
    """
    first = raw[0]
    if not first.isalnum() and (len(raw) == 1 or raw in MARKS):
        mark = MARKS.get(raw, raw)
        return mark, "S" if mark == "'" else mark
    if raw in ("US", "May"):  # the country and the month; "us" and "may" so written are rarer
        return raw.lower(), "U"
    lower = raw.lower().replace("’", "'").replace("\xad", "")
    lower = SHORT.get(lower, lower)
    tag = CLOSED.get(lower)
    if tag:
        return lower, tag
    if first.isdigit():
        return lower, "#"
    if lower.endswith(("ly", *RUSSIAN_ADVERBS)) and len(lower) > 4 and lower not in NO_ADVERBS:
        return lower, "A"
    if first.isupper():
        return lower, "U"
    if lower.endswith("ed") and lower not in NO_PARTICIPLES:
        return lower, "d"
    if lower.endswith("ing") and lower not in NO_GERUNDS and len(lower) > 4:
        return lower, "g"
    return lower, "n"
