"""The base salaries, the newest first."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..access import may_edit_catalogue
from ..editing import may_correct_salary
from ..models import BaseSalary, CatalogueEvent
from ..prize import salary_on
from .guarding import catalogue_view


@require_safe
@catalogue_view()
def salary_list(request, _):
    today = timezone.localdate()
    salaries = list(BaseSalary.objects.all())
    newest = salaries[:1]  # nobody adds one before it
    context = {
        "salaries": salaries,
        "current": salary_on(today),
        "correctable": {salary.pk for salary in newest if may_correct_salary(salary, today=today)},
        "events": CatalogueEvent.objects.exclude(salary=None).select_related("by"),
        "may_edit": may_edit_catalogue(request.user),
    }
    return render(request, "awards/salary_list.html", context)
