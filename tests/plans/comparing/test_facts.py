"""Units and deadlines as facts, in sentences an official would write."""

import pytest

from plans.comparing.changes import compare
from tests.plans.comparing.drafts import DOES, HELPS, LEAD, deadline, item, listed, plan


def facts(before, after):
    """What is told of one item."""
    for each in (before, after):
        each.key = "1"
    changes = compare(plan(listed(before)), plan(listed(after)))
    return [fact for change in changes for fact in change.facts]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([("Sở Nội vụ", HELPS)], [], ["Sở Nội vụ thôi phối hợp"]),
        ([], [("Sở Tài chính", HELPS)], ["thêm Sở Tài chính phối hợp"]),
        ([("Sở Nội vụ", HELPS)], [("Sở Nội vụ", LEAD)], ["Sở Nội vụ chuyển từ phối hợp sang chủ trì"]),
        (
            [("Sở Nội vụ", DOES)],
            [("Sở Nội vụ", LEAD), ("Sở Nội vụ", DOES)],
            ["Sở Nội vụ chuyển từ thực hiện sang chủ trì và thực hiện"],
        ),
        (
            [("Sở Nội vụ", LEAD), ("Sở Y tế", HELPS)],
            [("Sở Nội vụ", LEAD), ("Sở Tài chính", HELPS)],
            ["Sở Y tế thôi phối hợp", "thêm Sở Tài chính phối hợp"],
        ),
        ([("A", DOES), ("B", DOES)], [("B", DOES), ("A", DOES)], ["đổi thứ tự các đơn vị"]),
    ],
)
def test_units(before, after, said):
    assert facts(item("họp", *before), item("họp", *after)) == said


def test_deadlines():
    assert facts(item("họp", deadline="tháng 4"), item("họp", deadline="tháng 5")) == ["thời hạn: tháng 4 → tháng 5"]
    assert facts(item("họp"), item("họp", deadline="tháng 5")) == ["thêm thời hạn: tháng 5"]
    assert facts(item("họp", deadline="tháng 5"), item("họp")) == ["bỏ thời hạn: tháng 5"]


def test_the_same_words_of_another_year():
    before, after = item("họp"), item("họp")
    before.deadline, after.deadline = deadline("tháng 4", 2024, 4), deadline("tháng 4", 2025, 4)
    assert facts(before, after) == ["thời hạn: tháng 4 (01/04/2024 – 28/04/2024) → tháng 4 (01/04/2025 – 28/04/2025)"]


def test_quarters_and_wording():
    assert facts(item("họp", quarter=1), item("họp", quarter=2)) == ["chuyển từ quý I sang quý II"]
    assert facts(item("họp", quarter=None), item("họp", quarter=2)) == ["đưa vào quý II"]
    assert facts(item("họp", quarter=3), item("họp", quarter=None)) == ["đưa ra ngoài quý III"]
    before, after = item("họp"), item("họp")
    after.units_wording = "Các sở"
    assert facts(before, after) == ["thêm cách ghi đơn vị: “Các sở”"]


def test_what_is_new_tells_who_and_when():
    new = item("họp", ("Sở Nội vụ", LEAD), ("Sở Y tế", HELPS), deadline="tháng 5", key="2")
    (change,) = compare(plan(listed()), plan(listed(new)))
    assert change.facts == ("thời hạn: tháng 5", "Sở Nội vụ chủ trì", "Sở Y tế phối hợp")
