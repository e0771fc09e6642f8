"""A unit's tasks as a calendar file, read back with the library other programs use."""

from datetime import date

import pytest
from django.urls import reverse
from icalendar import Calendar

from plans.models import Plan
from tests.factories import create_editor, create_item, create_plan, create_unit, create_user
from units.models import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unguarded")]
TEXT = "Họp Hội đồng; xét “danh hiệu”, trình\nkhen \\ thưởng BEGIN:VEVENT"


@pytest.fixture
def unit():
    return create_unit(name="Sở Nội vụ")


@pytest.fixture
def plan():
    return create_plan(number="12", day=3, state=Plan.State.ISSUED)


def fetch(client, unit, user=None):
    client.force_login(user or create_user(role=Role.REPORTER, unit=unit))
    return client.get(reverse("plans:unit_tasks_ics", args=[unit.pk]), {"nam": 2024})


def events(response):
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_all_day_on_the_deadline_or_the_last_day_of_the_quarter(client, unit, plan):
    create_item(plan=plan, text="Hạn", quarter=1, deadline_end=date(2024, 2, 29), units=[unit])
    create_item(plan=plan, text="Quý", quarter=3, units=[unit])
    create_item(plan=plan, text="Không ngày", quarter=None, units=[unit])
    found = [(str(e["summary"]), e["dtstart"].dt, e["dtend"].dt) for e in events(fetch(client, unit))]
    assert found == [
        ("Hạn", date(2024, 2, 29), date(2024, 3, 1)),
        ("Quý", date(2024, 9, 30), date(2024, 10, 1)),
    ]


def test_vietnamese_text_and_special_signs_survive(client, unit, plan):
    create_item(plan=plan, text=TEXT, units=[(unit, "lead")], deadline_raw="trong quý; I")
    (event,) = events(fetch(client, unit))
    assert str(event["summary"]) == " ".join(TEXT.split())
    assert "Thời hạn: trong quý; I" in str(event["description"])
    assert str(event["url"]).startswith("http")


def test_the_same_tasks_give_the_same_bytes(client, unit, plan):
    create_item(plan=plan, units=[unit])
    assert fetch(client, unit).content == fetch(client, unit).content


def test_each_event_has_an_id_of_item_and_unit(client, unit, plan):
    item = create_item(plan=plan, units=[unit])
    (event,) = events(fetch(client, unit))
    assert str(event["uid"]) == f"nhiem-vu-{item.pk}-don-vi-{unit.pk}@tdkt"


def test_it_is_a_download_with_a_vietnamese_name(client, unit, plan):
    response = fetch(client, unit)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''Nhi%E1%BB%87m")


def test_a_stranger_gets_404(client, unit, plan):
    create_item(plan=plan, units=[unit])
    assert fetch(client, unit, create_editor()).status_code == 404
