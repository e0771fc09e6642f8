"""Every deed on a session locks it, checks the version and the state that were seen, and leaves an event."""

from django.db.models import F

from units.administration import Stale

from ..editing import Refused
from ..models import CouncilSession, SessionEvent
from .access import running_unit

Kind = SessionEvent.Kind
State = CouncilSession.State
NOT_NOW = {
    State.PREPARING: "Phiên họp chưa mở biểu quyết.",
    State.VOTING: "Phiên họp đang biểu quyết nên không sửa được nữa.",
    State.CLOSED: "Phiên họp đã có kết quả nên không sửa được nữa.",
    State.CANCELLED: "Phiên họp đã hủy nên không làm gì được nữa. Hãy lập phiên họp khác.",
}


def locked(session):
    """The session, locked until the transaction ends."""
    return CouncilSession.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=session.pk)


def next_version(session, version, *, state=State.PREPARING):
    """The session, locked, in the state in which the deed is done."""
    if not CouncilSession.objects.filter(pk=session.pk, version=version).update(version=F("version") + 1):
        raise Stale
    held = locked(session)
    demand(held, state)
    return held


def move_to(session, state):
    """The one door by which a session that is not closing changes its state."""
    session.state = state
    session.save(update_fields=["state"])


def demand(held, *states):
    if held.state not in states:
        raise Refused(NOT_NOW[held.state])


def tell(session, kind, by, note, details=None, *, token=None):
    SessionEvent.objects.append(
        session=session,
        kind=kind,
        by=by,
        unit=running_unit(by, session),
        note=note,
        details=details or {},
        token=token,
    )
