"""Whether a day stands with a verb of saying or issuing, or with the meeting a text begins with.

The patterns look at what stands before and behind a day in its sentence: the day is that of the
saying in "said in a statement on Thursday" and in "urged both sides on Thursday to talk"; in
"condemned the attack on Thursday" it may belong to what is spoken of.
"""

import re

__all__ = ["EARLY", "met", "tells_when"]

EARLY = 1_500
"""Characters of a text in which it says what it reports; what follows may be of other acts."""

_SAY = (
    r"(?:said|stated|told|announced|declared|warned|urged|called|condemned|denounced|deplored|"
    r"expressed|voiced|reaffirmed|reiterated|affirmed|welcomed|issued|released|adopted|published|"
    r"signed|agreed|approved|endorsed|pledged|vowed|appealed|demanded|rejected|critici[sz]ed|"
    r"decried|hailed|praised|backed|insisted|stressed|underlined|underscored|emphasi[sz]ed|noted|"
    r"added|asked|decided|proclaimed|unveiled|confirmed|conveyed|regretted|lamented|applauded|"
    r"commended|accused|protested|concluded|cautioned|proposed|described|assessed|argued|"
    r"conceded|admitted|acknowledged|explained|testified|remarked|promised|advised|tweeted|voted)"
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
    rf"|,?\s+(?:in|at|from|near|via|through|with|alongside)\s+(?:the\s+)?"
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
    r"insisted|vowed|urged|expressed|voiced|reiterated|reaffirmed|affirmed|cautioned|asked|"
    r"argued|conceded|admitted|acknowledged|explained|testified|remarked|promised|advised|tweeted)"
)
_SAID_ON = re.compile(rf"\b{_NO_PLAN}{_SPEAK}(?:\s+(?:reporters|journalists|lawmakers))?"
                      rf"(?:{_WHERE}){{0,3}}{_ON}")  # fmt: skip
# "agreed on ... to", "adopted on ... a resolution": other verbs may be participles ("the truce
# agreed on Friday"), which have no object behind the day and no paper before them.
_DID_ON = re.compile(rf"(?P<paper>{_DOC}\s+)?\b{_NO_PLAN}{_SAY}(?:{_WHERE}){{0,2}}{_ON}")
_OBJECT = re.compile(
    r",?\s+(?:in\s+the\s+strongest|that|to|for|the|an?|its|their|his|her|all|any|it|he|she|they)\s"
)
# "urged both sides on | Friday | to talk": whoever is spoken to parts the verb from its day.
_SPOKE_TO = re.compile(
    rf"\b{_NO_PLAN}(?:urged|told|asked|warned|reminded|advised|called\s+on|appealed\s+to)\s+"
    rf"(?:(?!(?:to|that|who|which|when|after|for)\s){_WORD}\s+){{1,8}}?(?:late\s+|early\s+)?(?:on\s+)?$"
)
_TO_DO = re.compile(r",?\s+(?:to|that)\s")
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
    rf"\b[Ii]n\s+(?:an?|their|its|his|her)\s+(?:{_WORD}\s+){{0,4}}?"
    rf"(?:{_DOC}|tweet|interview|briefing|(?:press|news)\s+conference)(?:{_WHERE}){{0,2}}{_ON}"
)
_ADVERB = r"(?:ha(?:s|ve)\s+)?(?:(?:also|again|jointly|strongly|once\s+again|\w+ly)\s+)*"
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
# "The Board confirmed the tolls at its spring meeting | today |": the meeting of who speaks.
_IN = r"(?:[^.;:!?]|\.(?=\d))"
_PLAIN = rf"(?:(?!\b(?:that|what|which|who|when|after|since)\b){_IN})"
_SAID_AT = re.compile(
    rf"^{_PLAIN}*?\b{_NO_PLAN}{_SAY}\b{_PLAIN}*?"
    rf"\bat\s+(?:its|their)\s+(?:{_WORD}\s+){{0,4}}?{_MEETING}(?:{_WHERE})?{_ON}"
)
# "At its meeting | today |, the Board decided to"
_AT_ITS = re.compile(
    rf"^\W*(?:At|In|During|After|Following)\s+(?:its|their)\s+(?:{_WORD}\s+){{0,4}}?{_MEETING}"
    rf"(?:{_WHERE}){{0,2}}{_ON}"
)
_LEFT = (_SAID_ON, _ISSUED_ON, _WAS_ISSUED, _IN_DOC, _AFTER_MEETING, _SAID_AT)
_NOT_YET = r"(?<!\bbe\s)(?<!\bhad\s)"
_MET_ON = re.compile(
    rf"^\W*(?:\d+\.\s+)?{_IN}{{0,200}}?(?:\b{_MEETING}\b[^.;:!?]{{0,60}}?\s(?:(?:was|were)\s+"
    rf"(?:held|convened|called|opened)|took\s+place|{_NOT_YET}opened)"
    rf"|\s{_NOT_YET}(?:met|gathered|convened|assembled"
    rf"|(?:held|concluded|ended|closed)\s+(?:{_WORD}\s+){{1,6}}?{_MEETING}))"
    rf"(?:{_WHERE}|\s+in\s+[a-z]+|\s+for\s+the\s+\w+\s+time(?:\s+this\s+year)?){{0,4}}{_ON}"
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
    rf"Authority|Board|Bank|Commission|Committee|Council|Organi[sz]ation|Community|Union|Pact|[Bb]ody|[Bb]loc))\s+"
    rf"(?:also\s+|further\s+)?{_SAY}\b"
)


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
    if _SPOKE_TO.search(left) and _TO_DO.match(right):
        return True
    if _AT_ITS.match(left):
        return _LEADS.match(right) is not None
    if _ALONE.fullmatch(_LABEL.sub("", left)):
        return _LEADS.match(right) is not None
    return _THEN_SAID.match(right) is not None and not _OF_ANOTHER.search(left)


def met(left: str, right: str, rest: str) -> bool:
    """Whether a text begins with the day of a meeting and goes on with what it said."""
    left, right = (_LABEL.sub("", part.replace("\n", " ")) for part in (left, right))
    if _AT_MEETING.match(left):
        return _LEADS.match(right) is not None
    said = _AND_SAID.match(right) or _SPEAKS.search(rest[:EARLY])
    return _MET_ON.match(left) is not None and said is not None
