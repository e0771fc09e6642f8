"""A plan comes into force: each item becomes a task for every body it names; and what happens when it is changed.

Called in the transaction that issues, amends, replaces or revokes the plan. Tasks that a later plan still asks keep
their reports; those it no longer asks are withdrawn, never deleted.
"""

from collections import defaultdict
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from thiduakhenthuong.dates import quarter_of, quarter_period
from units.models import Unit

from ..kinds import AssignmentRole
from ..models import AskedFigure, Assignment, MutedPlan, Plan, RemindingRule, Task, TaskEvent
from .history import event_of
from .inserting import insert_for_each

Kind = TaskEvent.Kind
BATCH = 2000
_STRONGEST_FIRST = (AssignmentRole.LEAD, AssignmentRole.RESPONSIBLE, AssignmentRole.COORDINATING)


@transaction.atomic
def open_tasks(plan, *, instead_of=None):
    """Tasks of a plan that is now in force. Those of `instead_of` that it still asks become its own."""
    if not plan.is_plan:
        return
    if instead_of:
        _take_over_settings(plan, instead_of)
    opening = _Opening(plan, [*_line_of(plan), *([instead_of.pk] if instead_of else [])])
    for row in _assignments(plan):
        opening.ask(row)
    opening.follow_addresses()
    opening.withdraw_the_rest()


@transaction.atomic
def withdraw_tasks(plan):
    """No plan asks these any more: it was revoked, or replaced by another."""
    _withdraw([task for task in _locked([plan.pk]) if not task.withdrawn_at])


class _Opening:
    """One plan's tasks as they become: `left` are those that stood before and nobody has asked for yet."""

    def __init__(self, plan, sources):
        self.plan = plan
        self.day = date(plan.signed_year, plan.month, plan.day)
        self.left = defaultdict(dict)
        for task in sorted(_locked(sources), key=lambda task: task.withdrawn_at is None):  # those that stand count
            self.left[task.key][_identity(task)] = task
        self.asked = defaultdict(set)  # by item: what has its task
        self.addresses = {}  # open addresses that stood before and still do: by id what the plan says
        self.members = {}
        self.made = {}  # by group: ids of bodies, and an item for which these and no others have tasks through it

    def ask(self, row):
        """One line of an item's bodies: tasks that stood before follow it, the others are made."""
        wanted = [(unit, "") for unit in self._units(row)] or [(None, row.printed)]
        wanted = [identity for identity in wanted if identity not in self.asked[row.item_id]]
        self.asked[row.item_id].update(wanted)
        before = self.left[row.item.key]
        followed = [before.pop(identity) for identity in wanted if identity in before]
        kept = {_identity(task) for task in followed}
        said = self._said(row)
        _follow(followed, said)
        self.addresses |= {task.pk: said for task in followed if task.is_open_address}
        self._make([identity[0] for identity in wanted if identity not in kept], said, row.item.key)
        if said["group_id"] and wanted and not (followed or before):
            self.made[said["group_id"]] = [unit for unit, _ in wanted], row.item_id

    def follow_addresses(self):
        """A task given on from an open address stands as long as the address does."""
        for before in self.left.values():
            for identity, task in list(before.items()):
                if said := self.addresses.get(task.given_from_id):
                    names = ("plan_id", "item_id", "quarter", "planned_on")
                    _follow([before.pop(identity)], {name: said[name] for name in names})

    def withdraw_the_rest(self):
        _withdraw([task for before in self.left.values() for task in before.values() if not task.withdrawn_at])

    def _units(self, row):
        """Ids of the bodies a line names, through a group too; none where nobody can list them."""
        if row.unit_id:
            return [row.unit_id]
        if row.group_id and row.group_id not in self.members:
            units = row.group.units(on=self.day).order_by("pk").values_list("pk", flat=True)
            self.members[row.group_id] = list(units.distinct())
        return self.members.get(row.group_id, [])

    def _said(self, row):
        """What the plan says of a task, as columns."""
        quarter, last_day = _when(self.plan, row.item)
        return {
            "plan_id": self.plan.pk,
            "item_id": row.item_id,
            "role": row.role,
            "group_id": None if row.unit_id else row.group_id,
            "printed": row.printed,
            "quarter": quarter,
            "planned_on": last_day,
        }

    def _make(self, units, said, key):
        """New tasks of these bodies (None: an open address)."""
        new = said | {"key": key, "due_on": said["planned_on"], "state": Task.State.NOT_STARTED, "event_count": 0}
        if units == [None]:
            Task.objects.create(**new)
            return
        for ids in self._sources(units, said["group_id"]):
            insert_for_each(Task, ids, "unit", **new)

    def _sources(self, units, group):
        """Where the database finds these ids: in the tasks it has just made, or in a list, which costs more to send."""
        made, item = self.made.get(group, (None, None))
        if made == units:
            return [Task.objects.filter(item=item, group=group).values_list("unit")]
        return [Unit.objects.filter(pk__in=some).values_list("pk") for some in _batches(units)]


