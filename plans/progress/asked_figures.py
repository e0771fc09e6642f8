"""Figures that reports on an item are to give."""

from collections import defaultdict

from ..models import AskedFigure


def asked_of(tasks):
    """The AskedFigures of each of these tasks, by its id. One query."""
    asked = defaultdict(list)
    for figure in AskedFigure.objects.filter(plan__in={task.plan_id for task in tasks}):
        asked[figure.plan_id, figure.key].append(figure)
    return {task.pk: asked[task.plan_id, task.key] for task in tasks if (task.plan_id, task.key) in asked}
