"""The guard of every view of one reading: 404 for those who do not write for the office that reviews it."""

from django.shortcuts import get_object_or_404

from thiduakhenthuong.guards import guard

from ..access import may_review
from ..models import PlanReading


def _load(request, pk, **left):
    related = ("source__plan", "issuer__area", "office__area", "updates", "changed_by", "begun_by")
    readings = PlanReading.objects.select_related(*related).defer("source__content")
    return get_object_or_404(readings, pk=pk), left


reading_view = guard(_load, may_review, "reading")
