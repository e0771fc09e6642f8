"""The records of the nominees of many nominations: one query a part."""

from collections import defaultdict

from django.db.models import Q

from ..models import AwardHeld, DisciplinePeriod, Examination, Initiative, YearGrade
from .facts import Episode, Held, Idea, Record
from .law import Span


def records_of(subjects, rows):
    """Each part of the records in one query."""
    known = Q(nominee__in=subjects)
    grades, held = defaultdict(dict), defaultdict(list)
    for nominee, year, grade in YearGrade.objects.filter(known).values_list("nominee", "year", "grade"):
        grades[nominee][year] = grade
    ideas = _ideas(subjects)
    for nominee, award in _held(AwardHeld.objects.filter(known)):
        held[nominee].append(award)
    discipline = _episodes(DisciplinePeriod.objects.filter(known), "form", DisciplinePeriod.Form)
    examined = _episodes(Examination.objects.filter(known), "matter", Examination.Matter)
    return {
        row.subject: Record(
            pk=row.subject,
            kind=row.nominee.kind,
            name=row.nominee.name,
            is_woman=row.nominee.sex == "female",
            grades=grades[row.subject],
            held=tuple(held[row.subject]),
            ideas=tuple(ideas[row.subject]),
            discipline=tuple(discipline[row.subject]),
            examinations=tuple(examined[row.subject]),
        )
        for row in rows
    }


def _held(awards):
    title = "title__code", "title__name", "title__kind"
    fields = "nominee", *title, "merit", "from_year", "to_year", "decision", "line__nomination"
    for nominee, *values in awards.filter(revoked_on=None).order_by().values_list(*fields):
        yield nominee, Held(*values)


def _episodes(rows, form, forms):
    found, words = defaultdict(list), dict(forms.choices)
    for nominee, value, start, end, paper in rows.order_by("valid_from").values_list(
        "nominee", form, "valid_from", "valid_to", "decision"
    ):
        span = Span(start, end)
        found[nominee].append(Episode(value, f"{words[value]} {span.words}", span, paper))
    return found


def _ideas(subjects):
    found = defaultdict(list)
    rows = Initiative.authors.through.objects.filter(nominee__in=subjects).select_related("initiative")
    for link in rows.order_by("initiative__recognised_on", "initiative_id"):
        found[link.nominee_id].append(idea_of(link.initiative))
    return found


def idea_of(initiative):
    values = initiative.title, initiative.level, initiative.recognised_on.year, initiative.used_for
    return Idea(initiative.pk, *values)
