"""Actors proposed from the corpus, for an analyst whose codebook does not know them yet.

A proposal is a holder that the rules named by the text's own words, with the other forms under
which it stands: an acronym of its initials, or a title before the same last name. It is a start:
which forms are one body, what kind it is and for whom it speaks is for the analyst to settle.
"""

import pandas as pd

from analysis import tables
from analysis.codebook import COLUMNS, Codebook
from analysis.patterns import Phrases
from analysis.statements import kind_of_name, names_somebody

__all__ = ["propose_actors"]

MIN_DOCUMENTS = 2  # a holder of one document may be a slip of the rules
OTHERS = {"acronym": "initials", "initials": "acronym", "last": "last"}  # whom a form looks for
OFFICE = frozenset({"of", "for"})  # "President of Valdoria" ends in no name of a person
LONGEST_EXAMPLE = 300  # characters; a reader checks an example at a glance


def propose_actors(positions: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Actors a codebook could begin with: one row per holder, in the columns of actors.csv.

    Those stated in most documents come first; `match` is a sentence in which the name stands.

    >>> from analysis.codebook import read_codebook
    >>> from analysis.tables import empty
    >>> propose_actors(empty("positions"), read_codebook(None)).empty
    True
    """
    held = positions[["holder", "doc_id", "quote"]]
    held = held.assign(holder=held["holder"].str.split("|")).explode("holder")
    known = {*codebook.actors["name"], *codebook.actors["speaks_for"], "unresolved"}
    names = {name for name in held["holder"].unique() if name not in known and names_somebody(name)}
    held = held[held["holder"].isin(names)]
    counts = held.groupby("holder")["doc_id"].agg(n_documents="nunique", n="size").reset_index()
    counts = counts.sort_values(
        ["n_documents", "n", "holder"], ascending=[False, False, True], ignore_index=True
    )
    family = _families(counts["holder"].tolist())
    held = held.assign(actor=held["holder"].map(family))
    rows = []
    for actor, part in held.groupby("actor", sort=False):
        documents = part["doc_id"].nunique()
        if documents < MIN_DOCUMENTS:
            continue
        aliases = [name for name, first in family.items() if first == actor and name != actor]
        rows.append(
            {
                "name": actor,
                "kind": kind_of_name([actor, *aliases]),
                "aliases": tables.join(aliases),
                "definition": f"proposed: holds {tables.counted(len(part), 'position')} in "
                f"{tables.counted(documents, 'document')}; check kind, aliases and speaks_for",
                "match": _example(actor, part["quote"]),
                "order": (-documents, -len(part), actor),
            }
        )
    rows.sort(key=lambda row: row.pop("order"))
    blank = dict.fromkeys(COLUMNS["actors"], "")
    return pd.DataFrame([blank | row for row in rows], columns=list(COLUMNS["actors"]), dtype="str")


def _families(names: list[str]) -> dict[str, str]:
    """Each name with the first of its family: the form stated in most documents."""
    first: dict[str, str] = {}
    heads: dict[tuple[str, str], set[str]] = {}  # the families that a form can belong to
    for name in names:
        shared = _shared(name)
        near = heads.get(shared, set())
        first[name] = next(iter(near)) if len(near) == 1 else name
        if shared:
            heads.setdefault((OTHERS[shared[0]], shared[1]), set()).add(first[name])
    return first


def _shared(name: str) -> tuple[str, str] | tuple[()]:
    """What two forms of one name share: an acronym its initials, a title or none the last name.

    >>> _shared("Meridian Compact of Ports"), _shared("MCP"), _shared("President Oren Talvik")
    (('initials', 'MCP'), ('acronym', 'MCP'), ('last', 'Talvik'))
    """
    words = name.split()
    if len(words) == 1:
        return ("acronym" if name.isupper() else "last", name)
    if kind_of_name([name]) == "person":
        return () if OFFICE & set(words) else ("last", words[-1])
    initials = "".join(word[0] for word in words if word[0].isupper())
    return ("initials", initials) if len(initials) > 2 else ()


def _example(name: str, quotes: pd.Series) -> str:
    """The shortest sentence in which the name stands; empty where it never does."""
    phrase = Phrases([name])
    fitting = sorted(set(quotes[quotes.str.len() <= LONGEST_EXAMPLE]), key=lambda q: (len(q), q))
    shown = (" ".join(quote.split()) for quote in fitting if "||" not in quote)
    return next((quote for quote in shown if phrase.find(quote)), "")
