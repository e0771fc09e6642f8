"""The editor outlives its session: who signs in again in another tab saves what was typed in the first."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from plans.models import PlanItem
from tests.plans.editing import Desk

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = "Chữ gõ trước khi hết phiên"


@pytest.fixture
def desk(page, sign_in):
    """An item typed over in its open form, whose session then ends."""
    desk = Desk()
    sign_in(page, desk.editor)
    page.goto(desk.url("plan_editor"))
    page.locator(f"#sua-dong-{desk.first.pk}").click()
    page.locator("textarea:focus").fill(TYPED)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    return desk


def press_save(page):
    page.locator(".editing").get_by_role("button", name="Lưu").click()
    return expect(page.locator("#trang-thai-luu"))


def sign_in_again(page, desk):
    page.goto("/tai-khoan/dang-nhap/")
    page.locator("[name=login]").fill(desk.editor.username)
    page.locator("[name=password]").fill("mat-khau-thu")
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("/")  # in full: every address ends with a slash


def test_after_signing_in_in_another_tab_the_words_are_saved(page, desk):
    press_save(page).to_contain_text("Hãy đăng nhập ở thẻ khác rồi bấm Lưu lần nữa")
    sign_in_again(page.context.new_page(), desk)
    press_save(page).to_contain_text("Đã lưu lúc")
    assert PlanItem.objects.get(pk=desk.first.pk).text == TYPED


def test_a_plain_form_takes_up_the_new_token_too(page, sign_in):
    desk = Desk()
    sign_in(page, desk.editor)
    page.goto(desk.plan.get_absolute_url())
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    sign_in_again(page.context.new_page(), desk)
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("button", name="Đăng nhập")).to_be_visible()


def test_a_token_that_is_not_known_is_told_as_such(page, desk):
    page.context.clear_cookies(name=settings.CSRF_COOKIE_NAME)
    press_save(page).to_contain_text("trang đã mở quá lâu")
    assert PlanItem.objects.get(pk=desk.first.pk).text == "Việc một"
