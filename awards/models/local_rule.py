"""What varies by place and by time: shares of titles, and how a council decides."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from units.models import Unit
from units.models.validity import Dated, DatedQuerySet, ends_after_it_begins

from ..money import percent_words
from ..spans import span_words
from .certainty import Certainty
from .title import AwardProvision, AwardTitle

_SHARE = [MinValueValidator(Decimal("0.01")), MaxValueValidator(Decimal("100"))]


class LocalCap(Dated, models.Model):
    """At most so many of one title for each hundred of another, at a body and below it (award-rules: shares, caps)."""

    class Rounding(models.TextChoices):
        DOWN = "down", "Làm tròn xuống"
        UP = "up", "Làm tròn lên"
        HALF_UP = "half_up", "Từ 0,5 làm tròn lên"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="áp dụng cho")
    title = models.ForeignKey(AwardTitle, models.PROTECT, related_name="caps", verbose_name="danh hiệu bị giới hạn")
    of_title = models.ForeignKey(AwardTitle, models.PROTECT, related_name="+", verbose_name="tính trên số")
    percent = models.DecimalField("tỷ lệ cao nhất (%)", max_digits=5, decimal_places=2, validators=_SHARE)
    rounding = models.CharField("làm tròn", max_length=10, choices=Rounding, default=Rounding.DOWN)
    at_least_one = models.BooleanField("chưa đủ 1 thì tính là 1", default=False)
    blocks = models.BooleanField("vượt thì không trình được", default=False)
    basis = models.CharField("căn cứ", max_length=300)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "tỷ lệ khống chế"
        ordering = ["unit", "title", "valid_from", "pk"]
        constraints = [
            ends_after_it_begins("local_cap_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(title=F("of_title")),
                name="local_cap_of_another_title",
                violation_error_message="Hãy chọn một danh hiệu khác để tính tỷ lệ.",
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def words(self):
        """ "Chiến sĩ thi đua cơ sở không quá 15 % số Lao động tiên tiến"."""
        return f"{self.title} không quá {percent_words(self.percent)} số {self.of_title}"

    @property
    def span_words(self):
        return span_words(self.valid_from, self.valid_to)


class VoteRule(models.Model):
    """How a council decides on a title: share of votes, of whom, secret or open. The most special one counts.

    With `title` for that title; else with `level` for all that this level decides; with neither for everything.
    """

    TWO_THIRDS = Decimal("66.67")

    class Denominator(models.TextChoices):
        ALL = "all", "tổng số thành viên Hội đồng"
        PRESENT = "present", "số thành viên dự họp"

    title = models.ForeignKey(
        AwardTitle, models.PROTECT, null=True, blank=True, related_name="vote_rules", verbose_name="danh hiệu"
    )
    level = models.CharField("cấp quyết định", max_length=20, choices=AwardProvision.Level, blank=True)
    percent = models.DecimalField("tỷ lệ phiếu đồng ý ít nhất (%)", max_digits=5, decimal_places=2, validators=_SHARE)
    denominator = models.CharField("tính trên", max_length=10, choices=Denominator)
    is_secret = models.BooleanField("bỏ phiếu kín", default=True)
    counts_written = models.BooleanField("tính ý kiến bằng văn bản của người vắng", default=True)
    quorum = models.DecimalField(
        "số thành viên phải có mặt (%)", max_digits=5, decimal_places=2, default=TWO_THIRDS, validators=_SHARE
    )
    basis = models.CharField("căn cứ", max_length=300)
    certainty = models.CharField("mức tin cậy", max_length=1, choices=Certainty)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "quy định biểu quyết"
        ordering = ["level", "title", "valid_from", "pk"]
        constraints = [ends_after_it_begins("vote_rule_ends_after_it_begins")]

    def __str__(self):
        return f"{self.subject_words}: từ {percent_words(self.percent)}"

    def get_absolute_url(self):
        return reverse("awards:vote_rule_list")

    @property
    def subject_words(self):
        """What it is for."""
        return self.title.full_name if self.title else self.get_level_display() or "Mọi danh hiệu, hình thức khác"

    @property
    def span_words(self):
        return span_words(self.valid_from, self.valid_to)
