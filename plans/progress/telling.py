"""Who is told of what was done to a task: its unit, or the plan's office where that has to decide."""

from django.db.models import Q
from django.utils import timezone

from units.models import Membership, Role

from ..models import TaskEvent
from ..notices import Message, locked_people, write
from .access import OVERSEEING


def tell_of_task(event, *, tasks=()):
    """Notices and e-mails, in the transaction of the deed. `tasks` are those that an open address was given on as."""
    task = event.task
    if event.kind == TaskEvent.Kind.EXTENSION_ASKED:
        who = Q(unit=task.plan.issuer, role__in=OVERSEEING)
    else:
        who = Q(unit__in=[each.unit_id for each in tasks or [task]], role=Role.REPORTER)
    held = Membership.objects.filter(who).valid(on=timezone.localdate())
    people = locked_people(set(held.values_list("user", flat=True)) - {event.by_id})
    write(people, _message(event, task if not tasks else None), plan=task.plan, task_event=event)


def _message(event, task):
    words = " ".join(event.task.item.words.split())
    said = ": ".join(filter(None, [event.get_kind_display(), _until(event), event.note]))
    path = task.get_absolute_url() if task else "/nhiem-vu/"
    return Message(
        text=f"{event.by}: {said} – {words}"[:600],
        subject=f"{event.get_kind_display()}: {words}",
        link=f"Xem nhiệm vụ: {path}",
    )


def _until(event):
    return f"đến {event.until_on:%d/%m/%Y}" if event.until_on else ""
