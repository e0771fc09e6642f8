"""Headings, lists, tables cut by pages, narrative plans: what kind of piece each text becomes."""

import pytest

from plans.kinds import ItemStyle, SectionKind

from .reading import messages, plan_text, read, table_text


def _pieces(draft):
    return [(s.kind, s.label, s.text) for s in draft.sections]


def _items(draft):
    return [(item.label, item.quarter, item.text) for item in draft.items]


def test_markdown_of_any_depth_is_the_same_heading():
    marked = ["**I. NỘI DUNG**", "## **I. NỘI DUNG**", "# I. NỘI DUNG", "I. NỘI DUNG", "I- NỘI DUNG", "I/ NỘI DUNG"]
    texts = [plan_text().replace("I. NỘI DUNG", heading, 1) for heading in marked]
    assert [_pieces(read(text))[1] for text in texts] == [(SectionKind.SECTION, "I", "NỘI DUNG")] * len(texts)


def test_emphasis_of_running_text_stays():
    draft = read(plan_text(duties="**1.** Giao Phòng Nội vụ (*qua Văn phòng*) theo dõi **hằng tuần**./."))
    assert draft.sections[-1].text == "Giao Phòng Nội vụ (*qua Văn phòng*) theo dõi **hằng tuần**"


def test_a_paragraph_cut_by_a_page_break_is_joined():
    draft = read(plan_text(duties="1. Giao Phòng Nội vụ theo dõi, giám sát\n\ntrong tổ chức thực hiện./."))
    assert draft.sections[-1].text == "Giao Phòng Nội vụ theo dõi, giám sát trong tổ chức thực hiện"
    assert "Đoạn văn bị ngắt (sang trang) đã được nối lại." in messages(draft)


def test_a_symbol_cut_at_a_line_end_is_joined():
    line = "1. Giao Phòng Nội vụ theo dõi việc thực hiện Nghị quyết số 05/NQ-\nHĐND của Hội đồng nhân dân./."
    assert "05/NQ-HĐND" in read(plan_text(duties=line)).sections[-1].text


def test_a_page_number_is_set_aside():
    draft = read(plan_text(duties="1. Giao Phòng Nội vụ theo dõi,\n\n3\n\nđôn đốc các đơn vị./."))
    assert draft.sections[-1].text == "Giao Phòng Nội vụ theo dõi, đôn đốc các đơn vị"
    assert [text.split(": ")[1] for text in draft.unplaced] == ["3"]


def test_quarters_become_one_list():
    tasks = "- Tổ chức hội nghị;\n+ chuẩn bị tài liệu\n- Đăng ký thi đua\n2. Quý II\n- Sơ kết"
    draft = read(plan_text(tasks=tasks))
    (listed,) = [s for s in draft.sections if s.kind == SectionKind.ITEMS]
    assert (listed.layout.style, listed.layout.quarter_heading) == (ItemStyle.BULLETS, "Quý {quarter}")
    assert _items(draft) == [
        (None, 1, "Tổ chức hội nghị;\n+ chuẩn bị tài liệu"),
        (None, 1, "Đăng ký thi đua"),
        (None, 2, "Sơ kết"),
    ]


def test_numbered_and_lettered_tasks_keep_their_labels():
    assert _items(read(plan_text(tasks="a) Tổng kết\nb) Đăng ký"))) == [("a", 1, "Tổng kết"), ("b", 1, "Đăng ký")]
    assert _items(read(plan_text(tasks="1.1. Tổng kết\n1.2. Đăng ký"))) == [
        ("1.1", 1, "Tổng kết"),
        ("1.2", 1, "Đăng ký"),
    ]


def test_without_quarters_the_numbered_paragraphs_are_the_items():
    tasks = plan_text().replace(
        "1. Quý I\n- Tổ chức hội nghị (tháng 02)", "1. Trọng tâm\n1.1. Tuyên truyền.\n1.2. Kiểm tra."
    )
    draft = read(tasks)
    assert _items(draft) == [("1.1", None, "Tuyên truyền."), ("1.2", None, "Kiểm tra.")]
    assert [s.text for s in draft.sections if s.titled] == ["Trọng tâm"]


