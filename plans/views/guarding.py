"""The guard of every view of one plan: found by its code, 404 for those who may not see it.

`@plan_view(may_edit)` also answers 403 to those who may see the plan but not do this. `progress_view` reads less.
"""

from django.shortcuts import get_object_or_404

from thiduakhenthuong.guards import guard

from ..access import may_view
from ..models import Plan


def _load(request, code, **left):
    return get_object_or_404(Plan.objects.select_related("issuer__area__parent"), code=code), left


def _load_without_place(request, code, **left):
    return get_object_or_404(Plan.objects.select_related("issuer"), code=code), left


plan_view = guard(_load, may_view, "plan")
progress_view = guard(_load_without_place, may_view, "plan")  # these pages never ask where the issuer is
