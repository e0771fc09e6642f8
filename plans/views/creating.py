"""New plans: begun on a form, copied from another, or read from a file."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thiduakhenthuong.guards import open_to_users

from ..access import may_create, visible_to
from ..forms.creating import StartForm
from ..forms.uploading import UploadForm
from .guarding import plan_view


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_users
def plan_create(request):
    return _create(request)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view()
def plan_copy(request, plan):
    return _create(request, source=plan)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_users
def plan_upload(request):
    _demand_editor(request.user)
    form = UploadForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid() and (saved := form.save()):
        plan, was_known = saved
        told = "Văn bản này đã được nhập trước đây." if was_known else "Đã đọc văn bản. Hãy xem các điểm cần kiểm tra."
        messages.info(request, told)
        _warn_of_same_number(request, plan)
        return redirect(plan)
    return render(request, "plans/plan_upload.html", {"form": form})


def _warn_of_same_number(request, plan):
    """The same paper read twice in two spellings, or a wrong number: a person must look, so both are kept."""
    same = {"issuer": plan.issuer, "year": plan.year, "number": plan.number}
    other = visible_to(request.user).filter(**same).exclude(Q(pk=plan.pk) | Q(number="")).first()
    if other:
        messages.warning(
            request, f"Đã có kế hoạch cùng cơ quan, năm và số: {other.number_words} – {other} ({other.code})."
        )


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
