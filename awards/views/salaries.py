"""The base salaries, the newest first."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..access import may_edit_catalogue
from ..models import BaseSalary
from ..prize import salary_on
from .guarding import catalogue_view


@require_safe
@catalogue_view()
def salary_list(request, _):
    context = {
        "salaries": BaseSalary.objects.all(),
        "current": salary_on(timezone.localdate()),
        "may_edit": may_edit_catalogue(request.user),
    }
    return render(request, "awards/salary_list.html", context)
