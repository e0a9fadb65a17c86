"""PDF and DOCX -> their text.

Both are read page by page or paragraph by paragraph in the order of the file. Limits keep a small
archive from unpacking to gigabytes.
"""

import io
import itertools
import zipfile
from collections.abc import Iterator

from analysis.formats.errors import UnreadableFile

__all__ = ["docx_text", "pdf_text"]

_MOST_UNPACKED = 500_000_000
_MOST_RATIO = 200
"""Text packs about tenfold; two hundredfold is a bomb."""


def pdf_text(content: bytes) -> tuple[str, str, dict]:
    """Text of a PDF, pages apart by a blank line."""
    import pypdfium2

    if b"%PDF-" not in content[:1024]:
        raise UnreadableFile("the file is not a PDF")
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableFile("the PDF is encrypted: save it without its password") from error
        raise UnreadableFile("the PDF is damaged or cut off") from error
    try:
        pages = []
        for page in document:
            text_page = page.get_textpage()
            pages.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile("the PDF is damaged or cut off") from error
    finally:
        document.close()
    # pdfium marks a hyphen at a line's end with U+FFFE; a plain hyphen is what stands on the page.
    pages = [
        page.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x00", "").strip("\n")
        for page in pages
    ]
    text = _join_pages([page for page in pages if page.strip()])
    if not text.strip():
        raise UnreadableFile("the PDF holds pictures only: it needs text recognition (OCR) first")
    return text, "", {}


def _join_pages(pages: list[str]) -> str:
    """The pages as one text; a sentence that runs over the page is not cut by a blank line."""
    text = ""
    for page in pages:
        runs_on = text and text.rstrip()[-1].isalnum() and page.lstrip()[0].islower()
        text += ("\n" if runs_on else "\n\n" if text else "") + page
    return text


def docx_text(content: bytes) -> tuple[str, str, dict]:
    """Text of a DOCX: page headers, body, notes, page footers; each paragraph after a blank line.

    The spans of headers and footers are given as ``site``, as those of a web page; none where
    there is no body.
    """
    import docx

    _check_archive(content)
    try:
        document = docx.Document(io.BytesIO(content))
        above, below = _parts(document, "header"), _parts(document, "footer")
        body = list(filter(None, map(str.strip, _paragraphs(document.element.body))))
        notes = _parts(document, "footnotes") + _parts(document, "endnotes")
        title = document.core_properties.title or ""
    except Exception as error:  # python-docx lets errors of lxml, zipfile and its own through
        raise UnreadableFile("the DOCX is damaged or not a DOCX") from error
    blocks = [*above, *body, *notes, *below]
    ends = list(itertools.accumulate(len(words) + 2 for words in blocks))
    spans = [(end - 2 - len(words), end - 2) for words, end in zip(blocks, ends, strict=True)]
    site = spans[: len(above)] + spans[len(blocks) - len(below) :] if body else []
    return "\n\n".join(blocks), "", {"title": title.strip(), "site": tuple(site)}


def _parts(document, kind: str) -> list[str]:
    """The paragraphs of the parts of a kind, each once: sections often repeat their headers."""
    from docx.oxml import parse_xml

    found = [
        words.strip()
        for relation in document.part.rels.values()
        if relation.reltype.endswith(f"/{kind}")
        for words in _paragraphs(parse_xml(relation.target_part.blob))
    ]
    return list(dict.fromkeys(filter(None, found)))


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# No text of the page: properties, what was deleted, the copy of a text box for old programs.
_NO_TEXT = frozenset(
    {f"{_W}{name}" for name in ("pPr", "rPr", "tblPr", "sdtPr", "del", "moveFrom")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_MARKS = {f"{_W}tab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def _paragraphs(element) -> Iterator[str]:
    """Paragraphs below an element; a table row is one, a text box follows the one it hangs on."""
    for child in element:
        if child.tag == f"{_W}p":
            boxes: list = []
            yield "".join(_words(child, boxes))
            for box in boxes:
                yield from _paragraphs(box)
        elif child.tag == f"{_W}tr":
            cells = [
                one for one in child.iter(f"{_W}tc") if next(one.iterancestors(child.tag)) is child
            ]
            yield "\t".join("\n".join(filter(None, _paragraphs(cell))) for cell in cells)
        elif child.tag not in _NO_TEXT:
            yield from _paragraphs(child)


def _words(element, boxes: list) -> Iterator[str]:
    """The words of a paragraph; the text boxes that hang on it are put aside."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}br":
            yield "\n" if child.get(f"{_W}type", "textWrapping") == "textWrapping" else ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag not in _NO_TEXT:
            yield from _words(child, boxes)


def _check_archive(content: bytes) -> None:
    """Refuse what is no archive, is locked, or unpacks to far more than a document can be."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile("the DOCX is encrypted or in the old DOC format: save it as DOCX")
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableFile("the DOCX is damaged or cut off") from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _MOST_UNPACKED or unpacked > _MOST_RATIO * max(len(content), 1_000):
        raise UnreadableFile(f"the archive would unpack to {unpacked // 1_000_000} MB")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile("the DOCX is encrypted: save it without its password")
