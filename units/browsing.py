"""The tree of places and bodies on one day, a level at a time, and the search in it."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Case, Count, IntegerField, Q, Value, When

from thiduakhenthuong.text import search_key

from .models import Area, Unit, UnitGroup
from .wording import canonical

MOST_FOUND = 40
MOST_SUGGESTED = 8


@dataclass
class Branch:
    """A place in the tree. An open one shows its bodies, as (depth, unit), and the branches below."""

    area: Area
    is_open: bool = False
    units: list = field(default_factory=list)
    branches: list = field(default_factory=list)


def tree(*, on, opened=None):
    """The branch of the whole country; `opened` (an area) and what stands above it are open."""
    path = {opened.pk, *(area.pk for area in opened.ancestors())} if opened else set()
    top = Area.objects.filter(level=Area.Level.CENTRAL).first()
    return branch(top, on=on, path=path) if top else None


def branch(area, *, on, path=()):
    """An open branch; those below it are open where their area is in `path`."""
    lower = [branch(a, on=on, path=path) if a.pk in path else Branch(a) for a in areas_below(area, on=on)]
    return Branch(area, True, bodies(area, on=on), lower)


def areas_below(area, *, on):
    """The places directly inside an area on a day, each with `parts`: how many it has itself."""
    in_force = (Q(children__valid_from=None) | Q(children__valid_from__lte=on)) & (
        Q(children__valid_to=None) | Q(children__valid_to__gte=on)
    )
    counted = Area.objects.filter(parent=area).valid(on=on).annotate(parts=Count("children", filter=in_force))
    return counted.order_by("sort_key", "code")


def bodies(area, *, on):
    """The bodies of a place on a day as (depth, unit): each under the one it belongs to, by the alphabet."""
    units = list(Unit.objects.filter(area=area).valid(on=on))
    here, below = {unit.pk for unit in units}, defaultdict(list)
    for unit in units:
        below[unit.parent_id if unit.parent_id in here else None].append(unit)
    return list(_walk(below, None, 0))


def _walk(below, parent, depth):
    for unit in below[parent]:
        yield depth, unit
        yield from _walk(below, unit.pk, depth + 1)


def search(query, *, on):
    """(areas, units) that hold every word on a day, at most MOST_FOUND of each."""
    areas = Area.objects.valid(on=on).select_related("parent__parent")
    for word in search_key(query).split():
        areas = areas.filter(search_key__contains=word)
    units = Unit.objects.valid(on=on).named_like(canonical(query)).select_related("area__parent")
    return list(areas[:MOST_FOUND]), list(units.order_by("area__sort_key", "sort_key")[:MOST_FOUND])


def suggestions(query, *, issuer, on):
    """Up to eight units and groups for the words typed: the issuer's own neighbourhood first."""
    words = canonical(query).split()
    if not words:
        return []
    groups = [group for group in _groups_of(issuer) if _holds(group, words)]
    units = Unit.objects.valid(on=on).named_like(" ".join(words)).select_related("area")
    if issuer:
        units = units.annotate(far=_distance(issuer)).order_by("far", "sort_key", "code")
    units = list(units[:MOST_SUGGESTED])
    kept = groups[: max(2, MOST_SUGGESTED - len(units))]
    return (
        (units + kept)[:MOST_SUGGESTED] if len(units) < MOST_SUGGESTED else units[: MOST_SUGGESTED - len(kept)] + kept
    )


def _groups_of(issuer):
    line = issuer.ancestor_ids if issuer else []
    scope = UnitGroup.objects.filter(Q(issuer=None) | Q(issuer__in=line)).select_related("issuer__area")
    return scope.prefetch_related("aliases").order_by("-issuer", "name")


def _holds(group, words):
    texts = [canonical(text) for text in [group.name, *(alias.text for alias in group.aliases.all())]]
    return any(all(word in text for word in words) for text in texts)


def _distance(issuer):
    """0 for the issuer's own area, then what is below it, then the areas above it, then the rest."""
    return Case(
        When(area=issuer.area_id, then=Value(0)),
        When(path__startswith=issuer.path, then=Value(1)),
        When(area__in=[area.pk for area in issuer.area.ancestors()], then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
