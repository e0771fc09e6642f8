"""What a unit has to do in a year: on a page, on paper, and as a calendar file."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from thiduakhenthuong.guards import guard, open_to_users
from units.access import units_with
from units.models import Unit

from ..access import may_see_tasks
from ..calendar import calendar_of
from ..forms.filtering import TaskFilter
from ..tasks import UnitTasks, by_deadline, by_quarter


def _load(request, pk, **left):
    return get_object_or_404(Unit.objects.select_related("area__parent"), pk=pk), left


unit_tasks_view = guard(_load, may_see_tasks, "unit_tasks")


@require_safe
@open_to_users
def my_tasks(request):
    """The tasks of the user's unit; who holds roles at several chooses one."""
    units = sorted(set(units_with(request.user)), key=lambda unit: unit.sort_key)
    if len(units) == 1:
        return redirect("plans:unit_tasks", units[0].pk)
    return render(request, "plans/my_tasks.html", {"units": units})


@require_safe
@vary_on_headers("HX-Request")
@unit_tasks_view()
def unit_tasks(request, unit):
    found = UnitTasks(unit, user=request.user)
    year, order = _asked(request, found.years)
    tasks = found.of_year(year)
    context = {
        "unit": unit,
        "year": year,
        "years": found.years,
        "order": order,
        "tasks": tasks,
        "stretches": by_deadline(tasks) if order == "han" else by_quarter(tasks),
        "predecessors": Unit.objects.filter(successions_out__successor=unit),
    }
    return render(request, "plans/_task_list.html" if request.htmx else "plans/unit_tasks.html", context)


@require_safe
@unit_tasks_view()
def unit_tasks_ics(request, unit):
    found = UnitTasks(unit, user=request.user)
    year, _ = _asked(request, found.years)
    content = calendar_of(unit, found.of_year(year), link=_linker(request))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"Nhiệm vụ {year} – {unit.name}.ics")
    return response


def _asked(request, years):
    """The year and order asked for; by default this year, or the latest for which the unit has tasks."""
    form = TaskFilter(request.GET)
    form.is_valid()
    this_year = timezone.localdate().year
    usual = this_year if this_year in years or not years else years[0]
    return form.cleaned_data.get("nam") or usual, form.cleaned_data.get("theo") or "quy"


def _linker(request):
    def link(task):
        return request.build_absolute_uri(reverse("plans:paper", args=[task.plan.code])) + f"#nhiem-vu-{task.item.pk}"

    return link
