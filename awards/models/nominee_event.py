"""What people did to a record and who looked at it (goal S12). Rows are only ever added."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from thiduakhenthuong.asking import current
from units.models import Unit

from .nominee import Nominee


class GrowingQuerySet(models.QuerySet):
    def append(self, **values):
        """Add a row, with the moment and the request it came from; the only way in."""
        asking = current()
        return self.create(**values, at=timezone.now(), address=asking.address, request_id=asking.request_id)


class NomineeEvent(models.Model):
    """One deed on a record, from the unit where it was done. `details` hold what stood before."""

    class Kind(models.TextChoices):
        ADDED = "added", "Thêm"
        CHANGED = "changed", "Sửa"
        REMOVED = "removed", "Xóa"
        REVOKED = "revoked", "Thu hồi"
        MERGED = "merged", "Gộp"

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="events")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(editable=False)
    note = models.CharField("ghi chú", max_length=500)
    details = models.JSONField(default=dict)
    address = models.GenericIPAddressField(null=True, editable=False)
    request_id = models.CharField(max_length=36, blank=True, editable=False)

    objects = GrowingQuerySet.as_manager()

    class Meta:
        verbose_name = "việc đã làm với hồ sơ"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"


class NomineeViewed(models.Model):
    """Somebody opened a record and so saw personal data."""

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="views")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(editable=False)
    address = models.GenericIPAddressField(null=True, editable=False)
    request_id = models.CharField(max_length=36, blank=True, editable=False)

    objects = GrowingQuerySet.as_manager()

    class Meta:
        verbose_name = "lần xem hồ sơ"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.by} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"
