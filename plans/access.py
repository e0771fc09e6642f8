"""Who may see, edit and issue a plan, built on the roles of units/access.py."""

from units.access import has_role, memberships, units_of
from units.models import Role

from .models import Plan

OFFICE_ROLES = (Role.EDITOR, Role.APPROVER, Role.CLERK, Role.SECRETARY, Role.ADMINISTRATOR)


def visible_to(user):
    """Plans issued by the units the user's office roles reach, and issued plans that name a unit of the user."""
    own = Plan.objects.filter(issuer__in=units_of(user, *OFFICE_ROLES).values("pk"))
    units = {held.unit for held in memberships(user)}
    named = Plan.objects.issued().assigned_to(units)
    return Plan.objects.filter(pk__in=own.values("pk")) | Plan.objects.filter(pk__in=named.values("pk"))


def may_view(user, plan):
    return visible_to(user).filter(pk=plan.pk).exists()


def may_edit(user, plan):
    """Editors of the issuer (or above it) edit drafts."""
    return plan.is_editable and has_role(user, plan.issuer, Role.EDITOR)


def may_record_issued(user, plan):
    """The clerk of the issuer, or its editor, records that the plan left the office."""
    return plan.is_editable and has_role(user, plan.issuer, Role.CLERK, Role.EDITOR)


def issuers_for(user):
    """The units a user may write plans for."""
    return units_of(user, Role.EDITOR)
