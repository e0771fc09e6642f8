"""The review of a document in a real browser: by keyboard, by mouse, without script, on a phone."""

import pytest
from playwright.sync_api import expect

from plans.models import Plan, PlanReading
from tests.browser.conftest import follow
from tests.plans.reviewing.conftest import TEXT
from tests.scene import Scene
from units.models import Role

pytestmark = pytest.mark.django_db(transaction=True)
DOCUMENT = (
    TEXT.replace("Bình An", "Cái Răng")
    .replace("BÌNH AN", "CÁI RĂNG")
    .replace("Nguyễn Văn Hòa", "Nguyễn Văn Hòa\nĐiện thoại: 0292")
)


@pytest.fixture
def scene(base_url):
    return Scene()


def upload(page, sign_in, scene, tmp_path, role=Role.EDITOR):
    """The review page of a document just uploaded."""
    file = tmp_path / "ke-hoach.txt"
    file.write_text(DOCUMENT)
    sign_in(page, scene.user(role, "own"))
    page.goto("/ke-hoach/nhap-van-ban/")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_url("**/ban-doc/*/")


def finish(page):
    """Accept what is doubtful, leave wordings as printed, confirm."""
    while left := page.get_by_role("button", name="Đọc đúng").count():
        page.get_by_role("button", name="Đọc đúng").first.click()
        expect(page.locator(".doubts button")).not_to_have_count(left)
    while left := page.get_by_role("button", name="Để như văn bản").count():
        page.get_by_role("button", name="Để như văn bản").first.click()
        expect(page.locator(".wordings > form")).not_to_have_count(left)
    page.get_by_role("button", name="Xác nhận").click()
    page.wait_for_url("**/ke-hoach/*-2024*/")


def test_from_upload_to_plan(page, sign_in, scene, tmp_path, no_axe_violations):
    upload(page, sign_in, scene, tmp_path)
    no_axe_violations(page)
    item = page.locator(".read-item", has_text="Phát động thi đua")
    item.get_by_role("link", name="xem trong văn bản").click()
    assert page.locator(".source-lines .shown").inner_text().startswith("2\tPhát động")
    item.get_by_role("link", name="Sửa").click()
    page.get_by_label("Thời hạn").fill("cuối tháng 3")
    no_axe_violations(page)
    page.keyboard.press("Control+Enter")
    page.get_by_text("21/03/2024 – 31/03/2024").wait_for()
    finish(page)
    assert Plan.objects.get(subject="Công tác thi đua, khen thưởng năm 2024", year=2024).items.count() == 4


def test_a_form_left_with_escape_gives_the_keyboard_back(page, sign_in, scene, tmp_path):
    upload(page, sign_in, scene, tmp_path)
    link = page.locator(".read-item").first.get_by_role("link", name="Sửa")
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Nội dung").wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("[data-open-form]")).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent").startswith("Sửa")


def test_loose_text_is_dragged_to_its_place(page, sign_in, scene, tmp_path):
    upload(page, sign_in, scene, tmp_path)
    text, place = page.locator(".loose-text", has_text="0292"), page.locator("[data-drop='into:recipients']")
    text.hover(position={"x": 20, "y": 8})
    page.mouse.down()
    text.hover(position={"x": 40, "y": 12})  # the drag begins with the first move
    place.hover()
    place.hover()
    page.mouse.up()
    page.locator("#o-recipients", has_text="0292").wait_for()
    assert PlanReading.objects.latest("pk").draft["recipients"][-1] == "Điện thoại: 0292"


def test_without_script(no_js, sign_in, scene, tmp_path):
    upload(no_js, sign_in, scene, tmp_path)
    follow(no_js.locator(".read-item", has_text="Phát động thi đua").get_by_role("link", name="Sửa"))
    no_js.get_by_label("Thời hạn").fill("tháng 3")
    with no_js.expect_navigation():  # the buttons are counted on the whole new page
        no_js.get_by_role("button", name="Lưu").press("Enter")  # a click may miss while the page scrolls to its anchor
    no_js.get_by_text("01/03/2024 – 31/03/2024").wait_for()
    while no_js.get_by_role("button", name="Đọc đúng").count():
        follow(no_js.get_by_role("button", name="Đọc đúng").first)
    while no_js.get_by_role("button", name="Để như văn bản").count():
        follow(no_js.get_by_role("button", name="Để như văn bản").first)
    no_js.get_by_role("button", name="Xác nhận").click()
    no_js.wait_for_url("**/ke-hoach/*-2024*/")
    assert Plan.objects.filter(subject="Công tác thi đua, khen thưởng năm 2024").count() >= 1


def test_on_a_phone(phone, sign_in, scene, tmp_path, no_sideways_scroll):
    upload(phone, sign_in, scene, tmp_path)
    no_sideways_scroll(phone)
    phone.locator(".read-item").first.get_by_role("link", name="Sửa").click()
    phone.get_by_label("Nội dung").wait_for()
    no_sideways_scroll(phone)
