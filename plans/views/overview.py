"""A plan's year as a picture."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..overview import overview_of
from .guarding import plan_view


@require_safe
@plan_view()
def plan_overview(request, plan):
    return render(request, "plans/plan_overview.html", {"plan": plan, "overview": overview_of(plan)})
