"""Finding plans and reading tasks in a real browser: by typing, by keyboard, without JavaScript, on a phone."""

import re
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from plans.models import Plan
from tests.factories import create_editor, create_item, create_plan, create_unit, create_user, issue_as_it_stands
from units.models import Role

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("unguarded")]


@pytest.fixture
def unit(transactional_db):
    return create_unit(name="Sở Nội vụ")


@pytest.fixture
def plans(unit):
    made = [create_plan(issuer=unit, subject=subject) for subject in ("Công tác năm 2024", "Phong trào 2024")]
    create_item(plan=made[0], text="Tổ chức Hội nghị tổng kết")
    create_item(plan=made[1], text="Kiểm tra, giám sát")
    for plan in made:
        plan.refresh_search_key()
    return made


def test_typing_filters_the_list_and_going_back_brings_it_back(page, sign_in, unit, plans):
    sign_in(page, create_editor(unit=unit))
    page.goto("/ke-hoach/")
    expect(page.locator(".plan-row")).to_have_count(2)
    page.get_by_label("Tìm trong nội dung").focus()
    page.keyboard.insert_text("hoi nghi")  # at once: after each pause there would be one address more to go back to
    expect(page.locator(".plan-row")).to_have_count(1)
    expect(page.locator("mark")).to_have_text(["Hội", "nghị"])
    expect(page).to_have_url(re.compile("q=hoi"))
    page.go_back()
    expect(page.locator(".plan-row")).to_have_count(2)
    expect(page.locator("header.site-header")).to_be_visible()


def test_a_choice_filters_at_once(page, sign_in, unit, plans):
    sign_in(page, create_editor(unit=unit))
    page.goto("/ke-hoach/")
    page.get_by_label("Trạng thái").select_option("issued")
    expect(page.locator(".plan-row")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Không có văn bản nào")).to_be_visible()


def test_the_filter_works_without_javascript(no_js, sign_in, unit, plans):
    sign_in(no_js, create_editor(unit=unit))
    no_js.goto("/ke-hoach/")
    no_js.get_by_label("Tìm trong nội dung").fill("giam sat")
    no_js.get_by_role("button", name="Lọc").click()
    expect(no_js.locator(".plan-row")).to_have_count(1)
    expect(no_js.get_by_label("Tìm trong nội dung")).to_have_value("giam sat")


def test_a_plan_is_begun_without_javascript(no_js, sign_in, unit):
    sign_in(no_js, create_editor(unit=unit))
    no_js.goto("/ke-hoach/tao-moi/")
    no_js.get_by_label("Bắt đầu trống").check()
    no_js.get_by_role("button", name="Tạo kế hoạch").click()
    no_js.wait_for_url("**/soan-thao/")
    assert Plan.objects.get().issuer == unit


def test_tasks_are_reordered_in_place_by_keyboard(page, sign_in, unit):
    plan = create_plan(number="12", day=3)
    create_item(plan=plan, deadline_end=date(2024, 3, 30), units=[unit])
    issue_as_it_stands(plan)
    sign_in(page, create_user(role=Role.REPORTER, unit=unit))
    page.goto(reverse("plans:unit_tasks", args=[unit.pk]))
    expect(page.get_by_role("heading", name="Quá hạn")).to_be_visible()
    page.get_by_role("link", name="Theo thời hạn").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Tháng 3/2024")).to_be_visible()
    assert page.locator("h1").count() == 1
