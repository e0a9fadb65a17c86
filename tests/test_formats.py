"""Bytes of a file -> its text: encodings, formats, and the reasons when there is none."""

import io
import re
import zipfile
from email.message import EmailMessage

import pytest

from analysis import formats
from analysis.formats import office

RUSSIAN = (
    "Посланники двух республик встретились в старой ратуше и подписали соглашение. "
    "«Мы довольны итогами», — сказал министр Орлов."
)
FRENCH = "Le traité a été signé à l’aube — après de longues négociations « très utiles »."
JAPANESE = (
    "二つの共和国の使節は古い市庁舎で会合し、湖を分け合うことに合意した。大臣は満足だ。"
    "市長は来年もこの町で会合を開くと述べ、橋と港の工事を続けるように求めた。"
)
CHINESE = "两个共和国的使节在旧市政厅会面，同意分享湖泊。部长表示对会谈的结果感到满意。"
GREEK = "Οι απεσταλμένοι των δύο δημοκρατιών συναντήθηκαν στο παλιό δημαρχείο της πόλης."
MINIMAL_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R
/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 58>>stream
BT /F1 12 Tf 20 100 Td (The envoys met in Marlow.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN.replace("—", "-"), "iso8859-5"),
        (RUSSIAN.replace("—", "-").replace("«", '"').replace("»", '"'), "koi8-r"),
        (RUSSIAN.replace("—", "-").replace("«", '"').replace("»", '"'), "cp866"),
        (FRENCH, "cp1252"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (GREEK, "cp1253"),
    ],
)
def test_each_encoding_is_found_and_recorded(tmp_path, text, encoding):
    if encoding == "iso8859-5":
        text = text.replace("«", '"').replace("»", '"')
    found = formats.read_file(write(tmp_path, "a.txt", text.encode(encoding)))
    assert (found.text, found.encoding) == (text, encoding)


TURKISH = "Elçiler anlaştı ve ayrıldı; sonra göle döndüler."


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (TURKISH, "cp1254", TURKISH),
        ("Mr. Işık met Ms. Doğan. “We agree.”", "cp1254", "Mr. Işık met Ms. Doğan. “We agree.”"),
        ("“We agree,” said Mr. Nový – twice.", "cp1252", "“We agree,” said Mr. Nový – twice."),
    ],
)
def test_turkish_letters_are_told_from_the_western_ones_in_their_places(
    tmp_path, text, encoding, found
):
    assert formats.read_file(write(tmp_path, "a.txt", text.encode(encoding))).text == found


def test_a_damaged_byte_costs_its_character_alone(tmp_path):
    content = RUSSIAN.encode().replace("Орлов".encode(), b"\xff")
    found = formats.read_file(write(tmp_path, "a.txt", content))
    assert (found.text, found.encoding) == (RUSSIAN.replace("Орлов", "\ufffd"), "utf-8")


def test_many_blanks_are_no_other_encoding(tmp_path):
    found = formats.read_file(write(tmp_path, "a.txt", b" " * 5_000 + b"They met."))
    assert found.encoding == "utf-8"


def test_newlines_blanks_and_marks_stay_as_they_are(tmp_path):
    text = "One\r\ntwo\rthree\n\n\u00a0four co\u00adoperate e\u0301 \U0001f54a\n"
    assert formats.read_file(write(tmp_path, "a.txt", text.encode())).text == text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "0 bytes"),
        ("a.txt", b" \n\t\r\n", "white space only"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"%PDF-1.4 ...", "is a PDF"),
        ("a.txt", b"PK\x03\x04rest", "ZIP"),
        ("a.txt", b"\xff\xfeA", "utf-16"),
        ("a.txt", (RUSSIAN * 2).encode("cp1251") + RUSSIAN.encode(), "mixes UTF-8 and another"),
        ("a.txt", "\u00a0\u200b\u00ad\n".encode(), "white space only"),
        ("a.txt", b"* * *\n----\n", "no words"),
        ("a.html", MINIMAL_PDF, "the name ends in .html, but the file is a PDF"),
        ("a.pdf", b"PK\x03\x04rest", "the name ends in .pdf, but the file is a ZIP"),
        ("a.pdf", b"no page here", "not a PDF"),
        ("a.pdf", MINIMAL_PDF[:90], "damaged"),
        ("a.docx", b"PK\x03\x04 cut off", "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "encrypted or in the old DOC format"),
        ("a.eml", b"no header", "not a mail"),
        ("a.png", b"\x89PNG", ".png are not read"),
    ],
)
def test_a_file_without_text_gives_a_reason(tmp_path, name, content, reason):
    with pytest.raises(formats.UnreadableFile, match=reason):
        formats.read_file(write(tmp_path, name, content))


