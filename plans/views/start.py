"""The start page: one block for each kind of role the user holds."""

from collections import defaultdict

from django.db.models import Count, Max, Q
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thiduakhenthuong.dates import ROMAN_QUARTERS, quarter_of
from thiduakhenthuong.guards import open_to_users
from thiduakhenthuong.text import sort_key
from units.access import memberships, units_of, units_with
from units.models import Membership, Role, Unit

from ..access import readings_visible_to
from ..models import Assignment, Plan
from ..models.moves import IN_FORCE, UNDER_WAY, State
from ..progress.situation import bodies_led, figures_of, in_force, lines_led, plans_led, usual_year
from ..progress.unit_tasks import by_urgency, lines_of, tasks_of, with_words

SHOWN = 8
OWN_TASKS = (Role.REPORTER, Role.SECRETARY)


@require_safe
@open_to_users
def start(request):
    user, today = request.user, timezone.localdate()
    held = {membership.role for membership in memberships(user)}
    context = {
        "held": _held_words(user),
        "today": today,
        "quarter": ROMAN_QUARTERS[quarter_of(today)],
        "writing": _writing(user) if Role.EDITOR in held else None,
        "waiting": _waiting(user, held),
        "situation": _situation(user, today) if Role.APPROVER in held else None,
        "tasks": _tasks(user, today) if held & set(OWN_TASKS) else None,
        "administration": _administration(user, today) if Role.ADMINISTRATOR in held else None,
    }
    return render(request, "plans/start.html", context)


def _writing(user):
    """Drafts, what changed last, and wordings still without a unit."""
    own = Plan.objects.filter(issuer__in=units_of(user, Role.EDITOR)).for_list()
    drafts = own.filter(state__in=UNDER_WAY).order_by("-changed_at")
    bare = Assignment.objects.filter(item__plan__in=drafts.order_by().values("pk")).unmatched()
    named = [f"item__plan__{field}" for field in ("code", "subject", "year", "issuer__name")]
    unmatched = bare.order_by().values(*named).annotate(count=Count("pk"))
    return {
        "readings": readings_visible_to(user).under_review().for_list()[:SHOWN],
        "drafts": drafts[:SHOWN],
        "changed": own.filter(state__in=IN_FORCE).order_by("-changed_at")[:SHOWN],
        "unmatched": unmatched.order_by("-count", "item__plan__code")[:SHOWN],
    }


def _waiting(user, held):
    """What waits for the user: for the approver's decision, for the clerk's number, for the signed copy."""
    steps = (
        (Role.APPROVER, State.SUBMITTED, "Chờ bạn duyệt"),
        (Role.CLERK, State.APPROVED, "Chờ cấp số, ban hành"),
        (Role.CLERK, State.ISSUED, "Đã ban hành, chưa lưu bản ký"),
    )
    return [
        (
            title,
            Plan.objects.filter(issuer__in=units_of(user, role), state=state)
            .for_list()
            .order_by("-changed_at")[:SHOWN],
        )
        for role, state, title in steps
        if role in held
    ]


def _situation(user, today):
    """The five figures of the year of which the user most likely thinks; None where no plan is in force."""
    plans = in_force(plans_led(bodies_led(user)))
    year = usual_year([plan.year for plan in plans], today)
    lines = lines_led([plan for plan in plans if plan.year == year], today=today)
    return {"year": year, "figures": figures_of(lines)} if lines else None


def _tasks(user, today):
    """For each unit: what is late, due this month, due after it; units with nothing of these stand last."""
    units = sorted(set(units_with(user, *OWN_TASKS)), key=lambda unit: unit.sort_key)
    found = [_tasks_of(unit, user, today) for unit in units]
    return {
        "busy": [entry for entry in found if entry["stretches"]],
        "idle": [entry for entry in found if not entry["stretches"]],
    }


def _tasks_of(unit, user, today):
    tasks = tasks_of(unit, user=user)
    lines = lines_of(with_words(tasks.awaited()), today=today)
    stretches = [(stretch, stretch.lines[:SHOWN]) for stretch in by_urgency(lines, today=today)]
    latest = tasks.aggregate(year=Max("plan__year"))["year"]
    return {"unit": unit, "stretches": stretches, "latest": latest}


def _held_words(user):
    """One line for each role, with the units at which it is held."""
    units = defaultdict(list)
    for held in memberships(user):
        units[held.get_role_display()].append(held.unit.name_in_time)
    return [f"{role}: {', '.join(sorted(names, key=sort_key))}" for role, names in units.items()]


def _administration(user, today):
    """How much there is to look after."""
    reached = units_of(user, Role.ADMINISTRATOR)
    in_force = Unit.objects.filter(pk__in=reached.values("pk")).valid(on=today)
    roles = Membership.objects.filter(unit__in=reached.values("pk")).valid(on=today)
    return {
        "units": units_with(user, Role.ADMINISTRATOR),
        "in_force": in_force.count(),
        "ended": reached.filter(valid_to__lt=today).count(),
        **roles.aggregate(roles=Count("pk"), accounts=Count("user", distinct=True, filter=Q(user__is_active=True))),
    }
