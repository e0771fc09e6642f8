"""A year in the browser: a plan is issued, a district reports on a phone, who is late is seen, a report leaves."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from plans.models import Plan
from plans.moving import approve, submit
from plans.versions import content_of, digest
from tests.browser.conftest import follow
from tests.factories import create_area, create_item, create_plan, create_unit, create_user
from tests.official.papers import text_of
from units.models import Area, Role

pytestmark = pytest.mark.django_db(transaction=True)


class Province:
    """A province with an approved plan that waits for its number: one item of two districts, one of them overdue."""

    def __init__(self):
        year = timezone.localdate().year - 1
        city = create_area(name="Cần Thơ")
        self.issuer = create_unit(area=city)
        self.districts = [self._district(name, city) for name in ("Cái Răng", "Ninh Kiều")]
        roles = {"editor": Role.EDITOR, "approver": Role.APPROVER, "clerk": Role.CLERK}
        for name, role in roles.items():
            setattr(self, name, create_user(role=role, unit=self.issuer, full_name=name.capitalize()))
        self.reporter = create_user(role=Role.REPORTER, unit=self.districts[0], full_name="Cán bộ quận")
        self.plan = create_plan(issuer=self.issuer, year=year, subject="Công tác thi đua, khen thưởng")
        create_item(
            plan=self.plan,
            text="Gửi hồ sơ khen thưởng",
            quarter=1,
            deadline_raw="15/3",
            deadline_end=date(year, 3, 15),
            units=self.districts,
        )
        submit(plan=self.plan, by=self.editor)
        approve(plan=self.plan, by=self.approver, seen=digest(content_of(self.plan)))

    def _district(self, name, city):
        area = create_area(name=name, type_word="quận", level=Area.Level.DISTRICT, parent=city)
        return create_unit(name=f"Ủy ban nhân dân quận {name}", area=area, parent=self.issuer)


@pytest.fixture
def province(base_url):
    return Province()


def test_from_the_plan_to_the_report(province, page, phone, sign_in, no_axe_violations, no_sideways_scroll):
    _issue(page, sign_in, province, province.plan)
    _report_on_a_phone(phone, sign_in, province)
    no_sideways_scroll(phone)
    _see_who_is_late(page, sign_in, province)
    report = _draft_the_report(page, sign_in, province)
    no_axe_violations(page)
    _lay_before_the_approver(page, sign_in, province, report)
    _issue(page, sign_in, province, report)
    _print(page, report)


def _open(page, sign_in, user, plan):
    sign_in(page, user)
    page.goto(plan.get_absolute_url())


def _issue(page, sign_in, province, plan):
    _open(page, sign_in, province.clerk, plan)
    page.get_by_role("link", name="Cấp số và ban hành").click()
    page.get_by_label("Ngày ký").fill(timezone.localdate().strftime("%d/%m/%Y"))
    follow(page.get_by_role("button", name="Cấp số và ban hành"))
    expect(page.get_by_text("Đã ban hành").first).to_be_visible()


def _report_on_a_phone(phone, sign_in, province):
    sign_in(phone, province.reporter)
    phone.goto(reverse("plans:my_tasks"))
    phone.get_by_role("link", name="Gửi hồ sơ khen thưởng").first.click()
    phone.get_by_role("link", name="Báo cáo", exact=True).click()
    phone.get_by_label("Hoàn thành").check()
    phone.get_by_label("Kết quả, hoặc lý do").fill("Đã gửi 12 hồ sơ")
    phone.get_by_role("button", name="Gửi báo cáo").click()
    expect(phone.get_by_text("Đã gửi 12 hồ sơ").first).to_be_visible()


def _see_who_is_late(page, sign_in, province):
    _open(page, sign_in, province.editor, province.plan)
    page.get_by_text("Khác", exact=True).click()
    follow(page.get_by_role("link", name="Tiến độ thực hiện"))
    late, done = page.locator(".cells .progress-cell").all()
    expect(late).to_contain_text("Ninh Kiều: chưa thực hiện, quá hạn, chưa báo cáo")
    expect(done).to_contain_text("Cái Răng: hoàn thành")


def _draft_the_report(page, sign_in, province):
    page.get_by_role("link", name="Lập báo cáo").click()
    page.get_by_label("Sơ kết 6 tháng đầu năm").check()
    follow(page.get_by_role("button", name="Soạn báo cáo"))
    expect(page.get_by_text("có 1 lượt hoàn thành (đạt 50%)").first).to_be_visible()
    return Plan.objects.get(report_of=province.plan)


def _lay_before_the_approver(page, sign_in, province, report):
    _open(page, sign_in, province.editor, report)
    page.get_by_role("link", name="Trình duyệt").click()
    follow(page.get_by_role("button", name="Trình duyệt"))
    expect(page.get_by_text("Chờ duyệt").first).to_be_visible()
    _open(page, sign_in, province.approver, report)
    page.get_by_role("link", name="Duyệt", exact=True).click()
    follow(page.get_by_role("button", name="Duyệt", exact=True))
    expect(page.get_by_text("Đã duyệt").first).to_be_visible()


def _print(page, report):
    answer = page.request.get(reverse("plans:paper_pdf", args=[report.code]))
    words = " ".join(text_of(answer.body()).split())
    assert "BÁO CÁO Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm" in words
    assert "1 Gửi hồ sơ khen thưởng" in words
    assert "Đã gửi 12 hồ sơ" in words
    assert "DỰ THẢO" not in words
