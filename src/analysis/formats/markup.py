"""Web pages and mails -> their text, block by block.

A block element begins a new paragraph, a ``br`` a new line; what a reader never sees (scripts,
styles) and what belongs to the site (navigation, footers, forms) stays out, unless nothing else is
there. The page's own title and date come along as evidence.
"""

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import lxml.html
from lxml import etree

from analysis.formats.encodings import decode
from analysis.formats.errors import UnreadableFile

__all__ = ["html_text", "mail_text"]

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "math",
        "iframe",
        "object",
        "canvas",
        "select",
        "option",
    ]
)
_SITE = frozenset(["nav", "footer", "aside", "form", "button", "menu"])
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
# Meta elements that give the day a page was published, surest first.
_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "date.issued", "dcterms.issued",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "pubdate",
    "publishdate", "publish-date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_ISO_START = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


def html_text(content: bytes) -> tuple[str, str, dict[str, str]]:
    """Text, encoding and header (title, published) of a web page."""
    source, encoding = _decode_page(content)
    root = _parse(source)
    text = _layout(root, _UNSEEN | _SITE) or _layout(root, _UNSEEN)
    return text, encoding, _page_header(root)


def _decode_page(content: bytes) -> tuple[str, str]:
    """The declared charset where it fits, else what the bytes show."""
    declared = _DECLARED.search(content[:4096])
    if declared and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared.group(1).decode("ascii", "replace").lower()
        name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "utf8": "utf-8"}.get(name, name)
        try:
            return content.decode(name), name
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(content)


def _parse(source: str) -> lxml.html.HtmlElement:
    # The declaration of an encoding must go: lxml refuses it in a text that is decoded already.
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile("the page has no content that can be parsed") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableFile("the page nests its elements too deep to be read whole")
    return root


def _layout(root: lxml.html.HtmlElement, left_out: frozenset[str]) -> str:
    """The seen text; blocks apart by a blank line. A walk without recursion: pages nest deep."""
    lines: list[str] = [""]
    skipping: list[etree._Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if not skipping and (tag in left_out or element.get("hidden") is not None):
                skipping.append(element)
            if skipping:
                continue
            _open(lines, tag)
            _add(lines, element.text, tag)
        else:
            if skipping:
                if element is skipping[-1]:
                    skipping.pop()
                    _add(lines, element.tail, "")
                continue
            if tag in _BLOCKS:
                _break(lines)
            if element is not root:
                _add(lines, element.tail, "")
    kept = (line.strip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip() + "\n" if any(lines) else ""


def _open(lines: list[str], tag: str) -> None:
    if tag in _BLOCKS:
        _break(lines)
    elif tag == "br":
        lines.append("")
    elif tag in ("td", "th") and lines[-1].strip():
        lines[-1] += "\t"


def _break(lines: list[str]) -> None:
    if lines[-1].strip():
        lines += ["", ""]


def _add(lines: list[str], words: str | None, tag: str) -> None:
    if not words:
        return
    if tag == "pre":
        lines += words.split("\n")
        return
    words = _BLANKS.sub(" ", words)
    lines[-1] += words.lstrip() if not lines[-1] or lines[-1].endswith((" ", "\t")) else words


def _page_header(root: lxml.html.HtmlElement) -> dict[str, str]:
    title = root.findtext(".//title") or ""
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): (
            meta.get("content") or ""
        )
        for meta in root.iter("meta")
    }
    title = metas.get("og:title") or title
    header = {"title": _BLANKS.sub(" ", title).strip()}
    for name in _DATE_NAMES:
        if _ISO_START.match(metas.get(name, "")):
            return header | {
                "published": metas[name][:10],
                "published_words": f"{name}: {metas[name]}",
            }
    times = [time.get("datetime") or "" for time in root.iter("time")]
    days = {time[:10] for time in times if _ISO_START.match(time)}
    if len(days) == 1:  # several days on one page may be those of other articles
        header |= {"published": days.pop(), "published_words": f"time: {times[0]}"}
    return header


def mail_text(content: bytes) -> tuple[str, str, dict[str, str]]:
    """Text, encoding and header of a mail: its subject as the title, its Date as the date."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableFile("the file is not a mail: it has no header")
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise UnreadableFile("the mail has no text part")
    body = part.get_payload(decode=True) or b""
    if part.get_content_type() == "text/html":
        text, encoding, _ = html_text(body)
    else:
        declared = part.get_content_charset() or ""
        try:
            text, encoding = body.decode(declared), declared
        except (UnicodeDecodeError, LookupError):
            text, encoding = decode(body) if body.strip() else ("", "utf-8")
    return text, encoding, _mail_header(message)


def _mail_header(message: EmailMessage) -> dict[str, str]:
    header = {"title": str(message.get("subject", "")).strip()}
    words = str(message.get("date", "")).strip()
    try:
        header |= {"published": parsedate_to_datetime(words).date().isoformat()}
        header |= {"published_words": f"Date: {words}"}
    except (TypeError, ValueError):
        pass
    return header
