"""One nominee put forward for one title in a round: where it stands, who holds it since when, what was found."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from thiduakhenthuong.addresses import address_of_row
from units.models import Unit

from .campaign import Campaign
from .growing import Deed
from .nominee import Nominee
from .nominee_record import Initiative, RecipientClass
from .title import AwardTitle

_YEARS = [MinValueValidator(1945), MaxValueValidator(2200)]


class Nomination(models.Model):
    """`unit` proposes, `holder` has to act on it now. Its version guards it and all its parts."""

    class State(models.TextChoices):
        DRAFT = "draft", "Đang lập"
        SUBMITTED = "submitted", "Đã trình"
        RETURNED = "returned", "Bị trả lại"
        WITHDRAWN = "withdrawn", "Đã rút"
        REFUSED = "refused", "Không xét"
        AGREED = "agreed", "Hội đồng thông qua"
        NOT_AGREED = "not_agreed", "Hội đồng không thông qua"
        AWARDED = "awarded", "Đã khen thưởng"

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="nominations", verbose_name="đợt")
    nominee = models.ForeignKey(Nominee, models.PROTECT, related_name="nominations", verbose_name="người, tập thể")
    title = models.ForeignKey(AwardTitle, models.PROTECT, related_name="nominations", verbose_name="đề nghị tặng")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="nominations", verbose_name="đơn vị đề nghị")
    holder = models.ForeignKey(Unit, models.PROTECT, related_name="nominations_held", verbose_name="đang ở")
    arrived_at = models.DateTimeField("từ lúc")
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.DRAFT)
    position_words = models.CharField("chức vụ, nơi công tác ghi trên văn bản", max_length=300, blank=True)
    recipient_class = models.CharField("đối tượng thống kê", max_length=20, choices=RecipientClass, blank=True)
    from_year = models.PositiveSmallIntegerField("thành tích từ năm", validators=_YEARS)
    to_year = models.PositiveSmallIntegerField("đến năm", validators=_YEARS)
    achievement = models.TextField("tóm tắt thành tích", max_length=4000, blank=True)
    initiatives = models.ManyToManyField(
        Initiative, blank=True, related_name="nominations", verbose_name="sáng kiến, đề tài dùng để xét"
    )
    submitted_at = models.DateTimeField(null=True)
    reached = models.ForeignKey(  # the highest unit it ever came to: up to there it is seen
        Unit, models.PROTECT, null=True, editable=False, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, editable=False)  # its holder found the dossier in order
    findings = models.JSONField(default=list)  # as they stood when it was submitted, frozen with it
    rules_version = models.CharField(max_length=20, blank=True)
    sort_key = models.CharField(max_length=920, editable=False, default="")  # by title, then by name
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "đề nghị khen thưởng"
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["campaign", "sort_key", "id", "reached", "unit"], name="nomination_in_order"),
            models.Index(fields=["campaign", "state", "holder"], name="nomination_by_holder"),
            models.Index(fields=["campaign", "unit", "state"], name="nomination_by_unit"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "nominee", "title"],
                condition=~Q(state__in=("withdrawn", "refused")),
                name="nomination_once_a_round",
                violation_error_message="Đã có đề nghị này trong đợt.",
            ),
            models.CheckConstraint(condition=Q(to_year__gte=F("from_year")), name="nomination_years_in_order"),
        ]

    def __str__(self):
        return f"{self.nominee}: {self.title}"

    def save(self, *args, **kwargs):
        self.set_sort_key()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return address_of_row("awards:nomination_detail", self.pk)

    def get_state_display(self):
        """As Django's own, which makes a dictionary of the choices for each row of a list."""
        return _STATES[self.state]

    def set_sort_key(self):
        """Fill the stored key, so that a long round is listed from an index; for rows in bulk, past `save`."""
        self.sort_key = f"{self.title.order:08}{self.nominee.sort_key}"

    @property
    def is_editable(self):
        """The proposing unit may still change it."""
        return self.state in (self.State.DRAFT, self.State.RETURNED)

    @property
    def years_words(self):
        return str(self.to_year) if self.from_year == self.to_year else f"{self.from_year}–{self.to_year}"


_STATES = dict(Nomination.State.choices)


class NominationEvent(Deed):
    """One deed on a nomination. Rows are only ever added."""

    class Kind(models.TextChoices):
        ADDED = "added", "Lập"
        CHANGED = "changed", "Sửa"
        SUBMITTED = "submitted", "Trình"
        FORWARDED = "forwarded", "Chuyển lên cấp trên"
        ACCEPTED = "accepted", "Tiếp nhận"
        RETURNED = "returned", "Trả lại"
        WITHDRAWN = "withdrawn", "Rút"
        REFUSED = "refused", "Không xét"
        OVERRIDDEN = "overridden", "Bỏ qua cảnh báo"
        JUDGED = "judged", "Hội đồng cho ý kiến"
        AWARDED = "awarded", "Khen thưởng"
        REVOKED = "revoked", "Thu hồi"

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="events")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    note = models.CharField("nội dung", max_length=1000, blank=True)
    fields = models.JSONField(default=list)  # of a return: the names of the fields to mend
    to_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    token = models.UUIDField(null=True)  # a form sent twice does its deed once

    class Meta(Deed.Meta):
        verbose_name = "diễn biến đề nghị"
        constraints = [
            models.UniqueConstraint(fields=["nomination", "token"], name="nomination_event_once_a_form"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} – {self.at:%d/%m/%Y}"


class NominationFile(models.Model):
    """The achievement report or another paper of the dossier. Kept in the database, outside every web root."""

    class Part(models.TextChoices):
        REPORT = "report", "Báo cáo thành tích"
        MINUTES = "minutes", "Biên bản xét"
        PAPER = "paper", "Giấy tờ khác"

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="files")
    part = models.CharField("thành phần hồ sơ", max_length=10, choices=Part)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")  # whose quota it fills
    name = models.CharField("tên tệp", max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    removed_at = models.DateTimeField(null=True)  # taken out of the dossier; kept for the history

    class Meta:
        verbose_name = "tệp của đề nghị"
        ordering = ["part", "pk"]
        indexes = [models.Index(fields=["unit", "size"], name="nomination_file_quota")]

    def __str__(self):
        return self.name


class Override(models.Model):
    """A warning that a person set aside with a written reason. A block has none."""

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="overrides")
    rule = models.CharField(max_length=60)
    reason = models.CharField("lý do", max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "cảnh báo được bỏ qua"
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["nomination", "rule"], name="override_once_a_rule")]

    def __str__(self):
        return self.reason
