"""Which tasks are late: computed from their day and the working days, never stored.

A day off at the end of a term moves its end to the next working day (Bộ luật Dân sự 2015, Đ.148 khoản 5).
"""

from django.db.models import Q

from thiduakhenthuong.working_days import working_day_before

from ..models.task import unfinished


def late(tasks, today):
    """Those of `tasks` that are awaited and whose term is over on `today`."""
    return tasks.standing().given().filter(late_if(today))


def late_if(today):
    """The condition under which a task that stands and is given to a body is late, for counts in one query."""
    return unfinished() & Q(due_on__lte=working_day_before(today))


def is_late(task, today):
    """Whether `late` would give the task."""
    awaited = not task.is_finished and not task.withdrawn_at and not task.is_open_address
    return bool(awaited and task.due_on and task.due_on <= working_day_before(today))
