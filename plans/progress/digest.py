"""What a reminder says: how many tasks and why, and in the e-mail each of them with its day and address."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from django.conf import settings
from django.urls import reverse

from thiduakhenthuong.dates import day_words
from thiduakhenthuong.official.wording import plain

from ..notices import Message
from .reminder_days import Reason, reasons_words

MOST = 40  # tasks that one e-mail names
WORDS = 160  # letters of each


@dataclass(frozen=True)
class Reminded:
    """A task as a digest names it."""

    pk: int
    reason: Reason
    due_on: date | None
    words: str
    unit: str
    plan_code: str
    plan_number: str


def message_of(tasks, *, on):
    """The digest of one person's tasks (at least one)."""
    tasks = sorted(tasks, key=_order)
    text = f"Nhắc việc {day_words(on)}: {len(tasks)} nhiệm vụ ({reasons_words(task.reason for task in tasks)})"
    return Message(
        text=text,
        subject=text,
        link=f"Mọi nhiệm vụ của đơn vị: {reverse('plans:my_tasks')}",
        more="\n\n".join([*_lists(tasks), _how_to_stop(tasks)]),
    )


def _order(task):
    return list(Reason).index(task.reason), task.due_on or date.max, task.pk


def _lists(tasks):
    """A list for each reason, each task in two lines: what it is, and where to report on it."""
    several_units = len({task.unit for task in tasks}) > 1
    named = tasks[:MOST]
    for reason in Reason:
        lines = [_lines(task, with_unit=several_units) for task in named if task.reason == reason]
        if lines:
            yield "\n".join([f"{reason.upper()}:", *lines])
    if len(tasks) > MOST:
        yield f"… và {len(tasks) - MOST} nhiệm vụ khác."
    yield "Mở đường dẫn của nhiệm vụ, đăng nhập rồi báo cáo ngay tại đó."


def _lines(task, *, with_unit):
    facts = [f"hạn {day_words(task.due_on)}" if task.due_on else "", f"kế hoạch {task.plan_number}"]
    facts += [task.unit] if with_unit else []
    said = f"{_shortened(task.words)} ({', '.join(filter(None, facts))})"
    return f"- {said}\n  {settings.SITE_URL}{_task_address().format(task.pk)}"


def _shortened(words):
    words = " ".join(plain(words).split())
    return words if len(words) <= WORDS else words[: WORDS - 1].rstrip() + "…"


def _how_to_stop(tasks):
    """For each plan an address where its reminders are stopped."""
    plans = {task.plan_code: task.plan_number for task in tasks[:MOST]}
    lines = [f"- {number}: {settings.SITE_URL}{_mute_address(code)}" for code, number in plans.items()]
    return "\n".join(["Không muốn nhận nhắc việc của một kế hoạch nữa thì mở:", *lines])


# Finding an address takes longer than all else in a line; a morning has a hundred thousand lines.


@cache
def _task_address():
    return reverse("plans:task_detail", args=[0]).replace("0", "{}")


@lru_cache(maxsize=10_000)
def _mute_address(code):
    return reverse("plans:plan_mute", args=[code])
