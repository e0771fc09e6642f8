"""A warning set aside with a written reason, before the nomination goes up. A bar of the law never is."""

from django.db import transaction
from django.utils import timezone

from ..editing import Refused
from ..eligibility.judging import findings_of
from ..models import NominationEvent, Override
from .locking import lock, next_version, tell
from .missing import warnings_of


@transaction.atomic
def set_aside(*, nomination, reasons, version, by, token=None):
    """`reasons` by rule; only what is a warning now may be answered. A reason given before is replaced."""
    row = lock(nomination, version=version, token=token)
    if not row:
        return
    if not row.is_editable:
        raise Refused(f"Đề nghị này đang ở trạng thái “{row.get_state_display()}” nên không ghi được nữa.")
    warned = {found["rule"]: found["sentence"] for found in warnings_of(findings_of([row])[row.pk])}
    if not reasons.keys() <= warned.keys():
        raise Refused("Kết quả kiểm tra điều kiện vừa thay đổi. Hãy mở lại trang này.")
    now = timezone.now()
    for rule, reason in reasons.items():
        Override.objects.update_or_create(nomination=row, rule=rule, defaults={"reason": reason, "by": by, "at": now})
    told = "; ".join(f"{warned[rule]} – {reason}" for rule, reason in reasons.items())
    tell(row, NominationEvent.Kind.OVERRIDDEN, by=by, unit=row.unit, note=told, token=token, details=reasons)
    next_version(row)
