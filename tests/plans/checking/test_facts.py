"""What the rules are told about bodies: which had ended by the day of the plan."""

from datetime import date

import pytest

from plans.checking.facts import facts_of
from plans.checking.findings import blocking, findings_of
from tests.factories import create_alias, create_area, create_item, create_plan, create_section, create_unit
from units.models import Area, Succession, Unit

pytestmark = pytest.mark.django_db
LAST_DAY = date(2025, 6, 30)
AFTER = {"year": 2026, "signed_year": 2026, "month": 1, "day": 15, "number": "3", "subject": "Công tác năm 2026"}


@pytest.fixture
def province():
    return create_unit(area=create_area(name="Đồng Nai", type_word="tỉnh"), name="Ủy ban nhân dân tỉnh Đồng Nai")


def ended(province, name, *, successor=None, **fields):
    fields = {"kind": Unit.Kind.DEPARTMENT, "valid_to": LAST_DAY, "parent": province} | fields
    unit = create_unit(name=name, **fields)
    if successor:
        Succession.objects.create(predecessor=unit, successor=successor, took_over_on=date(2025, 7, 1))
    return unit


def test_a_body_of_the_issuers_place_that_had_ended(province):
    office = create_unit(name="Sở Nội vụ", kind=Unit.Kind.DEPARTMENT, parent=province)
    board = ended(province, "Ban Thi đua tỉnh Đồng Nai", short_name="Ban Thi đua", successor=office)
    create_alias(unit=board, text="BTĐ")
    plan = create_plan(issuer=province, **AFTER)
    create_section(plan=plan, text="Giao Ban Thi đua theo dõi")
    (finding,) = findings_of(plan)
    assert finding.reason == "Cơ quan này chỉ hoạt động đến 30/06/2025; nay là Sở Nội vụ."
    assert finding.mended == "Giao Sở Nội vụ theo dõi"


def test_before_its_last_day_it_is_no_finding(province):
    ended(province, "Ban Thi đua")
    plan = create_plan(issuer=province, **AFTER | {"year": 2025, "signed_year": 2025, "subject": "Công tác năm 2025"})
    create_section(plan=plan, text="Giao Ban Thi đua theo dõi")
    assert findings_of(plan) == []


def test_a_wording_that_also_means_a_living_body_says_nothing(province):
    ended(province, "Sở Nội vụ tỉnh Đồng Nai cũ", short_name="Sở Nội vụ")
    create_unit(name="Sở Nội vụ", kind=Unit.Kind.DEPARTMENT, parent=province)
    plan = create_plan(issuer=province, **AFTER)
    create_section(plan=plan, text="Giao Sở Nội vụ theo dõi")
    assert findings_of(plan) == []


def test_bodies_of_a_place_that_went_over_into_the_issuers(province):
    district = create_area(name="Long Khánh", type_word="huyện", level=Area.Level.DISTRICT, valid_to=LAST_DAY)
    district.successors.add(province.area)
    create_unit(name="Hội đồng huyện Long Khánh", area=district, valid_to=LAST_DAY)
    plan = create_plan(issuer=province, **AFTER)
    create_section(plan=plan, text="Hội đồng huyện Long Khánh theo dõi")
    assert [finding.words for finding in findings_of(plan)] == [("Hội đồng huyện Long Khánh",)]


def test_an_assigned_body_that_had_ended(province):
    office = create_unit(name="Sở Xây dựng", kind=Unit.Kind.DEPARTMENT, parent=province)
    roads = ended(province, "Sở Đường bộ", successor=office)
    plan = create_plan(issuer=province, **AFTER)
    item = create_item(plan=plan, units=[roads])
    (finding,) = [f for f in findings_of(plan) if f.field == "responsible"]
    assert finding.place.ref == f"nhiem-vu-{item.pk}"
    assert finding.changes == [("Sở Đường bộ", "Sở Xây dựng")]


def test_the_number_of_queries_does_not_grow(province, django_assert_num_queries):
    roads = ended(province, "Sở Đường bộ")
    plan = create_plan(issuer=province, **AFTER)
    for more in (1, 10):
        for _ in range(more):
            create_item(plan=plan, units=[roads], text="Việc của của đơn vị")
            create_section(plan=plan, text="Việc của của đơn vị")
        with django_assert_num_queries(9):
            assert findings_of(plan)


def test_what_blocks_issuing(province):
    plan = create_plan(issuer=province, number="", day=None, signer_name="")
    create_section(plan=plan, text="Việc của của đơn vị")
    assert [finding.reason for finding in blocking(plan)] == [
        "Văn bản chưa có số.",
        "Văn bản chưa có ngày, tháng, năm ban hành.",
        "Văn bản chưa có họ tên người ký.",
    ]
    plan.number, plan.day, plan.signer_name = "12", 5, "Nguyễn Văn An"  # as it will be issued
    assert blocking(plan) == []


def test_a_day_that_is_none_asks_for_no_bodies(province):
    plan = create_plan(issuer=province, day=31, month=2, signed_year=2024)
    assert facts_of(plan).ended == ()
