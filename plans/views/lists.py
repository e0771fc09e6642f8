"""The list of plans, filtered and searched."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from thiduakhenthuong.guards import open_to_users
from thiduakhenthuong.official.wording import plain

from ..access import may_create, visible_to
from ..forms.filtering import PlanFilter
from ..kinds import SectionKind
from ..models import Plan, PlanItem
from ..models.item import item_words
from ..search import Marker

PER_PAGE = 20


@require_safe
@vary_on_headers("HX-Request")
@open_to_users
def plan_list(request):
    form = PlanFilter(request.GET)
    form.is_valid()
    ids, whole = _ids(request.user, form)
    page = Paginator(ids, PER_PAGE).get_page(request.GET.get("trang"))
    query = form.cleaned_data.get("q")
    rows = _rows(_plans(page), Marker(query, whole=whole) if query else None)
    context = {"form": form, "page": page, "rows": rows, "query": _without_page(request)}
    if request.htmx:
        return render(request, "plans/_plan_rows.html", context)
    return render(request, "plans/plan_list.html", context | {"may_create": may_create(request.user)})


def _ids(user, form):
    """All plans that fit, in order, and whether by whole words: "nghi" finds "nghiêm" only where no plan says "nghị".

    What a user may see is the costly question: so it is asked once, not once for the number of pages and again for
    the page; a second time only where whole words find nothing.
    """
    visible = visible_to(user)
    for whole in (True, False):
        plans = form.apply(visible, whole=whole).order_by("-year", "issuer__sort_key", "code")
        ids = list(plans.values_list("pk", flat=True))
        if ids or not form.cleaned_data.get("q"):
            break
    return ids, whole


def _plans(page):
    """The plans of one page, in its order."""
    found = Plan.objects.for_list().in_bulk(list(page))
    return [found[pk] for pk in page if pk in found]


def _rows(plans, marker):
    """Each plan of the page with the number of its items and, in a search, the items that fit best."""
    counts = _item_counts(plans)
    hits = _hits(plans, marker) if marker else {}
    return [{"plan": plan, "items": counts.get(plan.pk, 0), "hits": hits.get(plan.pk, [])} for plan in plans]


def _item_counts(plans):
    printed = PlanItem.objects.filter(plan__in=plans, section__kind=SectionKind.ITEMS).order_by()
    return dict(printed.values_list("plan").annotate(Count("pk")))


def _hits(plans, marker):
    texts = {plan.pk: [] for plan in plans}
    items = PlanItem.objects.filter(plan__in=plans).values_list("plan", "section__kind", "section__text", "text")
    for plan, *parts in items:
        texts[plan].append(item_words(*parts))
    return {plan: [marker.pieces(plain(text)) for text in marker.best(found)] for plan, found in texts.items()}


def _without_page(request):
    query = request.GET.copy()
    query.pop("trang", None)
    return query.urlencode()
