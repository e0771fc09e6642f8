"""What plans in force ask of one unit, as lists show it: by how urgent it is, by quarter, by deadline."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, F, Prefetch
from django.urls import reverse
from django.utils.html import format_html_join

from thiduakhenthuong.dates import QUARTERS, month_period, quarter_words

from ..access import follows, visible_to
from ..kinds import AssignmentRole
from ..models import Assignment, Task
from .lateness import is_late, late_if
from .marks import marks_of

_OF_TASK = (
    "role", "quarter", "planned_on", "due_on", "state", "reported_at", "returned_at", "asked_until_on", "closed_at",
    "withdrawn_at", "printed", "event_count", "unit", "group__name",
)  # fmt: skip
_OF_ITEM = ("position", "quarter", "text", "deadline_raw", "deadline_start", "deadline_end", "version")
_OF_PLAN = ("code", "year", "doc_type", "subject", "number", "symbol", "day", "month", "signed_year", "state")
SHOWN = (
    *_OF_TASK,
    *(f"item__{name}" for name in (*_OF_ITEM, "section__kind", "section__text", "section__position")),
    *(f"plan__{name}" for name in (*_OF_PLAN, "changed_at", "issuer__name")),
)
IN_ORDER = (F("due_on").asc(nulls_last=True), "plan__code", "item__section__position", "item__position", "pk")


@dataclass(frozen=True)
class Line:
    """One task in a list on a day."""

    task: Task
    is_late: bool

    @property
    def id(self):
        """As an address or a form names it: a number would be grouped by thousands first, which costs time."""
        return str(self.task.pk)

    @property
    def words(self):
        return self.task.item.words

    @property
    def plan(self):
        return self.task.plan

    @property
    def paper_address(self):
        """Where it stands in the plan."""
        return f"{_paper(self.task.plan.code)}#nhiem-vu-{self.task.item_id}"

    @property
    def lead_words(self):
        return lead_words(self.task)

    @property
    def marks(self):
        """Its badges, as HTML."""
        marks = marks_of(self.task, is_late=self.is_late)
        return format_html_join(" ", '<span class="badge task-{}">{}</span>', marks)

    @property
    def facts(self):
        """What is told of it besides its words, as HTML: made here because loops of templates are slow."""
        task, extended = self.task, " (đã gia hạn)" if self.task.due_on != self.task.planned_on else ""
        through = f", qua nhóm “{task.group.name}”" if task.group_id else ""
        found = [
            ("Hạn", task.due_on and f"{task.due_on:%d/%m/%Y}{extended}"),
            ("Thời hạn ghi trong kế hoạch", task.item.deadline_raw),
            ("Vai trò", f"{task.get_role_display().lower()}{through}"),
            ("Chủ trì", self.lead_words),
        ]
        return format_html_join("", "<span><b>{}:</b> {}</span>", (fact for fact in found if fact[1]))


@lru_cache(maxsize=256)
def _paper(code):
    return reverse("plans:paper", args=[code])


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
    return tasks.select_related("item__section", "plan__issuer", "unit", "group").only(*SHOWN).order_by(*IN_ORDER)


def for_list(tasks):
    """With all that a line of a list, or an entry of a calendar, says of a task. Two queries."""
    leads = Assignment.objects.filter(role=AssignmentRole.LEAD).annotate(unit_name=F("unit__name"))
    leads = leads.only("item", "printed", "position", "unit")
    return with_words(tasks).prefetch_related(Prefetch("item__assignments", leads, to_attr="leads"))


def _end_of_month(today):
    return month_period(today.year, today.month)[1]


def lines_of(tasks, *, today):
    """Lines of tasks that `for_list` gave."""
    return [Line(task, is_late(task, today)) for task in tasks]


def lead_words(task):
    """Who leads besides the task's own unit."""
    leads = [lead for lead in task.item.leads if lead.unit_id is None or lead.unit_id != task.unit_id]
    return "; ".join(lead.unit_name or lead.printed for lead in leads)


def by_urgency(lines, *, today):
    """What is late, what falls due this month, what comes later, what is done with."""
    found = defaultdict(list)
    for line in lines:
        found[_urgency(line, _end_of_month(today))].append(line)
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
    stated = task.item.deadline_end or task.due_on != task.planned_on
    return f"Tháng {task.due_on.month}/{task.due_on.year}" if stated else UNDATED
