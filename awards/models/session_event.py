"""What people did to a council session. Rows are only ever added; a secret vote leaves none."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from units.models import Unit

from .council import CouncilSession
from .nominee_event import GrowingQuerySet


class SessionEvent(models.Model):
    """One deed on a session, from the unit where it was done; a member who acts as such has none."""

    class Kind(models.TextChoices):
        BEGUN = "begun", "Lập phiên họp"
        CHANGED = "changed", "Sửa"
        MEMBERS = "members", "Thành viên"
        AGENDA = "agenda", "Chương trình"
        RECUSED = "recused", "Không tham gia biểu quyết"
        OPENED = "opened", "Mở biểu quyết"
        STOPPED = "stopped", "Dừng biểu quyết"
        COUNTED = "counted", "Kiểm phiếu"
        VOTED = "voted", "Biểu quyết công khai"
        CLOSED = "closed", "Kết thúc biểu quyết"

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="events")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    note = models.CharField("nội dung", max_length=500)
    details = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(editable=False)
    token = models.UUIDField(null=True, unique=True)  # a form sent twice does its deed once
    address = models.GenericIPAddressField(null=True, editable=False)
    request_id = models.CharField(max_length=36, blank=True, editable=False)

    objects = GrowingQuerySet.as_manager()

    class Meta:
        verbose_name = "việc đã làm với phiên họp"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"
