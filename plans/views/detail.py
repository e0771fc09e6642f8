"""One plan at a glance, and the file it was read from."""

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from thiduakhenthuong.dates import QUARTERS, quarter_words

from ..access import may_create, may_edit, may_issue, visible_to
from ..models import Assignment, PlanEvent
from ..models.moves import State
from .guarding import plan_view
from .moving import ways_open


@require_safe
@plan_view()
def plan_detail(request, plan):
    source = plan.sources.defer("content").first()
    events = list(plan.events.select_related("by"))
    context = {
        "plan": plan,
        "source": source,
        "findings": _findings(plan, events),
        "copied_from": visible_to(request.user).filter(pk=plan.copied_from_id).first() if plan.copied_from_id else None,
        "unmatched": _unmatched(plan),
        "stretches": _stretches(plan),
        "events": events,
        "may_edit": may_edit(request.user, plan),
        "ways": ways_open(plan, request.user),
        "may_issue": plan.state == State.APPROVED and may_issue(request.user, plan),
        "may_record_issued": plan.state == State.DRAFT and may_issue(request.user, plan),
        "may_copy": may_create(request.user),
    }
    return render(request, "plans/plan_detail.html", context)


@require_safe
@plan_view()
def plan_source(request, plan):
    """The file the plan was read from, byte for byte, never shown by the browser as a page of ours."""
    source = plan.sources.first()
    if source is None:
        raise Http404
    response = HttpResponse(bytes(source.content), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, source.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _findings(plan, events):
    """What the reading of a document left to look at; while the plan is a draft, also what its copying left."""
    telling = [event for event in events if plan.is_editable or event.kind == PlanEvent.Kind.IMPORTED]
    return [finding for event in telling for finding in event.details.get("findings", ())]


def _unmatched(plan):
    """Wordings no unit or group was found for, with the number of items that carry each."""
    bare = Assignment.objects.filter(item__plan=plan).unmatched()
    return bare.order_by("printed").values("printed").annotate(count=Count("item", distinct=True))


def _stretches(plan):
    """The items by quarter, in their order, then the duties that other parts of the text state."""
    items = list(plan.items.select_related("section").prefetch_related("assignments"))
    listed = [item for item in items if not item.is_duty]
    titles = {None: "Không theo quý"} | {quarter: quarter_words(quarter) for quarter in QUARTERS}
    stretches = [(title, [item for item in listed if item.quarter == quarter]) for quarter, title in titles.items()]
    stretches.append(("Nêu trong phần tổ chức thực hiện và các phần khác", [item for item in items if item.is_duty]))
    return [(title, found) for title, found in stretches if found]
