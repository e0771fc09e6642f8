"""The editor in other circumstances: two people at once, no JavaScript, a phone, zoom, a screen reader's rules."""

import pytest
from playwright.sync_api import expect

from plans.models import PlanItem
from tests.browser.conftest import follow
from tests.factories import create_editor
from tests.plans.editing import Desk

pytestmark = pytest.mark.django_db(transaction=True)
expect.set_options(timeout=10_000)


def open_editor(page, sign_in, desk, user=None):
    sign_in(page, user or desk.editor)
    page.goto(desk.url("plan_editor"))
    return page


def test_two_people_edit_one_item_and_the_second_decides(page, second_page, sign_in):
    desk = Desk()
    colleague = create_editor(unit=desk.issuer, full_name="Trần Quốc Bảo")
    mine = open_editor(page, sign_in, desk)
    theirs = open_editor(second_page(), sign_in, desk, colleague)
    for one, words in ((mine, "Chữ của tôi"), (theirs, "Chữ của bạn kia")):
        one.locator(f"#sua-dong-{desk.first.pk}").click()
        one.locator("textarea:focus").fill(words)
    theirs.keyboard.press("Control+Enter")
    expect(theirs.locator("#trang-thai-luu")).to_contain_text("Đã lưu lúc")
    mine.keyboard.press("Control+Enter")
    contest = mine.locator(".contest")
    expect(contest).to_contain_text("Trần Quốc Bảo vừa lưu phần này")
    for words in ("Chữ của tôi", "Chữ của bạn kia", "Việc một"):
        expect(contest.get_by_text(words, exact=True)).to_be_visible()
    expect(mine.locator("textarea:focus")).to_have_value("Chữ của tôi")
    mine.locator("textarea:focus").fill("Chữ của cả hai")
    mine.keyboard.press("Control+Enter")
    expect(mine.locator(f"#dong-{desk.first.pk}")).to_contain_text("Chữ của cả hai")
    expect(mine.locator(".contest")).to_have_count(0)
    assert PlanItem.objects.get(pk=desk.first.pk).text == "Chữ của cả hai"


def test_two_people_edit_different_fields_and_both_are_kept(page, second_page, sign_in):
    desk = Desk()
    colleague = create_editor(unit=desk.issuer, full_name="Trần Quốc Bảo")
    mine = open_editor(page, sign_in, desk)
    theirs = open_editor(second_page(), sign_in, desk, colleague)
    for one in (mine, theirs):
        one.locator(f"#sua-dong-{desk.first.pk}").click()
        one.locator("textarea:focus").wait_for()
    theirs.get_by_label("Thời hạn", exact=True).fill("tháng 9")
    theirs.keyboard.press("Control+Enter")
    expect(theirs.locator("#trang-thai-luu")).to_contain_text("Đã lưu lúc")
    mine.locator("textarea:focus").fill("Chữ của tôi")
    mine.keyboard.press("Control+Enter")
    expect(mine.locator("#thong-bao")).to_contain_text("Trần Quốc Bảo đã sửa: thời hạn")
    item = PlanItem.objects.get(pk=desk.first.pk)
    assert (item.text, item.deadline_raw) == ("Chữ của tôi", "tháng 9")


def test_without_javascript(no_js, sign_in):
    desk = Desk()
    page = open_editor(no_js, sign_in, desk)
    follow(page.locator(f"#sua-dong-{desk.first.pk}"))
    page.locator("[name=text]").fill("Không có JavaScript")
    follow(page.get_by_role("button", name="Lưu"))
    expect(page).to_have_url(f"{desk.url('plan_editor')}#dong-{desk.first.pk}")
    expect(page.locator(f"#ban-in #nhiem-vu-{desk.first.pk}")).to_contain_text("Không có JavaScript")
    follow(page.locator(f"#xuong-dong-{desk.first.pk}"))
    page.locator(f"#dong-{desk.first.pk} summary").click()
    follow(page.locator(f"#dong-{desk.first.pk}").get_by_role("button", name="Nhân đôi"))
    assert desk.texts() == ["1 Việc hai", "1 Không có JavaScript", "1 Không có JavaScript", "2 Việc ba"]
    page.locator(f"#dong-{desk.first.pk} summary").click()
    follow(page.locator(f"#dong-{desk.first.pk}").get_by_role("button", name="Xóa"))
    follow(page.locator("#hoan-tac"))
    expect(page.locator("#thong-bao")).to_contain_text("Đã khôi phục.")
    follow(page.get_by_role("link", name="+ Thêm nhiệm vụ vào QUÝ III", exact=True))
    page.locator("[name=text]").fill("Việc quý ba")
    follow(page.get_by_role("button", name="Thêm nhiệm vụ"))
    assert desk.texts()[-1] == "3 Việc quý ba"


