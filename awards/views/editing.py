"""Changing the catalogue, by administrators: titles, provisions, instruments, base salaries."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ..access import may_edit_catalogue
from ..editing import may_correct, may_correct_salary
from ..forms.provisions import AddProvisionForm, AddTitleForm, CorrectForm, EndForm, SucceedForm
from ..forms.reference import AddInstrumentForm, CorrectSalaryForm, InstrumentForm, SalaryForm
from ..models import Instrument
from .guarding import catalogue_view, instrument_view, salary_view, title_view

FORM = ["GET", "HEAD", "POST"]


def answer(request, form, heading, back):
    """Save and go back to where the user came from, or show the form (again, 422)."""
    if request.method == "POST" and form.is_valid():
        made = form.save_as()
        if made is not None:
            messages.success(request, "Đã lưu.")
            return redirect(made if hasattr(made, "get_absolute_url") else back)
    context = {"form": form, "heading": heading, "back": back}
    return render(request, "awards/form.html", context, status=422 if form.errors else 200)


@require_http_methods(FORM)
@catalogue_view(may_edit_catalogue)
def title_add(request, _):
    form = AddTitleForm(request.POST or None, title=None, by=request.user)
    return answer(request, form, "Thêm danh hiệu, hình thức khen thưởng", reverse("awards:title_list"))


@require_http_methods(FORM)
@title_view(may_edit_catalogue)
def provision_add(request, title):
    form = AddProvisionForm(request.POST or None, title=title, by=request.user)
    return answer(request, form, f"Thêm quy định: {title.full_name}", title.get_absolute_url())


@require_http_methods(FORM)
@title_view(may_edit_catalogue)
def provision_succeed(request, title, pk):
    provision = get_object_or_404(title.provisions, pk=pk)
    form = SucceedForm(request.POST or None, provision=provision, by=request.user)
    heading = f"Thay bằng quy định mới: {title.full_name}, {provision.get_level_display()}"
    return answer(request, form, heading, title.get_absolute_url())


@require_http_methods(FORM)
@title_view(may_edit_catalogue)
def provision_correct(request, title, pk):
    today, provision = timezone.localdate(), get_object_or_404(title.provisions, pk=pk)
    if not may_correct(provision, today=today):
        messages.warning(request, "Quy định này đã áp dụng nên không sửa đè. Hãy thay bằng quy định mới.")
        return redirect(title)
    form = CorrectForm(request.POST or None, provision=provision, by=request.user, today=today)
    heading = f"Sửa quy định: {title.full_name}, {provision.get_level_display()}"
    return answer(request, form, heading, title.get_absolute_url())


@require_http_methods(FORM)
@title_view(may_edit_catalogue)
def title_end(request, title):
    form = EndForm(request.POST or None, title=title, by=request.user, today=timezone.localdate())
    return answer(request, form, f"Kết thúc: {title.full_name}", title.get_absolute_url())


@require_http_methods(FORM)
@catalogue_view(may_edit_catalogue)
def instrument_add(request, _):
    form = AddInstrumentForm(request.POST or None, by=request.user)
    return answer(request, form, "Thêm văn bản pháp luật", reverse("awards:instrument_list"))


@require_http_methods(FORM)
@instrument_view(may_edit_catalogue)
def instrument_edit(request, instrument):
    form = InstrumentForm(request.POST or None, instance=instrument, by=request.user)
    name = Instrument.objects.get(pk=instrument.pk).name
    return answer(request, form, f"Sửa {name}", instrument.get_absolute_url())


@require_http_methods(FORM)
@catalogue_view(may_edit_catalogue)
def salary_add(request, _):
    form = SalaryForm(request.POST or None, by=request.user)
    return answer(request, form, "Thêm mức lương cơ sở mới", reverse("awards:salary_list"))


@require_http_methods(FORM)
@salary_view(may_edit_catalogue)
def salary_correct(request, salary):
    today = timezone.localdate()
    if not may_correct_salary(salary, today=today):
        messages.warning(request, "Mức lương này đã áp dụng nên không sửa đè. Hãy thêm mức mới từ một ngày khác.")
        return redirect(salary)
    form = CorrectSalaryForm(request.POST or None, instance=salary, by=request.user, today=today)
    return answer(request, form, f"Sửa mức lương cơ sở {salary.span_words}", reverse("awards:salary_list"))
