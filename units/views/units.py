"""The page of a body, and editing it: its facts, other wordings, bodies below it, its end."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thiduakhenthuong.dates import day_words

from .. import administration
from ..access import has_role, may_edit_unit, may_give_roles, may_see_members
from ..forms.units import AliasForm, EndForm, UnitForm
from ..models import Area, Unit, UnitGroup
from .answering import form_page
from .guarding import alias_view, may_edit_unit_of, unit_view


@require_safe
@unit_view()
def unit_detail(request, unit):
    return render(request, "units/unit_detail.html", _facts(request.user, unit))


def _facts(user, unit):
    """Everything the page of a unit shows, as far as this user may see it."""
    today = timezone.localdate()
    return {
        "unit": unit,
        "line": [*unit.area.ancestors()[::-1], unit.area],
        "in_force": unit.is_valid(on=today),
        "alias_form": AliasForm(unit=unit, by=user),
        "aliases": unit.aliases.select_related("issuer"),
        "groups": UnitGroup.holding(unit).select_related("issuer"),
        "addressed": unit.groups_addressed.all(),
        "below": unit.children.valid(on=min(today, unit.valid_to or today)),
        "before": unit.successions_in.select_related("predecessor__area"),
        "after": unit.successions_out.select_related("successor__area"),
        "may_edit": may_edit_unit(user, unit),
        "may_give_roles": may_give_roles(user, unit),
        "works_here": has_role(user, unit),
    } | _people(user, unit, today)


def _people(user, unit, today):
    if not may_see_members(user, unit):
        return {}
    held = unit.memberships.select_related("user").order_by("user__sort_key", "role")
    return {
        "people": held.valid(on=today),
        "coming_people": held.filter(valid_from__gt=today),
        "former_people": held.filter(valid_to__lt=today),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@unit_view(may_edit_unit)
def unit_edit(request, unit):
    form = UnitForm(request.POST or None, instance=unit, by=request.user, area=unit.area)
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, "Đã lưu đơn vị.")
        return redirect(unit)
    return form_page(request, form, f"Sửa {Unit.objects.get(pk=unit.pk)}", unit)


@require_http_methods(["GET", "HEAD", "POST"])
@unit_view(may_edit_unit)
def unit_add(request, unit):
    """A body below this one, at the same place."""
    form = UnitForm(request.POST or None, initial={"kind": _usual_kind(unit)}, by=request.user, area=unit.area)
    if request.method == "POST" and form.is_valid():
        added = administration.create_unit(area=unit.area, parent=unit, **form.cleaned_data)
        messages.success(request, f"Đã thêm {added}.")
        return redirect(added)
    return form_page(request, form, f"Thêm đơn vị thuộc {unit}", unit)


def _usual_kind(unit):
    province = unit.area.level == Area.Level.PROVINCE and unit.kind == Unit.Kind.PEOPLES_COMMITTEE
    return Unit.Kind.DEPARTMENT if province else Unit.Kind.DIVISION


@require_http_methods(["GET", "HEAD", "POST"])
@unit_view(may_edit_unit)
def unit_end(request, unit):
    if unit.valid_to:
        messages.warning(request, f"{unit.name_in_time} đã ghi chấm dứt hoạt động. Nếu ghi sai, hãy bấm “Sửa”.")
        return redirect(unit)
    form = EndForm(request.POST or None, unit=unit)
    if request.method == "POST" and form.is_valid() and form.save_end():
        data = form.cleaned_data
        messages.success(request, f"{unit} chấm dứt hoạt động sau ngày {day_words(data['on'])}.")
        return redirect(unit)
    return form_page(request, form, f"Chấm dứt hoạt động: {unit}", unit)


@require_POST
@unit_view(may_edit_unit)
def alias_add(request, unit):
    form = AliasForm(request.POST, unit=unit, by=request.user)
    if form.is_valid():
        administration.add_alias(unit, form.cleaned_data["text"], issuer=form.cleaned_data["issuer"])
        messages.success(request, f"Đã thêm cách ghi “{form.cleaned_data['text']}”.")
        return redirect(unit)
    context = _facts(request.user, unit) | {"alias_form": form}
    return render(request, "units/unit_detail.html", context, status=422)


@require_POST
@alias_view(may_edit_unit_of)
def alias_remove(request, alias):
    administration.remove_alias(alias)
    messages.success(request, f"Đã bỏ cách ghi “{alias.text}”.")
    return redirect(alias.unit)
