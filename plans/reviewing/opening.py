"""A file → a reading under review. The same bytes lead to what was made of them before."""

import re
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.utils import timezone

from units.access import units_with
from units.models import Role
from units.naming import find_issuer

from ..access import issuers_for, readings_visible_to, visible_to
from ..draft_json import to_json
from ..editing.locking import Refused
from ..importing.importing import read_source_file
from ..models import PlanReading, PlanSource
from ..reading.lines_json import lines_to_json
from .wordings import reading_day

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class ReadElsewhere(Refused):
    """Another office read these bytes."""

    def __init__(self):
        super().__init__("Văn bản này đã được một cơ quan khác nhập. Hãy liên hệ quản trị nếu cần xem.")


def known(content, *, by):
    """The plan or the open reading made of the same bytes before; None for none. Raises ReadElsewhere."""
    source = PlanSource.objects.filter(sha256=sha256(content).hexdigest()).select_related("plan", "reading").first()
    if source is None:
        return None
    reading = getattr(source, "reading", None)
    if reading and reading.dropped_at and not source.plan_id:
        return None
    found = _visible(source, reading, by)
    if found is None:
        raise ReadElsewhere
    return found


def _visible(source, reading, user):
    if source.plan_id:
        return visible_to(user).filter(pk=source.plan_id).first()
    return readings_visible_to(user).filter(pk=reading.pk).first() if reading else None


def open_reading(content, name, *, by, issuer=None, progress=None):
    """The reading of a file, new or opened again after it was given up. Raises Unreadable, or Refused for a document
    of a body that the user does not write for; then nothing is written.
    """
    read = read_source_file(content, name, progress=progress)
    issuer = issuer or _issuer(read.draft)
    if issuer and not issuers_for(by).filter(pk=issuer.pk).exists():
        raise Refused(
            f"Văn bản này của {issuer}; bạn không được nhập kế hoạch của cơ quan đó. "
            "Nếu đọc sai, hãy chọn cơ quan ban hành."
        )
    try:
        with transaction.atomic():
            return _store(content, name, read, issuer, by)
    except IntegrityError:  # another process stored the same file in the meantime
        found = known(content, by=by)
        if isinstance(found, PlanReading):
            return found
        raise


def _issuer(draft):
    return find_issuer(draft.issuer, on=reading_day(draft)).unit if draft.issuer else None


def _store(content, name, read, issuer, by):
    digest = sha256(content).hexdigest()
    source, _ = PlanSource.objects.get_or_create(sha256=digest, defaults={"name": name[-255:], "content": content})
    PlanReading.objects.filter(source=source).exclude(dropped_at=None).delete()
    office = issuer or units_with(by, Role.EDITOR)[0]
    return PlanReading.objects.create(
        source=source, issuer=issuer, office=office, updates=source.plan, begun_by=by, changed_by=by, **_content(read)
    )


def _content(read):
    return storable({"lines": lines_to_json(read.lines), "draft": to_json(read.draft), "encoding": read.encoding})


def storable(value):
    """JSON values without what PostgreSQL refuses in them: NUL and halves of letters, as broken PDF fonts give."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, list):
        return [storable(part) for part in value]
    return {name: storable(part) for name, part in value.items()} if isinstance(value, dict) else value


def read_again(source, *, by):
    """Read a source once more, as after the reading got better; what people mended in it is given up.

    A source that became a plan before will update that plan when the new reading is confirmed. Raises Unreadable.
    """
    read = read_source_file(bytes(source.content), source.name)  # in no transaction: others would wait for its end
    with transaction.atomic():
        return _replace(source, read, by)


def _replace(source, read, by):
    held = PlanReading.objects.select_for_update().filter(source=source).first()
    of_plan = source.plan and source.plan.issuer
    issuer = of_plan or (held and held.issuer) or _issuer(read.draft)
    values = _content(read) | {
        "issuer": issuer,
        "office": of_plan or (held and held.office) or issuer or units_with(by, Role.EDITOR)[0],
        "settled": [],
        "updates": source.plan,
        "is_new": False,
        "changed_by": by,
        "changed_at": timezone.now(),
        "confirmed_at": None,
        "dropped_at": None,
    }
    reading, _ = PlanReading.objects.update_or_create(source=source, defaults=values)
    return reading
