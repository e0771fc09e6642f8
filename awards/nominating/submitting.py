"""A unit's whole list goes up at once: what is missing is said of each, findings are frozen with it."""

from django.db import transaction
from django.utils import timezone

from ..editing import Refused
from ..eligibility.checking import keep
from ..models import Nomination, NominationEvent
from .levels import next_holder
from .locking import demand_open, lock_all, sent_before, tell
from .missing import judge
from .moving import arrive
from .telling import tell_where_they_came

State = Nomination.State


class Incomplete(Refused):
    """Some of the list may not go up. `faults`: by the id of the nomination what is missing, as sentences."""

    def __init__(self, faults):
        super().__init__(f"{len(faults)} đề nghị chưa trình được; thiếu gì ghi dưới từng đề nghị.")
        self.faults = faults


@transaction.atomic
def submit(*, campaign, unit, ids, by, token=None):
    """The chosen drafts and returned ones of a unit, all or none; how many went. Who gets them is told."""
    rows = lock_all(ids, campaign=campaign, unit=unit)
    sent = sent_before(rows, token)
    if sent:
        return len(sent)
    demand_open(campaign)
    if not rows:
        raise Refused("Chưa chọn đề nghị nào. Hãy đánh dấu ít nhất một đề nghị.")
    if gone := next((row for row in rows if not row.is_editable), None):
        raise Refused(f"Đề nghị cho {gone.nominee} đang ở trạng thái “{gone.get_state_display()}”. Hãy mở lại trang.")
    judgement = judge(rows)
    if judgement.missing:
        raise Incomplete(judgement.missing)
    known = {}
    for row in rows:
        _submit(row, judgement, by=by, token=token, known=known)
    keep(judgement.findings)
    tell_where_they_came(rows, by=by)
    return len(rows)


def late_words(campaign, *, on):
    """ "trình muộn 3 ngày"; nothing in time."""
    days = (on - campaign.due_on).days
    return f"trình muộn {days} ngày" if days > 0 else ""


def _submit(row, judgement, *, by, token, known):
    target = next_holder(row, known=known) or row.holder
    row.findings, row.rules_version = judgement.findings.get(row.pk, []), judgement.rules_version
    late = late_words(row.campaign, on=timezone.localdate())
    note = f"Trình {target}{f' ({late})' if late else ''}"
    arrive(row, target)
    kind = NominationEvent.Kind.SUBMITTED
    tell(row, kind, by=by, unit=row.unit, to_unit=target, note=note, token=token, details={"late": late})
