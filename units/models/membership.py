"""Who holds which role at which unit, and when."""

from django.db import models

from .unit import Unit
from .user import User
from .validity import Dated, DatedQuerySet, ends_after_it_begins


class Role(models.TextChoices):
    EDITOR = "editor", "Chuyên viên (soạn thảo)"
    APPROVER = "approver", "Lãnh đạo (duyệt)"
    CLERK = "clerk", "Văn thư"
    REPORTER = "reporter", "Cán bộ đơn vị (báo cáo)"
    SECRETARY = "secretary", "Thư ký Hội đồng"
    ADMINISTRATOR = "administrator", "Quản trị"


class Membership(Dated, models.Model):
    """A role held at a unit from a date to a date; it counts for that unit and all below it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name="tài khoản")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", verbose_name="đơn vị")
    role = models.CharField("vai trò", max_length=15, choices=Role)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "vai trò tại đơn vị"
        ordering = ["unit", "role", "pk"]
        constraints = [
            ends_after_it_begins("membership_ends_after_it_begins"),
            models.UniqueConstraint(fields=["user", "unit", "role", "valid_from"], name="membership_once"),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()} – {self.unit}"
