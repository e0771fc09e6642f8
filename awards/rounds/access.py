"""Who may do what with rounds and nominations, from the roles of units/access.py.

A round exists for the bodies it reaches: its own, those below that nominate, those above. A nomination exists for the
unit that proposes it and, from the moment it came there, for every unit on its way up; a draft for nobody else.
"""

from django.db.models import Q

from units.access import acting_unit, has_role, units_of, units_with
from units.models import Role

from ..access import KEEPING, SEEING
from ..models import Campaign

PROPOSING = (*KEEPING, Role.REPORTER)  # at the unit itself
READING = (*SEEING, Role.REPORTER)


def campaigns_visible_to(user):
    """Rounds of the units that the user's roles reach, and of those above the user's own."""
    above = {pk for unit in units_with(user, *READING) for pk in unit.ancestor_ids}
    return Campaign.objects.filter(Q(unit__in=above) | Q(unit__in=units_of(user, *SEEING)))


def may_use_campaigns(user, found=None):
    return bool(units_with(user, *READING))


def may_see_campaign(user, campaign):
    """Is it among `campaigns_visible_to`?"""
    below = any(campaign.unit_id in unit.ancestor_ids for unit in units_with(user, *READING))
    return below or has_role(user, campaign.unit, *SEEING)


def may_open_campaign(user, found=None):
    return bool(units_with(user, *KEEPING))


def may_run_campaign(user, campaign):
    """Change it, close it, decide on what came in: the offices of its body and those above it."""
    return has_role(user, campaign.unit, *KEEPING)


def running_unit(user, campaign):
    """The unit from which the user runs the round, for its events."""
    return acting_unit(user, campaign.unit, *KEEPING)


def proposing_units(user, campaign):
    """The units for which the user may nominate in the round: their own ones, the round's body or below it."""
    units = units_with(user, *PROPOSING)
    return list(dict.fromkeys(unit for unit in units if campaign.unit_id in unit.ancestor_ids))


def may_propose(user, campaign):
    return bool(proposing_units(user, campaign))


def passing_units(user, campaign):
    """The units from which the user passes on what came up: their own on the way to the round's body, or that body."""
    units = [unit for unit in units_with(user, *KEEPING) if campaign.unit_id in unit.ancestor_ids]
    if not any(unit.pk == campaign.unit_id for unit in units) and may_run_campaign(user, campaign):
        units.append(campaign.unit)
    return list(dict.fromkeys(units))


def may_pass_on(user, campaign):
    return bool(passing_units(user, campaign))


def nominations_of(user, campaign):
    """What the user's own units propose in a round, and what came to them; its body's offices see all that came there.

    From the index of the round alone: all its units stand below its body.
    """
    line = set(campaign.unit.ancestor_ids)
    seen = Q(unit__in=[unit.pk for unit in units_with(user, *READING)])
    for unit in units_with(user, *SEEING):
        if unit.pk in line:
            seen |= Q(reached=campaign.unit)
        elif campaign.unit_id in unit.ancestor_ids:
            seen |= Q(unit__path__startswith=unit.path) & Q(reached__in=unit.ancestor_ids)
    return campaign.nominations.filter(seen)


def may_see_nomination(user, nomination):
    """Is it among `nominations_of` its round?"""
    if nomination.unit_id in {unit.pk for unit in units_with(user, *READING)}:
        return True
    return _came_to(nomination, units_with(user, *SEEING))


def may_work_on_nomination(user, nomination):
    """Change it, submit it, withdraw it: the unit that proposes it."""
    return nomination.unit_id in {unit.pk for unit in units_with(user, *PROPOSING)}


def may_decide_on_nomination(user, nomination):
    """Forward, accept, return or refuse it: the offices it came to, and those above its round. Whether it is still
    with them the deed asks, under lock, so that a form sent twice is no offence.
    """
    own_body = nomination.unit_id == nomination.campaign.unit_id
    units = [unit for unit in units_with(user, *KEEPING) if own_body or unit.pk != nomination.unit_id]
    return nomination.reached_id is not None and _came_to(nomination, units)


def holds_nomination(user, nomination):
    """Is it now with the user's office, or with one below that?"""
    return has_role(user, nomination.holder, *KEEPING)


def _came_to(nomination, units):
    """Did it come to one of the units; where it came to the body of its round, that is to all above."""
    above, reached = set(nomination.unit.ancestor_ids), nomination.reached_id
    came_to_all = reached == nomination.campaign.unit_id
    return any(unit.pk in above and (came_to_all or reached in unit.ancestor_ids) for unit in units)
