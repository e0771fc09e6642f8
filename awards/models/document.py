"""Papers of a round: minutes, submissions to a higher level, decisions; and whom a decision awards.

Each is a document of plans (plans.Plan with its kind), so that approval, number, issue and signing are the same.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plans.models import Plan
from plans.models.moves import IN_FORCE, UNDER_WAY
from units.models import Unit

from .campaign import Campaign
from .council import CouncilSession
from .nomination import Nomination
from .title import AwardProvision, AwardTitle

_MILLIMETRES = [MinValueValidator(0), MaxValueValidator(600)]


class AwardDocument(models.Model):
    """Which round a document belongs to, and what it is there."""

    class Kind(models.TextChoices):
        MINUTES = "minutes", "Biên bản họp Hội đồng"
        SUBMISSION = "submission", "Tờ trình"
        DECISION = "decision", "Quyết định khen thưởng"

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="award_document", verbose_name="văn bản")
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="documents", verbose_name="đợt")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    session = models.ForeignKey(CouncilSession, models.PROTECT, null=True, blank=True, related_name="documents")
    level = models.CharField("cấp quyết định", max_length=20, choices=AwardProvision.Level, blank=True)

    class Meta:
        verbose_name = "văn bản của đợt khen thưởng"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=models.Q(kind="minutes"), name="minutes_once_a_session"
            ),
        ]

    def __str__(self):
        return str(self.plan)


class AwardLineQuerySet(models.QuerySet):
    def standing(self):
        """Of papers under way or in force; one that was dropped or revoked binds nobody."""
        return self.filter(document__plan__state__in=(*UNDER_WAY, *IN_FORCE))


class AwardLine(models.Model):
    """One nomination in the list of a decision or submission. What is printed of it is in the document itself."""

    document = models.ForeignKey(AwardDocument, models.PROTECT, related_name="lines")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="lines")
    order = models.PositiveIntegerField()
    prize = models.PositiveBigIntegerField("tiền thưởng (đồng)", null=True)
    prize_words = models.CharField(max_length=200, blank=True)  # how it was found

    objects = AwardLineQuerySet.as_manager()

    class Meta:
        verbose_name = "dòng trong danh sách khen thưởng"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["document", "nomination"], name="award_line_once"),
            models.UniqueConstraint(fields=["document", "order"], name="award_line_one_place"),
        ]

    def __str__(self):
        return str(self.nomination)


class CertificateTemplate(models.Model):
    """The pre-printed sheet on which certificates are printed: its size in mm, turned or not."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="của")
    name = models.CharField("tên mẫu", max_length=200)
    kind = models.CharField("loại", max_length=15, choices=AwardTitle.Kind)
    width = models.DecimalField("rộng (mm)", max_digits=5, decimal_places=1, default=297, validators=_MILLIMETRES)
    height = models.DecimalField("cao (mm)", max_digits=5, decimal_places=1, default=210, validators=_MILLIMETRES)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "mẫu in bằng khen, giấy khen"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class CertificateField(models.Model):
    """One line on the sheet: what is printed, where its box stands (mm from the upper left corner), how."""

    class What(models.TextChoices):
        NAME = "name", "Tên người, tập thể được khen"
        POSITION = "position", "Chức vụ, nơi công tác"
        ACHIEVEMENT = "achievement", "Thành tích"
        TITLE = "title", "Tên danh hiệu, hình thức"
        PLACE_DATE = "place_date", "Địa danh, ngày tháng năm"
        DECISION = "decision", "Số quyết định"
        BOOK_NUMBER = "book_number", "Số vào sổ vàng"
        AUTHORITY = "authority", "Quyền hạn, chức vụ người ký"
        SIGNER = "signer", "Họ tên người ký"

    class Align(models.TextChoices):
        LEFT = "left", "trái"
        CENTER = "center", "giữa"
        RIGHT = "right", "phải"

    template = models.ForeignKey(CertificateTemplate, models.CASCADE, related_name="fields")
    what = models.CharField("nội dung", max_length=15, choices=What)
    left = models.DecimalField("cách mép trái (mm)", max_digits=5, decimal_places=1, validators=_MILLIMETRES)
    top = models.DecimalField("cách mép trên (mm)", max_digits=5, decimal_places=1, validators=_MILLIMETRES)
    width = models.DecimalField("rộng (mm)", max_digits=5, decimal_places=1, validators=_MILLIMETRES)
    size = models.DecimalField(
        "cỡ chữ (pt)", max_digits=4, decimal_places=1, validators=[MinValueValidator(6), MaxValueValidator(72)]
    )
    align = models.CharField("căn", max_length=10, choices=Align, default=Align.CENTER)
    is_bold = models.BooleanField("đậm", default=False)
    is_upper = models.BooleanField("in hoa", default=False)

    class Meta:
        verbose_name = "chỗ in trên mẫu"
        ordering = ["top", "left", "pk"]
        constraints = [models.UniqueConstraint(fields=["template", "what"], name="certificate_field_once")]

    def __str__(self):
        return self.get_what_display()
