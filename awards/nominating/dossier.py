"""The files of a nomination: judged by their content, kept within the room of the unit, taken out but never lost."""

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from plans.editing.locking import Refused as NotKept
from plans.progress.files import read_upload
from units.models import Unit

from ..editing import Refused
from ..models import NominationEvent, NominationFile
from .fields import open_parts
from .locking import lock, next_version, tell

MOST = 10  # files of one nomination
_MEGABYTE = 1024 * 1024
Kind = NominationEvent.Kind


def add_file(*, nomination, part, upload, version, by, token=None):
    """The file is looked into before anything is locked."""
    try:
        told = read_upload(upload)
    except NotKept as reason:
        raise Refused(str(reason)) from None
    _add(nomination, NominationFile(part=part, **told), version, by, token)


@transaction.atomic
def _add(nomination, file, version, by, token):
    row = lock(nomination, version=version, token=token)
    if not row:
        return
    _demand_open_part(row)
    if row.files.filter(removed_at=None).count() >= MOST:
        raise Refused(f"Mỗi đề nghị kèm tối đa {MOST} tệp. Hãy gộp hoặc bỏ bớt.")
    _demand_room(row.unit, file)
    file.nomination, file.unit = row, row.unit
    file.save()
    details = {"file": file.pk, "sha256": file.sha256}
    note = f"Thêm {file.get_part_display().lower()}: {file.name}"
    tell(row, Kind.CHANGED, by=by, unit=row.unit, note=note, token=token, details=details)
    next_version(row)


@transaction.atomic
def remove_file(*, nomination, file, version, by, token=None):
    """Out of the dossier; its bytes stay for the history."""
    row = lock(nomination, version=version, token=token)
    if not row:
        return
    _demand_open_part(row)
    if not row.files.filter(pk=file.pk, removed_at=None).update(removed_at=timezone.now()):
        raise Refused("Tệp này đã được bỏ ra.")
    details = {"file": file.pk, "sha256": file.sha256}
    tell(row, Kind.CHANGED, by=by, unit=row.unit, note=f"Bỏ tệp {file.name}", token=token, details=details)
    next_version(row)


def _demand_open_part(row):
    if "files" not in open_parts(row):
        raise Refused("Tệp trong hồ sơ không thuộc phần được sửa lúc này.")


def _demand_room(unit, file):
    """The unit's row is locked, so that two at once cannot pass together."""
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    used = NominationFile.objects.filter(unit=unit).aggregate(used=Sum("size"))["used"] or 0
    if used + file.size > settings.TASK_FILES_QUOTA:
        room = f"{used / _MEGABYTE:.0f} MB trong {settings.TASK_FILES_QUOTA // _MEGABYTE} MB"
        raise Refused(f"Đơn vị đã dùng {room} dành cho tệp hồ sơ khen thưởng. Hãy dùng tệp nhỏ hơn.")
