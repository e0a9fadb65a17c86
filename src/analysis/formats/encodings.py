"""Which encoding a plain text was written in.

UTF-8 proves itself: bytes of another encoding hardly ever form valid UTF-8. What is not UTF-8 is
weighed: UTF-16 shows in its zero bytes; Cyrillic encodings in the share of high bytes and in where
the capitals fall (KOI8-R swaps the cases of cp1251); the rest is left to charset-normalizer, among
the encodings of other scripts where most letters are high bytes, and else among those that Western
and Central European pages use. A file in two encodings is refused: half of it would be garbled.
"""

import codecs
import re

from charset_normalizer import from_bytes

from analysis.formats.errors import UnreadableFile

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
_OTHER_SCRIPTS = [
    "cp932", "euc_jp", "gb18030", "big5", "cp949", "cp1253", "iso8859_7", "cp1255", "cp1256",
]  # fmt: skip
_WESTERN = ["cp1252", "cp1250", "iso8859-2", "cp1254", "mac-roman", "cp437"]
# Control characters that no text holds (tab, newlines, form feed and escape excepted).
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MUCH_CONTROL = 0.01
"""A text damaged in transport has a stray control byte; 1 in 100 bytes is a binary file."""
_SAMPLE = 65_536
"""Bytes looked at to weigh an encoding; more does not change the answer."""
_COMMON = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё")
_SURELY_RUSSIAN, _PERHAPS_RUSSIAN = 1.15, 0.5
"""Texts of Slavic Cyrillic reach 1.2 to 1.6 in their own encoding, those of other scripts 1.1."""
_SOME_UTF8, _MOSTLY_UTF8 = 0.4, 0.9
"""Shares of high bytes in valid UTF-8; in texts of other encodings a tenth may look valid."""
_UTF8_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_MOST_LOST = 0.01
_MANY_HIGH = 0.3
"""Latin texts have a few high bytes among their letters, Cyrillic ones nearly all."""


