"""Administrators change the catalogue: what was in use is ended and followed, never overwritten; deeds are recorded."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from awards.models import AwardProvision, AwardTitle, CatalogueEvent
from tests.awards.making import create_award
from tests.factories import create_area, create_unit, create_user
from units.models import Area, Role

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def admin(client):
    user = create_user(role=Role.ADMINISTRATOR, full_name="Hồ Gia Phúc")
    client.force_login(user)
    return user


def facts(provision, **changed):
    """What the form of a provision sends as it stands, with some values changed."""
    values = {"decided_by": provision.decided_by, "standard": provision.standard, "basis": provision.basis}
    title = AwardTitle.objects.get(pk=provision.title_id)
    return values | {"certainty": provision.certainty, "version": title.version} | changed


def url(provision, deed):
    return f"{provision.title.get_absolute_url()}quy-dinh/{provision.pk}/{deed}/"


class TestSucceeding:
    def test_the_old_one_ends_the_day_before_and_the_new_one_follows(self, client, admin):
        old = create_award(level="commune", multiplier="0.3", prize_certainty="A")
        new = facts(old, valid_from="01/03/2027", basis="Nghị định mới", multiplier="0,5", prize_certainty="A")
        response = client.post(url(old, "thay"), new)
        assert response.url == old.title.get_absolute_url()
        first, second = AwardProvision.objects.order_by("valid_from")
        assert (first.valid_to, first.basis, str(first.multiplier)) == (date(2027, 2, 28), old.basis, "0.30")
        assert (second.valid_from, second.valid_to, second.level) == (date(2027, 3, 1), None, "commune")
        assert (second.basis, str(second.multiplier)) == ("Nghị định mới", "0.50")

    def test_the_new_one_ends_where_the_old_one_would_have(self, client, admin):
        old = create_award(valid_to=date(2026, 12, 31))
        client.post(url(old, "thay"), facts(old, valid_from="01/07/2026"))
        assert AwardProvision.objects.latest("valid_from").valid_to == date(2026, 12, 31)

    def test_who_when_and_what_is_recorded(self, client, admin):
        old = create_award()
        client.post(url(old, "thay"), facts(old, valid_from="01/03/2027"))
        event, new = CatalogueEvent.objects.get(), AwardProvision.objects.latest("pk")
        assert (event.kind, event.by, event.title, event.address) == ("succeeded", admin, old.title, "127.0.0.1")
        assert event.details == {"provision": old.pk, "valid_to": None, "followed_by": new.pk}
        assert "Hồ Gia Phúc" in client.get(old.title.get_absolute_url()).text

    @pytest.mark.parametrize("day", ["01/01/2024", "31/12/2023", "01/07/2025"])
    def test_a_day_outside_its_time_is_refused(self, client, admin, day):
        old = create_award(valid_to=date(2025, 6, 30))
        response = client.post(url(old, "thay"), facts(old, valid_from=day))
        assert response.status_code == 422
        assert "Hãy ghi một ngày sau ngày đầu và không sau ngày cuối" in response.text
        assert list(AwardProvision.objects.values_list("valid_to", flat=True)) == [date(2025, 6, 30)]

    def test_the_second_of_two_people_is_told_and_keeps_the_words(self, client, admin):
        old = create_award()
        seen = facts(old)
        client.post(url(old, "thay"), seen | {"valid_from": "01/03/2027"})
        response = client.post(url(old, "thay"), seen | {"valid_from": "01/02/2027", "basis": "Lời của tôi"})
        assert response.status_code == 422
        assert "Có người vừa thay đổi mục này" in response.text and "Hồ Gia Phúc" in response.text
        assert 'value="Lời của tôi"' in response.text and 'name="version" value="2"' in response.text
        assert AwardProvision.objects.count() == 2

    def test_sent_twice_it_is_done_once(self, client, admin):
        old = create_award()
        for _ in range(2):
            client.post(url(old, "thay"), sent := facts(old, version=1, valid_from="01/03/2027"))
        assert (AwardProvision.objects.count(), CatalogueEvent.objects.count(), sent["version"]) == (2, 1, 1)


class TestCorrecting:
    def test_what_has_not_begun_is_corrected(self, client, admin, today):
        coming = create_award(valid_from=today + DAY)
        sent = facts(coming, valid_from=f"{today + 2 * DAY:%d/%m/%Y}", decided_by="Chủ tịch nước")
        assert client.post(url(coming, "sua"), sent).status_code == 302
        coming.refresh_from_db()
        assert (coming.valid_from, coming.decided_by) == (today + 2 * DAY, "Chủ tịch nước")
        event = CatalogueEvent.objects.get()
        assert event.details["decided_by"] == "Thủ trưởng cơ quan, đơn vị"

    def test_what_was_entered_today_is_corrected(self, client, admin):
        fresh = create_award(entered_at=timezone.now())
        client.post(url(fresh, "sua"), facts(fresh, valid_from="01/02/2024"))
        assert AwardProvision.objects.get().valid_from == date(2024, 2, 1)

    @pytest.mark.parametrize("entered", [None, timezone.now() - 2 * DAY])
    def test_what_is_in_use_is_never_overwritten(self, client, admin, entered):
        used = create_award(entered_at=entered)
        response = client.post(url(used, "sua"), facts(used, decided_by="Chủ tịch nước"), follow=True)
        assert "Hãy thay bằng quy định mới" in response.text
        assert AwardProvision.objects.get().decided_by == "Thủ trưởng cơ quan, đơn vị"


class TestAdding:
    def test_a_provision_at_another_level(self, client, admin):
        title = create_award(level="unit").title
        sent = facts(title.provisions.get(), level="commune", valid_from="01/07/2025")
        client.post(f"{title.get_absolute_url()}quy-dinh/them/", sent)
        assert sorted(title.provisions.values_list("level", flat=True)) == ["commune", "unit"]

    @pytest.mark.parametrize(("start", "end"), [("01/01/2020", ""), ("01/01/2020", "01/01/2024"), ("01/06/2026", "")])
    def test_two_of_one_level_never_overlap(self, client, admin, start, end):
        title = create_award(level="unit").title
        sent = facts(title.provisions.get(), level="unit", valid_from=start, valid_to=end)
        response = client.post(f"{title.get_absolute_url()}quy-dinh/them/", sent)
        assert response.status_code == 422
        assert "Hai quy định không được trùng thời gian" in response.text
        assert title.provisions.count() == 1

    def test_one_before_it_is_welcome(self, client, admin):
        title = create_award(level="unit").title
        sent = facts(title.provisions.get(), level="unit", valid_from="01/01/2020", valid_to="31/12/2023")
        assert client.post(f"{title.get_absolute_url()}quy-dinh/them/", sent).status_code == 302

    def test_a_new_title_with_its_first_provision(self, client, admin):
        sent = facts(create_award(), code="knc-hoi-cn", name="Kỷ niệm chương của Hội", kind="keepsake")
        sent |= {"recipient": "person", "level": "ministry_province", "valid_from": "01/01/2026"}
        client.post("/khen-thuong/danh-muc/them/", sent)
        title = AwardTitle.objects.get(code="KNC-HOI-CN")
        assert (title.full_name, title.provisions.get().level) == (
            "Kỷ niệm chương của Hội (cá nhân)",
            "ministry_province",
        )
        assert title.events.get().by == admin
        assert "Kỷ niệm chương của Hội" in client.get("/khen-thuong/danh-muc/?q=ky+niem+chuong+hoi").text

    @pytest.mark.parametrize(
        ("field", "value", "words"),
        [
            ("multiplier", "0", "Hãy ghi một số từ 0,01 đến 1.000."),
            ("multiplier", "một phẩy năm", "Hãy ghi một số, ví dụ 1,5."),
            ("multiplier", "1,5", "Hãy chọn mức tin cậy của mục này."),
            ("valid_from", "01/01/0001", "Hãy ghi một ngày từ 02/09/1945."),
            ("standard", "", "Hãy điền mục này."),
            ("valid_to", "31/12/2019", "Ngày kết thúc không được trước ngày bắt đầu."),
        ],
    )
    def test_what_is_wrong_is_said(self, client, admin, field, value, words):
        title = create_award(level="unit").title
        sent = facts(title.provisions.get(), level="commune", valid_from="01/07/2025") | {field: value}
        response = client.post(f"{title.get_absolute_url()}quy-dinh/them/", sent)
        assert (response.status_code, words in response.text) == (422, True), response.context["form"].errors


class TestEnding:
    def test_one_level_ends_and_the_other_stays(self, client, admin):
        district = create_award(level="district")
        unit = create_award(title=district.title, level="unit")
        sent = {"which": district.pk, "on": "30/06/2025", "because": "Không còn cấp huyện", "version": 1}
        client.post(f"{district.title.get_absolute_url()}ket-thuc/", sent)
        district.refresh_from_db(), unit.refresh_from_db()
        assert (district.valid_to, unit.valid_to) == (date(2025, 6, 30), None)
        assert "Không còn cấp huyện" in CatalogueEvent.objects.get().note

    def test_a_title_ends_with_all_its_provisions(self, client, admin):
        title = create_award(level="district").title
        create_award(title=title, level="unit")
        sent = {"on": "31/12/2026", "because": "Luật mới bỏ danh hiệu này", "version": 1}
        client.post(f"{title.get_absolute_url()}ket-thuc/", sent)
        assert set(title.provisions.values_list("valid_to", flat=True)) == {date(2026, 12, 31)}
        listed = [
            client.get("/khen-thuong/danh-muc/", {"ngay": day}).context["count"] for day in ("31/12/2026", "01/01/2027")
        ]
        assert listed == [1, 0]

    def test_not_before_it_began(self, client, admin):
        title = create_award().title
        response = client.post(
            f"{title.get_absolute_url()}ket-thuc/", {"on": "31/12/2023", "because": "Nhầm", "version": 1}
        )
        assert (response.status_code, "Hãy ghi một ngày trong thời gian đó" in response.text) == (422, True)


@pytest.mark.parametrize(
    ("level", "role", "expected"),
    [
        (Area.Level.PROVINCE, Role.ADMINISTRATOR, 200),
        (Area.Level.CENTRAL, Role.ADMINISTRATOR, 200),
        (Area.Level.DISTRICT, Role.ADMINISTRATOR, 403),
        (Area.Level.COMMUNE, Role.ADMINISTRATOR, 403),
        (Area.Level.PROVINCE, Role.EDITOR, 403),
        (Area.Level.PROVINCE, Role.APPROVER, 403),
    ],
)
def test_who_may_edit(client, level, role, expected):
    client.force_login(create_user(role=role, unit=create_unit(area=create_area(level=level))))
    assert client.get("/khen-thuong/danh-muc/them/").status_code == expected


def test_an_administrator_of_a_department_may_not(client):
    committee = create_unit()
    department = create_unit(parent=committee, kind="department", name="Sở Nội vụ")
    client.force_login(create_user(role=Role.ADMINISTRATOR, unit=department))
    assert client.get("/khen-thuong/danh-muc/them/").status_code == 403


def test_a_reader_sees_no_deeds(client):
    title = create_award().title
    client.force_login(create_user())
    for page in (
        "/khen-thuong/danh-muc/",
        title.get_absolute_url(),
        "/khen-thuong/van-ban/",
        "/khen-thuong/luong-co-so/",
    ):
        text = client.get(page).text
        assert [word for word in ("/them/", "/sua/", "/thay/", "/ket-thuc/") if word in text] == []
