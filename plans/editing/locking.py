"""What every deed does: lock the plan, refuse what is no longer a draft, merge with what others saved, leave an event.

The lock of the plan row makes writers of one plan queue, so that reading, merging and writing are one step.
"""

from django.utils import timezone

from ..merging import merge
from ..models import Plan, PlanEvent
from ..versions import keep

FORM = "form"  # in `base` and in the event: which opened form a save came from


class Refused(Exception):
    """The deed cannot be done; str() is a Vietnamese sentence for the user."""


class NotEditable(Refused):
    def __init__(self, plan):
        super().__init__(
            f"{plan.noun.capitalize()} vừa chuyển sang trạng thái “{plan.get_state_display()}” nên không sửa được nữa. "
            "Thay đổi này chưa được lưu."
        )


class OnlyPlansAsk(Refused):
    """Reports, decisions and the like tell; only a plan asks bodies for something."""

    def __init__(self):
        super().__init__("Chỉ kế hoạch giao nhiệm vụ. Muốn liệt kê nhiệm vụ, hãy chọn loại “Bảng”.")


class Gone(Refused):
    """Somebody deleted the row. `event` is that deletion, if it is known."""

    def __init__(self, event=None):
        who = f" ({event.by}, {timezone.localtime(event.at):%H:%M %d/%m/%Y})" if event else ""
        super().__init__(f"Phần này vừa bị xóa{who}.")
        self.event = event


class Contested(Exception):
    """Two people changed the same fields: nothing is written, a person decides.

    `merged` keeps the typed words, `theirs` and `version` are what the next save starts from, `event` is the last
    change by somebody.
    """

    def __init__(self, merged, *, theirs, version, event):
        super().__init__("Cùng lúc có người khác sửa phần này.")
        self.merged, self.theirs, self.version, self.event = merged, theirs, version, event


def locked(plan):
    """The plan, locked until the transaction ends. Refuses a plan that is no longer a draft."""
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    if not held.is_editable:
        raise NotEditable(held)
    return held


def locked_row(plan, rows, pk, *, ref):
    """The row `pk` of `rows`; refuses one that was deleted meanwhile."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Gone(last_event(plan, ref, kind=PlanEvent.Kind.DELETED))
    return row


def merged_with_saved(plan, *, ref, base, mine, theirs, version, together=()):
    """The values to write. Raises Contested where a person must decide."""
    merged = merge(base, mine, theirs, together=together)
    if merged.conflicts:
        event = last_event(plan, ref)
        if not _wrote_itself(event, base, merged.conflicts):
            raise Contested(merged, theirs=theirs, version=version, event=event)
    return merged


def _wrote_itself(event, base, conflicts):
    """Whether this very form stored what it now differs from: its answer was lost, and the user went on typing."""
    if event is None or FORM not in base or event.details.get(FORM) != base[FORM]:
        return False
    stored = event.details.get("after", {})
    return all(c.field in stored and stored[c.field] == c.theirs for c in conflicts)


def write(row, **values):
    """Write fields of a row and count its version up."""
    rows = type(row).objects.filter(pk=row.pk, version=row.version)
    if not rows.update(**values, version=row.version + 1):
        raise RuntimeError(f"{type(row).__name__} {row.pk} changed outside the lock of its plan")


def record(plan, kind, *, by, ref, note="", details=None, token=None, undoes=None):
    """Leave the event of a deed, the plan's words for the search, of a submitted plan a version. Called last."""
    event = PlanEvent.objects.append(
        plan=plan, kind=kind, by=by, ref=ref, note=note[:500], details=details or {}, token=token, undoes=undoes
    )
    plan.refresh_search_key()
    Plan.objects.filter(pk=plan.pk).update(changed_at=timezone.now())
    if plan.state == Plan.State.SUBMITTED:
        keep(Plan.objects.get(pk=plan.pk), by=by, event=event)
    return event


def last_event(plan, ref, *, kind=None, not_by=None):
    """The most recent event that touched a piece, of one kind or by somebody else if asked."""
    events = plan.events.filter(ref=ref).select_related("by")
    events = events.filter(kind=kind) if kind else events
    return (events.exclude(by=not_by) if not_by else events).first()


def sent_before(plan, token, what):
    """The event a form with this token already left when it added a `what` to this plan, if it was sent before."""
    event = PlanEvent.objects.filter(token=token).first() if token else None
    if event and (event.plan_id != plan.pk or what not in event.details):
        raise Refused("Mẫu này đã được gửi ở một chỗ khác. Hãy chép lại chữ bạn gõ, mở mẫu mới rồi gửi lại.")
    return event


def added_by(plan, token):
    """What the event of a form with this token says it added: {"item": …} or {"section": …}."""
    return plan.events.get(token=token).details


def changed_fields(before, after, *, base):
    """What an event keeps of an edit: the fields that changed, as they were and as they are, and the form it was."""
    names = [name for name in after if name not in before or before[name] != after[name]]
    changes = {
        "before": {name: before[name] for name in names if name in before},
        "after": {name: after[name] for name in names},
    }
    return changes | ({FORM: base[FORM]} if FORM in base else {})
