"""What happened to a plan: who, when, what. Rows are only ever added."""

from django.conf import settings
from django.db import models


class PlanEvent(models.Model):
    """One deed. `details` of an edit holds what stood before, so that a deletion can be undone.

    Those of the first event of a plan hold the findings of its reading or copying: {"findings": [{severity, …}]}.
    """

    class Kind(models.TextChoices):
        CREATED = "created", "Tạo mới"
        IMPORTED = "imported", "Nhập từ văn bản"
        COPIED = "copied", "Chép từ kế hoạch khác"
        EDITED = "edited", "Sửa"
        DELETED = "deleted", "Xóa"
        RESTORED = "restored", "Hoàn tác xóa"
        ISSUED = "issued", "Ghi nhận đã ban hành"

    plan = models.ForeignKey("plans.Plan", models.PROTECT, related_name="events")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField("ghi chú", max_length=500, blank=True)  # what was deleted or restored is only named here
    ref = models.CharField(max_length=40, blank=True, editable=False)  # the piece it touched, as on paper: "muc-12"
    details = models.JSONField(default=dict)
    # A form that adds something carries a token: sent twice, it adds once.
    token = models.UUIDField(null=True, unique=True, editable=False)
    # What is undone can be undone once.
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="undone_by", verbose_name="hoàn tác"
    )

    class Meta:
        verbose_name = "diễn biến"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.at:%H:%M %d/%m/%Y}"

    @property
    def words(self):
        """What was done, in one text: "Xóa nhiệm vụ “Họp”"."""
        kind = self.get_kind_display()
        if self.kind in (self.Kind.DELETED, self.Kind.RESTORED):
            return f"{kind} {self.note}"
        if self.kind == self.Kind.EDITED and self.note:
            return self.note
        return f"{kind}. {self.note}" if self.note else kind
