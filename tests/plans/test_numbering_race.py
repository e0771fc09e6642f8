"""Many take numbers at the same moment: no number twice, none lost, later days have later numbers (goals R2, R3)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import count
from random import Random
from threading import Barrier
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from plans import frozen
from plans import register as numbers
from plans.models import NumberSeries, RegisterEntry, SeriesCounter
from plans.register import DayBeforeLast, register
from tests.factories import create_unit

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE, EACH, FAILING = 6, 12, 0.15
TOLD = {"symbol": "KH-UBND", "doc_type": "KẾ HOẠCH", "subject": "Công tác thi đua", "by": None}


class Failed(Exception):
    """Stands for whatever may go wrong after a number was taken."""


@pytest.fixture
def series():
    return NumberSeries.objects.create(unit=create_unit())


def at_once(deed, people=PEOPLE):
    """Call the deed in a thread for each of the people; what each returned."""

    def call(person):
        try:
            return deed(person)
        finally:
            connection.close()

    with ThreadPoolExecutor(people) as pool:
        return list(pool.map(call, range(people)))


def given(series):
    return list(RegisterEntry.objects.filter(series=series).order_by("number").values_list("number", "signed_on"))


class Calendar:
    """Days that go on while numbers are taken: every fourth asking is a day later."""

    def __init__(self):
        self._asked = count()

    def today(self):
        return date(2026, 1, 1) + timedelta(days=next(self._asked) // 4)


def take_some(series, calendar, person):
    """Takes numbers; some fail after they had theirs, some come with a day that is over. How many were kept."""
    chance, kept = Random(person), 0
    for _ in range(EACH):
        try:
            with transaction.atomic():
                register(series=series, signed_on=calendar.today(), **TOLD)
                if chance.random() < FAILING:
                    raise Failed
            kept += 1
        except (Failed, DayBeforeLast):
            pass
    return kept


def test_no_number_twice_none_lost_in_the_order_of_days(series):
    calendar = Calendar()
    kept = sum(at_once(lambda person: take_some(series, calendar, person)))
    found = given(series)
    assert PEOPLE <= kept < PEOPLE * EACH
    assert [number for number, _ in found] == list(range(1, kept + 1))
    assert [day for _, day in found] == sorted(day for _, day in found)


def test_two_series_with_one_symbol_give_no_number_twice(series):
    plans = NumberSeries.objects.create(unit=series.unit, doc_type="KẾ HOẠCH")

    def take(person):
        own = plans if person % 2 else series
        return {register(series=own, signed_on=date(2026, 1, 5), **TOLD).number for _ in range(3)}

    assert set().union(*at_once(take)) == set(range(1, 3 * PEOPLE + 1))


def test_one_form_sent_by_many_at_once_takes_one_number(series):
    token = uuid4()
    taken = at_once(lambda _: register(series=series, signed_on=date(2026, 1, 5), token=token, **TOLD).pk)
    assert len(set(taken)) == len(given(series)) == 1


def largest_and_one(together):
    """The twin: what is taken is the largest number so far and one, without the lock. All look before anyone writes."""

    def unlocked(series, year):
        last = RegisterEntry.objects.filter(series=series, year=year).order_by("number").last()
        counter, _ = SeriesCounter.objects.get_or_create(series=series, year=year)
        counter.last_number = last.number if last else 0
        together.wait(timeout=10)
        return counter

    return patch.object(numbers, "locked_counter", unlocked)


def take_or_collide(series):
    try:
        return register(series=series, signed_on=date(2026, 1, 5), **TOLD).number
    except IntegrityError:
        return None


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's immediate transactions queue even without the lock")
def test_twin_without_the_lock_some_take_the_same(series):
    """Only the constraint of the database stands then between the office and a number given twice."""
    SeriesCounter.objects.create(series=series, year=2026)
    with largest_and_one(Barrier(PEOPLE)):
        taken = at_once(lambda _: take_or_collide(series))
    assert None in taken


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's immediate transactions queue even without the lock")
def test_twin_without_lock_and_constraint_numbers_are_given_twice(series):
    constraint = next(c for c in RegisterEntry._meta.constraints if c.name == "register_number_once_a_year")
    SeriesCounter.objects.create(series=series, year=2026)
    with connection.schema_editor() as editor:
        editor.remove_constraint(RegisterEntry, constraint)
    try:
        with largest_and_one(Barrier(PEOPLE)):
            assert len(set(at_once(lambda _: take_or_collide(series)))) < PEOPLE
    finally:
        restore(constraint)


def restore(constraint):
    with frozen.lifted():
        RegisterEntry.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(RegisterEntry, constraint)
