"""Last year's plan moved to another year: a pure function on drafts."""

from datetime import date

import pytest

from plans.copying import shift
from plans.draft import DeadlineDraft, Finding, ItemDraft, PlanDraft, SectionDraft, UnitDraft
from plans.kinds import SectionKind


def draft_with(*items, subject="Công tác thi đua năm 2024", sections=()):
    pieces = [*sections, SectionDraft(SectionKind.ITEMS, items=list(items))]
    return PlanDraft(
        subject=subject, year=2024, number="249", symbol="KH-UBND", day=21, month=12, signed_year=2023, sections=pieces
    )


def moved(text, to_year=2025):
    draft = shift(draft_with(ItemDraft(text)), to_year=to_year, move_years=True)
    return draft.items[0].text


def messages(draft):
    return [finding.message for finding in draft.findings]


def test_number_and_date_of_the_old_paper_are_cleared():
    draft = shift(draft_with(), to_year=2025, move_years=True)
    assert (draft.year, draft.number, draft.day, draft.month, draft.signed_year) == (2025, None, None, None, 2024)
    assert draft.symbol == "KH-UBND"


def test_the_draft_given_stays_as_it_is():
    old = draft_with(
        ItemDraft("Tổng kết năm 2024", deadline=DeadlineDraft("tháng 01", date(2024, 1, 1), date(2024, 1, 31)))
    )
    shift(old, to_year=2025, move_years=True)
    assert old == draft_with(
        ItemDraft("Tổng kết năm 2024", deadline=DeadlineDraft("tháng 01", date(2024, 1, 1), date(2024, 1, 31)))
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tổng kết năm 2023, triển khai năm 2024 và năm 2025", "Tổng kết năm 2024, triển khai năm 2025 và năm 2026"),
        ("TỔNG KẾT NĂM 2024", "TỔNG KẾT NĂM 2025"),
        ("năm học 2023 - 2024", "năm học 2023 - 2024"),
        ("giai đoạn 2020 - 2025", "giai đoạn 2020 - 2025"),
        ("Nghị quyết số 14/2012/NQ-HĐND", "Nghị quyết số 14/2012/NQ-HĐND"),
        ("Quyết định số 12/QĐ-UBND ngày 08 tháng 12 năm 2023", "Quyết định số 12/QĐ-UBND ngày 08 tháng 12 năm 2023"),
        ("trước ngày 15 tháng 5 năm 2024", "trước ngày 15 tháng 5 năm 2025"),
        ("Luật Thi đua, khen thưởng năm 2022 và năm 2024", "Luật Thi đua, khen thưởng năm 2022 và năm 2025"),
        ("Luật Đất đai năm 2024", "Luật Đất đai năm 2024"),
        ("năm 20245", "năm 20245"),
        ("từ năm 2019", "từ năm 2019"),
    ],
)
def test_years_move_only_right_after_the_word_nam(before, after):
    assert moved(before) == after


def test_going_back_is_possible():
    assert moved("năm 2024", to_year=2022) == "năm 2022"


def test_subject_and_headings_move_running_text_does_not():
    sections = [
        SectionDraft(SectionKind.SECTION, "NHIỆM VỤ NĂM 2024", titled=True),
        SectionDraft(SectionKind.PARAGRAPH, "Theo chủ đề năm 2024."),
    ]
    draft = shift(draft_with(sections=sections), to_year=2025, move_years=True)
    assert draft.subject == "Công tác thi đua năm 2025"
    assert [section.text for section in draft.sections[:2]] == ["NHIỆM VỤ NĂM 2025", "Theo chủ đề năm 2024."]
    assert "Còn ghi năm 2024: Theo chủ đề năm 2024." in messages(draft)


def test_without_the_box_no_word_changes_and_each_old_year_is_noted():
    draft = shift(draft_with(ItemDraft("Tổng kết năm 2024")), to_year=2025, move_years=False)
    assert draft.subject == "Công tác thi đua năm 2024"
    assert draft.items[0].text == "Tổng kết năm 2024"
    assert "Còn ghi năm 2024: Tổng kết năm 2024" in messages(draft)


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("cuối tháng 02", date(2025, 2, 21), date(2025, 2, 28)),
        ("Quý I", date(2025, 1, 1), date(2025, 3, 31)),
        ("từ tháng 01 đến tháng 12", date(2025, 1, 1), date(2025, 12, 31)),
        ("trước ngày 15/5", None, date(2025, 5, 15)),
    ],
)
def test_deadlines_are_read_again_for_the_new_year(raw, start, end):
    item = ItemDraft("Họp", deadline=DeadlineDraft(raw, date(2024, 2, 21), date(2024, 2, 29)))
    deadline = shift(draft_with(item), to_year=2025, move_years=True).items[0].deadline
    assert (deadline.raw, deadline.start, deadline.end) == (raw, start, end)


def test_a_deadline_with_its_own_year_is_kept_and_pointed_out():
    item = ItemDraft("Họp", deadline=DeadlineDraft("trước ngày 15/5/2024", None, date(2024, 5, 15)))
    draft = shift(draft_with(item), to_year=2025, move_years=True)
    assert draft.items[0].deadline.end == date(2024, 5, 15)
    assert Finding("warning", "Thời hạn “trước ngày 15/5/2024” vẫn thuộc năm cũ. Hãy sửa lại: Họp") in draft.findings


def test_a_deadline_no_longer_readable_keeps_its_words_without_dates():
    item = ItemDraft("Họp", deadline=DeadlineDraft("khi có hướng dẫn @", date(2024, 5, 1), date(2024, 5, 15)))
    deadline = shift(draft_with(item), to_year=2025, move_years=True).items[0].deadline
    assert (deadline.raw, deadline.start, deadline.end) == ("khi có hướng dẫn @", None, None)


def test_units_quarters_and_order_stay():
    items = [ItemDraft(f"Việc {i}", quarter=i, units=[UnitDraft("Sở Nội vụ")]) for i in (1, 2, 3)]
    kept = shift(draft_with(*items), to_year=2025, move_years=True).items
    assert [(item.text, item.quarter, item.units) for item in kept] == [
        (f"Việc {i}", i, [UnitDraft("Sở Nội vụ")]) for i in (1, 2, 3)
    ]
