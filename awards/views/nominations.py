"""Nominations of a round: listed, entered, read, changed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ..access import may_see_nominee
from ..eligibility.judging import findings_of
from ..forms.nominations import (
    MOST_FOUND,
    AddNominationForm,
    ChangeNominationForm,
    FindNomineeForm,
    NewNomineeForm,
    NominationFilter,
    records_of,
)
from ..models import Nomination
from ..nominating.fields import FIELDS, open_parts
from ..nominating.locking import CLOSED
from ..nominating.missing import warnings_of
from ..rounds.access import (
    holds_nomination,
    may_decide_on_nomination,
    may_propose,
    may_work_on_nomination,
    nominations_of,
    proposing_units,
)
from .guarding import campaign_view, nomination_view
from .nominees import FORM, KINDS, note_view

PER_PAGE = 50
_SHOWN = ("sort_key", "state", "position_words", "accepted_at", "arrived_at")
_NAMES = {f"{whose}_name": F(f"{whose}__name") for whose in ("nominee", "title", "unit", "holder")}


@require_safe
@campaign_view()
def nomination_list(request, campaign):
    form = NominationFilter(request.GET.dict(), campaign=campaign, user=request.user)
    found = form.apply(nominations_of(request.user, campaign)).values_list("pk", flat=True)
    if form.cleaned_data.get("q"):
        found = list(found)  # looking through the names costs more than the ids: once, not again to count the pages
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    rows = Nomination.objects.filter(pk__in=list(page)).only(*_SHOWN).annotate(**_NAMES)
    query = request.GET.copy()
    query.pop("trang", None)
    context = {
        "campaign": campaign,
        "form": form,
        "page": page,
        "rows": rows,
        "query": query.urlencode(),
    }
    return render(request, "awards/nominating/list.html", context)


@require_http_methods(FORM)
@campaign_view(may_propose)
def nomination_add(request, campaign, unit, kind):
    """First whom, by name; then for what: for a record that stands (`ho-so`) or a new one (`moi`)."""
    unit = proposing_unit(request, campaign, unit)
    if kind not in KINDS:
        raise Http404
    if campaign.closed_at:
        messages.warning(request, CLOSED.format(unit=campaign.unit))
        return redirect(campaign)
    find = FindNomineeForm(request.GET.dict(), unit=unit, kind=KINDS[kind])
    context = {"campaign": campaign, "unit": unit, "kind": KINDS[kind].label.lower(), "find": find}
    if not request.GET.get("ho-so") and not request.GET.get("moi"):
        found = find.found()
        context |= {"found": found[:MOST_FOUND], "more": len(found) > MOST_FOUND}
        return render(request, "awards/nominating/find.html", context)
    nominee, new = _whom(request, unit, KINDS[kind], find.name)
    options = {"campaign": campaign, "unit": unit, "nominee": nominee, "new": new, "by": request.user}
    form = AddNominationForm(request.POST or None, kind=KINDS[kind], **options)
    if request.method == "POST" and form.is_valid() and (added := form.save_as()):
        messages.success(request, f"Đã lập đề nghị cho {added.nominee}. Đề nghị được gửi đi khi trình danh sách.")
        return redirect(added)
    failed = form.errors or (new and new.errors)
    context |= {"form": form, "new": new, "nominee": nominee, "heading": f"Thêm đề nghị cho {context['kind']}"}
    return render(request, "awards/nominating/form.html", context, status=422 if failed else 200)


def proposing_unit(request, campaign, pk):
    """One of the units for which the user nominates in the round; else 404."""
    units = {unit.pk: unit for unit in proposing_units(request.user, campaign)}
    if pk not in units:
        raise Http404
    return units[pk]


def _whom(request, unit, kind, name):
    """(the record that stands, None) or (None, the form of a new one)"""
    told = request.GET.get("ho-so", "")
    if told:
        if not told.isdecimal():
            raise Http404
        return get_object_or_404(records_of(unit), pk=told[:15], kind=kind), None
    initial = {"name": name}
    return None, NewNomineeForm(request.POST or None, unit=unit, kind=kind, by=request.user, initial=initial)


@require_safe
@nomination_view()
def nomination_detail(request, nomination):
    user = request.user
    knows = may_see_nominee(user, nomination.nominee)
    if knows:
        note_view(request, nomination.nominee)
    live = nomination.is_editable
    findings = findings_of([nomination])[nomination.pk] if live else nomination.findings
    events = list(nomination.events.select_related("by", "unit", "to_unit"))
    context = {
        "nomination": nomination,
        "campaign": nomination.campaign,
        "knows_nominee": knows,
        "initiatives": nomination.initiatives.all(),
        "files": nomination.files.filter(removed_at=None).defer("content"),
        "files_open": "files" in open_parts(nomination),
        "overrides": nomination.overrides.select_related("by"),
        "findings": findings,
        "live": live,
        "warned": live and bool(warnings_of(findings)),
        "history": events,
        "returned": _last_return(nomination, events),
        "may_work": may_work_on_nomination(user, nomination) and not nomination.campaign.closed_at,
        "may_decide": _may_decide(user, nomination),
        "at_top": nomination.holder_id == nomination.campaign.unit_id,
    }
    return render(request, "awards/nominating/detail.html", context)


def _may_decide(user, nomination):
    """Are the deeds offered: by right, and because it is here."""
    here = holds_nomination(user, nomination) and not nomination.campaign.closed_at
    return here and may_decide_on_nomination(user, nomination)


def _last_return(nomination, events):
    """Why it came back and what is to be mended, as long as it has not gone up again."""
    if nomination.state != nomination.State.RETURNED:
        return None
    last = next((event for event in events if event.kind == "returned"), None)
    return last and {"event": last, "parts": [FIELDS[name] for name in last.fields if name in FIELDS]}


@require_http_methods(FORM)
@nomination_view(may_work_on_nomination)
def nomination_edit(request, nomination):
    if not nomination.is_editable:
        state = nomination.get_state_display()
        messages.warning(request, f"Đề nghị này đang ở trạng thái “{state}” nên không sửa được.")
        return redirect(nomination)
    form = ChangeNominationForm(request.POST or None, instance=nomination, by=request.user)
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, "Đã lưu.")
        return redirect(nomination)
    context = {"campaign": nomination.campaign, "nomination": nomination, "nominee": nomination.nominee}
    context |= {"form": form, "unit": nomination.unit, "heading": f"Sửa đề nghị: {nomination.nominee}"}
    return render(request, "awards/nominating/form.html", context, status=422 if form.errors else 200)
