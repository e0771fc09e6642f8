"""What the office of a plan sets for its reminders and what a person wants to hear no more; when the next ones go out.

A change of the rule leaves an event of the plan. Whether a person is reminded is that person's own affair.
"""

from collections import Counter
from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from thiduakhenthuong.working_days import is_working_day

from ..editing.locking import Refused, changed_fields
from ..models import MutedPlan, Plan, PlanEvent, Reminder, RemindingRule, Task
from ..models.moves import IN_FORCE
from .reminder_days import Rule, parse_days, reason, reasons_words

FIELDS = ("days_before", "on_the_day", "weekly_late")
_LOOKED_AHEAD = 120  # days


class SetMeanwhile(Refused):
    def __init__(self):
        super().__init__("Vừa có người khác đổi cách nhắc việc. Dưới đây là giá trị mới; hãy sửa lại nếu cần.")


def rule_values(plan):
    """What is set for a plan, or the usual values."""
    row = RemindingRule.objects.filter(plan=plan).first() or RemindingRule(plan=plan)
    return {name: getattr(row, name) for name in FIELDS}


def stamp_of(values):
    """By which a form tells that the values changed since it was opened."""
    return "|".join(str(values[name]) for name in FIELDS)


def rule_in(values):
    """Stored values as the pure functions take them."""
    return Rule(parse_days(values["days_before"]), on_the_day=values["on_the_day"], weekly_late=values["weekly_late"])


def rules_by_plan():
    """The rules that were set, by the id of their plan; for all others the usual one counts."""
    return {row["plan"]: rule_in(row) for row in RemindingRule.objects.values("plan", *FIELDS)}


@transaction.atomic
def set_rule(*, plan, values, by, seen=None):
    """When its units are reminded. `seen`: stamp of what the form showed. The event; None where nothing changed."""
    held = Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    before = rule_values(held)
    if seen is not None and seen != stamp_of(before):
        raise SetMeanwhile
    changes = changed_fields(before, values, base={})
    if not changes["after"]:
        return None
    RemindingRule.objects.update_or_create(plan=held, defaults=values)
    note = "Sửa cách nhắc việc"
    return PlanEvent.objects.append(plan=held, kind=PlanEvent.Kind.EDITED, by=by, note=note, details=changes)


def is_muted(user, plan):
    """Whether the person wants no reminders of the plan."""
    return MutedPlan.objects.filter(user=user, plan=plan).exists()


def mute(*, plan, user):
    """No reminders of this plan to this person from now on. Asked twice, it is done once."""
    MutedPlan.objects.get_or_create(user=user, plan=plan)


def unmute(*, plan, user):
    """Reminders again."""
    MutedPlan.objects.filter(user=user, plan=plan).delete()


def plans_to_choose(user):
    """Plans in force the person was last reminded of or muted, as (plan, whether it is muted). Three queries."""
    last = Reminder.objects.filter(user=user).order_by("-sent_on").first()
    muted = set(MutedPlan.objects.filter(user=user).values_list("plan", flat=True))
    said = Plan.objects.filter(Q(tasks__in=last.tasks if last else []) | Q(pk__in=muted), state__in=IN_FORCE)
    plans = said.select_related("issuer").distinct().order_by("-year", "code")
    return [(plan, plan.pk in muted) for plan in plans]


def next_reminders(plan, *, after, most=5):
    """The next days on which units of a plan are reminded as things stand now: pairs of a day and what is said."""
    rule = rule_in(rule_values(plan))
    waiting = Task.objects.filter(plan=plan).awaited().order_by().values_list("due_on", "returned_at")
    kinds = Counter((due_on, returned and timezone.localdate(returned)) for due_on, returned in waiting)
    days = (after + timedelta(days=n) for n in range(1, _LOOKED_AHEAD))
    found = ((day, _said(kinds, rule, day)) for day in days if is_working_day(day))
    said = ((day, f"{sum(counts.values())} nhiệm vụ ({reasons_words(counts)})") for day, counts in found if counts)
    return list(islice(said, most))


def _said(kinds, rule, day):
    """How many tasks are named for which reason on a day."""
    counts = Counter()
    for (due_on, returned_on), number in kinds.items():
        if why := reason(rule, due_on, day, returned_on=returned_on):
            counts[why] += number
    return counts
