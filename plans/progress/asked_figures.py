"""Figures that reports on an item are to give: what the plan's office asks for, and what a task asks.

A change leaves an event of the plan (goal R7).
"""

from collections import defaultdict

from django.db import transaction

from ..models import AskedFigure, Plan, PlanEvent


def asked_of(tasks):
    """The AskedFigures of each of these tasks, by its id. One query."""
    asked = defaultdict(list)
    for figure in AskedFigure.objects.filter(plan__in={task.plan_id for task in tasks}):
        asked[figure.plan_id, figure.key].append(figure)
    return {task.pk: asked[task.plan_id, task.key] for task in tasks if (task.plan_id, task.key) in asked}


def asked_by(about):
    """What reports on an item, or on a task, are to give, in order."""
    return list(AskedFigure.objects.filter(plan=about.plan_id, key=about.key))


@transaction.atomic
def ask_figures(*, item, wanted, by):
    """Ask for these figures of an item from now on: {position (1, 2): (label, measure)}; what is left out no more.

    Returns the event; None where nothing changed.
    """
    plan = Plan.objects.select_for_update(no_key=True).get(pk=item.plan_id)
    before = {figure.position: (figure.label, figure.measure) for figure in asked_by(item)}
    if wanted == before:
        return None
    AskedFigure.objects.filter(plan=plan, key=item.key).exclude(position__in=wanted).delete()
    for position, (label, measure) in wanted.items():
        where = {"plan": plan, "key": item.key, "position": position}
        AskedFigure.objects.update_or_create(**where, defaults={"label": label, "measure": measure})
    details = {"before": _told(before), "after": _told(wanted)}
    kind, ref = PlanEvent.Kind.EDITED, f"nhiem-vu-{item.pk}"
    return PlanEvent.objects.append(
        plan=plan, kind=kind, by=by, note="Sửa số liệu cần báo cáo", ref=ref, details=details
    )


def _told(figures):
    return {str(position): list(words) for position, words in sorted(figures.items())}
