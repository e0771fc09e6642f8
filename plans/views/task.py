"""One task of one unit: what is asked, how far it is, what was reported."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thiduakhenthuong.guards import guard

from ..models import Task
from ..progress.access import may_lead, may_report, may_see_reports, may_see_task


def _load(request, pk, **left):
    tasks = Task.objects.select_related("plan__issuer", "item__section", "unit__area__parent", "report__by")
    return get_object_or_404(tasks, pk=pk), left


task_view = guard(_load, may_see_task, "task")


@require_safe
@task_view()
def task_detail(request, task):
    context = {
        "task": task,
        "may_report": may_report(request.user, task),
        "may_lead": may_lead(request.user, task),
        "events": task.events.select_related("by", "unit") if may_see_reports(request.user, task) else (),
    }
    return render(request, "plans/tasks/task_detail.html", context)
