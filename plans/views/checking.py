"""The panel "Soát lỗi" beside the draft: what the checks find, and one-click mends."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from ..access import may_open_editor
from ..checking.finding import FOOT, HEAD, WORDS
from ..checking.findings import findings_of
from ..checking.mending import Outdated, finding_with, mend
from ..editing.locking import Refused
from ..forms.mending import MendForm
from ..models import Plan
from . import head
from .answering import answer_card, answer_piece, answer_refusal, answer_row, varied
from .guarding import plan_view

PANEL = "soat-loi-tieu-de"  # where the keyboard stays, so that the next finding is near
_CARDS = {HEAD: head.HEAD, FOOT: head.FOOT, WORDS: head.WORDS}
_ROWS = {"nhiem-vu": "dong", "muc": "phan"}  # how the editor calls what the paper calls


@plan_view(may_open_editor)
@require_safe
def plan_findings(request, plan):
    """The findings alone, for htmx; else the editor, whose panel shows them."""
    if not request.htmx:
        return varied(redirect(f"{reverse('plans:plan_editor', args=[plan.code])}#soat-loi"))
    context = {"plan": plan, "checked": checked(plan), "fresh": True}
    return varied(render(request, "plans/checking/_findings.html", context))


@plan_view(may_open_editor)
@require_POST
def finding_mend(request, plan):
    """Put the mend of a finding in place; refused where its words were changed meanwhile."""
    form = MendForm(request.POST)
    try:
        if not form.is_valid():
            raise Outdated
        finding = finding_with(plan, form.cleaned_data["finding"])
        mend(plan=plan, finding=finding, by=request.user)
    except Refused as refusal:
        return answer_refusal(request, plan, refusal, focus=PANEL)
    response = _answer(request, plan, finding.place.ref)
    return trigger_client_event(response, "editor-focus", {"id": PANEL}, after="settle") if request.htmx else response


def _answer(request, plan, ref):
    if ref in _CARDS:
        fresh = Plan.objects.select_related("issuer__area__parent").get(pk=plan.pk)
        return answer_card(request, fresh, **_CARDS[ref])
    kind, pk = ref.rsplit("-", 1)
    if kind == "nhiem-vu":
        return answer_row(request, plan, plan.items.get(pk=pk))
    return answer_piece(request, plan, int(pk), ref=ref, focus=f"sua-phan-{pk}")


def checked(plan):
    """The findings of a plan, each with the row of the editor it leads to."""
    return [(finding, _row(finding.place.ref)) for finding in findings_of(plan)]


def _row(ref):
    if ref in _CARDS:
        return _CARDS[ref]["target"]
    kind, pk = ref.rsplit("-", 1)
    return f"{_ROWS[kind]}-{pk}"
