"""Two people report on the same tasks at the same moment: they wait for each other, and neither fails."""

from threading import Barrier

import pytest
from django.db import OperationalError, connection, transaction

from plans.models import Task, TaskEvent
from plans.progress.reporting import report
from plans.progress.reporting_together import report_together
from tests.plans.test_edit_race import at_once

from .office import Office

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4


def test_two_people_with_the_same_tasks_in_opposite_order():
    office = Office()
    tasks = list(Task.objects.exclude(unit=None).order_by("pk"))

    def send(chosen):
        for _ in range(ROUNDS):
            report_together([{"task": task, "state": "done"} for task in chosen], by=office.editor)

    at_once(send, [tasks, tasks[::-1]])
    seqs = list(TaskEvent.objects.filter(task=tasks[0]).order_by("seq").values_list("seq", flat=True))
    assert (seqs, TaskEvent.objects.count()) == (list(range(1, 2 * ROUNDS + 1)), 2 * ROUNDS * len(tasks))


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_twin_one_after_the_other_they_block_each_other():
    office, begun = Office(), Barrier(2)
    tasks = list(Task.objects.exclude(unit=None).order_by("pk"))

    def send(chosen):
        try:
            with transaction.atomic():
                report(task=chosen[0], state="done", by=office.editor)
                begun.wait(10)
                report(task=chosen[-1], state="done", by=office.editor)
        except OperationalError:
            return "deadlock"
        return "sent"

    assert sorted(at_once(send, [tasks, tasks[::-1]])) == ["deadlock", "sent"]
