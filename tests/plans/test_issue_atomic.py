"""Issuing happens wholly or not at all, wherever it is interrupted: by an error or by a killed process (goal R4)."""

import os
import signal
from contextlib import contextmanager
from threading import Thread
from unittest.mock import patch

import pytest
from django.db import connections
from django.utils import timezone

from plans import issuing, moving
from plans.issuing import issue
from plans.models import IssuedPaper, Notice, OutgoingMail, Plan, PlanEvent, PlanVersion, RegisterEntry, SeriesCounter
from tests.factories import create_item, create_plan, create_unit, create_user
from units.models import Role

POINTS = ("register", "_write_head", "_store_paper", "keep", "_close_older", "tell_all")
TABLES = (IssuedPaper, Notice, OutgoingMail, PlanEvent, PlanVersion, RegisterEntry, SeriesCounter)


class Killed(Exception):
    """Stands for whatever may go wrong in the middle."""


@pytest.fixture
def plan(settings):
    settings.SEND_MAIL = True
    return approved_plan()


def approved_plan():
    """Approved, with people to tell and a plan it replaces."""
    unit = create_unit()
    older = create_plan(issuer=unit)
    plan = create_plan(issuer=unit, replaces=older)
    create_item(plan=plan), create_item(plan=older)
    editor, approver, _ = (
        create_user(role=role, unit=unit, email=f"{role}@example.vn")
        for role in (Role.EDITOR, Role.APPROVER, Role.CLERK)
    )
    older_content = moving.content_of(older)
    moving.submit(plan=older, by=editor)
    moving.approve(plan=older, by=approver, seen=moving.digest(older_content))
    issue(older, signed_on=timezone.localdate(), by=None)
    plan = Plan.objects.get(pk=plan.pk)  # what it replaces is issued since
    moving.submit(plan=plan, by=editor)
    moving.approve(plan=plan, by=approver, seen=moving.digest(moving.content_of(plan)))
    return Plan.objects.get(pk=plan.pk)


def standing():
    """How many rows every table has, and what all plans are."""
    plans = list(Plan.objects.order_by("pk").values_list("state", "number", "day", "event_count"))
    return plans, {table.__name__: table.objects.count() for table in TABLES}


@contextmanager
def after(point, deed):
    """`deed` happens right after one step of issuing."""
    step = getattr(issuing, point)

    def stepped(*args, **kwargs):
        done = step(*args, **kwargs)
        deed()
        return done

    with patch.object(issuing, point, stepped):
        yield


def fail():
    raise Killed


def issue_today(plan):
    return issue(plan, signed_on=timezone.localdate(), by=None)


@pytest.mark.django_db
@pytest.mark.parametrize("point", POINTS)
def test_an_error_at_any_step_leaves_nothing(plan, point):
    before = standing()
    with after(point, fail), pytest.raises(Killed):
        issue_today(plan)
    assert standing() == before
    assert issue_today(plan).number == "02"  # and no number is lost


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("point", POINTS)
def test_a_process_killed_at_any_step_leaves_nothing(plan, point):
    before = standing()
    assert signal_that_ended(lambda: issue_in(plan, point)) == signal.SIGKILL
    assert standing() == before
    assert issue_today(plan).number == "02"


def issue_in(plan, point):
    with after(point, lambda: os.kill(os.getpid(), signal.SIGKILL)):
        issue_today(plan)


def signal_that_ended(deed):
    """Runs the deed in a process of its own; the signal that ended it.

    There in a thread of its own too, which has no connection yet. The main thread may: after browser tests the loop of
    Playwright runs in it, and connections from before the loop are neither seen by `close_all` nor let go by a killed
    child, whose locks they would keep.
    """
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            thread = Thread(target=deed)
            thread.start()
            thread.join()
        finally:
            os._exit(1)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


@pytest.mark.django_db
def test_the_twin_in_two_transactions_leaves_half(plan):
    """Were the steps not one transaction, the test above would see it: the number would be gone."""
    before = standing()
    with (
        patch.object(issuing.transaction, "atomic", no_transaction),
        after("_store_paper", fail),
        pytest.raises(Killed),
    ):
        issue_today(plan)
    assert standing() != before


@contextmanager
def no_transaction():
    yield


@pytest.mark.django_db
def test_all_of_it_is_there_afterwards(plan):
    before = standing()[1]
    issue_today(plan)
    assert {name: count - before[name] for name, count in standing()[1].items()} == {
        "IssuedPaper": 1,
        "RegisterEntry": 1,
        "SeriesCounter": 0,
        "PlanVersion": 1,
        "PlanEvent": 2,
        "Notice": 6,
        "OutgoingMail": 6,
    }
    assert plan.replaces.__class__.objects.get(pk=plan.replaces_id).state == "replaced"
