"""A list that was looked through becomes drafts: all of its good rows, or none."""

from django.db import transaction

from units.models import Unit

from ..editing import Refused
from ..models import NominationEvent
from ..nominees.keeping import add_nominee
from .entering import enter
from .locking import demand_open
from .sheets.review import record_of, values_of


class RowRefused(Refused):
    """One row could not be entered; nothing was."""


@transaction.atomic
def import_rows(*, campaign, unit, rows, by, token):
    """How many were entered; the unit's row is locked, so that a form sent twice enters once."""
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    before = NominationEvent.objects.filter(token=token, kind=NominationEvent.Kind.ADDED, by=by).count()
    if before:
        return before
    demand_open(campaign)
    for row in rows:
        nominee = row.nominee or add_nominee(**record_of(row), unit=unit, by=by)
        try:
            enter(campaign=campaign, unit=unit, nominee=nominee, values=values_of(row), by=by, token=token)
        except Refused as reason:
            raise RowRefused(f"Dòng {row.number}: {reason}") from None
    return len(rows)
