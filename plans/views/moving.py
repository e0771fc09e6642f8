"""The moves of a plan but its issue: a page that says what will happen, with a note, and the deed."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from .. import moving
from ..access import may_approve, may_cancel, may_return, may_submit
from ..checking.findings import findings_of
from ..forms.moving import ApproveForm, MoveForm
from ..models import IllegalMove, PlanEvent
from ..models.moves import MOVES
from ..versions import before_last_submission, content_of, digest
from .guarding import plan_view

Kind = PlanEvent.Kind


@dataclass(frozen=True)
class Page:
    """The words of one move: title and button, what follows from it, what is said when it is done."""

    kind: str
    title: str
    follows: str
    done: str
    note_label: str = "Ghi chú (không bắt buộc)"
    dangerous: bool = False
    forward: bool = False

    @property
    def needs_note(self):
        return MOVES[self.kind].needs_note


SUBMIT = Page(
    Kind.SUBMITTED,
    "Trình duyệt",
    "Lãnh đạo có vai trò duyệt sẽ được báo. Trong khi chờ duyệt, mỗi lần sửa được lưu thành một phiên bản.",
    "Đã trình duyệt.",
    forward=True,
)
WITHDRAW = Page(
    Kind.WITHDRAWN,
    "Rút lại để sửa",
    "Văn bản trở về dự thảo; sửa xong hãy trình lại.",
    "Đã rút lại, văn bản trở về dự thảo.",
)
RETURN = Page(
    Kind.RETURNED,
    "Trả lại",
    "Văn bản trở về dự thảo; người soạn sẽ được báo kèm nội dung bạn ghi.",
    "Đã trả lại cho người soạn.",
    note_label="Cần sửa những gì",
)
APPROVE = Page(
    Kind.APPROVED,
    "Duyệt",
    "Nội dung được chốt lại để ký. Sau khi ký, văn thư cấp số, ghi ngày và ban hành.",
    "Đã duyệt. Văn thư sẽ cấp số và ban hành.",
    forward=True,
)
CANCEL = Page(
    Kind.CANCELLED,
    "Bỏ văn bản này",
    "Văn bản không làm tiếp nữa; nội dung và diễn biến vẫn giữ để xem.",
    "Đã bỏ văn bản.",
    note_label="Lý do",
    dangerous=True,
)
REVOKE = Page(
    Kind.REVOKED,
    "Hủy văn bản đã ban hành",
    "Số của văn bản vẫn nằm trong sổ, ghi rõ đã hủy và lý do; nhiệm vụ đã giao từ văn bản này không còn hiển thị.",
    "Đã hủy văn bản. Số vẫn giữ trong sổ kèm lý do.",
    note_label="Lý do",
    dangerous=True,
)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_submit)
def plan_submit(request, plan):
    return _page(request, plan, SUBMIT, moving.submit)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_submit)
def plan_withdraw(request, plan):
    return _page(request, plan, WITHDRAW, moving.withdraw)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_return)
def plan_return(request, plan):
    return _page(request, plan, RETURN, moving.return_for_changes)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_approve)
def plan_approve(request, plan):
    """Approves the content this page was opened with."""
    seen = digest(content_of(plan))
    return _page(request, plan, APPROVE, moving.approve, make=ApproveForm, initial={"seen": seen})


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_cancel)
def plan_cancel(request, plan):
    return _page(request, plan, REVOKE if plan.has_left else CANCEL, moving.cancel)


def _page(request, plan, page, deed, *, make=MoveForm, initial=None):
    form = make(
        request.POST if request.method == "POST" else None,
        needs_note=page.needs_note,
        note_label=page.note_label,
        initial=initial,
    )
    if request.method == "POST" and form.is_valid():
        form.carry_out(deed, plan=plan, by=request.user)
        if not form.errors:
            messages.success(request, page.done)
            return redirect(plan)
    elif request.method != "POST":
        refusal = _refusal(plan, page.kind, request.user)
        if refusal:
            messages.info(request, refusal)
            return redirect(plan)
    status = 422 if form.errors else 200
    context = {"plan": plan, "page": page, "form": form}
    if page.forward:
        context["findings"] = findings_of(plan)
    if page is APPROVE:
        context["remarks"] = plan.comments.filter(resolved_at=None).count()
        context["since"] = before_last_submission(plan)
    return render(request, "plans/move.html", context, status=status)


def _refusal(plan, kind, user):
    """Why the user cannot make this move now; nothing if they can."""
    try:
        plan.check_move(kind, by=user)
    except IllegalMove as reason:
        return str(reason)
    return ""


# In the order of the buttons: page, name of the address.
WAYS = (
    (SUBMIT, "plan_submit"),
    (APPROVE, "plan_approve"),
    (RETURN, "plan_return"),
    (WITHDRAW, "plan_withdraw"),
    (CANCEL, "plan_cancel"),
    (REVOKE, "plan_cancel"),
)


def ways_open(plan, user):
    """The moves the user can make now, as (page, name of the address)."""
    return [way for way in WAYS if not _refusal(plan, way[0].kind, user)]
