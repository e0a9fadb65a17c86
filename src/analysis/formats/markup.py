"""Web pages and mails -> their text, block by block, with the spans that belong to the site.

A block element begins a new paragraph, a ``br`` a new line. What a visitor of the page reads is
kept: the words of menus, headers, footers, sidebars, forms, buttons and hidden notices too, with
their spans, so that they can be labelled as furniture. What a visitor never sees stays out:
scripts, styles, templates, the choices of a drop-down, embedded frames and drawings. The page's own
title and date come along as evidence.
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

_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "canvas",
    "select", "option", "datalist",
})  # fmt: skip
_CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SITE = frozenset({"nav", "footer", "aside", "form", "menu", "header"})
_SITE_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search", "banner"})
# A form or header that holds these, or several paragraphs, is the frame of the article.
_ARTICLE = ("article", "main", "h1")
_MOST_PARAGRAPHS = 2
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
# Meta elements that give the day a page was published, surest first.
_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "date.issued", "dcterms.issued",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "pubdate",
    "publishdate", "publish-date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_ISO_START = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


def html_text(content: bytes) -> tuple[str, str, dict]:
    """Text, encoding and header (title, address, published, site) of a web page.

    ``site`` are the spans of the text that belong to the site and not to what the page tells; none
    where the whole page would.

    >>> text, _, header = html_text(b"<nav>Home</nav><p>The envoys met.</p><footer>Map</footer>")
    >>> text, [text[start:end] for start, end in header["site"]]
    ('Home\\n\\nThe envoys met.\\n\\nMap\\n', ['Home', 'Map'])
    """
    source, encoding = _decode_page(content)
    root = _parse(source)
    text, site = _layout(root).text()
    return text, encoding, _page_header(root) | {"site": site}


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


class _Lines:
    """The lines of a page while it is walked, and which of them belong to the site."""

    def __init__(self) -> None:
        self.words: list[str] = [""]
        self.of_site: list[bool] = [False]
        self.depth = 0
        """Elements of the site that are open."""
        self.buttons: list[str] = []
        """Words of buttons inside a paragraph: they wait for its end, so as not to cut it."""

    def line(self, words: str = "", *, site: bool | None = None) -> None:
        self.words.append(words)
        self.of_site.append(self.depth > 0 if site is None else site)

    def end_block(self) -> None:
        """A blank line; inside the site a new line is enough: a menu is one block."""
        if self.words[-1].strip():
            if not self.depth:
                self.line()
            self.line()
        if self.buttons and not self.depth:
            for words in self.buttons:
                self.line(words, site=True)
            self.buttons.clear()
            self.line()
            self.line()

    def add(self, words: str | None, tag: str) -> None:
        if not words:
            return
        if tag == "pre":
            for line in words.split("\n"):
                self.line(line)
            return
        words = _BLANKS.sub(" ", words)
        last = self.words[-1]
        self.words[-1] += words.lstrip() if not last or last.endswith((" ", "\t")) else words

    def text(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text without runs of blank lines, and the spans of the site in it."""
        kept, spans, at, told = [], [], 0, False
        for words, site in zip(map(str.strip, self.words), self.of_site, strict=True):
            if not words and (not kept or not kept[-1]):
                continue
            if site and words:
                together = spans and spans[-1][1] == at - 1
                start = spans.pop()[0] if together else at
                spans.append((start, at + len(words)))
            told = told or bool(words and not site)
            kept.append(words)
            at += len(words) + 1
        text = "\n".join(kept).strip()
        return text + "\n" if text else "", tuple(spans) if told else ()


