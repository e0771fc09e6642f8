"""A record read year by year, the newest first."""

from dataclasses import dataclass, field

from django.db.models import Count

from ..models import Initiative


@dataclass
class Year:
    """What is known of one year. An award for several years stands at the last of them."""

    year: int
    grades: list = field(default_factory=list)
    awards: list = field(default_factory=list)
    initiatives: list = field(default_factory=list)
    discipline: list = field(default_factory=list)
    examinations: list = field(default_factory=list)


def by_year(nominee):
    """Five queries, however long the life."""
    parts = {
        "grades": nominee.grades.all(),
        "awards": nominee.awards.select_related("title"),
        "initiatives": Initiative.objects.filter(pk__in=nominee.initiatives.values("pk")).annotate(
            author_count=Count("authors")
        ),
        "discipline": nominee.discipline.all(),
        "examinations": nominee.examinations.all(),
    }
    years = {}
    for name, rows in parts.items():
        for row in rows:
            getattr(years.setdefault(row.year, Year(row.year)), name).append(row)
    return [years[year] for year in sorted(years, reverse=True)]
