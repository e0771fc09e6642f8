"""The statistical forms of a year: on a page, on paper, as a spreadsheet; each figure leads to what it counts."""

from django import forms
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.views.files import SPREADSHEET, file_response, pdf_response
from thiduakhenthuong.official.rendering import NotPrinted
from units.access import units_with

from ..access import SEEING
from ..models import AwardHeld, Movement, StaffMember, StaffOffice
from ..register.entries import with_what_is_shown
from ..statistics.counting import counted, ids_behind
from ..statistics.forms import FORMS, line_named
from ..statistics.sheet import SOURCE, printing_of, to_xlsx
from .guarding import nominees_view
from .register import PER_PAGE, rows_of


class YearForm(forms.Form):
    """The year; what is odd means this year."""

    nam = forms.IntegerField(label="Năm", required=False, min_value=1945, max_value=2200)

    @property
    def year(self):
        return (self.is_valid() and self.cleaned_data.get("nam")) or timezone.localdate().year


@require_safe
@nominees_view()
def statistics(request, _):
    year = YearForm(request.GET).year
    tables = [(form, counted(form, year, user=request.user)) for form in FORMS.values()]
    context = {"year": year, "tables": tables, "source": SOURCE, "office": _office(request.user)}
    return render(request, "awards/statistics/page.html", context)


@require_safe
@nominees_view()
def statistics_cell(request, _, form, row, column):
    """What one figure counts, as its list shows it."""
    form, year = _form(form), YearForm(request.GET).year
    row, column = line_named(form.rows, row), line_named(form.columns, column)
    if not (row and column):
        raise Http404
    page = Paginator(ids_behind(form, year, row, column, user=request.user), PER_PAGE)
    page = page.get_page(request.GET.get("trang"))
    context = {"form": form, "year": year, "row": row, "column": column, "page": page, "query": f"nam={year}"}
    template, name, shown = _LISTS[form.of]
    return render(request, "awards/statistics/cell.html", context | {"list": template, name: shown(list(page))})


def _in_order(rows, ids):
    """Of a queryset the rows with these ids, as the ids stand."""
    found = rows.in_bulk(ids)
    return [found[pk] for pk in ids]


def _kept(model):
    return lambda ids: _in_order(model.objects.select_related("unit"), ids)


_LISTS = {  # by what a form counts: the template of its list, what the template calls the rows, these from their ids
    "awards": (
        "awards/register/_rows.html",
        "rows",
        lambda ids: rows_of(_in_order(with_what_is_shown(AwardHeld.objects.all()), ids)),
    ),
    "movements": ("awards/movements/_rows.html", "movements", _kept(Movement)),
    "offices": ("awards/staff/_rows.html", "staff", _kept(StaffOffice)),
    "members": ("awards/staff/_rows.html", "staff", _kept(StaffMember)),
}


@require_safe
@nominees_view()
def statistics_pdf(request, _, form):
    form, year = _form(form), YearForm(request.GET).year
    printing = printing_of(form, year, counted(form, year, user=request.user), office=_office(request.user))
    try:
        return pdf_response(request, printing, f"Biểu {form.key} năm {year}.pdf")
    except NotPrinted as problem:
        return render(request, "awards/not_printed.html", {"problem": problem}, status=503)


@require_safe
@nominees_view()
def statistics_xlsx(request, _, form):
    form, year = _form(form), YearForm(request.GET).year
    data = to_xlsx(form, year, counted(form, year, user=request.user), office=_office(request.user))
    return file_response(data, f"Biểu {form.key} năm {year}.xlsx", SPREADSHEET)


def _form(key):
    if key not in FORMS:
        raise Http404
    return FORMS[key]


def _office(user):
    """Of whose records the figures speak."""
    return "; ".join(dict.fromkeys(unit.name for unit in units_with(user, *SEEING)))
