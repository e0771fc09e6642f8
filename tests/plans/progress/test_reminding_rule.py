"""The days on which a task is reminded of: a few told by hand, and any of them against the rule said plainly."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.progress.reminder_days import USUAL, Reason, Rule, days_words, parse_days, reason
from tests.fuzzing import examples
from thiduakhenthuong.working_days import end_of_term, is_working_day, working_day_before

DAY = timedelta(days=1)
DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))
RULES = st.builds(
    Rule,
    days_before=st.lists(st.integers(1, 60), max_size=5, unique=True).map(lambda days: tuple(sorted(days)[::-1])),
    on_the_day=st.booleans(),
    weekly_late=st.booleans(),
)
LOOKED_AT = 90


def found(due_on, *, rule=USUAL, returned_on=None, start=None, days=30):
    """What is said on which days, from `start` on, as {day of the month: reason}."""
    first = start or due_on - 15 * DAY
    looked_at = [first + n * DAY for n in range(days)]
    said = {day: reason(rule, due_on, day, returned_on=returned_on) for day in looked_at}
    return {day: why for day, why in said.items() if why}


def test_a_week_before_the_day_before_on_the_day_and_weekly_when_late():
    assert found(date(2026, 6, 18), days=40) == {
        date(2026, 6, 11): Reason.SOON,
        date(2026, 6, 17): Reason.SOON,
        date(2026, 6, 18): Reason.TODAY,
        date(2026, 6, 19): Reason.LATE,
        date(2026, 6, 26): Reason.LATE,
        date(2026, 7, 3): Reason.LATE,
        date(2026, 7, 10): Reason.LATE,
    }


def test_due_on_a_sunday_it_runs_to_monday_and_what_falls_on_the_weekend_comes_on_friday():
    assert found(date(2026, 6, 21), days=25) == {
        date(2026, 6, 15): Reason.SOON,
        date(2026, 6, 19): Reason.SOON,
        date(2026, 6, 22): Reason.TODAY,
        date(2026, 6, 23): Reason.LATE,
        date(2026, 6, 30): Reason.LATE,
    }


def test_nothing_is_said_over_tet_and_what_fell_into_it_is_said_before_or_after():
    said = found(date(2026, 2, 11), start=date(2026, 2, 12), days=21)
    assert said == {date(2026, 2, 12): Reason.LATE, date(2026, 2, 23): Reason.LATE, date(2026, 2, 26): Reason.LATE}
    soon = found(date(2026, 2, 24), start=date(2026, 2, 10), days=15)
    assert soon == {date(2026, 2, 13): Reason.SOON, date(2026, 2, 23): Reason.SOON, date(2026, 2, 24): Reason.TODAY}


def test_a_returned_report_is_asked_for_weekly_though_there_is_time_left():
    said = found(date(2026, 8, 31), returned_on=date(2026, 6, 17), start=date(2026, 6, 17), days=16)
    assert said == dict.fromkeys([date(2026, 6, 18), date(2026, 6, 25), date(2026, 7, 2)], Reason.RETURNED)
    assert found(None, returned_on=date(2026, 6, 17), start=date(2026, 6, 17), days=5)


def test_a_task_without_a_day_is_never_due():
    assert found(None, start=date(2026, 6, 1)) == {}


def test_what_is_switched_off_is_not_said():
    assert found(date(2026, 6, 18), rule=Rule((), on_the_day=False, weekly_late=False), days=60) == {}


@pytest.mark.parametrize(
    ("text", "days"), [("7, 1", (7, 1)), ("1;7,7", (7, 1)), ("", ()), (" 30 ", (30,)), ("60,1,2,3,4", (60, 4, 3, 2, 1))]
)
def test_days_are_read_as_typed(text, days):
    assert parse_days(text) == days
    assert parse_days(days_words(days)) == days


@pytest.mark.parametrize("text", ["0", "61", "-1", "một", "1.5", "1,2,3,4,5,6", "7 1", "²"])
def test_what_is_no_list_of_days_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - which one is no matter: the form says what to type
        parse_days(text)


def told_plainly(rule, due_on, until):
    """The days of the rule one by one, each put on a working day: back before the task is due, on once it is late."""
    end = end_of_term(due_on)
    days = {working_day_before(end - n * DAY + DAY) for n in rule.days_before}
    days |= {end} if rule.on_the_day else set()
    late = end_of_term(end + DAY)
    while rule.weekly_late and late <= until:
        days.add(end_of_term(late))
        late += 7 * DAY
    return days


@examples(150)
@given(rule=RULES, due_on=DAYS)
def test_exactly_the_days_of_the_rule(rule, due_on):
    """So none is forgotten, whatever is closed; and being a set of days, none is said twice on one."""
    start, end = due_on - LOOKED_AT * DAY, due_on + LOOKED_AT * DAY
    expected = {day for day in told_plainly(rule, due_on, end) if day < end}
    assert set(found(due_on, rule=rule, start=start, days=2 * LOOKED_AT)) == expected


@examples(150)
@given(rule=RULES, due_on=DAYS, days=st.integers(-90, 400))
def test_quiet_on_days_off(rule, due_on, days):
    day = due_on + days * DAY
    assert reason(rule, due_on, day) is None or is_working_day(day)


@examples(150)
@given(due_on=DAYS, days=st.integers(-90, 400))
def test_called_late_only_what_is_late(due_on, days):
    """Bộ luật Dân sự 2015, Đ.148: as everywhere else."""
    today = due_on + days * DAY
    if reason(USUAL, due_on, today) == Reason.LATE:
        assert due_on <= working_day_before(today)
    if reason(USUAL, due_on, today) in (Reason.SOON, Reason.TODAY):
        assert due_on > working_day_before(today)


@examples(50)
@given(due_on=DAYS)
def test_a_late_task_is_never_silent_for_longer_than_a_week_and_the_days_off_after_it(due_on):
    days = sorted(day for day, why in found(due_on, days=200).items() if why == Reason.LATE)
    first = end_of_term(end_of_term(due_on) + DAY)
    assert days[0] == first
    for earlier, later in pairwise(days):
        assert later <= end_of_term(earlier + 7 * DAY)


def test_the_twin_that_only_looks_at_the_day_itself_forgets():
    """Were a reminder simply dropped on a day off, the test against the plain rule would see it."""
    due_on = date(2026, 6, 21)
    dropped = {day for n in USUAL.days_before if is_working_day(day := end_of_term(due_on) - n * DAY)}
    assert dropped < told_plainly(Rule(weekly_late=False, on_the_day=False), due_on, due_on)
