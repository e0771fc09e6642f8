"""The plan becomes an official document: every word of it, in its order, in a constant number of queries."""

import re

import pytest

from plans.documents import document_of
from plans.kinds import AssignmentRole, ItemStyle, SectionKind
from plans.models import Plan
from tests.factories import (
    create_group,
    create_item,
    create_item_list,
    create_plan,
    create_section,
    create_unit,
    issue_as_it_stands,
)
from thiduakhenthuong.official.document import Basis, Heading, Paragraph, TaskTable
from thiduakhenthuong.official.html import STYLESHEET

K, LEAD, COORDINATING = SectionKind, AssignmentRole.LEAD, AssignmentRole.COORDINATING


@pytest.fixture
def plan(db):
    return create_plan(
        issuer=create_unit(name="Ủy ban nhân dân quận Cái Răng"),
        number="30",
        day=6,
        month=2,
        signed_year=2020,
        issuer_lines="ỦY BAN NHÂN DÂN\nQUẬN CÁI RĂNG\n",
        recipients="Sở Nội vụ\n\nLưu: VT",
    )


def table_of(plan):
    (table,) = [block for block in document_of(plan).body if isinstance(block, TaskTable)]
    return table


def cells_of(plan):
    return [row.cells for group in table_of(plan).groups for row in group.rows]


def test_head_and_foot(plan):
    found = document_of(plan)
    assert (found.number, found.day, found.month, found.year) == ("30", 6, 2, 2020)
    assert found.issuer == ("ỦY BAN NHÂN DÂN", "QUẬN CÁI RĂNG")
    assert found.issuer_name == "Ủy ban nhân dân quận Cái Răng"
    assert found.recipients == ("Sở Nội vụ", "Lưu: VT")
    assert found.authority == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def test_text_keeps_its_order_kinds_and_places(plan):
    basis = create_section(plan=plan, kind=K.BASIS, text="Căn cứ Luật")
    heading = create_section(plan=plan, kind=K.SECTION, text="MỤC ĐÍCH")
    title = create_section(plan=plan, kind=K.CLAUSE, text="Mục đích", titled=True)
    point = create_section(plan=plan, kind=K.POINT, text="Đẩy mạnh\ntiếp theo")
    assert document_of(plan).body == (
        Basis("Căn cứ Luật", f"muc-{basis.pk}"),
        Heading(1, "I.", "MỤC ĐÍCH", f"muc-{heading.pk}"),
        Heading(2, "1.", "Mục đích", f"muc-{title.pk}"),
        Paragraph("Đẩy mạnh", "a)", f"muc-{point.pk}"),
        Paragraph("tiếp theo"),
    )


def test_a_table_has_a_group_for_each_quarter_with_items(plan):
    items = [create_item(plan=plan, quarter=quarter, text=f"Việc {quarter}") for quarter in (2, None, 1)]
    table = table_of(plan)
    assert [column.title for column in table.columns] == ["TT", "Nội dung", "Đơn vị thực hiện"]
    assert [group.title for group in table.groups] == ["", "QUÝ I", "QUÝ II"]
    assert [row.cells[:2] for group in table.groups for row in group.rows] == [
        ("1", "Việc None"),
        ("2", "Việc 1"),
        ("3", "Việc 2"),
    ]
    assert {row.ref for group in table.groups for row in group.rows} == {f"nhiem-vu-{item.pk}" for item in items}


def test_units_are_worded_by_their_roles(plan):
    lead, helper = create_unit(name="Ban TĐKT"), create_group(name="các cơ quan liên quan")
    create_item(plan=plan, units=[(lead, LEAD), (helper, COORDINATING)])
    create_item(plan=plan, units=[create_unit(name="UBND quận"), create_unit(name="Phòng Nội vụ")])
    assert [cells[2] for cells in cells_of(plan)] == [
        "Ban TĐKT chủ trì phối hợp với các cơ quan liên quan",
        "- UBND quận\n- Phòng Nội vụ",
    ]


def test_the_documents_own_wording_wins(plan):
    create_item(plan=plan, units=[create_unit()], units_wording="Ban TĐKT phối hợp các cơ quan có liên quan")
    assert cells_of(plan)[0][2] == "Ban TĐKT phối hợp các cơ quan có liên quan"


def test_columns_of_their_own_for_helpers_and_deadlines(plan):
    create_item_list(plan=plan, coordinating_title="Đơn vị phối hợp", deadline_title="Thời hạn")
    lead, helper = create_unit(name="Sở Nội vụ"), create_unit(name="Sở Tài chính")
    create_item(plan=plan, text="Họp", units=[(lead, LEAD), (helper, COORDINATING)], deadline_raw="tháng 3")
    assert cells_of(plan) == [("1", "Họp", "- Sở Nội vụ", "- Sở Tài chính", "tháng 3")]


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        ({"deadline_raw": "cuối tháng 02"}, "Họp (cuối\u00a0tháng\u00a002)"),
        ({"deadline_raw": "từ tháng 01 đến tháng 12"}, "Họp (từ tháng 01 đến tháng 12)"),
        ({"deadline_raw": "tháng 3", "deadline_in_text": True}, "Họp"),
        ({"deadline_raw": "từ tháng 01 đến tháng 12", "text": "Họp."}, "Họp (từ tháng 01 đến tháng 12)."),
        ({"deadline_raw": "từ tháng 01 đến tháng 12", "text": "Họp..."}, "Họp... (từ tháng 01 đến tháng 12)"),
        ({}, "Họp"),
    ],
)
def test_the_deadline_stands_in_brackets_unless_the_text_says_it(plan, fields, content):
    create_item(plan=plan, **({"text": "Họp"} | fields))
    assert cells_of(plan)[0][1] == content


