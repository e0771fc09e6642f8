"""Recording a plan that was signed and sent out on paper before it was entered here."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.issuing import record_issued
from plans.models import IllegalMove, Plan, PlanEvent
from plans.moving import return_for_changes, submit
from tests.factories import create_editor, create_plan, create_unit, create_user, issue_as_it_stands
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return create_unit(name="Ủy ban nhân dân quận Cái Răng")


@pytest.fixture
def plan(unit):
    return create_plan(issuer=unit)


def record(client, plan, **data):
    return client.post(reverse("plans:plan_record_issued", args=[plan.code]), data)


def test_recording_gives_number_and_date_and_freezes_the_plan(client, unit, plan):
    clerk = create_user(role=Role.CLERK, unit=unit)
    client.force_login(clerk)
    assert record(client, plan, number="5", signed_on="05/02/2024").status_code == 302
    plan.refresh_from_db()
    assert (plan.number, plan.day, plan.month, plan.signed_year, plan.state) == ("05", 5, 2, 2024, "issued")
    assert [(event.kind, event.by) for event in plan.events.all()] == [("recorded", clerk)]
    assert plan.events.get().details["number"] == "05/KH-UBND"


def test_a_second_click_changes_nothing_and_leads_to_the_plan(client, unit, plan):
    client.force_login(create_user(role=Role.CLERK, unit=unit))
    record(client, plan, number="5", signed_on="05/02/2024")
    response = record(client, plan, number="6", signed_on="06/02/2024")
    assert response.url == plan.get_absolute_url()
    plan.refresh_from_db()
    assert plan.number == "05"
    assert plan.events.filter(kind="recorded").count() == 1


def test_two_servers_at_once_record_once(unit, plan):
    clerk = create_user(role=Role.CLERK, unit=unit)
    late = Plan.objects.get(pk=plan.pk)
    record_issued(plan, number="05", signed_on=date(2024, 2, 5), by=clerk)
    with pytest.raises(IllegalMove):
        record_issued(late, number="06", signed_on=date(2024, 2, 6), by=clerk)
    plan.refresh_from_db()
    assert (plan.number, plan.events.count()) == ("05", 1)


def test_only_clerks_of_the_issuer_record(client, unit, plan):
    client.force_login(create_editor(unit=unit))
    assert record(client, plan, number="5", signed_on="05/02/2024").status_code == 403
    client.force_login(create_user(role=Role.CLERK))
    assert record(client, plan, number="5", signed_on="05/02/2024").status_code == 404


@pytest.mark.parametrize(
    ("number", "signed_on", "told"),
    [
        ("", "05/02/2024", "Hãy ghi số văn bản."),
        ("không", "05/02/2024", "Số văn bản chỉ gồm chữ số"),
        ("0", "05/02/2024", "Số văn bản chỉ gồm chữ số"),
        ("5", "", "Hãy ghi đủ ngày, tháng, năm ký."),
        ("5", "02/2024", "Hãy ghi ngày theo dạng ngày/tháng/năm"),
        ("5", "31/02/2024", "Hãy ghi ngày theo dạng ngày/tháng/năm"),
        ("5", f"{date.today() + timedelta(3):%d/%m/%Y}", "Ngày ký ở sau hôm nay."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_changes(client, unit, plan, number, signed_on, told):
    client.force_login(create_user(role=Role.CLERK, unit=unit))
    response = record(client, plan, number=number, signed_on=signed_on)
    assert told in response.text
    plan.refresh_from_db()
    assert (plan.state, plan.number) == ("draft", "")


def test_a_number_already_used_in_the_year_is_refused(client, unit, plan):
    issue_as_it_stands(create_plan(issuer=unit, number="05", day=1, month=1, signed_year=2024))
    client.force_login(create_user(role=Role.CLERK, unit=unit))
    assert "Số 05/KH-UBND năm 2024 đã dùng" in record(client, plan, number="5", signed_on="05/02/2024").text
    plan.refresh_from_db()
    assert plan.is_editable


def test_a_paper_signed_after_it_was_entered_needs_approval(client, unit, plan):
    """Else recording would be a way past the approver."""
    freeze_entry(plan, days_ago=3)
    client.force_login(create_user(role=Role.CLERK, unit=unit))
    response = record(client, plan, number="5", signed_on=f"{timezone.localdate() - timedelta(2):%d/%m/%Y}")
    assert "văn bản mới hãy trình duyệt rồi ban hành" in response.text
    plan.refresh_from_db()
    assert plan.state == "draft"


def test_a_plan_that_was_laid_before_the_approver_waits_for_him(client, unit, plan):
    """Also where it was given back: else recording would be a way past the approver."""
    submit(plan=plan, by=create_editor(unit=unit))
    return_for_changes(plan=plan, by=create_user(role=Role.APPROVER, unit=unit), note="Sửa lại")
    client.force_login(create_user(role=Role.CLERK, unit=unit))
    assert "đã vào quy trình trình duyệt" in record(client, plan, number="5", signed_on="05/02/2024").text
    assert Plan.objects.get(pk=plan.pk).state == "draft"


def freeze_entry(plan, *, days_ago):
    """The first event of a plan lies some days back."""
    moment = timezone.now() - timedelta(days_ago)
    with patch("plans.models.event.timezone.now", lambda: moment):
        PlanEvent.objects.append(plan=plan, kind="created", by=None)
