"""What is awarded to whom, and what the law says of it at each deciding level in each span of time."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from thiduakhenthuong.text import search_key, sort_key
from units.models.validity import DatedQuerySet, ends_after_it_begins

from ..money import times
from ..spans import span_words
from .certainty import Certainty
from .instrument import Instrument


class AwardTitle(models.Model):
    """A title or form of commendation for one kind of recipient. Its version covers its provisions too."""

    class Kind(models.TextChoices):
        EMULATION = "emulation", "Danh hiệu thi đua"
        FLAG = "flag", "Cờ thi đua"
        ORDER = "order", "Huân chương"
        MEDAL = "medal", "Huy chương"
        HONOUR = "honour", "Danh hiệu vinh dự nhà nước"
        PRIZE = "prize", "Giải thưởng"
        KEEPSAKE = "keepsake", "Kỷ niệm chương"
        MERIT = "merit", "Bằng khen"
        COMMENDATION = "commendation", "Giấy khen"

    class Recipient(models.TextChoices):
        PERSON = "person", "Cá nhân"
        COLLECTIVE = "collective", "Tập thể"
        HOUSEHOLD = "household", "Hộ gia đình"

    code = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("tên", max_length=200)
    kind = models.CharField("loại", max_length=15, choices=Kind)
    recipient = models.CharField("đối tượng", max_length=15, choices=Recipient)
    order = models.PositiveIntegerField(default=0, editable=False)
    search_key = models.CharField(max_length=300, editable=False)
    sort_key = models.CharField(max_length=900, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "danh hiệu, hình thức khen thưởng"
        ordering = ["order", "sort_key", "code"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.set_keys()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:title_detail", args=[self.code])

    def set_keys(self):
        """Fill the stored keys; for rows that are written in bulk, past `save`."""
        self.search_key = search_key(f"{self.name} {self.code}")
        self.sort_key = sort_key(self.name)

    @property
    def full_name(self):
        """With whom it is for: "Bằng khen của Thủ tướng Chính phủ (tập thể)"."""
        return f"{self.name} ({self.get_recipient_display().lower()})"


class AwardProvision(models.Model):
    """What holds for a title at one deciding level from a date to a date. Two of one level never overlap."""

    class Level(models.TextChoices):
        CENTRAL_PRESIDENT = "central_president", "Chủ tịch nước"
        CENTRAL_PM = "central_pm", "Thủ tướng Chính phủ"
        CENTRAL_NA = "central_na", "Ủy ban Thường vụ Quốc hội"
        MINISTRY_PROVINCE = "ministry_province", "Bộ, ban, ngành, tỉnh"
        DISTRICT = "district", "Cấp huyện"
        COMMUNE = "commune", "Cấp xã"
        UNIT = "unit", "Cơ sở (cơ quan, đơn vị, doanh nghiệp)"

    title = models.ForeignKey(AwardTitle, models.PROTECT, related_name="provisions", verbose_name="danh hiệu")
    level = models.CharField("cấp quyết định", max_length=20, choices=Level)
    decided_by = models.CharField("người quyết định", max_length=300)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    standard = models.TextField("tiêu chuẩn", help_text="Mỗi dòng một điều kiện.")
    basis = models.CharField("căn cứ", max_length=300, help_text="Văn bản, điều, khoản, điểm.")
    instruments = models.ManyToManyField(
        Instrument, blank=True, related_name="provisions", verbose_name="văn bản trong danh mục"
    )
    certainty = models.CharField("mức tin cậy của tiêu chuẩn, thẩm quyền", max_length=1, choices=Certainty)
    multiplier = models.DecimalField(
        "hệ số tiền thưởng",
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(Decimal("1000"))],
        help_text="Số lần mức lương cơ sở, ví dụ 1,5. Bỏ trống khi chưa biết.",
    )
    multiplier_is_limit = models.BooleanField("hệ số là mức cao nhất (“không quá”)", default=False)
    prize_note = models.CharField("ghi chú về tiền thưởng", max_length=300, blank=True)
    prize_certainty = models.CharField("mức tin cậy của hệ số", max_length=1, choices=Certainty, blank=True)
    dossier = models.TextField("hồ sơ", blank=True, help_text="Mỗi dòng một giấy tờ, kèm số mẫu nếu có.")
    copies = models.PositiveSmallIntegerField(
        "số bộ hồ sơ", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    dossier_basis = models.CharField("căn cứ về hồ sơ", max_length=300, blank=True)
    dossier_certainty = models.CharField("mức tin cậy của hồ sơ", max_length=1, choices=Certainty, blank=True)
    entered_at = models.DateTimeField(null=True, editable=False)  # by a person; empty: it came with the program

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "quy định"
        ordering = ["title", "level", "valid_from"]
        constraints = [
            ends_after_it_begins("provision_ends_after_it_begins"),
            models.UniqueConstraint(fields=["title", "level", "valid_from"], name="provision_begins_once"),
            models.UniqueConstraint(
                fields=["title", "level"], condition=Q(valid_from=None), name="provision_without_beginning_once"
            ),
            models.UniqueConstraint(
                fields=["title", "level"], condition=Q(valid_to=None), name="provision_without_end_once"
            ),
            models.CheckConstraint(
                condition=Q(multiplier=None) | (Q(multiplier__gt=0) & ~Q(prize_certainty="")),
                name="provision_multiplier_has_certainty",
            ),
            models.CheckConstraint(
                condition=Q(dossier="") | ~Q(dossier_certainty=""), name="provision_dossier_has_certainty"
            ),
        ]

    def __str__(self):
        return f"{self.title}: {self.get_level_display()}"

    @property
    def conditions(self):
        """The standard, one condition after another."""
        return self.standard.splitlines()

    @property
    def papers(self):
        """The parts of the dossier."""
        return self.dossier.splitlines()

    @property
    def span_words(self):
        return span_words(self.valid_from, self.valid_to)

    @property
    def multiplier_words(self):
        """ "0,8", "không quá 0,8"."""
        return f"{'không quá ' if self.multiplier_is_limit else ''}{times(self.multiplier)}"
