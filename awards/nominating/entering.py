"""What a unit enters: a nomination, and its changes until it is submitted. One transaction a deed, with its event."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from units.models import Unit

from ..editing import Refused
from ..models import Nomination, NominationEvent
from .fields import columns_of, open_parts
from .locking import demand_open, lock, tell

Kind = NominationEvent.Kind
TWICE = "Trong đợt này đã có đề nghị “{title}” cho {nominee}. Hãy mở đề nghị đã có để sửa."


def added_before(token, by):
    """The nomination that a form with this token already made."""
    if not token:
        return None
    sent = NominationEvent.objects.filter(token=token, kind=Kind.ADDED, by=by).select_related("nomination").first()
    return sent and sent.nomination


@transaction.atomic
def add_nomination(*, campaign, unit, nominee, values, by, token=None):
    """A draft of a unit. `nominee` is the record that stands, or a function that makes it in this transaction.

    The unit's row is locked, so that a form sent twice at once makes one.
    """
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if sent := added_before(token, by):
        return sent
    demand_open(campaign)
    return enter(campaign=campaign, unit=unit, nominee=nominee, values=values, by=by, token=token)


def enter(*, campaign, unit, nominee, values, by, token=None):
    """Write one; within a transaction."""
    nominee = nominee() if callable(nominee) else nominee
    values = dict(values)
    initiatives = values.pop("initiatives", ())
    row = Nomination(campaign=campaign, unit=unit, holder=unit, nominee=nominee, arrived_at=timezone.now(), **values)
    row.position_words = row.position_words or words_of_place(nominee)
    _save(row)
    row.initiatives.set(initiatives)
    tell(row, Kind.ADDED, by=by, unit=unit, note="Lập đề nghị", token=token)
    return row


@transaction.atomic
def change_nomination(*, nomination, values, version, by, token=None):
    """Only what stands open: all of a draft, the parts named when it was returned."""
    row = lock(nomination, version=version, token=token)
    if not row:
        return
    if not row.is_editable:
        raise Refused(f"Đề nghị này đang ở trạng thái “{row.get_state_display()}” nên không sửa được.")
    allowed = columns_of(open_parts(row))
    values = {name: value for name, value in values.items() if name in allowed}
    initiatives = values.pop("initiatives", None)
    before = {name: str(getattr(row, name)) for name in values if getattr(row, name) != values[name]}
    if initiatives is not None:
        before["initiatives"] = sorted(row.initiatives.values_list("pk", flat=True))
        row.initiatives.set(initiatives)
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    _save(row)
    tell(row, Kind.CHANGED, by=by, unit=row.unit, note="Sửa đề nghị", details=before, token=token)


def words_of_place(nominee):
    """The position and the unit as the record has them: "Chuyên viên, Phòng Nội vụ"."""
    posting = nominee.postings.select_related("unit").first()
    return str(posting)[:300] if posting else ""


def _save(row):
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused(TWICE.format(title=row.title, nominee=row.nominee)) from None
