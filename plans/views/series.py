"""The series of numbers of a body, set by its administrator."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..access import may_set_series
from ..forms.series import BeginAfterForm, NewSeriesForm, SeriesForm
from ..models import NumberSeries, SeriesCounter, SeriesEvent
from ..register import series_of, series_of_or_default
from .register import register_view

RECENT = 20


@require_safe
@register_view(may_set_series)
def series_list(request, unit):
    """Which series there are, who gives their numbers, the last number of this year, and what was changed."""
    common = series_of_or_default(unit, "")
    found = [common, *NumberSeries.objects.filter(unit=unit).exclude(doc_type="")]
    counters = SeriesCounter.objects.filter(series__unit=unit, year=timezone.localdate().year)
    last = {counter.series_id: counter for counter in counters}
    context = {
        "unit": unit,
        "year": timezone.localdate().year,
        "rows": [{"series": series, "pk": series.pk or 0, "counter": last.get(series.pk)} for series in found],
        "events": SeriesEvent.objects.filter(series__unit=unit, entry=None).select_related("by", "series")[:RECENT],
    }
    return render(request, "plans/register/series.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@register_view(may_set_series)
def series_add(request, unit):
    form = NewSeriesForm(request.POST if request.method == "POST" else None, unit=unit)
    if request.method == "POST" and form.is_valid() and (series := form.save(by=request.user)):
        messages.success(request, f"Đã mở dãy số riêng cho {series}.")
        return redirect("plans:series_list", unit.pk)
    note = (
        "Nên mở dãy số riêng từ 01/01. Mở giữa năm thì số chạy tiếp sau số lớn nhất mà loại văn bản này đã dùng, để "
        "không có hai văn bản cùng số, ký hiệu trong một năm."
    )
    return _form_page(request, unit, form, "Mở dãy số riêng cho một loại văn bản", note)


@require_http_methods(["GET", "HEAD", "POST"])
@register_view(may_set_series)
def series_edit(request, unit, series):
    """Who gives the numbers."""
    found = _series(request, unit, series)
    form = SeriesForm(request.POST if request.method == "POST" else None, instance=found, by=request.user)
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, "Đã lưu dãy số.")
        return redirect("plans:series_list", unit.pk)
    return _form_page(request, unit, form, f"Cách lấy số: {found}", "")


@require_http_methods(["GET", "HEAD", "POST"])
@register_view(may_set_series)
def series_begin(request, unit, series):
    """Where the paper book of this year ended."""
    found = _series(request, unit, series)
    form = BeginAfterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and form.save(series=found, by=request.user):
        messages.success(request, "Đã lưu. Phần mềm cấp tiếp từ số sau đó.")
        return redirect("plans:series_list", unit.pk)
    note = "Dùng khi cơ quan bắt đầu dùng phần mềm giữa năm: phần mềm cấp tiếp từ số sau số cuối của sổ giấy."
    return _form_page(request, unit, form, f"Cấp tiếp sau sổ giấy: {found}", note)


def _series(request, unit, pk):
    """A series of the body; 0 is the common one, which is stored when something is set."""
    if not pk:
        return series_of(unit, "") if request.method == "POST" else series_of_or_default(unit, "")
    found = NumberSeries.objects.filter(pk=pk, unit=unit).select_related("unit").first()
    if found is None:
        raise Http404
    return found


def _form_page(request, unit, form, title, note):
    context = {"unit": unit, "form": form, "title": title, "note": note}
    return render(request, "plans/register/series_form.html", context, status=422 if form.errors else 200)
