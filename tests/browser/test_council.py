"""A council votes: members on their phones, the secretary at the desk. Accessible, no wider than the window."""

import pytest

from awards.models import Case, Nomination
from tests.awards.council.making import Council
from tests.browser.conftest import follow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def council(base_url):
    return Council(members=3, cases=2)


def check_pages(page, council, paths, *checks):
    for path in paths:
        page.goto(council.url + path)
        for check in checks:
            check(page)


def test_from_the_agenda_to_the_minutes(page, phone, sign_in, council, no_axe_violations, no_sideways_scroll):
    sign_in(page, council.secretary)
    page.goto(f"{council.url}chuong-trinh/")
    for box in page.get_by_role("checkbox").all():
        box.check()
    follow(page.get_by_role("button", name="Lưu chương trình"))
    check_pages(page, council, ("", "chuong-trinh/", "diem-danh/", "thanh-vien/them/"), no_axe_violations)
    page.goto(council.url)
    page.get_by_label("Từng thành viên bỏ phiếu trên máy").check()
    follow(page.get_by_role("button", name="Mở biểu quyết"))
    for member in council.members:
        phone.context.clear_cookies()
        sign_in(phone, member.user)
        phone.goto(council.url)
        follow(phone.get_by_role("link", name="Bỏ phiếu", exact=True))
        no_sideways_scroll(phone)
        for choice in phone.get_by_label("Đồng ý", exact=True).all():
            choice.check()
        no_axe_violations(phone)
        follow(phone.get_by_role("button", name="Gửi phiếu"))
        phone.get_by_text("Bạn đã bỏ phiếu mọi trường hợp").wait_for()
    page.goto(f"{council.url}ket-thuc/")
    no_axe_violations(page)
    follow(page.get_by_role("button", name="Kết thúc, công bố kết quả"))
    page.get_by_text("3 phiếu đếm được của 3 người đã bỏ").first.wait_for()
    no_axe_violations(page)
    no_sideways_scroll(phone)
    follow(page.get_by_role("button", name="Lập biên bản"))
    page.get_by_role("heading", name="Họp Hội đồng").wait_for()
    assert set(Case.objects.values_list("for_count", "outcome")) == {(3, "proposed")}
    assert set(Nomination.objects.values_list("state", flat=True)) == {"agreed"}


def test_paper_ballots_on_a_phone(phone, sign_in, council, no_axe_violations, no_sideways_scroll):
    council.open(on_paper=True)
    sign_in(phone, council.secretary)
    paths = ("", "kiem-phieu/", "ket-thuc/", "bieu-quyet/dung/", f"truong-hop/{council.cases[0].pk}/tranh/")
    check_pages(phone, council, paths, no_axe_violations, no_sideways_scroll)
