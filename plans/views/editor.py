"""The editor: the pieces of a plan on the left, its paper on the right. And bringing back what was deleted."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from thiduakhenthuong.official.html import to_html

from ..access import may_open_editor
from ..editing.locking import Refused
from ..editing.undoing import undo_deletion
from ..models import PlanItem
from ..outline import outline_of
from ..papers import paper_of
from .answering import answer_all, answer_refusal, status_context, varied
from .checking import checked
from .guarding import plan_view


@plan_view(may_open_editor)
@require_safe
def plan_editor(request, plan):
    """The whole editor."""
    outline = outline_of(plan)
    context = status_context(plan, outline) | {"checked": checked(plan)}
    context["paper"] = to_html(paper_of(plan), screen=True)
    return varied(render(request, "plans/editor/plan_editor.html", context))


@plan_view(may_open_editor)
@require_POST
def event_undo(request, plan, pk):
    """Bring back what an event deleted."""
    get_object_or_404(plan.events, pk=pk)
    try:
        row = undo_deletion(plan=plan, event=pk, by=request.user)
    except Refused as refusal:
        return answer_refusal(request, plan, refusal)
    messages.success(request, "Đã khôi phục.")
    if isinstance(row, PlanItem):
        return answer_all(request, plan, ref=f"nhiem-vu-{row.pk}", focus=f"sua-dong-{row.pk}")
    return answer_all(request, plan, ref=f"muc-{row.pk}", focus=f"sua-phan-{row.pk}")
