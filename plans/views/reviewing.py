"""The review of a document that was read: the page, and what its buttons do to fields and loose text."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import reswap, retarget, trigger_client_event

from thiduakhenthuong.guards import open_to_users

from ..access import may_create, readings_visible_to
from ..editing.locking import Refused
from ..forms.reviewing import BaseForm, PlaceForm
from ..reviewing import deeds
from ..reviewing.fields import anchor_of
from ..reviewing.mending import NoSuchField
from ..reviewing.review import review_of
from .answering import varied
from .field_forms import form_of
from .reading_guard import reading_view

PAGE, PART = "plans/review/review.html", "plans/review/_reading.html"


@require_safe
@open_to_users
def reading_list(request):
    """Documents that wait to be confirmed, the latest first."""
    if not may_create(request.user):
        raise PermissionDenied
    readings = readings_visible_to(request.user).under_review().for_list()
    return render(request, "plans/review/reading_list.html", {"readings": readings[:100]})


@require_safe
@reading_view()
def reading_review(request, reading):
    """The document on the left, its reading on the right."""
    if reading.confirmed_at:
        return redirect(reading.source.plan)
    if reading.dropped_at:
        return render(request, "plans/review/dropped.html", {"reading": reading})
    return show(request, reading)


@require_http_methods(["GET", "HEAD", "POST"])
@reading_view()
def field_edit(request, reading, key):
    """Mend one field in its place."""
    if not reading.is_open:
        return refuse(request, reading, deeds.Closed(reading))
    try:
        form = form_of(request, reading, key)
    except NoSuchField:
        return refuse(request, reading, deeds.Moved())
    if request.method == "POST" and form.is_valid():
        return _save(request, reading, key, form)
    return _show_form(request, reading, key, form)


def _save(request, reading, key, form):
    try:
        if key == "issuer":
            base = form.base_values.get("issuer")
            deeds.choose_issuer(reading, form.cleaned_data["issuer"], base=base, by=request.user)
        else:
            base = {name: form.base_values.get(name) for name in form.row_fields}
            deeds.mend_field(reading, key, base=base, values=form.typed(), by=request.user)
    except deeds.Contested as contested:
        form = form_of(request, reading, key, fresh=form.typed(), base=contested.theirs)
        return _show_form(request, reading, key, form, theirs=contested.theirs)
    except Refused as refusal:
        return refuse(request, reading, refusal)
    return answer(request, reading, focus=key)


def _show_form(request, reading, key, form, *, theirs=None):
    told = [(form.fields[name].label, form.words_of(name, value)) for name, value in (theirs or {}).items()]
    context = {"form": form, "key": key, "theirs": told, "reading": reading}
    status = HTTPStatus.CONFLICT if theirs else HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if request.htmx:
        return varied(render(request, "plans/review/_field_form.html", context, status=status))
    return show(request, reading, context, status=status)


@require_POST
@reading_view()
def field_accept(request, reading, key):
    """The field is read rightly."""
    key, seen = "" if key == "van-ban" else key, request.POST.get("seen", "").split()
    return _do(request, reading, lambda: deeds.accept(reading, key, by=request.user, seen=seen))


@require_POST
@reading_view()
def field_take_out(request, reading, key):
    """This is no such piece or item."""
    form = BaseForm(request.POST)
    if not form.is_valid():
        return refuse(request, reading, deeds.Moved())
    base = form.cleaned_data["base"]
    return _do(request, reading, lambda: deeds.take_out_field(reading, key, base=base, by=request.user))


@require_POST
@reading_view()
def loose_place(request, reading):
    """Put loose text to its place."""
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return refuse(request, reading, next(iter(form.errors.values()))[0])
    entry, place = form.cleaned_data["entry"].replace("\r\n", "\n"), form.cleaned_data["place"]
    return _do(request, reading, lambda: deeds.place_loose(reading, entry, place=place, by=request.user))


def _do(request, reading, deed, *, focus=""):
    try:
        deed()
    except (Refused, NoSuchField) as refusal:
        return refuse(request, reading, refusal if isinstance(refusal, Refused) else deeds.Moved())
    return answer(request, reading, focus=focus)


def show(request, reading, extra=None, *, status=200):
    """The whole page."""
    review = review_of(reading, request.user)
    return varied(render(request, PAGE, {"review": review, "reading": reading} | (extra or {}), status=status))


def refuse(request, reading, why):
    """Nothing was done: say why beside the reading as it stands."""
    messages.error(request, str(why))
    return answer(request, reading)


def answer(request, reading, *, focus=""):
    """The reading as it stands now; without script the page again, at the field."""
    if not request.htmx:
        anchor = f"#{anchor_of(focus)}" if focus else ""
        return varied(redirect(f"{reverse('plans:reading_review', args=[reading.pk])}{anchor}"))
    reading.refresh_from_db()
    if not reading.is_open:
        response = redirect(reading)
        response["HX-Redirect"], response.status_code = reading.get_absolute_url(), 204
        return varied(response)
    review = review_of(reading, request.user)
    response = render(request, PART, {"review": review, "reading": reading, "is_answer": True})
    trigger_client_event(response, "reading-changed", {"focus": anchor_of(focus)}, after="settle")
    return varied(reswap(retarget(response, "#ban-doc"), "outerHTML"))
