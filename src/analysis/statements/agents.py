"""Who acts where the subject does not say it: after "by", in a nation's name, before "who".

"The sale was condemned by the guild", "the plan, described by Reck as thin", "the call by two
parties for a vote" and "a Lornish pledge to pay" name somebody beside their cue.
"""

import re
from dataclasses import replace

from analysis.statements.frames import Frame
from analysis.statements.nouns import can_speak
from analysis.statements.phrases import Words, noun_phrase_after, subject_before
from analysis.statements.wording import is_infinitive

__all__ = ["JUDGING", "beside_agent", "innermost", "nation_or_agent", "past_relative", "with_agent"]

JUDGING = ("", "oppose", "concern")  # stances told of a noun; "a body set up by" only says which
DEMONYM = re.compile(r"(?:an|ish|ese|[^aeiou]i|french|dutch|swiss|greek|czech|thai)$")


def nation_or_agent(words: Words, at: int, last: int) -> tuple[int, int] | None:
    """Whose a noun is by nation or after "by": "a Lornish pledge to", "the call by X for"."""
    following = words.lower[last + 1 : last + 2]
    if following in (["that"], ["to"]) and at > 1 and words.tags[at - 2 : at] == "DU":
        return (at - 1, at) if DEMONYM.search(words.lower[at - 1]) else None
    agent = noun_phrase_after(words, last + 2) if following == ["by"] else None
    if agent and "for" in words.lower[slice(*agent)]:
        agent = agent[0], words.lower.index("for", agent[0])
    if agent and can_speak(words.lower, words.tags, *agent):
        after = words.lower[agent[1] : agent[1] + 1]
        act = after == ["to"] and is_infinitive(words, agent[1])
        return agent if act or after in (["for"], ["that"]) else None
    return None


def innermost(words: Words, span: tuple[int, int]) -> tuple[int, int]:
    """Whom "who" goes back to: in "a victory for President Ode, who", not the victory."""
    if can_speak(words.lower, words.tags, *span):
        return span
    inner = max(words.tags.rfind(tag, *span) for tag in "PT") + 1
    return (inner, span[1]) if span[0] < inner < span[1] else span


def past_relative(words: Words, span: tuple[int, int]) -> tuple[int, int]:
    """Who acts where a thing ends what is told of somebody: "the envoy who led the talks said"."""
    if can_speak(words.lower, words.tags, *span) or "who" not in words.lower[1 : span[0]]:
        return span
    who = max(at for at in range(1, span[0]) if words.lower[at] == "who")
    antecedent = subject_before(words, 0, who - 1)
    closed = set(words.tags[who : span[0]]) & set(',;:"(—KC')
    if antecedent is None or closed or not can_speak(words.lower, words.tags, *antecedent):
        return span
    return antecedent


def with_agent(words: Words, frame: Frame, last: int) -> Frame:
    """A passive with the one who acts, if "by" names one: "was condemned by the council"."""
    for by in range(last + 1, min(last + 4, len(words.lower))):
        if words.lower[by] == "by":
            agent = noun_phrase_after(words, by + 1)
            if agent and can_speak(words.lower, words.tags, *agent):
                return replace(frame, subject=agent, passive=False, kind="agent")
    return frame


def beside_agent(words: Words, at: int, last: int) -> tuple[Frame | None, tuple[int, int] | None]:
    """A participle beside its noun with the one who acts: "the plan, described by Reck as thin"."""
    if words.lower[last + 1 : last + 2] != ["by"] or at == 0:
        return None, None
    agent = noun_phrase_after(words, last + 2)
    comma = words.tags[at - 1] == ","
    patient = subject_before(words, 0, at - 1 - comma)
    if agent and patient and can_speak(words.lower, words.tags, *agent):
        return Frame(at, agent, kind="agent"), patient
    return None, None
