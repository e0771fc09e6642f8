"""Comparing versions and amending a plan in a real browser: side by side, on a phone, without script."""

import pytest
from playwright.sync_api import expect

from plans.models import Plan
from plans.versions import name_version
from tests.plans.amending import InForce

pytestmark = pytest.mark.django_db(transaction=True)
COMPARE = "/phien-ban/so-sanh/?truoc=1&sau=hien-nay"


@pytest.fixture
def office(base_url):
    return InForce()


@pytest.fixture
def changed(office):
    """An amendment with a text, a deadline and an item that changed since its first version."""
    amendment = office.amend()
    name_version(plan=amendment, name="Bản đầu", by=office.editor)
    office.change(amendment, "Việc một", text="Việc một, mở rộng đến cấp xã", deadline_raw="tháng 5")
    office.delete(amendment, "Việc hai")
    office.add(amendment, "Việc mới")
    return f"/ke-hoach/{amendment.code}"


def test_words_stand_side_by_side(page, sign_in, office, changed, no_axe_violations):
    sign_in(page, office.editor)
    page.goto(changed + COMPARE)
    row = page.locator(".changes tbody tr", has_text="Nhiệm vụ số 1 quý I")
    before, after = row.locator("td").all()
    assert before.bounding_box()["y"] == after.bounding_box()["y"]
    assert " ".join(after.locator("ins").inner_text().split()) == "[thêm: , mở rộng đến cấp xã ]"
    expect(row).to_contain_text("Thêm thời hạn: tháng 5")
    no_axe_violations(page)


def test_marks_are_seen_without_colour(page, sign_in, office, changed):
    sign_in(page, office.editor)
    page.goto(changed + COMPARE)
    line = "element => getComputedStyle(element).textDecorationLine"
    assert page.locator(".changes ins").first.evaluate(line) == "underline"
    assert page.locator(".changes del").first.evaluate(line) == "line-through"


def test_on_a_phone_one_below_the_other(phone, sign_in, office, changed, no_axe_violations, no_sideways_scroll):
    sign_in(phone, office.editor)
    phone.goto(changed + COMPARE)
    row = phone.locator(".changes tbody tr", has_text="Nhiệm vụ số 1 quý I")
    before, after = row.locator("td").all()
    assert before.bounding_box()["y"] < after.bounding_box()["y"]
    no_sideways_scroll(phone)
    no_axe_violations(phone)


def test_choosing_versions_and_naming_one_without_script(no_js, sign_in, office, changed):
    sign_in(no_js, office.editor)
    no_js.goto(f"{changed}/phien-ban/")
    no_js.get_by_label("Đặt tên phiên bản hiện tại").fill("Bản gửi lấy ý kiến")
    no_js.get_by_role("button", name="Lưu phiên bản").click()
    expect(no_js.locator(".versions li")).to_have_count(2)
    no_js.get_by_role("link", name="So sánh hai phiên bản").click()
    no_js.get_by_label("Bản trước").select_option("2")
    no_js.get_by_role("button", name="So sánh").click()
    expect(no_js.get_by_text("Hai bản không khác nhau.")).to_be_visible()


def test_from_the_issued_plan_to_its_amendment(page, sign_in, office, no_axe_violations):
    sign_in(page, office.editor)
    page.goto(office.plan.get_absolute_url())
    page.get_by_text("Khác", exact=True).click()
    page.get_by_role("link", name="Điều chỉnh, bổ sung hoặc thay thế").click()
    page.get_by_role("button", name="Bắt đầu soạn").click()
    page.wait_for_url("**/soan-thao/")
    page.get_by_label("Sửa lời dẫn").click()
    page.locator("#loi-dan textarea").fill("Ủy ban nhân dân điều chỉnh như sau:")
    page.locator("#loi-dan").get_by_role("button", name="Lưu").click()
    expect(page.locator("#ban-in")).to_contain_text("Ủy ban nhân dân điều chỉnh như sau:")
    no_axe_violations(page)
    assert Plan.objects.get(amends=office.plan).amendment_words == "Ủy ban nhân dân điều chỉnh như sau:"
