"""How far a plan in force is: its items by quarter with every body's state, or body by body."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thiduakhenthuong.official.rendering import NotPrinted, Printing
from units.models import Unit

from ..access import may_take_part
from ..forms.progress import ProgressFilter
from ..models import PlanItem
from ..progress.access import may_oversee
from ..progress.board import Cell, board_of, bodies_in_order, counts_by, in_order
from ..progress.board_document import board_document
from ..progress.lateness import is_late
from ..progress.timeline import timeline_of
from .files import pdf_response
from .guarding import progress_view

PER_PAGE = 50


@require_safe
@progress_view()
def plan_progress(request, plan):
    """The whole plan; `xem=don-vi` shows it body by body."""
    form, tasks, today = _asked(request, plan)
    context = _head(request, plan, form, today) | {"query": _query(request)}
    if form.by_unit:
        return render(request, "plans/progress/by_unit.html", context | _units(request, tasks, today))
    return render(request, "plans/progress/board.html", context | {"board": board_of(plan, tasks, today=today)})


@require_safe
@progress_view()
def plan_progress_item(request, plan, pk):
    """All bodies of one item, late and silent ones first."""
    item = get_object_or_404(PlanItem.objects.select_related("section"), pk=pk, plan=plan)
    form, tasks, today = _asked(request, plan)
    tasks = tasks.filter(item=item).given()
    counts = counts_by(tasks, "item", today).get(item.pk)
    page = Paginator(in_order(tasks, today), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "plan": plan,
        "item": item,
        "form": form,
        "counts": counts,
        "page": page,
        "cells": [Cell(task, is_late(task, today)) for task in page],
        "query": _query(request),
    }
    return render(request, "plans/progress/item.html", context)


@require_safe
@progress_view()
def plan_progress_year(request, plan):
    """The year by month, of all bodies or of those looked for."""
    form, tasks, today = _asked(request, plan, only=("don_vi",))
    context = {"year": timeline_of(plan, tasks, today=today), "query": _query(request, drop="thang")}
    return render(request, "plans/progress/year.html", _head(request, plan, form, today) | context)


@require_safe
@progress_view()
def plan_progress_pdf(request, plan):
    """The board, as it is narrowed, on paper."""
    form, tasks, today = _asked(request, plan)
    document = board_document(plan, board_of(plan, tasks, today=today), on=today, scope=form.words)
    try:
        return pdf_response(request, Printing(document), f"Tiến độ Kế hoạch {plan.number_words.replace('/', '-')}.pdf")
    except NotPrinted as problem:
        return render(request, "plans/plan_not_printed.html", {"plan": plan, "problem": problem}, status=503)


def _asked(request, plan, *, only=None):
    """The filter, the tasks of the plan that fit, and today. A plan that asks nothing yet has no progress."""
    if not plan.has_left or not plan.is_plan:
        raise Http404
    form, today = ProgressFilter(request.GET, only=only), timezone.localdate()
    form.is_valid()
    return form, form.apply(plan.tasks.standing(), year=plan.year, today=today), today


def _head(request, plan, form, today):
    """What the head of each of these pages needs."""
    rights = {"inside": may_take_part(request.user, plan), "oversees": may_oversee(request.user, plan)}
    return {"plan": plan, "form": form, "today": today, **rights}


def _units(request, tasks, today):
    """Bodies with their counts: late ones first, then silent ones."""
    order = list(bodies_in_order(tasks, today))
    page = Paginator(order, PER_PAGE).get_page(request.GET.get("trang"))
    names = dict(Unit.objects.filter(pk__in=list(page)).values_list("pk", "name"))
    counts = counts_by(tasks.filter(unit__in=names), "unit", today)
    return {"page": page, "lines": [(names[pk], counts[pk]) for pk in page], "all_units": len(order)}


def _query(request, *, drop="trang"):
    """What was asked, without the page (or month), for the links to other pages."""
    asked = request.GET.copy()
    asked.pop(drop, None)
    return asked.urlencode()
