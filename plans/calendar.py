"""A unit's tasks as a calendar file (.ics, RFC 5545): one all-day event on the last day of each."""

from datetime import timedelta

from icalendar import Calendar, Event, vText

from thiduakhenthuong.official.wording import plain
from thiduakhenthuong.text import clean_line

from .models.plan import title_words
from .progress.unit_tasks import Told


def calendar_of(unit, tasks, *, link):
    """The file's bytes, of tasks that `for_calendar` gave. Tasks without any day are left out.

    `unit` is the body, or the person whose bodies have them: where they are several, each entry says whose it is.
    `link(task)` is the address under which people report.
    The same tasks give the same bytes: events keep their UID when the plan is amended, and their stamp is the plan's
    last change.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//TDKT//Nhiem vu cua don vi//VI")
    calendar.add("version", "2.0")
    name = f"Nhiệm vụ thi đua, khen thưởng – {unit}"
    calendar.add("x-wr-calname", vText(clean_line(name)))  # icalendar would write its commas as they stand
    several = len({task.unit_id for task in tasks}) > 1
    for task in tasks:
        if task.due_on:
            calendar.add_component(_event(task, link(task), of=f"{task.unit_name}: " if several else ""))
    return calendar.to_ical()


def _event(task, address, *, of):
    event = Event()
    event.add("uid", f"nhiem-vu-{task.pk}@tdkt")
    event.add("dtstamp", task.plan_changed_at)
    event.add("dtstart", task.due_on)
    event.add("dtend", task.due_on + timedelta(days=1))
    event.add("sequence", task.item_version + task.event_count)
    event.add("summary", of + clean_line(plain(Told(task).words)))
    event.add("description", _description(task, address))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def _description(task, address):
    leads, plan = "; ".join(task.leads), title_words(task.plan_type, task.plan_subject)
    lines = [
        f"Trạng thái: {task.get_state_display()}",
        f"Vai trò: {task.get_role_display()}",
        f"Chủ trì: {leads}" if leads else "",
        f"Qua nhóm: {task.group_name}" if task.group_name else "",
        f"Thời hạn: {task.deadline_raw}" if task.deadline_raw else "",
        f"{plan} ({Told(task).plan_words}, {task.issuer_name})",
        f"Xem, báo cáo: {address}",
    ]
    return "\n".join(line for line in lines if line)
