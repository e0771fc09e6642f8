"""A plan comes into force: each item becomes a task for every body it names; and what happens when it is changed.

Called in the transaction that issues, amends, replaces or revokes the plan. Tasks that a later plan still asks keep
their reports; those it no longer asks are withdrawn, never deleted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from thiduakhenthuong.dates import quarter_of, quarter_period

from ..kinds import AssignmentRole
from ..models import AskedFigure, Assignment, MutedPlan, Plan, RemindingRule, Task, TaskEvent
from .history import event_of

Kind = TaskEvent.Kind
BATCH = 1000
_STRONGEST_FIRST = (AssignmentRole.LEAD, AssignmentRole.RESPONSIBLE, AssignmentRole.COORDINATING)
_FOLLOWING = (
    "plan_id",
    "item_id",
    "role",
    "group_id",
    "printed",
    "quarter",
    "planned_on",
)  # what a plan says of a task


@dataclass(frozen=True)
class Asked:
    """One item for one body (`unit_id`), or for an open address that nobody can list (None)."""

    item_id: int
    key: object
    unit_id: int | None
    group_id: int | None
    printed: str
    role: str
    quarter: int | None
    planned_on: date | None

    @property
    def identity(self):
        return self.key, self.unit_id, "" if self.unit_id else self.printed


@transaction.atomic
def open_tasks(plan, *, instead_of=None):
    """Tasks of a plan that is now in force. Those of `instead_of` that it still asks become its own."""
    if plan.is_report:
        return
    if instead_of:
        _take_over_settings(plan, instead_of)
    sources = [plan.pk, *([instead_of.pk] if instead_of else [])]
    known = {_identity(task): task for task in _locked(plan_id__in=sources)}
    wanted = list(asked_by(plan))
    new = [_task(plan, asked) for asked in wanted if asked.identity not in known]
    Task.objects.bulk_create(new, batch_size=BATCH)
    kept = {asked.identity: asked for asked in wanted if asked.identity in known}
    addresses = {known[identity].pk for identity in kept if identity[1] is None}
    stale = [task for identity, task in known.items() if identity not in kept]
    given = [task for task in stale if task.given_from_id in addresses]
    items = {asked.key: asked for asked in wanted}
    events = [event for identity, asked in kept.items() for event in _follow(known[identity], plan, asked)]
    events += [event for task in given for event in _follow_address(task, plan, items[task.key])]
    events += [_withdraw(task) for task in stale if task not in given and not task.withdrawn_at]
    _store(known.values(), events)


@transaction.atomic
def withdraw_tasks(plan):
    """No plan asks these any more: it was revoked, or replaced by another."""
    tasks = list(_locked(plan_id__in=[plan.pk], withdrawn_at=None))
    _store(tasks, [_withdraw(task) for task in tasks])


def asked_by(plan) -> Iterator[Asked]:
    """What a plan asks of whom, each body once an item: named by itself before through a group, leading first."""
    day = date(plan.signed_year, plan.month, plan.day)
    members, seen = {}, set()
    for row in _assignments(plan):
        units = [row.unit_id] if row.unit_id else _members(row.group, day, members)
        for unit_id in units or [None]:
            group = None if row.unit_id else row.group_id
            asked = Asked(
                row.item_id,
                row.item.key,
                unit_id,
                group,
                row.printed,
                row.role,
                *_when(plan, row.item),
            )
            if asked.identity not in seen:
                seen.add(asked.identity)
                yield asked


def _assignments(plan):
    """Directly named ones first, those who lead before those who help."""
    rows = Assignment.objects.filter(item__plan=plan).select_related("item", "group").order_by()
    rank = {role: place for place, role in enumerate(_STRONGEST_FIRST)}
    return sorted(rows, key=lambda row: (row.unit_id is None, rank[row.role], row.item_id, row.position))


def _members(group, day, known):
    """Ids of the bodies behind a group on a day; none where nobody can list them."""
    if group is None:
        return []
    if group.pk not in known:
        known[group.pk] = list(group.units(on=day).order_by("pk").values_list("pk", flat=True).distinct())
    return known[group.pk]


def _when(plan, item):
    """The quarter it stands or falls due in, and its last day: of the deadline, else of the quarter."""
    end = item.deadline_end
    quarter = item.quarter or (quarter_of(end) if end and end.year == plan.year else None)
    return quarter, end or (quarter_period(plan.year, quarter)[1] if quarter else None)


def _identity(task):
    return task.key, task.unit_id, "" if task.unit_id else task.printed


def _locked(**which):
    """Tasks in the order in which every deed locks them."""
    return Task.objects.filter(**which).order_by("pk").select_for_update(no_key=True)


def _task(plan, asked):
    return Task(
        plan=plan,
        item_id=asked.item_id,
        key=asked.key,
        unit_id=asked.unit_id,
        group_id=asked.group_id,
        printed=asked.printed,
        role=asked.role,
        quarter=asked.quarter,
        planned_on=asked.planned_on,
        due_on=asked.planned_on,
    )


def _follow(task, plan, asked):
    """The task is from now on asked by this plan; an event where that changes something for the body."""
    if asked.planned_on != task.planned_on:
        task.due_on = asked.planned_on
    changed = (task.planned_on, task.role) != (asked.planned_on, asked.role)
    for name in _FOLLOWING[1:]:
        setattr(task, name, getattr(asked, name))
    yield from _stand(task, plan, changed)


def _follow_address(task, plan, asked):
    """A task given on from an open address stands as long as the address does."""
    task.item_id, task.quarter = asked.item_id, asked.quarter
    if changed := task.planned_on != asked.planned_on:
        task.planned_on = task.due_on = asked.planned_on
    yield from _stand(task, plan, changed)


def _stand(task, plan, changed):
    restored = task.withdrawn_at is not None
    task.plan_id, task.withdrawn_at = plan.pk, None
    if restored:
        yield event_of(task, Kind.RESTORED)
    elif changed:
        yield event_of(task, Kind.CHANGED, until_on=task.due_on)


def _withdraw(task):
    task.withdrawn_at = timezone.now()
    return event_of(task, Kind.WITHDRAWN)


def _store(tasks, events):
    columns = [*_FOLLOWING, "due_on", "withdrawn_at", "event_count"]
    names = [name.removesuffix("_id") for name in columns]
    Task.objects.bulk_update(tasks, names, batch_size=BATCH // 4)
    TaskEvent.objects.bulk_create(events, batch_size=BATCH)


def _take_over_settings(plan, older):
    """What was set for the older plan goes on for the one that amends it, and the other way round."""
    if plan.pk not in (older.amends_id, *Plan.objects.filter(amends=older).values_list("pk", flat=True)):
        return
    for model in (RemindingRule, MutedPlan, AskedFigure):
        model.objects.filter(plan=older).update(plan=plan)
    Plan.objects.filter(carries_out=older).update(carries_out=plan)