def test_pieces_and_head_in_the_browser(page, sign_in):
    desk = Desk()
    open_editor(page, sign_in, desk)
    page.locator(f"#sua-phan-{desk.clause.pk}").press("Enter")
    page.locator("textarea:focus").fill("Văn phòng")
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+I")
    expect(page.locator("textarea:focus")).to_have_value("*Văn phòng*")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#sua-phan-{desk.clause.pk}")).to_be_focused()
    expect(page.locator(f"#ban-in #muc-{desk.clause.pk} em")).to_contain_text("Văn phòng")
    page.locator(f"#phan-{desk.heading.pk} summary").click()
    page.get_by_role("link", name="Chèn phần ở trên").first.click()
    page.locator("textarea:focus").fill("MỤC ĐÍCH")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#phan-{desk.heading.pk}")).to_contain_text("II.")
    page.locator("#sua-dau-van-ban").press("Enter")
    expect(page.locator("#dau-issuer")).to_be_focused()
    page.get_by_label("Số", exact=True).fill("25")
    page.keyboard.press("Enter")
    expect(page.locator("#sua-dau-van-ban")).to_be_focused()
    expect(page.locator("#ban-in .masthead")).to_contain_text("25/KH-UBND")


def test_a_phone(phone, sign_in, no_sideways_scroll, no_axe_violations):
    desk = Desk()
    open_editor(phone, sign_in, desk)
    no_sideways_scroll(phone)
    phone.locator(f"#sua-dong-{desk.first.pk}").tap()
    phone.locator("textarea:focus").fill("Gõ trên điện thoại")
    no_sideways_scroll(phone)
    no_axe_violations(phone)
    phone.get_by_role("button", name="Lưu").tap()
    expect(phone.locator(f"#dong-{desk.first.pk}")).to_contain_text("Gõ trên điện thoại")
    phone.get_by_role("link", name="Xem bản in").tap()
    expect(phone.locator("#ban-in .masthead")).to_be_in_viewport()


def test_no_axe_violations_with_every_kind_of_form_open(page, sign_in, no_axe_violations):
    desk = Desk()
    desk.second.assignments.create(position=1, role="responsible", printed="Đội văn nghệ")
    open_editor(page, sign_in, desk)
    no_axe_violations(page)
    page.locator(f"#sua-dong-{desk.second.pk}").click()
    page.locator("textarea:focus").wait_for()
    page.locator("[role=combobox]").fill("so noi")
    page.get_by_role("listbox").get_by_role("option").first.wait_for()
    no_axe_violations(page)
    more = (f"#sua-phan-{desk.clause.pk}", f"#sua-phan-{desk.list.pk}", "#sua-dau-van-ban", "#sua-cuoi-van-ban")
    for opened, button in enumerate(more, 2):  # one by one, by keyboard: each form scrolls the page when it opens
        page.locator(button).press("Enter")
        expect(page.locator(".editing")).to_have_count(opened)
    no_axe_violations(page)


def test_zoomed_to_200_percent(zoomed, sign_in, no_sideways_scroll):
    desk = Desk()
    open_editor(zoomed, sign_in, desk)
    no_sideways_scroll(zoomed)
    zoomed.locator(f"#sua-dong-{desk.first.pk}").click()
    zoomed.locator("textarea:focus").wait_for()
    no_sideways_scroll(zoomed)
