"""Commands: a sentence that begins with a bare verb asks those who hear it to act.

"Stand firm", "Do not yield", "Friends, keep the faith" and "Let every citizen do his part" have no
subject and no cue. Verbs that are nouns too need an object to show what they are ("Work with us",
but "Work with children needs patience").
"""

import re

from analysis.statements.holders import Holder
from analysis.statements.sentences import Sentence, Statement
from analysis.statements.takes import Take, make_take
from analysis.statements.verbs import ALSO_NOUNS, COMMANDS
from analysis.statements.words import as_set

__all__ = ["of_imperative"]

SKIPPED = as_set("and but so please then now therefore thus instead rather again today also just")


def of_imperative(sentence: Sentence, voice: Holder, statement: Statement | None) -> list[Take]:
    """The command of a sentence, if it begins with one: at its start or after those addressed."""
    words = sentence.words
    if COMMANDS.isdisjoint(words.present) or words.raw[-1] not in '.!”"’»;':
        return []  # a heading, or no such verb
    at = _beginning(sentence)
    if at is None or not _commands(sentence, at):
        return []
    return [make_take(sentence, voice, at, at, "call", 3, False, at, "duty", statement)]


def _beginning(sentence: Sentence) -> int | None:
    """The word a command would begin with: past "so", and past "Friends," or "Men of Lorn,"."""
    words = sentence.words
    comma, colon = words.tags.find(","), words.tags.find(":")
    called = words.tags[0] in "UnD" and words.lower[0] not in COMMANDS
    if colon > 0:
        at = colon + 1
    elif 0 < comma < 6 and called and not set(words.tags[:comma]) & set("BHMGRK"):
        at = comma + 1
    else:
        at = 0
    while at < len(words.raw) - 1 and (words.tags[at] in '"S(' or words.lower[at] in SKIPPED):
        at += 1
    return at if at < len(words.raw) - 1 else None


def _commands(sentence: Sentence, at: int) -> bool:
    words = sentence.words
    word, after = words.lower[at], words.tags[at + 1]
    if word == "may" and at == 0 and after == "U":
        return False  # "May God rest their souls": a prayer
    if word == "allow" and words.lower[at + 1] in ("me", "us"):
        return False  # "allow me to explain"
    if word == "help" and "god" in words.lower[at:]:
        return False  # "so help us God": an oath
    if word == "may" and at == 0:  # "May they find wisdom"
        return after in tuple("DRU") and words.lower[1] != "i"
    if word in ("let", "do", "never", "be"):
        return _negates_or_lets(sentence, at)
    if word not in COMMANDS or words.raw[at].isupper():
        return False
    if word in ALSO_NOUNS and (FINITE.search(words.tags, at + 1) or after not in tuple("DRTPA")):
        return False
    return after in tuple("DRTPAnUdCNKW")


FINITE = re.compile("[BHM]|[nU]d")  # a verb of which the noun may be the subject: "work ended"


def _negates_or_lets(sentence: Sentence, at: int) -> bool:
    """ "Do not yield", "Never yield", "Let no one doubt it", "Be brave", but not "Let me say"."""
    words = sentence.words
    word, following, after = words.lower[at], words.lower[at + 1], words.tags[at + 1]
    if word == "do":
        return after == "N" and words.tags[at + 2 : at + 3] not in ("R", "D")
    if word == "let":
        return following not in ("me", "us", "'s") and after in tuple("DRnU")
    if word == "be":
        return after in tuple("nAdN")
    return following in COMMANDS
