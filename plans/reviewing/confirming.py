"""A reading that a person confirms becomes a plan, or updates one; nothing of it was a plan before."""

from django.db import transaction
from django.utils import timezone

from ..access import issuers_for, may_edit
from ..draft_json import from_json
from ..editing.locking import Refused
from ..importing.saving import Beginning, save_plan
from ..models import Plan, PlanEvent, PlanReading, PlanSource
from .deeds import Closed
from .doubts import DOUBTFUL, open_doubts
from .lengths import too_long
from .updating import rivals, update_plan
from .wordings import realise, remember, wordings_of


class NotYet(Refused):
    """Something is still to be decided; str() says what."""


def open_points(reading, draft, wordings, *, like=()):
    """What is still to be done before confirming, as Vietnamese phrases. `like` are plans it may be a version of."""
    points = []
    if reading.issuer is None:
        points.append("chọn cơ quan ban hành")
    if not draft.year:
        points.append("ghi năm của kế hoạch")
    if not draft.subject.strip():
        points.append("ghi trích yếu")
    if doubts := len(open_doubts(draft, reading.settled)):
        points.append(f"xem {doubts} chỗ nghi ngờ")
    points += [f"rút gọn {words}" for words in too_long(draft)]
    if undecided := sum(not wording.is_decided for wording in wordings):
        points.append(f"chọn đơn vị cho {undecided} cách ghi")
    if like and not reading.updates_id and not reading.is_new:
        points.append("cho biết đây là kế hoạch mới hay bản sửa của kế hoạch đã có")
    return points


def confirm(reading, *, by, version, seen=""):
    """The plan of a reading; the second click gives the same plan. Raises Refused, then nothing is written.

    `version` is the reading as the person saw it, `seen` the `state_of` the plan it updates, as its differences were
    shown. In order: lock, what is still open, the plan or the update, the source filed with it, the choices remembered.
    """
    with transaction.atomic():
        held = PlanReading.objects.select_for_update().get(pk=reading.pk)  # alone, as in deeds.py
        source = PlanSource.objects.defer("content").select_related("plan").get(pk=held.source_id)
        if held.confirmed_at:
            return source.plan
        if held.dropped_at:
            raise Closed(held)
        if held.version != version:
            raise NotYet("Bản đọc vừa được người khác sửa. Hãy xem lại những chỗ đã đổi rồi xác nhận lần nữa.")
        draft = from_json(held.draft)
        _refuse_open(held, draft, wordings_of(draft, issuer=held.issuer, choices=held.choices))
        _refuse_without_right(held, by)
        standing = {unit.text for section in draft.sections for item in section.items for unit in item.units}
        chosen = {printed: choice for printed, choice in held.choices.items() if printed in standing}
        choices = realise(chosen, issuer=held.issuer)
        wordings = wordings_of(draft, issuer=held.issuer, choices=choices)
        meant = {w.printed: {"unit": w.unit, "group": w.group} for w in wordings}
        plan = _plan(held, source, draft, meant, by=by, seen=seen)
        remember(choices, issuer=held.issuer, by=by)
        source.plan = plan
        source.save(update_fields=["plan"])
        held.confirmed_at, held.changed_by = timezone.now(), by
        held.save(update_fields=["confirmed_at", "changed_by", "changed_at"])
        return plan


def _refuse_open(held, draft, wordings):
    like = rivals(draft, issuer=held.issuer, plans=Plan.objects.all())[:1] if held.issuer and draft.year else ()
    points = open_points(held, draft, wordings, like=like)
    if points:
        raise NotYet(f"Chưa xác nhận được: còn phải {'; '.join(points)}.")


def _refuse_without_right(held, by):
    if not issuers_for(by).filter(pk=held.issuer_id).exists():
        raise NotYet(f"Bạn không được nhập kế hoạch của {held.issuer}. Hãy chọn lại cơ quan ban hành.")
    if held.updates and held.updates.is_editable and not may_edit(by, held.updates):
        raise NotYet("Bạn không được sửa kế hoạch sẽ được cập nhật. Hãy chọn lưu thành dự thảo mới.")


def _plan(held, source, draft, wordings, *, by, seen):
    note = f"Đọc từ tệp {source.name}"
    accepted = [found for found in draft.findings if found.severity in DOUBTFUL]
    draft.findings = [found for found in draft.findings if found.severity not in DOUBTFUL]
    details = {"accepted": [found.message for found in accepted], "left_out": draft.unplaced}
    beginning = Beginning(PlanEvent.Kind.IMPORTED, note, details=details)
    if held.updates:
        return update_plan(
            held.updates, draft, issuer=held.issuer, wordings=wordings, by=by, seen=seen, beginning=beginning
        )
    return save_plan(draft, issuer=held.issuer, by=by, wordings=wordings, beginning=beginning)
