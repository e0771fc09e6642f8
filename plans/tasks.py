"""What one unit has to do in a year: items of all plans the reader may see that name it, directly or through a group.

Other wordings of the unit need no thought here: reading a plan resolves them to `Assignment.unit`.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Q

from thiduakhenthuong.dates import QUARTERS, quarter_of, quarter_period, quarter_words
from units.models import UnitGroup

from .access import visible_naming
from .kinds import AssignmentRole
from .models import Assignment, Plan, PlanItem
from .models.item import ROLE_WORDS, item_words
from .models.moves import IN_FORCE, UNDER_WAY


@dataclass
class Task:
    """One item as the unit sees it."""

    item: PlanItem
    plan: Plan
    roles: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)  # named through these, if not by itself
    leads: list[str] = field(default_factory=list)

    @property
    def words(self):
        return item_words(self.item.section_kind, self.item.section_text, self.item.text)

    @property
    def role_words(self):
        return ", ".join(ROLE_WORDS[role] for role in ROLE_WORDS if role in self.roles)

    @property
    def lead_words(self):
        return "; ".join(self.leads)

    @property
    def group_words(self):
        return "; ".join(self.groups)

    @property
    def is_draft(self):
        return not self.plan.has_left

    @property
    def quarter(self):
        """The quarter it stands in, or the one its deadline falls in, or None."""
        end = self.item.deadline_end
        return self.item.quarter or (quarter_of(end) if end and end.year == self.plan.year else None)

    @property
    def due_on(self):
        """The last day: of the deadline, else of the quarter; None where the plan gives neither."""
        if self.item.deadline_end:
            return self.item.deadline_end
        return quarter_period(self.plan.year, self.quarter)[1] if self.quarter else None


@dataclass(frozen=True)
class Stretch:
    """Tasks under one heading: a quarter or a month."""

    title: str
    tasks: list[Task]


class UnitTasks:
    """Everything that plans the user may see ask of a unit, in any year."""

    def __init__(self, unit, *, user):
        self.unit = unit
        self.groups = dict(UnitGroup.holding(unit).values_list("pk", "name"))
        naming = Q(unit=unit) | Q(group__in=list(self.groups)) if self.groups else Q(unit=unit)
        rows = Assignment.objects.filter(naming).order_by()
        rows = list(rows.values_list("item_id", "item__plan_id", "role", "group_id"))
        named = _speaking_for_themselves().filter(pk__in={plan_id for _, plan_id, _, _ in rows})
        visible = visible_naming(user, unit, named)
        self.year_of = dict(visible.order_by().values_list("pk", "year"))
        self.rows = [row for row in rows if row[1] in self.year_of]

    @property
    def years(self):
        """Latest first."""
        return sorted(set(self.year_of.values()), reverse=True)

    def of_year(self, year):
        """The tasks of a year by due date. Three queries."""
        rows = [row for row in self.rows if self.year_of[row[1]] == year]
        tasks = _bare_tasks({item_id for item_id, _, _, _ in rows}, self._plans(year))
        for item_id, _, role, group_id in rows:
            tasks[item_id].roles.append(role)
            tasks[item_id].groups.append(self.groups.get(group_id, ""))
        _add_leads(tasks, self.unit)
        return sorted(map(_tidy, tasks.values()), key=_order)

    def _plans(self, year):
        shown = ("code", "year", "doc_type", "subject", "number", "symbol", "day", "month", "signed_year", "state")
        plans = Plan.objects.filter(pk__in=[pk for pk, its_year in self.year_of.items() if its_year == year])
        plans = plans.order_by().annotate(issuer_name=F("issuer__name")).only(*shown, "changed_at")
        return {plan.pk: plan for plan in plans}


def _speaking_for_themselves():
    """Not what is to amend or replace a plan in force: until it is issued, that one says what is to be done."""
    followed = Q(amends__state__in=IN_FORCE) | Q(replaces__state__in=IN_FORCE)
    return Plan.objects.exclude(followed, state__in=UNDER_WAY)


def by_quarter(tasks):
    """Four stretches at most, and one for what stands in no quarter."""
    found = defaultdict(list)
    for task in tasks:
        found[task.quarter].append(task)
    titles = {quarter: quarter_words(quarter) for quarter in QUARTERS} | {None: "Cả năm, không nêu quý"}
    return [Stretch(title, found[quarter]) for quarter, title in titles.items() if found[quarter]]


def by_deadline(tasks):
    """A stretch for each month in which something falls due, then what has no day of its own."""
    found = defaultdict(list)
    for task in tasks:
        end = task.item.deadline_end
        found[f"Tháng {end.month}/{end.year}" if end else "Không nêu thời hạn"].append(task)
    undated = found.pop("Không nêu thời hạn", [])
    return [Stretch(*entry) for entry in found.items()] + ([Stretch("Không nêu thời hạn", undated)] if undated else [])


def _bare_tasks(ids, plans):
    """The items, with what is needed of their sections (whole ones take a quarter more time)."""
    shown = ("plan_id", "position", "quarter", "text", "deadline_raw", "deadline_start", "deadline_end", "version")
    of_section = {f"section_{name}": F(f"section__{name}") for name in ("kind", "text", "position")}
    items = PlanItem.objects.filter(pk__in=ids).order_by().annotate(**of_section).only(*shown)
    return {item.pk: Task(item, plans[item.plan_id]) for item in items}


def _add_leads(tasks, unit):
    """Who leads besides the unit itself."""
    leads = Assignment.objects.filter(item__in=list(tasks), role=AssignmentRole.LEAD).exclude(unit=unit)
    for item_id, name, printed in leads.values_list("item_id", "unit__name", "printed"):
        tasks[item_id].leads.append(name or printed)


def _tidy(task):
    """Named by itself once, the unit needs no word about groups."""
    task.groups = [] if "" in task.groups else sorted(set(task.groups))
    return task


def _order(task):
    return (task.due_on or date.max, task.plan.code, task.item.section_position, task.item.position, task.item.pk)
