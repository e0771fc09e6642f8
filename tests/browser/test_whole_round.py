"""A round of awarding in the browser: a ward nominates, the district forwards, the province checks, the council votes,
the decision leaves, the register finds it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from awards.loading import load_awards
from awards.models import AwardHeld, AwardTitle, CouncilSession, Nomination, YearGrade
from plans.models import Plan
from tests.awards.making import create_campaign, create_initiative, create_nominee
from tests.browser.conftest import follow
from tests.factories import create_area, create_unit, create_user
from tests.official.papers import text_of
from units.models import Area, Role

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "Nguyễn Thị Hạnh"
PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" + (
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


class Country:
    """A province, a district and a ward with an officer each; a council of three; somebody with two good years."""

    def __init__(self):
        load_awards()
        year = timezone.localdate().year
        city = create_area(name="Cần Thơ")
        self.province = create_unit(area=city, symbol="UBND")
        self.district = self._below(self.province, "quận", "Cái Răng", Area.Level.DISTRICT)
        self.ward = self._below(self.district, "phường", "Lê Bình", Area.Level.COMMUNE)
        for name in ("province", "district", "ward"):
            user = create_user(role=Role.EDITOR, unit=getattr(self, name), full_name=f"Cán bộ {name}")
            setattr(self, f"{name}_officer", user)
        self.approver = create_user(role=Role.APPROVER, unit=self.province, full_name="Lãnh đạo")
        self.clerk = create_user(role=Role.CLERK, unit=self.province, full_name="Văn thư")
        self.members = [
            create_user(role=Role.APPROVER, unit=self.province, username=f"uyvien{n}", full_name=f"Ủy viên {n}")
            for n in range(3)
        ]
        self.title = AwardTitle.objects.get(code="BKT-CN")
        self.campaign = create_campaign(
            unit=self.province, titles=[self.title], year=year, name="Khen thưởng công trạng năm"
        )
        person = create_nominee(name=NAME, unit=self.ward)
        for worked in (year - 1, year):
            YearGrade.objects.create(nominee=person, year=worked, grade="HTXSNV")
            create_initiative(person, title=f"Sáng kiến năm {worked}", recognised_on=date(worked, 1, 15))

    def _below(self, unit, word, name, level):
        area = create_area(name=name, type_word=word, level=level, parent=unit.area)
        return create_unit(name=f"Ủy ban nhân dân {word} {name}", area=area, parent=unit)


@pytest.fixture
def country(base_url):
    return Country()


def test_from_the_ward_to_the_register(country, page, phone, sign_in, no_axe_violations, no_sideways_scroll):
    _nominate(page, sign_in, country)
    no_axe_violations(page)
    _submit(page, sign_in, country)
    _pass_on(page, sign_in, country, country.district_officer, "Chuyển lên")
    _pass_on(page, sign_in, country, country.province_officer, "Tiếp nhận")
    session = _convene(page, sign_in, country)
    no_axe_violations(page)
    for member in country.members:
        _vote(phone, sign_in, member, session)
    no_sideways_scroll(phone)
    _count(page, sign_in, country, session)
    decision = _draw_up(page, sign_in, country)
    _issue(page, sign_in, country, decision)
    _print(page, decision)
    _find(page, sign_in, country, decision)
    no_axe_violations(page)


def _open(page, sign_in, user, address):
    sign_in(page, user)
    page.goto(address)


def _nominate(page, sign_in, country):
    year = country.campaign.year
    _open(page, sign_in, country.ward_officer, country.campaign.get_absolute_url())
    page.get_by_role("link", name="Thêm đề nghị cho cá nhân").click()
    page.get_by_label("Họ tên hoặc tên tập thể").fill("nguyen thi hanh")
    follow(page.get_by_role("button", name="Tìm hồ sơ"))
    page.get_by_role("link", name=NAME).click()
    page.get_by_label("Đề nghị tặng").select_option(str(country.title.pk))
    page.get_by_label("Thành tích từ năm").fill(str(year - 1))
    page.get_by_label("Đến năm").fill(str(year))
    page.get_by_label("Tóm tắt thành tích").fill("Hoàn thành xuất sắc nhiệm vụ hai năm liền.")
    for worked in (year - 1, year):
        page.get_by_label(f"Sáng kiến năm {worked}").check()
    follow(page.get_by_role("button", name="Lưu"))
    for part in ("Báo cáo thành tích", "Biên bản xét"):
        page.get_by_role("link", name="Thêm tệp").click()
        page.get_by_label("Thành phần hồ sơ").select_option(label=part)
        page.get_by_label("Tệp*").set_input_files(
            {"name": f"{part}.pdf", "mimeType": "application/pdf", "buffer": PAPER}
        )
        follow(page.get_by_role("button", name="Thêm tệp"))
        expect(page.get_by_text(f"{part}:").first).to_be_visible()
    expect(page.get_by_text("2 năm liên tục").first).to_be_visible()


def _submit(page, sign_in, country):
    page.goto(country.campaign.get_absolute_url())
    page.get_by_role("link", name="Trình danh sách").click()
    follow(page.get_by_role("button", name="Trình các đề nghị đã đánh dấu"))
    expect(page.get_by_text("Đã trình").first).to_be_visible()
    assert Nomination.objects.get().holder == country.district


def _pass_on(page, sign_in, country, officer, deed):
    _open(page, sign_in, officer, country.campaign.get_absolute_url())
    follow(page.get_by_role("link", name=deed, exact=True))
    expect(page.get_by_text(NAME)).to_be_visible()
    follow(page.get_by_role("button", name=f"{deed} các đề nghị đã đánh dấu"))
    expect(page.get_by_role("heading", name=country.campaign.name)).to_be_visible()


def _convene(page, sign_in, country):
    _open(page, sign_in, country.province_officer, country.campaign.get_absolute_url())
    page.get_by_role("link", name="Lập phiên họp Hội đồng").click()
    page.get_by_label("Ngày họp").fill(timezone.localdate().strftime("%d/%m/%Y"))
    follow(page.get_by_role("button", name="Lưu"))
    for place, member in enumerate(country.members):
        page.get_by_role("link", name="Thêm thành viên").click()
        page.get_by_label("Họ tên").fill(member.full_name)
        page.get_by_label("Chức vụ").fill("Ủy viên Hội đồng")
        page.get_by_label("Vai trò trong Hội đồng").select_option(("chair", "member", "secretary")[place])
        page.get_by_label("Tài khoản").fill(member.username)
        follow(page.get_by_role("button", name="Lưu"))
    page.get_by_role("link", name="Chọn đề nghị đưa ra phiên họp").click()
    page.get_by_role("checkbox", name=NAME).check()
    follow(page.get_by_role("button", name="Lưu chương trình"))
    page.goto(CouncilSession.objects.get().get_absolute_url())
    page.get_by_label("Từng thành viên bỏ phiếu trên máy").check()
    follow(page.get_by_role("button", name="Mở biểu quyết"))
    expect(page.get_by_text("còn 3 lượt chưa bỏ")).to_be_visible()
    return CouncilSession.objects.get()


def _vote(phone, sign_in, member, session):
    _open(phone, sign_in, member, session.get_absolute_url())
    phone.get_by_role("link", name="Bỏ phiếu").click()
    phone.get_by_label("Đồng ý", exact=True).check()
    follow(phone.get_by_role("button", name="Gửi phiếu"))
    expect(phone.get_by_text("Bạn đã bỏ phiếu mọi trường hợp")).to_be_visible()


def _count(page, sign_in, country, session):
    _open(page, sign_in, country.province_officer, session.get_absolute_url())
    page.get_by_role("link", name="Kết thúc biểu quyết").click()
    page.get_by_label("Kết luận của chủ trì").fill("Nhất trí đề nghị khen thưởng.")
    follow(page.get_by_role("button", name="Kết thúc, công bố kết quả"))
    expect(page.get_by_role("cell", name="Đủ điều kiện đề nghị")).to_be_visible()
    assert Nomination.objects.get().state == "agreed"


def _draw_up(page, sign_in, country):
    page.goto(country.campaign.get_absolute_url())
    page.get_by_role("link", name="Quyết định, tờ trình").click()
    page.get_by_role("link", name="Lập quyết định").click()
    follow(page.get_by_role("button", name="Lập dự thảo"))
    expect(page.get_by_text("1 trường hợp").first).to_be_visible()
    decision = Plan.objects.get(doc_type="QUYẾT ĐỊNH")
    page.goto(reverse("plans:foot_edit", args=[decision.code]))
    page.get_by_label("Họ tên người ký").fill("Trần Văn Bình")
    follow(page.get_by_role("button", name="Lưu").first)
    expect(page.get_by_text("Trần Văn Bình").first).to_be_visible()
    return decision


def _issue(page, sign_in, country, decision):
    for user, deed in ((country.province_officer, "Trình duyệt"), (country.approver, "Duyệt")):
        _open(page, sign_in, user, decision.get_absolute_url())
        follow(page.get_by_role("link", name=deed, exact=True))
        follow(page.get_by_role("button", name=deed, exact=True))
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
    _open(page, sign_in, country.clerk, decision.get_absolute_url())
    page.get_by_role("link", name="Cấp số và ban hành").click()
    page.get_by_label("Ngày ký").fill(timezone.localdate().strftime("%d/%m/%Y"))
    follow(page.get_by_role("button", name="Cấp số và ban hành"))
    expect(page.get_by_text("Đã ban hành").first).to_be_visible()
    assert AwardHeld.objects.get().nominee.name == NAME


def _print(page, decision):
    answer = page.request.get(reverse("plans:paper_pdf", args=[decision.code]))
    words = " ".join(text_of(answer.body()).split())
    assert "QUYẾT ĐỊNH" in words
    assert NAME in words
    assert "DỰ THẢO" not in words


def _find(page, sign_in, country, decision):
    decision.refresh_from_db()
    _open(page, sign_in, country.province_officer, reverse("awards:register"))
    page.get_by_label("Tên người, tập thể").fill("nguyen thi hanh")
    follow(page.get_by_role("button", name="Tìm"))
    row = page.get_by_role("row").filter(has_text=NAME)
    expect(row).to_contain_text(decision.number_words)
