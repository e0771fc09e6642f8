"""Who is told when nominations come, come back, or are refused: once a person and deed, in the deed's transaction."""

from uuid import uuid4

import pytest
from django.urls import reverse

from plans.models import Notice, OutgoingMail
from tests.awards.making import create_award, create_campaign, create_nomination
from tests.factories import create_unit, create_user
from units.models import Role

from .test_nomination_moves import do

pytestmark = pytest.mark.django_db


class Round:
    """A province, a district, a ward, each with its people; the ward's nominations in a round of the province."""

    def __init__(self):
        self.office = create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")
        self.district = create_unit(name="Ủy ban nhân dân huyện Long Thành", parent=self.office)
        self.ward = create_unit(name="Ủy ban nhân dân xã An Phước", parent=self.district)
        title = create_award(level="ministry_province").title
        self.campaign = create_campaign(unit=self.office, titles=[title])
        self.people = {
            (unit, role): create_user(role=role, unit=unit)
            for unit in (self.office, self.district, self.ward)
            for role in (Role.EDITOR, Role.SECRETARY, Role.REPORTER, Role.CLERK)
        }

    def nominations(self, count, **fields):
        return [create_nomination(campaign=self.campaign, unit=self.ward, **fields) for _ in range(count)]

    def told(self):
        """{(unit, role): [what the person was told]} of those who were told anything."""
        names = {user: who for who, user in self.people.items()}
        found = {}
        for notice in Notice.objects.select_related("user").order_by("pk"):
            found.setdefault(names[notice.user], []).append(notice.text)
        return found


@pytest.fixture
def awarding():
    return Round()


def at(awarding, unit, count=1):
    return awarding.nominations(count, state="submitted", holder=unit)


def submit(client, awarding, rows, token):
    by = awarding.people[awarding.ward, Role.EDITOR]
    client.force_login(by)
    address = reverse("awards:unit_submit", args=[awarding.campaign.pk, awarding.ward.pk])
    return by, client.post(address, {"chon": [row.pk for row in rows], "token": token})


def test_who_keeps_dossiers_where_a_list_came_is_told_once(client, awarding):
    rows, token = awarding.nominations(3), str(uuid4())
    for _ in range(2):  # a double click
        by, answer = submit(client, awarding, rows, token)
        assert answer.status_code == 302
    words = f"{by}: 3 đề nghị vừa đến {awarding.district} – {awarding.campaign}"
    told = {(awarding.district, role): [words] for role in (Role.EDITOR, Role.SECRETARY)}
    assert awarding.told() == told


def test_nobody_is_told_of_a_list_that_was_not_taken(client, awarding):
    rows = [*awarding.nominations(1), *awarding.nominations(1, achievement="")]
    _, answer = submit(client, awarding, rows, str(uuid4()))
    assert "Chưa ghi tóm tắt thành tích." in answer.text
    assert (answer.status_code, awarding.told()) == (422, {})


def test_a_forwarded_one_is_told_to_the_next_level_and_its_notice_opens_it(client, awarding):
    (row,) = at(awarding, awarding.district)
    client.force_login(awarding.people[awarding.district, Role.EDITOR])
    do(client, row, "chuyen-len")
    assert set(awarding.told()) == {(awarding.office, Role.EDITOR), (awarding.office, Role.SECRETARY)}
    reader = awarding.people[awarding.office, Role.SECRETARY]
    client.force_login(reader)
    notice = Notice.objects.get(user=reader)
    answer = client.post(reverse("plans:notice_open", args=[notice.pk]))
    assert answer.url == row.get_absolute_url()
    assert str(row.nominee) in client.get(answer.url).text


def test_several_lead_to_what_waits(client, awarding):
    rows, _ = at(awarding, awarding.district, 2), at(awarding, awarding.ward)
    client.force_login(awarding.people[awarding.district, Role.EDITOR])
    address = reverse("awards:unit_pass_on", args=[awarding.campaign.pk, awarding.district.pk])
    client.post(address, {"token": str(uuid4()), "chon": [row.pk for row in rows]})
    reader = awarding.people[awarding.office, Role.EDITOR]
    client.force_login(reader)
    notice = Notice.objects.get(user=reader)
    page = client.get(client.post(reverse("plans:notice_open", args=[notice.pk])).url)
    assert "2 đề nghị vừa đến" in notice.text and len(page.context["rows"]) == 2


@pytest.mark.parametrize(
    ("deed", "words", "more"),
    [("tra-lai", "trả lại", {"fields_named": ["achievement"]}), ("khong-xet", "không xét", {})],
)
def test_what_comes_back_is_told_with_its_reason_to_who_proposes(client, awarding, settings, deed, words, more):
    settings.SEND_MAIL, settings.SITE_URL = True, "https://tdkt.example.vn"
    reporter = awarding.people[awarding.ward, Role.REPORTER]
    reporter.email = "canbo@example.vn"
    reporter.save()
    (row,) = at(awarding, awarding.district)
    by = awarding.people[awarding.district, Role.EDITOR]
    client.force_login(by)
    assert do(client, row, deed, note="Thiếu số liệu năm 2025", **more).status_code == 302
    said = f"{by}: {words} đề nghị cho {row.nominee} ({row.title.name}): Thiếu số liệu năm 2025"
    told = {(awarding.ward, role): [said] for role in (Role.EDITOR, Role.SECRETARY, Role.REPORTER)}
    assert awarding.told() == told
    mail = OutgoingMail.objects.get()
    assert mail.to == "canbo@example.vn" and mail.body.endswith(f"{settings.SITE_URL}{row.get_absolute_url()}\n")


def test_who_did_it_is_not_told(client, awarding):
    (row,) = at(awarding, awarding.office)
    both = awarding.people[awarding.office, Role.EDITOR]
    both.memberships.create(unit=awarding.ward, role=Role.REPORTER)
    client.force_login(both)
    do(client, row, "khong-xet", note="Trùng hồ sơ")
    assert not Notice.objects.filter(user=both).exists() and Notice.objects.exists()
