"""Who may report on a task, look after a plan's progress, lead an item, and see what others reported.

Where a right lets somebody act, a function `unit_…` says from which body; the right and the history cannot disagree.
"""

from units.access import acting_unit, has_role, units_of
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


def unit_reporting(user, unit):
    """The body from which the user reports for `unit`: itself, one above it, or one that took over from it."""
    if own := acting_unit(user, unit, Role.REPORTER):
        return own
    successors = (succession.successor for succession in unit.successions_out.select_related("successor"))
    found = (acting_unit(user, successor, Role.REPORTER) for successor in successors)
    return next(filter(None, found), None)


def may_report_for(user, unit):
    """Reporters of the body, above it, or of a body that took over from it."""
    return unit_reporting(user, unit) is not None


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


def unit_leading(user, task):
    """The body from which the user looks after a task's item: the plan's office, or one that leads the item."""
    if office := acting_unit(user, task.plan.issuer, *OVERSEEING):
        return office
    leads = Task.objects.standing().filter(item=task.item_id, role=AssignmentRole.LEAD).exclude(unit=None)
    found = (unit_reporting(user, lead.unit) for lead in leads.select_related("unit"))
    return next(filter(None, found), None)


def may_lead(user, task):
    """Closes the item and gives its open addresses: the plan's office, or a reporter of a body that leads the item."""
    return unit_leading(user, task) is not None


def unit_acting(user, task, *, for_itself):
    """The body from which the user does a deed on a task: `for_itself` as its own body, else as who leads its item."""
    own = unit_reporting(user, task.unit) if for_itself and task.unit else None
    return own or unit_leading(user, task)


def may_see_reports(user, task):
    """The words and files of a report: the body itself, who leads the item, who works at the plan's issuer."""
    own = task.unit_id is not None and may_report_for(user, task.unit)
    return own or may_lead(user, task)


def may_see_task(user, task):
    """Who may see the plan sees how far each task is; a body its own, whatever became of the plan."""
    return may_view(user, task.plan) or may_ask_extension(user, task)
