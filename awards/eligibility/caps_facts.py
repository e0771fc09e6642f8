"""Local caps with the numbers of each unit and year: three queries for all nominations."""

from collections import defaultdict

from django.db.models import Q

from ..models import AwardHeld, LocalCap, Nomination
from .facts import Cap
from .standing import DEAD


def caps_of(rows, *, on):
    """The caps of each nomination: those set at its unit or above it, for its title."""
    caps = list(
        LocalCap.objects.valid(on=on)
        .filter(title__in={row.title_id for row in rows})
        .select_related("title", "of_title")
        .order_by("pk")
    )
    if not caps:
        return {}
    by_title = defaultdict(list)
    for cap in caps:
        by_title[cap.title_id].append(cap)
    above = {row.unit_id: set(row.unit.ancestor_ids) for row in rows}
    people = _people(rows, caps)
    return {
        row.pk: [_cap(cap, people, row) for cap in by_title[row.title_id] if cap.unit_id in above[row.unit_id]]
        for row in rows
        if row.title_id in by_title
    }


def _people(rows, caps):
    """Who is nominated for, or holds, which title at which unit in which year; each person once."""
    titles = {cap.title_id for cap in caps} | {cap.of_title_id for cap in caps}
    units, years = {row.unit_id for row in rows}, {row.to_year for row in rows}
    found = defaultdict(set)
    told = Nomination.objects.filter(unit__in=units, title__in=titles, to_year__in=years).exclude(state__in=DEAD)
    for unit, title, year, nominee in told.order_by().values_list("unit", "title", "to_year", "nominee"):
        found[unit, title, year].add(nominee)
    bases = {cap.of_title_id for cap in caps}
    held = AwardHeld.objects.filter(title__in=bases, to_year__in=years, revoked_on=None)
    now = Q(nominee__postings__valid_to=None, nominee__postings__unit__in=units)
    fields = ("nominee__postings__unit", "title", "to_year", "nominee")
    for unit, title, year, nominee in held.filter(now).order_by().values_list(*fields):
        found[unit, title, year].add(nominee)
    return found


def _cap(cap, people, row):
    count, of_count = (len(people[row.unit_id, title, row.to_year]) for title in (cap.title_id, cap.of_title_id))
    words = cap.title.name, cap.of_title.name, cap.percent, cap.rounding, cap.at_least_one, cap.blocks
    return Cap(*words, f"{cap.basis} ({cap.span_words})", count, of_count)
