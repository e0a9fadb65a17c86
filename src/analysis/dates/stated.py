"""The day on which what a text tells was stated, by its own words.

A page is published on or after the day of the act it reports. Where the text says when that was
("in a statement on Thursday", "the document was issued on May 10", "the Meeting was convened on
2 March 2021"), that day dates the act, and the page's date only bounds it. A day counts where it
stands with a verb of saying or issuing, or with the meeting that the text begins with; one that
may belong to what is spoken of ("condemned the attack on Friday") does not.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from analysis import tables
from analysis.dates.evidence import own_day
from analysis.dates.titles import MOST_LINES, speaks_for_itself, title_day

__all__ = ["STATED_COLUMNS", "TOLD", "WORDS", "find_stated", "tells_when"]

STATED_COLUMNS = ("stated", "stated_low", "stated_high", "stated_basis", "stated_evidence")
WORDS = "words of the text"
TOLD = ("manifest", "sidecar", "front matter")
"""Where the analyst says of a text what it is; that stands, however coarse."""
EARLY = 1_500
"""Characters of a text in which it says what it reports; what follows may be of other acts."""
_UNDATED = 600
"""Of a text without a date: what it begins with, for nothing bounds what it tells further down."""
REPORTED = 7
"""Days after which a page tells of an act as past ("last Saturday" is the longest way back)."""
_REPRINTED = 366
"""Days after which a text that gives its own day ("Done at ...") was still put on this page."""

_SAY = (
    r"(?:said|stated|told|announced|declared|warned|urged|called|condemned|denounced|deplored|"
    r"expressed|voiced|reaffirmed|reiterated|affirmed|welcomed|issued|released|adopted|published|"
    r"signed|agreed|approved|endorsed|pledged|vowed|appealed|demanded|rejected|critici[sz]ed|"
    r"decried|hailed|praised|backed|insisted|stressed|underlined|underscored|emphasi[sz]ed|noted|"
    r"added|asked|decided|proclaimed|unveiled|confirmed|conveyed|regretted|lamented|applauded|"
    r"commended|accused|protested|concluded|cautioned|proposed)"
)
_ISSUE = (
    r"(?:issued|released|adopted|published|signed|approved|endorsed|delivered|unveiled|"
    r"made\s+public)"
)
_DOC = (
    r"(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé]|[Dd]ocument|[Rr]esolution|[Aa]ppeal|[Ll]etter|"
    r"[Mm]essage|[Cc]harter|[Aa]ccord|[Pp]act|[Tt]reaty|[Aa]greement|[Mm]emorandum|[Dd]ecision|"
    r"[Pp]ress\s+release|[Nn]ote|[Ss]peech|[Aa]ddress|[Tt]ext)"
)
_VENUE = (
    r"(?:statement|communiqu[eé]|declaration|speech|interview|briefing|conference|meeting|summit|"
    r"session|letter|message|address|report|release|note|call|talks|ceremony|forum|assembly|"
    r"council|parliament|videoconference|reporters|journalists|lawmakers|secretariat|headquarters)"
)
_WORD = r"[\w'’\"“”-]+"
_NAME = r"[A-ZÀ-Þ][\w'’.-]*"
# "here", "in Harrow", "at the Pact's spring summit": where and on what occasion, before the day.
_WHERE = (
    rf"(?:\s+(?:here|virtually|online)\b"
    rf"|,?\s+(?:in|at|from|near|via|through)\s+(?:the\s+)?"
    rf"{_NAME}(?:,?\s+(?:of\s+(?:the\s+)?)?{_NAME}){{0,6}},?"
    rf"|\s+(?:in|at|during|after|following|through|via|to|with)\s+(?:{_WORD}\s+){{0,5}}?"
    rf"(?i:{_VENUE}),?)"
)
_ON = r"(?:,?\s+(?:(?:late|early|earlier)(?:\s+on)?|on|dated))?,?\s*\(?\s*$"
# Not what is planned, what had been said before, or what the speaker recalls of himself.
_NO_PLAN = r"(?<!to\sbe\s)(?<!will\sbe\s)(?<!not\s)(?<!had\s)(?<!I\s)(?<!\b[Ww]e\s)"
# "the ministers said in a statement on", "told reporters in Harrow on"
_SPEAK = (
    r"(?:said|told|stated|warned|added|noted|stressed|underlined|underscored|emphasi[sz]ed|"
    r"insisted|vowed|urged|expressed|voiced|reiterated|reaffirmed|affirmed|cautioned|asked)"
)
_SAID_ON = re.compile(rf"\b{_NO_PLAN}{_SPEAK}(?:\s+(?:reporters|journalists|lawmakers))?"
                      rf"(?:{_WHERE}){{0,3}}{_ON}")  # fmt: skip
# "agreed on ... to", "adopted on ... a resolution": other verbs may be participles ("the truce
# agreed on Friday"), which have no object behind the day and no paper before them.
_DID_ON = re.compile(rf"(?P<paper>{_DOC}\s+)?\b{_NO_PLAN}{_SAY}(?:{_WHERE}){{0,2}}{_ON}")
_OBJECT = re.compile(r",?\s+(?:that|to|for|the|an?|its|their|his|her|all|any)\s")
# "issued a joint communiqué in Harrow on"
_ISSUED_ON = re.compile(
    rf"\b{_NO_PLAN}{_ISSUE}\s+(?:{_WORD}\s+){{0,7}}?{_DOC}s?(?:{_WHERE}){{0,3}}{_ON}"
)
# "In a statement released here", "The document was issued on", "the latest ... issued at ... on":
# a document by its article or its verb the one reported, not "the declaration adopted on".
_WAS_ISSUED = re.compile(
    rf"(?:\b[Ii]n\s+(?:an?|the\s+latest|the\s+new|their|its|his|her)\s+[^.;:!?]{{0,60}}?"
    rf"{_DOC}\b[^.;:!?]{{0,60}}?"
    rf"|(?:^|[.!?]\s+)(?:The|This|Their|Its|A|An)\s+(?:{_WORD}\s+){{0,6}}?{_DOC}\b"
    rf"[^.;:!?]{{0,40}}?\b(?:was|were|has\s+been|have\s+been)\s+(?:{_WORD}ly\s+)?)"
    rf"\b{_ISSUE}(?:{_WHERE}){{0,3}}{_ON}"
)
# "in a statement on", "in their joint communiqué dated"
_IN_DOC = re.compile(
    rf"\b[Ii]n\s+(?:an?|their|its|his|her)\s+(?:{_WORD}\s+){{0,4}}?{_DOC}(?:{_WHERE}){{0,2}}{_ON}"
)
_ADVERB = r"(?:(?:also|again|jointly|strongly|once\s+again|\w+ly)\s+)*"
_BRACKET = r"\s*(?:\([^()]{1,24}\)|\))?\s*"
# "the ministers on May 10 | voiced": the day between the speaker and the verb
_IN_PLACE = rf"(?:,?\s+(?:in|at)\s+(?:the\s+)?{_NAME}(?:\s+{_NAME}){{0,3}},?)?"
_THEN_SAID = re.compile(rf"{_BRACKET}{_IN_PLACE}\s*[\"“'‘«]?{_ADVERB}{_SAY}\b(?!\s+by\b)")
# "On Friday, | the ministers of the Pact condemned": no other verb before that of saying
_OTHER_VERB = (
    r"(?!(?:was|were|is|are|had|has|have|did|met|held|took|made|sent|began|came|went|who|which|"
    r"that|when|after|while|as|fell|rose|left|led|gave|spoke|wrote|won|lost|saw|ran|grew|brought|"
    r"became|got|set|spent|paid|built|kept|found|stood|threw|flew|broke|drove|sought|swept|shot|"
    r"struck|withdrew|shook|burst|cut|put|let|hit)\b|(?!United\b|Allied\b)\w+ed\b)"
)
_LEADS = re.compile(
    rf"{_BRACKET},?\s+(?:{_OTHER_VERB}[\w'’.&()-]+,?\s+){{1,14}}?"
    rf"{_ADVERB}{_SAY}\b(?!\s+by\b)"
)
# "condemned Monday's ruling": the day of the ruling
_POSSESSIVE = re.compile(r"['’]")
_ALONE = re.compile(r"(?:(?:Late|Early|Earlier)\s+)?(?:[Oo]n\s+)?$")
# "after the attack on Friday condemned": the day may be that of the attack
_OF_ANOTHER = re.compile(
    r"\b(?:after|following|since|over|about|despite|before|against|during|amid|at)\s+"
    r"(?:[a-z'’-]+\s+){1,5}(?:on\s+)?$"
)
_MEETING = r"(?i:meeting|summit|session|conference|assembly|council|talks|congress|gathering|forum)"
# "The third Council of the Pact was held in Harrow on", "Leaders of the Pact met in Harrow on",
# "Leaders concluded their third Council in Harrow on"
# "a statement following the Council's session held in Harrow on", "a communiqué at the end of the
# third session of the Council, on"
_AFTER_MEETING = re.compile(
    rf"\b{_DOC}\b[^.;:!?]{{0,80}}?\b(?:following|after|at|of|from)\b[^.;:!?]{{0,80}}?\b{_MEETING}"
    rf"(?:\s+of(?:\s+(?:the|of|and|{_NAME})){{1,12}},?)?"
    rf"(?:,?\s+(?:(?:that|which)\s+was\s+)?held)?(?:{_WHERE}){{0,2}}{_ON}"
)
# "in a | March 2 | statement"
_IN_A = re.compile(r"\b[Ii]n\s+(?:an?|their|its|his|her)\s+(?:joint\s+)?$")
_A_PAPER = re.compile(rf"\s+(?:joint\s+|written\s+)?{_DOC}\b")
_LEFT = (_SAID_ON, _ISSUED_ON, _WAS_ISSUED, _IN_DOC, _AFTER_MEETING)
_NOT_YET = r"(?<!\bbe\s)(?<!\bhad\s)"
_MET_ON = re.compile(
    rf"^\W*(?:\d+\.\s+)?[^.;:!?]{{0,200}}?(?:\b{_MEETING}\b[^.;:!?]{{0,60}}?\s(?:(?:was|were)\s+"
    rf"(?:held|convened|called|opened)|took\s+place|{_NOT_YET}opened)"
    rf"|\s{_NOT_YET}(?:met|gathered|convened|assembled"
    rf"|(?:held|concluded|ended|closed)\s+(?:{_WORD}\s+){{1,6}}?{_MEETING}))"
    rf"(?:{_WHERE}|\s+in\s+[a-z]+){{0,4}}{_ON}"
)
# "At a special session of the Council, held in Harrow on | Sunday |, the leaders called for"
_AT_MEETING = re.compile(
    rf"^\W*(?:In|At|During|After|Following)\s+[^.;:!?]{{0,160}}?\b{_MEETING}\b[^.;:!?]{{0,80}}?,?\s+held"
    rf"(?:{_WHERE}){{0,2}}{_ON}"
)
# "met on Sunday | in Harrow, where they pledged", "... and agreed"
_AND_SAID = re.compile(
    rf"[^.;:!?]{{0,160}}?\b(?:and|where|which|they|who)\s+(?:they\s+)?{_ADVERB}{_SAY}\b"
)
_LABEL = re.compile(r"^\W*(?:[A-Z][A-Z.'’&/-]*\s*){1,6}[:–—]\s+")
# Whoever tells of the meeting goes on with what it said.
_SPEAKS = re.compile(
    rf"\b(?:[Ww]e|[Tt]hey|[Tt]he\s+(?:{_WORD}\s+){{0,4}}?(?:(?i:{_MEETING})|[Ll]eaders|"
    rf"[Mm]inisters|[Pp]articipants|[Ss]ides|[Pp]arties|[Mm]embers|[Ss]tates|[Hh]eads|"
    rf"Authority|Commission|Organi[sz]ation|Community|Union|Pact|[Bb]ody|[Bb]loc))\s+"
    rf"(?:also\s+|further\s+)?{_SAY}\b"
)


class _Bounds(NamedTuple):
    """What is known of the day of a page: exact, between two days, or not older than one."""

    low: str
    high: str

    def allow(self, day: str, longest: int) -> bool:
        """Whether a page of these days can report an act of this one as its own news."""
        if not self.high:
            return not self.low or self.low <= _later(day, REPORTED)
        if day > self.high:
            return False
        return (self.low != self.high and day >= self.low) or self.low <= _later(day, longest)


def find_stated(
    documents: pd.DataFrame,
    passages: pd.DataFrame,
    dates: pd.DataFrame,
    texts: Mapping[str, str],
) -> pd.DataFrame:
    """The documents with the day that their words give what they tell; one row a document.

    Parameters
    ----------
    documents, passages, dates
        One row per document; per paragraph or sentence; per date expression, already resolved.
    texts
        Decoded text of each document's file by ``doc_id``.

    >>> empty = {name: tables.empty(name) for name in ("documents", "passages", "dates")}
    >>> find_stated(**empty, texts={})["stated"].tolist()
    []
    """
    days = dates[(dates["precision"] == "day") & (dates["low"] == dates["high"])]
    spans: dict[str, list[tuple[int, int, str, bool]]] = defaultdict(list)
    rows = (days[name] for name in ("doc_id", "start", "end", "low", "relative_to"))
    for doc_id, start, end, day, anchor in zip(*rows, strict=True):
        spans[doc_id].append((int(start), int(end), str(day), anchor == ""))
    sentences = _starts(passages, "sentence", spans)
    paragraphs = _starts(passages, "paragraph", spans)
    lines = _first_lines(passages)
    rows = documents.to_dict("records")
    for row in rows:
        doc_id, bounds = row["doc_id"], _Bounds(row["published_low"], row["published_high"])
        day, words = title_day(texts[doc_id], lines.get(doc_id, ()))
        if not day or not bounds.allow(day, _REPRINTED):
            page = (texts[doc_id], int(row["start"]), int(row["end"]), bounds)
            found = spans.get(doc_id, ()) if sentences[doc_id] else ()
            told = _told(page, found, sentences[doc_id], paragraphs[doc_id])
            day, words = next(told, None) or _of_header(row, page)
        if not day:
            continue
        row |= dict(zip(STATED_COLUMNS, (day, day, day, WORDS, words), strict=True))
        if not bounds.high and day > bounds.low:  # no page is older than what it tells
            row |= {"published_low": day, "date_basis": "lower bound", "date_evidence": words}
    return tables.from_rows("documents", rows)


def _starts(passages: pd.DataFrame, unit: str, wanted: Mapping) -> dict[str, list[int]]:
    """Where the sentences or paragraphs of each document's body begin."""
    body = tables.body_of(passages[passages["doc_id"].isin(list(wanted))], unit)
    starts: dict[str, list[int]] = defaultdict(list)
    for doc_id, start in zip(body["doc_id"], body["start"], strict=True):
        starts[doc_id].append(int(start))
    return starts


