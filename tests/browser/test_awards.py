"""The catalogue in a real browser, as its administrator: pages and forms accessible, on a phone, without script."""

import pytest

from awards.models import AwardProvision
from tests.browser.conftest import follow
from tests.scene import Scene
from tests.url_table import ROWS
from tests.walking import address
from units.models import Role

pytestmark = pytest.mark.django_db(transaction=True)
HOLDER = (Role.ADMINISTRATOR, "above")


@pytest.fixture
def scene(base_url):
    return Scene()


def visit(page, sign_in, scene, check):
    """Opens every page of the catalogue; the faults of all of them together."""
    sign_in(page, scene.user(*HOLDER))
    rows = [row for row in ROWS if row.name.startswith("awards:") and row.answers(HOLDER, "get") == {200}]
    faults = {}
    for row in rows:
        page.goto(address(scene, row))
        try:
            check(page)
        except AssertionError as fault:
            faults[str(row)] = str(fault)
    assert len(rows) >= 10
    assert faults == {}


def test_no_axe_violation(page, sign_in, scene, no_axe_violations):
    visit(page, sign_in, scene, no_axe_violations)


def test_no_page_is_wider_than_a_phone(phone, sign_in, scene, no_sideways_scroll):
    visit(phone, sign_in, scene, no_sideways_scroll)


def test_a_provision_is_followed_by_another_one_without_script(no_js, sign_in, scene):
    page = no_js
    sign_in(page, scene.user(*HOLDER))
    page.goto("/khen-thuong/danh-muc/")
    follow(page.locator(f'a[href="{scene.provision.title.get_absolute_url()}"]'))
    follow(page.get_by_role("link", name="Thay bằng quy định mới").first)
    page.get_by_label("Quy định mới áp dụng từ ngày").fill("1/7/2027")
    page.get_by_label("Hệ số tiền thưởng").fill("0,5")
    follow(page.get_by_role("button", name="Lưu"))
    page.get_by_text("Đã lưu.").wait_for()
    assert str(AwardProvision.objects.get(valid_from="2027-07-01").multiplier) == "0.50"
    page.get_by_role("textbox", name="Áp dụng ngày").fill("01/07/2027")
    follow(page.get_by_role("button", name="Xem"))
    assert page.get_by_text("0,5 × 2.340.000 đồng").count() == 1
