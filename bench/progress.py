"""Progress pages: of an ordinary plan among 357,000 tasks, and of one that was given to every commune."""

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bench.dataset import YEARS, settle
from bench.lists import figures, prepare_pages
from bench.opening import approved
from plans.forms.progress import LATE
from plans.issuing import issue
from plans.models import Plan
from units.models import Unit

SAMPLE = 40  # plans


def run():
    prepare_pages()
    editor = Client()
    editor.force_login(get_user_model().objects.get(username="editor"))
    usual = Plan.objects.filter(issuer__parent__code="ubnd-3", year=YEARS[0]).order_by("pk")[:SAMPLE]
    boards = [(editor, reverse("plans:plan_progress", args=[plan.code])) for plan in usual]
    yield from figures("progress of a plan of 35 items", boards, goal=20)
    yield from figures("the same by body", [(client, f"{address}?xem=don-vi") for client, address in boards], goal=20)
    large = reverse("plans:plan_progress", args=[_given_to_all().code])
    settle()
    editor.force_login(get_user_model().objects.get(username="opening-editor"))
    yield from figures("progress of a plan for 3,400 bodies", [(editor, large)] * 10, goal=100)
    yield from figures("the same by body", [(editor, f"{large}?xem=don-vi")] * 10, goal=100)
    yield from figures("the same, late ones only", [(editor, f"{large}?trang_thai={LATE}")] * 10, goal=100)


def _given_to_all():
    """The plan of bench/opening.py, in force."""
    plan = Plan.objects.filter(code="bench-opening").first() or approved(Unit.objects.earliest("pk"))
    return plan if plan.is_in_force else issue(plan, signed_on=timezone.localdate(), by=None)
