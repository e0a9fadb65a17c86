"""Bytes of a file -> its text, once, with the encoding that was found.

Everything later counts characters of the text returned here, so nothing is tidied: the byte order
mark goes, newlines stay as they are. A file that cannot be read raises ``UnreadableFile`` with a
reason a person understands; the caller notes it and goes on.
"""

import hashlib
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from analysis.formats.encodings import decode
from analysis.formats.errors import UnreadableFile
from analysis.formats.markup import html_text, mail_text
from analysis.formats.office import docx_text, pdf_text
from analysis.formats.records import (
    MARKS,
    RECORD_SUFFIXES,
    Records,
    delimiter,
    has_words,
    read_records,
)

__all__ = [
    "MARKS",
    "RECORD_SUFFIXES",
    "SUFFIXES",
    "FileText",
    "Records",
    "UnreadableFile",
    "decode",
    "delimiter",
    "read_bytes",
    "read_file",
    "read_records",
    "refuse_other_type",
]

# A text to read closely is a few kilobytes; a hundred megabytes is a mistake or an attack.
MOST_BYTES = 100_000_000


@dataclass(frozen=True)
class FileText:
    """The text of one file and what the file itself says about it."""

    text: str
    encoding: str
    sha256: str
    extracted: bool = False
    """Whether the text was taken out of another format, so that offsets count in a copy."""
    title: str = ""
    published: str = ""
    """An ISO date given by the file's own metadata (a page's meta element, a mail's header)."""
    published_words: str = ""
    """The words of that metadata."""
    address: str = ""
    """Where a page says it stands: its canonical address."""
    left_out: tuple[str, ...] = ()
    """What of the file is not read, a reason each: the attachments of a mail."""
    site: tuple[tuple[int, int], ...] = ()
    """Spans that belong to the site and not to what a page tells: menus, footers, forms."""


def _plain(content: bytes) -> tuple[str, str, dict]:
    text, encoding = decode(content)
    return text, encoding, {}


READERS: dict[str, Callable[[bytes], tuple[str, str, dict]]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".html": html_text,
    ".htm": html_text,
    ".xhtml": html_text,
    ".pdf": pdf_text,
    ".docx": docx_text,
    ".eml": mail_text,
}
SUFFIXES = frozenset(READERS)
_PLAIN_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})


def read_file(path: Path) -> FileText:
    """The text of one file.

    Raises
    ------
    UnreadableFile
        The file is empty, binary, encrypted, damaged, too large or not to be opened.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     note = Path(folder, "note.txt")
    ...     _ = note.write_bytes("Привет, мир".encode("cp1251"))
    ...     found = read_file(note)
    >>> found.text, found.encoding
    ('Привет, мир', 'cp1251')
    """
    content = read_bytes(path)
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise UnreadableFile(f"files of type {suffix or 'without extension'} are not read")
    refuse_other_type(suffix, content)
    if suffix in _PLAIN_SUFFIXES and _PAGE.match(content):
        reader = html_text
    text, encoding, header = reader(content)
    if not has_words(text):
        blank = all(mark.isspace() or not mark.isprintable() for mark in text)
        raise UnreadableFile(f"the file holds {'white space only' if blank else 'no words'}")
    return FileText(
        text=text,
        encoding=encoding,
        sha256=hashlib.sha256(content).hexdigest(),
        extracted=reader is not _plain,
        **header,
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular, readable file of a size that can be a text."""
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise UnreadableFile("the link leads nowhere") from error
    except PermissionError as error:
        raise UnreadableFile("no permission to read the file") from error
    except OSError as error:
        raise UnreadableFile(f"the file cannot be opened: {error.strerror}") from error
    if stat.S_ISDIR(status.st_mode):
        linked = "links to folders are not followed: put the folder itself here"
        raise UnreadableFile(linked if path.is_symlink() else "no permission to open the folder")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile("not a regular file")
    if status.st_size == 0:
        raise UnreadableFile("the file is empty (0 bytes)")
    if status.st_size > MOST_BYTES:
        size = status.st_size // 1_000_000
        raise UnreadableFile(
            f"the file is too large ({size} MB; {MOST_BYTES // 1_000_000} at most)"
        )
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise UnreadableFile("no permission to read the file") from error
    except OSError as error:
        raise UnreadableFile(f"the file cannot be read: {error.strerror}") from error


# First bytes of the formats that are most often misnamed.
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}


# What a format may begin with: its own signature, or one for which it has a better reason itself.
_OWN = {".pdf": (b"%PDF-",), ".docx": (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")}
# A text that begins like this is a web page, whatever its name says.
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,80}<(?:!doctype\s+html|html[\s>])", re.I)


def refuse_other_type(suffix: str, content: bytes) -> None:
    """Refuse a file whose first bytes show that its name lies.

    >>> refuse_other_type(".txt", b"%PDF-1.4")
    Traceback (most recent call last):
    analysis.formats.errors.UnreadableFile: the name ends in .txt, but the file is a PDF
    """
    found = next((start for start in _SIGNATURES if content.startswith(start)), b"")
    if found and found not in _OWN.get(suffix, ()):
        raise UnreadableFile(f"the name ends in {suffix}, but the file is {_SIGNATURES[found]}")
