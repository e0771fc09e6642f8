"""What happens to a nomination that is under way: forwarded, accepted, returned, refused, withdrawn.

Each deed locks its rows, checks the version or state that was seen, leaves an event and tells whose work goes on; a
form sent twice counts once.
"""

from django.db import transaction
from django.utils import timezone

from units.access import acting_unit

from ..access import KEEPING
from ..editing import Refused
from ..models import CouncilSession, Nomination, NominationEvent
from .levels import higher, next_holder
from .locking import demand_open, lock, lock_all, sent_before, tell
from .telling import tell_back, tell_where_they_came

Kind = NominationEvent.Kind
State = Nomination.State
NOT_HERE = "Đề nghị này đang ở trạng thái “{state}” nên không làm việc này được."
AT_THE_TOP = "Đề nghị này đã đến cơ quan tổ chức đợt, không còn cấp nào để chuyển lên."
LIST_CHANGED = "Danh sách vừa thay đổi. Hãy mở lại trang này."
IN_SESSION = "Đề nghị này đang trong chương trình phiên họp {session}. Hãy đưa ra khỏi phiên họp trước."
ON_PAPER = "Đề nghị này đã có trong một văn bản của đợt. Hãy đưa ra khỏi văn bản ấy trước."


@transaction.atomic
def forward(*, nomination, version, by, note="", token=None):
    """To the next level."""
    row = lock(nomination, version=version, token=token)
    if row:
        _demand(row, State.SUBMITTED)
        _forward(row, by=by, note=note, token=token)
        tell_where_they_came([row], by=by)


@transaction.atomic
def forward_all(*, campaign, holder, ids, by, token=None):
    """All the chosen ones that a unit holds, one level up; how many went."""
    rows = lock_all(ids, campaign=campaign)
    if sent := sent_before(rows, token):
        return len(sent)
    demand_open(campaign)
    _demand_chosen(rows, holder)
    known = {}
    for row in rows:
        _forward(row, by=by, note="", token=token, known=known)
    tell_where_they_came(rows, by=by)
    return len(rows)


@transaction.atomic
def accept_all(*, campaign, holder, ids, by, token=None):
    """All the chosen ones that the round's body holds; how many were new."""
    rows = lock_all(ids, campaign=campaign)
    if sent := sent_before(rows, token):
        return len(sent)
    demand_open(campaign)
    _demand_chosen(rows, holder)
    new = [row for row in rows if not row.accepted_at]
    for row in new:
        _accept(row, by=by, note="", token=token)
    return len(new)


def _demand_chosen(rows, holder):
    """All lie before the holder. Of those that do not nothing is told: they may be somebody else's."""
    if not rows:
        raise Refused("Chưa chọn đề nghị nào. Hãy đánh dấu ít nhất một đề nghị.")
    if any(row.holder_id != holder.pk or row.state != State.SUBMITTED for row in rows):
        raise Refused(LIST_CHANGED)


def _forward(row, *, by, note, token, known=None):
    target = next_holder(row, known=known)
    if not target:
        raise Refused(AT_THE_TOP)
    unit = _acting(row, by)
    _move(row, State.SUBMITTED, holder=target)
    tell(row, Kind.FORWARDED, by=by, unit=unit, to_unit=target, note=note, token=token)


@transaction.atomic
def accept(*, nomination, version, by, note="", token=None):
    """Its holder found the dossier in order."""
    row = lock(nomination, version=version, token=token)
    if not row:
        return
    _demand(row, State.SUBMITTED)
    if row.accepted_at:
        raise Refused("Đề nghị này đã được tiếp nhận.")
    _accept(row, by=by, note=note, token=token)


def _accept(row, *, by, note, token):
    unit = _acting(row, by)
    row.accepted_at = timezone.now()
    row.version += 1
    row.save(update_fields=["accepted_at", "version"])
    tell(row, Kind.ACCEPTED, by=by, unit=unit, note=note, token=token)


@transaction.atomic
def give_back(*, nomination, version, by, note, fields, token=None):
    """To the unit that proposed it, which may change the named parts and nothing else."""
    row = lock(nomination, version=version, token=token)
    if not row:
        return
    _demand(row, State.SUBMITTED)
    _demand_free(row)
    unit = _acting(row, by)
    _move(row, State.RETURNED, holder=row.unit)
    tell(row, Kind.RETURNED, by=by, unit=unit, to_unit=row.unit, note=note, fields=list(fields), token=token)
    tell_back(row, "trả lại", note, by=by)


@transaction.atomic
def refuse(*, nomination, version, by, note, token=None):
    """It is not considered; it stays where it is."""
    row = lock(nomination, version=version, token=token)
    if not row:
        return
    _demand(row, State.SUBMITTED)
    _demand_free(row)
    unit = _acting(row, by)
    _move(row, State.REFUSED, holder=row.holder)
    tell(row, Kind.REFUSED, by=by, unit=unit, note=note, token=token)
    tell_back(row, "không xét", note, by=by)


@transaction.atomic
def withdraw(*, nomination, version, by, note, token=None):
    """By the unit that proposed it, until a council or a document has it."""
    row = lock(nomination, version=version, token=token)
    if not row:
        return
    _demand(row, State.DRAFT, State.RETURNED, State.SUBMITTED)
    _demand_free(row)
    _move(row, State.WITHDRAWN, holder=row.unit)
    tell(row, Kind.WITHDRAWN, by=by, unit=row.unit, note=note, token=token)


def arrive(row, holder):
    """Submitted: the nomination comes to a unit."""
    row.submitted_at = timezone.now()
    _move(row, State.SUBMITTED, holder=holder, also=["submitted_at", "findings", "rules_version"])


def _acting(row, by):
    """The unit from which the person acts on what the holder has."""
    unit = acting_unit(by, row.holder, *KEEPING)
    if not unit:
        raise Refused(f"Đề nghị này đang ở {row.holder}, không còn ở cơ quan bạn.")
    return unit


def _demand(row, *states):
    if row.state not in states:
        raise Refused(NOT_HERE.format(state=row.get_state_display()))


def _demand_free(row):
    """No council has it before it, no document names it."""
    open_cases = row.cases.exclude(session__state=CouncilSession.State.CLOSED).select_related("session")
    if case := open_cases.first():
        raise Refused(IN_SESSION.format(session=case.session))
    if row.lines.standing().exists():
        raise Refused(ON_PAPER)


def _move(row, to, *, holder, also=()):
    row.state, row.holder, row.arrived_at, row.accepted_at = to, holder, timezone.now(), None
    if to == State.SUBMITTED:
        row.reached_id = higher(row, holder)
    row.version += 1
    row.save(update_fields=["state", "holder", "arrived_at", "accepted_at", "reached", "version", *also])
