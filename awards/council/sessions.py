"""A session is begun, what is said of it changed; one that will not be held is cancelled."""

from django.db import IntegrityError, transaction

from ..models import CouncilSession, SessionEvent
from .agenda import apply_rules, take_off
from .conflicts import find_conflicts
from .locking import Kind, State, move_to, next_version, tell


def begin_session(*, campaign, values, token, by):
    """A new session of the council of the round's body. The form sent again gives the session it made."""
    try:
        with transaction.atomic():
            session = CouncilSession.objects.create(campaign=campaign, unit=campaign.unit, **values)
            tell(session, Kind.BEGUN, by, f"Lập phiên họp cho đợt {campaign}", token=token)
            return session
    except IntegrityError:
        before = SessionEvent.objects.filter(token=token, by=by).select_related("session").first()
        if not before:
            raise
        return before.session


@transaction.atomic
def change_session(*, session, values, version, by):
    """Name, day and place. With another day other rules may hold for the cases."""
    held = next_version(session, version)
    before = {name: str(getattr(held, name)) for name in values if getattr(held, name) != values[name]}
    for name, value in values.items():
        setattr(held, name, value)
    held.save(update_fields=list(values))
    apply_rules(held)
    find_conflicts(held)
    tell(held, Kind.CHANGED, by, "Sửa thông tin phiên họp", before)


@transaction.atomic
def cancel_session(*, session, reason, version, by):
    """Begun by mistake, or not to be held: its cases are free for another session, what was done stays told."""
    held = next_version(session, version)
    cases = list(held.cases.values_list("nomination", flat=True))
    take_off(held.cases.all())
    move_to(held, State.CANCELLED)
    tell(held, Kind.CANCELLED, by, f"Hủy phiên họp: {reason}", {"removed": cases})
