"""Printed files: what stands on which page, in which fonts, and that the same document gives the same bytes."""

import re
import subprocess

import pytest

from tests.official.papers import (
    LINE,
    annex,
    bookmarks_of,
    decompressed,
    document,
    page_numbers_of,
    pages_of,
    printed,
    task_table,
    text_of,
)
from tests.official.test_html import PAYLOADS, poisoned
from thiduakhenthuong.official.document import Column, Heading, Paragraph, Row, RowGroup, TaskTable

QUARTER = re.compile(r"QUÝ (I|II|III|IV)")


def fonts_of(data, tmp_path):
    (tmp_path / "a.pdf").write_bytes(data)
    lines = subprocess.run(["pdffonts", tmp_path / "a.pdf"], capture_output=True, text=True, check=True).stdout
    return [line.split() for line in lines.splitlines()[2:]]


def test_only_the_faces_of_liberation_serif_are_embedded(tmp_path):
    letters = "ĂÂĐÊÔƠƯ ăâđêôơư ấầẩẫậ ắằẳẵặ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳýỷỹỵ “” – … ₫ §"
    fonts = fonts_of(printed(document(body=(Paragraph(f"{letters} *{letters}* **{letters}**"),))), tmp_path)
    assert {re.sub(r"^[A-Z]{6}\+", "", font[0]) for font in fonts} == {
        "Liberation-Serif",
        "Liberation-Serif-Bold",
        "Liberation-Serif-Italic",
        "Liberation-Serif-Bold-Italic",
    }
    assert {font[-5] for font in fonts} == {"yes"}  # embedded


def test_the_same_document_gives_the_same_bytes():
    assert printed(document()) == printed(document())


def test_title_language_and_tags_are_set():
    data = printed(document())
    assert b"/Lang (vi)" in decompressed(data)
    assert b"/Marked true" in decompressed(data)
    assert b'pdfuaid:part="1"' in data
    assert b'pdfaid:part="2"' in data
    assert (
        "Kế hoạch Triển khai công tác thi đua"
        in subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True).stdout.decode()
    )


def test_bookmarks_lead_to_headings_quarters_and_annexes():
    sections = (Heading(1, "I.", "Cách chấm"), Heading(2, "1.", "Thang điểm"), Paragraph("100 điểm."))
    annexes = (annex(), annex(title="Tiêu chí", blocks=sections, landscape=True))
    assert bookmarks_of(printed(document(annexes=annexes))) == [
        "1 KẾ HOẠCH Triển khai công tác thi đua, khen thưởng năm 2024",
        "  1 I. MỤC ĐÍCH, YÊU CẦU",
        "  1 II. NỘI DUNG",
        "    1 QUÝ I",
        "    1 QUÝ II",
        "  2 Phụ lục I DANH MỤC NHIỆM VỤ",
        "    2 QUÝ I",
        "    2 QUÝ II",
        "  3 Phụ lục II TIÊU CHÍ",
        "    3 I. CÁCH CHẤM",
        "      3 1. Thang điểm",
    ]


def test_no_time_stands_in_the_file():
    assert re.findall(rb"/(?:CreationDate|ModDate)|xmp:(?:Create|Modify)Date", printed(document())) == []


@pytest.mark.parametrize("payload", PAYLOADS[:4])
def test_payloads_are_printed_as_text(payload):
    assert payload in text_of(printed(poisoned(payload)))


def test_long_words_stay_inside_the_paper(tmp_path):
    (tmp_path / "a.pdf").write_bytes(printed(document(body=(Paragraph("x" * 300), task_table(text="y" * 300)))))
    boxes = subprocess.run(["pdftotext", "-bbox", tmp_path / "a.pdf", "-"], capture_output=True, text=True, check=True)
    right = [float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes.stdout)]
    assert max(right) <= 595.3 - 15 * 72 / 25.4 + 1


def shifted(lines):
    """A document whose table begins a little lower with every line; its rows are of several heights."""
    texts = ("Họp.", "Tổ chức hội nghị tổng kết " * 4, "Báo cáo sơ kết công tác thi đua, khen thưởng " * 3)
    groups = tuple(
        RowGroup(f"QUÝ {roman}", tuple(Row((str(n), texts[n % 3], "- UBND quận")) for n in range(1, 4)))
        for roman in ("I", "II", "III", "IV")
    )
    fillers = [Paragraph("Đoạn một dòng.") for _ in range(lines)]
    table = TaskTable((Column("TT", 12, centred=True), Column("Nội dung"), Column("Đơn vị thực hiện", 62)), groups)
    return document(body=(*fillers, Heading(1, "II.", "NỘI DUNG"), table, Paragraph(LINE), Paragraph("Hết.")))


