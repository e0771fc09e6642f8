"""Who has to do what under "Tổ chức thực hiện"."""

from datetime import date

import pytest

from plans.importing.subjects import subject_units
from plans.kinds import AssignmentRole, SectionKind

from .reading import plan_text, read


@pytest.mark.parametrize(
    ("text", "units", "coordinating"),
    [
        ("Giao Phòng Nội vụ theo dõi, đôn đốc.", ["Phòng Nội vụ"], []),
        ("Thành viên Hội đồng theo chức năng, nhiệm vụ của mình kiểm tra.", ["Thành viên Hội đồng"], []),
        (
            "Căn cứ Kế hoạch này; Thủ trưởng các cơ quan, đơn vị và doanh nghiệp xây dựng kế hoạch.",
            ["Thủ trưởng các cơ quan, đơn vị và doanh nghiệp"],
            [],
        ),
        (
            "Căn cứ nội dung phát động của UBND, các cơ quan, đoàn thể phường, các tổ dân phố chủ động thực hiện.",
            ["các cơ quan, đoàn thể phường", "các tổ dân phố"],
            [],
        ),
        ("Đài truyền thanh phối hợp với Ban A thường xuyên đưa tin.", ["Đài truyền thanh"], ["Ban A"]),
        ("Phòng Nội vụ chủ trì, phối hợp với các đơn vị tổ chức hội nghị.", ["Phòng Nội vụ"], ["các đơn vị"]),
        ("Công chức A (Phụ trách thực hiện TĐKT) theo dõi.", ["Công chức A (Phụ trách thực hiện TĐKT)"], []),
        ("Nâng cao vai trò quản lý nhà nước.", [], []),
        ("Kinh phí lấy từ ngân sách.", [], []),
    ],
)  # fmt: skip
def test_subjects(text, units, coordinating):
    found = subject_units(text)
    assert [unit.text for unit in found if unit.role == AssignmentRole.RESPONSIBLE] == units
    assert [unit.text for unit in found if unit.role == AssignmentRole.COORDINATING] == coordinating


def test_each_point_below_a_unit_is_a_duty_of_that_unit():
    duties = "1. Phòng Nội vụ\n- Theo dõi việc thực hiện.\n- Tổng hợp, báo cáo trước ngày 15/11/2024./."
    draft = read(plan_text(duties=duties))
    stated = [
        (s.kind, item.units[0].text, item.deadline and item.deadline.end) for s, items in draft.duties for item in items
    ]
    assert stated == [
        (SectionKind.BULLET, "Phòng Nội vụ", None),
        (SectionKind.BULLET, "Phòng Nội vụ", date(2024, 11, 15)),
    ]


def test_a_duty_has_one_row_for_each_deadline():
    duties = (
        "1. Giao Phòng Nội vụ báo cáo trước ngày 15/5/2024 (đối với báo cáo 6 tháng) và 01/11/2024 (báo cáo năm)./."
    )
    ((_, items),) = read(plan_text(duties=duties)).duties
    assert [(item.text, item.deadline.raw) for item in items] == [
        ("báo cáo 6 tháng", "trước ngày 15/5/2024"),
        ("báo cáo năm", "01/11/2024"),
    ]


def test_the_closing_sentence_is_no_duty():
    duties = "1. Giao Phòng Nội vụ theo dõi.\nUBND quận yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./."
    assert [section.text for section, _ in read(plan_text(duties=duties)).duties] == ["Giao Phòng Nội vụ theo dõi."]
