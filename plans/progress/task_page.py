"""What the page of one task shows besides the task: its day in words, its history, who else is asked the same."""

from dataclasses import dataclass

from django.db.models import Prefetch

from thiduakhenthuong.dates import day_words
from thiduakhenthuong.numbers import figure_words
from thiduakhenthuong.working_days import end_of_term

from ..models import AskedFigure, Task, TaskEvent, TaskFile
from .asked_figures import told
from .lateness import is_late
from .marks import marks_of

MOST_OTHERS = 60


@dataclass(frozen=True)
class Entry:
    """One deed of the history, the figures of a report in words."""

    event: TaskEvent
    figures: list[str]
    files: list[TaskFile]


@dataclass(frozen=True)
class Other:
    """Another unit that is asked the same."""

    task: Task
    is_late: bool
    figures: list[str]

    @property
    def marks(self):
        return marks_of(self.task, is_late=self.is_late)


def day_left_words(task, today):
    """How far the day is: "còn 12 ngày", "quá hạn 3 ngày"; "" where nobody waits any more."""
    if not task.due_on or task.is_finished or task.withdrawn_at:
        return ""
    days = (task.due_on - today).days
    if is_late(task, today):
        return f"quá hạn {-days} ngày"
    if days < 0:
        return f"ngày cuối là ngày nghỉ nên còn đến hết {day_words(end_of_term(task.due_on))}"
    return f"còn {days} ngày" if days else "hạn là hôm nay"


def history_of(task, asked):
    """All deeds, latest first. Two queries."""
    files = TaskFile.objects.defer("content")
    events = task.events.select_related("by", "unit").prefetch_related(Prefetch("files", files))
    return [Entry(event, _figures(event, asked), list(event.files.all())) for event in events]


def others_of(task, asked, *, today):
    """The other tasks of its item with their last reports, and how many more there are."""
    same = Task.objects.standing().filter(item=task.item_id).exclude(pk=task.pk)
    same = same.select_related("unit__area", "report__by").order_by("unit__sort_key", "printed", "pk")
    tasks = list(same[: MOST_OTHERS + 1])
    more = same.count() - MOST_OTHERS if len(tasks) > MOST_OTHERS else 0
    shown = [Other(other, is_late(other, today), _figures(other.report, asked)) for other in tasks[:MOST_OTHERS]]
    return shown, more


def _figures(event, asked):
    if event is None:
        return []
    known = {str(figure.position): figure for figure in asked}
    return [_figure(one, known.get(position)) for position, one in sorted(event.figures.items())]


def _figure(one, asked):
    """In the words it was asked in; earlier versions did not keep them, so then in today's."""
    if not isinstance(one, dict):
        one = told(asked or AskedFigure(label="Số liệu"), one)
    return f"{one['label']}: {figure_words(one['value'])} {one['measure']}".rstrip()
