"""Dates and places that stand before a text: header lines and datelines.

A header is a line that holds a date and nothing else ("25 July 2019, 14:30", "Published:
2019-07-25"), or a place or paper and a date ("Ostrava, 25 July 2019"); a dateline opens a
paragraph ("OSTRAVA, July 25. /LNA/. ..."). Both are found by shape alone; what day they mean is
settled in ``dates``.
"""

import re

from analysis.text.words import MONTH_NAME, RUSSIAN_MONTH_NAME, WEEKDAY_NAME

__all__ = [
    "DATE_SHAPE",
    "dateline_end",
    "header_end",
    "header_name",
    "is_dateline",
    "is_header",
    "is_named_header",
    "outlet_of",
    "place_of",
]

# A date as pages print it, with or without a weekday before and a year behind.
DATE_SHAPE = rf"""
    (?:{WEEKDAY_NAME}(?:\s*,\s*|\s+))?                      # Thursday,
    (?:
        {MONTH_NAME}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*,?\s+\d{{4}})?  # July 25, 2019
      | \d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_NAME}(?:\s*,?\s+\d{{4}})?  # 25 July 2019
      | \d{{1,2}}[-/\ ]{MONTH_NAME}[-/\ ,]+\d{{2,4}}        # 25-Jul-2019
      | \d{{1,2}}\.\s?(?i:{MONTH_NAME})\s+\d{{4}}\.?       # 25. jul. 2019.
      | \d{{1,2}}\s+{RUSSIAN_MONTH_NAME}(?:\s+\d{{4}}(?:\s*(?:года|г\.))?)?  # 25 июля 2019 года
      | \d{{1,2}}(?P<sep>[./-])\d{{1,2}}(?P=sep)\d{{4}}     # 25.07.2019
      | \d{{4}}(?P<iso>[-/.])\d{{1,2}}(?P=iso)\d{{1,2}}     # 2019-07-25
      | \d{{1,2}}[./]\d{{1,2}}[./]\d{{2}}                   # 25.07.19
      | \d{{4}}年\d{{1,2}}月\d{{1,2}}日
    )
"""
_TIME = r"(?:\s*(?:,|\||at|T|-|–|—|/|\(|в)?\s*\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?)"
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,5}|Z)?(?:\s*[+-]\d{1,2}(?::?\d\d)?)?\)?)"
_LABEL = (
    r"(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified|edited)|issued|"
    r"released|release\s+date|publication\s+date|date|created|added|press\s+release|news|"
    r"опубликовано|дата)(?:\s+(?:on|at|of|by\s+[^\d\n|]{2,40}))?\s*[:|,-]?\s*)"
)
_CAPS = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
# Who wrote it, on the line of the day: "By Jane Lund", "with Lake Press", "by the Lake/Hill Desk".
_WHO = (
    rf"(?-i:(?:the\s+)?(?!{MONTH_NAME}|{WEEKDAY_NAME}){_CAPS}[\w'’./&-]*"
    rf"(?:,?\s+(?:(?:of|the|and|for|de|von|van)\s+){{0,2}}{_CAPS}[\w'’./&-]*){{0,6}})"
)
_HEADER = re.compile(
    rf"\W{{0,4}}(?:{_LABEL}|(?:by|with)\s+{_WHO}\s*[,|•·–—-]?\s*(?:on\s+)?)?"
    rf"(?i:{_TIME}\s*[,|]?\s*)?(?x:{DATE_SHAPE})(?:\s*(?:года|г\.))?"
    rf"{_TIME}?{_ZONE}(?:\s*[,|•·–—-]?\s*by\s+{_WHO})?\W{{0,4}}",
    re.I,
)
# A labelled date with the title behind it on the same line: "date 2019-07-25 Joint Statement".
_LABELLED = re.compile(rf"\W{{0,4}}{_LABEL}(?x:{DATE_SHAPE})(?=\s+\S)(?!\s+(?:to|and|or)\b)", re.I)
_PLACE_CAPS = rf"{_CAPS}[{_CAPS[1:-1]}'’.\-]{{2,}}(?:[ ,/]+{_CAPS}[{_CAPS[1:-1]}'’.\-]+){{0,4}}"
_PLACE_TITLE = rf"{_CAPS}\w[\w'’.-]+(?:[ -]{_CAPS}?[\w'’.]+){{0,3}}"
# "New Ostrava, Velmark, 25 July 2019", "The Lake Herald | 25/07/2019": a name of few words, all
# with capitals but for the small ones inside it, and a date with its year.
_NAME = (
    rf"{_CAPS}[\w'’-]*(?:\s(?:(?:of|the|and|on|upon|de|la|le|del|di|da|der|am|на)\s){{0,2}}"
    rf"{_CAPS}[\w'’-]*){{0,4}}"
)
_NAMED = re.compile(
    # What stands before a dash and has more than two words is a title.
    rf"(?!(?:\S+\s+){{3,9}}[–—-]\s)"
    rf"\W{{0,2}}(?P<name>(?!{MONTH_NAME}|{WEEKDAY_NAME}|(?:By|Until|Since|Before|After)\s)"
    rf"{_NAME}(?:,\s{_NAME})?)"
    rf"(?:,?\s+on\s+|,\s+|\s+[|·•–—-]\s+)"
    rf"(?P<date>(?x:{DATE_SHAPE})){_TIME}?{_ZONE}\W{{0,2}}"
)
# "(Lowland News Agency July 25, 2019)": a paper signs off with the day.
_SIGNED = re.compile(rf"[(\[](?P<name>{_NAME}),?\s+(?P<date>(?x:{DATE_SHAPE}))[)\]]\.?")
# What a text or an occasion is called: a title with its date, not the line that dates a report.
_TITLES = re.compile(
    r"\b(?:Statement|Declaration|Communiqu[eé]|Summit|Meeting|Conference|Session|Treaty|Agreement|"
    r"Accord|Pact|Resolution|Report|Speech|Address|Remarks|Interview|Protocol|Convention|Minutes|"
    r"Decision|Charter|Letter|Agenda|Annex|Appendix|Forum|Visit|Talks|Plan|Act|Law|Decree|Order|"
    r"Note|Memorandum|Elections?|Referendum|War|Battle|Born|Died|Заявление|Декларация|Саммит|"
    r"Заседание|Договор|Соглашение|Протокол|Решение|Указ|Закон|Речь|Выступление)\b",
    re.I,
)
_AGENCY = r"(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\)|[A-Z]{2,}(?:\s[A-Z][\w-]+)?)"
_DATELINE = re.compile(
    rf"""
    (?:\*{{1,2}}|_)?
    (?P<place>{_PLACE_CAPS}(?:,\s+(?!{MONTH_NAME})(?:{_CAPS}[\w.]+)(?:\s{_CAPS}[\w.]+)?)?
      |{_PLACE_TITLE}(?=[,\s(/]))
    (?:(?:\s*,\s*|\s+|\s*[.:]\s*)(?P<date>{DATE_SHAPE}))?\.?
    (?:\s*,)?(?:\s*(?P<agency>{_AGENCY}))?
    (?:\*{{1,2}}|_)?
    \s*(?P<close>[—–:]|--?(?=\s)|_(?=\s)|\.)?
    (?:\*{{1,2}}|_)?\s+
    """,
    re.VERBOSE,
)
# What papers and agencies are called; other names before a date are those of places.
_PAPERS = re.compile(
    r"\b(?:Agency|Agence|Bulletin|Chronicle|Courier|Daily|Dispatch|Echo|Examiner|Express|Gazette|"
    r"Guardian|Herald|Independent|Inquirer|Journal|Magazine|Mail|Messenger|Mirror|Monitor|News|"
    r"Newswire|Observer|Online|Post|Press|Radio|Record|Register|Reporter|Review|Sentinel|Standard|"
    r"Star|Telegraph|Times|Today|Tribune|TV|Weekly|Wire|World|Вестник|Газета|Известия|Новости)\b"
)
_LABELS = re.compile(
    r"ANNEX|APPENDIX|NOTE|UPDATED?|BREAKING|WATCH|VIDEO|AUDIO|PHOTOS|CORRECTED|EXCLUSIVE|ANALYSIS|"
    r"OPINION|INTERVIEW|EXPLAINER|FACTBOX|CHAPTER|ARTICLE|SECTION|PART"
)
# Small letters soon after: a sentence, not the rest of a title in capitals.
_RUNNING = re.compile(r"\W{0,3}[A-ZÀ-ÞА-ЯЁ]\w*\s+(?:\w+\s+)?[a-zà-ÿа-яё]")
_FIGURE = re.compile(r"\d")
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|[./]\d\d$")
LONGEST_HEADER = 120
LONGEST_DATELINE = 110


