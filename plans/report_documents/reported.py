"""The plan a report speaks of, through its amendments: tasks stand at the one in force."""

from django.db.models import Q

from ..models import Plan
from ..models.moves import LEFT_THE_OFFICE, UNDER_WAY, State

_PASSED_ON = (State.AMENDED, State.REPLACED)


def reported_on(report):
    """The plan whose tasks a report counts: the one it was begun on, or what amended or replaced it last."""
    return newest_of(Plan.objects.select_related("issuer").get(pk=report.report_of_id))


def newest_of(plan):
    """The plan itself, or what amended or replaced it last."""
    while plan.state in _PASSED_ON:
        led_to = Plan.objects.filter(Q(amends=plan) | Q(replaces=plan), state__in=LEFT_THE_OFFICE)
        later = led_to.select_related("issuer").order_by("-pk").first()
        if later is None:
            break
        plan = later
    return plan


def line_of(plan):
    """Ids of the plan and of all it amends or replaces, one after the other."""
    while plan:
        yield plan.pk
        plan = plan.amends or plan.replaces


def report_under_way(plan, period):
    """The report of this period that is being written, or None; also one begun before the plan was amended."""
    reports = Plan.objects.filter(report_of__in=[*line_of(plan)], period=period, state__in=UNDER_WAY)
    return reports.order_by("pk").first()
