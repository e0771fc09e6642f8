"""Which plan of a level above a plan carries out. It is not printed, so it may be said of an issued plan too."""

from django.db import transaction
from django.db.models import Q

from ..models import Plan, PlanEvent
from ..models.moves import IN_FORCE, UNDER_WAY
from .locking import Refused, changed_fields


def superiors_of(plan):
    """Plans in force of the same year, of bodies above its issuer or in the areas above."""
    issuer = plan.issuer
    above = Q(issuer__in=issuer.ancestor_ids) | Q(issuer__area__in=[area.pk for area in issuer.area.ancestors()])
    found = Plan.objects.filter(above, state__in=IN_FORCE, year=plan.year, genus=Plan.Genus.PLAN).exclude(issuer=issuer)
    return found.select_related("issuer__area").order_by("issuer__sort_key", "pk")


@transaction.atomic
def carry_out(*, plan, superior, by, seen=None):
    """Say which plan it carries out; None: none. `seen`: code of the one the form showed, "" for none.

    In order: lock both; refuse what somebody set meanwhile, a plan that counts no more, and what is no plan of a
    level above; the column; the event. Returns the event, None where nothing changed.
    """
    held, superior = _locked(plan, superior)
    before = held.carries_out.code if held.carries_out else ""
    if seen is not None and seen != before:
        raise Refused("Vừa có người khác chọn kế hoạch cấp trên. Hãy xem lại rồi chọn lại nếu cần.")
    _demand_fit(held, superior)
    changes = changed_fields({"carries_out": before}, {"carries_out": superior.code if superior else ""}, base={})
    if not changes["after"]:
        return None
    Plan.objects.filter(pk=held.pk).update(carries_out=superior)
    note = f"Triển khai Kế hoạch {superior.number_words} của {superior.issuer}" if superior else "Không triển khai nữa"
    return PlanEvent.objects.append(
        plan=held, kind=PlanEvent.Kind.EDITED, by=by, note=note[:500], ref="trien-khai", details=changes
    )


def _locked(plan, superior):
    """Both as they are now, locked in the order of their ids, so that no two make a circle."""
    ids = [plan.pk, superior.pk] if superior else [plan.pk]
    rows = Plan.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    rows = rows.select_related("issuer__area__parent", "carries_out")
    found = {row.pk: row for row in rows.filter(pk__in=ids)}
    return found[plan.pk], superior and found[superior.pk]


def _demand_fit(plan, superior):
    if not plan.is_plan or plan.state not in (*UNDER_WAY, *IN_FORCE):
        raise Refused("Kế hoạch này không còn hiệu lực nên không chọn được kế hoạch cấp trên nữa.")
    if superior is None:
        return
    if plan.pk in _line_above(superior):
        raise Refused("Kế hoạch được chọn chính là kế hoạch này hoặc đang triển khai kế hoạch này. Hãy chọn cái khác.")
    if not superiors_of(plan).filter(pk=superior.pk).exists():
        raise Refused(f"Hãy chọn một kế hoạch năm {plan.year} của cấp trên đang có hiệu lực.")


def _line_above(plan):
    """Ids of the plan, of the one it carries out, and so on up."""
    ids = []
    while plan and plan.pk not in ids:
        ids.append(plan.pk)
        plan = plan.carries_out
    return ids
