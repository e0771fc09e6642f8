"""The register of outgoing documents of a body: a year of it on screen, on paper and as a spreadsheet."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thiduakhenthuong.guards import guard, open_to_users
from thiduakhenthuong.official.register import COLUMNS, printing_of
from thiduakhenthuong.official.rendering import NotPrinted
from units.access import units_with
from units.models import Unit

from ..access import OFFICE_ROLES, may_keep_register, may_see_register, may_set_series
from ..forms.register import RegisterFilter
from ..models import NumberSeries, RegisterEntry
from ..register_book import book_of, volumes
from ..register_sheet import to_xlsx
from .files import SPREADSHEET, file_response, pdf_response

PER_PAGE = 100


def _load(request, pk, **left):
    return get_object_or_404(Unit.objects.select_related("area__parent"), pk=pk), left


register_view = guard(_load, may_see_register, "register")


@require_safe
@open_to_users
def my_registers(request):
    """The register of the user's body; who works at several chooses one."""
    units = sorted(set(units_with(request.user, *OFFICE_ROLES)), key=lambda unit: unit.sort_key)
    if not units:
        raise Http404
    if len(units) == 1:
        return redirect("plans:register", units[0].pk)
    return render(request, "plans/register/choice.html", {"units": units})


@require_safe
@register_view()
def register_page(request, unit):
    form = _filter(request, unit)
    found = form.apply(_entries(unit).select_related("plan", "by", "cancelled_by"))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "unit": unit,
        "form": form,
        "year": form.year,
        "page": page,
        "columns": [title for title, _ in COLUMNS],
        "query": _query(request, "nam", "day", "q"),
        "to_take": _query(request, "nam", "day"),
        "volumes": volumes(page.paginator.count),
        "may_keep": may_keep_register(request.user, unit),
        "may_set_series": may_set_series(request.user, unit),
    }
    return render(request, "plans/register/register.html", context)


@require_safe
@register_view()
def register_pdf(request, unit):
    """One volume as a book to print and bind."""
    form = _filter(request, unit, searched=False)
    entries = form.apply(_entries(unit).select_related("cancelled_by"))
    volume = _volume(request, entries.count())
    try:
        printing = printing_of(book_of(unit, form.year, entries, volume=volume))
        return pdf_response(request, printing, f"Sổ văn bản đi {form.year}.pdf")
    except NotPrinted as problem:
        context = {"unit": unit, "problem": problem}
        return render(request, "plans/register/not_printed.html", context, status=503)


@require_safe
@register_view()
def register_xlsx(request, unit):
    """The whole year as a spreadsheet, to save."""
    form = _filter(request, unit, searched=False)
    data = to_xlsx(unit, form.year, form.apply(_entries(unit).select_related("cancelled_by")))
    return file_response(data, f"Sổ văn bản đi {form.year}.xlsx", SPREADSHEET)


def _entries(unit):
    return RegisterEntry.objects.filter(series__unit=unit).select_related("series")


def _filter(request, unit, *, searched=True):
    """The filter of the address; for what is printed only year and series count."""
    used = RegisterEntry.objects.filter(series__unit=unit).order_by("-year").values_list("year", flat=True).distinct()
    years = sorted({timezone.localdate().year, *used}, reverse=True)
    data = request.GET if searched else {name: request.GET.get(name, "") for name in ("nam", "day")}
    form = RegisterFilter(data, years=years, series=NumberSeries.objects.filter(unit=unit))
    form.is_valid()
    return form


def _volume(request, count):
    asked = request.GET.get("quyen", "1")
    found = next((volume for volume in volumes(count) if str(volume) == asked), None)
    if found is None:
        raise Http404
    return found


def _query(request, *names):
    query = request.GET.copy()
    for name in set(query) - set(names):
        del query[name]
    return query.urlencode()
