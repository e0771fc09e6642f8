"""What happened to a plan: who, when, what. Rows are only ever added, each sealed by the hash of all before it."""

import json
from datetime import UTC
from hashlib import sha256

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from thiduakhenthuong.asking import current
from units.access import acting_unit
from units.models import Unit

# What the hash of an event covers, besides the hash of the one before it (goal R6).
SEALED = (
    "plan_id",
    "seq",
    "kind",
    "by_id",
    "unit_id",
    "at",
    "note",
    "ref",
    "details",
    "token",
    "undoes_id",
    "address",
    "request_id",
)


class PlanEventQuerySet(models.QuerySet):
    def append(self, *, plan, kind, by, **values):
        """Add the next event of a plan, with the request it came from; the only way in. Returns it.

        The row of the plan holds the number of its events and the last hash: what is cut off at the end is missed.
        """
        plans = type(plan).objects.filter(pk=plan.pk)
        with transaction.atomic():
            held = plans.select_for_update().values("issuer_id", "event_count", "event_head").get()
            asking = current()
            event = self.model(
                plan_id=plan.pk,
                kind=kind,
                by=by,
                unit=acting_unit(by, plan.issuer) if by else None,
                at=timezone.now(),
                seq=held["event_count"] + 1,
                address=asking.address,
                request_id=asking.request_id,
                **values,
            )
            event.hash = event.seal(held["event_head"])
            event.save(force_insert=True)
            plans.update(event_count=event.seq, event_head=event.hash)
        return event


class PlanEvent(models.Model):
    """One deed. `details` of an edit holds what stood before, so that a deletion can be undone.

    Those of the first event of a plan hold the findings of its reading or copying: {"findings": [{severity, …}]}.
    """

    class Kind(models.TextChoices):
        CREATED = "created", "Tạo mới"
        IMPORTED = "imported", "Nhập từ văn bản"
        COPIED = "copied", "Chép từ kế hoạch khác"
        EDITED = "edited", "Sửa"
        DELETED = "deleted", "Xóa"
        RESTORED = "restored", "Hoàn tác xóa"
        NAMED = "named", "Đặt tên phiên bản"
        COMMENTED = "commented", "Góp ý"
        RESOLVED = "resolved", "Giải quyết góp ý"
        SUBMITTED = "submitted", "Trình duyệt"
        WITHDRAWN = "withdrawn", "Rút lại để sửa"
        RETURNED = "returned", "Trả lại"
        APPROVED = "approved", "Duyệt"
        ISSUED = "issued", "Ban hành"
        RECORDED = "recorded", "Ghi nhận đã ban hành"
        FILED = "filed", "Lưu bản đã ký"
        AMENDED = "amended", "Được điều chỉnh, bổ sung"
        REPLACED = "replaced", "Được thay thế"
        REINSTATED = "reinstated", "Có hiệu lực trở lại"
        CANCELLED = "cancelled", "Bỏ kế hoạch"
        REVOKED = "revoked", "Hủy văn bản đã ban hành"
        REGISTERED = "registered", "Ghi sổ văn bản đi"

    plan = models.ForeignKey("plans.Plan", models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField(editable=False)  # 1, 2, 3 … within its plan
    kind = models.CharField("việc", max_length=10, choices=Kind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")  # where `by` holds the role used
    at = models.DateTimeField(editable=False)
    note = models.CharField("ghi chú", max_length=500, blank=True)  # what was deleted or restored is only named here
    ref = models.CharField(max_length=40, blank=True, editable=False)  # the piece it touched, as on paper: "muc-12"
    details = models.JSONField(default=dict)
    # A form that adds something carries a token: sent twice, it adds once.
    token = models.UUIDField(null=True, unique=True, editable=False)
    # What is undone can be undone once.
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="undone_by", verbose_name="hoàn tác"
    )
    address = models.GenericIPAddressField(null=True, editable=False)
    request_id = models.CharField(max_length=36, blank=True, editable=False)
    hash = models.CharField(max_length=64, editable=False)

    objects = PlanEventQuerySet.as_manager()

    class Meta:
        verbose_name = "diễn biến"
        ordering = ["-seq"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "seq"], name="plan_event_once_in_its_place"),
            models.CheckConstraint(condition=~models.Q(hash=""), name="plan_event_is_sealed"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {timezone.localtime(self.at):%H:%M %d/%m/%Y}"

    @property
    def words(self):
        """What was done, in one text: "Xóa nhiệm vụ “Họp”"."""
        kind = self.get_kind_display()
        if self.kind in (self.Kind.DELETED, self.Kind.RESTORED):
            return f"{kind} {self.note}"
        if self.kind == self.Kind.EDITED and self.note:
            return self.note
        return f"{kind}. {self.note}" if self.note else kind

    def seal(self, previous):
        """The hash of this event after the hash `previous`: of every field that tells something."""
        return seal(previous, {name: getattr(self, name) for name in SEALED})


def seal(previous, values):
    """SHA-256 over the hash before and the values, written in one way only. Hexadecimal."""
    told = {name: _plain(values[name]) for name in SEALED}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"{previous}\n{text}".encode()).hexdigest()


def _plain(value):
    """As the value comes back from either database."""
    if hasattr(value, "astimezone"):
        return value.astimezone(UTC).isoformat()
    return value if value is None or isinstance(value, str | int | dict | list) else str(value)
