"""What units, the plan's office and lead units do with tasks. Each deed locks the task and adds to its history.

All or nothing, and a form sent twice does its deed once. Raises Refused with a sentence for the user.
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..editing.locking import Refused
from ..models import Task, TaskEvent, TaskFile
from .access import unit_leading
from .files import demand_room
from .history import append, event_of
from .telling import tell_of_task

Kind = TaskEvent.Kind
State = Task.State
_FARTHEST = 5  # years to which a day may be moved: a slip of the hand writes 2206 for 2026


class Withdrawn(Refused):
    def __init__(self):
        super().__init__("Kế hoạch không còn giao nhiệm vụ này nên không cần báo cáo nữa.")


class Closed(Refused):
    def __init__(self):
        super().__init__("Nhiệm vụ đã kết thúc. Muốn báo cáo thêm, hãy nhờ cơ quan chủ trì mở lại.")


class ReasonMissing(Refused):
    def __init__(self):
        super().__init__("Hãy ghi lý do vào ô Nội dung.")


class ReportedMeanwhile(Refused):
    """Somebody else reported since the form was opened."""

    def __init__(self, event):
        at = timezone.localtime(event.at)
        super().__init__(
            f"{event.by} vừa báo cáo “{event.get_state_display()}” lúc {at:%H:%M %d/%m/%Y}. "
            "Hãy đọc báo cáo ấy; nếu vẫn muốn gửi báo cáo của mình, bấm Gửi lần nữa."
        )
        self.event = event


@transaction.atomic
def report(
    *, task, state, by, note="", figures=None, happened_on=None, files=(), on_behalf=False, seen=None, token=None
):
    """File a report. Returns its event.

    `seen` is the id of the report the form showed (0: none; None: not asked); `files` are TaskFile not yet stored.
    """
    held = locked(task)
    if before := _done_before(held, token):
        return before
    _demand_standing(held)
    if held.closed_at:
        raise Closed
    if state == State.NOT_DONE and not note.strip():
        raise ReasonMissing
    if seen is not None and held.report_id and held.report_id != seen:
        raise ReportedMeanwhile(TaskEvent.objects.select_related("by").get(pk=held.report_id))
    event = append(
        held,
        Kind.REPORTED,
        by=by,
        state=state,
        note=note,
        figures=figures or {},
        happened_on=happened_on or timezone.localdate(),
        on_behalf=on_behalf,
        token=token,
    )
    _attach(event, files)
    held.state, held.report, held.reported_at, held.returned_at = state, event, event.at, None
    held.save(update_fields=["state", "report", "reported_at", "returned_at"])
    if on_behalf:
        tell_of_task(event)
    return event


@transaction.atomic
def give_back(*, task, by, note, token=None):
    """The plan's office returns the last report with what is missing; until the next one the task is in progress."""
    held = locked(task)
    if before := _done_before(held, token):
        return before
    _demand_standing(held)
    if not held.report_id or held.returned_at:
        raise Refused("Nhiệm vụ này chưa có báo cáo nào để trả lại.")
    if not note.strip():
        raise Refused("Hãy ghi điều cần bổ sung vào ô Nội dung.")
    event = append(held, Kind.RETURNED, by=by, note=note, token=token)
    held.state, held.returned_at, held.closed_at = State.IN_PROGRESS, event.at, None
    held.save(update_fields=["state", "returned_at", "closed_at"])
    tell_of_task(event)
    return event


@transaction.atomic
def ask_extension(*, task, by, until_on, note, token=None):
    """The unit asks for a later day, with the reason."""
    held = locked(task)
    if before := _done_before(held, token):
        return before
    _demand_unfinished(held)
    _demand_later(held, until_on)
    if not note.strip():
        raise ReasonMissing
    event = append(held, Kind.EXTENSION_ASKED, by=by, note=note, until_on=until_on, token=token)
    held.asked_until_on = until_on
    held.save(update_fields=["asked_until_on"])
    tell_of_task(event)
    return event


@transaction.atomic
def extend(*, task, by, until_on, note="", token=None):
    """The plan's office gives a later day, asked for or not."""
    held = locked(task)
    if before := _done_before(held, token):
        return before
    _demand_unfinished(held)
    _demand_later(held, until_on)
    event = append(held, Kind.EXTENDED, by=by, note=note, until_on=until_on, token=token)
    held.due_on, held.asked_until_on = until_on, None
    held.save(update_fields=["due_on", "asked_until_on"])
    tell_of_task(event)
    return event


