"""The editor: the pieces of a plan on the left, its paper on the right. And bringing back what was deleted."""

from django.contrib import messages
from django.shortcuts import render
from django.views.decorators.http import require_POST

from thiduakhenthuong.official.html import to_html

from ..access import may_edit
from ..documents import document_of
from ..editing.locking import Refused
from ..editing.undoing import undo_deletion
from ..models import PlanItem
from ..outline import outline_of
from .answering import answer_all, status_context, varied
from .guarding import plan_view


@plan_view(may_edit)
def plan_editor(request, plan):
    """The whole editor."""
    outline = outline_of(plan)
    context = status_context(plan, outline) | {"paper": to_html(document_of(plan), screen=True)}
    return varied(render(request, "plans/editor/plan_editor.html", context))


@plan_view(may_edit)
@require_POST
def event_undo(request, plan, pk):
    """Bring back what an event deleted."""
    try:
        row = undo_deletion(plan=plan, event=pk, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return answer_all(request, plan, ref="", focus="")
    messages.success(request, "Đã khôi phục.")
    if isinstance(row, PlanItem):
        return answer_all(request, plan, ref=f"nhiem-vu-{row.pk}", focus=f"sua-dong-{row.pk}")
    return answer_all(request, plan, ref=f"muc-{row.pk}", focus=f"sua-phan-{row.pk}")
