"""The history of a task: every deed adds an event with the request it came from, and nothing is ever taken away."""

from django.utils import timezone

from thiduakhenthuong.asking import current

from ..models import TaskEvent
from .access import unit_acting

FOR_ITSELF = (TaskEvent.Kind.REPORTED, TaskEvent.Kind.EXTENSION_ASKED)  # what the task's own body does


def event_of(task, kind, *, by=None, **values):
    """The next event of a task (locked by the caller), not yet stored. Counts it on the task."""
    asking = current()
    task.event_count += 1
    return TaskEvent(
        task=task,
        seq=task.event_count,
        kind=kind,
        by=by,
        at=timezone.now(),
        address=asking.address,
        request_id=asking.request_id,
        **values,
    )


def append(task, kind, *, by, **values):
    """Store the next event of a locked task, and the task's count with it. Returns the event."""
    unit = unit_acting(by, task, for_itself=kind in FOR_ITSELF) if by else None
    event = event_of(task, kind, by=by, unit=unit, **values)
    event.save(force_insert=True)
    task.save(update_fields=["event_count"])
    return event
