"""Versions of a plan: what it said at each step of its review, and at points people named."""

import json
from hashlib import sha256

from django.db import transaction

from .draft_json import from_json, to_json
from .drafting import draft_of
from .models import Plan, PlanEvent, PlanVersion


def content_of(plan):
    """All the plan says as JSON, written in one way only, so that equal content has an equal hash."""
    return json.dumps(to_json(draft_of(plan)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(content):
    """SHA-256 of a text, hexadecimal."""
    return sha256(content.encode()).hexdigest()


def keep(plan, *, by, event=None, name=""):
    """The version that says what the plan says now: the latest if nothing changed and it gets no name, else a new one.

    Called with the plan locked: versions are counted without gaps.
    """
    content = content_of(plan)
    said = digest(content)
    latest = plan.versions.only("number", "sha256").first()
    if latest and latest.sha256 == said and not name:
        return latest
    number = latest.number + 1 if latest else 1
    return PlanVersion.objects.create(
        plan=plan, number=number, name=name, plan_state=plan.state, content=content, sha256=said, by=by, event=event
    )


@transaction.atomic
def name_version(*, plan, name, by, token=None):
    """Keep what the plan says now under a name; the same form twice keeps it once."""
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    before = PlanVersion.objects.filter(plan=held, event__token=token).first() if token else None
    if before:
        return before
    event = PlanEvent.objects.append(plan=held, kind=PlanEvent.Kind.NAMED, by=by, note=name, token=token)
    return keep(held, by=by, event=event, name=name)


def before_last_submission(plan):
    """The version that was given or taken back before the plan was submitted again; None at its first time."""
    ways = (PlanEvent.Kind.SUBMITTED, PlanEvent.Kind.WITHDRAWN, PlanEvent.Kind.RETURNED)
    last = list(plan.events.filter(kind__in=ways).values_list("seq", flat=True)[:2])
    if len(last) < 2:
        return None
    return plan.versions.filter(event__seq__lte=last[1]).defer("content").first()


def draft_in(version):
    """What a version, or the paper that was issued, says: a PlanDraft."""
    return from_json(json.loads(version.content))
