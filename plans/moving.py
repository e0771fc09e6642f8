"""The way of a plan through the office, but for its issue (issuing.py): each deed moves it, keeps a version, tells.

All or nothing; a form sent twice does its deed once. Raises IllegalMove or Refused with a sentence for the user.
"""

from django.db import transaction

from .amending.paper import demand_changes, demand_older_in_force
from .amending.telling import named_in
from .editing.locking import Refused
from .following import follow_revocation
from .models import Plan, PlanEvent, RegisterEntry
from .notices import tell, tell_all
from .progress.opening import open_tasks, withdraw_tasks
from .versions import content_of, digest, keep

Kind = PlanEvent.Kind


class ChangedSinceSeen(Refused):
    """The plan says something else than what the approver read."""

    def __init__(self, plan):
        super().__init__(
            f"{plan.noun.capitalize()} vừa được sửa sau khi bạn mở trang này nên chưa duyệt. Hãy đọc lại rồi duyệt."
        )


def submit(*, plan, by, note="", token=None):
    """Lay the draft before those who approve; an amendment of nothing, or of what ended, is not."""
    if plan.is_editable:
        demand_older_in_force(plan)
    demand_changes(plan)
    return _moved(plan, Kind.SUBMITTED, by=by, note=note, token=token)


def withdraw(*, plan, by, note="", token=None):
    """Take it back before it is approved."""
    return _moved(plan, Kind.WITHDRAWN, by=by, note=note, token=token)


def return_for_changes(*, plan, by, note, token=None):
    """Give it back with what is to be changed."""
    return _moved(plan, Kind.RETURNED, by=by, note=note, token=token)


@transaction.atomic
def approve(*, plan, by, seen, note="", token=None):
    """Approve what the approver has read: `seen` is the hash of its content (plans/versions.py)."""
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    if held.is_editable and digest(content_of(held)) != seen:
        raise ChangedSinceSeen(held)
    return _moved(plan, Kind.APPROVED, by=by, note=note, token=token, details={"content_sha256": seen})


@transaction.atomic
def cancel(*, plan, by, note, token=None):
    """End it, with the reason. A number it carries stays in the register, crossed out; what it amended counts again."""
    held = Plan.objects.select_for_update(of=("self",)).select_related("issuer", "amends", "replaces").get(pk=plan.pk)
    kind = Kind.REVOKED if held.has_left else Kind.CANCELLED  # left it has also where this form revoked it before
    event = _move_and_keep(plan, kind, by=by, note=note, token=token)
    if event is None:
        return None
    told = [(event, named_in(held) if held.has_left else ())]
    if held.has_left:
        crossed_out = {"cancelled_at": event.at, "cancelled_by": by, "cancelled_reason": note[:500]}
        RegisterEntry.objects.filter(plan=held, cancelled_at=None).update(**crossed_out)
        withdraw_tasks(held)
        follow_revocation(held, by=by, because=note)
        for older in filter(None, (held.amends, held.replaces)):
            open_tasks(older, instead_of=held)
            again = _move_and_keep(older, Kind.REINSTATED, by=by, note=f"Vì {held.number_words} bị hủy")
            told.append((again, ()))
    tell_all(told)
    return event


@transaction.atomic
def _moved(plan, kind, *, by, note="", token=None, details=None):
    event = _move_and_keep(plan, kind, by=by, note=note, token=token, details=details)
    if event:
        tell(event)
    return event


def _move_and_keep(plan, kind, *, by, note, token=None, details=None):
    event = plan._move(kind, by=by, note=note, token=token, details=details)
    if event:
        keep(Plan.objects.get(pk=plan.pk), by=by, event=event)
    return event
