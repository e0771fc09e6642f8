"""Rounds of awarding: listed, opened, read, changed, closed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..forms.rounds import CampaignFilter, CampaignForm, CloseCampaignForm, OpenCampaignForm
from ..models import Nomination
from ..rounds.access import (
    campaigns_visible_to,
    may_open_campaign,
    may_run_campaign,
    nominations_of,
    passing_units,
    proposing_units,
)
from ..rounds.counting import counts_by_unit, waiting_at
from ..rounds.stages import stage_of
from .guarding import campaign_view, campaigns_view
from .nominees import FORM, KINDS

PER_PAGE = 50


@require_safe
@campaigns_view()
def campaign_list(request, _):
    form = CampaignFilter(request.GET.dict())
    found = form.apply(campaigns_visible_to(request.user).select_related("unit"))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    query = request.GET.copy()
    query.pop("trang", None)
    context = {
        "form": form,
        "page": page,
        "rows": [(campaign, *stage_of(campaign, on=timezone.localdate())) for campaign in page],
        "query": query.urlencode(),
        "may_open": may_open_campaign(request.user),
    }
    return render(request, "awards/rounds/list.html", context)


@require_http_methods(FORM)
@campaigns_view(may_open_campaign)
def campaign_open(request, _):
    form = OpenCampaignForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid() and (opened := form.save_as()):
        messages.success(request, "Đã mở đợt. Các đơn vị trực thuộc thấy đợt này và gửi đề nghị được.")
        return redirect(opened)
    context = {"form": form, "heading": "Mở đợt khen thưởng", "button": "Mở đợt"}
    return render(request, "awards/rounds/form.html", context, status=422 if form.errors else 200)


@require_safe
@campaign_view()
def campaign_detail(request, campaign):
    user, today = request.user, timezone.localdate()
    seen = nominations_of(user, campaign)
    titles = list(campaign.titles.all())
    kinds = {title.recipient for title in titles}
    counts = counts_by_unit(seen)
    key, words = stage_of(campaign, on=today)
    context = {
        "campaign": campaign,
        "stage": key,
        "stage_words": words,
        "titles": titles,
        "kinds": [(slug, kind.label.lower()) for slug, kind in KINDS.items() if kind in kinds],
        "own": _own(proposing_units(user, campaign), counts),
        "passing": waiting_at(campaign, passing_units(user, campaign)),
        "counts": counts,
        "states": Nomination.State.labels,
        "may_run": may_run_campaign(user, campaign),
        "events": campaign.events.select_related("by"),
    }
    return render(request, "awards/rounds/detail.html", context)


def _own(units, counts):
    """The units for which the user nominates, each with how much it still has to submit."""
    by_unit = {row.pk: row.by_state for row in counts}
    states = [by_unit.get(unit.pk, {}) for unit in units]
    waiting = [found.get("draft", 0) + found.get("returned", 0) for found in states]
    return [
        {"unit": unit, "waiting": count, "total": sum(found.values())}
        for unit, count, found in zip(units, waiting, states, strict=True)
    ]


@require_http_methods(FORM)
@campaign_view(may_run_campaign)
def campaign_edit(request, campaign):
    form = CampaignForm(request.POST or None, instance=campaign, by=request.user)
    return _answer(request, campaign, form, "Sửa thông tin đợt", "Lưu")


@require_http_methods(FORM)
@campaign_view(may_run_campaign)
def campaign_close(request, campaign):
    """Close it; or, closed, open it again."""
    words = "Mở lại đợt" if campaign.closed_at else "Đóng đợt"
    form = CloseCampaignForm(request.POST or None, instance=campaign, by=request.user)
    return _answer(request, campaign, form, words, words)


def _answer(request, campaign, form, heading, button):
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, "Đã lưu.")
        return redirect(campaign)
    context = {"form": form, "campaign": campaign, "heading": heading, "button": button}
    return render(request, "awards/rounds/form.html", context, status=422 if form.errors else 200)
