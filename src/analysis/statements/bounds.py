"""Where a content begins and ends in its sentence.

It begins after those addressed and after when and where it was said ("told Radio Selm", "said on
Monday"), and ends where the next clause of the same kind begins ("A said that ..., but B says
...") or where it is told how it was said ("..., in a letter to the press").
"""

import re

from analysis.statements.phrases import Words
from analysis.statements.sentences import Clause, Sentence, Statement
from analysis.statements.words import TIMES, as_set

__all__ = ["before_occasion", "is_fronted", "past_addressee", "trim"]

# Verbs with somebody addressed between them and the content: "told reporters that".
RECIPIENT = as_set(
    "tell assure remind inform notify advise warn urge ask brief reassure convince persuade show "
    "сообщить сообщать заявить сказать рассказать напомнить пояснить ответить заверить"
)
CLAUSE_WORDS = as_set("that whether why how what if when where who")
DAYS = as_set("monday tuesday wednesday thursday friday saturday sunday yesterday today")
ADDRESSEE = re.compile(r"R|D*A?[nU#S\-]+(?:(?:PD?|C)[nU]+)*")
RUSSIAN_ADDRESSEE = re.compile(r"[nUPD#]{1,8}(?=,K)")
CIRCUMSTANCE = re.compile(r"A?(?:[PT]D*A?[nUd#g\-S]+)+")
_PHRASE = r"D*A?(?:[nUdg#S\-/]|\([^()]*\))+"
TOLD = re.compile(rf"(?:R|{_PHRASE})(?:,?[PCT]{_PHRASE})*,?")  # whom, and when and where
SAID = re.compile(rf",P{_PHRASE}(?:,?[PCT]{_PHRASE})*,")  # ", in a letter to Lund,"


def past_addressee(words: Words, first: int, head: str) -> int:
    """Past whom, when and where: "told Radio Selm she", "said on Monday he", "said Thursday that".

    An addressee who is to act stays with the act: "urged residents to boil their water".
    """
    tags, lower = words.tags, words.lower
    if lower[first : first + 1] == ["that"]:
        return first
    if head in RECIPIENT:
        whom = RUSSIAN_ADDRESSEE.match(tags, first)
        if whom and lower[whom.end() + 1] == "что":
            return whom.end()  # "сообщил журналистам, что"
        match = ADDRESSEE.match(tags, first)
        for found, begins in ((match, _begins_content), (TOLD.match(tags, first), _begins_saying)):
            if found and begins(words, found.end()) and not _is_object(words, *found.span(), head):
                return found.end()
        if match and head == "tell" and not _content_later(words, match.end()):
            return len(tags)
    if tags[first : first + 1] == "A" and lower[first + 1 : first + 2] == ["that"]:
        return first + 1
    match = SAID.match(tags, first)
    if match and lower[match.end() : match.end() + 1] == ["that"]:
        return match.end()
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


def _begins_saying(words: Words, at: int) -> bool:
    """Whether "that" or a mark begins what is said."""
    return words.tags[at : at + 1] in ('"', ":") or words.lower[at : at + 1] == ["that"]


def _is_object(words: Words, first: int, end: int, head: str) -> bool:
    """Whether a "that" only tells more of a noun before it.

    As in "asked Lorn for proof that ships had left", "told us of a visit that was planned".
    """
    inner = words.tags.find("P", first, end)
    if inner < 0 or words.lower[end : end + 1] != ["that"]:
        return False
    about = words.lower[inner] in ("of", "about", "for", "against")
    asked = head != "tell" and about and "U" not in words.tags[inner + 1 : inner + 3]
    return asked or words.tags[end + 1 : end + 2] in tuple("BHMG")


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


FRONTING = as_set("while when where since until as if although though after before")


def is_fronted(sentence: Sentence, end: int) -> bool:
    """Whether the words up to a comma only tell when, where or how: "On the other hand, she said".

    With a verb, or with a noun that no such word leads, something is said: "No deal, she said".
    """
    words = sentence.words
    if set(words.tags[:end]) & set('BHMG"') or any(
        clause.first < end and clause.frame.kind in ("main", "shared", "inverted")
        for clause in sentence.clauses
    ):
        return False
    first = 0
    while first < end:
        comma = words.tags.find(",", first, end)
        last = comma if comma >= 0 else end
        part, tags = words.lower[first:last], words.tags[first:last]
        timed = not TIMES.isdisjoint(part[: (tags + "P").index("P")])  # not "no toll in winter"
        leads = tags[:1] == "P" or part[:1] == ["asked"] or not FRONTING.isdisjoint(part[:1])
        if not (leads or timed or set(tags) <= {"A"}):
            return False
        first = last + 1
    return True


# What somebody says something in, or at: "..., in a letter to the press".
OCCASION = re.compile(r",PD?[nUdgS\-]+(?:[PCT]?D*[nUdg#S\-])*$")
OCCASIONS = as_set(
    "statement interview conference release briefing tweet post letter speech address remarks "
    "comments message communique communiqué article column testimony broadcast call email"
)


def before_occasion(words: Words, first: int, last: int) -> int:
    """Where a content ends before what it was said in: "..., in a letter to the press on Monday".

    >>> words = Words("calm , in a speech in Selm".split(), [], "n,PDnPU")
    >>> before_occasion(words, 0, 7)
    1
    """
    comma = words.tags.rfind(",", first, last)
    if comma <= first or words.lower[comma + 1] not in ("in", "at", "during", "on", "via"):
        return last
    said = OCCASION.match(words.tags, comma, last)
    near = words.lower[comma + 2 : comma + 6]
    return comma if said and not OCCASIONS.isdisjoint(near) else last


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
                if end == statement.clause.span[1]:  # "the dam is safe, Lund said, Radio Selm says"
                    end = _before_clause(statement.clause)
                if end > statement.start:
                    statement.end = min(statement.end, end)


def _around(outer: Clause, inner: Clause) -> bool:
    """Whether a clause stands between subject and verb of another: "Reck, who said ..., told"."""
    subject, verb = outer.frame.subject, outer.frame.first
    return bool(subject) and outer.frame.kind == "main" and subject[1] <= inner.frame.first < verb


def _before_clause(clause: Clause) -> int:
    """Where the words before a clause and its subject end, without their mark."""
    head = _head(clause)
    while head and clause.sentence.words.tags[head - 1] in ",—":
        head -= 1
    return clause.sentence.offsets(0, head)[1] if head else 0


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
