"""Files that come with a report: which may be kept, and how much room a unit has for them (goal S5)."""

from hashlib import sha256

from django.conf import settings
from django.db.models import Sum

from thiduakhenthuong.text import clean_line
from units.models import Unit

from ..editing.locking import Refused
from ..models import TaskFile
from ..reading.lines import Unreadable
from .attached.checks import KINDS
from .attached.confined import media_type_of

MOST = 5  # files of one report
ACCEPT = ",".join([*(f".{ending}" for ending in KINDS), "image/jpeg", "image/png"])
_MEGABYTE = 1024 * 1024


class NoRoom(Refused):
    def __init__(self, used):
        quota = settings.TASK_FILES_QUOTA // _MEGABYTE
        super().__init__(
            f"Đơn vị đã dùng {used / _MEGABYTE:.0f} MB trong {quota} MB dành cho tệp báo cáo. "
            "Hãy gửi báo cáo không kèm tệp, hoặc kèm tệp nhỏ hơn."
        )


def files_of(uploads):
    """TaskFile not yet stored, of uploaded files that may be kept. Raises Refused."""
    if len(uploads) > MOST:
        raise Refused(f"Mỗi báo cáo kèm tối đa {MOST} tệp. Hãy bỏ bớt.")
    return [TaskFile(**read_upload(upload)) for upload in uploads]


def read_upload(upload):
    """Name, media type, size, hash and content of a file that may be kept. Raises Refused."""
    name = clean_line(upload.name)[-200:]
    if upload.size > settings.UPLOAD_LIMIT:
        raise Refused(f"Tệp “{name}” lớn hơn 20 MB. Hãy chọn tệp nhỏ hơn.")
    if not upload.size:
        raise Refused(f"Tệp “{name}” trống. Hãy chọn tệp khác.")
    upload.seek(0)
    data = upload.read()
    try:
        media_type = media_type_of(data, name)
    except Unreadable as reason:
        raise Refused(str(reason)) from None
    told = {"name": name, "media_type": media_type, "size": len(data), "sha256": sha256(data).hexdigest()}
    return told | {"content": data}


def demand_room(unit, files):
    """Refuse files for which the unit has no room left. Its row is locked, so that two at once cannot pass together."""
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    used = TaskFile.objects.filter(unit=unit).aggregate(used=Sum("size"))["used"] or 0
    if used + sum(file.size for file in files) > settings.TASK_FILES_QUOTA:
        raise NoRoom(used)
