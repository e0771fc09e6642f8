"""What an office does with its movements: enters one, changes it, takes it out. Nothing is deleted.

Each deed is one transaction that checks the version that was seen and leaves an event; a form sent twice counts once.
"""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from units.administration import Stale

from ..editing import Refused
from ..models import Movement, MovementEvent
from .access import keeping_unit


def add_movement(*, values, by, token):
    """A new movement. The same token again gives the one it made."""
    try:
        return _add(values, by, token)
    except IntegrityError:
        if sent := MovementEvent.objects.filter(token=token, by=by).first():
            return sent.movement
        raise


@transaction.atomic
def _add(values, by, token):
    added = Movement.objects.create(**values)
    _tell(added, by, "Thêm phong trào", token=token)
    return added


@transaction.atomic
def change_movement(*, movement, values, version, by):
    row = _held(movement, version)
    before = {name: _plain(getattr(row, name)) for name in values if getattr(row, name) != values[name]}
    Movement.objects.filter(pk=row.pk).update(**values)
    _tell(row, by, "Sửa phong trào", details=before)


@transaction.atomic
def remove_movement(*, movement, because, version, by):
    """It counts nowhere any more; what was known of it stays, with the reason."""
    row = _held(movement, version)
    Movement.objects.filter(pk=row.pk).update(removed_at=timezone.now())
    _tell(row, by, f"Bỏ phong trào: {because}")


def _held(movement, version):
    if not Movement.objects.filter(pk=movement.pk, version=version).update(version=F("version") + 1):
        raise Stale
    row = Movement.objects.select_related("unit").get(pk=movement.pk)
    if row.removed_at:
        raise Refused("Phong trào này đã được bỏ nên không sửa được nữa. Hãy thêm phong trào mới nếu cần.")
    return row


def _plain(value):
    return value if isinstance(value, str) else str(value)


def _tell(movement, by, note, *, token=None, details=None):
    unit = keeping_unit(by, movement)
    MovementEvent.objects.append(movement=movement, note=note, by=by, unit=unit, token=token, details=details or {})
