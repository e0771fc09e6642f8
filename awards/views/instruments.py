"""The legal instruments of the catalogue."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..access import may_edit_catalogue
from ..models import CatalogueEvent, Instrument
from .guarding import catalogue_view


@require_safe
@catalogue_view()
def instrument_list(request, _):
    context = {
        "instruments": Instrument.objects.all(),
        "events": CatalogueEvent.objects.exclude(instrument=None).select_related("by"),
        "may_edit": may_edit_catalogue(request.user),
    }
    return render(request, "awards/instrument_list.html", context)
