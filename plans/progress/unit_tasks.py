"""What plans in force ask of one unit, as lists show it: by how urgent it is, by quarter, by deadline."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F
from django.db.models.functions import Coalesce

from thiduakhenthuong.addresses import address_of
from thiduakhenthuong.dates import QUARTERS, day_words, month_period, quarter_words

from ..access import follows, visible_to
from ..kinds import AssignmentRole
from ..models import Assignment, Task
from ..models.item import item_words
from ..models.plan import number_words
from .lateness import is_late, late_if
from .marks import marks_of

_OF_TASK = (
    "role", "quarter", "planned_on", "due_on", "state", "reported_at", "returned_at", "asked_until_on", "closed_at",
    "withdrawn_at", "printed", "event_count", "unit", "group", "item",
)  # fmt: skip
# Values beside the task instead of rows of their own: three rows more for each line take as long as all the rest.
_BESIDE = {
    "item_text": F("item__text"),
    "deadline_raw": F("item__deadline_raw"),
    "deadline_end": F("item__deadline_end"),
    "section_kind": F("item__section__kind"),
    "section_text": F("item__section__text"),
    "plan_code": F("plan__code"),
    "plan_number": F("plan__number"),
    "plan_symbol": F("plan__symbol"),
    "issuer_name": F("plan__issuer__name"),
    "group_name": F("group__name"),
}
OF_BODY = {"unit_name": F("unit__name")}  # where a list is not of one unit
_OF_ENTRY = OF_BODY | {
    "item_version": F("item__version"),
    "plan_type": F("plan__doc_type"),
    "plan_subject": F("plan__subject"),
    "plan_changed_at": F("plan__changed_at"),
}
IN_ORDER = (F("due_on").asc(nulls_last=True), "plan__code", "item__section__position", "item__position", "pk")


@dataclass(frozen=True)
class Told:
    """A task that `with_words` gave, in words."""

    task: Task

    @property
    def words(self):
        """What is to be done."""
        return item_words(self.task.section_kind, self.task.section_text, self.task.item_text)

    @property
    def plan_words(self):
        """The plan that asks it, as it is cited."""
        return number_words(self.task.plan_number, self.task.plan_symbol)

    @property
    def plan_address(self):
        return address_of("plans:plan_detail", self.task.plan_code)

    @property
    def paper_address(self):
        """Where it stands in the plan."""
        return f"{address_of('plans:paper', self.task.plan_code)}#nhiem-vu-{self.task.item_id}"


@dataclass(frozen=True)
class Line(Told):
    """One task in a list on a day."""

    is_late: bool

    @property
    def lead_words(self):
        """Who leads besides the task's own unit."""
        return "; ".join(self.task.leads)

    @property
    def marks(self):
        """Its badges as (kind, words)."""
        return marks_of(self.task, is_late=self.is_late)

    @property
    def facts(self):
        """What is told of it besides its words, as (name, words)."""
        task, extended = self.task, " (đã gia hạn)" if self.task.due_on != self.task.planned_on else ""
        through = f", qua nhóm “{task.group_name}”" if task.group_id else ""
        found = [
            ("Hạn", task.due_on and f"{day_words(task.due_on)}{extended}"),
            ("Thời hạn ghi trong kế hoạch", task.deadline_raw),
            ("Vai trò", f"{task.get_role_display().lower()}{through}"),
            ("Chủ trì", self.lead_words),
        ]
        return [fact for fact in found if fact[1]]


@dataclass(frozen=True)
class Stretch:
    """Tasks under one heading."""

    title: str
    lines: list[Line]

    @property
    def to_report(self):
        """The ids of the tasks that take reports, as one tick of a box chooses them all."""
        return ",".join(str(line.task.pk) for line in self.lines if not line.task.closed_at)


@dataclass(frozen=True)
class Year:
    """How much the plans of a year ask, and how much of it is late."""

    year: int
    count: int
    late: int


def tasks_of(unit, *, user):
    """The standing tasks of a unit that the user may see: its own people all, others those of plans they may see."""
    tasks = Task.objects.standing().filter(unit=unit)
    return tasks if follows(user, unit) else tasks.filter(plan__in=visible_to(user))


def years_of(tasks, *, today):
    """The years in which anything is asked, latest first. One query."""
    counts = {"count": Count("pk"), "overdue": Count("pk", filter=late_if(today))}
    rows = tasks.order_by().values("plan__year").annotate(**counts)
    return [Year(*row) for row in rows.order_by("-plan__year").values_list("plan__year", *counts)]


def with_words(tasks):
    """With what says of a task what it is, in the order of their days."""
    return tasks.only(*_OF_TASK).annotate(**_BESIDE).order_by(*IN_ORDER)


def for_list(tasks):
    """A list of the tasks with all that a line of a list says of each. Two queries."""
    found, leads = list(with_words(tasks)), defaultdict(list)
    named = Assignment.objects.filter(role=AssignmentRole.LEAD, item__in={task.item_id for task in found})
    names = Coalesce("unit__name", "printed")
    for item, *lead in named.order_by("position", "pk").values_list("item", "unit", names):
        leads[item].append(lead)
    for task in found:
        task.leads = [name for unit, name in leads[task.item_id] if unit is None or unit != task.unit_id]
    return found


def for_calendar(tasks):
    """As `for_list`, with what an entry of a calendar says besides."""
    return for_list(tasks.annotate(**_OF_ENTRY))


def lines_of(tasks, *, today):
    """Lines of tasks that `with_words` gave; those of `for_list` also tell facts, as who leads."""
    return [Line(task, is_late(task, today)) for task in tasks]


def by_urgency(lines, *, today):
    """What is late, what falls due this month, what comes later, what is done with."""
    _, end_of_month = month_period(today.year, today.month)
    found = defaultdict(list)
    for line in lines:
        found[_urgency(line, end_of_month)].append(line)
    return [Stretch(title, found[title]) for title in URGENCIES if found[title]]


OVERDUE, THIS_MONTH, LATER, DONE = URGENCIES = ("Quá hạn", "Tháng này", "Sắp tới", "Đã xong")


def _urgency(line, end_of_month):
    if line.task.is_finished:
        return DONE
    if line.is_late:
        return OVERDUE
    return THIS_MONTH if line.task.due_on and line.task.due_on <= end_of_month else LATER


def by_quarter(lines):
    """Four stretches at most, and one for what stands in no quarter."""
    found = defaultdict(list)
    for line in lines:
        found[line.task.quarter].append(line)
    titles = {quarter: quarter_words(quarter) for quarter in QUARTERS} | {None: "Cả năm, không nêu quý"}
    return [Stretch(title, found[quarter]) for quarter, title in titles.items() if found[quarter]]


def by_deadline(lines):
    """A stretch for each month in which something falls due, then what has no day of its own."""
    found = defaultdict(list)
    for line in lines:
        found[_month(line.task)].append(line)
    undated = found.pop(UNDATED, [])
    return [Stretch(*entry) for entry in found.items()] + ([Stretch(UNDATED, undated)] if undated else [])


UNDATED = "Không nêu thời hạn"


def _month(task):
    """Of a deadline the plan states, or that was extended; the end of a quarter is none."""
    stated = task.deadline_end or task.due_on != task.planned_on
    return f"Tháng {task.due_on.month}/{task.due_on.year}" if stated else UNDATED
