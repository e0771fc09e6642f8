"""How many nominations of a round stand where, unit by unit: one query."""

from dataclasses import dataclass, field

from django.db.models import Count

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
    """UnitCounts in the order of the names, of a queryset of nominations."""
    rows = nominations.order_by("unit__sort_key", "unit").values("unit", "unit__name", "state")
    found = {}
    for row in rows.annotate(count=Count("pk")):
        counts = found.setdefault(row["unit"], UnitCounts(row["unit"], row["unit__name"]))
        counts.by_state[row["state"]] = row["count"]
    return list(found.values())


def waiting_at(campaign, units):
    """For each unit at which something waits: how many; at the round's body those not accepted yet. One query."""
    ids = {unit.pk: unit for unit in units}
    waiting = Nomination.objects.filter(campaign=campaign, state=State.SUBMITTED, holder__in=ids)
    waiting = waiting.exclude(holder=campaign.unit_id, accepted_at__isnull=False)
    found = waiting.order_by("holder").values_list("holder").annotate(count=Count("pk"))
    return [{"unit": ids[pk], "count": count, "at_top": pk == campaign.unit_id} for pk, count in found]
