"""Which units hear of an issued plan: all it names; of an amendment, only those whose items changed."""

from dataclasses import dataclass, field
from datetime import date

from units.models import Succession, UnitGroup

from ..comparing.changes import Kind
from ..models import Assignment
from .paper import changes_of


@dataclass(frozen=True)
class Hearers:
    """Ids of units: `units` hear of the new plan, `gone` of the older one, for the new one names them no more."""

    units: set = field(default_factory=set)
    gone: set = field(default_factory=set)


def hearers_of(plan):
    """Who hears that a plan was issued."""
    named = named_in(plan)
    if plan.amends_id:
        concerned = _concerned(plan)
        return Hearers(concerned & named, concerned - named)
    gone = named_in(plan.replaces) - named if plan.replaces_id else set()
    return Hearers(named, gone)


def named_in(plan, keys=None):
    """Ids of the units a plan names, by themselves or through a group, and of those that took over from them."""
    rows = Assignment.objects.filter(item__plan=plan).matched().order_by()
    rows = rows if keys is None else rows.filter(item__key__in=keys)
    named = set(rows.values_list("unit", "group").distinct())
    found = {unit for unit, _ in named if unit}
    day = date(plan.signed_year, plan.month, plan.day)
    for group in UnitGroup.objects.filter(pk__in={group for _, group in named if group}):
        found |= set(group.units(on=day).values_list("pk", flat=True))
    return found | set(Succession.objects.filter(predecessor__in=found).values_list("successor", flat=True))


def _concerned(plan):
    changes = changes_of(plan)
    before = {key for change in changes for key in _keys(change, change.old)}
    after = {key for change in changes for key in _keys(change, change.new)}
    return named_in(plan.amends, before) | named_in(plan, after)


def _keys(change, entry):
    """Keys of the items that are others now: by themselves, or because the text that states them is."""
    if entry is None or entry.is_list:
        return []
    if entry.is_item:
        return [entry.item.key] if _matters(change) else []
    return [duty.key for duty in entry.section.items] if change.says_otherwise else []


def _matters(change):
    """A place further up or down in the same quarter asks nothing else of anybody."""
    return change.kind != Kind.MOVED or change.old.item.quarter != change.new.item.quarter
