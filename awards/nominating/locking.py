"""What every deed on nominations begins with: rows locked in one order, the version that was seen, the form's token."""

from django.db.models import F

from units.administration import Stale

from ..editing import Refused
from ..models import Nomination, NominationEvent

ROWS = ("campaign__unit", "nominee", "title", "unit", "holder")
CLOSED = "Đợt này đã đóng nên không sửa, không trình được nữa. Hãy liên hệ {unit}."


def lock(nomination, *, version, token=None):
    """The row as it is stored, for the rest of the transaction; None where this form already did its deed."""
    row = lock_all([nomination.pk])[0]
    if sent_before([row], token):
        return None
    if row.version != version:
        raise Stale
    demand_open(row.campaign)
    return row


def lock_all(ids, **within):
    """Rows by their ids, in one order for everybody; of others than `within` (campaign, unit) none is touched.

    Locked first and read then: a row whose holder changed while one waited would fall out of a locking join.
    """
    rows = Nomination.objects.filter(pk__in=ids, **within).order_by("pk")
    list(rows.select_for_update().values_list("pk"))
    return list(rows.select_related(*ROWS))


def sent_before(rows, token):
    """The ids of the rows on which a form with this token already did its deed."""
    events = NominationEvent.objects.filter(nomination__in=rows, token=token) if token else ()
    return {event.nomination_id for event in events}


def demand_open(campaign):
    if campaign.closed_at:
        raise Refused(CLOSED.format(unit=campaign.unit))


def next_version(row):
    """One version on; the row is locked."""
    Nomination.objects.filter(pk=row.pk).update(version=F("version") + 1)
    row.version += 1


def tell(row, kind, *, by, unit, note="", **more):
    """Leave an event. `unit`: from which the person acted."""
    return NominationEvent.objects.append(nomination=row, kind=kind, by=by, unit=unit, note=note, **more)
