"""`send_reminders`: a digest for everyone who has tasks to be reminded of today, in the application and by e-mail.

People are told in batches, each in a transaction that locks them first and looks then who was told already. So it may
be killed and started again, or started twice at once: nobody gets two digests of one day, nobody is left out.
"""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from thiduakhenthuong.working_days import is_working_day
from units.models import Membership, Role, Succession

from ..models import MutedPlan, Reminder, Task
from ..models.item import item_words
from ..notices import locked_people, write_each
from .digest import Reminded, message_of
from .reminder_days import FARTHEST, USUAL, reason
from .reminding_rules import rules_by_plan

BATCH = 200  # people in one transaction
_LONGEST_CLOSED = 15  # days in a row, generously: how much earlier a reminder may come than its rule says
_READ = (
    *("pk", "unit_id", "unit__name", "plan_id", "plan__code", "plan__number", "plan__symbol", "due_on", "returned_at"),
    *("item__section__kind", "item__section__text", "item__text"),
)


def send_reminders(*, on):
    """Remind everybody of what is to be said on a day, once. Returns how many people were told now."""
    if not is_working_day(on):
        return 0
    rules = rules_by_plan()
    days, people = _days_said(rules, on), _people(on)
    return sum(_remind(people[at : at + BATCH], rules, days, on) for at in range(0, len(people), BATCH))


def _people(on):
    """Ids of the reporters, those already told today left out."""
    held = Membership.objects.filter(role=Role.REPORTER, user__is_active=True).valid(on=on)
    untold = held.exclude(user__in=Reminder.objects.filter(sent_on=on).values("user"))
    return list(untold.order_by("user").values_list("user", flat=True).distinct())


def _days_said(rules, on):
    """The days of unfinished tasks of which any rule has something to say today: few of them, known beforehand."""
    latest = on + timedelta(days=FARTHEST + _LONGEST_CLOSED)
    days = Task.objects.awaited().filter(due_on__lte=latest).order_by().values_list("due_on", flat=True).distinct()
    kinds = {USUAL, *rules.values()}
    return [day for day in days if any(reason(rule, day, on) for rule in kinds)]


@transaction.atomic
def _remind(ids, rules, days, on):
    """Tell one batch of people. Whoever else sends waits here for the same people, and then finds them told."""
    people = locked_people(ids)
    told = set(Reminder.objects.filter(user__in=people, sent_on=on).values_list("user", flat=True))
    found = _tasks_by_person([user.pk for user in people if user.pk not in told], rules, days, on)
    messages = [(user, message_of(found[user.pk], on=on)) for user in people if user.pk in found]
    notices = write_each(messages)
    Reminder.objects.bulk_create(
        Reminder(user=notice.user, sent_on=on, notice=notice, tasks=[task.pk for task in found[notice.user_id]])
        for notice in notices
    )
    return len(notices)


def _tasks_by_person(ids, rules, days, on):
    """What each of these people is to be reminded of, as {id: [Reminded, …]}; who has nothing is not in it."""
    reporters = _reporters_by_unit(ids, on)
    muted = set(MutedPlan.objects.filter(user__in=ids).values_list("user", "plan"))
    said = Q(due_on__in=days) | Q(returned_at__isnull=False)
    tasks = Task.objects.awaited().filter(said, unit__in=reporters).order_by()
    found = defaultdict(list)
    for row in tasks.values_list(*_READ, named=True):
        if task := _reminded(row, rules.get(row.plan_id, USUAL), on):
            for user in reporters[row.unit_id]:
                if (user, row.plan_id) not in muted:
                    found[user].append(task)
    return found


def _reporters_by_unit(ids, on):
    """Who reports for which body: their own, and those it took over from; as {unit: {user, …}}."""
    own, reporters = defaultdict(set), defaultdict(set)
    held = Membership.objects.filter(user__in=ids, role=Role.REPORTER).valid(on=on)
    for user, unit in held.values_list("user", "unit"):
        own[unit].add(user)
        reporters[unit].add(user)
    taken_over = Succession.objects.filter(successor__in=own, took_over_on__lte=on)
    for predecessor, successor in taken_over.values_list("predecessor", "successor"):
        reporters[predecessor] |= own[successor]
    return reporters


def _reminded(row, rule, on):
    """The task as the digest names it; None where nothing is to be said of it today."""
    returned_on = row.returned_at and timezone.localdate(row.returned_at)
    why = reason(rule, row.due_on, on, returned_on=returned_on)
    return why and Reminded(
        pk=row.pk,
        reason=why,
        due_on=row.due_on,
        words=item_words(row.item__section__kind, row.item__section__text, row.item__text),
        unit=row.unit__name,
        plan_code=row.plan__code,
        plan_number=f"{row.plan__number}/{row.plan__symbol}",
    )
