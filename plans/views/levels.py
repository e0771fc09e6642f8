"""Plans over levels: which plan of a level above one carries out, and what lower levels do with it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..access import may_amend, may_take_part
from ..forms.carrying_out import CarryOutForm
from ..progress.levels import bodies_without, lower_plans
from .guarding import plan_view

PER_PAGE = 50


@require_safe
@plan_view(may_take_part)
def plan_lower(request, plan):
    """The plans of lower bodies with their completion; `xem=chua-co` shows who has none yet."""
    if not plan.has_left or not plan.is_plan:
        raise Http404
    lower, without = lower_plans(plan, today=timezone.localdate()), bodies_without(plan)
    missing = request.GET.get("xem") == "chua-co"
    page = Paginator(without if missing else list(lower.counts), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "plan": plan,
        "lower": lower,
        "page": page,
        "missing": missing,
        "query": "xem=chua-co" if missing else "",
    }
    context["without"] = page.paginator.count if missing else without.count()
    if not missing:
        context["lines"] = [(line, may_take_part(request.user, line.plan)) for line in lower.shown(page)]
    return render(request, "plans/progress/lower.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_amend)
def plan_carry_out(request, plan):
    """Choose the plan of a level above."""
    if not plan.is_plan:
        raise Http404
    form = CarryOutForm(request.POST if request.method == "POST" else None, plan=plan, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save(by=request.user):
        messages.success(request, "Đã lưu.")
        return redirect(plan)
    context = {"plan": plan, "form": form}
    return render(request, "plans/progress/carry_out.html", context, status=422 if form.errors else 200)
