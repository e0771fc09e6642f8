"""Every page, in a real browser, as each role: accessible, within the window, under the content security policy.

The pages are the rows of tests/url_table.py that answer with HTML. The policy is watched by the fixtures.
"""

import pytest
from django.test import Client
from playwright.sync_api import expect

from tests.scene import Scene
from tests.url_table import ROWS
from tests.walking import address
from units.models import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def scene(base_url):
    return Scene()


def pages(scene, role, place):
    """Addresses of the whole pages that the holder of a role may open."""
    client = Client()
    client.force_login(scene.user(role, place))
    for row in ROWS:
        if row.get == 200 and row.answers((role, place), "get") == {200}:
            response = client.get(address(scene, row))
            if response["Content-Type"].startswith("text/html") and b"<html" in response.getvalue():
                yield address(scene, row)


def visit(page, sign_in, scene, role, place, check):
    """Opens every page; the faults of all of them together."""
    user_pages = list(pages(scene, role, place))
    sign_in(page, scene.user(role, place))
    faults = {}
    for url in user_pages:
        page.goto(url)
        try:
            check(page)
        except AssertionError as fault:
            faults[url] = str(fault)
    assert len(user_pages) >= 4
    assert faults == {}


@pytest.mark.parametrize("role", Role)
def test_no_axe_violation_at_the_own_unit(page, sign_in, scene, no_axe_violations, role):
    visit(page, sign_in, scene, role, "own", no_axe_violations)


def test_no_axe_violation_for_the_unit_that_is_named(page, sign_in, scene, no_axe_violations):
    visit(page, sign_in, scene, Role.REPORTER, "below", no_axe_violations)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR])
def test_no_page_is_wider_than_a_phone(phone, sign_in, scene, no_sideways_scroll, role):
    visit(phone, sign_in, scene, role, "own", no_sideways_scroll)


def test_no_page_is_wider_than_the_window_at_200_percent(zoomed, sign_in, scene, no_sideways_scroll):
    visit(zoomed, sign_in, scene, Role.EDITOR, "own", no_sideways_scroll)


def test_every_page_is_there_without_script(no_js, sign_in, scene):
    def has_heading(page):
        assert page.locator("h1").count() >= 1, f"{page.url} has no heading"

    visit(no_js, sign_in, scene, Role.EDITOR, "own", has_heading)


def test_keyboard_reaches_the_content_first(page, sign_in, scene):
    """The first Tab on a page is the way past the navigation."""
    sign_in(page, scene.user(Role.EDITOR, "own"))
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()


def test_login_page(page, phone, no_axe_violations, no_sideways_scroll, settings):
    settings.DEMO = True
    for window in (page, phone):
        window.goto("/tai-khoan/dang-nhap/")
        no_axe_violations(window)
        no_sideways_scroll(window)


def test_pages_come_with_their_styles(page):
    """Else nothing here would say anything about colours and widths."""
    page.goto("/tai-khoan/dang-nhap/")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.site-header')).backgroundColor") == "rgb(143, 29, 20)"
    )
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).display") == "flex"


def test_error_page(page, no_axe_violations):
    page.goto("/khong-co-trang-nay/")
    no_axe_violations(page)


def test_signing_in_and_out_by_form(page):
    Scene().user(Role.EDITOR, "own")
    page.goto("/ke-hoach/")
    page.get_by_label("Tên đăng nhập").fill("editor-own")
    page.get_by_label("Mật khẩu").fill("mat-khau-thu")
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("/ke-hoach/")  # in full: the address of the form ends so too
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/dang-nhap/")


def test_the_watch_sees_a_broken_policy(browser, base_url):
    """The twin of the watch: an inline script makes Chromium say what the watch listens for."""
    context, heard = browser.new_context(base_url=base_url), []
    context.on("console", lambda message: heard.append(message.text))
    page = context.new_page()
    page.goto("/tai-khoan/dang-nhap/")
    with page.expect_console_message():
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")
    context.close()
    assert any("Content Security Policy" in text for text in heard)
