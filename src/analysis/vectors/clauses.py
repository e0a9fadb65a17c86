"""Clauses that say where words come from, not what they are about.

"According to a joint declaration signed after a meeting in the capital on Thursday" stands in
every paragraph of some reports and would make a topic of its own. A clause is cut from its opening
words to the next comma, quotation mark or full stop; a text without any opening word is not
searched.
"""

import re

__all__ = ["without_attribution"]

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


def without_attribution(text: str) -> str:
    """The text with its attribution clauses cut out.

    >>> without_attribution("Trade must grow, according to a note signed in Port Amber on Friday.")
    'Trade must grow,  .'
    >>> without_attribution("They acted according to plan, and said that trade must grow.")
    'They acted  , and said that trade must grow.'
    """
    lower = text.lower()
    if not any(opening in lower for opening in OPENINGS):
        return text
    return CLAUSE.sub(" ", text)
