"""Issuing a plan of 35 items that is given to every commune of the country: 119,000 tasks."""

from django.conf import settings
from django.utils import timezone

from bench.dataset import ITEMS
from bench.figures import Figure, seconds
from plans.issuing import issue
from plans.kinds import AssignmentRole, ItemStyle, SectionKind
from plans.models import Assignment, ItemLayout, Plan, PlanItem, Section
from plans.moving import approve, submit
from plans.versions import content_of, digest
from units.models import Area, Membership, Role, Unit, UnitGroup, User


def run():
    unit = Unit.objects.earliest("pk")
    settings.SEND_MAIL = True
    _reporters()
    plan = approved(unit)
    yield Figure(
        "issuing to 3,400 bodies, seconds", seconds(lambda: issue(plan, signed_on=timezone.localdate(), by=None)), 10
    )
    yield Figure("tasks made", plan.tasks.count(), None)


def approved(unit):
    """An approved plan whose every item names all bodies, through a group by rule."""
    country = Area.objects.get(code="viet-nam")
    rule = {"member_kind": Unit.Kind.PEOPLES_COMMITTEE, "member_level": Area.Level.PROVINCE, "area": country}
    group = UnitGroup.objects.create(name="Ủy ban nhân dân các xã", membering="rule", **rule)
    plan = _plan(unit, group)
    editor, approver = (_person(role, unit) for role in (Role.EDITOR, Role.APPROVER))
    submit(plan=plan, by=editor)
    approve(plan=plan, by=approver, seen=digest(content_of(plan)))
    return Plan.objects.select_related("issuer__area__parent").get(pk=plan.pk)


def _plan(unit, group):
    today = timezone.localdate()
    plan = Plan.objects.create(
        code="bench-opening",
        issuer=unit,
        year=today.year,
        subject="Triển khai công tác thi đua, khen thưởng",
        issuer_lines=unit.name.upper(),
        symbol="KH-UBND",
        place=unit.area.name,
        signed_year=today.year,
        recipients="Như trên\nLưu: VT",
        authority_lines="TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        signer_name="Trần Văn Bình",
    )
    section = Section.objects.create(plan=plan, position=1, kind=SectionKind.ITEMS)
    ItemLayout.objects.create(section=section, style=ItemStyle.TABLE)
    items = PlanItem.objects.bulk_create(
        PlanItem(plan=plan, section=section, position=n + 1, quarter=n % 4 + 1, text=f"Việc {n + 1}")
        for n in range(ITEMS)
    )
    role = AssignmentRole.RESPONSIBLE
    Assignment.objects.bulk_create(
        Assignment(item=item, position=1, role=role, printed=group.name, group=group) for item in items
    )
    return plan


def _reporters():
    """Somebody with an e-mail address at every body, who is told."""
    units = list(Unit.objects.order_by("pk"))
    people = User.objects.bulk_create(
        User(username=f"opening-{unit.pk}", full_name="Người nhận", email=f"{unit.pk}@example.vn") for unit in units
    )
    Membership.objects.bulk_create(
        Membership(user=user, unit=unit, role=Role.REPORTER) for user, unit in zip(people, units, strict=True)
    )


def _person(role, unit):
    user = User.objects.create_user(f"opening-{role}", full_name=role.label)
    Membership.objects.create(user=user, unit=unit, role=role)
    return user