@transaction.atomic
def refuse_extension(*, task, by, note, token=None):
    """The day stays as it is."""
    held = locked(task)
    if before := _done_before(held, token):
        return before
    if not held.asked_until_on:
        raise Refused("Đơn vị không còn xin gia hạn nhiệm vụ này.")
    if not note.strip():
        raise ReasonMissing
    event = append(held, Kind.EXTENSION_REFUSED, by=by, note=note, token=token)
    held.asked_until_on = None
    held.save(update_fields=["asked_until_on"])
    tell_of_task(event)
    return event


@transaction.atomic
def close_item(*, item, by, note="", token=None):
    """End an item: none of its units is waited for any more. Returns how many tasks were closed now."""
    return _for_each(item, Kind.CLOSED, by=by, note=note, token=token, closed_at=timezone.now())


@transaction.atomic
def reopen_item(*, item, by, note="", token=None):
    """Its units report again. Returns how many tasks were opened now."""
    return _for_each(item, Kind.REOPENED, by=by, note=note, token=token, closed_at=None)


@transaction.atomic
def give(*, task, units, by, note="", token=None):
    """Give an open address to real bodies: each gets a task of its own. Returns those made now."""
    held = locked(task)
    if _done_before(held, token):
        return []
    _demand_standing(held)
    if not held.is_open_address:
        raise Refused("Nhiệm vụ này đã có đơn vị thực hiện.")
    having = set(Task.objects.filter(item=held.item_id, unit__in=units).values_list("unit", flat=True))
    made = Task.objects.bulk_create(_given(held, unit) for unit in units if unit.pk not in having)
    names = "; ".join(task.unit.name for task in made)
    event = append(held, Kind.GIVEN, by=by, note="\n".join(filter(None, [names, note])), token=token)
    tell_of_task(event, tasks=made)
    return made


def locked(task):
    """The task, locked until the transaction ends.

    Its report is not read along: PostgreSQL, having waited for the row, joins what stood beside it before the wait.
    """
    tasks = Task.objects.select_for_update(of=("self",), no_key=True)
    return tasks.select_related("unit__area__parent", "plan__issuer").get(pk=task.pk)


def _done_before(task, token):
    return task.events.filter(token=token).first() if token else None


def _demand_standing(task):
    if task.withdrawn_at:
        raise Withdrawn


def _demand_unfinished(task):
    _demand_standing(task)
    if task.is_finished:
        raise Refused("Nhiệm vụ đã hoàn thành hoặc đã kết thúc nên không cần gia hạn.")


def _demand_later(task, until_on):
    today = timezone.localdate()
    if until_on <= max(filter(None, [task.due_on, today])):
        raise Refused("Ngày gia hạn phải sau hạn hiện nay và sau hôm nay.")
    if until_on.year > today.year + _FARTHEST:
        raise Refused(f"Ngày gia hạn quá xa. Hãy ghi một ngày không sau năm {today.year + _FARTHEST}.")


def _attach(event, files):
    if files:
        demand_room(event.task.unit, files)
    for file in files:
        file.event, file.unit = event, event.task.unit
    TaskFile.objects.bulk_create(files)


def _for_each(item, kind, *, by, note, token, closed_at):
    which = {"item": item, "withdrawn_at": None, "closed_at__isnull": closed_at is not None}
    tasks = Task.objects.filter(**which).order_by("pk").select_related("unit", "plan__issuer")
    done = list(tasks.select_for_update(of=("self",), no_key=True))
    unit = unit_leading(by, done[0]) if by and done else None
    TaskEvent.objects.bulk_create(event_of(task, kind, by=by, unit=unit, note=note, token=token) for task in done)
    ids = [task.pk for task in done]
    Task.objects.filter(pk__in=ids).update(closed_at=closed_at, event_count=F("event_count") + 1)
    return len(done)


def _given(address, unit):
    copied = ("plan_id", "item_id", "key", "group_id", "printed", "role", "quarter", "planned_on", "due_on")
    return Task(unit=unit, given_from=address, **{name: getattr(address, name) for name in copied})
