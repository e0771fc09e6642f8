"""Two officers report at the same moment: no report is lost, the second sees the first; the quota of files holds.

Every protection is lifted once (twins), and then what it protects from happens.
"""

from threading import Barrier
from time import sleep
from unittest.mock import patch

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from plans.models import Task, TaskEvent, TaskFile
from plans.progress import reporting
from plans.progress.files import NoRoom, demand_room
from plans.progress.reporting import report
from tests.factories import create_user
from tests.plans.test_edit_race import at_once
from units.models import Role, Unit

from .office import Office

pytestmark = pytest.mark.django_db(transaction=True)
one_writer = pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")


class Two(Office):
    """Two officers of one unit, each with the form of the same task open."""

    def __init__(self):
        super().__init__()
        self.colleague = create_user(role=Role.REPORTER, unit=self.first, full_name="Cán bộ ba")
        self.address = reverse("plans:task_report", args=[self.task(self.letter, self.first).pk])
        self.begun = Barrier(2)

    def open(self):
        """A client of each and what their forms hold."""
        clients = [self.client(user) for user in (self.reporter, self.colleague)]
        forms = [client.get(self.address).context["form"] for client in clients]
        return [
            (client, {"state": "done", "note": f"Số {n}", "seen": form["seen"].value(), "token": form["token"].value()})
            for n, (client, form) in enumerate(zip(clients, forms, strict=True))
        ]

    def send(self, opened):
        client, data = opened
        self.begun.wait(20)
        return client, data, client.post(self.address, data)

    def told(self):
        return sorted(TaskEvent.objects.values_list("note", flat=True))


def test_two_officers_with_one_task_both_end_up_in_its_history_and_the_second_sees_the_first():
    office = Two()
    answers = at_once(office.send, office.open())
    assert sorted(answer.status_code for _, _, answer in answers) == [302, 422]
    client, data, refused = next(each for each in answers if each[2].status_code == 422)
    (first,) = office.told()
    assert "vừa báo cáo “Hoàn thành”" in refused.text
    assert data["note"] in refused.text
    data["seen"] = refused.context["form"]["seen"].value()
    assert client.post(office.address, data).status_code == 302
    assert office.told() == sorted([first, data["note"]]) == ["Số 0", "Số 1"]


def test_twin_who_does_not_say_what_was_seen_overtakes_the_other_unknowingly():
    office = Two()
    blind = [(client, data | {"seen": ""}) for client, data in office.open()]
    assert [answer.status_code for _, _, answer in at_once(office.send, blind)] == [302, 302]
    assert office.told() == ["Số 0", "Số 1"]


@one_writer
def test_twin_without_the_lock_both_believe_to_be_the_first():
    """The history itself refuses the second in one place: an error instead of a word to the second officer."""
    office = Two()
    tasks = [office.task(office.letter, office.first)] * 2

    def unlocked(task):
        found = Task.objects.select_related("unit__area__parent", "plan__issuer", "report__by").get(pk=task.pk)
        office.begun.wait(20)
        return found

    def send(task):
        try:
            return report(task=task, state="done", by=office.reporter, seen=0).seq
        except IntegrityError:
            return "error"

    with patch.object(reporting, "locked", unlocked):
        assert sorted(map(str, at_once(send, tasks))) == ["1", "error"]


# The quota of a unit


def attach(office, before=lambda: None):
    """Two reports of one unit with a file each at once, of which only one has room; how many files were kept."""
    tasks = [office.task(item, office.first) for item in (office.letter, office.meeting)]

    def send(task):
        before()
        file = TaskFile(name="a.png", media_type="image/png", size=100, sha256="x", content=b"x")
        try:
            report(task=task, state="done", by=office.reporter, files=[file])
        except NoRoom:
            return

    at_once(send, tasks)
    return TaskFile.objects.count()


def slowly(unit, files):
    """Room is found, and used a little later: the moment at which the other must not look."""
    demand_room(unit, files)
    sleep(0.2)


def test_two_at_once_do_not_pass_the_quota_together(settings):
    office, settings.TASK_FILES_QUOTA = Two(), 150
    with patch.object(reporting, "demand_room", slowly):
        assert attach(office) == 1


@one_writer
def test_twin_without_the_lock_of_the_unit_two_pass_the_quota_together(settings):
    office, settings.TASK_FILES_QUOTA = Two(), 150
    unlocked = patch.object(Unit.objects, "select_for_update", lambda **_: Unit.objects.all())
    with patch.object(reporting, "demand_room", slowly), unlocked:
        assert attach(office) == 2


def test_twin_with_room_looked_for_before_the_report_two_pass_the_quota_together(settings):
    """On SQLite too: what holds there is that room is looked for and used in one transaction."""
    office, settings.TASK_FILES_QUOTA = Two(), 150

    def look():
        with transaction.atomic():
            demand_room(office.first, [TaskFile(size=100)])
        office.begun.wait(20)

    with patch.object(reporting, "demand_room", lambda unit, files: None):
        assert attach(office, before=look) == 2
