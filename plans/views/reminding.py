"""When the units of a plan are reminded, set by its office; and whether the reader wants to hear of it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ..editing.locking import Refused
from ..forms.reminding import MuteForm, RuleForm
from ..models.moves import IN_FORCE
from ..progress.access import may_oversee
from ..progress.reminding_rules import is_muted, next_reminders
from .guarding import plan_view


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_oversee)
def plan_reminding(request, plan):
    form = RuleForm(request.POST if request.method == "POST" else None, plan=plan)
    if request.method == "POST" and form.is_valid():
        try:
            form.save(by=request.user)
            messages.success(request, "Đã lưu cách nhắc việc.")
        except Refused as reason:
            messages.error(request, str(reason))
        return redirect("plans:plan_reminding", plan.code)
    context = {"plan": plan, "form": form, "coming": next_reminders(plan, after=timezone.localdate())}
    return render(request, "plans/reminding/rule.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view()
def plan_mute(request, plan):
    """Where the address in a reminder leads: nothing changes until a button is pressed."""
    newer = plan.amendments.filter(state__in=IN_FORCE).first()
    if newer and request.method != "POST":
        return redirect("plans:plan_mute", newer.code)
    form = MuteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        on = form.save(plan=plan, user=request.user)
        messages.success(request, "Bạn lại được nhắc việc của kế hoạch này." if on else "Đã thôi nhắc bạn.")
        return redirect("plans:plan_mute", plan.code)
    context = {"plan": plan, "form": form, "muted": is_muted(request.user, plan)}
    return render(request, "plans/reminding/mute.html", context, status=422 if form.errors else 200)
