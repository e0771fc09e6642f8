"""Beginning an amendment or a replacement of an issued plan, and reading the text as it stands with an amendment."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thiduakhenthuong.official.html import to_html

from ..access import may_amend
from ..amending.beginning import NotInForce, successor_of
from ..amending.paper import consolidated_document
from ..forms.amending import AmendForm
from .guarding import plan_view


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_amend)
def plan_amend(request, plan):
    """Choose between the two; whoever comes later is led to what is under way. A report is not amended."""
    if not plan.is_plan:
        raise Http404
    if begun := successor_of(plan):
        messages.info(request, "Đã có văn bản thay đổi kế hoạch này đang soạn: chính là dự thảo dưới đây.")
        return redirect(begun)
    if not plan.is_in_force:
        messages.info(request, str(NotInForce(plan)))
        return redirect(plan)
    form = AmendForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and (begun := form.save(plan=plan, by=request.user)):
        return redirect("plans:plan_editor", begun.code)
    return render(request, "plans/amend.html", {"plan": plan, "form": form}, status=422 if form.errors else 200)


@require_safe
@plan_view()
def plan_consolidated(request, plan):
    """The whole text with what an amendment changed in it."""
    if not plan.amends_id:
        raise Http404
    sheets = to_html(consolidated_document(plan), screen=True)
    return render(request, "plans/consolidated.html", {"plan": plan, "sheets": sheets})
