"""The paper in a browser: readable at every width, without faults, the same shape as in print."""

import pytest
from django.urls import reverse

from plans.kinds import SectionKind
from tests.factories import create_editor, create_item, create_item_list, create_plan, create_section, create_unit


@pytest.fixture
def plan(transactional_db):
    plan = create_plan(number="", day=None, place="Thành phố Hồ Chí Minh")
    create_section(plan=plan, kind=SectionKind.BASIS, text="Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023")
    create_section(plan=plan, kind=SectionKind.SECTION, text="NỘI DUNG")
    create_section(plan=plan, text="Đoạn văn dài " * 60)
    for quarter in (1, 2):
        create_item(plan=plan, quarter=quarter, text="Tổ chức hội nghị", units=[create_unit(name="Sở Nội vụ")])
    create_section(plan=plan, text="Tổ chức thực hiện.")
    create_section(plan=plan, kind=SectionKind.ANNEX, text="Danh mục", landscape=True)
    annex = create_item_list(plan=plan, coordinating_title="Đơn vị phối hợp", deadline_title="Thời hạn")
    create_item(plan=plan, section=annex, text="Nội dung " * 20, units=[create_unit()], deadline_raw="tháng 3")
    return plan


@pytest.fixture(params=["page", "zoomed", "phone"])
def reader(request, plan, sign_in):
    page = request.getfixturevalue(request.param)
    sign_in(page, create_editor(unit=plan.issuer))
    page.goto(reverse("plans:paper", args=[plan.code]))
    return page


def test_the_paper_is_accessible_and_fits(reader, no_axe_violations, no_sideways_scroll):
    no_axe_violations(reader)
    no_sideways_scroll(reader)


@pytest.fixture
def wide(page, plan, sign_in):
    sign_in(page, create_editor(unit=plan.issuer))
    page.goto(reverse("plans:paper", args=[plan.code]))
    return page


def width_in_mm(page, selector):
    return page.locator(selector).first.bounding_box()["width"] * 25.4 / 96


def test_on_a_wide_screen_the_sheet_is_as_wide_as_paper(wide):
    assert width_in_mm(wide, ".sheet") == pytest.approx(210, abs=0.5)
    assert width_in_mm(wide, ".tasks") == pytest.approx(165, abs=0.5)
    assert width_in_mm(wide, ".tasks th") == pytest.approx(12, abs=0.5)


def test_type_has_the_size_of_print_though_bootstrap_is_there(wide):
    style = "node => { const s = getComputedStyle(node); return [s.fontSize, s.marginTop, s.marginBottom] }"
    assert wide.locator(".paragraph").first.evaluate(style) == ["18.6667px", "8px", "8px"]
    assert wide.locator("h1.name").evaluate(style)[0] == "18.6667px"
    assert wide.locator(".recipients li").first.evaluate(style) == ["14.6667px", "0px", "0px"]