def _of_header(row: Mapping[str, str], page: tuple[str, int, int, _Bounds]) -> tuple[str, str]:
    """The day that stands alone above a text that is a statement itself, and the words."""
    header, text = row["date_evidence"], page[0][page[1] : page[2]]
    exact = row["date_basis"] == "header" and row["published_low"] == row["published_high"]
    if exact and speaks_for_itself(header, row["title"], text):
        return row["published"], f"{header}; {row['title']}"
    return "", ""


def _first_lines(passages: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """The headings and paragraphs with which each document begins."""
    worded = (passages["unit"] == "paragraph") & passages["kind"].isin(["heading", "body"])
    first = passages[worded].groupby("doc_id", sort=False).head(MOST_LINES)
    lines: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for doc_id, start, end in zip(first["doc_id"], first["start"], first["end"], strict=True):
        lines[doc_id].append((int(start), int(end)))
    return lines


def _told(
    page: tuple[str, int, int, _Bounds],
    spans: list[tuple[int, int, str, bool]],
    sentences: list[int],
    paragraphs: list[int],
) -> Iterator[tuple[str, str]]:
    """The days that a text gives what it tells, and the words; its own day before all others."""
    text, begin, finish, bounds = page
    dated = bool(bounds.high)
    for start, end, day, explicit in spans:
        own = explicit and own_day(text, begin, finish, start, end)
        if own and bounds.allow(day, _REPRINTED):
            yield day, _around(text, begin, start, end)
    for start, end, day, explicit in spans:
        if start - sentences[0] > (EARLY if dated else _UNDATED) or not (dated or explicit):
            continue
        if not bounds.allow(day, REPORTED) or _quoted(text, paragraphs, start):
            continue
        at = bisect_right(sentences, start) - 1
        if at < 0:
            continue
        stop = sentences[at + 1] if at + 1 < len(sentences) else finish
        left, right = text[sentences[at] : start], text[end:stop]
        if tells_when(left, right) or (at == 0 and _met(left, right, text[stop:finish])):
            yield day, _around(text, sentences[at], start, end)


def tells_when(left: str, right: str) -> bool:
    """Whether a day between these parts of a sentence is that of the saying or issuing.

    >>> tells_when("The Pact said in a statement on ", "that it was concerned.")
    True
    >>> tells_when("The Pact condemned the attack on ", ".")
    False
    """
    if _POSSESSIVE.match(right):
        return False
    left = left.replace("\n", " ")[-240:]
    if any(pattern.search(left) for pattern in _LEFT):
        return True
    if _IN_A.search(left) and _A_PAPER.match(right):
        return True
    did = _DID_ON.search(left)
    if did and not did["paper"] and _OBJECT.match(right):
        return True
    if _ALONE.fullmatch(_LABEL.sub("", left)):
        return _LEADS.match(right) is not None
    return _THEN_SAID.match(right) is not None and not _OF_ANOTHER.search(left)


def _met(left: str, right: str, rest: str) -> bool:
    """Whether a text begins with the day of a meeting and goes on with what it said."""
    left, right = (_LABEL.sub("", part.replace("\n", " ")) for part in (left, right))
    if _AT_MEETING.match(left):
        return _LEADS.match(right) is not None
    said = _AND_SAID.match(right) or _SPEAKS.search(rest[:EARLY])
    return _MET_ON.match(left) is not None and said is not None


def _quoted(text: str, paragraphs: list[int], at: int) -> bool:
    """Whether a place stands inside a quotation of its paragraph."""
    begin = paragraphs[max(bisect_right(paragraphs, at) - 1, 0)]
    before = text[begin:at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _around(text: str, begin: int, start: int, end: int) -> str:
    """The words of a day with a little of what leads to it and follows."""
    low = max(begin, start - 40)
    lead = text[low:start]
    lead = lead[lead.find(" ") + 1 :] if low > begin else lead
    return " ".join((lead + text[start:end] + text[end : end + 20].rpartition(" ")[0]).split())


def _later(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
