"""Cited documents: type against symbol, day, validity."""

import pytest

from tests.plans.checking.drafts import draft_with, found, reasons


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thực hiện Kế hoạch số 05/CT-UBND ngày 09/01/2024 của UBND tỉnh", "Kế hoạch số 05/CT-UBND"),
        ("Thực hiện Chỉ thị số 14/KH-UBND của UBND tỉnh", "Chỉ thị số 14/KH-UBND"),
        ("Thực hiện Quyết định số 12/2023/NQ-HĐND", "Quyết định số 12/2023/NQ-HĐND"),
        ("Thực hiện Nghị quyết số 30-CT/TU của Tỉnh ủy", "Nghị quyết số 30-CT/TU"),
        ("Thực hiện Thông báo số 3/BC-UBND", "Thông báo số 3/BC-UBND"),
    ],
)
def test_the_type_and_the_symbol_disagree(text, words):
    (finding,) = found(draft_with(text))
    assert finding.words == (words,)
    assert finding.mended is None  # which of the two is wrong, only a person knows
    assert "Phụ lục III" in finding.law


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị",
        "Chương trình hành động số 20-CTr/TU",
        "Quy định số 41-QĐ/TW của Ban Chấp hành Trung ương",
        "Quy chế ban hành kèm theo Quyết định số 12/2023/QĐ-UBND",
        "Kế hoạch thực hiện Chỉ thị số 14/CT-UBND",
        "Kế hoạch triển khai Nghị quyết, Chỉ thị số 14/CT-UBND",
        "Thông báo kết luận số 15/TB-VPCP",
        "Công văn số 378/VPBNV-TĐKT",
        "Công văn số 123/CT-TTHT của Cục Thuế",
        "Thông tư liên tịch số 01/2012/TTLT-BNV-BTC",
        "Kế hoạch số 15/KH-HĐTĐKT của Hội đồng Thi đua - Khen thưởng tỉnh",
        "Luật số 06/2022/QH15",
    ],
)
def test_types_that_fit_their_symbol(text):
    assert reasons(text) == []


def test_the_own_symbol():
    assert reasons(symbol="CT-UBND") == ["Văn bản là Kế hoạch nhưng ký hiệu CT là của Chỉ thị."]
    assert reasons(symbol="QĐ-UBND") == []  # enacted by a decision
    assert reasons(doc_type="CHƯƠNG TRÌNH", symbol="CTr-UBND") == []


def test_a_ground_later_than_the_plan():
    text = "Căn cứ Kế hoạch số 5/KH-UBND ngày 20 tháng 01 năm 2024 của UBND tỉnh"
    assert reasons(text) == ["Văn bản được viện dẫn đề ngày sau ngày ban hành kế hoạch."]
    assert reasons(text, day=None) == []  # still to be signed, in January
    assert reasons(text, day=20) == []


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", (2023, 12)),
        ("Căn cứ Luật Thi đua, khen thưởng năm 2003", (2023, 12)),
        ("Căn cứ Nghị định số 91/2017/NĐ-CP của Chính phủ", (2023, 12)),
        ("Căn cứ Nghị định số 98/2023/NĐ-CP của Chính phủ", (2025, 6)),
    ],
)
def test_a_basis_no_longer_in_force(text, last_day):
    year, month = last_day
    dated = {"year": year, "signed_year": year, "month": month, "day": None, "subject": "Công tác"}
    assert reasons(text, **dated) == []
    after = dated | ({"signed_year": year + 1, "month": 1} if month == 12 else {"month": month + 1})
    (reason,) = reasons(text, **after)
    assert reason.startswith("Văn bản này chỉ có hiệu lực đến 3")


def test_an_old_basis_may_be_spoken_of():
    assert reasons("Tổng kết 20 năm thi hành Luật Thi đua, khen thưởng năm 2003") == []
    assert reasons("Nghị định thay thế Nghị định số 91/2017/NĐ-CP") == []


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Giao Sở Kế hoạch và Đầu tư chủ trì", [("Sở Kế hoạch và Đầu tư", "Sở Tài chính")]),
        ("Giao Sở Tài chính, Sở Kế hoạch và Đầu tư chủ trì", []),  # "Sở Tài chính, Sở Tài chính"
        ("Giao UBND các quận, huyện thực hiện", []),
    ],
)
def test_bodies_that_ended_everywhere(text, changes):
    dated = {"year": 2026, "signed_year": 2026, "subject": "Công tác"}
    (finding,) = found(draft_with(text, **dated))
    assert finding.reason.startswith("Cơ quan này chỉ hoạt động đến")
    assert finding.changes == changes
    assert reasons(text) == []  # in January 2024 they were there


def test_who_speaks_of_a_former_body_is_let_be():
    dated = {"year": 2026, "signed_year": 2026, "subject": "Công tác"}
    assert reasons("Hồ sơ của Sở Kế hoạch và Đầu tư (cũ)", **dated) == []
