"""PDF and DOCX -> their text.

Both are read page by page or paragraph by paragraph in the order of the file. Limits keep a small
archive from unpacking to gigabytes.
"""

import io
import zipfile

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
    """Text of a DOCX, paragraphs apart by a blank line, cells of a table row by tabs."""
    import docx
    from docx.table import Table

    _check_archive(content)
    try:
        document = docx.Document(io.BytesIO(content))
        blocks = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                blocks += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                blocks.append(block.text)
        title = document.core_properties.title or ""
    except Exception as error:  # python-docx lets errors of lxml, zipfile and its own through
        raise UnreadableFile("the DOCX is damaged or not a DOCX") from error
    text = "\n\n".join(block for block in blocks if block.strip())
    return text, "", {"title": title.strip()}


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
