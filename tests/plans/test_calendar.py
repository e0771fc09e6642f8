"""A unit's tasks as a calendar file, read back with the library other programs use."""

from datetime import date

import pytest
from django.urls import reverse
from icalendar import Calendar

from plans.models import Task
from plans.progress.reporting import report
from tests.factories import create_editor, create_item, create_plan, create_unit, create_user, issue_as_it_stands
from units.models import Role

pytestmark = pytest.mark.django_db
TEXT = "Họp Hội đồng; xét “danh hiệu”, trình\nkhen \\ thưởng BEGIN:VEVENT"


@pytest.fixture
def unit():
    return create_unit(name="Sở Nội vụ")


def issued(*items):
    """A plan in force; each item as the fields of `create_item`."""
    plan = create_plan(number="12", day=3)
    for item in items:
        create_item(plan=plan, **item)
    issue_as_it_stands(plan)
    return plan


def fetch(client, unit, user=None):
    client.force_login(user or create_user(role=Role.REPORTER, unit=unit))
    return client.get(reverse("plans:unit_tasks_ics", args=[unit.pk]), {"nam": 2024})


def events(response):
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_all_day_on_the_deadline_or_the_last_day_of_the_quarter(client, unit):
    issued(
        {"text": "Hạn", "quarter": 1, "deadline_end": date(2024, 2, 29), "units": [unit]},
        {"text": "Quý", "quarter": 3, "units": [unit]},
        {"text": "Không ngày", "quarter": None, "units": [unit]},
    )
    found = [(str(e["summary"]), e["dtstart"].dt, e["dtend"].dt) for e in events(fetch(client, unit))]
    assert found == [
        ("Hạn", date(2024, 2, 29), date(2024, 3, 1)),
        ("Quý", date(2024, 9, 30), date(2024, 10, 1)),
    ]


def test_vietnamese_text_and_special_signs_survive(client, unit):
    issued({"text": TEXT, "units": [(unit, "lead")], "deadline_raw": "trong quý; I"})
    (event,) = events(fetch(client, unit))
    assert str(event["summary"]) == " ".join(TEXT.split())
    assert "Thời hạn: trong quý; I" in str(event["description"])


def test_each_event_leads_to_the_page_where_it_is_reported(client, unit):
    issued({"units": [unit]})
    (event,) = events(fetch(client, unit))
    address = f"http://testserver{Task.objects.get().get_absolute_url()}"
    assert (str(event["url"]), address in str(event["description"])) == (address, True)


def test_the_same_tasks_give_the_same_bytes_and_a_report_a_later_sequence(client, unit):
    issued({"units": [unit]})
    before = fetch(client, unit)
    assert before.content == fetch(client, unit).content
    report(task=Task.objects.get(), state="done", by=create_editor())
    (older,), (newer,) = events(before), events(fetch(client, unit))
    assert newer["uid"] == older["uid"]
    assert newer["sequence"] > older["sequence"]
    assert "Hoàn thành" in str(newer["description"])


def test_each_event_has_an_id_of_its_task(client, unit):
    issued({"units": [unit]})
    (event,) = events(fetch(client, unit))
    assert str(event["uid"]) == f"nhiem-vu-{Task.objects.get().pk}@tdkt"


def test_it_is_a_download_with_a_vietnamese_name(client, unit):
    response = fetch(client, unit)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''Nhi%E1%BB%87m")


def test_a_stranger_gets_404(client, unit):
    issued({"units": [unit]})
    assert fetch(client, unit, create_editor()).status_code == 404
