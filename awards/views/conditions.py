"""The conditions of awards on a day, rendered from the rules themselves."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..eligibility.conditions import conditions_on
from ..eligibility.gathering import law_today
from ..eligibility.registry import RULES_VERSION
from ..forms.filtering import DateForm
from ..models import AwardTitle
from .guarding import catalogue_view


@require_safe
@catalogue_view()
def conditions(request, _):
    form = DateForm(request.GET.dict())
    general, by_code = conditions_on(form.on, law=law_today())
    titles = AwardTitle.objects.filter(code__in=by_code)
    context = {
        "form": form,
        "on": form.on,
        "is_today": form.on == timezone.localdate(),
        "general": general,
        "titles": [(title, by_code[title.code]) for title in titles],
        "rules_version": RULES_VERSION,
    }
    return render(request, "awards/eligibility/conditions.html", context)
