"""Several tasks of a unit reported at once: from the list with ticked boxes, or with a spreadsheet out and back in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from thiduakhenthuong.session_end import typed_before

from ..forms.filtering import TaskFilter
from ..forms.reporting_together import MOST, ChosenTasks, ReportsTogether, SheetForm
from ..progress.access import may_report_for
from ..progress.asked_figures import asked_of
from ..progress.sheets.review import as_sent, sort_rows
from ..progress.sheets.writing import to_xlsx
from ..progress.unit_tasks import IN_ORDER
from .files import SPREADSHEET, file_response
from .tasks import unit_tasks_view

NOTHING_NEW = "Chưa có dòng nào thay đổi. Hãy sửa trạng thái hoặc ghi nội dung ở ít nhất một dòng rồi gửi."


@require_http_methods(["GET", "HEAD", "POST"])
@unit_tasks_view(may_report_for)
def unit_report(request, unit):
    posted = request.method == "POST"
    typed = typed_before(request)
    sent = request.POST if posted else typed
    tasks = _chosen(request, unit, sent)
    if not tasks:
        messages.info(request, "Hãy đánh dấu ít nhất một nhiệm vụ chưa kết thúc rồi bấm “Báo cáo các việc đã chọn”.")
        return redirect("plans:unit_tasks", unit.pk)
    reports = ReportsTogether(sent, tasks=tasks, asked=asked_of(tasks))
    if posted and reports.is_valid() and (events := reports.save(by=request.user)):
        messages.success(request, f"Đã gửi {len(events)} báo cáo.")
        return redirect(f"{_list_of(unit)}?nam={tasks[0].plan.year}")
    return _page(request, unit, reports, status=422 if posted else 200, typed=typed)


@require_safe
@unit_tasks_view(may_report_for)
def unit_tasks_xlsx(request, unit):
    """What the unit still has to do in a year, to fill in."""
    form = TaskFilter(request.GET)
    form.is_valid()
    year = form.cleaned_data.get("nam") or timezone.localdate().year
    tasks = list(_with_words(unit.tasks.awaited().filter(plan__year=year)))
    data = to_xlsx(unit, year, tasks, asked_of(tasks))
    return file_response(data, f"Nhiệm vụ {year} – {unit.name}.xlsx", SPREADSHEET)


@require_http_methods(["GET", "HEAD", "POST"])
@unit_tasks_view(may_report_for)
def unit_report_upload(request, unit):
    """A filled-in spreadsheet becomes the form of `unit_report`; nothing is written here."""
    form = SheetForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    rows = form.read() if form.is_bound and form.is_valid() else None
    found = None if rows is None else _review(request, unit, rows)
    if found:
        return found
    if rows is not None:
        messages.info(request, "Tệp không có gì mới so với những gì đã báo cáo, nên không có gì để gửi.")
    context = {"unit": unit, "form": form, "years": _years_awaited(unit)}
    return render(request, "plans/tasks/report_sheet.html", context, status=422 if form.errors else 200)


def _years_awaited(unit):
    """The years that have anything to fill in, the latest first."""
    years = unit.tasks.awaited().order_by("-plan__year").values_list("plan__year", flat=True)
    return list(years.distinct())


def _review(request, unit, rows):
    """The form as the sheet fills it; None where the sheet says nothing new."""
    sheet = sort_rows(rows, unit.tasks)
    tasks = list(_with_words(unit.tasks.filter(pk__in=sheet.rows)))
    data = as_sent(sheet.rows, tasks, today=f"{timezone.localdate():%d/%m/%Y}")
    reports = ReportsTogether(data, tasks=tasks, asked=asked_of(tasks))
    new = [row for row in reports.sent if not row.is_valid() or not row.repeats_last_report()]
    if not new and not sheet.refused:
        return None
    for row in new:
        row.overtaken = sheet.seen[row.task.pk] != (row.task.report_id or 0)
    reports.rows = new[:MOST]
    return _page(request, unit, reports, refused=sheet.refused, left=len(new[MOST:]), of_sheet=True)


def _page(request, unit, reports, *, status=200, **more):
    context = {"unit": unit, "reports": reports, "nothing_new": "" if reports.sent else NOTHING_NEW} | more
    return render(request, "plans/tasks/report_together.html", context, status=status)


def _chosen(request, unit, sent):
    """The tasks chosen; what is over cannot be chosen, but what was typed for it comes back with the reason."""
    form = ChosenTasks(sent or request.GET)
    form.is_valid()
    tasks = unit.tasks.filter(pk__in=sorted(form.cleaned_data["viec"])[:MOST])
    return list(_with_words(tasks if sent else tasks.standing().filter(closed_at=None)))


def _with_words(tasks):
    return tasks.select_related("item__section", "plan__issuer", "report__by").order_by(*IN_ORDER)


def _list_of(unit):
    return redirect("plans:unit_tasks", unit.pk).url
