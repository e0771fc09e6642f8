"""How many awards stand in each cell of a form, and which: decided in the year, not revoked, of records in sight."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef

from units.models import Area

from ..models import AwardProvision, AwardTitle, Posting
from ..register.entries import entries_visible_to
from .forms import Fact

_FACTS = ("title__code", "title__kind", "nominee__kind", "merit", "recipient_class", "is_ministry")


def awards_of(form, year, *, user):
    """The awards that count on a form in a year."""
    titles = AwardTitle.objects.filter(
        Exists(AwardProvision.objects.filter(title=OuterRef("pk"), level__in=form.levels))
    )
    central = Posting.objects.filter(nominee=OuterRef("nominee"), unit__area__level=Area.Level.CENTRAL)
    rows = entries_visible_to(user).filter(decided_on__year=year, revoked_on=None, title__in=titles)
    return rows.annotate(is_ministry=Exists(central))


def counted(form, year, *, user):
    """[(row, [(column, count), …]), …]. One query: awards that are alike come as one row with their number."""
    rows = awards_of(form, year, user=user).order_by().values_list(*_FACTS).annotate(Count("pk"))
    alike = [(Fact(*facts), count) for *facts, count in rows]
    cells = Counter()
    for fact, count in alike:
        columns = [column.key for column in form.columns if column.holds(fact)]
        for row in form.rows:
            if row.holds(fact):
                cells.update({(row.key, column): count for column in columns})
    return [(row, [(column, cells[row.key, column.key]) for column in form.columns]) for row in form.rows]


def ids_behind(form, year, row, column, *, user):
    """Ids of the awards in one cell, by the very question that counted them."""
    rows = (
        awards_of(form, year, user=user).order_by("-decided_on", "nominee__sort_key", "pk").values_list("pk", *_FACTS)
    )
    found = ((pk, Fact(*facts)) for pk, *facts in rows)
    return [pk for pk, fact in found if row.holds(fact) and column.holds(fact)]
