"""The panel "Soát lỗi" in a browser: fresh after each change, mends in one click, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.plans.editing import Desk


@pytest.fixture
def desk(transactional_db):
    desk = Desk()
    desk.second.text = "Việc của của đơn vị"
    desk.second.save()
    desk.clause.text = "Giao Sở Nội vụ theo dõi, báo cáo trước ngày 5/04/2024"
    desk.clause.save()
    return desk


def open_editor(page, desk, sign_in):
    sign_in(page, desk.editor)
    page.goto(desk.url("plan_editor"))
    return page


def test_a_mend_shows_in_the_row_the_paper_and_the_panel(page, desk, sign_in):
    open_editor(page, desk, sign_in)
    expect(page.locator("#so-loi")).to_have_text("2 chỗ cần xem")
    page.get_by_role("button", name="Thay ở Nhiệm vụ 2").click()
    expect(page.locator(f"#dong-{desk.second.pk} .item-text")).to_have_text("Việc của đơn vị")
    expect(page.locator(f"#nhiem-vu-{desk.second.pk}")).to_contain_text("Việc của đơn vị")
    expect(page.locator("#so-loi")).to_have_text("1 chỗ cần xem")
    expect(page.locator("#soat-loi-tieu-de")).to_be_focused()
    page.get_by_role("button", name="Thay ở Mục").click()
    expect(page.locator("#so-loi")).to_have_text("✓ không thấy lỗi")


def test_the_panel_follows_what_is_edited_and_leads_to_it(page, desk, sign_in):
    open_editor(page, desk, sign_in)
    page.locator(f"#sua-dong-{desk.third.pk}").click()
    page.locator("textarea[name=text]").fill("Công việc các các phường")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#so-loi")).to_have_text("3 chỗ cần xem")
    page.locator(".check-place").get_by_text("Nhiệm vụ 3").click()
    expect(page.locator(f"#sua-dong-{desk.third.pk}")).to_be_focused()


def test_without_javascript(no_js, desk, sign_in):
    open_editor(no_js, desk, sign_in)
    no_js.get_by_role("button", name="Thay ở Nhiệm vụ 2").click()
    expect(no_js.locator(f"#dong-{desk.second.pk} .item-text")).to_have_text("Việc của đơn vị")
    expect(no_js.locator("#so-loi")).to_have_text("1 chỗ cần xem")


@pytest.mark.parametrize("screen", ["page", "zoomed", "phone"])
def test_the_panel_is_accessible_and_fits(screen, request, desk, sign_in, no_axe_violations, no_sideways_scroll):
    desk.plan.signer_name = ""
    desk.plan.save()
    page = open_editor(request.getfixturevalue(screen), desk, sign_in)
    expect(page.locator(".check-blocks")).to_have_count(1)
    no_axe_violations(page)
    no_sideways_scroll(page)