def _line_of(plan):
    """Ids of the plan, of the one it amends, of the one which that one amends, and so on."""
    while plan:
        yield plan.pk
        plan = plan.amends


def _assignments(plan):
    """Directly named ones first, those who lead before those who help."""
    rows = Assignment.objects.filter(item__plan=plan).select_related("item", "group").order_by()
    rank = {role: place for place, role in enumerate(_STRONGEST_FIRST)}
    return sorted(rows, key=lambda row: (row.unit_id is None, rank[row.role], row.item_id, row.position))


def _when(plan, item):
    """The quarter it stands or falls due in, and its last day: of the deadline, else of the quarter."""
    end = item.deadline_end
    quarter = item.quarter or (quarter_of(end) if end and end.year == plan.year else None)
    return quarter, end or (quarter_period(plan.year, quarter)[1] if quarter else None)


def _locked(plans):
    """Tasks of plans, locked in the order in which every deed locks them."""
    return Task.objects.filter(plan__in=plans).order_by("pk").select_for_update(no_key=True)


def _identity(task):
    return task.unit_id, "" if task.unit_id else task.printed


def _follow(tasks, said):
    """From now on another plan asks these; an event where that changes something for the body."""
    moved = [task for task in tasks if task.planned_on != said["planned_on"]]
    events = [event for task in tasks for event in _events_of(task, said)]
    _update(tasks, withdrawn_at=None, **said)
    _update(moved, due_on=said["planned_on"])
    _record(events)


def _events_of(task, said):
    if task.withdrawn_at:
        yield event_of(task, Kind.RESTORED)
    elif task.planned_on != said["planned_on"]:
        yield event_of(task, Kind.CHANGED, until_on=said["planned_on"])
    elif task.role != said.get("role", task.role):
        yield event_of(task, Kind.CHANGED)


def _withdraw(tasks):
    _update(tasks, withdrawn_at=timezone.now())
    _record([event_of(task, Kind.WITHDRAWN) for task in tasks])


def _record(events):
    TaskEvent.objects.bulk_create(events, batch_size=BATCH)
    _update([event.task for event in events], event_count=F("event_count") + 1)


def _update(tasks, **values):
    for some in _batches(tasks):
        Task.objects.filter(pk__in=[task.pk for task in some]).update(**values)


def _batches(rows):
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]


def _take_over_settings(plan, older):
    """What was set for the older plan goes on for the one that amends it, and the other way round."""
    if plan.pk not in (older.amends_id, *Plan.objects.filter(amends=older).values_list("pk", flat=True)):
        return
    for model in (RemindingRule, MutedPlan, AskedFigure):
        model.objects.filter(plan=older).update(plan=plan)
    Plan.objects.filter(carries_out=older).update(carries_out=plan)
    Plan.objects.filter(pk=plan.pk, carries_out=None).update(carries_out=older.carries_out_id)
