"""The page of a collective address, and editing it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..access import may_edit_group, may_edit_unit
from ..forms.browsing import TreeForm
from ..forms.groups import GroupForm
from .answering import form_page
from .guarding import group_view, unit_view


@require_safe
@group_view()
def group_detail(request, group):
    form = TreeForm(request.GET.dict())
    context = {
        "group": group,
        "form": form,
        "on": form.on,
        "is_today": form.on == timezone.localdate(),
        "aliases": group.aliases.all(),
        "members": group.units(on=form.on).select_related("area__parent"),
        "may_edit": may_edit_group(request.user, group),
    }
    return render(request, "units/group_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@group_view(may_edit_group)
def group_edit(request, group):
    form = GroupForm(request.POST or None, instance=group, issuer=group.issuer)
    return _answer(request, form, f"Sửa nhóm {group}", group)


@require_http_methods(["GET", "HEAD", "POST"])
@unit_view(may_edit_unit)
def group_add(request, unit):
    form = GroupForm(request.POST or None, issuer=unit)
    return _answer(request, form, f"Thêm nhóm trong văn bản của {unit}", unit)


def _answer(request, form, title, back):
    if request.method == "POST" and form.is_valid() and form.save_group():
        messages.success(request, "Đã lưu nhóm.")
        return redirect(form.instance)
    return form_page(request, form, title, back)