def test_an_archive_that_unpacks_to_gigabytes_is_refused(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 30_000_000)
    with pytest.raises(formats.UnreadableFile, match="unpack"):
        formats.read_file(write(tmp_path, "a.docx", packed.getvalue()))


def test_a_broken_link_gives_a_reason(tmp_path):
    link = tmp_path / "a.txt"
    link.symlink_to(tmp_path / "gone.txt")
    with pytest.raises(formats.UnreadableFile, match="link leads nowhere"):
        formats.read_file(link)


def parts_of_site(found):
    return [found.text[start:end] for start, end in found.site]


def test_a_page_keeps_its_paragraphs_and_loses_its_scripts(tmp_path):
    page = b"""<html><head><title>Accord signed</title>
    <meta property="article:published_time" content="2019-07-25T10:00:00Z"></head><body>
    <nav><a>All news</a></nav><script>var a = 1;</script>
    <h1>Accord signed</h1><p>The envoys <b>met</b> in
    Marlow.</p><p>They agreed.<br>All left.</p></body></html>"""
    found = formats.read_file(write(tmp_path, "a.html", page))
    told = "Accord signed\n\nThe envoys met in Marlow.\n\nThey agreed.\nAll left.\n"
    assert found.text == f"All news\n\n{told}"
    assert parts_of_site(found) == ["All news"]
    assert (found.title, found.published, found.extracted) == ("Accord signed", "2019-07-25", True)


@pytest.mark.parametrize(
    ("page", "site"),
    [
        ("<nav><ul><li>Home<li>News</ul></nav><p>They met.</p>", ["Home\nNews"]),
        ("<header><p>Lake Herald</header><p>They met.</p>", ["Lake Herald"]),
        ("<article><header>5 May 2022</header><p>They met.</p></article>", []),
        ("<header><h1>They met</h1></header><p>All left.</p>", []),
        ("<p>They met.</p><aside>More: <b>They</b> left</aside>", ["More: They left"]),
        ("<p>They met <button>Share</button> at noon.</p><p>All left.</p>", ["Share"]),
        ("<form><input><button>Find</button></form><p>They met.</p>", ["Find"]),
        ("<form><p>They met.</p><p>They ate.</p><p>They left.</p></form><p>Map</p>", []),
        ("<div role='navigation'>Home</div><p>They met.</p>", ["Home"]),
        ("<div style='display: none'>We use cookies</div><p>They met.</p>", ["We use cookies"]),
        ("<p hidden>Thanks!</p><p>They met.</p>", ["Thanks!"]),
        ("<footer>© Lake Herald<br>5 May 2022</footer><p>They met.", ["© Lake Herald\n5 May 2022"]),
        ("<nav>Home</nav><footer>Map</footer>", []),
    ],
)
def test_parts_of_the_site_are_kept_and_named(tmp_path, page, site):
    found = formats.read_file(write(tmp_path, "a.html", page.encode()))
    assert parts_of_site(found) == site
    assert sorted(found.text.split()) == sorted(re.sub("<[^>]*>", " ", page).split())


def test_a_button_does_not_cut_its_paragraph(tmp_path):
    page = b"<p>They met <button>Share</button> at noon.</p><p>All left.</p>"
    found = formats.read_file(write(tmp_path, "a.html", page))
    assert found.text == "They met at noon.\n\nShare\n\nAll left.\n"


def test_a_declared_charset_is_believed(tmp_path):
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode("cp1251")
    assert formats.read_file(write(tmp_path, "a.html", page)).text.strip() == RUSSIAN


def test_a_deeply_nested_page_is_read(tmp_path):
    page = b"<div>" * 1_000 + b"<p>The envoys met.</p>"
    assert "The envoys met." in formats.read_file(write(tmp_path, "a.html", page)).text


def test_a_page_nested_beyond_reason_says_so(tmp_path):
    page = b"<div>" * 50_000 + b"<p>The envoys met.</p>"
    with pytest.raises(formats.UnreadableFile, match="too deep"):
        formats.read_file(write(tmp_path, "a.html", page))


def test_a_pdf_gives_its_words(tmp_path):
    assert (
        "The envoys met in Marlow." in formats.read_file(write(tmp_path, "a.pdf", MINIMAL_PDF)).text
    )


def test_a_sentence_that_runs_over_a_page_is_not_cut():
    pages = ["The envoys met and", "agreed to share the lake.", "All left."]
    assert office._join_pages(pages) == "The envoys met and\nagreed to share the lake.\n\nAll left."


