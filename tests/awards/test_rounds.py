"""Rounds of awarding: opened, found, changed, closed; seen by the bodies they reach and by nobody else."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from awards.models import Campaign
from plans.issuing import record_issued
from tests.awards.making import create_award, create_campaign, create_nomination
from tests.factories import create_item, create_plan, create_unit, create_user
from tests.payloads import MARKUP
from units.models import Role

pytestmark = pytest.mark.django_db
LIST = "/khen-thuong/dot/"


@pytest.fixture
def office():
    return create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")


@pytest.fixture
def ward(office):
    return create_unit(name="Ủy ban nhân dân phường Tân An", parent=office)


@pytest.fixture
def editor(client, office):
    user = create_user(role=Role.EDITOR, unit=office, full_name="Lê Thị Hạnh")
    client.force_login(user)
    return user


def sent(office, title, **more):
    values = {"unit": office.code, "name": "Khen thưởng năm 2026", "kind": "work", "year": 2026, "titles": title.pk}
    return values | {"opens_on": "01/11/2026", "due_on": "15/12/2026", "token": str(uuid4())} | more


def names(response):
    return [campaign.name for campaign, _, _ in response.context["rows"]]


class TestOpening:
    def test_a_round_is_opened_with_its_titles(self, client, editor, office):
        title = create_award(name="Chiến sĩ thi đua cơ sở").title
        response = client.post(f"{LIST}mo/", sent(office, title))
        opened = Campaign.objects.get()
        assert response.url == opened.get_absolute_url()
        assert (opened.due_on, list(opened.titles.all())) == (date(2026, 12, 15), [title])
        event = opened.events.get()
        assert (event.kind, event.by, event.unit, event.address) == ("opened", editor, office, "127.0.0.1")
        assert event.request_id

    @pytest.mark.parametrize("is_filed", [False, True])
    def test_it_may_carry_out_an_item_of_a_plan_in_force(self, client, editor, office, is_filed):
        item = create_item(plan=create_plan(issuer=office, year=timezone.localdate().year), text="Phiên thứ nhất")
        assert "Phiên thứ nhất" not in client.get(f"{LIST}mo/").text
        plan = record_issued(item.plan, number="12", signed_on=timezone.localdate(), by=None)
        if is_filed:
            plan._move("filed", by=None)
        assert "12/KH-UBND: Phiên thứ nhất" in client.get(f"{LIST}mo/").text
        client.post(f"{LIST}mo/", sent(office, create_award().title, plan_item=item.pk))
        assert Campaign.objects.get().plan_item == item
        assert "Phiên thứ nhất" in client.get(Campaign.objects.get().get_absolute_url()).text

    def test_sent_twice_it_is_opened_once(self, client, editor, office):
        values = sent(office, create_award().title)
        urls = {client.post(f"{LIST}mo/", values).url for _ in range(2)}
        assert (len(urls), Campaign.objects.count()) == (1, 1)

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"due_on": "01/10/2026"}, "không được trước ngày bắt đầu"),
            ({"titles": []}, "Hãy chọn ít nhất một danh hiệu"),
            ({"year": "hai"}, "Hãy ghi năm đủ bốn chữ số"),
            ({"unit": "khong-co"}, "Không có đơn vị nào"),
        ],
    )
    def test_what_is_wrong_is_said(self, client, editor, office, change, words):
        response = client.post(f"{LIST}mo/", sent(office, create_award().title, **change))
        assert (response.status_code, words in response.text, Campaign.objects.count()) == (422, True, 0)

    def test_not_at_a_unit_one_does_not_work_for(self, client, editor):
        other = create_unit(name="Ủy ban nhân dân tỉnh Lâm Đồng")
        assert client.post(f"{LIST}mo/", sent(other, create_award().title)).status_code == 422

    def test_a_reporter_opens_none(self, client, ward):
        client.force_login(create_user(role=Role.REPORTER, unit=ward))
        assert client.get(f"{LIST}mo/").status_code == 403


class TestChanging:
    def test_a_change_leaves_what_stood_before(self, client, editor, office):
        campaign = create_campaign(unit=office)
        title = campaign.titles.get()
        values = sent(office, title, name="Tên mới", version=1)
        assert client.post(f"{campaign.get_absolute_url()}sua/", values).status_code == 302
        campaign.refresh_from_db()
        event = campaign.events.get()
        assert (campaign.name, campaign.version) == ("Tên mới", 2)
        assert (event.kind, event.details["name"]) == ("changed", "Khen thưởng công trạng năm 2026")

    def test_a_title_somebody_is_nominated_for_stays(self, client, editor, office):
        campaign, other = create_campaign(unit=office), create_award(name="Giấy khen").title
        create_nomination(campaign=campaign)
        response = client.post(f"{campaign.get_absolute_url()}sua/", sent(office, other, version=1))
        assert (response.status_code, "không bỏ danh hiệu này được" in response.text) == (422, True)
        assert other not in campaign.titles.all()

    def test_of_two_people_the_second_is_told(self, client, editor, office):
        campaign = create_campaign(unit=office)
        values = sent(office, campaign.titles.get(), version=1)
        client.post(f"{campaign.get_absolute_url()}sua/", values)
        second = client.post(f"{campaign.get_absolute_url()}sua/", values | {"name": "Của tôi"})
        assert (second.status_code, "Có người vừa thay đổi" in second.text) == (422, True)
        assert 'value="Của tôi"' in second.text and Campaign.objects.get().name == "Khen thưởng năm 2026"

    def test_closed_and_opened_again_with_a_reason(self, client, editor, office):
        campaign = create_campaign(unit=office)
        address = f"{campaign.get_absolute_url()}dong/"
        assert client.post(address, {"because": "", "version": 1}).status_code == 422
        client.post(address, {"because": "Đã có quyết định", "version": 1})
        assert Campaign.objects.get().closed_at and "Mở lại đợt" in client.get(address).text
        client.post(address, {"because": "Bổ sung hồ sơ", "version": 2})
        kinds = list(campaign.events.values_list("kind", flat=True))
        assert (Campaign.objects.get().closed_at, kinds) == (None, ["reopened", "closed"])


class TestSeeing:
    @pytest.mark.parametrize(
        ("role", "place", "sees"),
        [
            (Role.EDITOR, "own", True),
            (Role.APPROVER, "above", True),
            (Role.REPORTER, "below", True),
            (Role.REPORTER, "above", False),
            (Role.CLERK, "own", False),
            (Role.EDITOR, "beside", False),
        ],
    )
    def test_a_round_is_seen_by_the_bodies_it_reaches(self, client, office, ward, role, place, sees):
        places = {"above": office, "own": ward, "beside": create_unit(name="Phường Lê Lợi", parent=office)}
        places["below"] = create_unit(name="Phòng Văn hóa", kind="division", parent=ward)
        campaign = create_campaign(unit=ward)
        client.force_login(create_user(role=role, unit=places[place]))
        listed = client.get(LIST)
        assert client.get(campaign.get_absolute_url()).status_code == (200 if sees else 404)
        assert (campaign.name in listed.text) is sees

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"q": "dot xuat"}, ["Đợt đột xuất"]),
            ({"nam": "2025"}, ["Năm học"]),
            ({"loai": "sudden"}, ["Đợt đột xuất"]),
            ({"mo": "on"}, ["Đợt đột xuất"]),
            ({"nam": "x", "loai": "y", "trang": "z"}, ["Đợt đột xuất", "Năm học"]),
        ],
    )
    def test_found_without_diacritics(self, client, editor, office, query, found):
        titles = [create_award().title]
        closed = {"closed_at": "2026-01-01T00:00:00Z", "due_on": date(2025, 6, 1), "opens_on": date(2025, 5, 1)}
        create_campaign(unit=office, titles=titles, name="Năm học", year=2025, **closed)
        create_campaign(unit=office, titles=titles, name="Đợt đột xuất", kind="sudden")
        assert names(client.get(LIST, query)) == found

    def test_the_stage_is_said(self, client, editor, office, today):
        create_campaign(unit=office, opens_on=today - timedelta(days=9), due_on=today - timedelta(days=3))
        assert "Quá hạn nhận 3 ngày" in client.get(LIST).text

    def test_each_unit_is_counted(self, client, editor, office, ward):
        campaign = create_campaign(unit=office)
        create_nomination(campaign=campaign, unit=ward, state="submitted")
        create_nomination(campaign=campaign, unit=ward)  # a draft below is nobody's here
        page = client.get(campaign.get_absolute_url())
        assert [(row.name, row.by_state) for row in page.context["counts"]] == [(ward.name, {"submitted": 1})]


@pytest.mark.parametrize("payload", MARKUP[:6])
def test_words_of_ill_will_are_escaped(client, editor, office, payload):
    campaign = create_campaign(unit=office, name=payload[:200], note=payload)
    for path in (LIST, campaign.get_absolute_url(), f"{campaign.get_absolute_url()}sua/"):
        assert payload not in client.get(path).text, path


def test_the_pages_ask_the_same_number_of_queries_at_any_size(client, editor, office, django_assert_num_queries):
    titles = [create_award().title]
    for size in (1, 29):
        for number in range(size):
            campaign = create_campaign(unit=office, titles=titles, name=f"Đợt {size} {number}")
            unit = create_unit(name=f"Đơn vị {size} {number}", parent=office)
            create_nomination(campaign=Campaign.objects.earliest("pk"), unit=unit, state="submitted")
        client.get(LIST)
        with django_assert_num_queries(5):
            assert len(names(client.get(LIST))) in (1, 30)
        first = Campaign.objects.earliest("pk")
        with django_assert_num_queries(9):
            client.get(first.get_absolute_url())
    assert campaign
