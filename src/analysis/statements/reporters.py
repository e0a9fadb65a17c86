"""Who reports what somebody else holds: "the Tribune reports that", "Ruun said the Pact welcomed".

A reporter's own content holds the words of the other. Whoever only agrees ("as Ruun has said")
reports nothing, and what an author says of itself no one inside the text reports.
"""

from collections.abc import Iterable
from operator import attrgetter

from analysis.statements.holders import UNRESOLVED, Holder
from analysis.statements.holding import is_source
from analysis.statements.sentences import Statement

__all__ = ["find_reporters", "reporter"]


def reporter(cue: tuple[int, int], holder: Holder, around: Iterable[Statement]) -> str:
    """The name of the nearest other one whose content holds a cue; empty without one.

    `around` are the statements that may hold it.
    """
    if holder.basis in ("author", "no author known"):
        return ""
    telling = [
        told
        for told in around
        if told.start <= cue[0] and cue[1] <= told.end
        if told.holder.name not in (holder.name, UNRESOLVED) and _reports(told)
    ]
    return max(telling, key=attrgetter("start")).holder.name if telling else ""


def _reports(told: Statement) -> bool:
    """Whether somebody says it, and not "as Ruun has said", "must say", or "its decision to"."""
    clause = told.clause
    subject, words = clause.frame.subject, clause.sentence.words.lower
    aside = subject is not None and words[max(subject[0] - 1, 0)] == "as"
    return not (
        clause.frame.kind == "noun"
        or clause.cue.stance not in ("", "affirm")
        or (clause.frame.modal or clause.frame.negated or aside)
        or (told.holder.basis == "words" and is_source(clause))
    )


def find_reporters(told: list[Statement]) -> dict[int, str]:
    """The reporter of each statement, by its identity; `told` in the order of the contents."""
    found, open_ones, at = {}, [], 0
    for one in sorted(told, key=attrgetter("clause.span")):
        cue = one.clause.span
        while at < len(told) and told[at].start <= cue[0]:
            open_ones.append(told[at])
            at += 1
        open_ones = [other for other in open_ones if other.end > cue[0]]
        found[id(one)] = reporter(cue, one.holder, open_ones)
    return found
