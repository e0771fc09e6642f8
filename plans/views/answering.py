"""How the editor answers: with the page, with the part that changed (htmx), or by going back to the page.

A changed part brings along the state bar and tells the page, by the event "plan-changed", which piece of the paper
to show and where the keyboard goes on.
"""

from datetime import timedelta
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django_htmx.http import reswap, retarget, trigger_client_event

from ..editing.locking import Gone
from ..forms.items import QUARTER_CHOICES
from ..kinds import SectionKind
from ..models import PlanEvent
from ..models.content import SECTION_KIND_WORDS
from ..outline import outline_of

FRESH = timedelta(minutes=1)


def page_or_part(request, page, part, context, *, status=200):
    """The whole page, or for htmx only the part that is in it."""
    return varied(render(request, part if request.htmx else page, context, status=status))


def status_of_form(form, *, contest=None, gone=""):
    """What the answer with a form means: to fill in, wrongly filled in, contested, or about something deleted."""
    if contest:
        return HTTPStatus.CONFLICT
    if gone:
        return HTTPStatus.GONE
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def varied(response):
    """The same address answers with a page or a part: caches must know."""
    patch_vary_headers(response, ["HX-Request"])
    return response


def status_context(plan, outline):
    """What the state bar says: unmatched bodies, when it was saved, what can be brought back."""
    deletions = list(plan.events.filter(kind=PlanEvent.Kind.DELETED, undone_by__isnull=True).select_related("by")[:5])
    fresh = deletions[0] if deletions and timezone.now() - deletions[0].at < FRESH else None
    return {
        "plan": plan,
        "outline": outline,
        "deletions": deletions,
        "fresh_deletion": fresh,
        "section_kinds": _kinds(plan),
        "quarter_choices": QUARTER_CHOICES[1:],
    }


def _kinds(plan):
    """The kinds of pieces that can be added: a plan has lists of items, the others lines in the middle."""
    other = SectionKind.CENTRED if plan.is_plan else SectionKind.ITEMS
    return [(kind, words) for kind, words in SECTION_KIND_WORDS.items() if kind != other]


def answer_refusal(request, plan, refusal, *, focus=""):
    """The deed was not done: say why. What never was in this plan is not found."""
    if isinstance(refusal, Gone) and refusal.event is None:
        raise Http404
    messages.error(request, str(refusal))
    return answer_all(request, plan, ref="", focus=focus)


def answer_row(request, plan, item, *, saved=True):
    """One item stands where it stood: it was saved, or its form was closed."""
    target, ref = f"dong-{item.pk}", f"nhiem-vu-{item.pk}"
    return _answer(
        request, plan, "_item_row.html", target=target, ref=ref, focus=f"sua-{target}", item=item.pk, saved=saved
    )


def answer_piece(request, plan, section_pk, *, ref, focus, saved=True):
    """One piece changed inside: its text, or its list of items."""
    return _answer(
        request, plan, "_piece.html", target=f"phan-{section_pk}", ref=ref, focus=focus, section=section_pk, saved=saved
    )


def answer_all(request, plan, *, ref, focus):
    """Pieces came, went or moved: all labels may have changed."""
    return _answer(request, plan, "_pieces.html", target="cac-phan", ref=ref, focus=focus)


def answer_card(request, plan, template, *, target, ref, saved=True):
    """The head or the foot changed, or its form was closed."""
    return _answer(request, plan, template, target=target, ref=ref, focus=f"sua-{target}", saved=saved)


def _answer(request, plan, template, *, target, ref, focus, item=None, section=None, saved=True):
    if not request.htmx:
        anchor = focus.split("-", 1)[1] if focus else target
        return varied(redirect(f"{reverse('plans:plan_editor', args=[plan.code])}#{anchor}"))
    outline = outline_of(plan)
    context = status_context(plan, outline) | {"part": f"plans/editor/{template}", "saved": saved}
    if item:
        context["piece"], context["row"] = outline.row(item)
    if section:
        context["piece"] = outline.piece(section)
    response = retarget(render(request, "plans/editor/_changed.html", context), f"#{target}")
    trigger_client_event(response, "editor-focus", {"id": focus}, after="settle")
    if saved:
        trigger_client_event(response, "plan-changed", {"ref": ref}, after="settle")
    return varied(reswap(response, "outerHTML"))
