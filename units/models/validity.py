"""The one question asked of everything that lives from a date to a date: was it in force on this day?"""

from django.db import models
from django.db.models import F, Q


class Dated:
    """A row with `valid_from` and `valid_to`."""

    def is_valid(self, *, on):
        """Whether `DatedQuerySet.valid` would give it."""
        return (not self.valid_from or self.valid_from <= on) and (not self.valid_to or self.valid_to >= on)


class DatedQuerySet(models.QuerySet):
    """Rows with `valid_from` and `valid_to`; an empty end is open, both days count as inside."""

    def valid(self, *, on):
        """Rows in force on a date."""
        return self.not_ended(on=on).filter(Q(valid_from__isnull=True) | Q(valid_from__lte=on))

    def not_ended(self, *, on):
        """Rows in force on a date or beginning later."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))


def ends_after_it_begins(name):
    """The check constraint every dated table carries."""
    return models.CheckConstraint(
        condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
        name=name,
        violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
    )
