"""The files of a nomination, and the reasons why its warnings are set aside."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plans.views.files import file_response

from ..eligibility.judging import findings_of
from ..forms.submitting import AddFileForm, OverrideForm, RemoveFileForm
from ..nominating.missing import warnings_of
from ..rounds.access import may_work_on_nomination
from .guarding import nomination_view
from .nominees import FORM, note_view


@require_http_methods(FORM)
@nomination_view(may_work_on_nomination)
def file_add(request, nomination):
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AddFileForm(*sent, instance=nomination, by=request.user)
    return _answer(request, nomination, form, "Thêm tệp vào hồ sơ", "Thêm tệp")


@require_safe
@nomination_view()
def file_show(request, nomination, file):
    """As it was sent, to save; who sees the nomination sees its papers, and the look is noted."""
    found = get_object_or_404(nomination.files, pk=file, removed_at=None)
    note_view(request, nomination.nominee)
    return file_response(bytes(found.content), found.name, found.media_type)


@require_http_methods(FORM)
@nomination_view(may_work_on_nomination)
def file_remove(request, nomination, file):
    found = get_object_or_404(nomination.files, pk=file, removed_at=None)
    form = RemoveFileForm(request.POST or None, instance=nomination, file=found, by=request.user)
    return _answer(request, nomination, form, f"Bỏ tệp “{found.name}” ra khỏi hồ sơ", "Bỏ tệp")


@require_http_methods(FORM)
@nomination_view(may_work_on_nomination)
def nomination_override(request, nomination):
    warnings = warnings_of(findings_of([nomination])[nomination.pk]) if nomination.is_editable else []
    if not warnings:
        messages.info(request, "Không có cảnh báo nào cần ghi lý do.")
        return redirect(nomination)
    answered = dict(nomination.overrides.values_list("rule", "reason"))
    options = {"instance": nomination, "warnings": warnings, "answered": answered, "by": request.user}
    form = OverrideForm(request.POST or None, **options)
    return _answer(request, nomination, form, "Lý do vẫn đề nghị", "Lưu lý do")


def _answer(request, nomination, form, heading, button):
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, "Đã lưu.")
        return redirect(nomination)
    context = {"nomination": nomination, "campaign": nomination.campaign, "form": form}
    context |= {"heading": heading, "button": button}
    return render(request, "awards/nominating/part.html", context, status=422 if form.errors else 200)
