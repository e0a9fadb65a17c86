"""Whether the verbs around an expression look back or ahead."""

import re

__all__ = ["tense_at"]

# A modal or "to" takes its verb along: in "will be launched" nothing is past.
_VERB = re.compile(
    r"""\b(?:(?P<ahead>
      (?:will|shall|would|won['’]t|(?:is|are|was|were|due|set|likely|expected|expects?|scheduled|
         plans?|hopes?|intends?|aims?|slated|ready|going|able|prepar\w+|agreed|agrees|want\w*)\s+to|
         (?-i:may)|might|could|should|must|can)
         (?:\s+not)?(?:\s+(?:be|have|also|soon|again|then|likely|probably))*(?:\s+\w+)?
      |plans?|scheduled|(?<!\bthan\s)expected|expects?|due|upcoming|hopes?|intends?|aims?|slated|forecast|
       forthcoming|expires?|payable|begins?|starts?|opens?|ends|closes|meets|turns|leaves|retires|joins|
       arrives|resumes|hosts|travels|kicks\s+off|hold\s+talks|go(?:es)?\s+on\s+sale|
       takes?\s+(?:effect|place)|(?:until|by)(?=\s*$)|
       (?:moved|postponed|delayed|adjourned|extended|rescheduled|put\s+(?:off|back))\s+
         (?:to|until|till)(?=\s*$)
      )
    |(?P<back>was|were|had|has|have|said|told|met|held|took|came|went|made|began|rose|fell|led|
      gave|left|spoke|wrote|won|lost|saw|ran|grew|brought|became|sat|did|got|sent|set\s+up|since|
      spent|paid|bought|sold|built|kept|felt|thought|taught|fought|caught|heard|found|stood|knew|
      threw|drew|flew|broke|chose|drove|ate|sang|swam|sought|dealt|slept|swept|meant|sank|shot|
      struck|withdrew|overthrew|shook|bore|wore|swore|laid|lent|sprang|burst|after|\w{2,}ed))\b""",
    re.I | re.X,
)
_LEFT, _RIGHT = 90, 60
"""Characters looked at on either side: about a clause."""
_STOP = re.compile(r"(?<!\.[a-zA-Z])(?<!\b[A-Z])[.!?]\s+(?=[A-Z«“\"])|\n\s*\n")


def tense_at(text: str, start: int, end: int) -> int:
    """-1, 0 or 1: past, silent or future, by the nearest verb before, else after.

    >>> tense_at("They will meet on Friday.", 18, 24), tense_at("On Friday they met.", 3, 9)
    (1, -1)
    """
    left = text[max(0, start - _LEFT) : start]
    for stop in _STOP.finditer(left):
        left = " " * stop.end() + left[stop.end() :]
    before = list(_VERB.finditer(left))
    nearest = before[-1] if before else None
    if nearest is None:
        right = text[end : end + _RIGHT]
        if stop := _STOP.search(right):
            right = right[: stop.start()]
        nearest = _VERB.search(right)
        if nearest and nearest.group().lower() in ("by", "until", "since", "after"):
            nearest = None
    if nearest is None:
        return 0
    return 1 if nearest["ahead"] else -1
