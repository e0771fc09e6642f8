"""A unit's list goes up: what is missing is said first; its TỜ TRÌNH is printed; above, the chosen ones go on."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plans.views.files import WORD, file_response, pdf_response
from thiduakhenthuong.official.docx import to_docx
from thiduakhenthuong.official.rendering import NotPrinted, Printing

from ..forms.submitting import ChosenForm
from ..models import Nomination
from ..nominating.levels import next_holder
from ..nominating.locking import ROWS
from ..nominating.missing import judge
from ..nominating.moving import accept_all, forward_all
from ..nominating.proposal import proposal_document, proposed_by
from ..nominating.submitting import late_words, submit
from ..rounds.access import may_pass_on, may_propose, passing_units
from .guarding import campaign_view
from .nominations import proposing_unit
from .nominees import FORM

PER_PAGE = 200
MOST = 1000  # that go up together; what is left goes next


@require_http_methods(FORM)
@campaign_view(may_propose)
def unit_submit(request, campaign, unit):
    """The drafts of the unit and what came back, each with what it lacks; those ticked go up together."""
    unit = proposing_unit(request, campaign, unit)
    waiting = campaign.nominations.filter(unit=unit, state__in=("draft", "returned"))
    rows = list(waiting.select_related(*ROWS)[:MOST])
    form = ChosenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count = form.carry_out(submit, campaign=campaign, unit=unit, by=request.user)
        if count:
            messages.success(request, f"Đã trình {count} đề nghị. In tờ trình ở trang này.")
            return redirect(campaign)
    judgement = judge(rows)
    chosen = set(form["chon"].value() or []) if form.is_bound else None
    context = {
        "campaign": campaign,
        "unit": unit,
        "form": form,
        "to": next_holder(Nomination(campaign=campaign, unit=unit, holder=unit)) or campaign.unit,
        "late": late_words(campaign, on=timezone.localdate()),
        "rows": [_line(row, judgement, chosen) for row in rows],
        "lacking": len(judgement.missing),
    }
    return render(request, "awards/nominating/submit.html", context, status=422 if form.errors else 200)


def _line(row, judgement, chosen):
    missing = judgement.missing.get(row.pk, [])
    ticked = not missing if chosen is None else str(row.pk) in chosen
    return {"row": row, "missing": missing, "ticked": ticked}


@require_safe
@campaign_view(may_propose)
def unit_proposal(request, campaign, unit, form):
    """The TỜ TRÌNH as PDF or Word file."""
    unit = proposing_unit(request, campaign, unit)
    rows = proposed_by(campaign, unit)
    if form not in ("pdf", "docx"):
        raise Http404
    if not rows:
        messages.info(request, "Đơn vị chưa có đề nghị nào để in tờ trình.")
        return redirect(campaign)
    document = proposal_document(campaign, unit, rows, on=timezone.localdate())
    if form == "docx":
        return file_response(to_docx(document), f"Tờ trình – {campaign.name}.docx", WORD)
    try:
        return pdf_response(request, Printing(document), f"Tờ trình – {campaign.name}.pdf")
    except NotPrinted as problem:
        messages.error(request, str(problem))
        return redirect(campaign)


@require_http_methods(FORM)
@campaign_view(may_pass_on)
def unit_pass_on(request, campaign, unit):
    """What came to a unit: the ticked ones go one level up; at the body of the round they are accepted."""
    unit = next((own for own in passing_units(request.user, campaign) if own.pk == unit), None)
    if not unit:
        raise Http404
    at_top = unit.pk == campaign.unit_id
    waiting = campaign.nominations.filter(holder=unit, state="submitted").select_related(*ROWS)
    waiting = waiting.filter(accepted_at=None) if at_top else waiting
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("trang"))
    form = ChosenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        deed = accept_all if at_top else forward_all
        if (count := form.carry_out(deed, campaign=campaign, holder=unit, by=request.user)) is not None:
            messages.success(request, f"Đã {'tiếp nhận' if at_top else 'chuyển lên'} {count} đề nghị.")
            return redirect(campaign)
    context = {"campaign": campaign, "unit": unit, "form": form, "page": page, "at_top": at_top}
    return render(request, "awards/nominating/pass_on.html", context, status=422 if form.errors else 200)
