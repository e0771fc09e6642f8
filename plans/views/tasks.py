"""What a unit has to do in a year: on a page, on paper, and as a calendar file."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
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
from ..progress.access import may_report_for
from ..progress.unit_tasks import (
    by_deadline,
    by_quarter,
    by_urgency,
    for_calendar,
    for_list,
    lines_of,
    tasks_of,
    years_of,
)


def _load(request, pk, **left):
    """Mostly the reader's own unit, which came with their roles."""
    own = next((unit for unit in units_with(request.user) if unit.pk == pk), None)
    return own or get_object_or_404(Unit, pk=pk), left


unit_tasks_view = guard(_load, may_see_tasks, "unit_tasks")


@require_safe
@open_to_users
def my_tasks(request):
    """The tasks of the user's unit; who holds roles at several chooses one."""
    units = sorted(set(units_with(request.user)), key=lambda unit: unit.sort_key)
    if len(units) == 1:
        return redirect("plans:unit_tasks", units[0].pk)
    return render(request, "plans/tasks/my_tasks.html", {"units": units})


@require_safe
@vary_on_headers("HX-Request")
@unit_tasks_view()
def unit_tasks(request, unit):
    today, tasks = timezone.localdate(), tasks_of(unit, user=request.user)
    years = years_of(tasks, today=today)
    year, order = _asked(request, years, today)
    lines = lines_of(for_list(tasks.filter(plan__year=year)), today=today)
    of_plans = {line.task.plan_code: line for line in lines}
    context = {
        "unit": unit,
        "today": today,
        "year": year,
        "years": years,
        "order": order,
        "order_words": ORDERS[order],
        "orders": ORDERS.items(),
        "lines": lines,
        "stretches": _stretches(lines, order, today),
        "of_plans": [of_plans[code] for code in sorted(of_plans)],  # a line of each plan
        "may_report": may_report_for(request.user, unit),
        "predecessors": Unit.objects.filter(successions_out__successor=unit).only("name"),
    }
    if request.htmx:
        return render(request, "plans/tasks/_task_list.jinja", context, using="jinja2")
    return render(request, "plans/tasks/unit_tasks.html", context)


@require_safe
@unit_tasks_view()
def unit_tasks_ics(request, unit):
    today, tasks = timezone.localdate(), tasks_of(unit, user=request.user)
    year, _ = _asked(request, years_of(tasks, today=today), today)
    content = calendar_of(unit, for_calendar(tasks.filter(plan__year=year)), link=_linker(request))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"Nhiệm vụ {year} – {unit.name}.ics")
    return response


ORDERS = dict(TaskFilter.ORDERS)


def _asked(request, years, today):
    """The year and order asked for; by default this year, or the latest for which the unit has tasks."""
    form = TaskFilter(request.GET)
    form.is_valid()
    known = [entry.year for entry in years]
    usual = today.year if today.year in known or not known else known[0]
    return form.cleaned_data.get("nam") or usual, form.cleaned_data.get("theo") or "viec"


def _stretches(lines, order, today):
    if order == "quy":
        return by_quarter(lines)
    return by_deadline(lines) if order == "han" else by_urgency(lines, today=today)


def _linker(request):
    return lambda task: request.build_absolute_uri(task.get_absolute_url())