@pytest.fixture(scope="module")
def sweep():
    return [pages_of(printed(shifted(lines))) for lines in range(28)]


def test_the_sweep_reaches_page_ends_everywhere(sweep):
    """Else the tests below would hold of nothing: tables and closings fall on several places of a page."""
    assert len({(len(pages), len(pages[0])) for pages in sweep}) > 10


def test_a_quarter_is_never_last_on_its_page(sweep):
    assert [page[-1] for pages in sweep for page in pages if QUARTER.fullmatch(page[-1])] == []


def test_a_row_is_never_split(sweep):
    for page in [" ".join(page) for pages in sweep for page in pages]:
        assert (page.count("Tổ chức hội nghị") % 4, page.count("Báo cáo sơ kết") % 3) == (0, 0)


def test_a_heading_is_never_last_on_its_page(sweep):
    assert [page[-1] for pages in sweep for page in pages if page[-1] == "II. NỘI DUNG"] == []


def test_the_header_row_stands_on_every_page_of_the_table(sweep):
    for pages in sweep:
        for page in pages:
            assert "- UBND quận" not in page or "TT Nội dung Đơn vị thực hiện" in " ".join(page)


def test_the_closing_is_whole_and_has_text_above_it(sweep):
    for pages in sweep:
        (page,) = [page for page in pages if "Nơi nhận:" in page]
        assert "Lê Thanh Tâm" in page
        assert "Hết./." in page
        assert "thực hiện Kế hoạch này." in " ".join(page)


def test_a_row_longer_than_a_page_keeps_the_header_row():
    pages = pages_of(
        printed(document(body=(task_table(rows=1, quarters=(1,), text="dài quá " * 1500), Paragraph(LINE))))
    )
    with_row = [page for page in pages if any("dài quá" in line for line in page)]
    assert len(with_row) >= 3
    assert all("Nội dung" in " ".join(page[:4]) for page in with_row[1:])


def counted(length):
    return ["", *(str(n) for n in range(2, length + 1))]


def test_pages_are_numbered_from_the_second():
    numbers = page_numbers_of(printed(document(body=(task_table(rows=40), Paragraph(LINE)))))
    assert len(numbers) > 3
    assert numbers == counted(len(numbers))


@pytest.mark.parametrize("landscape", [(False, False), (True, True), (False, True), (True, False)])
def test_each_annex_counts_its_own_pages(landscape):
    long = task_table(rows=20)
    annexes = tuple(annex(title=f"Bảng {n}", blocks=(long,), landscape=wide) for n, wide in enumerate(landscape))
    data = printed(document(annexes=annexes))
    pages = pages_of(data)
    starts = [n for n, page in enumerate(pages) if page[0].startswith("Phụ lục")]
    assert [pages[n][0] for n in starts] == ["Phụ lục I", "Phụ lục II"]
    for start, end in zip(starts, [*starts[1:], len(pages)], strict=True):
        assert page_numbers_of(data)[start:end] == counted(end - start)
        assert end - start > 1


def test_a_single_annex_has_no_number_and_says_what_it_belongs_to():
    (page,) = [p for p in pages_of(printed(document(annexes=(annex(),)))) if p[0].startswith("Phụ lục")]
    assert page[:2] == ["Phụ lục", "DANH MỤC NHIỆM VỤ"]
    belongs = " ".join(page[2:4])
    assert belongs.startswith("(Kèm theo Kế hoạch số 05/KH-UBND ngày 06 tháng 02 năm 2024 của Ủy ban nhân dân quận")


def right_ends_of(data):
    """How far to the right the words of each page reach, in mm."""
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    return [float(found) * 25.4 / 72 for found in re.findall(r'xMax="([\d.]+)"', run.stdout.decode())]


@pytest.mark.parametrize(
    "field",
    ["subject", "superior", "issuer", "place", "symbol", "recipients", "authority", "signer", "body", "annexes"],
)
def test_a_word_too_long_for_its_line_stays_on_the_paper(field):
    word = ("KH-UBND" * 5)[:30] if field == "symbol" else "Vănthư" * 40
    cells = tuple(Row((str(n), word, word)) for n in (1, 2))
    table = TaskTable((Column("TT", 12), Column(word), Column("Đơn vị", 62)), (RowGroup("QUÝ I", cells),))
    blocks = (Heading(1, "I.", word), Paragraph(word), Paragraph("Số 5/KH" + "-ABCDEFG" * 20), table)
    given = {"body": blocks, "annexes": (annex(title=word, blocks=blocks),)}
    words = given.get(field, (word,) if field in ("issuer", "recipients", "authority") else word)
    assert max(right_ends_of(printed(document(**{field: words})))) < 210 - 15 + 1
