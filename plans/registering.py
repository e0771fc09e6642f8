"""What the clerk does in the register of outgoing documents: enters what is no plan, fills in a line, cancels one.

Each deed is one transaction and leaves its event: for a plan's line in the plan's chain, else a SeriesEvent.
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from units.administration import Stale

from .editing.locking import Refused
from .models import Plan, PlanEvent, RegisterEntry, SeriesCounter
from .register import register, series_of
from .series import note_event

FILLED_IN = ("keeper", "copies", "sent_on", "received_by", "note")


class NotYetReached(Refused):
    """Where the program gives the numbers, a person may only enter what the paper book gave away before."""

    def __init__(self, number, last):
        told = f"mới cấp đến số {last:02d}" if last else "chưa cấp số nào trong năm"
        super().__init__(
            f"Dãy số này do phần mềm cấp, {told}, nên chưa ghi số {number} được. Hãy bỏ trống ô Số để lấy số tiếp theo."
        )


class BelongsToPlan(Refused):
    def __init__(self):
        super().__init__("Dòng này là của một văn bản soạn ở đây. Hãy hủy văn bản ở trang của nó.")


@transaction.atomic
def enter(*, unit, doc_type, signed_on, by, today, number=None, token=None, **told):
    """A document that is no plan, under the next number or the one a paper book gave it. Sent twice, it stands once."""
    series = series_of(unit, doc_type)
    if number and not series.by_hand and signed_on.year == today.year:
        _refuse_ahead(series, signed_on.year, number)
    values = {"doc_type": doc_type, "signed_on": signed_on, "by": by, "number": number or None, "token": token}
    entry = register(series=series, **values, **told)
    if not entry.events.exists():
        note_event(series, entry=entry, by=by, note=f"Vào sổ {entry.doc_type.capitalize()} số {entry.number_words}")
    return entry


def _refuse_ahead(series, year, number):
    counter = SeriesCounter.objects.filter(series=series, year=year).first()
    last = counter.last_number if counter else 0
    if int("".join(filter(str.isdigit, number))) > last:
        raise NotYetReached(number, last)


@transaction.atomic
def fill_in(*, entry, values, version, by):
    """What is known only after the document left: who keeps it, how many went when to whom. Raises Stale."""
    if entry.plan_id:
        Plan.objects.select_for_update().get(pk=entry.plan_id)  # first, as whoever cancels the plan does
    held = RegisterEntry.objects.select_for_update(of=("self",)).select_related("series", "plan").get(pk=entry.pk)
    if held.version != version:
        raise Stale
    changed = [name for name in FILLED_IN if getattr(held, name) != values[name]]
    if not changed:
        return
    details = {
        "before": {name: _plain(getattr(held, name)) for name in changed},
        "after": {name: _plain(values[name]) for name in changed},
    }
    written = {name: values[name] for name in changed}
    RegisterEntry.objects.filter(pk=held.pk).update(**written, version=F("version") + 1)
    labels = [RegisterEntry._meta.get_field(name).verbose_name for name in changed]
    _leave_event(held, by=by, note=f"Số {held.number_words}: ghi {', '.join(labels)}", details=details)


@transaction.atomic
def cancel_entry(*, entry, reason, by):
    """The document counts no longer; its number stays, with the reason. Done once, whoever asks again."""
    held = RegisterEntry.objects.select_for_update(of=("self",)).select_related("series").get(pk=entry.pk)
    if held.plan_id:
        raise BelongsToPlan
    if held.cancelled_at:
        return
    told = {"cancelled_at": timezone.now(), "cancelled_by": by, "cancelled_reason": reason}
    RegisterEntry.objects.filter(pk=held.pk).update(**told, version=F("version") + 1)
    note_event(held.series, entry=held, by=by, note=f"Hủy số {held.number_words}", details={"reason": reason})


def _leave_event(entry, *, by, note, details):
    if entry.plan:
        kind = PlanEvent.Kind.REGISTERED
        PlanEvent.objects.append(plan=entry.plan, kind=kind, by=by, note=note, details=details)
    else:
        note_event(entry.series, entry=entry, by=by, note=note, details=details)


def _plain(value):
    """As JSON keeps it."""
    return value.isoformat() if hasattr(value, "isoformat") else value
