"""Movements: listed, looked at with what was done to them, entered, changed, taken out."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ..access import may_add_nominee
from ..forms.movements import AddMovementForm, MovementFilter, MovementForm, RemoveMovementForm
from ..keeping import kept_visible_to, may_keep
from ..models import Movement
from .editing import FORM, answer
from .guarding import movement_view, nominees_view

PER_PAGE = 50


@require_safe
@nominees_view()
def movement_list(request, _):
    form = MovementFilter(request.GET.dict())
    found = form.apply(kept_visible_to(Movement, request.user).select_related("unit"))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    query = request.GET.copy()
    query.pop("trang", None)
    context = {"form": form, "page": page, "query": query.urlencode(), "may_add": may_add_nominee(request.user)}
    return render(request, "awards/movements/list.html", context)


@require_http_methods(FORM)
@nominees_view(may_add_nominee)
def movement_add(request, _):
    form = AddMovementForm(request.POST or None, by=request.user)
    return answer(request, form, "Thêm phong trào thi đua", reverse("awards:movement_list"))


@require_safe
@movement_view()
def movement_detail(request, movement):
    context = {
        "movement": movement,
        "may_keep": may_keep(request.user, movement),
        "history": movement.events.select_related("by", "unit"),
    }
    return render(request, "awards/movements/detail.html", context)


@require_http_methods(FORM)
@movement_view(may_keep)
def movement_edit(request, movement):
    form = MovementForm(request.POST or None, instance=movement, by=request.user)
    return answer(request, form, "Sửa phong trào thi đua", movement.get_absolute_url())


@require_http_methods(FORM)
@movement_view(may_keep)
def movement_remove(request, movement):
    form = RemoveMovementForm(request.POST or None, instance=movement, by=request.user)
    return answer(request, form, f"Bỏ phong trào: {movement.name}", movement.get_absolute_url())
