"""What lower levels do with a plan: their plans in force that carry it out, how far these are, and who has none yet."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Case, IntegerField, Q, Value, When

from units.access import COVERING
from units.models import Unit

from ..days import day_of
from ..models import Plan, Task
from ..models.moves import IN_FORCE
from .board import Counts, counts_by


@dataclass(frozen=True)
class LowerPlan:
    """A plan of a lower body with its counts."""

    plan: Plan
    counts: Counts


@dataclass(frozen=True)
class Lower:
    """All plans of lower bodies: `counts` by their ids, in the order in which they are shown."""

    counts: dict
    bodies: int

    @cached_property
    def total(self):
        return sum(self.counts.values(), Counts())

    def shown(self, ids):
        """The plans of one page. One query."""
        plans = Plan.objects.for_list().in_bulk(list(ids))
        return [LowerPlan(plans[pk], self.counts[pk]) for pk in ids]


def carried_out_by(plan):
    """The plans in force that carry this one out."""
    return plan.carried_out_by.filter(state__in=IN_FORCE, genus=Plan.Genus.PLAN)


def lower_plans(plan, *, today):
    """Those with most late tasks first. Two queries, whatever their number."""
    issuers = dict(carried_out_by(plan).order_by("issuer__sort_key", "pk").values_list("pk", "issuer"))
    tasks = Task.objects.standing().given().filter(plan__in=carried_out_by(plan).order_by().values("pk"))
    counts = counts_by(tasks, "plan", today)
    places = {pk: place for place, pk in enumerate(issuers)}
    order = sorted(issuers, key=lambda pk: (-counts.get(pk, Counts()).late, places[pk]))
    return Lower({pk: counts.get(pk, Counts()) for pk in order}, len(set(issuers.values())))


def bodies_expected(plan):
    """Who is to carry a plan out: people's committees of the areas right below, and lower bodies the plan names."""
    issuer = plan.issuer
    next_level = Q(kind=Unit.Kind.PEOPLES_COMMITTEE, area__parent=issuer.area_id)
    named = Q(path__startswith=issuer.path, pk__in=plan.tasks.standing().given().order_by().values("unit"))
    wanted = (next_level | named) if issuer.kind in COVERING else named
    return Unit.objects.valid(on=day_of(plan)).filter(wanted).exclude(pk=issuer.pk)


def bodies_without(plan):
    """Those of whom no plan in force carries this one out; people's committees first."""
    committees_first = Case(
        When(kind=Unit.Kind.PEOPLES_COMMITTEE, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    having = carried_out_by(plan).order_by().values("issuer")
    return bodies_expected(plan).exclude(pk__in=having).order_by(committees_first, "sort_key", "pk")
