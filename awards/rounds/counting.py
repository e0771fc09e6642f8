"""How many nominations of a round stand where, unit by unit."""

from dataclasses import dataclass, field

from django.db.models import Count

from units.models import Unit

from ..models import Nomination

State = Nomination.State


@dataclass
class UnitCounts:
    pk: int
    name: str
    by_state: dict = field(default_factory=dict)

    @property
    def total(self):
        return sum(self.by_state.values())

    @property
    def columns(self):
        """In the order of the states, for a table."""
        return [self.by_state.get(state, 0) for state in State.values]


def counts_by_unit(nominations):
    """UnitCounts in the order of the names, of a queryset of nominations: rows are counted before they are joined."""
    rows = nominations.order_by().values_list("unit", "state").annotate(count=Count("pk"))
    states = {}
    for unit, state, count in rows:
        states.setdefault(unit, {})[state] = count
    units = Unit.objects.filter(pk__in=states).only("name")
    return [UnitCounts(unit.pk, unit.name, states[unit.pk]) for unit in units]


def waiting_at(campaign, units):
    """For each unit at which something waits: how many; at the round's body those not accepted yet. One query."""
    ids = {unit.pk: unit for unit in units}
    waiting = Nomination.objects.filter(campaign=campaign, state=State.SUBMITTED, holder__in=ids)
    waiting = waiting.exclude(holder=campaign.unit_id, accepted_at__isnull=False)
    found = waiting.order_by("holder").values_list("holder").annotate(count=Count("pk"))
    return [{"unit": ids[pk], "count": count, "at_top": pk == campaign.unit_id} for pk, count in found]