def _named(line: str) -> re.Match[str] | None:
    """A name and a date: of a place or paper, in brackets of a paper alone."""
    signed = None if (named := _NAMED.fullmatch(line)) else _SIGNED.fullmatch(line)
    return signed if signed and _PAPERS.search(signed["name"]) else named


def is_header(line: str) -> bool:
    """Whether the line is a date and nothing else but a place or paper before it.

    >>> is_header("25 July 2019, 14:30"), is_header("25 July 2019 was a Thursday.")
    (True, False)
    >>> is_header("July 25, 2019 By Ida Lund"), is_header("By Sunday, 25 July 2019")
    (True, False)
    """
    return (
        len(line) <= LONGEST_HEADER
        and _FIGURE.search(line) is not None
        and (_HEADER.fullmatch(line) is not None or is_named_header(line))
    )


def is_named_header(line: str) -> bool:
    """Whether the line is the name of a place or paper and a date.

    >>> is_named_header("Ostrava, 25 July 2019"), is_named_header("Ostrava Summit, 25 July 2019")
    (True, False)
    >>> is_named_header("Ostrava, Velmark, on 25 July 2019")
    True
    >>> is_named_header("Ostrava – 25 July 2019"), is_named_header("The Old Fares – 25 July 2019")
    (True, False)
    """
    return header_name(line) != ""


