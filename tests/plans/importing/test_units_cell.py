"""Bodies named in one cell: their names stay whole, their roles are told, other wordings are kept."""

import pytest

from plans.importing.unit_lists import split_units
from plans.importing.units_cell import is_ditto, named_row, own_wording, read_units
from plans.kinds import AssignmentRole

from .reading import read, table_text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- UBND quận - Hội đồng TĐ-KT quận - Phòng Nội vụ", ["UBND quận", "Hội đồng TĐ-KT quận", "Phòng Nội vụ"]),
        ("- UBND huyện. - Phòng Nội vụ.", ["UBND huyện", "Phòng Nội vụ"]),
        ("- Sở Nội vụ\n- Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("- VP. HĐND và UBND quận - Phòng Nội vụ", ["VP. HĐND và UBND quận", "Phòng Nội vụ"]),
        (
            "Sở Văn hóa, Thể thao và Du lịch; UBND các huyện, thị xã, thành phố",
            ["Sở Văn hóa, Thể thao và Du lịch", "UBND các huyện, thị xã, thành phố"],
        ),
        ("Sở Nội vụ, các sở, ban, ngành, UBND các xã", ["Sở Nội vụ", "các sở, ban, ngành", "UBND các xã"]),
        ("Sở Nội vụ/Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Ban Thi đua - Khen thưởng - Sở Nội vụ", ["Ban Thi đua - Khen thưởng - Sở Nội vụ"]),
        ("- Phòng Tài chính - Kế hoạch - Phòng Nội vụ", ["Phòng Tài chính - Kế hoạch", "Phòng Nội vụ"]),
        (
            "Sở Lao động - Thương binh và Xã hội, Ban Dân tộc",
            ["Sở Lao động - Thương binh và Xã hội", "Ban Dân tộc"],
        ),
        ("Cụm phó và các thành viên trong Cụm thi đua", ["Cụm phó", "các thành viên trong Cụm thi đua"]),
        ("Ban TĐKT (Cơ quan Thường trực, Hội đồng)", ["Ban TĐKT (Cơ quan Thường trực, Hội đồng)"]),
    ],
)
def test_names_stay_whole(text, names):
    assert split_units(text) == names


LEAD, COORDINATING, RESPONSIBLE = AssignmentRole.LEAD, AssignmentRole.COORDINATING, AssignmentRole.RESPONSIBLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở A chủ trì phối hợp với Sở B và các sở",
         [("Sở A", LEAD), ("Sở B", COORDINATING), ("các sở", COORDINATING)]),
        ("Sở A chủ trì, phối hợp với Sở B", [("Sở A", LEAD), ("Sở B", COORDINATING)]),
        ("Sở A phối hợp các cơ quan", [("Sở A", LEAD), ("các cơ quan", COORDINATING)]),
        ("Sở A chủ trì", [("Sở A", LEAD)]),
        ("Chủ trì: Sở A; Phối hợp: Sở B", [("Sở A", LEAD), ("Sở B", COORDINATING)]),
        ("- Đơn vị chủ trì: Sở A\n- Đơn vị phối hợp: Sở B", [("Sở A", LEAD), ("Sở B", COORDINATING)]),
        ("- Sở A\n- Sở B", [("Sở A", RESPONSIBLE), ("Sở B", RESPONSIBLE)]),
        ("CT: Sở A; PH: Sở B", [("Sở A", LEAD), ("Sở B", COORDINATING)]),
        ("Chủ trì:\n- Sở A\nPhối hợp:\n- Sở B\n- Sở C",
         [("Sở A", LEAD), ("Sở B", COORDINATING), ("Sở C", COORDINATING)]),
        ("Sở A; phối hợp: Sở B, Sở C", [("Sở A", LEAD), ("Sở B", COORDINATING), ("Sở C", COORDINATING)]),
        ("Sở A (chủ trì), Sở B", [("Sở A", LEAD), ("Sở B", COORDINATING)]),
        ("Sở A, Sở B (phối hợp)", [("Sở A", LEAD), ("Sở B", COORDINATING)]),
        ("Sở A chủ trì; Sở B, Sở C phối hợp", [("Sở A", LEAD), ("Sở B", COORDINATING), ("Sở C", COORDINATING)]),
        ("Hội đồng\nTĐKT tỉnh\nSở A", [("Hội đồng TĐKT tỉnh", RESPONSIBLE), ("Sở A", RESPONSIBLE)]),
        ("Đ/c Lê Văn A\nĐ/c Trần B", [("Đ/c Lê Văn A", RESPONSIBLE), ("Đ/c Trần B", RESPONSIBLE)]),
    ],
)  # fmt: skip
def test_roles(text, expected):
    assert [(unit.text, unit.role) for unit in read_units(text)] == expected


def test_a_wording_of_its_own_is_kept():
    ours, theirs = "Sở A chủ trì phối hợp với Sở B", "Sở A phối hợp Sở B"
    kept = [own_wording(text, read_units(text), single_column=True) for text in (ours, theirs)]
    assert kept == ["", theirs]


def test_columns_of_lead_and_coordinating():
    rows = ("1\tTổng kết\tSở A\tSở B; Sở C", "2\tSơ kết\tnt\tSở D")
    first, second = read(table_text(*rows, titles="STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp")).items
    assert [(u.text, u.role) for u in first.units] == [("Sở A", LEAD), ("Sở B", COORDINATING), ("Sở C", COORDINATING)]
    assert [(u.text, u.role) for u in second.units] == [("Sở A", LEAD), ("Sở D", COORDINATING)]


def test_marks_that_repeat_the_row_above():
    marks = ["nt", "-nt-", "- nt -", "n/t", "Như trên", '"', "//", "〃", "Như mục 2"]
    assert [is_ditto(mark) for mark in marks] == [True] * len(marks)
    assert [is_ditto(text) for text in ("", "-", "Như Sở A", "Sở A")] == [False] * 4
    assert [named_row(text) for text in ("Như mục 2", "như nhiệm vụ 1.3.", "nt")] == ["2", "1.3", ""]
