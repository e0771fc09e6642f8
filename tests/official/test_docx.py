"""A document as a Word file: the same words as on paper, laid out as the decree says, the same bytes each time."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from thiduakhenthuong.official.document import Heading, Paragraph, Row, RowGroup, TaskTable
from thiduakhenthuong.official.docx import to_docx

from .papers import COLUMNS, LINE, annex, document, task_table


def opened(given):
    return docx.Document(io.BytesIO(to_docx(given)))


def lines(container):
    return [paragraph.text for paragraph in container.paragraphs if paragraph.text]


def table_lines(table):
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in table.rows]


@pytest.fixture(scope="module")
def word():
    return opened(document())


def test_the_text_in_order(word):
    assert lines(word) == [
        "KẾ HOẠCH",
        "Triển khai công tác thi đua, khen thưởng năm 2024",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Nghị định số 98/2023/NĐ-CP.",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Đẩy mạnh các phong trào thi đua yêu nước.",
        "II. NỘI DUNG",
        LINE.removesuffix(".") + "./.",
    ]


def test_head_and_foot_stand_in_tables_without_lines(word):
    head, _, foot = word.tables
    assert [lines(cell) for row in head.rows for cell in row.cells] == [
        ["ỦY BAN NHÂN DÂN", "QUẬN CÁI RĂNG"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
        ["Số: 05/KH-UBND"],
        ["Cái Răng, ngày 06 tháng 02 năm 2024"],
    ]
    assert [lines(cell) for cell in foot.rows[0].cells] == [
        ["Nơi nhận:", "- Sở Nội vụ;", "- Các cơ quan thuộc quận;", "- Lưu: VT."],
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thanh Tâm"],
    ]
    assert not head._tbl.findall(f".//{qn('w:tblBorders')}")


def test_the_task_table(word):
    table = word.tables[1]
    assert table_lines(table)[:3] == [
        ["TT", "Nội dung", "Đơn vị thực hiện"],
        ["QUÝ I"],
        ["1", "Tổ chức hội nghị tổng kết phong trào thi đua", "- UBND quận\n- Phòng Nội vụ quận"],
    ]
    marks = [[len(row._tr.findall(f".//{qn(name)}")) for name in ("w:tblHeader", "w:cantSplit")] for row in table.rows]
    assert marks == [[1, 1]] + [[0, 1]] * 8


def test_a_row_taller_than_half_a_page_may_be_divided():
    rows = (Row(("1", "dòng\n" * 30, "")), Row(("2", "dòng", "")))
    table = opened(document(body=(TaskTable(COLUMNS, (RowGroup("", rows),)),))).tables[1]
    assert [bool(row._tr.findall(f".//{qn('w:cantSplit')}")) for row in table.rows] == [True, False, True]


def test_headings_are_headings():
    body = (Heading(1, "I.", "Mục đích"), Heading(2, "1.", "Nhiệm vụ"), Heading(3, "a)", "Việc"), Paragraph("Xong"))
    word = opened(document(body=body))
    assert [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")] == [
        ("Heading 1", "I. MỤC ĐÍCH"),
        ("Heading 2", "1. Nhiệm vụ"),
        ("Heading 3", "a) Việc"),
    ]


def test_the_page_is_the_decrees(word):
    page = word.sections[0]
    measures = (page.page_width, page.page_height, page.top_margin, page.bottom_margin, page.left_margin)
    assert [round(measure.mm) for measure in (*measures, page.right_margin)] == [210, 297, 20, 20, 30, 15]
    assert page.different_first_page_header_footer
    assert [field.get(qn("w:instr")) for field in page.header._element.iter(qn("w:fldSimple"))] == ["PAGE"]
    defaults = word.styles.element.find(f".//{qn('w:rPrDefault')}")
    assert defaults.find(f".//{qn('w:rFonts')}").get(qn("w:ascii")) == "Times New Roman"
    assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == "vi-VN"


def test_annexes_have_pages_of_their_own():
    word = opened(document(number="", day=None, annexes=(annex(), annex(landscape=True), annex(title=""))))
    sizes = [(round(page.page_width.mm), round(page.top_margin.mm)) for page in word.sections]
    assert sizes == [(210, 20), (210, 20), (297, 30), (210, 20)]
    counted = [page._sectPr.find(qn("w:pgNumType")) is not None for page in word.sections]
    assert counted == [False, True, True, True]
    assert [" ".join(line.split()) for line in lines(word)[-8:]] == [
        "Phụ lục I",
        "DANH MỤC NHIỆM VỤ",
        (of := "(Kèm theo Kế hoạch số /KH-UBND ngày tháng 02 năm 2024 của Ủy ban nhân dân quận Cái Răng)"),
        "Phụ lục II",
        "DANH MỤC NHIỆM VỤ",
        of,
        "Phụ lục III",
        of,
    ]


def test_the_signature_stays_with_the_line_that_ends_its_section():
    """Else a full page would put that line, and nothing else, on a page of its own."""
    word = opened(document(annexes=(annex(),)))
    foot = word.tables[2]
    ending = foot._tbl.getnext()
    assert ending.find(f".//{qn('w:sectPr')}") is not None
    assert all(p.paragraph_format.keep_with_next for p in foot.rows[0].cells[1].paragraphs)


def test_marks_become_runs():
    word = opened(document(body=(Paragraph("Một *hai* **ba** 4 * 5", "a)"),)))
    runs = [(run.text, bool(run.bold), bool(run.italic)) for run in word.paragraphs[-3].runs]
    assert runs == [
        ("a) ", False, False),
        ("Một ", False, False),
        ("hai", False, True),
        (" ", False, False),
        ("ba", True, False),
        (" 4 * 5./.", False, False),
    ]


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so(draft):
    assert ("DỰ THẢO" in opened(document(draft=draft)).tables[0].rows[1].cells[0].text) is draft


def test_neighbouring_tables_stay_two():
    word = opened(document(body=(task_table(), task_table())))
    assert len(word.tables) == 4


def test_the_same_document_is_the_same_bytes():
    given = document(annexes=(annex(),))
    first = to_docx(given)
    assert to_docx(given) == first
    assert {part.date_time[0] for part in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {1980}
    properties = docx.Document(io.BytesIO(first)).core_properties
    assert (properties.title, properties.author, properties.comments) == (
        "Kế hoạch Triển khai công tác thi đua, khen thưởng năm 2024",
        "Ủy ban nhân dân quận Cái Răng",
        "",
    )


def test_nothing_of_the_library_is_left_in_the_file():
    names = zipfile.ZipFile(io.BytesIO(to_docx(document()))).namelist()
    assert [name for name in names if "thumbnail" in name or "customXml" in name or "WithEffects" in name] == []
