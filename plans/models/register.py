"""The register of outgoing documents (sổ đăng ký văn bản đi): series, their counters, and what they gave away.

NĐ 30/2020/NĐ-CP, Điều 15 and Phụ lục IV: numbers run from 01 on 1 January to 31 December, one series for all types or
one for each as the head of the body decides, unique in the year, the same on paper and electronically.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from units.models import Unit

from .plan import Plan


class NumberSeries(models.Model):
    """Numbers of one body, for one type of document or for all that have no series of their own."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="number_series", verbose_name="cơ quan")
    doc_type = models.CharField("tên loại", max_length=50, blank=True, help_text="Bỏ trống: dùng chung cho mọi loại.")
    by_hand = models.BooleanField(
        "lấy số ở sổ giấy", default=False, help_text="Văn thư gõ số đã lấy ở sổ bên ngoài; phần mềm không tự cấp số."
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "dãy số văn bản"
        ordering = ["unit", "doc_type"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "doc_type"],
                name="number_series_once",
                violation_error_message="Cơ quan đã có dãy số cho loại này.",
            )
        ]

    def __str__(self):
        return self.doc_type.capitalize() or "Mọi loại văn bản"


class SeriesCounter(models.Model):
    """The last number given away in a year, and the day it carries; locked while one is taken (goal R2)."""

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="counters")
    year = models.PositiveSmallIntegerField("năm")
    last_number = models.PositiveIntegerField("số cuối", default=0)
    last_on = models.DateField("ngày của số cuối", null=True)

    class Meta:
        verbose_name = "bộ đếm số"
        constraints = [models.UniqueConstraint(fields=["series", "year"], name="series_counter_once_a_year")]

    def __str__(self):
        return f"{self.series} {self.year}: {self.last_number}"


class RegisterEntry(models.Model):
    """One line of the register. What it says of the document is copied, so that it stays as registered."""

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="entries")
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số")
    suffix = models.CharField("chữ sau số", max_length=1, blank=True)  # 249a: taken by hand between two others
    symbol = models.CharField("ký hiệu", max_length=30)
    signed_on = models.DateField("ngày văn bản")
    doc_type = models.CharField("tên loại", max_length=50)
    subject = models.CharField("trích yếu", max_length=500)
    signer = models.CharField("người ký", max_length=150, blank=True)
    recipients = models.TextField("nơi nhận", blank=True)
    plan = models.OneToOneField(Plan, models.PROTECT, null=True, blank=True, related_name="register_entry")
    by_hand = models.BooleanField("số lấy ở sổ giấy", default=False)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # What the clerk fills in later.
    keeper = models.CharField("đơn vị, người nhận bản lưu", max_length=200, blank=True)
    copies = models.PositiveSmallIntegerField("số lượng bản", null=True, blank=True)
    sent_on = models.DateField("ngày chuyển", null=True, blank=True)
    received_by = models.CharField("ký nhận", max_length=200, blank=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    # A number once given stays visible, with the reason why its document is none.
    cancelled_at = models.DateTimeField("hủy lúc", null=True, editable=False)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    cancelled_reason = models.CharField("lý do hủy", max_length=500, blank=True, editable=False)
    token = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        verbose_name = "văn bản đi"
        ordering = ["year", "series", "number", "suffix"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "year", "number", "suffix"],
                name="register_number_once_a_year",
                violation_error_message="Số này đã dùng trong năm.",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_reason="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancelled_reason="")),
                name="register_cancelled_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["series", "year", "number"])]

    def __str__(self):
        return self.number_words

    @property
    def printed_number(self):
        """As on paper: "05", "249a"; below 10 with a zero (NĐ 30/2020, Phụ lục I)."""
        return f"{self.number:02d}{self.suffix}"

    @property
    def number_words(self):
        """As cited: "05/KH-UBND"."""
        return f"{self.printed_number}/{self.symbol}"

    @property
    def document_words(self):
        """Type and subject: "Kế hoạch Triển khai công tác thi đua"."""
        return f"{self.doc_type.capitalize()} {self.subject}"


class SeriesEvent(models.Model):
    """What was done to a series or to a line of the register; a plan has besides events of its own."""

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="events")
    entry = models.ForeignKey(RegisterEntry, models.PROTECT, null=True, related_name="events")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.CharField("việc", max_length=300)
    details = models.JSONField(default=dict)
    address = models.GenericIPAddressField(null=True, editable=False)
    request_id = models.CharField(max_length=36, blank=True, editable=False)

    class Meta:
        verbose_name = "việc về dãy số"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.note
