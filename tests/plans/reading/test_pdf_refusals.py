"""A PDF that cannot be read as text is refused and told what to do; a doubtful one comes with findings."""

import pytest

from plans.reading.lines import Unreadable
from plans.reading.pdf import read_pdf

from .hostile_pdf import pages, shown, stream
from .pdf_building import SENTENCE, printed_html, read

IMAGE = stream(
    b"\x00" * 100, more="/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray"
)
PICTURE = "/XObject<</I 6 0 R>>"
DRAWN_IMAGE = b"q 595 0 0 842 0 0 cm /I Do Q "


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        read(data)
    return str(refused.value)


def test_a_scan():
    data = pages(content=stream(DRAWN_IMAGE), resources=PICTURE, more=[IMAGE])
    assert refusal(data) == (
        "Tệp “ke-hoach.pdf” là bản chụp (scan), không có lớp chữ; "
        "hãy nhận dạng chữ (OCR) trước hoặc chọn tệp Word của văn bản."
    )


def test_letters_without_meaning():
    font = "/Encoding<</Type/Encoding/Differences[65 /g1 /g2 /g3 /g4 /g5 /g6]>>"
    data = pages(content=stream(shown(["ABCDEF" * 10] * 5))).replace(
        b"/BaseFont/Helvetica", f"/BaseFont/X{font}".encode()
    )
    assert "không có mã đọc được" in refusal(data)


def test_a_scan_that_was_recognised_is_read_with_a_warning():
    unseen = shown(["Cong tac thi dua khen thuong nam 2024"] * 3).replace(b"BT ", b"BT 3 Tr ")
    source = read(pages(content=stream(DRAWN_IMAGE + unseen), resources=PICTURE, more=[IMAGE]))
    assert len(source.lines) == 3
    assert [finding.severity for finding in source.findings] == ["warning"]
    assert "máy nhận dạng" in source.findings[0].message


def test_pages_are_told_of_as_they_are_read():
    told = []
    read_pdf(printed_html(f"<p>{SENTENCE}" * 60), "x.pdf", lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
