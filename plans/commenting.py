"""Comments on a plan while it is worked on: added to the whole, a piece or an item, and resolved one by one."""

from django.db import transaction
from django.utils import timezone

from .access import may_edit
from .editing.locking import Gone, Refused
from .models import Comment, Plan, PlanEvent
from .notices import tell

QUOTED = 300  # letters kept of what a comment speaks of


class NoLongerOpen(Refused):
    def __init__(self, plan):
        super().__init__(f"{plan.noun.capitalize()} không còn trong quá trình soạn, duyệt nên không góp ý được nữa.")


@transaction.atomic
def comment(*, plan, text, by, section=None, item=None, token=None):
    """Add a comment on a piece or an item (their ids), or on the whole, and tell. The same form adds it once."""
    held = _locked(plan)
    before = Comment.objects.filter(token=token, plan=held).first() if token else None
    if before:
        return before
    about = _about(held, section, item)
    made = Comment.objects.create(plan=held, text=text, by=by, token=token, quote=_quote(about), **_target(about))
    event = PlanEvent.objects.append(
        plan=held, kind=PlanEvent.Kind.COMMENTED, by=by, note=text[:500], ref=ref_of(made), details={"comment": made.pk}
    )
    tell(event)
    return made


@transaction.atomic
def resolve(*, comment, by):
    """Mark a comment as dealt with; twice is once. Returns it."""
    held = _locked(comment.plan)
    found = Comment.objects.select_for_update().get(pk=comment.pk)
    if found.resolved_at:
        return found
    if not may_resolve(by, found):
        raise Refused("Góp ý này do người khác nêu; hãy để người ấy hoặc người soạn thảo giải quyết.")
    found.resolved_at, found.resolved_by = timezone.now(), by
    found.save(update_fields=["resolved_at", "resolved_by"])
    details = {"comment": found.pk}
    event = PlanEvent.objects.append(
        plan=held, kind=PlanEvent.Kind.RESOLVED, by=by, note=found.text[:500], ref=ref_of(found), details=details
    )
    tell(event)
    return found


def may_resolve(user, comment):
    """Who wrote it, and who may edit the plan."""
    return comment.by_id == user.pk or may_edit(user, comment.plan)


def ref_of(comment):
    """Where it is on paper: "muc-12", "nhiem-vu-7"; "" for the whole, and for what is gone."""
    if comment.section_id:
        return f"muc-{comment.section_id}"
    return f"nhiem-vu-{comment.item_id}" if comment.item_id else ""


def _locked(plan):
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    if held.is_frozen:
        raise NoLongerOpen(held)
    return held


def _about(plan, section, item):
    """The piece or item with these ids, None for the whole plan."""
    rows = plan.sections if section else plan.items if item else None
    if rows is None:
        return None
    found = rows.filter(pk=section or item).first()
    if found is None:
        raise Gone
    return found


def _target(about):
    if about is None:
        return {}
    return {"item" if about._meta.model_name == "planitem" else "section": about}


def _quote(about):
    if about is None:
        return ""
    words = about.words if about._meta.model_name == "planitem" else str(about.text or about)
    return " ".join(words.split())[:QUOTED]
