"""The deeds on a task but its report: each a page that says what will happen, with a note, and the deed."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from thiduakhenthuong.session_end import typed_before

from ..forms.task_deeds import DeedForm, ExtensionForm, FiguresForm, GiveForm, ItemForm
from ..models import PlanItem
from ..progress import reporting
from ..progress.access import may_ask_extension, may_lead, may_oversee, may_oversee_task
from .guarding import plan_view
from .task import task_view

METHODS = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Page:
    """The words of one deed: title and button, what follows from it, what is said when it is done."""

    title: str
    follows: str
    done: str
    note_label: str = "Ghi chú (không bắt buộc)"
    needs_note: bool = False
    make: type = DeedForm


RETURN = Page(
    "Trả lại báo cáo",
    "Nhiệm vụ trở về “Đang thực hiện”; đơn vị được báo tin kèm điều bạn ghi và báo cáo lại.",
    "Đã trả lại báo cáo cho đơn vị.",
    note_label="Cần bổ sung, sửa những gì",
    needs_note=True,
)
ASK = Page(
    "Xin gia hạn",
    "Cơ quan ban hành kế hoạch được báo tin và quyết định; trước đó hạn cũ vẫn tính.",
    "Đã gửi đề nghị gia hạn.",
    note_label="Lý do",
    needs_note=True,
    make=ExtensionForm,
)
EXTEND = Page("Gia hạn", "Hạn mới tính cho riêng đơn vị này; đơn vị được báo tin.", "Đã gia hạn.", make=ExtensionForm)
REFUSE = Page(
    "Không gia hạn",
    "Hạn giữ nguyên; đơn vị được báo tin kèm lý do.",
    "Đã trả lời đơn vị: không gia hạn.",
    note_label="Lý do",
    needs_note=True,
)
CLOSE = Page(
    "Kết thúc nhiệm vụ",
    "Kết thúc cho mọi đơn vị cùng thực hiện việc này: không còn chờ báo cáo, không nhắc nữa. Có thể mở lại.",
    "Đã kết thúc nhiệm vụ.",
    make=ItemForm,
)
REOPEN = Page(
    "Mở lại nhiệm vụ", "Mọi đơn vị cùng thực hiện việc này lại báo cáo được.", "Đã mở lại nhiệm vụ.", make=ItemForm
)
GIVE = Page(
    "Giao cho đơn vị",
    "Mỗi đơn vị được ghi dưới đây có nhiệm vụ riêng, được báo tin và tự báo cáo.",
    "Đã giao nhiệm vụ.",
    make=GiveForm,
)


@require_http_methods(METHODS)
@task_view(may_oversee_task)
def task_return(request, task):
    return _page(request, task, RETURN, reporting.give_back)


@require_http_methods(METHODS)
@task_view(may_ask_extension)
def task_ask_extension(request, task):
    return _page(request, task, ASK, reporting.ask_extension)


@require_http_methods(METHODS)
@task_view(may_oversee_task)
def task_extend(request, task):
    return _page(request, task, EXTEND, reporting.extend)


@require_http_methods(METHODS)
@task_view(may_oversee_task)
def task_refuse_extension(request, task):
    return _page(request, task, REFUSE, reporting.refuse_extension)


@require_http_methods(METHODS)
@task_view(may_lead)
def task_close(request, task):
    return _page(request, task, CLOSE, reporting.close_item)


@require_http_methods(METHODS)
@task_view(may_lead)
def task_reopen(request, task):
    return _page(request, task, REOPEN, reporting.reopen_item)


@require_http_methods(METHODS)
@task_view(may_lead)
def task_give(request, task):
    return _page(request, task, GIVE, reporting.give)


def _page(request, task, page, deed):
    posted = request.method == "POST"
    typed = typed_before(request)
    form = page.make(request.POST if posted else typed, task=task, page=page)
    if posted and form.is_valid():
        form.carry_out(deed, by=request.user)
        if not form.errors:
            messages.success(request, page.done)
            return redirect(task)
    context = {"task": task, "page": page, "form": form, "typed": typed}
    return render(request, "plans/tasks/deed.html", context, status=422 if posted and form.errors else 200)


@require_http_methods(METHODS)
@plan_view(may_oversee)
def item_figures(request, plan, pk):
    """Which figures reports on an item are to give."""
    item = get_object_or_404(PlanItem.objects.select_related("section"), plan=plan, pk=pk)
    item.plan = plan
    form = FiguresForm(request.POST if request.method == "POST" else None, item=item)
    task = item.tasks.standing().first()
    if request.method == "POST" and form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Đã lưu. Mẫu báo cáo của các đơn vị có những số liệu này.")
        return redirect(task or plan)
    context = {"plan": plan, "item": item, "task": task, "form": form}
    return render(request, "plans/tasks/figures.html", context, status=422 if form.errors else 200)
