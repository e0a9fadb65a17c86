"""The grammar around a word that is no verb: an adjective said of somebody, a noun with its owner.

"The parties are deeply concerned" takes its subject as a verb would, over "are"; "our commitment"
and "the Parties' support" name their holder beside them.
"""

from analysis.statements.frames import Frame, with_subject
from analysis.statements.phrases import Words, subject_before
from analysis.statements.words import as_set

__all__ = ["adjective_frame", "owner_of"]

# Verbs that say no more than "is": remain committed, stand ready.
LINKING = as_set(
    "remain remains remained stand stands stood become becomes became feel feels felt grow grew "
    "stay stays stayed seem seems seemed look looks"
)


def adjective_frame(found: Words, at: int, low: int, earlier: str) -> Frame | None:
    """The frame of an adjective said of somebody: "are deeply concerned", "stand ready to"."""
    tags, lower = found.tags, found.lower
    j, negated, linked, modal = at - 1, False, False, ""
    while j >= low:
        tag = tags[j]
        if tag == "N":
            negated = True
        elif tag == "B" or lower[j] in LINKING:
            linked = True
        elif tag == "M":
            modal = lower[j]
            negated |= modal == "cannot" and lower[j + 1] != "but"
        elif lower[j] == "longer" and lower[j - 1] == "no":  # "is no longer committed to"
            negated, j = True, j - 1
        elif tag not in "AH":
            break
        j -= 1
    first = j + 1
    if j < 0 or (j < low and not linked):
        opens = first == 0 and at < 3 and tags[at + 1 : at + 2] not in tuple("nU")
        return Frame(first, None, negated, kind="participle") if opens else None
    if not linked:
        if tags[j] in "C," and earlier == "adjective":
            return Frame(first, None, negated, modal=modal, kind="shared")
        return None
    plain = Frame(first, None, negated, False, modal)
    return with_subject(found, j, at, at, "base", low, earlier, plain, "B")


def owner_of(found: Words, at: int, low: int = 0) -> tuple[int, int] | None:
    """Who a noun belongs to: "our firm commitment", "the Parties' support".

    `low` is the first word that may belong to a name: one past the verb before.
    """
    tags, lower = found.tags, found.lower
    j = at - 1
    while (
        j >= 0 and at - j < 6 and tags[j] in "nUAdC,g" and not (tags[j] == "U" and lower[j] == "s")
    ):
        j -= 1
    if j < 0:
        return None
    if lower[j] in ("our", "my", "their", "its", "his", "her"):
        return j, j + 1
    if tags[j] == "S" and j > 0:
        return subject_before(found, low, j - 1)
    return None
