"""New plans: begun on a form, copied from another, or read from a file."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thiduakhenthuong.guards import open_to_users

from ..access import may_create
from ..forms.creating import StartForm
from ..forms.uploading import UploadForm
from ..reviewing.progress import progress_of
from .guarding import plan_view


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_users
def plan_create(request):
    return _create(request)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view()
def plan_copy(request, plan):
    """A plan from another; a report is drafted from tasks, never from another report."""
    if not plan.is_plan:
        raise Http404
    return _create(request, source=plan)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_users
def plan_upload(request):
    _demand_editor(request.user)
    form = UploadForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid() and (saved := form.save()):
        found, was_known = saved
        told = "Văn bản này đã được nhập trước đây." if was_known else "Đã đọc văn bản. Hãy xem lại rồi xác nhận."
        messages.info(request, told)
        return redirect(found)
    return render(request, "plans/plan_upload.html", {"form": form, "token": form.progress_token})


@require_safe
@open_to_users
def upload_progress(request, token):
    """How far the reading of a long file has come; asked for while the upload is being answered."""
    _demand_editor(request.user)
    return render(request, "plans/review/_progress.html", {"progress": progress_of(token)})


def _create(request, source=None):
    _demand_editor(request.user)
    form = StartForm(request.POST or None, user=request.user, source=source)
    if request.method == "POST" and form.is_valid() and (plan := form.save()):
        return redirect("plans:plan_editor", plan.code)
    return render(request, "plans/plan_create.html", {"form": form, "source": source})


def _demand_editor(user):
    """Only those who may write plans for some unit begin one."""
    if not may_create(user):
        raise PermissionDenied
