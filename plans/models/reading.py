"""A document that was read and waits for a person to confirm it; and what people decided about wordings before."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from units.models import Unit, UnitGroup

from .plan import Plan
from .source import PlanSource


class PlanReadingQuerySet(models.QuerySet):
    def under_review(self):
        """Neither confirmed nor given up."""
        return self.filter(confirmed_at=None, dropped_at=None)

    def for_list(self):
        """With what a line of a list shows, without the document."""
        named = self.select_related("source", "office", "changed_by")
        return named.defer("lines", "draft", "settled", "choices", "source__content")


class PlanReading(models.Model):
    """One source as it was read, and as people mended it since; it becomes a plan only when somebody confirms it.

    `lines`, `draft` and `settled` are raw import data: source lines, the PlanDraft as JSON, ids of settled doubts.
    `choices` says for a wording which body or group it means, or that it stays as printed.
    """

    source = models.OneToOneField(PlanSource, models.CASCADE, related_name="reading")
    office = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan rà soát")
    issuer = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cơ quan ban hành"
    )
    encoding = models.CharField("bảng mã cũ", max_length=10, blank=True)
    lines = models.JSONField()
    draft = models.JSONField()
    settled = models.JSONField(default=list)
    choices = models.JSONField(default=dict)
    updates = models.ForeignKey(
        Plan, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="cập nhật kế hoạch"
    )
    is_new = models.BooleanField("là kế hoạch mới", default=False)  # decided, although a plan like it stands already
    version = models.PositiveIntegerField(default=1, editable=False)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)
    confirmed_at = models.DateTimeField(null=True, editable=False)
    dropped_at = models.DateTimeField(null=True, editable=False)

    objects = PlanReadingQuerySet.as_manager()

    class Meta:
        verbose_name = "bản đọc"
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(dropped_at__isnull=True),
                name="reading_confirmed_or_dropped",
            )
        ]

    def __str__(self):
        return self.source.name

    def get_absolute_url(self):
        return reverse("plans:reading_review", args=[self.pk])

    @property
    def is_open(self):
        return self.confirmed_at is None and self.dropped_at is None


class WordingChoice(models.Model):
    """What a wording means in documents of an issuer, as somebody decided while confirming one.

    Neither unit nor group: it stays as printed, and nobody is asked again.
    """

    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    key = models.CharField(max_length=300)  # the wording by `search_key`
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    group = models.ForeignKey(UnitGroup, models.CASCADE, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "cách ghi đã chọn"
        constraints = [
            models.UniqueConstraint(fields=["issuer", "key"], name="wording_chosen_once_per_issuer"),
            models.CheckConstraint(
                condition=Q(unit__isnull=True) | Q(group__isnull=True), name="wording_of_unit_or_group"
            ),
        ]

    def __str__(self):
        return self.key
