"""Who does the work of TĐKT: organisations and people, listed, looked at with their events, changed, taken out."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..access import may_add_nominee
from ..forms import staff as forms
from ..keeping import kept_visible_to, may_keep
from ..models import StaffMember, StaffOffice, StaffViewed
from .editing import FORM, answer
from .guarding import nominees_view, staff_view

PER_PAGE = 50
_FORMS = {  # to enter one, to change it, to take it out
    StaffOffice.part: (forms.AddStaffOfficeForm, forms.StaffOfficeForm, forms.RemoveStaffOfficeForm),
    StaffMember.part: (forms.AddStaffMemberForm, forms.StaffMemberForm, forms.RemoveStaffMemberForm),
}
_WORDS = {model.part: model._meta.verbose_name for model in (StaffOffice, StaffMember)}


@require_safe
@nominees_view()
def staff_list(request, _):
    """Both lists, those that ended below; people by pages."""
    today = timezone.localdate()
    offices, members = (
        kept_visible_to(model, request.user).select_related("unit").former_last(on=today)
        for model in (StaffOffice, StaffMember)
    )
    page = Paginator(members, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"offices": _by_time(offices, today), "members": _by_time(page, today), "page": page}
    return render(request, "awards/staff/list.html", context | {"may_add": may_add_nominee(request.user)})


def _by_time(rows, today):
    """Those that did not end and those that did, as they come."""
    found = {"now": [], "former": []}
    for row in rows:
        found["former" if row.valid_to and row.valid_to < today else "now"].append(row)
    return found


@require_http_methods(FORM)
@nominees_view(may_add_nominee)
def staff_add(request, _, part):
    add, _, _ = _forms(part)
    form = add(request.POST or None, by=request.user)
    return answer(request, form, f"Thêm {_WORDS[part]}", reverse("awards:staff_list"))


@require_safe
@staff_view()
def staff_detail(request, row):
    _note_view(request, row)
    context = {
        "row": row,
        "heading": row._meta.verbose_name,
        "may_keep": may_keep(request.user, row),
        "history": row.events.select_related("by"),
    }
    return render(request, "awards/staff/detail.html", context)


@require_http_methods(FORM)
@staff_view(may_keep)
def staff_edit(request, row):
    _, change, _ = _forms(row.part)
    _note_view(request, row)
    form = change(request.POST or None, instance=row, by=request.user)
    return answer(request, form, f"Sửa {_WORDS[row.part]}", row.get_absolute_url())


@require_http_methods(FORM)
@staff_view(may_keep)
def staff_remove(request, row):
    _, _, remove = _forms(row.part)
    form = remove(request.POST or None, instance=row, by=request.user)
    return answer(request, form, f"Bỏ khỏi danh sách: {row.name}", row.get_absolute_url())


def _note_view(request, row):
    """Who sees personal data leaves a line (goal S12): the one row that a GET writes here."""
    if isinstance(row, StaffMember):
        StaffViewed.objects.append(member=row, by=request.user)


def _forms(part):
    if part not in _FORMS:
        raise Http404
    return _FORMS[part]
