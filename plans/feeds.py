"""Secret addresses under which calendar programs fetch the tasks of a unit, or of all units of a person.

Only the hash of the secret is kept: the address is shown once. Whoever made it must still hold a role at each fetch.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Sum
from django.utils import timezone

from units.access import units_with
from units.models import Succession

from .access import follows
from .editing.locking import Refused
from .models import CalendarFeed, Task, TaskEvent
from .progress.unit_tasks import for_calendar

_SECRET_BYTES = 32
_KEPT = timedelta(days=365)  # how far back a calendar goes


class AlreadyMade(Refused):
    def __init__(self):
        super().__init__("Bạn đã có địa chỉ lịch này. Hãy thu hồi địa chỉ cũ rồi tạo lại.")


def make_feed(*, user, unit=None):
    """A new address for a unit, or for all units of the person. Returns its secret, which nothing else ever tells."""
    secret = token_urlsafe(_SECRET_BYTES)
    try:
        with transaction.atomic():
            CalendarFeed.objects.create(user=user, unit=unit, secret_sha256=_hash(secret))
    except IntegrityError:
        raise AlreadyMade from None
    return secret


def revoke(feed):
    """The address leads nowhere from now on. Asked twice, it is done once."""
    CalendarFeed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=timezone.now())


def feed_of(secret):
    """The standing feed of a secret whose maker may still see its tasks; None for every other."""
    feeds = CalendarFeed.objects.filter(revoked_at=None, user__is_active=True).select_related("user", "unit")
    feed = feeds.filter(secret_sha256=_hash(secret)).first()
    if feed is None:
        return None
    allowed = follows(feed.user, feed.unit) if feed.unit else bool(units_with(feed.user))
    return feed if allowed else None


def tasks_of_feed(feed, *, today):
    """The standing tasks it shows: with a day, of the last year and to come."""
    tasks = Task.objects.standing().filter(unit__in=_units(feed), due_on__gte=today - _KEPT)
    return for_calendar(tasks)


@dataclass(frozen=True)
class Stamp:
    """Changes whenever the calendar may have changed, and each day: a body's new name is seen on the next."""

    mark: str
    changed_at: datetime


def stamp_of(feed, *, today):
    """From counts alone, so that a program that asks every hour is answered without its calendar being made."""
    units = sorted(_units(feed))
    counts = Task.objects.filter(unit__in=units).aggregate(Count("pk"), Sum("event_count"), Max("plan__changed_at"))
    last = TaskEvent.objects.filter(task__unit__in=units).aggregate(Max("at"))["at__max"]
    midnight = timezone.make_aware(datetime.combine(today, time.min))
    changed_at = max(filter(None, [midnight, last, counts["plan__changed_at__max"]]))
    return Stamp(_hash(f"{feed.pk} {today} {units} {counts}"), changed_at)


def _units(feed):
    """Ids of its bodies, those they took over from too."""
    own = {feed.unit_id} if feed.unit_id else {unit.pk for unit in units_with(feed.user)}
    return own | set(Succession.objects.filter(successor__in=own).values_list("predecessor", flat=True))


def _hash(secret):
    return sha256(secret.encode()).hexdigest()
