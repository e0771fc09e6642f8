"""A Word file that could do harm, or is none, is refused with a sentence that says what to do, before it is read."""

import io
import struct
import time
import zipfile
from contextlib import suppress

import docx
import pytest

from plans.reading.files import read_source
from plans.reading.lines import LINE_LIMIT, Unreadable
from plans.reading.word_package import WordPackage

from .word_building import NAMESPACES, p, saved, table, tr, word_file, zip_file

BODY = p("Kế hoạch công tác thi đua, khen thưởng năm 2024 của tỉnh")
OFFICE = "application/vnd.openxmlformats-officedocument."
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
PICTURE = '<w:p><w:r><w:drawing><a:blip r:embed="r9"/></w:drawing></w:r></w:p>'


def with_file(name, content=b"x"):
    return word_file(BODY, files=[(name, content)])


def linked(kind, mode="External"):
    return word_file(BODY, links=[(kind, "http://example.vn/a", mode)])


def document(xml):
    """A file whose main part is exactly this."""
    source = zipfile.ZipFile(io.BytesIO(word_file(BODY)))
    return zip_file([(n, xml if n == "word/document.xml" else source.read(n)) for n in source.namelist()])


def patched(data, *, field, value):
    """The archive with a field of its last directory entry set: 8 flags, 24 unpacked size (little-endian)."""
    at = data.rindex(b"PK\x01\x02")
    size = 2 if field == 8 else 4
    return data[: at + field] + value.to_bytes(size, "little") + data[at + field + size :]


