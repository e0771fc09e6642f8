"""What a leader sees of the plans of their bodies in a year: five figures, and what waits for a decision.

Of the bodies where a role of the office is held and of those below them in the same area. What lower levels do with a
plan has a page of its own (levels.py).
"""

from dataclasses import dataclass

from django.db.models import Count, F

from units.access import units_with
from units.models import Unit

from ..models import Plan, Task, TaskEvent
from ..models.moves import IN_FORCE, State
from .access import OVERSEEING
from .concerns import Concern, concerning, condition
from .unit_tasks import OF_BODY, Told, with_words

MOST = 5  # of each kind of decision, on the page
FIGURES = (Concern.GIVEN, Concern.DONE, Concern.LATE, Concern.SILENT, Concern.ASKED)
DECISIONS = {
    Concern.ASKED: "Xin gia hạn: đồng ý hoặc không đồng ý",
    Concern.NOT_DONE: "Đơn vị báo cáo không thực hiện: kết thúc nhiệm vụ hoặc trả lại báo cáo",
    Concern.OPEN: "Địa chỉ chung: giao cho đơn vị cụ thể",
    Concern.LATE: "Quá hạn lâu nhất: đôn đốc",
}
_COUNTED = (*FIGURES, Concern.NOT_DONE)
_REASON_IN = {Concern.ASKED: TaskEvent.Kind.EXTENSION_ASKED, Concern.NOT_DONE: TaskEvent.Kind.REPORTED}


@dataclass(frozen=True)
class Figure:
    concern: Concern
    count: int
    percent: int | None = None  # of all that was given; rounded down


@dataclass(frozen=True)
class PlanLine:
    """A plan in force with its counts by concern."""

    plan: Plan
    counts: dict

    @property
    def given(self):
        return self.counts[Concern.GIVEN]

    @property
    def done(self):
        return self.counts[Concern.DONE]

    @property
    def late(self):
        return self.counts[Concern.LATE]


@dataclass(frozen=True)
class TaskLine(Told):
    """A task, and in the words of its body why."""

    reason: str = ""


@dataclass(frozen=True)
class Deciding:
    """Tasks that wait for one kind of decision: the first of them, and whether there are more."""

    concern: Concern
    title: str
    lines: list[TaskLine]
    has_more: bool


def bodies_led(user):
    """The bodies whose plans are the user's to look after, by name."""
    return sorted(set(units_with(user, *OVERSEEING)), key=lambda unit: unit.sort_key)


def plans_led(bodies):
    """What these bodies, and those below them in their areas, have in force or laid before who approves."""
    issuers = Unit.objects.below(*bodies).filter(area__in={body.area_id for body in bodies})
    found = Plan.objects.filter(issuer__in=issuers, state__in=(*IN_FORCE, State.SUBMITTED))
    return list(found.for_list().order_by("-year", "issuer__sort_key", "pk"))


def in_force(plans):
    """Those of the plans that ask something of bodies now."""
    return [plan for plan in plans if plan.is_in_force and plan.is_plan]


def usual_year(years, today):
    """This year where there is anything, else the latest."""
    return today.year if today.year in years else max(years, default=today.year)


def tasks_led(plans):
    return Task.objects.standing().filter(plan__in=[plan.pk for plan in plans])


def lines_led(plans, *, today):
    """A line for each plan that gave anything, the one with most late tasks first. One query."""
    kinds = {concern.name: Count("pk", filter=condition(concern, today)) for concern in _COUNTED}
    rows = tasks_led(plans).order_by().values("plan").annotate(**kinds)
    known = {plan.pk: plan for plan in plans}
    lines = [PlanLine(known[row["plan"]], {concern: row[concern.name] for concern in _COUNTED}) for row in rows]
    return sorted(lines, key=lambda line: (-line.late, line.plan.issuer.sort_key, line.plan.pk))


def figures_of(lines):
    """The five figures of all these plans together."""
    sums = _sums(lines)
    given = sums[Concern.GIVEN]
    percent = sums[Concern.DONE] * 100 // given if given else None
    return [Figure(c, sums[c], percent if c == Concern.DONE else None) for c in FIGURES]


def _sums(lines):
    return {concern: sum(line.counts[concern] for line in lines) for concern in _COUNTED}


def decisions_of(plans, lines, *, today):
    """What waits for a decision, kind by kind; `lines` are those of the plans.

    A query for each kind that is not known to be empty, one for the words of all, one for the reasons.
    """
    sums = _sums(lines)
    waiting = [concern for concern in DECISIONS if sums.get(concern, 1)]
    ids = {concern: list(in_order(plans, concern, today=today)[: MOST + 1]) for concern in waiting}
    tasks = {task.pk: task for task in tasks_of([pk for some in ids.values() for pk in some])}
    found = {concern: [tasks[pk] for pk in some] for concern, some in ids.items()}
    reasons = reasons_of(found)
    return [
        Deciding(
            concern,
            title,
            [TaskLine(task, reasons.get((concern, task.pk), "")) for task in found[concern][:MOST]],
            len(found[concern]) > MOST,
        )
        for concern, title in DECISIONS.items()
        if found.get(concern)
    ]


def in_order(plans, concern, *, today):
    """Ids of the tasks that concern a leader in this way; what is due first stands first."""
    tasks = concerning(tasks_led(plans), concern, today=today)
    return tasks.order_by(F("due_on").asc(nulls_last=True), "pk").values_list("pk", flat=True)


def tasks_of(ids):
    """These tasks with their words, in this order. One query."""
    tasks = with_words(Task.objects.filter(pk__in=ids)).annotate(**OF_BODY).in_bulk()
    return [tasks[pk] for pk in ids if pk in tasks]


def reasons_of(found):
    """{(concern, task id): what its body wrote last}. `found` are tasks by concern. One query."""
    tasks = [(concern, task.pk) for concern in _REASON_IN for task in found.get(concern, ())]
    events = TaskEvent.objects.filter(task__in=[pk for _, pk in tasks], kind__in=_REASON_IN.values())
    notes = {(event.task_id, event.kind): event.note for event in events.only("task", "kind", "note").order_by("seq")}
    return {(concern, pk): notes.get((pk, _REASON_IN[concern]), "") for concern, pk in tasks}