def decode(content: bytes) -> tuple[str, str]:
    """The text of the bytes and the name of their encoding, newlines untouched, mark dropped.

    >>> decode(b"\\xff\\xfeH\\x00i\\x00")
    ('Hi', 'utf-16')
    >>> decode("caf\u00e9 na\u00efve".encode("cp1252"))
    ('café naïve', 'cp1252')
    >>> decode("новости дня".encode("koi8-r"))
    ('новости дня', 'koi8-r')
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding), encoding
    if encoding := _unmarked_utf16(content):
        return _strict(content, encoding), encoding
    _refuse_binary(content)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_legacy(content, error)


def _strict(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"the file begins as {encoding} but byte {error.start} does not fit: "
            "it is damaged or cut off"
        ) from error
    return text


def _unmarked_utf16(content: bytes) -> str:
    """UTF-16 without a mark: every second byte is the number of a page of characters.

    Latin and Cyrillic letters, digits and blanks lie on pages 0 and 4, quotes and dashes on 32.
    """
    sample = content[: 4096 // 2 * 2]
    if len(sample) < 8 or len(content) % 2:
        return ""
    for encoding, pages, letters in (
        ("utf-16-le", sample[1::2], sample[0::2]),
        ("utf-16-be", sample[0::2], sample[1::2]),
    ):
        on_pages = sum(map(pages.count, (0, 4, 32)))
        if on_pages > 0.95 * len(pages) > 2 * pages.count(32) and letters.count(0) + letters.count(
            4
        ) < 0.1 * len(pages):
            return encoding
    return ""


def _refuse_binary(content: bytes) -> None:
    sample = content[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > max(_MUCH_CONTROL * len(sample), 1):
        raise UnreadableFile("the file is binary, not text")


def _decode_legacy(content: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    utf8 = _share_of_utf8(content)
    if utf8 >= _MOSTLY_UTF8:  # a cut in transport: U+FFFD stands for the rare damaged byte
        return content.decode("utf-8", "replace"), "utf-8"
    sample = content[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    letters = high + sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    russian = ""
    if letters and high / letters > _MANY_HIGH:
        russian = max(_CYRILLIC, key=lambda name: _russian_look(sample, name))
        look = _russian_look(sample, russian)
        if look < _SURELY_RUSSIAN:
            other = from_bytes(sample, cp_isolation=_OTHER_SCRIPTS).best()
            if other and _fits(content, other.encoding):
                return content.decode(other.encoding, "replace"), other.encoding
        russian = russian if look > _PERHAPS_RUSSIAN else ""
    if utf8 > _SOME_UTF8:
        raise UnreadableFile(
            f"the file mixes UTF-8 and another encoding (first at byte {error.start}): "
            "save it as UTF-8"
        )
    if russian:
        return content.decode(russian, "replace"), russian
    if _looks_turkish(content.decode("cp1254", "replace")):
        return content.decode("cp1254", "replace"), "cp1254"
    best = from_bytes(sample, cp_isolation=_WESTERN).best()
    encoding = best.encoding if best else "cp1252"
    # cp1252 and its neighbours agree on most pages: the commonest wins where both read the same.
    for name in ("cp1252", encoding):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if name == encoding or text == content.decode(encoding, "replace") or _looks_western(text):
            return text, name
    raise UnreadableFile(
        f"no encoding fits the file (as UTF-8 it fails at byte {error.start}): save it as UTF-8"
    )


def _fits(content: bytes, encoding: str) -> bool:
    """Whether next to nothing is lost in an encoding."""
    text = content.decode(encoding, "replace")
    return text.count("\ufffd") <= _MOST_LOST * len(text) + 1


def _share_of_utf8(content: bytes) -> float:
    """The share of the high bytes that stand in valid UTF-8."""
    valid = sum(map(len, _UTF8_LETTER.findall(content)))
    return valid / max(len(_HIGH.findall(content)), 1)


def _looks_western(text: str) -> bool:
    """Whether the high characters are those English and Western European pages use."""
    high = [character for character in text if character > "\x7f"]
    usual = sum(character in _USUAL for character in high)
    return usual >= _MOSTLY * len(high)


_MOSTLY = 0.9
"""A name or two of another language may stand among the letters of one."""
_USUAL = frozenset("–—‘’“”„•…€£§©®°·«»\u00a0\u00ad½¼éèêëàâäáåãçîïíìôöóòõøûüúùñßÉÈÀÂÄÁÅÇÎÖÓØÜÚÑæœÆŒ")


def _looks_turkish(text: str) -> bool:
    """Whether the letters that cp1254 puts where Western pages have others are Turkish ones.

    One of them alone may be that of an Icelandic, Czech or Romanian name in another encoding; two,
    among Turkish letters, are not. An Icelandic letter often stands where no soft g can.

    >>> _looks_turkish("Ayşe Yıldız"), _looks_turkish("Sigurğsson, Şorkell"), _looks_turkish("Novı")
    (True, False, False)
    """
    high = [character for character in text if character > "\x7f" and character.isalpha()]
    return (
        len(_ONLY_TURKISH.intersection(high)) > 1
        and sum(character in _TURKISH for character in high) >= _MOSTLY * len(high)
        and not _HARD_G.search(text)
    )


_ONLY_TURKISH = frozenset("ğışĞİŞ")
_TURKISH = _ONLY_TURKISH | frozenset("çöüâîûÇÖÜÂÎÛ")
# A soft g follows a vowel, always.
_HARD_G = re.compile("(?<![aeıioöuüâîûAEIİOÖUÜ])[ğĞ]")


def _russian_look(sample: bytes, encoding: str) -> float:
    """Share of high characters that are lower-case Cyrillic, less capitals inside words."""
    text = sample.decode(encoding, "replace")
    high = [character for character in text if character > "\x7f"]
    if not high:
        return 0.0
    common = sum(character in _COMMON for character in high)
    swapped = len(re.findall(r"[а-яё][А-ЯЁ]", text))
    frequent = sum(character in "оеаинтс" for character in high)
    return (common + frequent - 3 * swapped) / len(high)
