"""Reminders that are interrupted and started again, or sent by two at once: nobody gets two, nobody is left out."""

import os
import signal
from collections import Counter
from contextlib import contextmanager
from datetime import date
from itertools import count
from multiprocessing import get_context
from threading import Barrier, Thread
from unittest.mock import patch

import pytest
from django.db import IntegrityError, connection, connections

from plans.models import Notice, OutgoingMail, Reminder
from plans.progress import reminding
from plans.progress.reminding import send_reminders
from tests.factories import create_item, create_plan, create_unit, create_user, issue_as_it_stands
from tests.plans.test_edit_race import at_once
from tests.plans.test_issue_atomic import signal_that_ended
from units.models import Role, User

pytestmark = pytest.mark.django_db(transaction=True)
ON = date(2027, 6, 18)
PEOPLE, BATCH = 7, 3


@pytest.fixture(autouse=True)
def people(settings):
    """Seven reporters of a body with something due today, told three at a time."""
    settings.SEND_MAIL = True
    unit = create_unit()
    plan = create_plan(number="12", day=1)
    create_item(plan=plan, deadline_end=ON, units=[unit])
    issue_as_it_stands(plan)
    made = [create_user(role=Role.REPORTER, unit=unit, email=f"{n}@example.vn").pk for n in range(PEOPLE)]
    with patch.object(reminding, "BATCH", BATCH):
        yield made


def send():
    return send_reminders(on=ON)


def told(person):
    """How many digests, notices and e-mails the person got."""
    notices = Notice.objects.filter(user=person)
    mails = OutgoingMail.objects.filter(notice__in=notices)
    unread = User.objects.get(pk=person).unread_notices
    return Reminder.objects.filter(user=person).count(), notices.count(), mails.count(), unread


def everybody_once(people):
    return {told(person) for person in people} == {(1, 1, 1, 1)}


@contextmanager
def killed_after(step, *, time):
    """The process dies right after it did one step for so many times."""
    original, done = getattr(reminding, step), count(1)

    def stepped(*args, **kwargs):
        result = original(*args, **kwargs)
        if next(done) == time:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    with patch.object(reminding, step, stepped):
        yield


def send_killed(step, time):
    with killed_after(step, time=time):
        send()


@pytest.mark.parametrize(
    ("step", "left"), [("locked_people", 3), ("_tasks_by_person", 3), ("write_each", 3), ("_remind", 6)]
)
def test_killed_in_the_second_batch_it_goes_on_where_it_was(people, step, left):
    assert signal_that_ended(lambda: send_killed(step, 2)) == signal.SIGKILL
    assert Counter(map(told, people)) == {(1, 1, 1, 1): left, (0, 0, 0, 0): PEOPLE - left}
    assert send() == PEOPLE - left
    assert everybody_once(people)


def without_transaction():
    """The twin: the steps of a batch one by one, each its own transaction."""
    people = patch.object(reminding, "locked_people", lambda ids: list(User.objects.filter(pk__in=ids)))
    steps = patch.object(reminding, "_remind", reminding._remind.__wrapped__)
    return people, steps


def test_twin_in_steps_of_their_own_some_get_two(people):
    def send_in_steps():
        unlocked, steps = without_transaction()
        with unlocked, steps:
            send_killed("write_each", 2)

    signal_that_ended(send_in_steps)
    send()
    assert not everybody_once(people)


@contextmanager
def all_look_first(barrier, step="_people"):
    """Every sender does this step before any goes on."""
    original = getattr(reminding, step)

    def stepped(*args):
        result = original(*args)
        barrier.wait(timeout=10)
        return result

    with patch.object(reminding, step, stepped):
        yield


def test_two_processes_at_once_tell_everybody_once(people):
    """Both have read that all are still to be told."""
    context = get_context("fork")
    barrier, sent = context.Barrier(2), context.SimpleQueue()
    connections.close_all()
    with all_look_first(barrier):
        children = [_forked(lambda: sent.put(send())) for _ in range(2)]
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    assert sum(sent.get() for _ in children) == PEOPLE
    assert everybody_once(people)


def _forked(deed):
    """A process of its own, in it a thread that has no connection yet (test_issue_atomic.py tells why)."""
    child = os.fork()
    if child == 0:
        failed = []
        thread = Thread(target=lambda: _noting(failed, deed))
        thread.start()
        thread.join()
        os._exit(len(failed))
    return child


def _noting(failed, deed):
    try:
        deed()
    except BaseException:  # the parent is told by the exit code
        failed.append(True)


def unlocked(together):
    """The twin: people are read and not locked; both senders have looked before either writes."""
    reading = patch.object(reminding, "locked_people", lambda ids: list(User.objects.filter(pk__in=ids).order_by("pk")))
    return reading, all_look_first(together, "_tasks_by_person")


def send_or_collide(_):
    try:
        return send()
    except IntegrityError:
        return None


QUEUING = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite's immediate transactions queue even without the lock"
)


@QUEUING
def test_twin_without_the_lock_a_sender_fails(people):
    """Only the constraint of the database stands then between a person and two digests."""
    reading, together = unlocked(Barrier(2))
    with patch.object(reminding, "BATCH", PEOPLE), reading, together:
        assert None in at_once(send_or_collide, range(2))
    assert everybody_once(people)


@QUEUING
def test_twin_without_lock_and_constraint_people_get_two(people):
    constraint = next(c for c in Reminder._meta.constraints if c.name == "reminder_once_a_day")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Reminder, constraint)
    try:
        reading, together = unlocked(Barrier(2))
        with patch.object(reminding, "BATCH", PEOPLE), reading, together:
            at_once(send_or_collide, range(2))
        assert {told(person)[0] for person in people} == {2}
    finally:
        Reminder.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Reminder, constraint)
