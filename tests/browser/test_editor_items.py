"""Items in a real browser: by mouse, by keyboard alone, undone, with the paper beside."""

import re

import pytest
from playwright.sync_api import expect

from plans.models import PlanItem
from tests.plans.editing import Desk

pytestmark = pytest.mark.django_db(transaction=True)
expect.set_options(timeout=10_000)


@pytest.fixture
def desk(page, sign_in):
    desk = Desk()
    sign_in(page, desk.editor)
    page.goto(desk.url("plan_editor"))
    return desk


def paper(page, item):
    return page.locator(f"#ban-in #nhiem-vu-{item.pk}")


def saved(page):
    expect(page.locator("#trang-thai-luu")).to_contain_text("Đã lưu lúc")


def test_by_mouse_an_item_is_edited_and_the_paper_follows(page, desk):
    page.locator(f"#sua-dong-{desk.third.pk}").click()
    page.locator("textarea:focus").wait_for()  # htmx has taken up the form
    page.locator("textarea:focus").fill("Tổ chức hội nghị điển hình tiên tiến")
    page.get_by_label("Thời hạn", exact=True).fill("cuối tháng 02")
    expect(page.get_by_text("Hiểu là: 21/02/2024 – 29/02/2024")).to_be_visible()
    page.get_by_role("button", name="Lưu").click()
    expect(paper(page, desk.third)).to_contain_text("Tổ chức hội nghị điển hình tiên tiến (cuối tháng 02)")
    expect(paper(page, desk.third)).to_have_class(re.compile("just-changed"))
    expect(paper(page, desk.third)).to_be_in_viewport()
    saved(page)
    assert PlanItem.objects.get(pk=desk.third.pk).text == "Tổ chức hội nghị điển hình tiên tiến"


def test_the_whole_job_by_keyboard_alone(page, desk):
    page.locator(f"#sua-dong-{desk.second.pk}").focus()
    page.keyboard.press("Enter")
    expect(page.locator("textarea:focus")).to_have_value("Việc hai")
    page.keyboard.press("Control+A")
    page.keyboard.type("Việc hai, gõ lại")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("tháng 3")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Ch")  # the role Chủ trì
    page.keyboard.press("Tab")
    page.keyboard.type("so noi vu")
    expect(page.get_by_role("option", name="Sở Nội vụ").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Chủ trì", exact=True)).to_have_value("Sở Nội vụ")
    page.keyboard.press("Control+Enter")
    saved(page)
    expect(page.locator(f"#sua-dong-{desk.second.pk}")).to_be_focused()
    item = PlanItem.objects.get(pk=desk.second.pk)
    assert (item.text, item.deadline_raw) == ("Việc hai, gõ lại", "tháng 3")
    assert item.assignments.get().unit == desk.office
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # ↑
    expect(page.locator(f"#nhom-{desk.list.pk}-1 .item").first).to_contain_text("Việc hai, gõ lại")
    expect(page.locator(f"#sua-dong-{desk.second.pk}")).to_be_focused()  # it cannot go higher: the arrow is off


def test_rows_are_walked_moved_and_deleted_with_the_arrow_keys(page, desk):
    page.locator(f"#sua-dong-{desk.first.pk}").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"#sua-dong-{desk.second.pk}")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(f"#nhom-{desk.list.pk}-2 .item").first).to_contain_text("Việc hai")
    expect(page.locator(f"#xuong-dong-{desk.second.pk}")).to_be_focused()
    page.keyboard.press("Delete")
    expect(page.locator("#hoan-tac")).to_be_focused()
    assert desk.texts() == ["1 Việc một", "2 Việc ba"]


def test_escape_gives_up_and_asks_before_words_are_lost(page, desk):
    answers = iter([False, True])
    page.on("dialog", lambda dialog: dialog.accept() if next(answers) else dialog.dismiss())
    page.locator(f"#sua-dong-{desk.first.pk}").press("Enter")
    page.locator("textarea:focus").fill("Bỏ đi")
    page.keyboard.press("Escape")
    expect(page.locator("textarea:focus")).to_have_value("Bỏ đi")
    page.keyboard.press("Escape")
    expect(page.locator(f"#sua-dong-{desk.first.pk}")).to_be_focused()
    assert PlanItem.objects.get(pk=desk.first.pk).text == "Việc một"