BOMB = b"<a>" + b" " * (150 * 1024 * 1024) + b"</a>"
HOSTILE = {
    "macro type": (lambda: word_file(BODY, main_type=MACRO), "có macro"),
    "macro part": (lambda: with_file("word/vbaProject.bin"), "có macro"),
    "macro part anywhere": (lambda: with_file("x/VBAPROJECT.BIN"), "có macro"),
    "macro relationship": (lambda: linked("vbaProject", "Internal"), "có macro"),
    "template type": (lambda: word_file(BODY, main_type=OFFICE + "wordprocessingml.template.main+xml"), ".dotx"),
    "external template": (lambda: linked("attachedTemplate"), "tệp mẫu ở nơi khác"),
    "linked picture": (lambda: linked("image"), "liên kết với tệp ở nơi khác"),
    "linked object": (lambda: linked("oleObject"), "liên kết với tệp ở nơi khác"),
    "linked part of the document": (lambda: linked("subDocument"), "liên kết với tệp ở nơi khác"),
    "linked frame": (lambda: linked("frame"), "liên kết với tệp ở nơi khác"),
    "embedded object": (lambda: with_file("word/embeddings/oleObject1.bin"), "nhúng"),
    "embedded sheet": (lambda: with_file("word/embeddings/a.xlsx"), "nhúng"),
    "embedded control": (lambda: with_file("word/activeX/activeX1.xml"), "nhúng"),
    "whole file taken in": (lambda: linked("aFChunk", "Internal"), "nhúng"),
    "nested archive": (lambda: with_file("word/media/a.zip"), "nhúng"),
    "nested archive under another name": (lambda: with_file("word/media/a.bin", b"PK\x03\x04"), "nhúng"),
    "sheet": (
        lambda: word_file(BODY, main="xl/workbook.xml", main_type=OFFICE + "spreadsheetml.sheet.main+xml"),
        "Excel",
    ),
    "slides": (
        lambda: word_file(BODY, main="ppt/p.xml", main_type=OFFICE + "presentationml.presentation.main+xml"),
        "PowerPoint",
    ),
    "archive": (lambda: zip_file([("ke-hoach.txt", "KẾ HOẠCH")]), "là tệp nén"),
    "open document": (lambda: zip_file([("mimetype", "application/vnd.oasis.opendocument.text")]), "(.odt)"),
    "other open document": (
        lambda: zip_file([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
        "OpenDocument",
    ),
    "no main part": (lambda: word_file(BODY, main="word/khác.xml", main_type="text/xml"), "là tệp nén"),
    "old Word": (lambda: COMPOUND, "đời cũ (.doc)"),
    "password": (lambda: COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "archive with password": (lambda: patched(word_file(BODY), field=8, value=1), "mật khẩu"),
    "bomb in a part": (lambda: with_file("word/media/a.xml", BOMB), "lớn bất thường"),
    "bomb in many parts": (
        lambda: word_file(BODY, files=[(f"word/{n}.xml", b" " * 900_000) for n in range(50)]),
        "lớn bất thường",
    ),
    "many parts": (lambda: word_file(BODY, files=[(f"word/{n}.xml", "") for n in range(2000)]), "lớn bất thường"),
    "wrong size declared": (lambda: patched(word_file(BODY), field=24, value=20), "hỏng"),
    "great size declared": (lambda: patched(word_file(BODY), field=24, value=2**31), "lớn bất thường"),
    "cut off": (lambda: word_file(BODY)[:-60], "hỏng"),
    "nothing but a beginning": (lambda: b"PK\x03\x04rest", "hỏng"),
    "odd packing": (lambda: zip_file([("[Content_Types].xml", "x" * 99)], zipfile.ZIP_BZIP2), "hỏng"),
    "broken XML": (lambda: document("<w:document>"), "hỏng"),
    "no XML": (lambda: document(b"\0\1"), "hỏng"),
    "entities": (
        lambda: document(f'<!DOCTYPE a [<!ENTITY b "c">]><w:document {NAMESPACES}><w:body>&b;</w:body></w:document>'),
        "hỏng",
    ),
    "no body": (lambda: document(f"<w:document {NAMESPACES}/>"), "hỏng"),
    "deep XML": (lambda: word_file("<w:ins>" * 5000 + p("a") + "</w:ins>" * 5000), "quá sâu"),
    "half a million lines": (lambda: word_file("".join(p(str(n * 7919)) for n in range(100_001))), "quá nhiều dòng"),
    "too many lines": (
        lambda: word_file("".join(p(f"dòng {n * 7919}") for n in range(LINE_LIMIT + 1))),
        "quá nhiều dòng",
    ),
    "too many lines in one paragraph": (
        lambda: word_file(p("a", "<w:r>" + "<w:t>a</w:t><w:br/>" * (LINE_LIMIT + 1) + "</w:r>")),
        "quá nhiều dòng",
    ),
    "too long a line": (lambda: word_file(p("kế hoạch " * 12_000)), "dòng quá dài"),
    "empty": (lambda: word_file(p() + table(tr("", ""))), "trống"),
    "a scan": (lambda: word_file(PICTURE), "chỉ có hình ảnh"),
    "a scan with a stamp": (lambda: word_file(PICTURE + p("CamScanner")), "chỉ có hình ảnh"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_refused(case):
    make, words = HOSTILE[case]
    data = make()
    with pytest.raises(Unreadable) as refused:
        read_source(data, "tệp {a}.docx", limit=len(data))
    sentence = str(refused.value)
    assert words in sentence
    assert sentence.startswith("Tệp “tệp {a}.docx” ")
    assert "hãy " in sentence and sentence.endswith(".") and "\n" not in sentence


def test_ordinary_files_are_read():
    assert read_source(word_file(BODY), "a", limit=10**6).lines[0].text.startswith("Kế hoạch")
    assert read_source(linked("hyperlink"), "a", limit=10**6).findings == []


def test_a_file_of_the_strict_form_is_read():
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = document(f"<w:document {strict}><w:body>{p('Kế hoạch')}</w:body></w:document>")
    assert [line.text for line in read_source(data, "a", limit=10**6).lines] == ["Kế hoạch"]


def test_pictures_beside_text_are_told():
    findings = read_source(word_file(BODY + PICTURE), "a", limit=10**6).findings
    assert [finding.severity for finding in findings] == ["note"]


def test_judging_a_file_takes_little():
    data = saved(docx.Document())
    WordPackage(data, "a")
    start = time.perf_counter()
    for _ in range(10):
        WordPackage(data, "a")
    assert (time.perf_counter() - start) / 10 < 0.02  # 2 ms on a quiet machine


def test_bytes_changed_anywhere_raise_nothing_else():
    data = saved(docx.Document())
    for at in range(0, len(data), 401):
        broken = data[:at] + struct.pack("B", data[at] ^ 0x55) + data[at + 1 :]
        with suppress(Unreadable):
            read_source(broken, "a", limit=len(data))
