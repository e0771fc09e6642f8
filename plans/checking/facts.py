"""What the rules need from the database: which bodies had ended by the day of the plan. A fixed number of queries."""

from django.db.models import Prefetch, Q

from units.models import Area, Succession, Unit

from ..models import Assignment
from .dating import signing_days
from .finding import EndedBody, Facts


def facts_of(plan, *, at_issue=False):
    """The facts of a stored plan. Bodies are looked at on the earliest day it may be signed on."""
    first_day, last_day = signing_days(plan)
    known = {"year": plan.year, "first_day": first_day, "last_day": last_day, "at_issue": at_issue}
    known["continues"] = bool(plan.amends_id or plan.replaces_id)
    known["looks_back"] = not plan.is_plan
    if first_day is None or not plan.is_plan:
        return Facts(**known)
    return Facts(**known, ended=_named_nearby(plan, first_day), assigned=_assigned(plan, first_day))


def _assigned(plan, day):
    """Wordings of the plan's items that were matched with a body which had ended."""
    rows = Assignment.objects.filter(item__plan=plan, unit__valid_to__lt=day).order_by("printed")
    printed = dict(rows.values_list("printed", "unit"))
    units = _with_successors(Unit.objects.filter(pk__in=set(printed.values()))) if printed else {}
    return {words: _ended(units[pk], (words,)) for words, pk in printed.items()}


def _named_nearby(plan, day):
    """Bodies of the issuer's place, of those above it and of those that went over into them, by what they are called.

    A wording that also means a body which still exists says nothing.
    """
    home = plan.issuer.area
    places = [home.pk, *(area.pk for area in home.ancestors())]
    former = Area.objects.filter(successors__in=places).values("pk")
    units = Unit.objects.filter(Q(area__in=places) | Q(area__in=former))
    units = list(units.order_by("pk").prefetch_related("aliases", _successions()))
    living = {name for unit in units if unit.is_valid(on=day) for name in _names(unit)}
    ended = [unit for unit in units if unit.valid_to and unit.valid_to < day]
    named = ((unit, tuple(name for name in _names(unit) if name not in living)) for unit in ended)
    return tuple(_ended(unit, names) for unit, names in named if names)


def _names(unit):
    """Its wordings, the longest first; initials alone could mean anything."""
    names = {unit.name, unit.short_name, *(alias.text for alias in unit.aliases.all())}
    return sorted((name for name in names if " " in name), key=len, reverse=True)


def _successions():
    return Prefetch("successions_out", Succession.objects.select_related("successor"))


def _with_successors(units):
    return {unit.pk: unit for unit in units.prefetch_related(_successions())}


def _ended(unit, names):
    return EndedBody(names, unit.valid_to, tuple(s.successor.name for s in unit.successions_out.all()))