def _layout(root: lxml.html.HtmlElement) -> _Lines:
    """The seen text; blocks apart by a blank line. A walk without recursion: pages nest deep."""
    lines = _Lines()
    skipping: etree._Element | None = None
    site: list[etree._Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if skipping is not None:
                continue
            if tag in _UNSEEN or (tag == "button" and not site):
                skipping = element
                if tag == "button" and (words := _BLANKS.sub(" ", element.text_content()).strip()):
                    lines.buttons.append(words)
                continue
            if _is_site(element, tag):
                lines.end_block()
                site.append(element)
                lines.depth += 1
                lines.line()
            _open(lines, tag)
            lines.add(element.text, tag)
        elif skipping is not None:
            if element is skipping:
                skipping = None
                lines.add(element.tail, "")
        else:
            if site and element is site[-1]:
                site.pop()
                lines.depth -= 1
                lines.line(site=False)
                lines.line()
            elif tag in _BLOCKS:
                lines.end_block()
            if element is not root:
                lines.add(element.tail, "")
    lines.end_block()
    return lines


def _is_site(element: etree._Element, tag: str) -> bool:
    """Whether an element is a part of the site: a menu, a footer, but not an article's header.

    What a page hides until a click (a notice, a menu) is its site's as well.
    """
    if element.get("hidden") is not None or _CONCEALED.search(element.get("style", "")):
        return True
    role = element.get("role", "")
    if tag not in _SITE and role not in _SITE_ROLES:
        return False
    if tag in ("form", "header") or role == "banner":
        if next(element.iter(*_ARTICLE), None) is not None:
            return False
        if sum(1 for _ in element.iter("p")) > _MOST_PARAGRAPHS:
            return False
        return tag == "form" or next(element.iterancestors("article", "main"), None) is None
    return True


def _open(lines: _Lines, tag: str) -> None:
    if tag in _BLOCKS:
        lines.end_block()
    elif tag == "br":
        lines.line()
    elif tag in ("td", "th") and lines.words[-1].strip():
        lines.words[-1] += "\t"


def _page_header(root: lxml.html.HtmlElement) -> dict[str, str]:
    title = root.findtext(".//title") or ""
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): (
            meta.get("content") or ""
        )
        for meta in root.iter("meta")
    }
    title = metas.get("og:title") or title
    links = {(link.get("rel") or "").lower(): link.get("href") or "" for link in root.iter("link")}
    header = {
        "title": _BLANKS.sub(" ", title).strip(),
        "address": links.get("canonical") or metas.get("og:url", ""),
    }
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


def mail_text(content: bytes) -> tuple[str, str, dict]:
    """Text, encoding and header of a mail: its subject as the title, its Date as the date.

    Of a mail without words of its own, those of the one message that is attached to it.
    """
    message = email.message_from_bytes(content, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableFile("the file is not a mail: it has no header")
    return _message_text(message)


def _message_text(message: EmailMessage) -> tuple[str, str, dict]:
    part = message.get_body(preferencelist=("plain", "html"))
    body = part.get_payload(decode=True) or b"" if part else b""
    attached = list(message.iter_attachments())
    inner = [one for one in attached if one.get_content_type() == "message/rfc822"]
    if not body.strip() and len(inner) == 1:
        return _message_text(inner[0].get_content())
    left_out = tuple(
        f"the attachment {name} is not read: save it beside the mail"
        for one in attached
        if (name := one.get_filename() or _subject(one))
    )
    if part is None:
        raise UnreadableFile("; ".join(("the mail has no text of its own", *left_out)))
    header = _mail_header(message) | {"left_out": left_out}
    if part.get_content_type() == "text/html":
        text, encoding, page = html_text(body)
        return text, encoding, header | {"site": page["site"]}
    declared = part.get_content_charset() or ""
    try:
        text, encoding = body.decode(declared), declared
    except (UnicodeDecodeError, LookupError):
        text, encoding = decode(body) if body.strip() else ("", "utf-8")
    return text, encoding, header


def _subject(attached: EmailMessage) -> str:
    """What an attached message is about; empty for other attachments."""
    if attached.get_content_type() != "message/rfc822":
        return ""
    return f"'{attached.get_content().get('subject', 'without subject')}'"


def _mail_header(message: EmailMessage) -> dict:
    header = {"title": str(message.get("subject", "")).strip()}
    words = str(message.get("date", "")).strip()
    try:
        header |= {"published": parsedate_to_datetime(words).date().isoformat()}
        header |= {"published_words": f"Date: {words}"}
    except (TypeError, ValueError):
        pass
    return header
