"""How many awards, movements, organisations, people stand in each cell of a form, and which: of a year, in sight."""

from collections import Counter
from datetime import date
from functools import partial

from django.db.models import Count, Exists, OuterRef
from django.utils import timezone

from units.models import Area

from ..keeping import kept_visible_to
from ..models import AwardProvision, AwardTitle, Movement, Posting, StaffMember, StaffOffice
from ..register.entries import entries_visible_to
from .forms import AwardFact, MemberFact, MovementFact, OfficeFact

_OF_AWARD = ("title__code", "title__kind", "nominee__kind", "merit", "recipient_class", "is_ministry")
_OF_MOVEMENT = ("level", "scope", "method", "launched_on", "ends_on")
_OF_MEMBER = ("sex", "birth_year", "training", "since_year")


def awards_of(form, year, *, user):
    """The awards that count on a form in a year: decided in it, not revoked; newest first."""
    titles = AwardTitle.objects.filter(
        Exists(AwardProvision.objects.filter(title=OuterRef("pk"), level__in=form.levels))
    )
    central = Posting.objects.filter(nominee=OuterRef("nominee"), unit__area__level=Area.Level.CENTRAL)
    rows = entries_visible_to(user).filter(decided_on__year=year, revoked_on=None, title__in=titles)
    return rows.annotate(is_ministry=Exists(central)).order_by("-decided_on", "nominee__sort_key", "pk")


def movements_of(year, *, user):
    """The movements that count in a year: launched in it; newest first."""
    return kept_visible_to(Movement, user).filter(launched_on__year=year).order_by("-launched_on", "name", "pk")


def staff_of(model, year, *, user):
    """The organisations or people that count in a year: in force on its last day, in the running year today."""
    on = min(date(year, 12, 31), timezone.localdate())
    return kept_visible_to(model, user).valid(on=on).order_by("sort_key", "pk")


def members_of(year, *, user):
    """Those of them who had begun this work; who gave no first day would otherwise count before."""
    return staff_of(StaffMember, year, user=user).filter(since_year__lte=year)


# By what a form counts: its rows, the columns of which its facts are made, and how.
_SUBJECTS = {
    "awards": lambda form, year, user: (awards_of(form, year, user=user), _OF_AWARD, AwardFact),
    "movements": lambda form, year, user: (movements_of(year, user=user), _OF_MOVEMENT, MovementFact),
    "offices": lambda form, year, user: (staff_of(StaffOffice, year, user=user), ("kind",), OfficeFact),
    "members": lambda form, year, user: (members_of(year, user=user), _OF_MEMBER, partial(MemberFact, year)),
}


def counted(form, year, *, user):
    """[(row, [(column, count), …]), …]. One query: what is alike comes as one row with its number."""
    rows, names, fact_of = _SUBJECTS[form.of](form, year, user)
    alike = rows.order_by().values_list(*names).annotate(Count("pk"))
    cells = Counter()
    for *facts, count in alike:
        fact = fact_of(*facts)
        columns = [column.key for column in form.columns if column.holds(fact)]
        for row in form.rows:
            if row.holds(fact):
                cells.update({(row.key, column): count for column in columns})
    return [(row, [(column, cells[row.key, column.key]) for column in form.columns]) for row in form.rows]


def ids_behind(form, year, row, column, *, user):
    """Ids of what one cell counts, by the very question that counted it."""
    rows, names, fact_of = _SUBJECTS[form.of](form, year, user)
    found = ((pk, fact_of(*facts)) for pk, *facts in rows.values_list("pk", *names))
    return [pk for pk, fact in found if row.holds(fact) and column.holds(fact)]
