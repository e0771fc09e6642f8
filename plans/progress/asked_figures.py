"""Figures that reports on an item are to give: what the plan's office asks for, what a task asks, what was told.

A change leaves an event of the plan (goal R7). Reports keep the words they were asked in, so that no change of these
makes an old report say something else.
"""

from collections import defaultdict

from django.db import transaction

from thiduakhenthuong.text import search_key

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


def told(figure, value):
    """A figure as a report keeps it."""
    return {"label": figure.label, "measure": figure.measure, "value": value}


def value_for(figure, report):
    """What a report says to what is asked now; "" where it says nothing, or answered another question.

    Reports of earlier versions kept the value without the words.
    """
    one = report.figures.get(str(figure.position), "") if report else ""
    if not isinstance(one, dict):
        return one
    same = search_key(f"{one['label']}|{one['measure']}") == search_key(f"{figure.label}|{figure.measure}")
    return one["value"] if same else ""


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
