"""Who may see, edit and issue a plan, built on the roles of units/access.py."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from units.access import has_role, units_of
from units.models import Role, Succession, Unit, UnitGroup

from .models import Plan, PlanItem, PlanReading

OFFICE_ROLES = (Role.EDITOR, Role.APPROVER, Role.CLERK, Role.SECRETARY, Role.ADMINISTRATOR)


def visible_to(user):
    """Plans issued by the units the user's office roles reach, and issued plans that name a unit the user follows."""
    named = Q(state=Plan.State.ISSUED, pk__in=_plans_naming(units_followed(user)))
    return Plan.objects.filter(Q(issuer__in=units_of(user, *OFFICE_ROLES)) | named)


def _plans_naming(units):
    """Ids of the plans that name one of the units (a queryset), directly or through a group."""
    groups = list(UnitGroup.holding_any(units).values_list("pk", flat=True))
    named = Q(assignments__unit__in=units)
    if groups:
        named |= Q(assignments__group__in=groups)
    return PlanItem.objects.filter(named).order_by().values("plan")


def units_followed(user):
    """The units whose tasks are the user's business: those any role reaches, and those they took over from."""
    reached = units_of(user)
    inherited = Succession.objects.filter(successor__in=reached).values("predecessor")
    return Unit.objects.filter(Q(pk__in=reached.values("pk")) | Q(pk__in=inherited))


def may_view(user, plan):
    """Is the plan among `visible_to`? Asked on every page: the database only where roles do not tell."""
    if has_role(user, plan.issuer, *OFFICE_ROLES):
        return True
    return not plan.is_editable and visible_to(user).filter(pk=plan.pk).exists()


def follows(user, unit):
    """Is the unit one of `units_followed`? Mostly answered without a query."""
    if has_role(user, unit):
        return True
    successions = unit.successions_out.select_related("successor")
    return any(has_role(user, succession.successor) for succession in successions)


def may_see_tasks(user, unit):
    """Those who work at the unit, above it or at its successor, and those who may see a plan that names it."""
    if follows(user, unit):
        return True
    return visible_to(user).filter(pk__in=_plans_naming(Unit.objects.filter(pk=unit.pk))).exists()


def visible_naming(user, unit, plans):
    """Of plans that name the unit those the user may see: what `visible_to` says, quickly for the unit's own people."""
    if follows(user, unit):
        return plans.filter(Q(state=Plan.State.ISSUED) | Q(issuer__in=units_of(user, *OFFICE_ROLES)))
    return plans.filter(pk__in=visible_to(user).values("pk"))


def may_edit(user, plan):
    """Editors of the issuer (or above it) edit drafts."""
    return plan.is_editable and has_role(user, plan.issuer, Role.EDITOR)


def may_open_editor(user, plan):
    """`may_edit`, saying why where only the state of the plan forbids it."""
    if not plan.is_editable and has_role(user, plan.issuer, Role.EDITOR):
        raise PermissionDenied(
            "Kế hoạch này đã ban hành nên không sửa được nữa. Muốn soạn kế hoạch mới từ nội dung này, "
            "hãy mở trang kế hoạch rồi bấm “Chép thành kế hoạch mới”."
        )
    return may_edit(user, plan)


def may_record_issued(user, plan):
    """The clerk of the issuer, or its editor, records that the plan left the office (once: plans/issuing.py)."""
    return has_role(user, plan.issuer, Role.CLERK, Role.EDITOR)


def issuers_for(user):
    """The units a user may write plans for."""
    return units_of(user, Role.EDITOR)


def may_create(user):
    """Whether there is a unit the user may write a plan for."""
    return issuers_for(user).exists()


def readings_visible_to(user):
    """Readings that wait to be confirmed at the units a user writes for."""
    return PlanReading.objects.filter(office__in=units_of(user, Role.EDITOR))


def may_review(user, reading):
    """Editors of the office that reviews it, or above it."""
    return has_role(user, reading.office, Role.EDITOR)
