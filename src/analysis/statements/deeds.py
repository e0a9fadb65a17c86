"""Clauses that tell what somebody does and attribute no content to anybody.

"The crew tried to stop them" and "the pact raised the tax" take sides perhaps, yet nothing is said
in them; verbs of sensing attribute only what follows as a clause ("saw that the dam had failed").
"""

from analysis.statements.bounds import is_fronted
from analysis.statements.nouns import can_speak
from analysis.statements.sentences import Clause
from analysis.statements.words import OWN, as_set

__all__ = ["is_background", "is_deed"]

# Of the cues that commit or decide these say so; the others ("launch", "set up") do it.
DECLARING = as_set(
    "agree announce decide approve order vote rule authorize authorise instruct direct declare "
    "determine resolve settle reach come unveil decree aim hope want aspire wish mean "
    "desire long yearn expect intend plan prepare propose commit dedicate devote undertake pledge "
    "promise assure guarantee vow swear solemnly volunteer be remain stand willing eager open keen "
    "ready prepared able determined resolved resolute intent committed dedicated devoted adhere "
    "recommit rededicate give make take"
)
# Of the others these do something.
DOING = as_set(
    "attack cheer resist need require try uphold embrace counter prove reflect give extend poll "
    "renew honor honour celebrate raise"
)
DOING_CUES = frozenset(
    [
        *("ensure that", "take steps", "take measures", "take action", "make efforts", "vote by"),
        *("make * effort", "make * efforts", "go on", "commit", "brief", "push", "press", "speak"),
        *("talk", "probe", "investigate"),
    ]
)
SENSING = as_set("see hear sense")
THINKING = as_set("think feel know understand imagine wonder guess dream")
CONDITIONS = as_set("if unless until till once")  # "if the bloc agrees": it has not
AS_SOON = (["soon", "as"], ["long", "as"], ["the", "moment"])
HEARSAY = as_set("believed expected said thought alleged reported feared hoped")  # by nobody named
CLAUSE_BEGINS = as_set("that whether why how what if as")
NOT_SAYING = as_set("comment answer speak respond talk")  # "declined to comment"


def is_deed(clause: Clause) -> bool:
    """Whether a clause tells what was done, and not what was said, thought, felt or planned."""
    cue, frame, words = clause.cue, clause.frame, clause.sentence.words
    if frame.kind in ("according", "noun"):
        return False
    following = words.lower[clause.last + 1 : clause.last + 2]
    after = words.tags[clause.last + 1 : clause.last + 2]
    if is_background(clause):
        return True
    if cue.language == "ru":  # "решили открыть" says it, "подписали договор" does it
        return cue.stance == "decide" and not "".join(following).endswith(("ть", "ться", "ти"))
    if cue.kind == "adjective" and cue.rest == ("to",) and cue.head in HEARSAY:
        return True
    quoted = '"' in words.tags[clause.last + 1 : clause.last + 4] and clause.quote < 0
    if quoted and cue.head not in ("try", "seek"):
        return False
    if frame.kind == "agent":
        return cue.stance == "decide"
    relative = frame.kind == "relative" and frame.subject
    if relative and not can_speak(words.lower, words.tags, *frame.subject):
        return True
    if cue.head == "report" and following == ["from"]:
        return not _inserted(clause) or is_fronted(clause.sentence, frame.subject[0] - 1)
    if cue.head == "decline":
        return not NOT_SAYING.isdisjoint(following)
    if CLAUSE_BEGINS.intersection(following):
        return False
    if cue.head in SENSING:
        return " " not in cue.cue and after != "R"
    if cue.head in THINKING:
        return after in ("C", ",", ".", "") and frame.kind != "inverted" and not _inserted(clause)
    does = cue.stance in ("commit", "decide") and cue.head not in DECLARING
    if does or cue.head in DOING or cue.cue in DOING_CUES:
        return not _carries(clause) and not (cue.head == "offer" and after == "T")
    return False


def is_background(clause: Clause) -> bool:
    """Whether a clause only tells on what, or since when: "until Lorn signs", "since it declared".

    "Since" gives a time before a past form and a reason before the others ("since we support it").
    """
    subject, lower = clause.frame.subject, clause.sentence.words.lower
    if not subject or not subject[0]:
        return False
    before = lower[subject[0] - 1]
    if before == "since":
        return clause.form == "past" and lower[subject[0]] not in OWN
    return before in CONDITIONS or lower[max(subject[0] - 2, 0) : subject[0]] in AS_SOON


def _inserted(clause: Clause) -> bool:
    """Whether a clause stands between commas or at the end: "The dam, she thinks, is old"."""
    subject = clause.frame.subject
    return bool(subject and subject[0]) and clause.sentence.words.tags[subject[0] - 1] in ',"'


def _carries(clause: Clause) -> bool:
    """Whether the object is a noun of saying or stance: "raised concerns", "gave her word"."""
    return any(
        cue.kind == "noun"
        for at, told in clause.sentence.hits
        if 0 < at - clause.last <= CLOSE
        for cue, _ in told.entries
    )


CLOSE = 4  # words from a verb to the noun that is its object
