"""A draft becomes a plan and comes back: content, matched bodies, what was blank, and all or nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.draft import DeadlineDraft, ItemDraft, LayoutDraft, PlanDraft, SectionDraft, UnitDraft
from plans.drafting import draft_of
from plans.importing.importing import import_file
from plans.importing.matching import UnknownIssuer
from plans.importing.saving import save_plan
from plans.kinds import AssignmentRole, SectionKind
from plans.models import Assignment, Plan, PlanSource, Section
from tests.factories import create_group, create_unit
from units.models import Area, Unit

from .reading import GOLDEN, plan_text, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    area = Area.objects.create(code="ba", type_word="quận", name="Bình An", level="district")
    return create_unit(name="Ủy ban nhân dân quận Bình An", area=area)


def _draft(**fields):
    item = ItemDraft("Tổng kết", quarter=1, units=[UnitDraft("Phòng Nội vụ", AssignmentRole.LEAD)])
    sections = [
        SectionDraft(SectionKind.SECTION, "NỘI DUNG"),
        SectionDraft(SectionKind.ITEMS, items=[item], layout=LayoutDraft(deadline_title="Thời gian")),
    ]
    return PlanDraft(**({"subject": "Công tác năm 2024", "year": 2024, "sections": sections} | fields))


def found_in(plan):
    """The findings in the one event of a new plan."""
    return plan.events.get().details["findings"]


@pytest.mark.parametrize("name", sorted(path.stem for path in GOLDEN.glob("*.txt")))
def test_a_plan_comes_back_as_it_was_saved(name, district):
    text = (GOLDEN / f"{name}.txt").read_bytes()
    plan = import_file(text, name, issuer=district)
    draft = draft_of(plan)
    again = save_plan(draft, issuer=district)
    assert draft_of(again) == draft
    assert [(s.kind, s.text, s.titled) for s in draft.sections] == [
        (s.kind, s.text, s.titled) for s in read(text.decode()).sections
    ]


def test_units_groups_and_unknown_wordings(district):
    office = create_unit(name="Phòng Nội vụ quận Bình An", kind=Unit.Kind.DIVISION, parent=district)
    group = create_group(name="Các cơ quan liên quan")
    draft = _draft()
    draft.items[0].units += [UnitDraft("các cơ quan liên quan"), UnitDraft("Đội Xe ôm")]
    save_plan(draft, issuer=district)
    found = [(a.printed, a.unit, a.group) for a in Assignment.objects.order_by("position")]
    assert found == [
        ("Phòng Nội vụ", office, None),
        ("các cơ quan liên quan", None, group),
        ("Đội Xe ôm", None, None),
    ]


def test_a_blank_head_is_filled_from_the_issuer_and_reported(district):
    text = plan_text(head="KẾ HOẠCH\nCông tác thi đua năm 2024\n", preamble="UBND quận Bình An ban hành Kế hoạch:")
    plan = import_file(text.encode(), "a.txt")
    assert (plan.issuer_lines, plan.symbol, plan.place, plan.signed_year, plan.number, plan.day) == (
        "ỦY BAN NHÂN DÂN\nQUẬN BÌNH AN",
        "KH-UBND",
        "Bình An",
        2024,
        "",
        None,
    )
    reported = [f["message"] for f in found_in(plan) if "tạm lấy" in f["message"]]
    assert reported == [
        "Văn bản không ghi ký hiệu; tạm lấy “KH-UBND”. Hãy kiểm tra.",
        "Văn bản không ghi địa danh; tạm lấy “Bình An”. Hãy kiểm tra.",
        "Văn bản không ghi năm ban hành; tạm lấy “2024”. Hãy kiểm tra.",
    ]


def test_a_department_stands_below_its_committee(district):
    office = create_unit(name="Phòng Nội vụ quận Bình An", kind=Unit.Kind.DIVISION, parent=district, symbol="NV")
    plan = save_plan(_draft(), issuer=office)
    assert (plan.superior_line, plan.issuer_lines, plan.symbol, plan.code) == (
        "ỦY BAN NHÂN DÂN QUẬN BÌNH AN",
        "PHÒNG NỘI VỤ QUẬN BÌNH AN",
        "KH-NV",
        "phong-noi-vu-quan-binh-an-2024",
    )


def test_codes_are_never_shared(district):
    assert [save_plan(_draft(), issuer=district).code for _ in range(3)] == [
        "binh-an-2024",
        "binh-an-2024-2",
        "binh-an-2024-3",
    ]


def test_the_same_bytes_are_the_same_plan_whatever_their_name(district):
    data = plan_text().encode()
    assert import_file(data, "a.txt") == import_file(data, "b.txt", issuer=district)
    assert (Plan.objects.count(), PlanSource.objects.count()) == (1, 1)


def test_an_unknown_issuer_writes_nothing():
    with pytest.raises(UnknownIssuer):
        import_file(plan_text().encode(), "a.txt")
    assert not Plan.objects.exists()


def test_a_failure_in_the_middle_leaves_nothing(district):
    draft = _draft()
    draft.items[0].quarter = 9  # refused by the database, after the plan and its sections were written
    with pytest.raises(Exception, match=r"item_quarter|CHECK"):
        save_plan(draft, issuer=district)
    assert not Plan.objects.exists()
    assert not Section.objects.exists()


def test_what_is_too_long_for_its_field_is_cut_and_reported(district):
    draft = _draft(signer_name="Nguyễn " * 20)
    plan = save_plan(draft, issuer=district)
    assert len(plan.signer_name) == 50
    assert any("dài hơn 50 ký tự" in finding["message"] for finding in found_in(plan))


def test_a_list_drafted_without_a_layout_is_a_table(district):
    plan = save_plan(_draft(sections=[SectionDraft(SectionKind.ITEMS)]), issuer=district)
    assert plan.sections.get().layout.style == "table"


def test_the_search_finds_what_was_imported(district):
    save_plan(_draft(), issuer=district)
    assert "tong ket" in Plan.objects.get().search_key


def test_a_recurring_deadline_comes_back(district):
    draft = _draft()
    draft.items[0].deadline = DeadlineDraft("hằng tháng", recurrence="hằng tháng")
    assert draft_of(save_plan(draft, issuer=district)).items[0].deadline.recurrence == "hằng tháng"


def test_reading_a_plan_back_takes_the_same_queries_at_any_size(district):
    counts = []
    for times in (1, 3):
        draft = _draft()
        draft.sections[1].items *= times
        plan = Plan.objects.get(pk=save_plan(draft, issuer=district).pk)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            draft_of(plan)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 6


def test_a_time_that_only_begins_is_kept(district):
    tasks = "- Rà soát hồ sơ (từ ngày 15/3/2024)"
    plan = save_plan(read(plan_text(tasks=tasks)), issuer=district)
    item = plan.items.get(text="Rà soát hồ sơ")
    assert (item.deadline_end, item.period_words) == (None, "từ 15/03/2024")
    assert draft_of(plan).items[0].deadline == DeadlineDraft("từ ngày 15/3/2024", item.deadline_start)
