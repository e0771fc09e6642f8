"""Who keeps movements, who sees them: the offices of awards at the body that follows one, and above it."""

from units.access import acting_unit, has_role, units_of

from ..access import KEEPING, SEEING
from ..models import Movement


def movements_visible_to(user):
    return Movement.objects.filter(unit__in=units_of(user, *SEEING), removed_at=None)


def may_see_movement(user, movement):
    """Is it among `movements_visible_to`, or was it taken out there?"""
    return has_role(user, movement.unit, *SEEING)


def may_keep_movement(user, movement):
    """Who may change it or take it out."""
    return movement.removed_at is None and has_role(user, movement.unit, *KEEPING)


def keeping_unit(user, movement):
    """The unit from which the user keeps it, for its events."""
    return acting_unit(user, movement.unit, *KEEPING)
