"""Words being typed into one field of a review outlive clicks at other places of the page."""

import pytest
from playwright.sync_api import expect

from tests.scene import Scene

from .test_review import upload

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def scene(base_url):
    return Scene()


def test_a_click_elsewhere_keeps_what_is_being_typed(page, sign_in, scene, tmp_path):
    upload(page, sign_in, scene, tmp_path)
    page.locator("#o-subject").get_by_role("link", name="Sửa").click()
    page.locator("#o-subject").get_by_label("Trích yếu").fill("Công tác mới")
    before = page.get_by_role("button", name="Đọc đúng").count()
    page.get_by_role("button", name="Đọc đúng").first.click()
    expect(page.get_by_role("button", name="Đọc đúng")).to_have_count(before - 1)
    expect(page.locator("#o-subject").get_by_label("Trích yếu")).to_have_value("Công tác mới")
    page.locator("#o-subject").get_by_role("button", name="Lưu").click()
    page.locator("#o-subject .field-words", has_text="Công tác mới").wait_for()


def test_a_refusal_is_seen_where_the_work_is(page, sign_in, scene, tmp_path):
    upload(page, sign_in, scene, tmp_path)
    page.set_viewport_size({"width": 1280, "height": 420})
    page.get_by_role("button", name="Chọn", exact=True).first.click()
    expect(page.get_by_text("Hãy ghi tên hoặc mã của đơn vị.")).to_be_in_viewport()