def header_name(line: str) -> str:
    """The place or paper that a header names before its date.

    >>> header_name("The Lake Herald, 02/05/2023"), header_name("25 July 2019")
    ('The Lake Herald', '')
    >>> header_name("(Lake News Agency July 25, 2019)"), header_name("(Marlow July 25, 2019)")
    ('Lake News Agency', '')
    """
    if len(line) > LONGEST_HEADER or not _FIGURE.search(line):
        return ""
    found = _named(line)
    if not found or not _FULL_YEAR.search(found["date"]) or _TITLES.search(found["name"]):
        return ""
    return found["name"]


def header_end(text: str, start: int, end: int) -> int:
    """End of a labelled date that stands before a title on one line, or ``start``.

    >>> header_end("date 2019-07-25 Joint Statement", 0, 31)
    15
    """
    found = _LABELLED.match(text, start, min(end, start + LONGEST_HEADER))
    return found.end() if found else start


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the sentence after a dateline begins, or ``start`` when there is none.

    >>> dateline_end("OSTRAVA, July 25. /LNA/. The envoys met.", 0, 40)
    25
    >>> dateline_end("Ostrava, July 25 was a holiday.", 0, 31)
    0
    """
    found = _DATELINE.match(text, start, min(end, start + LONGEST_DATELINE))
    if not found:
        return start
    place, agency, close = found["place"], found["agency"] or "", found["close"] or ""
    dashed = close in ("—", "–", "-", "--", "_", ":")
    bracketed = agency.startswith(("/", "("))
    shouted = place == place.upper()
    if found["date"]:
        sure = dashed or bracketed or (shouted and close == ".")
    else:
        sure = shouted and not _LABELS.match(place) and bool(close)
        sure = sure and len(place.split(",")[0].strip()) >= 4
        # "EU – US relations": a dash alone is too little after an acronym, or in a title.
        sure = sure and (
            bracketed or (dashed and close != ":" and _RUNNING.match(text, found.end()))
        )
    return found.end() if sure else start


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline and nothing else: a place, a day, perhaps an agency.

    >>> is_dateline("Ostrava, 25 July"), is_dateline("OSTRAVA, July 25, 2019 /LNA/")
    (True, True)
    >>> is_dateline("Ostrava Summit, 25 July"), is_dateline("Ostrava, room 25")
    (False, False)
    """
    if len(line) > LONGEST_DATELINE or not _FIGURE.search(line) or _TITLES.search(line):
        return False
    if _NAMED.fullmatch(line):
        return True
    found = _DATELINE.fullmatch(line + " ")
    return found is not None and found["date"] is not None and found["agency"] is not None


def place_of(words: str) -> str:
    """The place that a dateline or header names.

    >>> place_of("OSTRAVA, July 25. /LNA/."), place_of("Ostrava, 25 July 2019")
    ('Ostrava', 'Ostrava')
    >>> place_of("The Lake Herald, 02/05/2023"), place_of("Thursday, 25 July 2019")
    ('', '')
    """
    named = _named(words)
    found = None if named or is_header(words) else _DATELINE.match(words.strip() + " ")
    place = named["name"] if named else found["place"].strip(" ,.") if found else ""
    if named and _PAPERS.search(place):
        return ""
    return place.title() if place == place.upper() else place


def outlet_of(words: str) -> str:
    """The paper or agency that a dateline or header names.

    >>> outlet_of("OSTRAVA, July 25. /LNA/."), outlet_of("The Lake Herald, 02/05/2023")
    ('LNA', 'The Lake Herald')
    >>> outlet_of("Ostrava, 25 July 2019"), outlet_of("OSTRAVA (25 July) -")
    ('', '')
    """
    if named := _named(words):
        return named["name"] if _PAPERS.search(named["name"]) else ""
    found = None if is_header(words) else _DATELINE.match(words.strip() + " ")
    agency = (found["agency"] or "").strip("/() ") if found else ""
    return agency if agency[:1].isupper() and not _FIGURE.search(agency) else ""
