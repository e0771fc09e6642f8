"""The register of outgoing documents as a book: the form of the decree, and a file that archives accept."""

from datetime import date

import pytest
from page import ValidationProfile, validate_pdf_bytes

from tests.official.papers import render, text_of
from thiduakhenthuong.official.register import RegisterBook, RegisterLine, to_html

LINES = tuple(
    RegisterLine(f"{n:02d}/KH-UBND", date(2026, 1, n), f"Kế hoạch thứ {n}", recipients="Các sở\nLưu: VT")
    for n in range(1, 29)
)
BOOK = RegisterBook("Ủy ban nhân dân quận Cái Răng", 2026, 1, ("từ số 01 đến số 28",), LINES)


@pytest.fixture(scope="module")
def printed():
    return render(to_html(BOOK))


def test_cover_and_sheets(printed):
    cover, *sheets = text_of(printed).strip("\f").split("\f")
    for words in ("ỦY BAN NHÂN DÂN QUẬN CÁI RĂNG", "SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm: 2026", "Quyển số: 1"):
        assert words in cover
    assert "Từ ngày 01/01/2026 đến ngày 28/01/2026" in cover
    assert "Từ số 01 đến số 28" in cover
    assert len(sheets) > 1
    assert ["(10)" in sheet and "Ghi chú" in sheet for sheet in sheets] == [True] * len(sheets)
    numbers = [sheet.strip().split("\n")[-1] for sheet in sheets]
    assert numbers == [str(n) for n in range(1, len(sheets) + 1)]


@pytest.mark.parametrize("profile", [ValidationProfile.PDF_A_2A, ValidationProfile.PDF_UA_1])
def test_it_breaks_no_rule(printed, profile):
    report = validate_pdf_bytes(printed, profile=profile)
    assert report.rules.total > 50
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_what_was_cancelled_is_struck_through():
    line = RegisterLine("01/KH-UBND", date(2026, 1, 5), "Kế hoạch <b>", cancelled=True)
    html = to_html(RegisterBook("UBND", 2026, 1, (), (line,)))
    assert '<tr class="cancelled">' in html
    assert "Kế hoạch &lt;b&gt;" in html


def test_an_empty_year_says_so():
    assert "Chưa có văn bản nào." in to_html(RegisterBook("UBND", 2026, 1, (), ()))
