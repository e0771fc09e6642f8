"""One task of one unit: what is asked, how far it is, what was reported; the unit's report; its files."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from thiduakhenthuong.guards import guard
from thiduakhenthuong.session_end import typed_before

from ..forms.reporting import ReportForm
from ..models import Task, TaskFile
from ..progress.access import may_report, may_see_reports, may_see_task
from ..progress.asked_figures import asked_by
from ..progress.lateness import is_late
from ..progress.marks import marks_of
from ..progress.reminding_rules import is_muted
from ..progress.task_page import day_left_words, history_of, others_of
from .task_ways import standing_of, ways_open


def _load(request, pk, **left):
    tasks = Task.objects.select_related(
        "plan__issuer__area__parent", "item__section", "unit__area__parent", "group", "report__by"
    )
    return get_object_or_404(tasks, pk=pk), left


task_view = guard(_load, may_see_task, "task")


@require_safe
@task_view()
def task_detail(request, task):
    today, who = timezone.localdate(), standing_of(request.user, task)
    asked = asked_by(task)
    others, more = others_of(task, asked, today=today)
    hears = who.own and not task.withdrawn_at and task.plan.is_in_force
    context = {
        "task": task,
        "who": who,
        "marks": marks_of(task, is_late=is_late(task, today)),
        "day_left": day_left_words(task, today),
        "ways": ways_open(task, who),
        "asked": asked,
        "history": history_of(task, asked) if who.sees_reports else None,
        "others": others,
        "more": more,
        "hears_reminders": hears,
        "muted": hears and is_muted(request.user, task.plan),
    }
    return render(request, "plans/tasks/task_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@task_view(may_report)
def task_report(request, task):
    """The report of the unit; by the plan's office on its behalf. Sent again later it corrects."""
    posted = request.method == "POST"
    typed = typed_before(request)
    form = ReportForm(*(request.POST, request.FILES) if posted else (typed,), task=task, user=request.user)
    if posted and form.is_valid() and form.save():
        messages.success(request, "Đã gửi báo cáo." if not form.on_behalf else "Đã báo cáo thay; đơn vị được báo tin.")
        return _to_task(request, task)
    today = timezone.localdate()
    context = {
        "task": task,
        "form": form,
        "typed": typed,
        "marks": marks_of(task, is_late=is_late(task, today)),
        "day_left": day_left_words(task, today),
    }
    template = "_report_form" if request.htmx else "report"
    return render(request, f"plans/tasks/{template}.html", context, status=422 if posted and form.errors else 200)


def _to_task(request, task):
    response = redirect(task)
    if request.htmx:
        response["HX-Redirect"], response.status_code = task.get_absolute_url(), 204
    return response


@require_safe
@task_view(may_see_task)
def task_file(request, task, file):
    """A file as it came, to be saved; only for those who may read the report."""
    if not may_see_reports(request.user, task):
        raise Http404
    found = get_object_or_404(TaskFile, pk=file, event__task=task)
    response = HttpResponse(bytes(found.content), content_type=found.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
