"""Records of nominees in a real browser: pages and forms accessible, on a phone, without script."""

import pytest

from awards.models import YearGrade
from tests.browser.conftest import follow
from tests.scene import Scene
from tests.url_table import ROWS
from tests.walking import address
from units.models import Role

pytestmark = pytest.mark.django_db(transaction=True)
HOLDER = (Role.EDITOR, "own")
PAGES = [row for row in ROWS if row.name.startswith("awards:nominee_")]


@pytest.fixture
def scene(base_url):
    return Scene()


def faults(page, sign_in, scene, check):
    """Opens every page of the records; the faults of all of them together."""
    sign_in(page, scene.user(*HOLDER))
    found = {}
    for row in PAGES:
        page.goto(address(scene, row))
        try:
            check(page)
        except AssertionError as fault:
            found[str(row)] = str(fault)
    return found


def test_no_axe_violation(page, sign_in, scene, no_axe_violations):
    assert (faults(page, sign_in, scene, no_axe_violations), len(PAGES)) == ({}, 9)


def test_no_page_is_wider_than_a_phone(phone, sign_in, scene, no_sideways_scroll):
    assert faults(phone, sign_in, scene, no_sideways_scroll) == {}


def test_found_and_graded_without_script(no_js, sign_in, scene):
    page = no_js
    sign_in(page, scene.user(*HOLDER))
    page.goto("/khen-thuong/danh-muc/")
    follow(page.get_by_role("link", name="Hồ sơ khen thưởng"))
    page.get_by_label("Tìm theo tên").fill("nguyen van an")
    follow(page.get_by_role("button", name="Lọc"))
    follow(page.get_by_role("link", name="Nguyễn Văn An").first)
    page.get_by_role("link", name="Thêm xếp loại").click()
    page.get_by_label("Năm*").fill("2024")
    page.get_by_label("Xếp loại*").select_option("HTXSNV")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_text("Đã lưu.").wait_for()
    assert YearGrade.objects.get().grade == "HTXSNV"
