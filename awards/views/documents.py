"""The papers of a round: which there are, which can be drawn up from what was agreed, and drawing one up."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plans.models import PlanEvent

from ..documents.access import may_draw_up, may_see_papers
from ..documents.ready import group_named, groups_of
from ..forms.documents import PaperForm
from ..models import AwardDocument
from .guarding import campaign_view


@require_safe
@campaign_view(may_see_papers)
def paper_list(request, campaign):
    groups, homeless = groups_of(campaign, on=timezone.localdate())
    papers = AwardDocument.objects.filter(campaign=campaign).select_related("plan", "session")
    context = {
        "campaign": campaign,
        "papers": papers.annotate(count=Count("lines")),
        "groups": groups,
        "homeless": homeless,
        "may_draw_up": may_draw_up(request.user, campaign),
    }
    return render(request, "awards/documents/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@campaign_view(may_draw_up)
def paper_begin(request, campaign, key):
    """Choose who stands in it; the draft is then edited, approved and issued like a plan."""
    group = group_named(campaign, key, on=timezone.localdate())
    if group is None:
        return _nothing_waits(request, campaign)
    form = PaperForm(request.POST if request.method == "POST" else None, campaign=campaign, group=group)
    if request.method == "POST":
        if before := _drawn_up(request):
            return redirect(before)
        if form.is_valid() and (plan := form.save(by=request.user)):
            messages.success(request, f"Đã lập dự thảo {plan.noun}. Hãy xem lại nội dung rồi trình duyệt.")
            return redirect(plan)
    context = {"campaign": campaign, "group": group, "form": form}
    return render(request, "awards/documents/begin.html", context, status=422 if form.errors else 200)


def _nothing_waits(request, campaign):
    """A form sent twice finds its nominations in the paper it made."""
    if before := _drawn_up(request):
        return redirect(before)
    messages.info(request, "Không còn đề nghị nào chờ lập văn bản này.")
    return redirect("awards:paper_list", campaign.pk)


def _drawn_up(request):
    token = request.POST.get("token", "")
    events = PlanEvent.objects.filter(by=request.user, kind=PlanEvent.Kind.CREATED).select_related("plan")
    try:
        found = events.filter(token=token).first() if token else None
    except (ValueError, TypeError, ValidationError):
        return None
    return found.plan if found else None