def test_a_table_cut_by_a_page_goes_on():
    rows = (
        "QUÝ I",
        "1\t- Tổng hợp hồ sơ;\t- UBND huyện - Phòng Nội vụ",
        "",
        "TT\tNội dung\tĐơn vị thực hiện",
        "\t- Trình khen thưởng\t- Các đơn vị liên quan",
        "QUÝ II\t\t",
        "2\tSơ kết\t- Phòng Nội vụ",
    )
    draft = read(table_text(*rows))
    assert _items(draft) == [("1", 1, "- Tổng hợp hồ sơ;\n- Trình khen thưởng"), ("2", 2, "Sơ kết")]
    assert [unit.text for unit in draft.items[0].units] == ["UBND huyện", "Phòng Nội vụ", "Các đơn vị liên quan"]
    assert "Dòng không có số thứ tự được nối vào nhiệm vụ 1." in messages(draft)


def test_bars_and_tabs_make_the_same_items():
    tabs = table_text("QUÝ I", "1.\tTổng kết\t- Phòng Nội vụ")
    bars = table_text(
        "|---|---|---|",
        "| **QUÝ I** | | |",
        "| 1. | Tổng kết | - Phòng Nội vụ |",
        titles="| TT | Nội dung | Đơn vị thực hiện |",
    )
    assert _items(read(tabs)) == _items(read(bars)) == [("1", 1, "Tổng kết")]


def test_lines_inside_a_cell_stay_in_it():
    rows = ("1\tTổng kết\t- Phòng Nội vụ", "- Phòng Tư pháp", "2\tSơ kết\t- Phòng Nội vụ")
    first, second = read(table_text(*rows)).items
    assert [unit.text for unit in first.units] == ["Phòng Nội vụ", "Phòng Tư pháp"]
    assert second.text == "Sơ kết"


def test_group_titles_that_are_no_quarters_stand_between_lists():
    rows = (
        "I\tCÔNG TÁC THI ĐUA",
        "1\tPhát động\t- Phòng Nội vụ",
        "II\tCÔNG TÁC KHEN THƯỞNG",
        "2\tXét khen\t- Phòng Nội vụ",
    )
    kinds = [(s.kind, s.text) for s in read(table_text(*rows)).sections[2:6]]
    assert kinds == [
        (SectionKind.PARAGRAPH, "I CÔNG TÁC THI ĐUA"),
        (SectionKind.ITEMS, ""),
        (SectionKind.PARAGRAPH, "II CÔNG TÁC KHEN THƯỞNG"),
        (SectionKind.ITEMS, ""),
    ]


def test_a_table_of_something_else_keeps_its_words():
    draft = read(plan_text(duties="| Năm | Số lượng |\n| 2023 | 15 |\n\n1. Giao Phòng Nội vụ theo dõi./."))
    assert (SectionKind.PARAGRAPH, None, "2023 | 15") in _pieces(draft)


@pytest.mark.parametrize("reference", ["", "(Kèm theo Kế hoạch số 08/KH-UBND)\n"])
def test_the_title_of_an_annex_ends_where_its_first_section_begins(reference):
    annex = f"\nPhụ lục\nTIÊU CHÍ CHẤM ĐIỂM\n{reference}I. NGUYÊN TẮC\n1. Chấm điểm công khai.\n"
    draft = read(plan_text() + annex)
    assert [(piece.kind, piece.text) for piece in draft.sections[-3:]] == [
        (SectionKind.ANNEX, "TIÊU CHÍ CHẤM ĐIỂM"),
        (SectionKind.SECTION, "NGUYÊN TẮC"),
        (SectionKind.CLAUSE, "Chấm điểm công khai."),
    ]


def test_an_annex_after_the_signature_holds_the_table():
    titles = "\nPhụ lục\nNHIỆM VỤ NĂM 2024\n(Kèm theo Kế hoạch số 08/KH-UBND)\n\n"
    table = "| TT | Nội dung | Đơn vị thực hiện |\n| 1 | Tổng kết | Phòng Nội vụ |\n"
    draft = read(plan_text(tasks="") + titles + table)
    assert [(s.kind, s.text) for s in draft.sections[-2:]] == [
        (SectionKind.ANNEX, "NHIỆM VỤ NĂM 2024"),
        (SectionKind.ITEMS, ""),
    ]
    assert _items(draft) == [("1", None, "Tổng kết")]


def test_the_closing_sentence_belongs_to_no_task():
    text = plan_text().replace(
        "II. TỔ CHỨC THỰC HIỆN\n1. Giao Phòng Nội vụ theo dõi./.", "Trên đây là Kế hoạch năm 2024./."
    )
    draft = read(text)
    assert _items(draft) == [(None, 1, "Tổ chức hội nghị")]
    assert (draft.sections[-1].kind, draft.sections[-1].text) == (
        SectionKind.PARAGRAPH,
        "Trên đây là Kế hoạch năm 2024",
    )
