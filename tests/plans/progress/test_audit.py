"""Every report leaves who, at which body, from where and in which request (goal R7)."""

import pytest
from django.db import connection

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
