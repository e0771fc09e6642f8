"""Who may see, edit and issue a plan, built on the roles of units/access.py."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from units.access import has_role, units_of, units_with
from units.models import Role, Succession, Unit, UnitGroup

from .models import Plan, PlanEvent, PlanItem, PlanReading, Task
from .models.moves import LEFT_THE_OFFICE, MOVES, State

Kind = PlanEvent.Kind

OFFICE_ROLES = (Role.EDITOR, Role.APPROVER, Role.CLERK, Role.SECRETARY, Role.ADMINISTRATOR)


def visible_to(user):
    """Plans of the units the user's office roles reach, and issued ones that ask something of a unit the user follows.

    Those that name it, directly or through a group, and those of which an open address was given to it.
    """
    followed = units_followed(user)
    given = Task.objects.exclude(given_from=None).filter(unit__in=followed).order_by()
    asked = _naming(followed) | Q(pk__in=given.values("plan"))
    return Plan.objects.filter(Q(issuer__in=units_of(user, *OFFICE_ROLES)) | Q(asked, state__in=LEFT_THE_OFFICE))


def _naming(units):
    """The condition that a plan names one of the units (a queryset), directly or through a group.

    Units and groups are asked apart: for both at once PostgreSQL reads the items of all plans.
    """
    groups = list(UnitGroup.holding_any(units).values_list("pk", flat=True))
    items = PlanItem.objects.order_by()
    directly = Q(pk__in=items.filter(assignments__unit__in=units).values("plan"))
    through_groups = Q(pk__in=items.filter(assignments__group__in=groups).values("plan"))
    return directly | through_groups if groups else directly


def units_followed(user):
    """The units whose tasks are the user's business: those any role reaches, and those they took over from."""
    reached = units_of(user)
    inherited = list(Succession.objects.filter(successor__in=reached).values_list("predecessor", flat=True))
    return reached | Unit.objects.filter(pk__in=inherited)  # one plain condition, which databases know how to estimate


def may_view(user, plan):
    """Is the plan among `visible_to`? Asked on every page: the database only where roles do not tell."""
    if has_role(user, plan.issuer, *OFFICE_ROLES):
        return True
    return plan.has_left and visible_to(user).filter(pk=plan.pk).exists()


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
    return visible_to(user).filter(_naming(Unit.objects.filter(pk=unit.pk))).exists()


def may_edit(user, plan):
    """Editors of the issuer (or above it) edit what is not approved; who is to approve it may mend it too."""
    submitted = plan.state == State.SUBMITTED
    return plan.is_editable and has_role(user, plan.issuer, Role.EDITOR, *([Role.APPROVER] if submitted else []))


def may_open_editor(user, plan):
    """`may_edit`, saying why where only the state of the plan forbids it."""
    if not plan.is_editable and has_role(user, plan.issuer, Role.EDITOR):
        raise PermissionDenied(_why_not(plan))
    return may_edit(user, plan)


def _why_not(plan):
    this = f"{plan.noun.capitalize()} này"
    if plan.state == State.APPROVED:
        return f"{this} đã duyệt nên không sửa được nữa. Muốn sửa, hãy nhờ lãnh đạo hoặc văn thư trả lại."
    ended = f"{this} đã bỏ." if plan.state == State.CANCELLED else f"{this} đã ban hành nên không sửa được nữa."
    if plan.is_report:
        return f"{ended} Muốn báo cáo lại, hãy mở trang kế hoạch được báo cáo rồi chọn “Lập báo cáo”."
    if not plan.is_plan:
        return f"{ended} Muốn lập lại, hãy mở trang của đợt khen thưởng."
    if plan.state == State.CANCELLED:
        return f"{ended} Muốn làm lại, hãy mở trang kế hoạch rồi chọn “Chép thành kế hoạch mới”."
    return (
        f"{ended} Muốn đổi nội dung, hãy mở trang kế hoạch rồi chọn “Điều chỉnh, bổ sung”; muốn soạn kế hoạch mới từ "
        "nội dung này, hãy chọn “Chép thành kế hoạch mới”."
    )


def may_take_part(user, plan):
    """Who works on the plan at its issuer or above: they read its versions and comments and are told of its moves."""
    return has_role(user, plan.issuer, *OFFICE_ROLES)


def may_submit(user, plan):
    """Editors lay a plan before those who approve, and take it back."""
    return has_role(user, plan.issuer, *MOVES[Kind.SUBMITTED].roles)


def may_approve(user, plan):
    return has_role(user, plan.issuer, *MOVES[Kind.APPROVED].roles)


def may_return(user, plan):
    return has_role(user, plan.issuer, *MOVES[Kind.RETURNED].roles)


def may_cancel(user, plan):
    """Before it is issued those who work on it; afterwards who approves or issues."""
    return has_role(user, plan.issuer, *MOVES[Kind.REVOKED if plan.has_left else Kind.CANCELLED].roles)


def may_issue(user, plan):
    """The clerk of the issuer gives number and date, and records what left on paper (once: plans/issuing.py)."""
    return has_role(user, plan.issuer, *MOVES[Kind.ISSUED].roles)


def may_see_register(user, unit):
    """The register of outgoing documents is open to the office that sends them, and above it."""
    return has_role(user, unit, *OFFICE_ROLES)


def may_set_series(user, unit):
    """The administrator of a body, or above it, says which series of numbers it has."""
    return has_role(user, unit, Role.ADMINISTRATOR)


def may_amend(user, plan):
    """Editors of the issuer begin what amends or replaces an issued plan."""
    return has_role(user, plan.issuer, Role.EDITOR)


def may_keep_register(user, unit):
    """The clerk of a body, or above it, keeps its register of outgoing documents."""
    return has_role(user, unit, Role.CLERK)


def issuers_for(user):
    """The units a user may write plans for."""
    return units_of(user, Role.EDITOR)


def may_create(user):
    """Whether there is a unit the user may write a plan for: one of `issuers_for`, at least the one of the role."""
    return bool(units_with(user, Role.EDITOR))


def readings_visible_to(user):
    """Readings that wait to be confirmed at the units a user writes for."""
    return PlanReading.objects.filter(office__in=units_of(user, Role.EDITOR))


def may_review(user, reading):
    """Editors of the office that reviews it, or above it."""
    return has_role(user, reading.office, Role.EDITOR)
