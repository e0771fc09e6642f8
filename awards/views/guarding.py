"""The guards of this app's views: everybody signed in reads the catalogue; changing it needs a role."""

from django.shortcuts import get_object_or_404

from thiduakhenthuong.guards import guard

from ..access import may_read_catalogue
from ..models import AwardTitle, BaseSalary, Instrument


def _whole(request, **left):
    return None, left


def _title(request, code, **left):
    return get_object_or_404(AwardTitle, code=code), left


def _instrument(request, code, **left):
    return get_object_or_404(Instrument, code=code), left


def _salary(request, pk, **left):
    return get_object_or_404(BaseSalary, pk=pk), left


catalogue_view = guard(_whole, may_read_catalogue, "catalogue")
title_view = guard(_title, may_read_catalogue, "title")
instrument_view = guard(_instrument, may_read_catalogue, "instrument")
salary_view = guard(_salary, may_read_catalogue, "salary")
