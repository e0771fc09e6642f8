"""When people are reminded of tasks, what they were reminded of, and the secret addresses of their calendars."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from units.models import Unit

from .notice import Notice
from .plan import Plan


class RemindingRule(models.Model):
    """When the units of a plan are reminded; a plan without a row follows the usual rule."""

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="reminding_rule")
    days_before = models.CharField(
        "nhắc trước hạn (ngày)",
        max_length=30,
        default="7, 1",
        blank=True,
        help_text="Ví dụ: 7, 1. Bỏ trống: không nhắc.",
    )
    on_the_day = models.BooleanField("nhắc đúng ngày đến hạn", default=True)
    weekly_late = models.BooleanField("quá hạn thì mỗi tuần nhắc một lần", default=True)

    class Meta:
        verbose_name = "cách nhắc việc"

    def __str__(self):
        return f"Nhắc việc: {self.plan}"


class MutedPlan(models.Model):
    """A plan one person wants no reminders of."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="muted_plans")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="muted_by")

    class Meta:
        verbose_name = "kế hoạch thôi nhắc"
        constraints = [models.UniqueConstraint(fields=["user", "plan"], name="muted_once")]

    def __str__(self):
        return f"{self.user}: {self.plan}"


class Reminder(models.Model):
    """One person's digest of one day: at most one, whoever sends and however often it is started."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="reminders")
    sent_on = models.DateField()
    notice = models.OneToOneField(Notice, models.PROTECT, null=True, related_name="reminder")
    tasks = models.JSONField(default=list)  # ids of the tasks it named
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "lần nhắc việc"
        constraints = [models.UniqueConstraint(fields=["user", "sent_on"], name="reminder_once_a_day")]

    def __str__(self):
        return f"{self.user} {self.sent_on:%d/%m/%Y}"


class CalendarFeed(models.Model):
    """A secret address of the tasks of a unit or of a person, for calendar programs. Only its hash is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="feeds")  # who made it
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="feeds")  # none: all units of the person
    secret_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "địa chỉ lịch"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "unit"], condition=Q(revoked_at=None), name="feed_once_a_unit"),
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at=None, unit=None), name="feed_once_a_person"
            ),
        ]

    def __str__(self):
        return f"Lịch của {self.unit or self.user}"
