"""Every report leaves who, at which body, from where and in which request (goal R7)."""

import pytest
from django.db import connection
from django.urls import reverse

from tests.plans.test_audit import Watch

from .test_reporting_together import Together

pytestmark = pytest.mark.django_db


def test_each_of_several_reports_is_recorded():
    office, watch = Together(), Watch()
    data = office.form(letter_state="done", meeting_state="done")
    client = office.client(office.reporter)
    with connection.execute_wrapper(watch):
        client.post(office.url, data)
    events = [task.report for task in office.tasks]
    assert ("plans_task" in watch.tables, watch.unrecorded) == (True, set())
    assert {(event.by, event.unit, event.address) for event in events} == {(office.reporter, office.first, "127.0.0.1")}
    assert len({event.request_id for event in events}) == 1
    assert len(events[0].request_id) == 32


def test_asking_for_figures_leaves_an_event_of_the_plan():
    office = Together()
    client, url = office.client(office.editor), reverse("plans:item_figures", args=[office.plan.code, office.letter.pk])
    for label in ("Số tập thể", "Số cá nhân", ""):
        watch = Watch()
        with connection.execute_wrapper(watch):
            assert client.post(url, {"label_1": label, "measure_1": ""}).status_code == 302
        assert ("plans_askedfigure" in watch.tables, watch.unrecorded) == (True, set())
    event = office.plan.events.first()
    assert (event.by, event.unit, event.address) == (office.editor, office.issuer, "127.0.0.1")
    assert event.details == {"before": {"1": ["Số cá nhân", ""]}, "after": {}}
    count = office.plan.events.count()
    client.post(url, {"label_1": "", "measure_1": ""})
    assert office.plan.events.count() == count
