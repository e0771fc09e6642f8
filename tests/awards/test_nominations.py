"""Nominations: entered for a record that stands or a new one, changed, found; seen by who proposes and who got them."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from awards.models import Nomination, NominationEvent, Nominee, NomineeViewed
from tests.awards.making import (
    create_award,
    create_campaign,
    create_initiative,
    create_nomination,
    create_nomination_file,
    create_nominee,
)
from tests.factories import create_unit, create_user
from tests.payloads import MARKUP
from units.models import Role

pytestmark = pytest.mark.django_db
JUDGING = 30  # queries at most


@pytest.fixture
def office():
    return create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")


@pytest.fixture
def ward(office):
    return create_unit(name="Ủy ban nhân dân phường Tân An", parent=office)


@pytest.fixture
def campaign(office):
    return create_campaign(unit=office)


@pytest.fixture
def editor(client, ward):
    user = create_user(role=Role.EDITOR, unit=ward, full_name="Lê Thị Hạnh")
    client.force_login(user)
    return user


def adding(campaign, unit, kind="ca-nhan"):
    return f"{campaign.get_absolute_url()}de-nghi/{unit.pk}/them/{kind}/"


def listing(campaign):
    return f"{campaign.get_absolute_url()}de-nghi/"


def sent(campaign, **more):
    values = {"title": campaign.titles.get().pk, "from_year": 2026, "to_year": 2026, "achievement": "Tốt."}
    return values | {"token": str(uuid4())} | more


def names(response):
    return [row.nominee_name for row in response.context["rows"]]


class TestAdding:
    def test_a_record_is_found_by_name_without_diacritics(self, client, editor, campaign, ward):
        below = create_unit(name="Trường Tiểu học", kind="school", parent=ward)
        create_nominee(name="Trần Thị Bé", unit=below)
        create_nominee(name="Trần Thị Xa")
        page = client.get(adding(campaign, ward), {"ten": "tran thi"})
        assert [row.name for row in page.context["found"]] == ["Trần Thị Bé"]
        assert "lập hồ sơ mới" in page.text

    def test_for_a_record_that_stands(self, client, editor, campaign, ward):
        nominee = create_nominee(unit=ward)
        response = client.post(f"{adding(campaign, ward)}?ho-so={nominee.pk}", sent(campaign))
        row = Nomination.objects.get()
        assert response.url == row.get_absolute_url()
        assert (row.nominee, row.unit, row.holder, row.state, row.reached) == (nominee, ward, ward, "draft", None)
        assert row.position_words == "Chuyên viên, Ủy ban nhân dân phường Tân An"
        event = row.events.get()
        assert (event.kind, event.by, event.unit, event.address) == ("added", editor, ward, "127.0.0.1")
        assert event.request_id

    def test_with_a_new_record_in_the_same_form(self, client, editor, campaign, ward):
        new = {"ho-so-name": "Ngô Văn Mới", "ho-so-first_year": "1990", "ho-so-unit": ward.code}
        response = client.post(f"{adding(campaign, ward)}?moi=1", sent(campaign, **new))
        assert response.status_code == 302
        nominee = Nominee.objects.get()
        assert (nominee.name, nominee.first_year, nominee.events.count()) == ("Ngô Văn Mới", 1990, 1)
        assert Nomination.objects.get().nominee == nominee

    def test_a_namesake_is_asked_about_before_a_new_record(self, client, editor, campaign, ward):
        create_nominee(name="Ngô Văn Mới", unit=ward)
        values = sent(campaign, **{"ho-so-name": "ngo van moi", "ho-so-unit": ward.code})
        first = client.post(f"{adding(campaign, ward)}?moi=1", values)
        assert (first.status_code, "Có thể đã có hồ sơ" in first.text, Nominee.objects.count()) == (422, True, 1)
        client.post(f"{adding(campaign, ward)}?moi=1", values | {"ho-so-another": "on"})
        assert Nominee.objects.count() == 2

    def test_nothing_is_half_written(self, client, editor, campaign, ward):
        """A new record of a collective that already has one: refused, and no nomination stays."""
        values = {"ho-so-name": "Ngô Văn Mới", "ho-so-unit": ward.code, "from_year": 1800}
        response = client.post(f"{adding(campaign, ward)}?moi=1", sent(campaign, **values))
        assert (response.status_code, Nominee.objects.count(), Nomination.objects.count()) == (422, 0, 0)

    def test_sent_twice_it_is_made_once(self, client, editor, campaign, ward):
        new = {"ho-so-name": "Ngô Văn Mới", "ho-so-unit": ward.code, "ho-so-another": "on"}
        values = sent(campaign, **new)
        urls = {client.post(f"{adding(campaign, ward)}?moi=1", values).url for _ in range(2)}
        assert (len(urls), Nomination.objects.count(), Nominee.objects.count()) == (1, 1, 1)

    def test_the_same_title_twice_in_a_round_is_refused(self, client, editor, campaign, ward):
        row = create_nomination(campaign=campaign, unit=ward)
        response = client.post(f"{adding(campaign, ward)}?ho-so={row.nominee_id}", sent(campaign))
        assert (response.status_code, "đã có đề nghị" in response.text) == (422, True)

    def test_a_title_of_another_round_is_not_offered(self, client, editor, campaign, ward):
        nominee, other = create_nominee(unit=ward), create_award().title
        values = sent(campaign, title=other.pk)
        assert client.post(f"{adding(campaign, ward)}?ho-so={nominee.pk}", values).status_code == 422

    def test_a_record_out_of_reach_is_not_there(self, client, editor, campaign, ward):
        far = create_nominee()
        assert client.post(f"{adding(campaign, ward)}?ho-so={far.pk}", sent(campaign)).status_code == 404
        assert client.get(f"{adding(campaign, ward)}?ho-so=x").status_code == 404

    def test_not_for_a_unit_one_does_not_work_at(self, client, editor, campaign, office):
        assert client.get(adding(campaign, office)).status_code == 404

    def test_a_reporter_draws_up_nominations_too(self, client, campaign, ward):
        client.force_login(create_user(role=Role.REPORTER, unit=ward))
        nominee = create_nominee(unit=ward, first_year=1971)
        response = client.post(f"{adding(campaign, ward)}?ho-so={nominee.pk}", sent(campaign))
        assert response.status_code == 302
        page = client.get(response.url)
        assert "1971" not in page.text and f"/ho-so/{nominee.pk}/" not in page.text
        assert not NomineeViewed.objects.exists()

    def test_a_closed_round_takes_nothing(self, client, editor, campaign, ward, today):
        campaign.closed_at = "2026-01-01T00:00:00Z"
        campaign.save()
        assert client.post(adding(campaign, ward) + "?moi=1", sent(campaign)).status_code == 302
        assert not Nomination.objects.exists()


class TestChanging:
    def edit(self, client, row, **more):
        return client.post(f"{row.get_absolute_url()}sua/", sent(row.campaign, version=row.version) | more)

    def test_a_draft_changes_and_leaves_what_stood(self, client, editor, campaign, ward):
        row = create_nomination(campaign=campaign, unit=ward)
        work = create_initiative(row.nominee)
        self.edit(client, row, achievement="Sáng kiến mới.", initiatives=work.pk)
        row.refresh_from_db()
        assert (row.achievement, row.version, list(row.initiatives.all())) == ("Sáng kiến mới.", 2, [work])
        assert row.events.get().details == {"achievement": "Hoàn thành xuất sắc nhiệm vụ.", "initiatives": []}

    def test_of_two_people_the_second_is_told_and_keeps_the_words(self, client, editor, campaign, ward):
        row = create_nomination(campaign=campaign, unit=ward)
        self.edit(client, row, achievement="Một")
        second = self.edit(client, row, achievement="Hai")
        assert (second.status_code, "Có người vừa thay đổi" in second.text) == (422, True)
        assert "Hai</textarea>" in second.text and Nomination.objects.get().achievement == "Một"

    def test_what_was_submitted_stands(self, client, editor, campaign, ward):
        row = create_nomination(campaign=campaign, unit=ward, state="submitted")
        assert self.edit(client, row, achievement="Khác").url == row.get_absolute_url()
        assert Nomination.objects.get().achievement == "Hoàn thành xuất sắc nhiệm vụ."

    def test_the_last_year_is_the_rounds(self, client, editor, campaign, ward):
        row = create_nomination(campaign=campaign, unit=ward)
        assert "xét thành tích đến năm 2026" in self.edit(client, row, to_year=2027).text


class TestFinding:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"q": "tran be"}, ["Trần Thị Bé"]),
            ({"don_vi": "phuong tan an"}, ["Trần Thị Bé"]),
            ({"o": "dong nai"}, ["Trần Thị Bé", "Ngô Văn Hai"]),
            ({"trang_thai": "refused"}, ["Ngô Văn Hai"]),
            ({"cho": "on"}, ["Trần Thị Bé"]),
            ({"danh_hieu": "0", "trang_thai": "x", "trang": "y"}, ["Trần Thị Bé", "Ngô Văn Hai"]),
        ],
    )
    def test_by_name_unit_holder_state(self, client, campaign, office, ward, query, found):
        client.force_login(create_user(role=Role.EDITOR, unit=office))
        school = create_unit(name="Trường Chính trị", parent=office)
        for name, unit, state in (("Trần Thị Bé", ward, "submitted"), ("Ngô Văn Hai", school, "refused")):
            create_nomination(campaign=campaign, unit=unit, nominee=create_nominee(name=name, unit=unit), state=state)
        assert names(client.get(listing(campaign), query)) == found

    def test_by_title(self, client, campaign, office):
        client.force_login(create_user(role=Role.EDITOR, unit=office))
        other = create_award(name="Giấy khen").title
        campaign.titles.add(other)
        rows = [create_nomination(campaign=campaign, title=title) for title in campaign.titles.all()]
        found = client.get(listing(campaign), {"danh_hieu": other.pk}).context["rows"]
        assert [row.pk for row in found] == [row.pk for row in rows if row.title == other]

    @pytest.mark.parametrize("query", ["?q=%00&don_vi=%00", "?don_vi_so=x", f"?q={'a' * 300}"])
    def test_odd_input_is_answered(self, client, editor, campaign, query):
        assert client.get(listing(campaign) + query).status_code == 200

    def test_who_holds_it_since_when_stands_in_the_list(self, client, editor, campaign, ward, office):
        create_nomination(campaign=campaign, unit=ward, state="submitted", arrived_at="2026-03-05T03:00:00Z")
        assert f"Đang ở {office} từ 05/03/2026" in client.get(listing(campaign)).text

    def test_the_list_shows_no_year_of_birth(self, client, editor, campaign, ward):
        create_nomination(campaign=campaign, unit=ward, nominee=create_nominee(unit=ward, first_year=1971, sex="male"))
        text = client.get(listing(campaign)).text
        assert "1971" not in text and ">Nam<" not in text


class TestSeeing:
    @pytest.mark.parametrize(
        ("role", "place", "reached", "sees"),
        [
            (Role.EDITOR, "ward", None, True),
            (Role.REPORTER, "ward", None, True),
            (Role.EDITOR, "district", None, False),
            (Role.EDITOR, "district", "district", True),
            (Role.APPROVER, "district", "office", True),
            (Role.EDITOR, "office", "district", False),
            (Role.SECRETARY, "office", "office", True),
            (Role.REPORTER, "district", "office", False),
            (Role.CLERK, "office", "office", False),
            (Role.EDITOR, "beside", "office", False),
        ],
    )
    def test_seen_by_who_proposes_and_by_those_it_came_to(self, client, office, role, place, reached, sees):
        district = create_unit(name="Ủy ban nhân dân huyện", parent=office)
        ward = create_unit(name="Ủy ban nhân dân xã", parent=district)
        places = {"office": office, "district": district, "ward": ward}
        places["beside"] = create_unit(name="Xã bên", parent=district)
        campaign = create_campaign(unit=office)
        nominee = create_nominee(name="Trần Thị Bé", unit=ward)
        row = create_nomination(campaign=campaign, unit=ward, nominee=nominee, reached=places.get(reached))
        client.force_login(create_user(role=role, unit=places[place]))
        assert client.get(row.get_absolute_url()).status_code == (200 if sees else 404)
        listed = client.get(listing(campaign))
        assert (listed.status_code == 200 and nominee.name in listed.text) is sees

    def test_above_the_rounds_body_what_came_to_it_is_seen(self, client, office, ward):
        row = create_nomination(campaign=create_campaign(unit=ward), state="submitted")
        client.force_login(create_user(role=Role.EDITOR, unit=office))
        assert client.get(row.get_absolute_url()).status_code == 200

    def test_personal_data_is_for_who_may_open_the_record_and_the_look_is_noted(self, client, editor, campaign, ward):
        nominee = create_nominee(unit=ward, first_year=1971, sex="male")
        row = create_nomination(campaign=campaign, unit=ward, nominee=nominee)
        assert "1971" in client.get(row.get_absolute_url()).text
        assert NomineeViewed.objects.get().by == editor


@pytest.mark.parametrize("payload", MARKUP[:6])
def test_words_of_ill_will_are_escaped(client, editor, campaign, ward, payload):
    nominee = create_nominee(name=payload[:200], position=payload[:200], unit=ward)
    row = create_nomination(campaign=campaign, unit=ward, nominee=nominee, achievement=payload, position_words=payload)
    pages = [row.get_absolute_url(), f"{row.get_absolute_url()}sua/", listing(campaign), adding(campaign, ward)]
    for path in pages:
        assert payload not in client.get(path).text, path


def test_the_list_asks_the_same_number_of_queries_at_any_size(client, campaign, office, django_assert_num_queries):
    client.force_login(create_user(role=Role.EDITOR, unit=office))
    for size in (1, 29):
        for number in range(size):
            unit = create_unit(name=f"Đơn vị {size} {number}", parent=office)
            create_nomination(campaign=campaign, unit=unit, state="submitted")
        client.get(listing(campaign))
        with django_assert_num_queries(8):
            assert len(names(client.get(listing(campaign)))) in (1, 30)


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_one_asks_the_same_number_of_queries_at_any_history(client, editor, campaign, ward, state):
    """Of a draft some are asked to judge it."""
    few, many = (create_nomination(campaign=campaign, unit=ward, state=state) for _ in range(2))
    for row, size in ((few, 1), (many, 30)):
        for number in range(size):
            row.initiatives.add(create_initiative(row.nominee, title=f"Sáng kiến {number}"))
            NominationEvent.objects.append(nomination=row, kind="changed", by=editor, unit=ward)
            create_nomination_file(row)
    asked = set()
    for row in (few, many):
        client.get(row.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            client.get(row.get_absolute_url())
        asked.add(len(queries))
    assert len(asked) == 1 and asked.pop() <= 12 + (JUDGING if state == "draft" else 0)
