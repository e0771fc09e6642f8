"""On which days a task is reminded of: some days before it falls due, on its day, then weekly. Pure; no Django.

Reminders go out on working days only. What falls on a day off comes on the last working day before it while the task
is not due yet, and on the next working day once it is late, so that none is missed because the sender is quiet.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache

from thiduakhenthuong.working_days import end_of_term, is_working_day, working_day_before

_DAY = timedelta(days=1)
_WEEK = 7
MOST_DAYS, FARTHEST = 5, 60  # days before: how many there may be, and how early


class Reason(StrEnum):
    """Why a task is named, in the order of a digest; the value is what a digest says."""

    LATE = "quá hạn"
    RETURNED = "cần báo cáo lại"
    TODAY = "đến hạn hôm nay"
    SOON = "sắp đến hạn"


@dataclass(frozen=True)
class Rule:
    """When the units of a plan are reminded (RemindingRule)."""

    days_before: tuple[int, ...] = (7, 1)
    on_the_day: bool = True
    weekly_late: bool = True


USUAL = Rule()


def parse_days(text):
    """ "7, 1" → (7, 1), the earliest first, each once; ValueError for what is no such list.

    >>> parse_days("1; 7 , 7")
    (7, 1)
    """
    days = {int(part) for part in text.replace(";", ",").split(",") if part.strip()}
    if len(days) > MOST_DAYS or any(not 1 <= day <= FARTHEST for day in days):
        raise ValueError(text)
    return tuple(sorted(days, reverse=True))


def days_words(days):
    """(7, 1) → "7, 1"."""
    return ", ".join(map(str, days))


def reasons_words(reasons):
    """Counted, in their order: "2 quá hạn, 1 sắp đến hạn"."""
    counted = Counter(reasons)
    return ", ".join(f"{counted[each]} {each}" for each in Reason if counted[each])


@lru_cache(maxsize=4096)  # thousands of tasks fall due on a few dozen days
def reason(rule, due_on, today, *, returned_on=None):
    """Why an unfinished task is reminded of today; None on every other day.

    A report that was returned is waited for weekly from its return on, whether or not the task is late.
    """
    if not is_working_day(today):
        return None
    end = due_on and end_of_term(due_on)  # the last day that counts
    waited_since = returned_on or end
    if waited_since and rule.weekly_late and _weekly(end_of_term(waited_since + _DAY), today):
        return Reason.RETURNED if returned_on else Reason.LATE
    if end and rule.on_the_day and end == today:
        return Reason.TODAY
    if end and any(today <= end - _DAY * days < end_of_term(today + _DAY) for days in rule.days_before):
        return Reason.SOON
    return None


def _weekly(first, today):
    """Whether today is whole weeks after the working day `first`, or stands for such a day off just before it."""
    passed = (today - first).days
    return passed >= 0 and passed % _WEEK < (today - working_day_before(today)).days
