"""Phong trào thi đua, as form 0601 of TT 02/2023/TT-BNV counts them: launched by whom, how far, how long, how."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from thiduakhenthuong.dates import day_words
from units.models import Unit

from .growing import Deed
from .kept import Kept


class Movement(Kept):
    """One movement, kept by the office that launched it or, where the launcher does not work here, that follows it."""

    word = "phong trào"

    class Level(models.TextChoices):
        CENTRAL = "central", "Trung ương (Hội đồng Thi đua - Khen thưởng Trung ương)"
        PROVINCE = "province", "Bộ, ban, ngành, đoàn thể trung ương, tỉnh, thành phố"
        UNIT = "unit", "Cơ quan, tổ chức, đơn vị"

    class Scope(models.TextChoices):
        NATION = "nation", "Toàn quốc"
        PLACE = "place", "Bộ, ngành, địa phương"
        CLUSTER = "cluster", "Cụm, khối thi đua"
        UNIT = "unit", "Cơ quan, đơn vị"

    class Method(models.TextChoices):
        THEME = "theme", "Theo chuyên đề"
        YEARLY = "yearly", "Thường xuyên hằng năm"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="movements", verbose_name="cơ quan theo dõi")
    name = models.CharField("tên phong trào", max_length=300)
    level = models.CharField("cấp phát động", max_length=10, choices=Level)
    scope = models.CharField("phạm vi", max_length=10, choices=Scope)
    method = models.CharField("phương thức", max_length=10, choices=Method)
    basis = models.CharField("văn bản phát động", max_length=300)
    launched_on = models.DateField("ngày phát động")
    ends_on = models.DateField("đến hết ngày")

    class Meta:
        verbose_name = "phong trào thi đua"
        ordering = ["-launched_on", "name", "pk"]
        indexes = [models.Index(fields=["unit", "-launched_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("launched_on")),
                name="movement_ends_after_it_begins",
                violation_error_message="Ngày kết thúc không được trước ngày phát động.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("awards:movement_detail", args=[self.pk])

    @property
    def span_words(self):
        return f"{day_words(self.launched_on)} – {day_words(self.ends_on)}"


class MovementEvent(Deed):
    """One deed on a movement, from the unit where it was done; `details`: what stood before."""

    movement = models.ForeignKey(Movement, models.PROTECT, related_name="events")
    note = models.CharField("việc", max_length=500)
    token = models.UUIDField(null=True, unique=True)  # a form sent twice does its deed once

    class Meta(Deed.Meta):
        verbose_name = "việc đã làm với phong trào thi đua"

    def __str__(self):
        return f"{self.note} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"
