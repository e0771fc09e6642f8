"""Notices to people, and the e-mails that carry them: an outbox, so that nothing is lost while mail is down."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .event import PlanEvent
from .plan import Plan


class Notice(models.Model):
    """One thing a person should know: of a plan (`event`), of a task, of a page (`address`), or the digest of a day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices")
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="notices")
    event = models.ForeignKey(PlanEvent, models.PROTECT, null=True, related_name="notices")
    task_event = models.ForeignKey("plans.TaskEvent", models.PROTECT, null=True, related_name="notices")
    # The page it leads to, where that is no plan and no task. A default of the database, for a server not yet renewed.
    address = models.CharField(max_length=200, blank=True, default="", db_default="")
    text = models.CharField("thông báo", max_length=600)
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "thông báo"
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["user", "event"], name="notice_once_a_person")]
        indexes = [
            models.Index(fields=["user", "-at"]),
            models.Index(fields=["user"], condition=Q(read_at=None), name="notice_unread"),
        ]

    def __str__(self):
        return self.text


class OutgoingMail(models.Model):
    """A message to be sent, or sent. What fails is tried again later (plans/mailing.py)."""

    to = models.EmailField("gửi tới")
    subject = models.CharField("tiêu đề", max_length=200)
    body = models.TextField("nội dung")
    notice = models.OneToOneField(Notice, models.CASCADE, null=True, related_name="mail")
    made_at = models.DateTimeField(auto_now_add=True)
    next_try_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "thư gửi đi"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(sent_at=None, given_up_at=None), name="mail_waiting")
        ]

    def __str__(self):
        return f"{self.subject} → {self.to}"
