"""How far a plan in force is: its items by quarter with every unit's state, or its units."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from .guarding import plan_view


@require_safe
@plan_view()
def plan_progress(request, plan):
    return render(request, "plans/progress/board.html", {"plan": plan})
