"""Reading the catalogue: what is in force on a day, and all of one title through time."""

from itertools import groupby
from operator import attrgetter

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thiduakhenthuong.dates import day_words

from ..access import may_edit_catalogue
from ..catalogue import authority, provisions_on
from ..editing import may_correct
from ..forms.filtering import CatalogueFilter, DateForm
from ..models import AwardTitle
from ..prize import prize, salary_on
from .guarding import catalogue_view, title_view


@require_safe
@catalogue_view()
def title_list(request, _):
    form = CatalogueFilter(request.GET.dict())
    groups = _groups(form.apply(provisions_on(form.on)), salary_on(form.on))
    context = {
        "form": form,
        "on": form.on,
        "is_today": form.on == timezone.localdate(),
        "day_asked": "" if form.on == timezone.localdate() else f"?ngay={day_words(form.on)}",
        "groups": groups,
        "count": sum(len(group["titles"]) for group in groups),
        "may_edit": may_edit_catalogue(request.user),
    }
    return render(request, "awards/title_list.html", context)


def _groups(provisions, salary):
    """The titles by their kind, in the order of the law; with each title what holds at each level, and the prize."""
    titles = [
        {"title": title, "lines": [{"provision": p, "prize": prize(p, salary=salary)} for p in rows]}
        for title, rows in groupby(provisions, attrgetter("title"))
    ]
    by_kind = {kind: [row for row in titles if row["title"].kind == kind] for kind in AwardTitle.Kind.values}
    return [{"kind": AwardTitle.Kind(kind), "titles": rows} for kind, rows in by_kind.items() if rows]


@require_safe
@title_view()
def title_detail(request, title):
    form = DateForm(request.GET.dict())
    salary = salary_on(form.on)
    provisions = title.provisions.prefetch_related("instruments").order_by("-valid_from", "pk")
    now = [{"provision": p, "prize": prize(p, salary=salary)} for p in authority(title, on=form.on)]
    in_force = {line["provision"].pk for line in now}
    today = timezone.localdate()
    context = {
        "title": title,
        "form": form,
        "on": form.on,
        "is_today": form.on == today,
        "now": now,
        "others": [p for p in provisions if p.pk not in in_force],
        "may_end": any(not p.valid_to or p.valid_to >= today for p in provisions),
        "correctable": {p.pk for p in provisions if may_correct(p, today=today)},
        "may_edit": may_edit_catalogue(request.user),
        "events": title.events.select_related("by"),
    }
    return render(request, "awards/title_detail.html", context)
