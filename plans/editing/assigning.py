"""The bodies of an item as an editor writes them: three texts, one body a line, matched with units and groups."""

from units.models import Unit, UnitGroup
from units.naming import Directory

from ..days import day_of
from ..kinds import AssignmentRole
from ..models import Assignment


def units_texts(assignments):
    """The three texts of an item's assignments, by role."""
    return {str(role): "\n".join(a.printed for a in assignments if a.role == role) for role in AssignmentRole}


class Recognition:
    """What lines mean in a plan: what the user picked for these words, else what units/naming.py finds."""

    def __init__(self, plan, picks=()):
        self.plan = plan
        self.picks = dict(picks)
        self._directory = None

    def of(self, printed):
        """`{"unit": …, "group": …}`, one or both of them None."""
        return self._picked(printed) or self._found(printed)

    def _picked(self, printed):
        pick = self.picks.get(printed, {})
        unit = Unit.objects.filter(pk=pick.get("unit")).first() if "unit" in pick else None
        group = UnitGroup.objects.filter(pk=pick.get("group")).first() if "group" in pick else None
        return {"unit": unit, "group": None if unit else group} if unit or group else None

    def _found(self, printed):
        if self._directory is None:
            self._directory = Directory(self.plan.issuer, day_of(self.plan))
        match = self._directory.find(printed)
        return {"unit": match.unit, "group": None if match.unit else match.group}


def assign(item, values, *, plan, picks):
    """Make the item's assignments those of the three texts. Lines that stay keep their row; others are matched."""
    recognition = Recognition(plan, picks)
    held = {(a.role, a.printed): a for a in item.assignments.all()}
    wanted = [
        (role, printed) for role in AssignmentRole for printed in dict.fromkeys(values[role].split("\n")) if printed
    ]
    kept = [
        _put(item, role, printed, position, held=held.get((role, printed)), recognition=recognition)
        for position, (role, printed) in enumerate(wanted, 1)
    ]
    item.assignments.exclude(pk__in=[assignment.pk for assignment in kept]).delete()


def _put(item, role, printed, position, *, held, recognition):
    assignment = held or Assignment(item=item, role=role, printed=printed)
    if not assignment.is_matched or printed in recognition.picks:
        found = recognition.of(printed)
        assignment.unit, assignment.group = found["unit"], found["group"]
    assignment.position = position
    assignment.save()
    return assignment
