"""Where a content begins and ends in its sentence.

It begins after those addressed and after when and where it was said ("told Radio Selm", "said on
Monday"), and ends where the next clause of the same kind begins: "A said that ..., but B says ...".
"""

import re

from analysis.statements.phrases import Words
from analysis.statements.sentences import Clause, Sentence, Statement
from analysis.statements.words import TIMES, as_set

__all__ = ["past_addressee", "trim"]

# Verbs with somebody addressed between them and the content: "told reporters that".
RECIPIENT = as_set(
    "tell assure remind inform notify advise warn urge ask brief reassure convince persuade show"
)
CLAUSE_WORDS = as_set("that whether why how what if when where who")
DAYS = as_set("monday tuesday wednesday thursday friday saturday sunday yesterday today")
ADDRESSEE = re.compile(r"R|D*A?[nU#S\-]+(?:(?:PD?|C)[nU]+)*")
CIRCUMSTANCE = re.compile(r"A?(?:[PT]D*A?[nUd#g\-S]+)+")


def past_addressee(words: Words, first: int, head: str) -> int:
    """Past whom, when and where: "told Radio Selm she", "said on Monday he", "said Thursday that".

    An addressee who is to act stays with the act: "urged residents to boil their water".
    """
    tags, lower = words.tags, words.lower
    if lower[first : first + 1] == ["that"]:
        return first
    if head in RECIPIENT:
        match = ADDRESSEE.match(tags, first)
        if match and _begins_content(words, match.end()):
            return match.end()
        if match and head == "tell" and not _content_later(words, match.end()):
            return len(tags)
    if tags[first : first + 1] == "A" and lower[first + 1 : first + 2] == ["that"]:
        return first + 1
    at = first
    while lower[at : at + 1] and lower[at] in DAYS:
        at += 1
    match = CIRCUMSTANCE.match(tags, at)
    if match and lower[at] == "for" and not TIMES.isdisjoint(lower[at + 1 : match.end()]):
        at += 1
    if match and lower[at] not in ("about", "of", "against", "for", "with", "by"):
        end = match.end()
        dated = not DAYS.isdisjoint(lower[at:end])
        if lower[end : end + 1] == ["that"] and "that" not in lower[at:end]:
            return end
        if (dated or lower[at] == "in") and _begins_content(words, end):
            return end
    if at > first and (tags[at : at + 1] in ("D", "R", '"', "U") or lower[at : at + 1] == ["that"]):
        return at
    return first


def _content_later(words: Words, at: int) -> bool:
    """Whether what was told follows somebody who was told it: "told the crowd of his plans"."""
    near = words.lower[at : at + 10]
    return words.tags[at : at + 1] not in ("", ".", ",", "P") or (
        "that" in near or near[:1] in (["of"], ["about"]) or '"' in words.tags[at : at + 10]
    )


def _begins_content(words: Words, at: int) -> bool:
    """Whether a clause or a quotation begins at a word."""
    tag = words.tags[at : at + 1]
    return tag in ("R", "D", '"', ":") or words.lower[at : at + 1] in [[w] for w in CLAUSE_WORDS]


def trim(sentence: Sentence, told: list[Statement]) -> None:
    """End each content of a sentence where the next clause of the same kind begins."""
    if len(told) < 2:
        return
    for statement in told:
        for other in told:
            if other.clause.first <= statement.clause.last or other is statement:
                continue
            around = _around(other.clause, statement.clause)
            head = other.clause.frame.first if around else _head(other.clause)
            at = sentence.starts[head]
            if statement.start < at < statement.end and (around or _ends(statement, other, head)):
                while head and (
                    sentence.words.tags[head - 1] in "C,A—"
                    or sentence.words.lower[head - 1] in CONTRASTS
                ):
                    head -= 1
                end = sentence.offsets(0, head)[1] if head else 0
                if end > statement.start:
                    statement.end = min(statement.end, end)


def _around(outer: Clause, inner: Clause) -> bool:
    """Whether a clause stands between subject and verb of another: "Reck, who said ..., told"."""
    subject, verb = outer.frame.subject, outer.frame.first
    return bool(subject) and outer.frame.kind == "main" and subject[1] <= inner.frame.first < verb


CONTRASTS = as_set("but yet")


def _head(clause: Clause) -> int:
    """The first word of a clause: of its subject or its verb."""
    subject, first = clause.frame.subject, clause.frame.first
    head = min(subject[0], first) if subject and clause.frame.kind != "relative" else first
    before = clause.sentence.words
    while head and before.tags[head - 1] == "K" and before.lower[head - 1] in ("while", "although"):
        head -= 1
    return head


def _ends(statement: Statement, other: Statement, head: int) -> bool:
    """Whether a later clause stands beside a content and not inside it."""
    clause, words = other.clause, other.clause.sentence.words
    kind, before = clause.frame.kind, words.tags[head - 1 : head]
    if other.end <= clause.sentence.starts[head]:
        return True  # "..., the minister added": all before it is its own content
    same = clause.holder == statement.clause.holder
    if kind in ("shared", "participle"):
        return same
    if kind != "main" or clause.frame.modal:
        return False
    if before == "C" or words.lower[head - 1] in CONTRASTS:
        return True
    opens = statement.clause.frame.kind == "participle" or words.tags[0] == "K"
    follows = words.lower[clause.last + 1 : clause.last + 2] == ["that"]
    return before == "," and (follows or (opens and statement.clause.first < 12))
