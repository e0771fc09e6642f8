"""The clerk's pages: giving an approved plan its number and date, and recording one that left on paper before."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ..access import may_issue
from ..checking.findings import findings_of
from ..forms.issuing import IssueForm, RecordIssuedForm
from ..models.moves import State
from ..register import next_number, series_of_or_default
from .guarding import plan_view


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_issue)
def plan_issue(request, plan):
    """Number and date for an approved plan; from then on it is frozen."""
    if plan.has_left:
        return _issued_already(request, plan)
    if plan.state != State.APPROVED:
        told = f"{plan.noun.capitalize()} chưa được duyệt nên chưa ban hành được. Hãy trình duyệt trước."
        messages.info(request, told)
        return redirect(plan)
    series = series_of_or_default(plan.issuer, plan.doc_type)
    form = IssueForm(request.POST if request.method == "POST" else None, plan=plan, user=request.user, series=series)
    if request.method == "POST" and form.is_valid() and (issued := form.save()):
        messages.success(request, f"Đã ban hành: số {issued.number_words}, ngày {issued.date_words}.")
        return redirect(issued)
    missing = [finding for finding in findings_of(plan) if finding.blocks]
    context = {"plan": plan, "form": form, "series": series, "missing": missing}
    if not series.by_hand:
        context["next_number"] = next_number(series, timezone.localdate().year, symbol=plan.symbol)
    return render(request, "plans/issue.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_issue)
def plan_record_issued(request, plan):
    """Number and date of a paper that was signed and sent out before the plan was entered here."""
    if plan.has_left:  # a second click, or somebody was quicker
        return _issued_already(request, plan)
    if plan.state != State.DRAFT:
        told = f"{plan.noun.capitalize()} đang trong quy trình duyệt nên không ghi nhận như văn bản cũ được."
        messages.info(request, told)
        return redirect(plan)
    form = RecordIssuedForm(request.POST if request.method == "POST" else None, plan=plan, user=request.user)
    if request.method == "POST" and form.is_valid() and (issued := form.save()):
        told = f"Đã ghi nhận ban hành: số {issued.number_words}. Từ nay {plan.noun} không sửa được nữa."
        messages.success(request, told)
        return redirect(issued)
    status = 422 if form.errors else 200
    return render(request, "plans/record_issued.html", {"plan": plan, "form": form}, status=status)


def _issued_already(request, plan):
    messages.info(request, f"{plan.noun.capitalize()} đã ban hành: số {plan.number_words}, ngày {plan.date_words}.")
    return redirect(plan)
