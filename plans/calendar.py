"""A unit's tasks as a calendar file (.ics, RFC 5545): one all-day event on the last day of each."""

from datetime import timedelta

from icalendar import Calendar, Event

from thiduakhenthuong.official.wording import plain
from thiduakhenthuong.text import clean_line


def calendar_of(unit, tasks, *, link):
    """The file's bytes. `link(task)` gives the address of the printed item. Tasks without any day are left out.

    The same tasks give the same bytes: events keep their UID, and their stamp is the plan's last change.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//TDKT//Nhiem vu cua don vi//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Nhiệm vụ thi đua, khen thưởng – {unit.name}")
    for task in tasks:
        if task.due_on:
            calendar.add_component(_event(unit, task, link(task)))
    return calendar.to_ical()


def _event(unit, task, address):
    event = Event()
    event.add("uid", f"nhiem-vu-{task.item.pk}-don-vi-{unit.pk}@tdkt")
    event.add("dtstamp", task.plan.changed_at)
    event.add("dtstart", task.due_on)
    event.add("dtend", task.due_on + timedelta(days=1))
    event.add("sequence", task.item.version)
    event.add("summary", ("[Dự thảo] " if task.is_draft else "") + clean_line(plain(task.words)))
    event.add("description", _description(task))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def _description(task):
    lines = [
        f"Vai trò: {task.role_words}",
        f"Chủ trì: {task.lead_words}" if task.leads else "",
        f"Qua nhóm: {task.group_words}" if task.groups else "",
        f"Thời hạn: {task.item.deadline_raw}" if task.item.deadline_raw else "",
        f"{task.plan} ({task.plan.number_words}, {task.plan.issuer_name})",
    ]
    return "\n".join(line for line in lines if line)
