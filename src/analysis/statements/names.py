"""Several names in one phrase told apart: "Lorn and the Kestrel Union" are two, a council is one.

"And" joins two holders, or two halves of one name ("the Trade and Technology Council", "Heads of
State and Government"). The words around it decide: a title or an article begins a new name; what
hangs on "of" belongs to its title; a field of work is no holder.
"""

import re

from analysis.statements.nouns import BODIES, PERSONS, THINGS
from analysis.statements.words import as_set

__all__ = ["split_names"]

# Countries whose names hold an "and".
COUNTRIES = re.compile(
    r"\b(?:Great Britain and Northern Ireland|Bosnia and Herzegovina|Trinidad and Tobago"
    r"|Antigua and Barbuda|Saint Kitts and Nevis|St\.? Kitts and Nevis"
    r"|Saint Vincent and the Grenadines|S[ãa]o Tom[ée] and Pr[íi]ncipe|Turks and Caicos)\b"
)
JOINED = re.compile(r"(,?\s+and\s+|,\s+|\s+&\s+)")
# Who stands for a country: "the leaders of Lorn and Ostmark" are Lorn and Ostmark.
LEADERS = re.compile(
    r"^(?:the )?(?:leaders|presidents|heads of (?:state|government)(?: and (?:of )?government)?"
    r"|(?:prime |foreign )?ministers|premiers|governments|peoples)\s+of\s+(?=the\s+[A-Z]|[A-Z])",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"(?:[ts]ion|ment|ity|ology|ics|ture|ning|[dt]ence|defense|science|finance|commerce|health|trade"
    r"|energy|food|labou?r|justice|economy|human|economic|foreign|transport|arts)$",
    re.IGNORECASE,
)
WORKS = BODIES | THINGS | as_set("services affairs relations resources")
REALMS = as_set("republic kingdom states emirates federation union principality commonwealth")


def split_names(words: str) -> list[str]:
    """The names in a phrase, without articles; a phrase that is one name gives itself.

    >>> split_names("Premier Lund and the Kestrel Union"), split_names("Trade and Labour Council")
    (['Premier Lund', 'Kestrel Union'], ['Trade and Labour Council'])
    """
    words = re.sub(r"^(?:both|either)\s+", "", words, flags=re.IGNORECASE)
    led = LEADERS.match(words)
    if led and not re.search(FIELD, words[led.end() :].split()[0].rstrip(",")):
        words = words[led.end() :]
    held = COUNTRIES.sub(lambda match: match[0].replace(" ", "\0"), words)
    pieces = JOINED.split(held)
    names = [pieces[0]]
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if _belongs(names[-1], piece, last=piece is pieces[-1]):
            names[-1] += mark + piece
        else:
            names.append(piece)
    names = [_bare(name.replace("\0", " ")) for name in names]
    if len(names) == 1 or not all(name[:1].isupper() for name in names):
        return [_bare(words)]
    return [n for n in names if n.split()[-1].lower() not in THINGS] or names


def _bare(name: str) -> str:
    """A name without its article and without the mark of the genitive."""
    return re.sub(r"^(?:the|both)\s+|['’](?:s)?$", "", name.strip(), flags=re.IGNORECASE)


def _belongs(before: str, piece: str, *, last: bool) -> bool:
    """Whether a piece after "and" is the other half of the name before it."""
    first, *_ = piece.split() or [""]
    if first in ("the", "The") or first.lower().rstrip(".") in PERSONS | TITLES:
        return False
    head, of, object_ = before.rpartition(" of ")
    if of and object_[:1].isupper():
        whole = head.split()[-1].lower() in REALMS or object_.startswith("the ")
        return not whole and first.lower() not in REALMS and bool(FIELD.search(object_))
    field = FIELD.search(before.split()[-1]) and piece.split()[-1].lower() in WORKS
    return bool(last and field)


TITLES = as_set("prime vice mr mrs ms dr sir king queen his her foreign taoiseach deputy")
