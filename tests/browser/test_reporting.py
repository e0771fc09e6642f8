"""A reporter on a phone goes from the list to the task, reports with a picture, sees it in the history."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import follow
from tests.plans.progress.office import Office
from tests.plans.progress.test_report_files import png

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(base_url):
    return Office()


def open_form(page, office):
    page.goto(reverse("plans:unit_tasks", args=[office.first.pk]))
    follow(page.get_by_role("link", name="Gửi báo cáo").first)
    follow(page.get_by_role("link", name="Báo cáo", exact=True))
    return page


def test_a_phone_reports_with_a_picture(phone, sign_in, office, tmp_path, no_axe_violations, no_sideways_scroll):
    sign_in(phone, office.reporter)
    open_form(phone, office)
    no_axe_violations(phone)
    no_sideways_scroll(phone)
    phone.get_by_label("Hoàn thành").check()
    phone.get_by_label("Kết quả, hoặc lý do").fill("Đã gửi công văn")
    phone.get_by_text("Kèm ảnh, tệp").click()
    picture = tmp_path / "anh.png"
    picture.write_bytes(png())
    phone.locator("input[type=file]").set_input_files(picture)
    phone.get_by_role("button", name="Gửi báo cáo").click()
    expect(phone.get_by_text("Đã gửi công văn")).to_be_visible()
    expect(phone.get_by_role("link", name="Tải anh.png")).to_be_visible()
    no_axe_violations(phone)
    no_sideways_scroll(phone)


def test_without_javascript_a_missing_reason_is_said(no_js, sign_in, office):
    sign_in(no_js, office.reporter)
    open_form(no_js, office)
    no_js.get_by_label("Không thực hiện").check()
    no_js.get_by_role("button", name="Gửi báo cáo").click()
    expect(no_js.get_by_text("Hãy ghi lý do không thực hiện")).to_be_visible()
    no_js.get_by_label("Kết quả, hoặc lý do").fill("Không còn cần")
    no_js.get_by_role("button", name="Gửi báo cáo").click()
    expect(no_js.get_by_text("Không còn cần")).to_be_visible()


def test_without_javascript_what_was_typed_outlives_the_session(no_js, sign_in, office):
    office.reporter.set_password("mat-khau-thu")
    office.reporter.save()
    sign_in(no_js, office.reporter)
    open_form(no_js, office)
    no_js.get_by_label("Hoàn thành").check()
    no_js.get_by_label("Kết quả, hoặc lý do").fill("Chữ gõ trước khi hết phiên")
    no_js.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    no_js.get_by_role("button", name="Gửi báo cáo").click()
    expect(no_js.get_by_text("chữ bạn vừa gõ vẫn còn")).to_be_visible()
    no_js.locator("[name=login]").fill(office.reporter.username)
    no_js.locator("[name=password]").fill("mat-khau-thu")
    no_js.get_by_role("button", name="Đăng nhập").click()
    expect(no_js.get_by_label("Hoàn thành")).to_be_checked()
    no_js.get_by_role("button", name="Gửi báo cáo").click()
    expect(no_js.get_by_role("heading", name="Diễn biến")).to_be_visible()
    expect(no_js.get_by_text("Chữ gõ trước khi hết phiên")).to_be_visible()


def test_by_keyboard_after_the_session_ended_nothing_is_lost(page, sign_in, office):
    sign_in(page, office.reporter)
    open_form(page, office)
    page.get_by_label("Đang thực hiện").focus()
    page.keyboard.press("Space")
    page.get_by_label("Kết quả, hoặc lý do").fill("Chữ gõ trước khi hết phiên")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="Gửi báo cáo").press("Enter")
    expect(page.locator("#trang-thai-luu")).to_contain_text("Hãy đăng nhập ở thẻ khác rồi bấm Gửi báo cáo lần nữa")
    sign_in(page, office.reporter)
    page.get_by_role("button", name="Gửi báo cáo").press("Enter")
    expect(page.get_by_role("heading", name="Diễn biến")).to_be_visible()
    expect(page.get_by_text("Chữ gõ trước khi hết phiên")).to_be_visible()
