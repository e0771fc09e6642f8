"""Who may do what with a council's session: offices of its body run it, its members see it and vote."""

from django.db.models import Q

from units.access import acting_unit, has_role, units_of, units_with

from ..access import KEEPING, SEEING
from ..models import CouncilSession, SessionMember


def sessions_visible_to(user):
    """Sessions of the bodies that the user's roles reach, and those the user sits in."""
    own = SessionMember.objects.filter(user=user).values("session")
    return CouncilSession.objects.filter(Q(unit__in=units_of(user, *SEEING)) | Q(pk__in=own))


def may_use_sessions(user, found=None):
    return bool(units_with(user, *SEEING)) or SessionMember.objects.filter(user=user).exists()


def may_see_session(user, session):
    """Is it among `sessions_visible_to`?"""
    return has_role(user, session.unit, *SEEING) or bool(seat_of(user, session))


def may_run_session(user, session):
    return has_role(user, session.unit, *KEEPING)


def may_vote(user, session):
    """Sits in it; whether there is something to vote on now, the page says."""
    return bool(seat_of(user, session))


def may_recuse(user, session):
    return may_run_session(user, session) or may_vote(user, session)


def running_unit(user, session):
    """The unit from which the user runs it, for its events; None for a member who acts as such."""
    return acting_unit(user, session.unit, *KEEPING)


def seat_of(user, session):
    """The user's own seat, read once and kept on the row: a page asks several times."""
    if not hasattr(session, "_seat"):
        session._seat = session.members.filter(user=user).first()
    return session._seat
