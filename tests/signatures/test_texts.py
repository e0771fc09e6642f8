"""The words of an uploaded file against the issued ones: changes, additions that offices stamp, scans (goal S10)."""

from unicodedata import normalize

import pytest

from tests.signatures.hostile import scan
from tests.signatures.signing import NOW, annotated, leader, paper, printed, sign
from thiduakhenthuong.signatures import texts
from thiduakhenthuong.signatures.inspecting import inspect
from thiduakhenthuong.signatures.pdf_files import PageWords
from thiduakhenthuong.signatures.report import Difference


def text_of(data, *, issued=None):
    return inspect(data, "ban-ky.pdf", issued=paper(pages=2) if issued is None else issued, now=NOW).text


def words(*pages):
    return [PageWords(page.split(), page.split()) for page in pages]


def compared(before, after):
    found = texts.compare(words(before), words(after))
    return [(d.removed, d.added) for d in found.differences], [(d.removed, d.added) for d in found.additions]


def test_the_signed_issued_file_says_the_same():
    found = text_of(sign(paper(pages=2), leader()))
    assert (found.is_same, found.additions) == (True, [])


def test_what_a_stamp_and_a_signature_show_is_an_addition():
    found = text_of(annotated(sign(paper(pages=2), leader(), box=(300, 100, 500, 140))))
    assert found.is_same
    assert found.additions == [Difference(1, "", "Ky boi: Tran Van Binh 12")]


def test_a_mark_over_words_is_a_difference_whenever_it_was_put_there():
    said = "Các sở, ban, ngành tổ chức hội nghị trong tháng 4"
    issued = printed(f"<h1>KẾ HOẠCH</h1><div style='height: 100mm'></div><p>{said}</p>")
    found = text_of(sign(annotated(issued, "tháng 5", rectangle=(0, 200, 600, 600)), leader()), issued=issued)
    assert found.differences == [Difference(1, said, "", covered=True)]


def test_other_words_are_shown_with_their_page():
    sheet = "<p style='break-after: page'>Các sở, ban, ngành tổ chức hội nghị tổng kết {} tháng 4.</p>"
    issued, other = (printed(sheet.format("trong") + sheet.format(word)) for word in ("trong", "trước"))
    assert text_of(other, issued=issued).differences == [Difference(2, "trong", "trước")]


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        ("xong trong tháng 4", "xong trong tháng 5", ("4", "5")),
        ("các sở được giao", "các sở không được giao", ("", "không")),
        ("giao cho các sở và ban", "giao cho các ban", ("sở và", "")),
    ],
)
def test_words_replaced_added_and_removed_are_changes(before, after, difference):
    assert compared(before, after) == ([difference], [])


@pytest.mark.parametrize(
    ("before", "after", "added"),
    [
        ("Số: /KH-UBND Cần Thơ", "Số: 12 /KH-UBND Cần Thơ", "12"),
        ("ngày tháng 12 năm 2023", "ngày 21 tháng 12 năm 2023", "21"),
        ("CHỦ TỊCH Trần Bình", "CHỦ TỊCH Ký bởi: Trần Bình Ngày ký: 21/12/2023 Trần Bình", None),
        ("Kính gửi", "SAO Y; Ủy ban nhân dân; 16/11/2022 16:34:54 Kính gửi", None),
    ],
)
def test_numbers_dates_and_words_of_signatures_are_additions(before, after, added):
    changed, stamped = compared(before, after)
    assert (changed, len(stamped)) == ([], 1)
    assert added in (None, stamped[0][1])


def test_line_breaks_and_spellings_of_one_letter_are_no_change():
    assert compared("công tác\nthi  đua", "công tác thi đua") == ([], [])
    said = "Các sở, ban, ngành thực hiện công tác thi đua, khen thưởng."
    decomposed = printed(f"<p>{normalize('NFD', said)}</p>")
    assert text_of(decomposed, issued=printed(f"<p>{said}</p>")).is_same


def test_many_differences_are_counted_and_not_all_listed():
    before = [PageWords([f"a{n}" for n in range(200)], [])]
    after = [PageWords([word for n in range(200) for word in (f"a{n}", "x")], [])]
    found = texts.compare(before, after)
    assert (len(found.differences), found.more) == (texts.LISTED, 150)


def test_a_scan_has_no_words_to_compare():
    assert text_of(scan(pages=2)).note == "bản chụp, không so được chữ"


def test_the_words_a_machine_recognised_on_a_scan_are_not_compared():
    assert (
        text_of(scan(pages=2, recognised="To chuc hoi nghi tong ket cong tac thi dua khen thuong")).note == texts.SCAN
    )


def test_without_an_issued_file_there_is_nothing_to_compare():
    assert text_of(paper(), issued=b"").note == "không có bản đã ban hành để so"
