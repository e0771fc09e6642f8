"""Who belongs to a collective in the year that counts, and what each of them reached: five queries for all."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from units.models import Unit

from ..models import AwardHeld, DisciplinePeriod, Nomination, Posting, YearGrade
from .facts import Episode, Member
from .law import Span
from .shares import ADVANCED, WITH_SHARES
from .standing import OVER

FEW = 20  # so many bodies are looked for one by one, more through the office of their round


def members_of(rows):
    """The members by nomination, of those titles alone that ask for shares."""
    wanted = [row for row in rows if row.title.code in WITH_SHARES and row.nominee.body_id]
    if not wanted:
        return {}
    years = {row.to_year for row in wanted}
    postings = _postings(wanted, years)
    people = postings.values("nominee")
    grades = dict(_keyed(YearGrade.objects.filter(nominee__in=people, year__in=years), "year", "grade"))
    titles, under_way, discipline = _titles(people, years), _under_way(people, years), _discipline(people)
    by_body, found = defaultdict(list), defaultdict(dict)
    for row in wanted:
        by_body[row.nominee.body_id].append(row)
    for person, name, path, span in _placed(postings):
        for row in _rows_at(by_body, path, span):
            year = row.to_year
            found[row.pk][person] = Member(
                name=name,
                grade=grades.get((person, year), ""),
                titles=frozenset(titles[person, year]),
                under_way=frozenset(under_way[person, year]),
                discipline=tuple(e for e in discipline[person] if e.span.touches(date(year, 1, 1), date(year, 12, 31))),
            )
    return {pk: list(people.values()) for pk, people in found.items()}


def _postings(wanted, years):
    bodies = {row.nominee.body_id: row.nominee.body for row in wanted}
    tops = (
        bodies.values() if len(bodies) <= FEW else {row.campaign.unit_id: row.campaign.unit for row in wanted}.values()
    )
    postings = Posting.objects.filter(unit__in=Unit.objects.below(*tops).values("pk"))
    postings = postings.filter(nominee__kind="person", nominee__merged_into=None)
    begun = Q(valid_from=None) | Q(valid_from__lte=date(max(years), 12, 31))
    not_over = Q(valid_to=None) | Q(valid_to__gte=date(min(years), 12, 31))
    return postings.filter(begun, not_over).order_by()


def _placed(postings):
    fields = ("nominee", "nominee__name", "unit__path", "valid_from", "valid_to")
    for person, name, path, start, end in postings.values_list(*fields):
        yield person, name, path, Span(start, end)


def _rows_at(by_body, path, span):
    """The nominations of the bodies on the path at which the posting held on the last day of the year."""
    above = (int(part) for part in path.split(".") if part)
    rows = (row for unit in above for row in by_body.get(unit, ()))
    return [row for row in rows if span.holds(date(row.to_year, 12, 31))]


def _keyed(rows, key, value):
    for person, year, found in rows.order_by().values_list("nominee", key, value):
        yield (person, year), found


def _titles(people, years):
    held = AwardHeld.objects.filter(nominee__in=people, title__code__in=ADVANCED, revoked_on=None, merit="work")
    found = defaultdict(set)
    for (person, year), code in _keyed(held.filter(to_year__in=years), "to_year", "title__code"):
        found[person, year].add(code)
    return found


def _under_way(people, years):
    rows = Nomination.objects.filter(nominee__in=people, title__code__in=ADVANCED, to_year__in=years)
    found = defaultdict(set)
    for (person, year), code in _keyed(rows.exclude(state__in=OVER), "to_year", "title__code"):
        found[person, year].add(code)
    return found


def _discipline(people):
    found, words = defaultdict(list), dict(DisciplinePeriod.Form.choices)
    rows = DisciplinePeriod.objects.filter(nominee__in=people).order_by("valid_from")
    for person, form, start, end in rows.values_list("nominee", "form", "valid_from", "valid_to"):
        found[person].append(Episode(form, words[form], Span(start, end), ""))
    return found
