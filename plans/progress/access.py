"""Who may report on a task, look after a plan's progress, lead an item, and see what others reported."""

from units.access import has_role, units_of
from units.models import Role, Succession

from ..access import may_view
from ..kinds import AssignmentRole
from ..models import Task

OVERSEEING = (Role.EDITOR, Role.APPROVER)


def may_oversee(user, plan):
    """The office of the plan: returns reports, extends, reports on a unit's behalf, gives open addresses."""
    return has_role(user, plan.issuer, *OVERSEEING)


def may_oversee_task(user, task):
    return may_oversee(user, task.plan)


def may_report_for(user, unit):
    """Reporters of the body, above it, or of a body that took over from it."""
    if has_role(user, unit, Role.REPORTER):
        return True
    successions = unit.successions_out.select_related("successor")
    return any(has_role(user, succession.successor, Role.REPORTER) for succession in successions)


def units_reported_for(user):
    """Ids of the bodies a user reports for, those they took over from too."""
    reached = units_of(user, Role.REPORTER)
    inherited = Succession.objects.filter(successor__in=reached).values_list("predecessor", flat=True)
    return {*reached.values_list("pk", flat=True), *inherited}


def may_report(user, task):
    """The task's own body; or the plan's office on its behalf."""
    return task.unit_id is not None and (may_report_for(user, task.unit) or may_oversee(user, task.plan))


def may_ask_extension(user, task):
    """Those who report for the task's own body."""
    return task.unit_id is not None and may_report_for(user, task.unit)


def reports_on_behalf(user, task):
    """Whether a report by this user stands for a body that is not theirs."""
    return not may_report_for(user, task.unit)


def may_lead(user, task):
    """Closes the item and gives its open addresses: the plan's office, or a reporter of a body that leads the item."""
    if may_oversee(user, task.plan):
        return True
    leads = Task.objects.standing().filter(item=task.item_id, role=AssignmentRole.LEAD).exclude(unit=None)
    return any(may_report_for(user, lead.unit) for lead in leads.select_related("unit"))


def may_see_reports(user, task):
    """The words and files of a report: the body itself, who leads the item, who works at the plan's issuer."""
    own = task.unit_id is not None and may_report_for(user, task.unit)
    return own or may_lead(user, task)


def may_see_task(user, task):
    """Who may see the plan sees how far each task is; a body its own, whatever became of the plan."""
    return may_view(user, task.plan) or may_ask_extension(user, task)
