"""What an office keeps in lists (movements, those who work with awards): entered, changed, taken out, never deleted.

Each deed is one transaction that checks the version that was seen and leaves an event; a form sent twice counts once.
"""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.text import capfirst

from units.access import acting_unit, has_role, units_of
from units.administration import Stale

from .access import KEEPING, SEEING
from .editing import Refused


def kept_visible_to(model, user):
    """The rows that count, of the units whose awards the user works with and of those below."""
    return model.objects.filter(unit__in=units_of(user, *SEEING), removed_at=None)


def may_see_kept(user, row):
    """Is it among `kept_visible_to`, or was it taken out there?"""
    return has_role(user, row.unit, *SEEING)


def may_keep(user, row):
    """Who may change it or take it out."""
    return row.removed_at is None and has_role(user, row.unit, *KEEPING)


def add(model, *, values, by, token):
    """A new row. The same token again gives the one it made."""
    try:
        return _add(model, values, by, token)
    except IntegrityError:
        if sent := model.objects.filter(events__token=token, events__by=by).first():
            return sent
        raise


@transaction.atomic
def _add(model, values, by, token):
    added = model.objects.create(**values)
    _tell(added, by, f"Thêm {model.word}", token=token)
    return added


@transaction.atomic
def change(row, *, values, version, by):
    """Set what is known of it; what stood before stays in the event."""
    row = _held(row, version)
    before = {name: _plain(getattr(row, name)) for name in values if getattr(row, name) != values[name]}
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    _tell(row, by, f"Sửa {row.word}", details=before)


@transaction.atomic
def remove(row, *, because, version, by):
    """It counts nowhere any more; what was known of it stays, with the reason."""
    row = _held(row, version)
    type(row).objects.filter(pk=row.pk).update(removed_at=timezone.now())
    _tell(row, by, f"Bỏ {row.word}: {because}")


def _held(row, version):
    """The row as it is stored, locked, when it is still as it was seen."""
    model = type(row)
    if not model.objects.filter(pk=row.pk, version=version).update(version=F("version") + 1):
        raise Stale
    row = model.objects.select_related("unit").get(pk=row.pk)
    if row.removed_at:
        word = model.word
        raise Refused(f"{capfirst(word)} này đã được bỏ nên không sửa được nữa. Hãy thêm {word} mới nếu cần.")
    return row


def _plain(value):
    return "" if value is None else str(value)


def _tell(row, by, note, *, token=None, details=None):
    of = {row.events.field.name: row}
    unit = acting_unit(by, row.unit, *KEEPING)
    row.events.append(**of, note=note, by=by, unit=unit, token=token, details=details or {})
