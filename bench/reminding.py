"""Reminders: 10,000 people of 3,400 units get their digest and an e-mail each; started again nobody is told twice."""

from datetime import date
from itertools import cycle

from django.conf import settings
from django.db import connection

from bench.figures import Figure, seconds
from plans.models import Notice, OutgoingMail, Reminder
from plans.progress.reminding import send_reminders
from thiduakhenthuong.text import sort_key
from units.models import Membership, Role, Unit, User

PEOPLE = 10_000
ON = date(2026, 9, 3)  # the worst day of the year: after Quốc khánh, with reminders of five days off


def run():
    _people()
    settings.SEND_MAIL, settings.SITE_URL = True, "https://tdkt.example.vn"
    try:
        took, again = (seconds(send_reminders, on=ON) for _ in range(2))
    finally:
        settings.SEND_MAIL = False
    named = sum(map(len, Reminder.objects.values_list("tasks", flat=True)))
    engine = connection.vendor
    yield Figure(f"people who report, {engine}", PEOPLE)
    yield Figure("of them not told, though their unit has something to hear", _untold(), 0)
    digests = Notice.objects.filter(plan=None)  # other modules may have issued plans
    mails = OutgoingMail.objects.filter(notice__in=digests).count()
    yield Figure("told twice", digests.count() - Reminder.objects.values("user").distinct().count(), 0)
    yield Figure("digests without their e-mail", Reminder.objects.exclude(user__email="").count() - mails, 0)
    yield Figure("tasks named in all digests", named)
    yield Figure("to remind everybody", took, 60, "s")
    yield Figure("to find on a second start that everybody was", again, 10, "s")


def _people():
    """As many as PEOPLE, three or so at each unit."""
    names = [f"nhac-{number}" for number in range(PEOPLE)]
    people = User.objects.bulk_create(
        User(username=name, full_name=name, sort_key=sort_key(name), email=f"{name}@example.vn", password="!")
        for name in names
    )
    units = cycle(Unit.objects.order_by("pk").values_list("pk", flat=True))
    Membership.objects.bulk_create(
        Membership(user=user, unit_id=unit, role=Role.REPORTER) for user, unit in zip(people, units, strict=False)
    )


def _untold():
    """People whose colleague at the same unit was told and who were not."""
    told = Reminder.objects.values("user")
    units = Membership.objects.filter(user__in=told, role=Role.REPORTER).values("unit")
    return Membership.objects.filter(unit__in=units, role=Role.REPORTER).exclude(user__in=told).count()
