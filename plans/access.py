"""Who may see, edit and issue a plan, built on the roles of units/access.py."""

from django.db.models import Q

from units.access import has_role, units_of
from units.models import Role, Succession, Unit

from .models import Plan

OFFICE_ROLES = (Role.EDITOR, Role.APPROVER, Role.CLERK, Role.SECRETARY, Role.ADMINISTRATOR)


def visible_to(user):
    """Plans issued by the units the user's office roles reach, and issued plans that name a unit the user follows."""
    named = Plan.objects.issued().assigned_to(units_followed(user))
    return Plan.objects.filter(Q(issuer__in=units_of(user, *OFFICE_ROLES)) | Q(pk__in=named.values("pk")))


def units_followed(user):
    """The units whose tasks are the user's business: those any role reaches, and those they took over from."""
    reached = units_of(user)
    inherited = Succession.objects.filter(successor__in=reached).values("predecessor")
    return Unit.objects.filter(Q(pk__in=reached.values("pk")) | Q(pk__in=inherited))


def may_view(user, plan):
    return visible_to(user).filter(pk=plan.pk).exists()


def may_see_tasks(user, unit):
    """Those who work at the unit, above it or at its successor, and those who may see a plan that names it."""
    followed = units_followed(user).filter(pk=unit.pk).exists()
    return followed or visible_to(user).assigned_to(Unit.objects.filter(pk=unit.pk)).exists()


def may_edit(user, plan):
    """Editors of the issuer (or above it) edit drafts."""
    return plan.is_editable and has_role(user, plan.issuer, Role.EDITOR)


def may_record_issued(user, plan):
    """The clerk of the issuer, or its editor, records that the plan left the office."""
    return plan.is_editable and has_role(user, plan.issuer, Role.CLERK, Role.EDITOR)


def issuers_for(user):
    """The units a user may write plans for."""
    return units_of(user, Role.EDITOR)
