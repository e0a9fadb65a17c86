"""Whether a text speaks for itself, and for whom: "We, the leaders ...", a speech, a statement."""

import re
from collections.abc import Container, Sequence
from itertools import islice
from math import ceil

from analysis.statements.names import split_names

__all__ = ["author_of", "speaks_for_itself"]

KINDS = (
    r"statement|remarks|address|speech|declaration|communiqu[eé]|message|letter|proclamation"
    r"|resolution|general debate|fact sheet|readout|press release|vision|charter|testimony"
    r"|заявление|выступление|обращение|декларация|послание"
)
TITLE = re.compile(
    rf"^(?:\W*(?:(?i:the|a|an|joint|official|press|opening|closing|final|summit|leaders?[’']?"
    rf"|presidential)|[A-Z][\w.&-]*(?:[’']s?)?)\W+){{0,7}}?(?i:{KINDS})\b(?!\s+(?i:adopt|sign))"
    rf"|\b(?i:{KINDS})\s+(?:by|from|of|on|to|at|following|after)\b"
)
BY = re.compile(
    rf"\b(?i:{KINDS})\s+(?:by|from|of)\s+(?:the\s+)?(?P<name>[A-Z].*?)"
    r"(?=\s+(?:on|regarding|at|in|to|following|after|about|concerning|before|during|announcing"
    r"|welcoming|condemning|marking)\b|\s*[,:;(–—]\s+(?![A-Z])|$)"
)
BETWEEN = re.compile(
    r"\b(?i:between|(?:meeting|call) (?:of|with))\s+"
    r"(?P<name>[A-Z].*?)(?=\s+(?:on|in|at|regarding)\b|$)"
)
WE = re.compile(
    r"\b[Ww]e\s*(?:,|—|–)?\s+(?:the\s+)?(?P<name>[^.;—–]{3,250}?)(?:,|\s*[—–])\s+(?=[a-z])"
    r"|\b[Ww]e,?\s+the\s+(?P<these>[^.;]{3,250}?),?\s+(?=(?:are|have|met|will|reaffirm|express)\b)"
)
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y|us|[Мм]ы|[Нн]аш[аеиу]?)\b")
OWN_SHARE = 0.2  # of the sentences; reports of others have "we" in their few quotations only


def author_of(title: str, author: str, beginning: str) -> str:
    """Who "we" is: the manifest's author, else the one a title names, else "We, the ...".

    >>> author_of("Joint Statement by President Ode and Premier Lund on Fishing", "", "")
    'President Ode|Premier Lund'
    """
    if author:
        return author
    for pattern, words in ((BY, title), (BETWEEN, title), (WE, beginning[:1500])):
        match = pattern.search(words)
        if match and pattern is WE and not _names_somebody(match):
            continue
        if match:
            name = match.groupdict().get("these") or match["name"]
            return "|".join(dict.fromkeys(split_names(" ".join(name.split()))))
    return ""


def _names_somebody(match: re.Match[str]) -> bool:
    """Whether the words after "we" name who that is, and are no verb: "we, the leaders of"."""
    words = match.group()
    return bool(re.match(r"[Ww]e,?\s+the\s|[Ww]e\s*(?:,|—|–)\s+(?:the\s|[A-Z])", words))


def speaks_for_itself(
    title: str, author: str, text: str, sentences: Sequence[tuple[int, int]], quoted: Container[int]
) -> bool:
    """Whether the text is the holder's own: by its author, its title, or its many "we".

    `quoted` are the numbers of sentences with quotations, whose "we" is somebody else.
    """
    if author or TITLE.search(title):
        return True
    enough = ceil(max(2, OWN_SHARE * len(sentences)))
    own = (
        number
        for number, (start, end) in enumerate(sentences)
        if number not in quoted and FIRST_PERSON.search(text, start, end)
    )
    return len(list(islice(own, enough))) == enough
