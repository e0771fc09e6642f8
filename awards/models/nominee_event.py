"""What people did to a record and who looked at it (goal S12). Rows are only ever added."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .growing import Deed, Growing
from .nominee import Nominee


class NomineeEvent(Deed):
    """One deed on a record, from the unit where it was done. `details` hold what stood before."""

    class Kind(models.TextChoices):
        ADDED = "added", "Thêm"
        CHANGED = "changed", "Sửa"
        REMOVED = "removed", "Xóa"
        REVOKED = "revoked", "Thu hồi"
        MERGED = "merged", "Gộp"

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="events")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    note = models.CharField("ghi chú", max_length=500)

    class Meta(Deed.Meta):
        verbose_name = "việc đã làm với hồ sơ"

    def __str__(self):
        return f"{self.get_kind_display()} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"


class NomineeViewed(Growing):
    """Somebody opened a record and so saw personal data."""

    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="views")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta(Growing.Meta):
        verbose_name = "lần xem hồ sơ"

    def __str__(self):
        return f"{self.by} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"