def test_bullets_by_quarter(plan):
    create_section(plan=plan, kind=K.SECTION, text="NỘI DUNG")
    create_item_list(plan=plan, style=ItemStyle.BULLETS, quarter_heading="Nhiệm vụ trong Quý {quarter}")
    for quarter in (1, 1, 4):
        create_item(plan=plan, quarter=quarter, text="Họp.")
    body = document_of(plan).body
    assert [(block.label, block.text) for block in body[1:]] == [
        ("1.", "Nhiệm vụ trong Quý I"),
        ("-", "Họp."),
        ("-", "Họp."),
        ("2.", "Nhiệm vụ trong Quý IV"),
        ("-", "Họp."),
    ]
    assert [block.level for block in body if isinstance(block, Heading)] == [1, 2, 2]


def test_numbered_items(plan):
    create_section(plan=plan, kind=K.CLAUSE, text="Nhiệm vụ trọng tâm", titled=True)
    create_item_list(plan=plan, style=ItemStyle.NUMBERED)
    create_item(plan=plan, quarter=None, text="Tuyên truyền.\nNâng cao.")
    assert [(block.label, block.text) for block in document_of(plan).body] == [
        ("1.", "Nhiệm vụ trọng tâm"),
        ("1.1.", "Tuyên truyền."),
        ("", "Nâng cao."),
    ]


def test_duties_are_not_printed_a_second_time(plan):
    section = create_section(plan=plan, kind=K.CLAUSE, text="Sở Nội vụ gửi kế hoạch trước ngày 30/3.")
    before = document_of(plan)
    create_item(plan=plan, section=section, text="gửi kế hoạch", deadline_raw="trước ngày 30/3")
    assert document_of(plan) == before


def test_everything_after_an_annex_belongs_to_it(plan):
    create_section(plan=plan, text="Thân văn bản.")
    create_section(plan=plan, kind=K.ANNEX, text="Danh mục", landscape=True)
    create_item(plan=plan, section=create_item_list(plan=plan), text="Họp")
    create_section(plan=plan, kind=K.ANNEX, text="Bảng điểm")
    create_section(plan=plan, text="Ghi chú.")
    found = document_of(plan)
    assert [block.text for block in found.body] == ["Thân văn bản."]
    assert [(a.title, a.landscape) for a in found.annexes] == [("Danh mục", True), ("Bảng điểm", False)]
    assert [type(block) for a in found.annexes for block in a.blocks] == [TaskTable, Paragraph]


@pytest.mark.parametrize(
    ("number", "day", "draft"), [("", None, True), ("30", None, True), ("", 6, True), ("30", 6, False)]
)
def test_a_paper_without_number_or_day_is_a_draft(plan, number, day, draft):
    plan.number, plan.day = number, day
    assert document_of(plan).draft is draft


def test_what_was_issued_is_no_draft(plan):
    plan.number, plan.day = "30", 6
    plan.save()
    issue_as_it_stands(plan)
    assert document_of(plan).draft is False


def test_the_number_of_queries_does_not_grow(plan, django_assert_num_queries):
    for size in (1, 9):
        for _ in range(size):
            create_section(plan=plan, kind=K.CLAUSE)
            create_item(plan=plan, units=[create_unit(), create_unit()])
            create_item(plan=plan, section=create_item_list(plan=plan, style=ItemStyle.BULLETS))
        fresh = Plan.objects.get(pk=plan.pk)
        with django_assert_num_queries(4):
            document_of(fresh)


@pytest.mark.parametrize("coordinating", ["", "Đơn vị phối hợp"])
@pytest.mark.parametrize("deadline", ["", "Thời hạn"])
@pytest.mark.parametrize("number", ["TT", "STT"])
@pytest.mark.parametrize("landscape", [False, True])
def test_every_width_is_known_to_the_stylesheet_and_leaves_room(plan, coordinating, deadline, number, landscape):
    create_section(plan=plan, kind=K.ANNEX, landscape=landscape)
    create_item_list(plan=plan, coordinating_title=coordinating, deadline_title=deadline, number_title=number)
    table = document_of(plan).annexes[0].blocks[0]
    widths = [column.width for column in table.columns if column.width]
    assert {f".paper .w{width}" for width in widths} <= set(re.findall(r"\.paper \.w\d+", STYLESHEET.read_text()))
    assert sum(widths) <= 115
