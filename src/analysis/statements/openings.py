"""Where a clause begins: with the "we" that opens a sentence, or inside another as its aside.

"We watch the markets and stand ready" has one subject for both verbs, however far apart they stand;
"the work we do" has a subject of its own, which only tells more of the work.
"""

from analysis.statements.words import TIMES, as_set

__all__ = ["LETTING", "aside_before", "in_relative", "of_opening", "opening_of"]

# After "to do one thing and" these go on with what is to be done, others with what "we" do.
CAUSING = as_set(
    "support counter uphold respect value prevent promote ensure share protect advance "
    "honour honor embrace back seek strive aim restore"
)
LETTING = as_set("let allow permit")  # "let me express": the speaker is the subject
NO_NOUNS = TIMES | LETTING  # before a pronoun these are no noun that it tells more of


def in_relative(lower: list[str], tags: str, j: int, low: int) -> bool:
    """Whether a pronoun begins a clause that only tells more of the noun before it.

    "The work we do" and "to which we bound ourselves" do, "at the meeting we agreed" and "this
    year we agreed" begin a main clause, and "said it regretted" what was said; `low` is one past
    the verb before.
    """
    if j == low:
        return False
    before = tags[j - 1] if j else ""
    if before == "W":
        return lower[j - 1] in ("which", "whom")
    if lower[j - 1] == "what":
        return True
    if before != "n" or lower[j - 1] in NO_NOUNS:
        return False
    opening = max(tags.rfind(mark, 0, j) for mark in ',;:—"') + 1
    return tags[opening] not in "PAKgd"


def opening_of(tags: str) -> int:
    """Where the main clause begins: past "in the spring," or "today,"."""
    return tags.find(",", 0, 30) + 1 if tags[0] in "PA" else 0


def of_opening(lower: list[str], tags: str, j: int, at: int, form: str, following: str) -> bool:
    """Whether a verb after "and" or "but" goes on with the "we" that opens the sentence."""
    if lower[j] not in ("and", "but"):
        return False
    first = opening_of(tags)
    opening = tags[first : first + 1] == "R" and lower[first] in ("we", "i", "they")
    deeper = set("KWR;:MT") if lower[at] in CAUSING else set("KWR;:M")
    plain = not set(tags[first + 1 : j]) & deeper
    return opening and plain and form in ("base", "past") and following in tuple("DRTWnd")


def aside_before(lower: list[str], tags: str, j: int) -> int:
    """The mark that opens an aside which ends at a mark: "Rowan, who took office, insisted"."""
    opener = "(" if tags[j] == ")" else tags[j]
    k = tags.rfind(opener, 0, j)
    if k <= 0 or k + 1 >= j:
        return 0
    if opener == "," and tags[k + 1] not in "WPgdDA#UKn":
        return 0
    if opener == "," and tags[k + 1] == "n" and set(tags[k + 1 : j]) & set("BHMTKWR"):
        return 0
    if opener == "," and tags[k - 1] not in "nUS)R":
        return 0
    return k
