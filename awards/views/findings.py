"""The findings of a round: of all its nominations that the reader may see, asked for anew by a button."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ..eligibility.checking import AT_ONCE, check_oldest
from ..eligibility.finding import SEVERITIES
from ..forms.findings import FindingFilter
from ..models import CheckMark, Nomination, Override
from ..rounds.access import nominations_of
from .guarding import campaign_view

PER_PAGE = 50
PERSONAL = {"examination", "discipline", "achievement-after-discipline"}  # told on the page of the nomination alone


@require_safe
@campaign_view()
def campaign_findings(request, campaign):
    form = FindingFilter(request.GET.dict())
    visible = nominations_of(request.user, campaign)
    counts = _counts(visible)
    found = form.apply(visible).order_by("nominee__sort_key", "pk").values_list("pk", flat=True)
    pages = Paginator(found, PER_PAGE)
    if form.told_by_counts:  # of thousands, counted once
        pages.count = sum(n for result, _, n in counts if form.result in ("", result))
    page = pages.get_page(request.GET.get("trang"))
    query = request.GET.copy()
    query.pop("trang", None)
    context = {
        "campaign": campaign,
        "form": form,
        "page": page,
        "rows": _with_marks(page),
        "query": query.urlencode(),
        "counts": counts,
    }
    return render(request, "awards/eligibility/findings.html", context)


@require_POST
@campaign_view()
def campaign_check(request, campaign):
    visible = nominations_of(request.user, campaign)
    asked = check_oldest(visible, on=timezone.localdate())
    more = " Hãy bấm lần nữa để kiểm tra tiếp." if asked == AT_ONCE else ""
    messages.success(request, f"Đã kiểm tra {asked} đề nghị.{more}")
    return redirect("awards:campaign_findings", campaign.pk)


def _with_marks(page):
    """Each nomination of the page with what asks for attention; of discipline only that there is something."""
    ids = list(page)
    rows = Nomination.objects.select_related("nominee", "title", "unit", "last_check").defer("findings", "achievement")
    rows = rows.in_bulk(ids)
    told = Override.objects.filter(nomination__in=ids).values_list("nomination", "rule", "reason")
    reasons = {(nomination, rule): reason for nomination, rule, reason in told}
    marks = {}
    for mark in CheckMark.objects.filter(last_check__nomination__in=ids).select_related("last_check"):
        nomination = mark.last_check.nomination_id
        mark.reason = reasons.get((nomination, mark.rule), "")
        if mark.rule in PERSONAL:
            mark.sentence = "Có nội dung về kỷ luật hoặc việc đang xem xét: xem tại trang của đề nghị."
        marks.setdefault(nomination, []).append(mark)
    return [(rows[pk], marks.get(pk, ())) for pk in ids]


def _counts(visible):
    """How many nominations there are of each result, the worst first; those never asked about last."""
    found = dict(visible.order_by().values_list("last_check__worst").annotate(n=Count("pk")))
    counts = [(severity, words, found.get(severity, 0)) for severity, words in SEVERITIES.items()]
    return [*counts, ("chua", "Chưa kiểm tra", found.get(None, 0))]
