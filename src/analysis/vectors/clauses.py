"""Clauses that say where words come from, not what they are about.

"According to a joint declaration signed after a meeting in the capital on Thursday" stands in
every paragraph of some reports and would make a topic of its own, and so would their opening: who
met where and when. An attribution is cut from its opening words to the next comma, quotation mark
or full stop; an occasion from the beginning of its sentence to the next mark, "and" or "to". A
text without any opening word is not searched.
"""

import re
from collections.abc import Sequence

import pandas as pd

__all__ = ["attribution_spans", "without_attribution"]

OPENINGS = ("according to", "as reported by", "as stated in", "as quoted by",
            "said", "says", "told", "reads", " read", "stated", "announced",
            "по словам", "по данным", "согласно", "как сообщ", "как отмет", "говорится",
            "заявил", "сообщил")  # fmt: skip

CLAUSE = re.compile(
    r"""
    \b(?:according\ to | as\ (?:reported|quoted)\ by | as\ stated\ in)\b   # according to a note
        (?: [^,.;:!?"“”«»\n] | (?<=\d)[.,](?=\d) | \n(?!\s*\n) ){0,200}    # to the next mark
  | \b(?:по\ словам | по\ данным | согласно | как\ (?:сообщ|отмет)\w+)\b   # по словам министра
        (?: [^,.;:!?"“”«»\n] | \n(?!\s*\n) ){0,200}
  | \b(?:the|a|this|их|его)?\s*(?:joint\s+)?
      (?:document|statement|declaration|communiqu[eé]|text|release)\s+
      (?:read|reads|said|says|stated|stressed|noted|added)\b               # the document read
  | \b(?:said|says|told|stated|announced|reads?|говорится|заявил\w*|сообщил\w*)\s+
      (?:in|at|on|during|after|following|в|на|после)\b                     # said in a statement
        (?: (?!\ that\b|\ что\b) [^,.;:!?"“”«»\n] | \n(?!\s*\n) ){0,160}
    """,
    re.VERBOSE | re.IGNORECASE,
)

GATHERED = ("met", "gathered", "convened", "assembled", "held", "took place",
            "встретились", "собрались", "состоял", "прош")  # fmt: skip

OCCASION = re.compile(
    r"""
    (?: (?:met|gathered|convened|assembled|встретились|собрались)          # the envoys met
      | (?P<event> (?:was|were|been)\s+held | took\s+place                 # the talks were held
          | состоял(?:ось|ась|ся|ись) | прош(?:[её]л|ла|ло|ли) ) )
    (?:\s+\w+ly)? \s+ (?:in|at|on|в|на) \s+ (?:the\s+)? (?=[A-ZА-ЯЁ\d])    # in Port Amber
    (?: (?!\s(?:and|to|that|which|where|и|чтобы|что|где)\s) [^.,;:!?"“”«»\n] | \n(?!\s*\n) ){1,120}
    """,
    re.VERBOSE,
)
WORD_BEFORE = re.compile(r"(?:\b(?:is|are|was|were|be|been)\s+|\w)\Z")  # needs are met; "comet in"

# What is held or takes place without being a subject of its own; an election is one.
MEETING = re.compile(
    r"\b(?:meetings?|sessions?|summits?|talks|conferences?|consultations|negotiations"
    r"|встреч\w*|заседани\w*|сесси\w*|саммит\w*|совещани\w*|переговор\w*|конференци\w*)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s|\n\s*\n")
LONGEST_SUBJECT = 250  # characters before "met": longer is a list that is no mere opening


def without_attribution(text: str, spoken: Sequence[tuple[int, int]] = ()) -> str:
    """The text with its attribution clauses, the occasions it opens with and ``spoken`` cut out.

    >>> without_attribution("Trade must grow, according to a note signed in Port Amber on Friday.")
    'Trade must grow,  .'
    >>> without_attribution("They acted according to plan, and said that trade must grow.")
    'They acted  , and said that trade must grow.'
    >>> without_attribution("The envoys met in Port Amber on Friday to discuss timber.")
    '  to discuss timber.'
    >>> without_attribution("Dana Orlik: ferries carry timber.", [(0, 10)])
    ' : ferries carry timber.'
    """
    pieces, at = [], 0
    for low, high in sorted([*_attributions(text), *spoken]):
        if high > at:
            pieces.append(text[at : max(at, low)])
            at = high
    return " ".join([*pieces, text[at:]]) if pieces else text


def _attributions(text: str) -> list[tuple[int, int]]:
    """Where the attribution clauses and the occasions stand."""
    lower = text.lower()
    found = []
    if any(opening in lower for opening in OPENINGS):
        found += [clause.span() for clause in CLAUSE.finditer(text)]
    if any(word in lower for word in GATHERED):
        found += _occasions(text)
    return found


def attribution_spans(statements: pd.DataFrame) -> pd.DataFrame:
    """The words that name a holder or carry a cue: one row per span, ``doc_id, start, end``.

    >>> statements = pd.DataFrame({"doc_id": ["a"], "holder_start": [0], "holder_end": [10],
    ...     "cue_start": [11], "cue_end": [15]})
    >>> attribution_spans(statements)[["start", "end"]].to_numpy().tolist()
    [[0, 10], [11, 15]]
    """
    parts = [
        statements[["doc_id", f"{what}_start", f"{what}_end"]].set_axis(
            ["doc_id", "start", "end"], axis=1
        )
        for what in ("holder", "cue")
    ]
    spans = pd.concat(parts).dropna()
    return spans.drop_duplicates().sort_values(["doc_id", "start", "end"]).reset_index(drop=True)


def _occasions(text: str) -> list[tuple[int, int]]:
    spans = []
    for found in OCCASION.finditer(text):
        low = max(0, found.start() - LONGEST_SUBJECT)
        if WORD_BEFORE.search(text, max(0, found.start() - 8), found.start()):
            continue
        ends = [end.end() for end in SENTENCE_END.finditer(text, low, found.start())]
        begin = ends[-1] if ends else low
        if found["event"] is None or MEETING.search(text, begin, found.start()):
            spans.append((begin, found.end()))
    return spans
