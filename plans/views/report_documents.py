"""BÁO CÁO on a plan: begun from its tasks, every figure with the records behind it, counted anew."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..access import may_amend, may_edit, may_take_part
from ..editing.locking import Refused
from ..forms.report_documents import BeginReportForm, usual_period
from ..models import Plan, Task
from ..progress.access import may_oversee
from ..report_documents.figures import pieces_of
from ..report_documents.recounting import recount
from ..report_documents.reported import line_of, newest_of, reported_on
from ..report_documents.summary_sheet import summary_xlsx
from .files import SPREADSHEET, file_response
from .guarding import plan_view

PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_amend)
def report_begin(request, plan):
    """Choose the period; who comes later is led to the report under way."""
    _demand_tasks(plan)
    if (newest := newest_of(plan)) != plan:
        messages.info(request, "Kế hoạch đã được điều chỉnh hoặc thay thế: báo cáo lập trên kế hoạch đang có hiệu lực.")
        return redirect("plans:report_begin", newest.code)
    today = timezone.localdate()
    posted = request.POST if request.method == "POST" else None
    form = BeginReportForm(posted, initial={"period": usual_period(plan, today)})
    if posted is not None and form.is_valid() and (report := form.save(plan=plan, by=request.user)):
        return redirect("plans:plan_editor", report.code)
    reports = Plan.objects.filter(report_of__in=[*line_of(plan)]).for_list().order_by("-pk")
    context = {"plan": plan, "form": form, "reports": reports, "today": today}
    return render(request, "plans/report_documents/begin.html", context, status=422 if form.errors else 200)


def _demand_tasks(plan):
    if not plan.has_left or not plan.is_plan:
        raise Http404


@require_safe
@plan_view(may_take_part)
def report_figures(request, plan):
    """Every counted piece with its figures, as told and as they are now."""
    _demand_report(plan)
    counts = reported_on(plan)
    context = {
        "plan": plan,
        "counts": counts,
        "pieces": pieces_of(plan, counts, on=timezone.localdate()),
        "may_recount": may_edit(request.user, plan),
        "today": timezone.localdate(),
    }
    return render(request, "plans/report_documents/figures.html", context)


def _demand_report(plan):
    if not plan.is_report:
        raise Http404


@require_safe
@plan_view(may_take_part)
def report_figure(request, plan, pk):
    """The tasks one figure was counted from, with the state they had then and have now."""
    _demand_report(plan)
    figure = get_object_or_404(plan.figures, pk=pk)
    page = Paginator(figure.tasks, PER_PAGE).get_page(request.GET.get("trang"))
    told = dict(map(tuple, page))
    tasks = Task.objects.filter(pk__in=told).select_related("unit", "item__section", "plan")
    found = {task.pk: task for task in tasks}
    lines = [(found[pk], Task.State(state).label) for pk, state in told.items() if pk in found]
    context = {"plan": plan, "figure": figure, "page": page, "lines": lines, "query": ""}
    return render(request, "plans/report_documents/figure.html", context)


@require_POST
@plan_view(may_edit)
def report_recount(request, plan):
    """Count again; what people rewrote keeps their words."""
    _demand_report(plan)
    try:
        done = recount(report=plan, by=request.user, on=timezone.localdate())
    except Refused as reason:
        messages.error(request, str(reason))
    else:
        kept = f" {done.kept} đoạn đã sửa tay nên giữ nguyên; hãy xem số liệu mới ở dưới." if done.kept else ""
        messages.success(request, f"Đã tính lại: {done.rewritten} đoạn có số liệu mới.{kept}")
    return redirect("plans:report_figures", plan.code)


@require_safe
@plan_view(may_oversee)
def plan_summary_xlsx(request, plan):
    """Bảng tổng hợp: by quarter, by body, every task with its last report."""
    _demand_tasks(plan)
    data = summary_xlsx(plan, on=timezone.localdate())
    return file_response(data, f"tong-hop-{plan.code}.xlsx", SPREADSHEET)
