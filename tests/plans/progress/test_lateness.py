"""When a task is late: its term is over, and a term that ends on a day off ends with the next working day."""

from datetime import date, timedelta

import pytest

from plans.models import Task
from plans.moving import cancel
from plans.progress.lateness import is_late, late
from plans.progress.reporting import close_item, extend, report
from tests.factories import create_user
from tests.plans.progress.office import Office
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


def judged(task, day):
    """Whether the task is late, once both ways agree."""
    task.refresh_from_db()
    found = late(Task.objects.filter(pk=task.pk), day).exists()
    assert found == is_late(task, day)
    return found


@pytest.mark.parametrize(
    ("due_on", "first_late_on"),
    [
        (date(2025, 3, 12), date(2025, 3, 13)),  # a Wednesday
        (date(2025, 3, 14), date(2025, 3, 15)),  # a Friday: the term is over, though nobody works on the day after
        (date(2025, 3, 15), date(2025, 3, 18)),  # a Saturday: the term ends on Monday
        (date(2025, 3, 16), date(2025, 3, 18)),  # a Sunday
        (date(2025, 1, 24), date(2025, 1, 25)),  # the last working day before Tết
        (date(2025, 1, 25), date(2025, 2, 4)),  # the Saturday before Tết
        (date(2025, 1, 29), date(2025, 2, 4)),  # the first day of Tết
        (date(2025, 4, 6), date(2025, 4, 9)),  # a Sunday before Giỗ Tổ on Monday
        (date(2025, 4, 26), date(2025, 4, 27)),  # that Saturday was worked …
        (date(2025, 5, 2), date(2025, 5, 6)),  # … for this Friday
        (date(2026, 8, 31), date(2026, 9, 4)),  # a Monday off before Quốc khánh
    ],
)
def test_late_from_the_day_after_the_end_of_the_term(office, due_on, first_late_on):
    task = office.task(office.letter, office.first)
    Task.objects.filter(pk=task.pk).update(due_on=due_on)
    days = [due_on + timedelta(days=n) for n in range(15)]
    assert next(day for day in days if judged(task, day)) == first_late_on
    assert all(judged(task, day) for day in days if day >= first_late_on)


def test_only_what_somebody_still_has_to_do_is_late(office, today):
    in_progress, done = office.task(office.letter, office.first), office.task(office.letter, office.second)
    report(task=in_progress, state="in_progress", by=office.reporter)
    report(task=done, state="not_done", note="Không còn phù hợp", by=office.other)
    assert [judged(task, today) for task in (in_progress, done)] == [True, False]
    close_item(item=office.letter, by=office.editor)
    assert not judged(in_progress, today)


def test_what_was_extended_waits_for_its_new_day(office, today):
    task, until = office.task(office.letter, office.first), today + timedelta(days=40)
    extend(task=task, until_on=until, by=office.editor)
    assert [judged(task, today), judged(task, until + timedelta(days=30))] == [False, True]


def test_without_a_day_never(office, today):
    task = office.task(office.letter, office.first)
    Task.objects.filter(pk=task.pk).update(due_on=None)
    assert not judged(task, today)


def test_an_open_address_never(office, today):
    assert not judged(office.task(office.meeting), today + timedelta(days=90))


def test_what_no_plan_asks_any_more_never(office, today):
    cancel(plan=office.plan, by=create_user(role=Role.CLERK, unit=office.issuer), note="Sai")
    assert not judged(office.task(office.letter, office.first), today)
