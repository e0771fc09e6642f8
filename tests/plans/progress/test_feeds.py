"""Calendars under a secret address: what they show, who gets one, when they end."""

import logging
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from plans.feeds import stamp_of
from plans.models import CalendarFeed, Task
from plans.progress.reporting import report
from tests.factories import create_user
from tests.plans.progress.office import Office
from units.models import Membership, Role, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


def make(office, unit=None):
    """The address a reporter is shown, as a path."""
    page = office.client(office.reporter).post(reverse("plans:feeds"), {"unit": unit.pk if unit else ""})
    return page.context["address"].removeprefix("http://testserver")


def summaries(path):
    return {str(event["summary"]) for event in Calendar.from_ical(Client().get(path).content).walk("VEVENT")}


def test_programs_fetch_the_tasks_without_signing_in(office):
    path = make(office, office.first)
    answer = Client().get(path)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in answer.headers["Cache-Control"]
    assert not answer.cookies
    assert summaries(path) == {"Họp giao ban", "Gửi báo cáo"}
    task = office.task(office.meeting, office.first)
    assert f"http://testserver{task.get_absolute_url()}" in answer.text.replace("\r\n ", "")


def test_of_all_units_of_a_person_and_of_the_last_year_only(office):
    Membership.objects.create(user=office.reporter, unit=office.second, role=Role.REPORTER)
    path = make(office)
    assert Client().get(path).text.count("BEGIN:VEVENT") == 4
    Task.objects.filter(item=office.letter).update(due_on=timezone.localdate() - timedelta(days=366))
    assert summaries(path) == {"Phòng Nội vụ: Họp giao ban", "Phòng Tài chính: Họp giao ban"}


def test_who_has_it_as_it_is_gets_304_without_a_calendar_being_made(office, django_assert_max_num_queries):
    path = make(office)
    first = Client().get(path)
    with django_assert_max_num_queries(6):
        again = Client().get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert Client().get(path, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304


def test_after_any_deed_it_is_made_anew(office):
    path = make(office)
    first = Client().get(path)
    report(task=office.task(office.letter, office.first), state=Task.State.DONE, by=office.reporter)
    again = Client().get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, "Trạng thái: Hoàn thành" in again.text.replace("\r\n ", "")) == (200, True)


def test_a_role_at_another_unit_and_the_next_day_make_it_anew(office):
    make(office)
    feed, today = CalendarFeed.objects.get(), timezone.localdate()
    marks = {stamp_of(feed, today=today).mark, stamp_of(feed, today=today + timedelta(days=1)).mark}
    Membership.objects.create(user=office.reporter, unit=office.second, role=Role.REPORTER)
    marks.add(stamp_of(CalendarFeed.objects.get(), today=today).mark)
    assert len(marks) == 3


def test_the_thirty_first_calendar_of_a_minute_is_not_made(office):
    paths = [make(office), make(office, office.first)]
    etags = [Client().get(path)["ETag"] for path in paths]
    for _ in range(28):
        assert Client().get(paths[0]).status_code == 200
    refused = Client().get(paths[1])
    assert (refused.status_code, refused["Retry-After"], "ETag" in refused) == (429, "60", False)
    assert "Hãy chờ một phút" in refused.text
    assert Client().get(paths[1], headers={"If-None-Match": etags[1]}).status_code == 304


def test_only_the_hash_is_kept_and_the_address_shown_once(office):
    secret = make(office).removeprefix("/lich/").removesuffix(".ics")
    assert len(secret) == 43
    assert secret not in str(CalendarFeed.objects.values().get())
    assert secret not in office.client(office.reporter).get(reverse("plans:feeds")).text


def test_a_second_address_for_the_same_needs_the_first_to_go(office):
    make(office, office.first)
    page = office.client(office.reporter).post(reverse("plans:feeds"), {"unit": office.first.pk})
    assert (page.status_code, CalendarFeed.objects.count()) == (422, 1)
    assert "thu hồi địa chỉ cũ" in page.text


def test_nobody_makes_one_for_a_unit_of_others(office):
    page = office.client(office.reporter).post(reverse("plans:feeds"), {"unit": office.second.pk})
    assert (page.status_code, CalendarFeed.objects.count()) == (422, 0)


def test_revoked_it_leads_nowhere_and_only_its_maker_revokes(office):
    path, feed = make(office), CalendarFeed.objects.get()
    url = reverse("plans:feed_revoke", args=[feed.pk])
    assert office.client(office.other).post(url).status_code == 404
    assert Client().get(path).status_code == 200
    office.client(office.reporter).post(url)
    assert Client().get(path).status_code == 404


def test_it_ends_with_the_role_and_with_the_account(office):
    paths = [make(office), make(office, office.first)]
    User.objects.filter(pk=office.reporter.pk).update(is_active=False)
    assert {Client().get(path).status_code for path in paths} == {404}
    User.objects.filter(pk=office.reporter.pk).update(is_active=True)
    office.reporter.memberships.update(valid_to=timezone.localdate() - timedelta(days=1))
    assert {Client().get(path).status_code for path in paths} == {404}


def test_fetching_changes_nothing_and_an_unknown_secret_is_not_found(office):
    path = make(office)
    before = CalendarFeed.objects.values().get()
    Client().get(path)
    assert CalendarFeed.objects.values().get() == before
    assert Client().get("/lich/khong-co.ics").status_code == 404
    assert Client().post(path).status_code == 405


def test_no_log_tells_the_secret():
    record = logging.makeLogRecord({"msg": "%s: %s", "args": ("Not Found", "/lich/bi-mat_1.ics")})
    assert all(handler.filters for handler in logging.getLogger().handlers if type(handler) is logging.StreamHandler)
    for each in [one for handler in logging.getLogger().handlers for one in handler.filters]:
        each.filter(record)
    assert record.getMessage() == "Not Found: /lich/….ics"


def test_a_stranger_sees_no_addresses_of_others(office):
    make(office, office.first)
    assert "Chưa có địa chỉ nào" in office.client(create_user()).get(reverse("plans:feeds")).text
