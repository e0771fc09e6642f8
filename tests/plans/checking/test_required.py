"""What the decree demands blocks issuing; nothing else does."""

import pytest

from tests.plans.checking.drafts import draft_with, found


def test_a_complete_plan_has_no_findings():
    assert found(draft_with(), at_issue=True) == []


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ({"symbol": ""}, "Văn bản chưa có ký hiệu."),
        ({"place": None}, "Văn bản chưa có địa danh."),
        ({"doc_type": ""}, "Văn bản chưa có tên loại."),
        ({"subject": ""}, "Văn bản chưa có trích yếu nội dung."),
        ({"issuer": None, "issuer_lines": []}, "Văn bản chưa có tên cơ quan ban hành."),
        ({"recipients": []}, "Văn bản chưa có nơi nhận."),
        ({"authority_lines": []}, "Văn bản chưa có quyền hạn, chức vụ của người ký."),
        ({"signer_name": ""}, "Văn bản chưa có họ tên người ký."),
    ],
)
def test_what_is_missing_blocks_at_any_time(head, reason):
    findings = found(draft_with(**head))
    assert [(finding.reason, finding.blocks) for finding in findings] == [(reason, True)]
    assert "30/2020/NĐ-CP" in findings[0].law


def test_an_empty_document_has_no_content():
    assert [f.reason for f in found(draft_with(""))] == ["Văn bản chưa có nội dung."]


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ({"number": None}, "Văn bản chưa có số."),
        ({"day": None}, "Văn bản chưa có ngày, tháng, năm ban hành."),
        ({"day": 31, "month": 2}, "Văn bản chưa có ngày, tháng, năm ban hành."),
    ],
)
def test_number_and_day_are_asked_for_only_at_issue(head, reason):
    draft = draft_with(**head)
    assert found(draft) == []
    assert [(f.reason, f.blocks) for f in found(draft, at_issue=True)] == [(reason, True)]


def test_what_blocks_stands_first():
    findings = found(draft_with("Công việc của của đơn vị", signer_name=""))
    assert [finding.blocks for finding in findings] == [True, False]
