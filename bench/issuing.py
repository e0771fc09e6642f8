"""Issuing a plan of 35 items, PDF included, against printing it."""

import json
from statistics import median

from django.core.cache import caches
from django.utils import timezone

from bench.figures import Figure, seconds
from bench.paper import SOURCE
from plans.documents import document_of
from plans.draft_json import from_json
from plans.importing.saving import save_plan
from plans.issuing import issue
from plans.models import Plan
from plans.moving import approve, submit
from plans.versions import content_of, digest
from thiduakhenthuong.official.rendering import pdf_of
from units.models import Membership, Role, Unit, User

ROUNDS = 7


def run():
    """Each round measures both, one after the other, so that a busy machine slows them alike."""
    unit = Unit.objects.earliest("pk")
    editor, approver = (_person(role, unit) for role in (Role.EDITOR, Role.APPROVER))
    ratios = []
    for number in range(ROUNDS + 1):
        plan = _approved(unit, number, editor, approver)
        issued = seconds(lambda plan=plan: issue(plan, signed_on=timezone.localdate(), by=None))
        caches["papers"].clear()
        printed = seconds(lambda plan=plan: pdf_of(document_of(Plan.objects.get(pk=plan.pk))))
        ratios.append(issued / printed)
    yield Figure("issuing 35 items, PDF included, to printing them", median(ratios[1:]), 1.6)


def _person(role, unit):
    user = User.objects.create_user(f"issuing-{role}", full_name=role.label)
    Membership.objects.create(user=user, unit=unit, role=role)
    return user


def _approved(unit, number, editor, approver):
    draft = from_json(json.loads(SOURCE.read_text()))
    draft.number = draft.day = None
    draft.subject += f" ({number})"
    plan = save_plan(draft, issuer=unit, code=f"bench-issuing-{number}")
    submit(plan=plan, by=editor)
    approve(plan=plan, by=approver, seen=digest(content_of(plan)))
    caches["papers"].clear()
    return Plan.objects.select_related("issuer__area__parent").get(pk=plan.pk)
