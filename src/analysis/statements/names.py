"""Several names in one phrase told apart: "Lorn and the Kestrel Union" are two, a council is one.

"And" joins two holders, or two halves of one name ("the Trade and Technology Council", "Heads of
State and Government"). The words around it decide: a title or an article begins a new name; what
hangs on "of" belongs to its title; a field of work is no holder.
"""

import re
from collections.abc import Container

from analysis import tables
from analysis.statements import russian
from analysis.statements.nouns import BODIES, PERSONS, THINGS
from analysis.statements.phrases import Words
from analysis.statements.words import as_set

__all__ = ["as_written", "is_country", "joint_names", "name_of", "split_names"]

# Countries whose names hold an "and".
COUNTRIES = re.compile(
    r"\b(?:Great Britain and Northern Ireland|Bosnia and Herzegovina|Trinidad and Tobago"
    r"|Antigua and Barbuda|Saint Kitts and Nevis|St\.? Kitts and Nevis"
    r"|Saint Vincent and the Grenadines|S[ãa]o Tom[ée] and Pr[íi]ncipe|Turks and Caicos)\b"
)
JOINED = re.compile(r"(\s*,?\s+(?:and|и)\s+|\s*,\s+|\s+&\s+)")
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
BOTH = re.compile(r"^(?:both|either)\s+", re.IGNORECASE)
ARTICLE = re.compile(r"^the\s+|['’](?:s)?$", re.IGNORECASE)
LOOSE = re.compile(r" (?=[,.)’'»])|(?<=[(«]) | (?=['’]s\b)")  # blanks before marks
WORKS = BODIES | THINGS | as_set("services affairs relations resources")
PLAIN = "DAnUdgRPTC"  # the classes of words with no mark before or after them
REALMS = as_set("united republic kingdom states emirates federation principality commonwealth")


def split_names(words: str) -> list[str]:
    """The names in a phrase, without articles; a phrase that is one name gives itself.

    >>> split_names("Premier Lund and the Kestrel Union"), split_names("Trade and Labour Council")
    (['Premier Lund', 'Kestrel Union'], ['Trade and Labour Council'])
    """
    whole = words
    if words.partition(" ")[0].lower() in russian.GROUPS:  # "Лидеры Лорна и Селма": theirs
        return [words]
    words = BOTH.sub("", words)
    led = LEADERS.match(words)
    if led and not FIELD.search(words[led.end() :].split()[0].rstrip(",")):
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
        return [_bare(words if led else whole)]
    return [n for n in names if n.split()[-1].lower() not in THINGS] or names


def is_country(name: str) -> bool:
    """Whether a name looks like that of a country and not of a person or a body.

    >>> is_country("Lorn"), is_country("Republic of Selm"), is_country("Premier Lund")
    (True, True, False)
    """
    words = name.lower().split()
    return bool(words) and "|" not in name and (len(words) == 1 or not REALMS.isdisjoint(words))


def _bare(name: str) -> str:
    """A name without its article and without the mark of the genitive."""
    return ARTICLE.sub("", name.strip())


def _belongs(before: str, piece: str, *, last: bool) -> bool:
    """Whether a piece after "and" is the other half of the name before it."""
    first, *_ = piece.split() or [""]
    if first in ("the", "The") or first.lower().rstrip(".") in BEFORE_NAMES:
        return False
    head, of, object_ = before.rpartition(" of ")
    if of and object_[:1].isupper():
        whole = head.rpartition(" ")[2].lower() in REALMS or object_.startswith("the ")
        field = FIELD.search(object_) or object_.split()[-1].lower() in WORKS
        return not whole and first.lower() not in REALMS and bool(field)
    field = FIELD.search(before) and piece.rpartition(" ")[2].lower() in WORKS
    return bool(last and field)


BEFORE_NAMES = PERSONS | as_set(
    "prime vice mr mrs ms dr sir king queen his her foreign taoiseach deputy"
)


WHEN = as_set("after before during following amid amidst since until despite")


def as_written(found: Words, span: tuple[int, int]) -> str:
    """The words of a noun phrase as they stand in the text, without its article and the time."""
    first, last = span
    if "P" in found.tags[first:last]:
        times = (at for at in range(first + 1, last) if found.lower[at] in WHEN)
        last = next(times, last)  # "the guilds after the vote"
    while first < last - 1 and found.lower[first] in ("a", "an", "the"):
        first += 1
    words = " ".join(found.raw[first:last])
    return LOOSE.sub("", words) if found.tags[first:last].strip(PLAIN) else words


# Possessive where a run of names could be parted in many ways: a list in capitals has hundreds.
NAMES = re.compile(
    r"^(?:[A,]|P[^,]*,)*+((?:D?[U-]++(?:PD?[U-]++)*+,?){1,6}CD?[U-]+(?:PD?[U-]+)*)[^U,C]"
)


def joint_names(found: Words, verbs: Container[str] | None = None) -> str:
    """The names that a text begins with, when there are several; else nothing.

    In a title (`verbs`: those of its words that are verbs of saying or taking a stance) a verb
    has to follow: "Lorn and Ostmark reaffirm", but not "Lorn and the western border".
    """
    match = NAMES.match(found.tags)
    if not match:
        return ""
    first, last = match.span(1)
    if verbs is not None:
        last -= found.raw[last - 1] in verbs  # capitals of a title: "Ostmark Reaffirm Their Bond"
        at = last
        while found.tags[at : at + 1] == "A":
            at += 1
        if found.tags[at : at + 1] not in tuple("dHBMT") and found.raw[at] not in verbs:
            return ""
    names = name_of(found, (first, last))
    return names if "|" in names else ""


INSIDE = ("of", "for", "to", "по", "при")  # prepositions inside a name


def name_of(found: Words, span: tuple[int, int]) -> str:
    """A name, cut before where and when; several names joined by bars."""
    first, last = span
    for at in range(first + 1, last):
        if found.tags[at] == "P" and found.lower[at] not in INSIDE:
            last = at
            break
    words, tags = as_written(found, (first, last)), found.tags[first:last]
    return tables.join(split_names(words)) if "C" in tags or "," in tags else words
