"""Looking: the tree of places and bodies on a day, and the suggestions while typing a unit's name."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from thiduakhenthuong.guards import open_to_users

from ..browsing import MOST_FOUND, Branch, branch, search, suggestions, tree
from ..forms.browsing import SuggestionForm, TreeForm
from ..models import UnitGroup


@require_safe
@vary_on_headers("HX-Request")
@open_to_users
def area_tree(request):
    form = TreeForm(request.GET.dict())
    opened, closed = form.chosen("mo"), form.chosen("dong")
    context = {"form": form, "on": form.on, "is_today": form.on == timezone.localdate()}
    if request.htmx and (opened or closed):
        shown = branch(opened, on=form.on) if opened else Branch(closed)
        return render(request, "units/_branch.html", context | {"branch": shown})
    if query := form.chosen("q"):
        areas, units = search(query, on=form.on)
        return render(request, "units/area_search.html", context | {"areas": areas, "units": units, "most": MOST_FOUND})
    return render(request, "units/area_tree.html", context | {"tree": tree(on=form.on, opened=opened)})


@require_safe
@open_to_users
def unit_suggestions(request):
    form = SuggestionForm({"q": request.GET.get("name", "")} | request.GET.dict())
    form.is_valid()
    found = suggestions(form.cleaned_data.get("q", ""), issuer=form.cleaned_data.get("issuer"), on=form.day())
    rows = [{"found": row, "is_group": isinstance(row, UnitGroup)} for row in found]
    template = "units/_suggestion_options.html" if "options" in request.GET else "units/_suggestions.html"
    return render(request, template, {"rows": rows, "query": form.cleaned_data.get("q")})
