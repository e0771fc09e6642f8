"""What people did to the catalogue: who, when, what. Rows are only ever added."""

import functools
import operator

from django.conf import settings
from django.db import models
from django.utils import timezone

from .growing import Growing
from .instrument import Instrument
from .local_rule import VoteRule
from .salary import BaseSalary
from .title import AwardTitle


def _of_one(*names):
    """Exactly one of the references is set."""
    each = [models.Q(**{f"{name}__isnull": name != one for name in names}) for one in names]
    return functools.reduce(operator.or_, each)


class CatalogueEvent(Growing):
    """One deed on a title with its provisions, an instrument, a salary or a vote rule; `details`: what stood before."""

    class Kind(models.TextChoices):
        ADDED = "added", "Thêm"
        SUCCEEDED = "succeeded", "Thay bằng quy định mới"
        CORRECTED = "corrected", "Sửa"
        ENDED = "ended", "Kết thúc"

    title = models.ForeignKey(AwardTitle, models.PROTECT, null=True, related_name="events")
    instrument = models.ForeignKey(Instrument, models.PROTECT, null=True, related_name="events")
    salary = models.ForeignKey(BaseSalary, models.PROTECT, null=True, related_name="events")
    rule = models.ForeignKey(VoteRule, models.PROTECT, null=True, related_name="events")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.CharField("ghi chú", max_length=500)
    details = models.JSONField(default=dict)

    class Meta(Growing.Meta):
        verbose_name = "việc đã làm với danh mục"
        constraints = [
            models.CheckConstraint(
                condition=_of_one("title", "instrument", "salary", "rule"),
                name="catalogue_event_of_one_thing",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"
