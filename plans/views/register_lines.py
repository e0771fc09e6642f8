"""The clerk at one line of the register: a document that is no plan, what is known later, a number cancelled."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from thiduakhenthuong.guards import guard

from ..access import may_keep_register, may_see_register
from ..forms.register import CancelEntryForm, EntryForm, OtherDocumentForm
from ..models import RegisterEntry
from .register import PER_PAGE, register_view


def _load_entry(request, pk, entry):
    entries = RegisterEntry.objects.select_related("series__unit__area__parent", "plan", "cancelled_by")
    return get_object_or_404(entries, pk=entry, series__unit=pk), {}


def _sees_entry(user, entry):
    return may_see_register(user, entry.series.unit)


def _keeps_entry(user, entry):
    return may_keep_register(user, entry.series.unit)


entry_view = guard(_load_entry, _sees_entry, "register_entry")


@require_http_methods(["GET", "HEAD", "POST"])
@register_view(may_keep_register)
def entry_add(request, unit):
    """A document that is no plan takes the next number."""
    form = OtherDocumentForm(request.POST if request.method == "POST" else None, unit=unit, by=request.user)
    if request.method == "POST" and form.is_valid() and (entry := form.save()):
        messages.success(request, f"Đã vào sổ: {entry.doc_type.capitalize()} số {entry.number_words}.")
        return redirect(_address(entry))
    return _form_page(request, form, "Vào sổ văn bản khác", "Vào sổ", unit=unit)


@require_http_methods(["GET", "HEAD", "POST"])
@entry_view(_keeps_entry)
def entry_fill_in(request, entry):
    """Who keeps the document, how many copies went, when, to whom."""
    form = EntryForm(request.POST if request.method == "POST" else None, instance=entry, by=request.user)
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, f"Đã ghi sổ số {entry.number_words}.")
        return redirect(_address(entry))
    return _form_page(request, form, f"Ghi sổ số {entry.number_words}", "Lưu", unit=entry.series.unit, entry=entry)


@require_http_methods(["GET", "HEAD", "POST"])
@entry_view(_keeps_entry)
def entry_cancel(request, entry):
    """The number stays in the register, with the reason."""
    if entry.cancelled_at or entry.plan_id:
        told = "Số này đã hủy." if entry.cancelled_at else "Văn bản là kế hoạch: hãy hủy ở trang của kế hoạch."
        messages.info(request, told)
        return redirect(_address(entry))
    form = CancelEntryForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and form.save(entry=entry, by=request.user):
        messages.success(request, f"Đã hủy số {entry.number_words}. Số vẫn giữ trong sổ kèm lý do.")
        return redirect(_address(entry))
    return _form_page(request, form, f"Hủy số {entry.number_words}", "Hủy số này", unit=entry.series.unit, entry=entry)


def _form_page(request, form, title, button, *, unit, entry=None):
    context = {"form": form, "title": title, "button": button, "unit": unit, "entry": entry}
    context["back"] = _address(entry) if entry else reverse("plans:register", args=[unit.pk])
    return render(request, "plans/register/form.html", context, status=422 if form.errors else 200)


def _address(entry):
    """The line in the register, on its page."""
    lines = RegisterEntry.objects.filter(series__unit=entry.series.unit_id, year=entry.year)
    same = Q(series=entry.series_id)
    number = Q(number__lt=entry.number) | Q(number=entry.number, suffix__lt=entry.suffix)
    before = lines.filter(Q(series__doc_type__lt=entry.series.doc_type) | (same & number)).count()
    register = reverse("plans:register", args=[entry.series.unit_id])
    return f"{register}?nam={entry.year}&trang={before // PER_PAGE + 1}#so-{entry.pk}"
