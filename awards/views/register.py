"""The register of awards: searched, paged, taken along as a spreadsheet."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.views.files import SPREADSHEET, file_response

from ..forms.register import RegisterFilter
from ..register.entries import unit_words, with_what_is_shown
from ..register.sheet import to_xlsx
from .guarding import nominees_view

PER_PAGE = 50


@require_safe
@nominees_view()
def register_page(request, _):
    form = RegisterFilter(request.GET.dict(), user=request.user)
    page = Paginator(with_what_is_shown(form.apply()), PER_PAGE).get_page(request.GET.get("trang"))
    query = request.GET.copy()
    query.pop("trang", None)
    context = {"form": form, "page": page, "rows": rows_of(page), "query": query.urlencode()}
    return render(request, "awards/register/page.html", context)


@require_safe
@nominees_view()
def register_xlsx(request, _):
    """What the page lists, all of it."""
    form = RegisterFilter(request.GET.dict(), user=request.user)
    data = to_xlsx(with_what_is_shown(form.apply()), scope=form.words)
    return file_response(data, "Sổ khen thưởng.xlsx", SPREADSHEET)


def rows_of(page):
    return [(award, unit_words(award)) for award in page]
