"""What people did to a council session. Rows are only ever added; a secret vote leaves none."""

from django.db import models
from django.utils import timezone

from .council import CouncilSession
from .growing import Deed


class SessionEvent(Deed):
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
        CANCELLED = "cancelled", "Hủy phiên họp"

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="events")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    note = models.CharField("nội dung", max_length=500)
    token = models.UUIDField(null=True, unique=True)  # a form sent twice does its deed once

    class Meta(Deed.Meta):
        verbose_name = "việc đã làm với phiên họp"

    def __str__(self):
        return f"{self.get_kind_display()} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"
