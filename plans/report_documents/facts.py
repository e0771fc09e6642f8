"""What the tasks of a plan say of a period: counts, what is done, late, not done and why, what comes next.

The half-year is what the plan wants done by 30 June, whatever a day was later moved to; without a day and a quarter a
task belongs to the whole year alone. States are those of now.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property

from django.db.models import BooleanField, ExpressionWrapper

from ..models import AskedFigure, Period, PlanItem, Task
from ..models.task import UNFINISHED
from ..progress.asked_figures import value_for
from ..progress.lateness import late_if

_COLUMNS = (
    "pk",
    "item",
    "unit",
    "unit__name",
    "quarter",
    "planned_on",
    "due_on",
    "state",
    "closed_at",
    "reported_at",
    "report__note",
)


@dataclass(frozen=True)
class TaskFact:
    """One task as it counts in a report."""

    pk: int
    item: int
    unit_pk: int
    unit: str
    quarter: int | None
    due_on: date | None
    state: str
    is_unfinished: bool  # somebody still has to act: a task that was closed waits for nobody
    is_late: bool
    is_silent: bool  # nothing was ever reported on it
    note: str


@dataclass(frozen=True)
class ItemFact:
    """What an item asks, in the order of the plan."""

    pk: int
    words: str
    deadline: str
    quarter: int | None
    units: str  # who is to do it, as the plan names them


@dataclass(frozen=True)
class SumFact:
    """A figure that reports were asked for, summed."""

    words: str
    total: Decimal
    tasks: tuple[TaskFact, ...]


@dataclass
class ReportFacts:
    """All that a report says in figures."""

    on: date
    period: str
    year: int
    all_items: int  # of the plan, with a task that stands
    all_units: int
    all_tasks: list[TaskFact]
    items: dict[int, ItemFact]
    tasks: list[TaskFact]  # of the period
    sums: list[SumFact] = field(default_factory=list)

    def of_state(self, state):
        return [task for task in self.tasks if task.state == state]

    @cached_property
    def late(self):
        return [task for task in self.tasks if task.is_late]

    @cached_property
    def unfinished(self):
        return [task for task in self.tasks if task.is_unfinished]

    @cached_property
    def silent(self):
        return [task for task in self.unfinished if task.is_silent]

    @cached_property
    def by_quarter(self):
        """{quarter or None: tasks}, in order; what has no quarter last."""
        return grouped(self.tasks, lambda task: task.quarter, order=lambda quarter: (quarter is None, quarter or 0))

    @cached_property
    def by_item(self):
        """{id of an item: its tasks}, in the order of the plan."""
        return grouped(self.tasks, lambda task: task.item)

    @cached_property
    def by_unit(self):
        """Groups of tasks; two bodies may have one name."""
        return list(grouped(self.tasks, lambda task: task.unit_pk).values())

    @cached_property
    def next_items(self):
        """Of the second half of the year: items that are not of the first."""
        now = {task.item for task in self.tasks}
        return [item for item in self.items.values() if item.pk not in now] if self.period == Period.HALF else []


def facts_of(plan, period, *, on):
    """The facts of a plan in force (or that was) for a period, as of the day `on`. Five queries, however many tasks."""
    standing = Task.objects.filter(plan=plan).standing().given()
    told = standing.annotate(is_late=ExpressionWrapper(late_if(on), BooleanField()))
    rows = list(told.order_by("item", "unit__sort_key", "pk").values_list(*_COLUMNS, "is_late", named=True))
    facts = {row.pk: _fact(row) for row in rows}
    end = date(plan.year, 6, 30)
    counted = [facts[row.pk] for row in rows if period == Period.YEAR or _is_of_first_half(row, end)]
    items = _items(plan)
    return ReportFacts(
        on=on,
        period=period,
        year=plan.year,
        all_items=len({row.item for row in rows}),
        all_units=len({row.unit for row in rows}),
        all_tasks=list(facts.values()),
        items={item.pk: item for item in items},
        tasks=_in_order(counted, items),
        sums=_sums(plan, standing, {fact.pk: fact for fact in counted}),
    )


def _fact(row):
    return TaskFact(
        pk=row.pk,
        item=row.item,
        unit_pk=row.unit,
        unit=row.unit__name,
        quarter=row.quarter,
        due_on=row.due_on,
        state=row.state,
        is_unfinished=row.state in UNFINISHED and row.closed_at is None,
        is_late=bool(row.is_late),
        is_silent=row.reported_at is None,
        note=row.report__note or "",
    )


def _is_of_first_half(row, end):
    if row.planned_on:
        return row.planned_on <= end
    return bool(row.quarter) and row.quarter <= 2


def _items(plan):
    """The items some task stands for, in the order of the plan, with whom it names. Two queries."""
    asked = Task.objects.filter(plan=plan, withdrawn_at=None).values("item")
    items = PlanItem.objects.filter(pk__in=asked).select_related("section").prefetch_related("assignments")
    return [
        ItemFact(
            pk=item.pk,
            words=" ".join(item.words.split()),
            deadline=item.deadline_raw,
            quarter=item.quarter,
            units="; ".join(assignment.printed for assignment in item.assignments.all()),
        )
        for item in items
    ]


def _in_order(facts, items):
    place = {item.pk: n for n, item in enumerate(items)}
    return sorted(facts, key=lambda fact: place.get(fact.item, len(place)))


def grouped(tasks, key, order=None):
    """{what `key` tells of a task: such tasks}, as they come, or in an order of the keys."""
    found = defaultdict(list)
    for task in tasks:
        found[key(task)].append(task)
    return {name: found[name] for name in (sorted(found, key=order) if order else found)}


def _sums(plan, standing, facts):
    """Asked figures of the last reports, summed by what was asked; what is no number is left out."""
    asked = list(AskedFigure.objects.filter(plan=plan).order_by("pk"))
    if not asked:
        return []
    told = standing.filter(key__in=[figure.key for figure in asked], report__isnull=False).order_by("pk")
    by_key = defaultdict(list)
    for task in told.select_related("report").only("key", "report__figures"):
        if task.pk in facts:
            by_key[task.key].append((facts[task.pk], task.report))
    return [one for figure in asked if (one := _sum(figure, by_key[figure.key]))]


def _sum(figure, told):
    given = [(fact, _number(value_for(figure, report))) for fact, report in told]
    given = [(fact, value) for fact, value in given if value is not None]
    if not given:
        return None
    words = f"{figure.label} ({figure.measure})" if figure.measure else figure.label
    return SumFact(words, sum(value for _, value in given), tuple(fact for fact, _ in given))


def _number(given):
    try:
        return Decimal(given) if given else None
    except InvalidOperation:
        return None