def test_a_docx_gives_paragraphs_and_tables(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("The envoys met.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Marlow", "2019"
    document.add_paragraph("All agreed.")
    document.save(tmp_path / "a.docx")
    assert formats.read_file(tmp_path / "a.docx").text == (
        "The envoys met.\n\nMarlow\t2019\n\nAll agreed."
    )


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOX = f"""<w:p xmlns:w="{WORD}"
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<w:r><mc:AlternateContent>
  <mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
  <mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback>
</mc:AlternateContent></w:r>
<w:ins><w:r><w:t>They agreed,</w:t></w:r></w:ins>
<w:del><w:r><w:t>or not</w:t></w:r></w:del>
<w:sdt><w:sdtContent><w:r><w:t xml:space="preserve"> all</w:t><w:br/><w:t>of them.</w:t></w:r>
</w:sdtContent></w:sdt></w:p>"""
NOTES = f"""<w:footnotes xmlns:w="{WORD}"><w:footnote><w:p><w:r><w:t>Tarn did not.</w:t></w:r></w:p>
</w:footnote></w:footnotes>"""


def test_a_docx_gives_what_stands_in_boxes_fields_and_margins(tmp_path):
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    document.add_paragraph("The envoys met.")
    document.element.body.insert(1, parse_xml(BOX))
    document.sections[0].header.paragraphs[0].text = "Marlow Pact"
    document.sections[0].footer.paragraphs[0].text = "Page 2"
    document.save(tmp_path / "a.docx")
    found = formats.read_file(tmp_path / "a.docx")
    assert found.text == (
        "Marlow Pact\n\nThe envoys met.\n\nThey agreed, all\nof them.\n\nIn a box.\n\nPage 2"
    )
    assert parts_of_site(found) == ["Marlow Pact", "Page 2"]


def test_the_notes_of_a_docx_stand_below_its_body(tmp_path):
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].merge(table.rows[0].cells[1]).text = "They met."
    part = Part(
        PackURI("/word/footnotes.xml"), "application/xml", NOTES.encode(), document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(tmp_path / "a.docx")
    found = formats.read_file(tmp_path / "a.docx")
    assert found.text == "They met.\n\nTarn did not."


def test_a_mail_gives_its_body_subject_and_day(tmp_path):
    mail = (
        b"From: a@b.example\r\nSubject: Accord signed\r\nDate: Thu, 25 Jul 2019 10:00:00 +0000\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nThe envoys met.\r\n"
    )
    found = formats.read_file(write(tmp_path, "a.eml", mail))
    assert (found.title, found.published) == ("Accord signed", "2019-07-25")
    assert found.text == "The envoys met.\r\n"


def test_a_page_named_as_a_plain_text_is_read_as_a_page(tmp_path):
    found = formats.read_file(write(tmp_path, "a.txt", b"<!DOCTYPE html><p>The envoys met.</p>"))
    assert (found.text, found.extracted) == ("The envoys met.\n", True)


def test_what_is_attached_to_a_mail_is_named(tmp_path):
    mail = EmailMessage()
    mail["Subject"] = "Accord signed"
    mail.set_content("The envoys met.")
    mail.add_attachment(b"PK", maintype="application", subtype="zip", filename="accord.docx")
    found = formats.read_file(write(tmp_path, "a.eml", bytes(mail)))
    assert found.left_out == ("the attachment accord.docx is not read: save it beside the mail",)


@pytest.mark.parametrize(
    ("own", "text", "title", "left_out"),
    [
        ("See below.", "See below.\n", "Fwd", ("the attachment 'Accord signed' is not read",)),
        ("", "The envoys met.\n", "Accord signed", ()),
    ],
)
def test_an_attached_message_is_named_or_read_where_nothing_else_is(
    tmp_path, own, text, title, left_out
):
    inner, mail = EmailMessage(), EmailMessage()
    inner["Subject"], inner["Date"] = "Accord signed", "Thu, 25 Jul 2019 10:00:00 +0000"
    inner.set_content("The envoys met.")
    mail["Subject"], mail["Date"] = "Fwd", "Fri, 26 Jul 2019 10:00:00 +0000"
    mail.set_content(own)
    mail.add_attachment(inner)
    found = formats.read_file(write(tmp_path, "a.eml", bytes(mail)))
    assert (found.text, found.title) == (text, title)
    assert found.published == ("2019-07-26" if own else "2019-07-25")
    assert tuple(note.partition(":")[0] for note in found.left_out) == left_out
