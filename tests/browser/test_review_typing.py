"""Words being typed into one field of a review outlive clicks at other places of the page."""

import pytest
from playwright.sync_api import expect

from plans.draft import Finding, ItemDraft, LayoutDraft, PlanDraft, SectionDraft, UnitDraft
from plans.draft_json import to_json
from plans.kinds import SectionKind
from tests.factories import create_reading
from tests.scene import Scene
from units.models import Role

from .test_review import upload

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def scene(base_url):
    return Scene()


def test_a_click_elsewhere_keeps_what_is_being_typed(page, sign_in, scene, tmp_path):
    upload(page, sign_in, scene, tmp_path)
    page.locator("#o-subject").get_by_role("link", name="Sửa").click()
    page.locator("#o-subject").get_by_role("textbox", name="Trích yếu").fill("Công tác mới")
    before = page.get_by_role("button", name="Đọc đúng").count()
    page.get_by_role("button", name="Đọc đúng").first.click()
    expect(page.get_by_role("button", name="Đọc đúng")).to_have_count(before - 1)
    expect(page.locator("#o-subject").get_by_role("textbox", name="Trích yếu")).to_have_value("Công tác mới")
    page.locator("#o-subject").get_by_role("button", name="Lưu").click()
    page.locator("#o-subject .field-words", has_text="Công tác mới").wait_for()


def test_a_refusal_is_seen_where_the_work_is(page, sign_in, scene, tmp_path):
    upload(page, sign_in, scene, tmp_path)
    page.set_viewport_size({"width": 1280, "height": 420})
    page.get_by_role("button", name="Chọn", exact=True).first.click()
    expect(page.get_by_text("Hãy ghi tên hoặc mã của đơn vị.")).to_be_in_viewport()


def test_the_keyboard_stays_in_the_list_it_worked_in(page, sign_in, scene):
    units = [UnitDraft("Tổ một"), UnitDraft("Tổ hai")]
    draft = PlanDraft(year=2024, subject="Công tác", findings=[Finding("warning", "Lạ.", 1)])
    draft.sections = [SectionDraft(SectionKind.ITEMS, items=[ItemDraft("Việc", units=units)], layout=LayoutDraft())]
    reading = create_reading(office=scene.units["own"], draft=to_json(draft))
    sign_in(page, scene.user(Role.EDITOR, "own"))
    page.goto(reading.get_absolute_url())
    page.get_by_role("button", name="Để như văn bản").first.click()
    expect(page.locator(".wordings > form")).to_have_count(1)
    expect(page.locator(".wordings > form input[name=name]")).to_be_focused()


def test_who_leaves_with_words_not_saved_is_asked(page, sign_in, scene, tmp_path):
    upload(page, sign_in, scene, tmp_path)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#o-subject").get_by_role("link", name="Sửa").click()
    page.locator("#o-subject").get_by_role("textbox", name="Trích yếu").press_sequentially("x")
    page.reload()
    page.reload()
    assert asked == ["beforeunload"]
