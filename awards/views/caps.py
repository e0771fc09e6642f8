"""Local shares: those that hold for the reader's units; administrators add and end those of their own."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..access import caps_visible_to, may_add_cap, may_edit_cap
from ..forms.caps import CapForm, EndCapForm
from .editing import FORM, answer
from .guarding import cap_view, catalogue_view


@require_safe
@catalogue_view()
def cap_list(request, _):
    today = timezone.localdate()
    caps = list(caps_visible_to(request.user).select_related("unit", "title", "of_title"))
    now = {cap.pk for cap in caps if cap.is_valid(on=today)}
    context = {
        "current": [cap for cap in caps if cap.pk in now],
        "others": [cap for cap in caps if cap.pk not in now],
        "editable": {cap.pk for cap in caps if may_edit_cap(request.user, cap)},
        "may_add": may_add_cap(request.user),
    }
    return render(request, "awards/eligibility/cap_list.html", context)


@require_http_methods(FORM)
@catalogue_view(may_add_cap)
def cap_add(request, _):
    form = CapForm(request.POST or None, by=request.user)
    return answer(request, form, "Thêm tỷ lệ khống chế", reverse("awards:cap_list"))


@require_http_methods(FORM)
@cap_view(may_edit_cap)
def cap_end(request, cap):
    form = EndCapForm(request.POST or None, instance=cap, by=request.user)
    return answer(request, form, f"Kết thúc tỷ lệ: {cap.words}", reverse("awards:cap_list"))
