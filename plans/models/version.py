"""Versions of a plan, and the paper that left the office. Rows are only ever added (goal R5)."""

from django.conf import settings
from django.db import models

from .event import PlanEvent
from .moves import State
from .plan import Plan


class PlanVersion(models.Model):
    """What a plan said at one time: its draft as canonical JSON (plans/versions.py)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("phiên bản")  # 1, 2, 3 … within its plan
    name = models.CharField("tên gọi", max_length=100, blank=True)
    plan_state = models.CharField("trạng thái", max_length=10, choices=State)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    event = models.ForeignKey(PlanEvent, models.PROTECT, null=True, related_name="versions")  # what made it so

    class Meta:
        verbose_name = "phiên bản"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plan_version_number_once")]

    def __str__(self):
        return self.name or f"Phiên bản {self.number}"


class IssuedPaper(models.Model):
    """The document as it left the office: what is shown and printed from then on, never rendered again.

    In the database, not beside it: number, content, bytes and event come together or not at all (goal R4).
    """

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="issued_paper")
    content = models.TextField()  # canonical JSON, as in PlanVersion
    content_sha256 = models.CharField(max_length=64)
    pdf = models.BinaryField()
    pdf_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "bản đã ban hành"

    def __str__(self):
        return self.pdf_sha256


class SignedCopy(models.Model):
    """The signed plan: a scan of the paper, or the issued PDF signed outside. The latest one counts."""

    class Kind(models.TextChoices):
        SCAN = "scan", "Bản chụp giấy đã ký"
        DIGITAL = "digital", "Bản ký số"

    class Outcome(models.TextChoices):
        VALID = "valid", "hợp lệ"
        CHANGED_AFTER = "changed_after", "hợp lệ nhưng có thay đổi sau khi ký"
        UNVERIFIABLE = "unverifiable", "không xác minh được"
        INVALID = "invalid", "không hợp lệ"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="signed_copies")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    name = models.CharField("tên tệp", max_length=255)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField("số trang")
    report = models.JSONField(default=dict)  # of each signature, and of the text compared (plans/signed.py)
    outcome = models.CharField("kết quả kiểm tra", max_length=15, choices=Outcome, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "bản đã ký"
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "sha256"], name="signed_copy_once_a_plan")]

    def __str__(self):
        return self.name
