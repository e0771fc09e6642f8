"""The deeds on one nomination that is under way: each a page that says what will happen, with a note, and the deed."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ..forms.moving import FORMS
from ..nominating import moving
from ..rounds.access import may_decide_on_nomination, may_work_on_nomination
from .guarding import nomination_view
from .nominees import FORM


@dataclass(frozen=True)
class Page:
    """The words of one deed: title and button, what follows from it, what is said when it is done."""

    title: str
    follows: str
    done: str


FORWARD = Page("Chuyển lên cấp trên", "Cấp trên tiếp theo nhận và xem xét đề nghị này.", "Đã chuyển lên cấp trên.")
ACCEPT = Page("Tiếp nhận", "Ghi nhận hồ sơ đã được kiểm tra và đủ để xét tại đây.", "Đã tiếp nhận.")
RETURN = Page(
    "Trả lại",
    "Đề nghị trở về đơn vị đề nghị; đơn vị chỉ sửa được những phần bạn đánh dấu rồi trình lại.",
    "Đã trả lại đơn vị đề nghị.",
)
REFUSE = Page("Không xét", "Đề nghị dừng tại đây, không xét trong đợt này. Đơn vị đề nghị thấy lý do.", "Đã ghi.")
WITHDRAW = Page("Rút đề nghị", "Đề nghị không được xét nữa; vẫn giữ trong lịch sử. Có thể lập lại.", "Đã rút đề nghị.")


@require_http_methods(FORM)
@nomination_view(may_decide_on_nomination)
def nomination_forward(request, nomination):
    return _page(request, nomination, FORWARD, moving.forward)


@require_http_methods(FORM)
@nomination_view(may_decide_on_nomination)
def nomination_accept(request, nomination):
    return _page(request, nomination, ACCEPT, moving.accept)


@require_http_methods(FORM)
@nomination_view(may_decide_on_nomination)
def nomination_return(request, nomination):
    return _page(request, nomination, RETURN, moving.give_back)


@require_http_methods(FORM)
@nomination_view(may_decide_on_nomination)
def nomination_refuse(request, nomination):
    return _page(request, nomination, REFUSE, moving.refuse)


@require_http_methods(FORM)
@nomination_view(may_work_on_nomination)
def nomination_withdraw(request, nomination):
    return _page(request, nomination, WITHDRAW, moving.withdraw)


def _page(request, nomination, page, deed):
    form = FORMS[deed](request.POST or None, instance=nomination, deed=deed, by=request.user)
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, page.done)
        return redirect(nomination)
    context = {"nomination": nomination, "campaign": nomination.campaign, "page": page, "form": form}
    return render(request, "awards/nominating/deed.html", context, status=422 if form.errors else 200)