def test_adding_inserting_and_moving_by_mouse(page, desk):
    page.get_by_role("link", name="+ Thêm nhiệm vụ vào QUÝ II", exact=True).click()
    page.locator("textarea:focus").fill("Việc mới")
    page.get_by_role("button", name="Thêm nhiệm vụ").click()
    expect(page.locator(f"#nhom-{desk.list.pk}-2 .item:not(.editing)")).to_have_count(2)
    new = PlanItem.objects.get(text="Việc mới")
    expect(page.locator(f"#sua-dong-{new.pk}")).to_be_focused()
    expect(paper(page, new)).to_contain_text("Việc mới")
    page.locator(f"#dong-{new.pk} summary").click()
    page.get_by_role("button", name="Chuyển sang Quý IV").click()
    expect(page.locator(f"#nhom-{desk.list.pk}-4 .item")).to_contain_text("Việc mới")
    assert PlanItem.objects.get(pk=new.pk).quarter == 4


def test_deleting_is_undone(page, desk):
    page.locator(f"#dong-{desk.first.pk} summary").click()
    page.locator(f"#dong-{desk.first.pk}").get_by_role("button", name="Xóa").click()
    expect(page.locator(f"#dong-{desk.first.pk}")).to_have_count(0)
    expect(paper(page, desk.first)).to_have_count(0)
    expect(page.locator("#hoan-tac")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"#dong-{desk.first.pk}")).to_contain_text("Sở Nội vụ")
    expect(paper(page, desk.first)).to_contain_text("Việc một")
    assert desk.texts() == ["1 Việc một", "1 Việc hai", "2 Việc ba"]


def test_words_typed_in_one_row_outlive_a_change_of_the_list_around_it(page, desk):
    page.locator(f"#sua-dong-{desk.first.pk}").click()
    page.locator("textarea:focus").fill("Đang gõ dở")
    page.locator(f"#len-dong-{desk.third.pk}").click()
    expect(page.locator(f"#nhom-{desk.list.pk}-1 .item").last).to_contain_text("Việc ba")
    form = page.locator(f"#dong-{desk.first.pk}")
    expect(form.locator("textarea").first).to_have_value("Đang gõ dở")
    form.get_by_role("button", name="Lưu").click()
    saved(page)
    expect(page.locator(f"#dong-{desk.first.pk}")).to_contain_text("Đang gõ dở")
    assert desk.texts() == ["1 Đang gõ dở", "1 Việc hai", "1 Việc ba"]


def test_new_rows_and_pieces_being_typed_outlive_it_too(page, desk):
    page.get_by_role("link", name="+ Thêm nhiệm vụ vào QUÝ II", exact=True).click()
    page.locator("textarea:focus").fill("Việc đang thêm")
    page.locator(f"#sua-phan-{desk.clause.pk}").click()
    page.locator(f"#phan-{desk.clause.pk} textarea:focus").fill("Phần đang sửa")
    page.locator(f"#xuong-phan-{desk.heading.pk}").click()
    expect(page.locator("#cac-phan > .piece").first).to_contain_text("Danh sách nhiệm vụ")
    expect(page.locator(f"#nhom-{desk.list.pk}-2 .editing textarea").first).to_have_value("Việc đang thêm")
    page.get_by_role("button", name="Thêm nhiệm vụ").click()
    expect(page.locator(f"#nhom-{desk.list.pk}-2")).to_contain_text("Việc đang thêm")
    expect(page.locator(f"#phan-{desk.clause.pk} textarea")).to_have_value("Phần đang sửa")
    page.locator(f"#phan-{desk.clause.pk}").get_by_role("button", name="Lưu").click()
    expect(page.locator(f"#ban-in #muc-{desk.clause.pk}")).to_contain_text("Phần đang sửa")


def test_a_lost_connection_keeps_what_was_typed(page, desk):
    page.locator(f"#sua-dong-{desk.first.pk}").click()
    page.locator("textarea:focus").fill("Gõ lúc mất mạng")
    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#trang-thai-luu")).to_contain_text("Chưa lưu được: mất kết nối")
    page.context.set_offline(False)
    page.get_by_role("button", name="Lưu").click()
    saved(page)
    assert PlanItem.objects.get(pk=desk.first.pk).text == "Gõ lúc mất mạng"


def test_an_ended_session_keeps_what_was_typed(page, desk):
    page.locator(f"#sua-dong-{desk.first.pk}").click()
    page.locator("textarea:focus").fill("Gõ sau khi hết phiên")
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#trang-thai-luu")).to_contain_text("Chưa lưu được")
    expect(page.locator(f"#dong-{desk.first.pk} textarea").first).to_have_value("Gõ sau khi hết phiên")
