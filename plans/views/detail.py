"""One plan at a glance, and the file it was read from."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from thiduakhenthuong.dates import QUARTERS, quarter_words
from units.access import units_with
from units.models import Role

from ..access import may_amend, may_create, may_edit, may_issue, may_take_part, may_view
from ..checking.findings import findings_of
from ..following import links_of
from ..models import Assignment, IssuedPaper, Plan, PlanEvent
from ..models.moves import LEFT_THE_OFFICE, MOVES, State
from ..progress.access import may_oversee
from ..progress.levels import carried_out_by
from ..progress.reminding_rules import is_muted
from ..way import way_of
from .guarding import plan_view
from .moving import ways_open

Kind = PlanEvent.Kind
RECENT, PER_PAGE = 12, 100

# What the units that a plan names may know of its way: not what was said in the office before it left.
KNOWN_OUTSIDE = [kind for kind, move in MOVES.items() if move.to in LEFT_THE_OFFICE]


@require_safe
@plan_view()
def plan_detail(request, plan):
    source = plan.sources.defer("content").first()
    inside, editable = may_take_part(request.user, plan), may_edit(request.user, plan)
    events = plan.events.select_related("by").defer("details")
    events = events if inside else events.filter(kind__in=KNOWN_OUTSIDE)
    recent = list(events[:RECENT])
    context = {
        "plan": plan,
        "way": way_of(plan),
        "last_move": _last_move(events, recent),
        "source": source,
        "findings": _findings(plan),
        "to_check": len(findings_of(plan)) if editable else None,
        "remarks": plan.comments.filter(resolved_at=None).count() if inside else None,
        "kin": _kin(plan, request.user),
        "links": links_of(plan, request.user),
        "paper": IssuedPaper.objects.filter(plan=plan).only("pdf_sha256").first() if plan.is_frozen else None,
        "unmatched": _unmatched(plan),
        "stretches": _stretches(plan),
        "events": recent,
        "more_events": inside and plan.event_count > RECENT,
        "versions": plan.versions.count() if inside else None,
        "lower": carried_out_by(plan).count() if inside and plan.has_left and plan.is_plan else None,
        "may_carry_out": _may_carry_out(request.user, plan),
        "may_amend": plan.is_in_force and plan.is_plan and may_amend(request.user, plan),
        "may_report_on": plan.is_in_force and plan.is_plan and may_amend(request.user, plan),
        "may_edit": editable,
        "ways": ways_open(plan, request.user),
        "may_issue": plan.state == State.APPROVED and may_issue(request.user, plan),
        "may_record_issued": plan.state == State.DRAFT and may_issue(request.user, plan),
        "may_copy": plan.is_plan and may_create(request.user),
    } | _reminders(plan, request.user)
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


@require_safe
@plan_view(may_take_part)
def plan_events(request, plan):
    """All that happened to a plan, the latest first."""
    page = Paginator(plan.events.select_related("by").defer("details"), PER_PAGE).get_page(request.GET.get("trang"))
    return render(request, "plans/plan_events.html", {"plan": plan, "page": page})


def _findings(plan):
    """What the reading of a document left to look at; while the plan is a draft, also what its copying left."""
    kinds = (Kind.IMPORTED, Kind.COPIED, Kind.CREATED) if plan.is_editable else (Kind.IMPORTED,)
    telling = plan.events.filter(kind__in=kinds).values_list("details", flat=True)
    return [finding for details in telling for finding in details.get("findings", ())]


def _last_move(events, recent):
    """Of the events the reader may know, the move that brought the plan where it is, with its note."""
    found = next((event for event in recent if event.kind in MOVES), None)
    return found or (events.filter(kind__in=MOVES).first() if len(recent) == RECENT else None)


def _kin(plan, user):
    """The plans it came from or led to, as (what they are to it, plan); only those the user may see."""
    one_of = Q(pk__in=[pk for pk in _older(plan) if pk])
    led_to = Q(amends=plan) | Q(replaces=plan) | Q(report_of=plan)
    related = Plan.objects.filter(one_of | led_to).exclude(state=State.CANCELLED)
    found = related.select_related("issuer").order_by("pk")
    return [(_kinship(plan, other), other) for other in found if may_view(user, other)]


def _may_carry_out(user, plan):
    counts = plan.is_in_force or not plan.is_frozen
    return counts and plan.is_plan and may_amend(user, plan)


def _older(plan):
    return [plan.copied_from_id, plan.amends_id, plan.replaces_id, plan.carries_out_id, plan.report_of_id]


def _kinship(plan, other):
    if other.pk == plan.carries_out_id:
        return "Triển khai kế hoạch"
    if other.pk == plan.amends_id:
        return "Điều chỉnh, bổ sung"
    if other.pk == plan.replaces_id:
        return "Thay thế"
    if other.pk == plan.report_of_id:
        return "Báo cáo về kế hoạch"
    if other.report_of_id == plan.pk:
        return other.get_period_display()
    if other.amends_id == plan.pk:
        return "Được điều chỉnh bởi" if other.has_left else "Đang soạn bản điều chỉnh"
    if other.replaces_id == plan.pk:
        return "Được thay thế bởi" if other.has_left else "Đang soạn bản thay thế"
    return "Chép từ"


def _reminders(plan, user):
    """Who sets when the units of a plan in force are reminded, and who may want to hear no more of it."""
    asks = plan.is_in_force and plan.is_plan
    hears = asks and bool(units_with(user, Role.REPORTER))
    return {
        "may_set_reminders": asks and may_oversee(user, plan),
        "hears_reminders": hears,
        "muted": hears and is_muted(user, plan),
    }


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
