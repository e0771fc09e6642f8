"""The BIÊN BẢN of a session as a document of plans: edited, approved, numbered, issued and signed like them."""

from django.db import transaction

from plans.importing.saving import Beginning, save_plan
from plans.models import Plan

from ..models import AwardDocument
from .counting import sitting
from .locking import State, demand, locked
from .minutes_draft import minutes_draft


def minutes_of(session):
    """The document, where it was drawn up already; or None."""
    found = session.documents.filter(kind=AwardDocument.Kind.MINUTES).select_related("plan").first()
    return found and found.plan


@transaction.atomic
def begin_minutes(*, session, by):
    """The draft of the minutes, drawn up once however often it is asked for."""
    held = locked(session)
    demand(held, State.CLOSED)
    if before := minutes_of(held):
        return before
    beginning = Beginning(note=f"Lập từ {held}"[:500])
    plan = save_plan(minutes_draft(sitting(held)), issuer=held.unit, by=by, beginning=beginning)
    Plan.objects.filter(pk=plan.pk).update(genus=Plan.Genus.AWARD)
    AwardDocument.objects.create(plan=plan, campaign=held.campaign, session=held, kind=AwardDocument.Kind.MINUTES)
    plan.genus = Plan.Genus.AWARD
    return plan
