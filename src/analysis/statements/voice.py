"""Whether a text speaks for itself, and for whom: "We, the leaders ...", a speech, a statement."""

import re
from collections.abc import Container, Sequence
from itertools import islice, pairwise
from math import ceil

from analysis.statements.names import split_names
from analysis.statements.nouns import (
    BODIES,
    DOCUMENTS,
    GROUPS,
    PERSONS,
    SOURCES,
    THINGS,
    names_somebody,
)
from analysis.statements.words import as_set

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
# A chair's statement is the meeting's: "Chair's Statement on the Lorn Leaders' Meeting".
OF_MEETING = re.compile(
    rf"(?i:\bchair(?:man|woman|person)?[’']?s?\s+(?:{KINDS})\s+(?:on|of)\s+(?:the\s+)?)"
    r"(?P<name>[A-Z0-9].*?(?i:meeting|summit|conference|session|council|dialogue|forum))\b"
)
# "Lorn Ports Ministers' Statement on the Raids".
OWNER = re.compile(
    r"^(?i:the\s+)?(?P<name>[A-Z][^,;:–—’'-]*?)(?:[’'](?i:s)|(?<=[sS])[’'])\s+(?i:(?:joint|press)\s+)?"
    rf"(?i:(?:{KINDS})\b|(?:review|decisions?|conclusions)\s+(?:and\s+\w+\s+)?on\b)"
)
# "Ada Ruun, President of the Harrow Bank": a line of its own.
SPEAKER = re.compile(
    r"^(?P<name>[A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|de|der|van|von|al|bin)){1,4}),\s+(?P<office>\w+)"
)
BY = re.compile(
    rf"\b(?i:{KINDS})\s+(?i:by|from|of)\s+(?i:the\s+)?(?P<name>[A-Z].*?)"
    r"(?=\s+(?:on|regarding|at|in|to|following|after|about|concerning|before|during|announcing"
    r"|welcoming|condemning|marking|dated)\b|\s+of\s+\d{1,2}(?:[–-]\d{1,2})?\s+[A-Z][a-z]|\s*[,;(–—]\s+(?![A-Z])|\s*[:|]|$)"
)
# "I have the honour to speak on behalf of the Lorn Group and its members."
BEHALF = re.compile(
    r"(?:^|\b(?:I|[Ww]e)\b[^.\n]{0,60}?)(?i:\bstatement|\bspeak(?:ing)?|\bremarks)\b[^.\n]{0,40}?"
    r"(?i:\bon behalf of\s+(?:the\s+)?(?:members? (?:states )?of\s+(?:the\s+)?)?)"
    r"(?P<name>[A-Z0-9].*?)"
    r"(?=\s+(?i:by|at|in|on|to|namely|for|and (?:its|their|I|as))\b|[,.;:(\n]|$)",
    re.MULTILINE,
)
BETWEEN = re.compile(
    r"\b(?i:between|(?:meeting|call) (?:of|with))\s+"
    r"(?P<name>[A-Z].*?)(?=\s+(?:on|in|at|regarding)\b|$)"
)
WE = re.compile(
    r"\b[Ww]e\s*(?:,|—|–)?\s+(?:the\s+)?(?P<name>[^.;—–]{3,250}?)"
    r"(?:(?:,|\s*[—–])\s+(?=[a-z])|\s+(?=(?:are|were|have|met|will|shall|do|hereby|gathered|jointly"
    r"|strongly|firmly|resolutely|reaffirm|reiterate|express|condemn|welcome|call|urge|stress"
    r"|emphasi[sz]e|underscore|declare|affirm|recogni[sz]e|recall|note|commit|agree|support)\b))"
)
# It begins with a letter, to which a search can leap; then it looks back for the word's beginning.
FIRST_PERSON = re.compile(
    r"[WwOoIMmuМмНн](?<!\w.)"
    r"(?:(?<=[Ww])e|(?<=[Oo])ur|(?<=I)|(?<=[Mm])y|(?<=u)s|(?<=[Мм])ы|(?<=[Нн])аш[аеиу]?)\b"
)
OWN_SHARE = 0.2  # of the sentences; reports of others have "we" in their few quotations only


HEADING = 8  # lines at the top; more belong to a page and not to its text
TOP = 600  # characters of the body in which its own heading may stand


def author_of(title: str, author: str, beginning: str, heading: str = "") -> str:
    """Who "we" is: the manifest's author, else the one a title names, else "We, the ...".

    >>> author_of("Joint Statement by President Ode and Premier Lund on Fishing", "", "")
    'President Ode|Premier Lund'
    """
    if author:
        return author
    titled = [(BEHALF, title), (OF_MEETING, title), (BY, title), (BETWEEN, title)]
    spoken = [(WE, beginning[:1500]), (BEHALF, beginning[:1500])]
    lines = [*heading.splitlines(), *beginning[:TOP].splitlines()]
    lines = [line.strip(" ()*_#") for line in lines]
    headed = [
        (pattern, line)
        for line in filter(None, lines[:-1][:HEADING])
        for pattern in (OF_MEETING, BY, OWNER, SPEAKER)
        if not line.endswith(".") or (pattern is BY and BY.match(line))
    ]
    for pattern, words in (*titled, *spoken, (OWNER, title), *headed):
        match = pattern.search(words)
        if match and _names_somebody(pattern, match):
            name = _without_office(" ".join(match["name"].split()).strip(" ,"))
            return "|".join(dict.fromkeys(filter(None, split_names(name))))
    return _greeting(list(filter(None, lines))[:HEADING])


def _greeting(lines: Sequence[str]) -> str:
    """Whose name stands alone above a greeting; a name of no person, as a speech's own, is none.

    >>> _greeting(["Minutes", "Ada Ruun", "Hello."]), _greeting(["Opening Remarks", "Hello."])
    ('Ada Ruun', '')
    """
    for line, following in pairwise(lines):
        words = line.lower().split()
        if ALONE.fullmatch(line) and GREETING.match(following) and PLACES.isdisjoint(words):
            return line
    return ""


ALONE = re.compile(r"(?:[A-Z][\w.’'-]+\s+){1,3}[A-Z][\w.’'-]+")
GREETING = re.compile(r"(?:Good (?:morning|afternoon|evening|day)|Thank you|Hello|Welcome)\b")
PLACES = (THINGS | BODIES | GROUPS | DOCUMENTS | SOURCES) | as_set(
    "remarks address speech opening closing transcript media hall city event"
)


def _without_office(name: str) -> str:
    """A name before the office told after it: "Ada Ruun, Governor of the Bank" is Ada Ruun.

    In a list each has an office before the name, or none: "President Ode, Premier Lund".
    """
    who, _, office = name.partition(", ")
    begins = [part.lower().partition(" ")[0] in OFFICES for part in (who, office)]
    return who if begins == [False, True] else name


OFFICES = PERSONS | as_set("member vice-chair vice executive permanent prime foreign")


def _names_somebody(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether words name who speaks: "we, the leaders of", but not "we met", not "the Chair's"."""
    words = match.group()
    if pattern is SPEAKER:
        return match["office"].lower() in OFFICES
    if pattern is OWNER:
        return names_somebody(match["name"])
    if pattern is not WE:
        return True
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
