"""The bodies of an item as an editor writes them: three texts, one body a line, matched with units and groups."""

from datetime import date

from units.naming import find

from units.models import Unit, UnitGroup

from ..kinds import AssignmentRole
from ..models import Assignment

ROLE_OF_FIELD = {
    "lead": AssignmentRole.LEAD,
    "coordinating": AssignmentRole.COORDINATING,
    "responsible": AssignmentRole.RESPONSIBLE,
}


def units_texts(assignments):
    """The three texts of an item's assignments."""
    return {field: "\n".join(a.printed for a in assignments if a.role == role) for field, role in ROLE_OF_FIELD.items()}


def day_of(plan):
    """The day on which the names in a plan are understood: the day it is signed, as far as it is known."""
    return date(plan.signed_year, plan.month or 1, plan.day or 1)


def target_of(printed, *, plan, picks):
    """`{"unit": …, "group": …}` for one line: what the user picked for it, else what the words are found to mean."""
    picked = picks.get(printed, {})
    unit = Unit.objects.filter(pk=picked.get("unit")).first()
    group = UnitGroup.objects.filter(pk=picked.get("group")).first()
    if unit or group:
        return {"unit": unit, "group": None if unit else group}
    match = find(printed, issuer=plan.issuer, on=day_of(plan))
    return {"unit": match.unit, "group": None if match.unit else match.group}


def assign(item, values, *, plan, picks):
    """Make the item's assignments those of the three texts. Lines that stay keep their row; others are matched."""
    kept = {(a.role, a.printed): a for a in item.assignments.all()}
    position = 0
    for field, role in ROLE_OF_FIELD.items():
        for printed in dict.fromkeys(values[field].split("\n")):
            if printed:
                position += 1
                _put(item, role, printed, position, held=kept.pop((role, printed), None), plan=plan, picks=picks)
    Assignment.objects.filter(pk__in=[a.pk for a in kept.values()]).delete()


def _put(item, role, printed, position, *, held, plan, picks):
    if held and (held.is_matched and printed not in picks):
        if held.position != position:
            Assignment.objects.filter(pk=held.pk).update(position=position)
        return
    found = target_of(printed, plan=plan, picks=picks)
    assignment = held or Assignment(item=item, role=role, printed=printed)
    assignment.position, assignment.unit, assignment.group = position, found["unit"], found["group"]
    assignment.save()
