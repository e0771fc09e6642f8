"""A round of awarding: who runs it, for which year, which titles are open, until when lists are to be in."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from plans.models import PlanItem
from units.models import Unit

from .growing import Deed
from .nominee_record import AwardHeld
from .title import AwardTitle


class Campaign(models.Model):
    """A ĐỢT of a body; units below it nominate. Its version guards its head and its titles."""

    class Kind(models.TextChoices):
        WORK = "work", "Công trạng hằng năm"
        SCHOOL_YEAR = "school_year", "Công trạng năm học"
        MOVEMENT = "movement", "Phong trào thi đua, chuyên đề"
        SUDDEN = "sudden", "Đột xuất"
        DEVOTION = "devotion", "Quá trình cống hiến"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="campaigns", verbose_name="cơ quan tổ chức đợt")
    name = models.CharField("tên đợt", max_length=200)
    kind = models.CharField("loại đợt", max_length=15, choices=Kind)
    year = models.PositiveSmallIntegerField(
        "năm công tác", validators=[MinValueValidator(2000), MaxValueValidator(2200)], help_text="Năm của thành tích."
    )
    opens_on = models.DateField("nhận hồ sơ từ ngày")
    due_on = models.DateField("nhận hồ sơ đến hết ngày")
    titles = models.ManyToManyField(AwardTitle, related_name="campaigns", verbose_name="danh hiệu, hình thức xét")
    plan_item = models.ForeignKey(
        PlanItem, models.PROTECT, null=True, blank=True, related_name="campaigns", verbose_name="thực hiện nhiệm vụ"
    )
    note = models.TextField("hướng dẫn thêm", max_length=2000, blank=True)
    closed_at = models.DateTimeField(null=True, editable=False)  # nothing more is taken in or changed
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "đợt khen thưởng"
        ordering = ["-due_on", "-pk"]
        indexes = [models.Index(fields=["unit", "-due_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("opens_on")),
                name="campaign_due_after_it_opens",
                violation_error_message="Ngày hết hạn không được trước ngày bắt đầu nhận.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("awards:campaign_detail", args=[self.pk])

    @property
    def merit(self):
        """The kind of merit its awards are for: Luật số 06/2022/QH15, Điều 8."""
        own = {self.Kind.WORK: "work", self.Kind.SCHOOL_YEAR: "work"}
        return AwardHeld.Merit(own.get(self.kind, self.kind))


class CampaignEvent(Deed):
    """One deed on a round, from the unit where it was done. Rows are only ever added."""

    class Kind(models.TextChoices):
        OPENED = "opened", "Mở đợt"
        CHANGED = "changed", "Sửa"
        CLOSED = "closed", "Đóng đợt"
        REOPENED = "reopened", "Mở lại"

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="events")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    token = models.UUIDField(null=True, unique=True)  # a form sent twice does its deed once

    class Meta(Deed.Meta):
        verbose_name = "việc đã làm với đợt"

    def __str__(self):
        return f"{self.get_kind_display()} – {self.at:%d/%m/%Y}"
