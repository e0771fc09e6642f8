"""The page of a place, and editing it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from .. import administration
from ..access import may_edit_area
from ..browsing import areas_below, bodies
from ..forms.browsing import TreeForm
from ..forms.units import AreaForm, UnitForm
from ..models import Area, Unit
from .answering import form_page
from .guarding import area_view

_BELOW = {
    Area.Level.CENTRAL: Area.Level.PROVINCE,
    Area.Level.PROVINCE: Area.Level.COMMUNE,
    Area.Level.DISTRICT: Area.Level.COMMUNE,
}


@require_safe
@area_view()
def area_detail(request, area):
    form = TreeForm(request.GET.dict())
    on = min(form.on, area.valid_to) if area.valid_to else form.on
    context = {
        "area": area,
        "line": area.ancestors()[::-1],
        "form": form,
        "on": on,
        "is_today": on == timezone.localdate(),
        "bodies": bodies(area, on=on),
        "parts": areas_below(area, on=on),
        "predecessors": area.predecessors.select_related("parent"),
        "successors": area.successors.select_related("parent"),
        "may_edit": may_edit_area(request.user, area),
        "may_add_area": area.level in _BELOW,
    }
    return render(request, "units/area_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@area_view(may_edit_area)
def area_edit(request, area):
    form = AreaForm(request.POST or None, instance=area)
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, "Đã lưu địa bàn.")
        return redirect(area)
    return form_page(request, form, f"Sửa {Area.objects.get(pk=area.pk)}", area)


@require_http_methods(["GET", "HEAD", "POST"])
@area_view(may_edit_area)
def area_add(request, area):
    form = AreaForm(request.POST or None)
    if request.method == "POST" and area.level in _BELOW and form.is_valid():
        added = administration.create_area(parent=area, level=_BELOW[area.level], **form.cleaned_data)
        messages.success(request, f"Đã thêm {added}.")
        return redirect(added)
    return form_page(request, form, f"Thêm địa bàn thuộc {area}", area)


@require_http_methods(["GET", "HEAD", "POST"])
@area_view(may_edit_area)
def body_add(request, area):
    """A body of the place that stands under no other: its people's committee, its council."""
    form = UnitForm(request.POST or None, initial={"kind": Unit.Kind.PEOPLES_COMMITTEE}, by=request.user, area=area)
    if request.method == "POST" and form.is_valid():
        added = administration.create_unit(area=area, parent=None, **form.cleaned_data)
        messages.success(request, f"Đã thêm {added}.")
        return redirect(added)
    return form_page(request, form, f"Thêm cơ quan của {area}", area)
