"""Invented reports on the demonstration's issued plan, so that its progress has something to show."""

from datetime import timedelta
from zlib import crc32

from .models import Plan, Task
from .progress.reporting import report

State = Task.State

# Of a hundred tasks: up to which number each state is reported; the rest stays silent.
_SHARES = ((74, State.DONE), (82, State.IN_PROGRESS), (86, State.NOT_DONE))
_WORDS = {
    State.DONE: "Đã thực hiện xong theo kế hoạch.",
    State.IN_PROGRESS: "Đang tổng hợp, còn chờ số liệu của các đơn vị trực thuộc.",
    State.NOT_DONE: "Không thực hiện vì nội dung đã lồng ghép vào hội nghị tổng kết năm.",
}


def report_on(code):
    """Reports of the units a plan names, where there are none yet: the same ones every time."""
    plan = Plan.objects.filter(code=code).first()
    if plan is None or plan.tasks.exclude(report=None).exists():
        return
    for task in plan.tasks.standing().given().select_related("unit", "item"):
        if state := _state_of(task):
            day = (task.due_on - timedelta(days=crc32(task.unit.code.encode()) % 9)) if task.due_on else None
            report(task=task, state=state, by=None, note=_WORDS[state], happened_on=day)


def _state_of(task):
    drawn = crc32(f"{task.unit.code} {task.item.position} {task.item.quarter}".encode()) % 100
    return next((state for up_to, state in _SHARES if drawn < up_to), None)
