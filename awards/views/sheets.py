"""A unit's list from a spreadsheet: the table to fill in, the file or the pasted rows, the review, and the saving."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plans.views.files import SPREADSHEET, file_response

from ..editing import Refused
from ..forms.nominations import records_of
from ..forms.sheets import ListForm, ReviewForm
from ..nominating.importing import import_rows
from ..nominating.sheets.review import review
from ..nominating.sheets.writing import template
from ..rounds.access import may_propose
from .guarding import campaign_view
from .nominations import proposing_unit
from .nominees import FORM


@require_safe
@campaign_view(may_propose)
def sheet_template(request, campaign, unit):
    unit = proposing_unit(request, campaign, unit)
    return file_response(template(campaign, unit), f"Đề nghị khen thưởng – {unit.name}.xlsx", SPREADSHEET)


@require_http_methods(FORM)
@campaign_view(may_propose)
def sheet_import(request, campaign, unit):
    """Read and shown row by row; nothing is written here."""
    unit = proposing_unit(request, campaign, unit)
    form = ListForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    rows = form.read() if form.is_bound and form.is_valid() else None
    if rows is not None:
        return _review(request, campaign, unit, ReviewForm.of(rows), rows)
    context = {"campaign": campaign, "unit": unit, "form": form, "titles": campaign.titles.all()}
    return render(request, "awards/nominating/sheet.html", context, status=422 if form.errors else 200)


@require_http_methods(["POST"])
@campaign_view(may_propose)
def sheet_save(request, campaign, unit):
    """All good rows at once, as they were chosen; read anew, for the page is not trusted."""
    unit = proposing_unit(request, campaign, unit)
    form = ReviewForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Trang xem lại bị hỏng hoặc mở từ lâu quá. Hãy nhập lại danh sách.")
        return redirect("awards:sheet_import", campaign.pk, unit.pk)
    rows = form.cleaned_data["rows"]
    found = _read(campaign, unit, rows, form.choices())
    good = [row for row in found if not row.faults]
    if not good or any(not row.choice for row in good):
        return _review(request, campaign, unit, ReviewForm.of(rows), rows, found=found, asked=True)
    try:
        token = form.cleaned_data["token"]
        count = import_rows(campaign=campaign, unit=unit, rows=good, by=request.user, token=token)
    except Refused as reason:
        return _review(request, campaign, unit, ReviewForm.of(rows), rows, found=found, refused=str(reason))
    messages.success(request, f"Đã lập {count} đề nghị. Các đề nghị này được gửi đi khi trình danh sách.")
    return redirect(f"{campaign.get_absolute_url()}de-nghi/?don_vi_so={unit.pk}")


def _read(campaign, unit, rows, choices=None):
    return review(rows, campaign=campaign, unit=unit, records=records_of(unit), choices=choices)


def _review(request, campaign, unit, form, rows, *, found=None, **more):
    """The rows with what is wrong, what will be made, which record is meant."""
    found = _read(campaign, unit, rows) if found is None else found
    good = sum(not row.faults for row in found)
    context = {"campaign": campaign, "unit": unit, "form": form, "rows": found, "good": good} | more
    context["bad"] = len(found) - good
    return render(request, "awards/nominating/review.html", context, status=422 if more else 200)
