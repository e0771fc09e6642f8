"""Text files in any encoding Vietnamese offices have used; what is no Vietnamese is refused."""

import unicodedata

import pytest

from plans.reading.files import read_source
from plans.reading.lines import Unreadable
from tests.plans.importing.reading import plan_text

from .test_old_fonts import TO_VNI, encoded, in_tcvn3

TEXT = plan_text()
LINES = TEXT.split("\n")


def source(data):
    return read_source(data, "tep.txt", limit=len(data))


def in_code_page(text):
    """Letters composed as Vietnamese Windows does: ă â ê ô ơ ư as one, the tone after them."""
    parts = []
    for letter in text:
        bare = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in bare if mark in "\u0300\u0309\u0303\u0301\u0323"), "")
        parts.append(unicodedata.normalize("NFC", bare.replace(tone, "") if tone else letter) + tone)
    return "".join(parts).encode("cp1258")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_needs_no_word(encoding):
    read = source(TEXT.encode(encoding))
    assert ([line.text for line in read.lines], read.findings, read.encoding) == (LINES, [], "")


@pytest.mark.parametrize(
    ("data", "encoding", "words"),
    [
        (in_tcvn3(TEXT).encode("latin-1"), "TCVN3", "TCVN3 (ABC)"),
        (encoded(TEXT, TO_VNI).encode("latin-1"), "VNI", "VNI"),
        (in_tcvn3(TEXT).encode(), "TCVN3", "TCVN3 (ABC)"),
        (in_code_page(TEXT), "CP1258", "Windows-1258"),
    ],
)
def test_an_old_encoding_is_converted_and_told(data, encoding, words):
    read = source(data)
    assert ([line.text for line in read.lines], read.encoding) == (LINES, encoding)
    assert [finding.severity for finding in read.findings] == ["warning"]
    assert f"bảng mã cũ {words}, đã chuyển sang Unicode" in read.findings[0].message


def test_the_source_is_shown_as_it_stood():
    old = in_tcvn3(TEXT)
    assert [line.raw for line in source(old.encode("latin-1")).lines] == old.split("\n")


def test_cells_stay_apart():
    old = in_tcvn3(f"{TEXT}\nTT\tNội dung")
    assert source(old.encode("latin-1")).lines[-1].text == "TT\tNội dung"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("La fête a été célébrée à l'école où les élèves ont été mérités".encode("latin-1"), "không dùng bảng mã"),
        (bytes(range(128, 256)) * 40, "không dùng bảng mã"),
        (bytes(range(256)) * 40, "không phải văn bản chữ"),
        ("Ğüzel şarkılar".encode("utf-16-le"), "không phải văn bản chữ"),
        (b"\xff\xfe\x00\xd8", "không dùng bảng mã"),
        (b"\xff\xfe", "trống"),
    ],
)
def test_what_is_no_vietnamese_is_refused(data, words):
    with pytest.raises(Unreadable, match=words):
        source(data)
