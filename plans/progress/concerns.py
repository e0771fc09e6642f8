"""What a leader may ask about tasks of several plans: each question with its name in an address and its condition."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from ..models import Task
from ..models.task import unfinished
from .lateness import late_if

SOON = timedelta(days=7)  # who said nothing this near the day is silent


class Concern(models.TextChoices):
    GIVEN = "da-giao", "Nhiệm vụ đã giao"
    DONE = "hoan-thanh", "Hoàn thành"
    LATE = "qua-han", "Quá hạn"
    SILENT = "den-han-chua-bao-cao", "Đến hạn chưa báo cáo"
    ASKED = "xin-gia-han", "Xin gia hạn"
    NOT_DONE = "khong-thuc-hien", "Báo cáo không thực hiện"
    OPEN = "chua-giao", "Chưa giao cho đơn vị cụ thể"


def concerning(tasks, concern, *, today):
    """Those of the tasks (standing ones) that this concern means."""
    return tasks.filter(condition(concern, today))


def condition(concern, today):
    given = Q(unit__isnull=False)
    conditions = {
        Concern.GIVEN: given,
        Concern.DONE: given & Q(state=Task.State.DONE),
        Concern.LATE: given & late_if(today),
        Concern.SILENT: given & unfinished() & Q(reported_at=None, due_on__lte=today + SOON),
        Concern.ASKED: given & unfinished() & Q(asked_until_on__isnull=False),
        Concern.NOT_DONE: given & Q(state=Task.State.NOT_DONE, closed_at=None),
        Concern.OPEN: Q(unit=None, closed_at=None, given_to=None),
    }
    return conditions[concern]
