"""A leader's page over all plans of their bodies, and the tasks behind each of its figures."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thiduakhenthuong.guards import open_to_users

from ..forms.situation import SituationFilter
from ..models.moves import State
from ..progress.situation import (
    TaskLine,
    bodies_led,
    decisions_of,
    figures_of,
    in_force,
    in_order,
    lines_led,
    plans_led,
    reasons_of,
    tasks_of,
)

PER_PAGE = 50


@require_safe
@open_to_users
def situation(request):
    """Five figures, what needs a decision, and every plan in force with its counts."""
    form, plans, today = _asked(request)
    of_year = [plan for plan in in_force(plans) if plan.year == form.year]
    lines = lines_led(of_year, today=today)
    context = {
        "form": form,
        "today": today,
        "query": _query(request, "co_quan", "nam"),
        "figures": figures_of(lines),
        "waiting": [plan for plan in plans if plan.state == State.SUBMITTED],
        "decisions": decisions_of(of_year, lines, today=today),
        "page": Paginator(lines, PER_PAGE).get_page(request.GET.get("trang")),
    }
    return render(request, "plans/progress/situation.html", context)


@require_safe
@open_to_users
def situation_tasks(request):
    """The tasks behind one figure."""
    form, plans, today = _asked(request)
    ids = in_order([plan for plan in in_force(plans) if plan.year == form.year], form.concern, today=today)
    page = Paginator(ids, PER_PAGE).get_page(request.GET.get("trang"))
    tasks = tasks_of(list(page))
    reasons = reasons_of({form.concern: tasks})
    context = {
        "form": form,
        "page": page,
        "lines": [TaskLine(task, reasons.get((form.concern, task.pk), "")) for task in tasks],
        "query": _query(request, "viec", "co_quan", "nam"),
        "back": _query(request, "co_quan", "nam"),
    }
    return render(request, "plans/progress/situation_tasks.html", context)


def _asked(request):
    """The filter, the plans of the bodies chosen, and today. Only who looks after plans has such a page."""
    bodies, today = bodies_led(request.user), timezone.localdate()
    if not bodies:
        raise Http404
    plans = plans_led(bodies)
    years = sorted({plan.year for plan in in_force(plans)}, reverse=True)
    form = SituationFilter(request.GET, bodies=bodies, years=years, today=today)
    form.is_valid()
    return form, [plan for plan in plans if form.fits(plan)], today


def _query(request, *names):
    query = request.GET.copy()
    for name in set(query) - set(names):
        del query[name]
    return query.urlencode()
