"""Where lines stand on a sheet nobody has measured yet: an A4 sheet on its side, in mm; and the deeds on a template."""

from django.db import transaction
from django.db.models import F

from units.access import acting_unit
from units.administration import Stale
from units.models import Unit

from ..access import KEEPING
from ..models import CertificateEvent, CertificateField, CertificateTemplate

What = CertificateField.What
# what, from the left, from the top, width, size in pt, align, bold, capitals
USUAL = (
    (What.AUTHORITY, 150, 150, 120, 13, "center", True, True),
    (What.NAME, 38.5, 98, 220, 26, "center", True, True),
    (What.POSITION, 38.5, 112, 220, 15, "center", False, False),
    (What.ACHIEVEMENT, 38.5, 124, 220, 15, "center", False, False),
    (What.PLACE_DATE, 150, 142, 120, 13, "center", False, False),
    (What.DECISION, 28, 166, 110, 12, "left", False, False),
    (What.BOOK_NUMBER, 28, 173, 110, 12, "left", False, False),
    (What.SIGNER, 150, 184, 120, 14, "center", True, False),
)
_NAMES = ("what", "left", "top", "width", "size", "align", "is_bold", "is_upper")


@transaction.atomic
def add_template(*, unit, values, by=None, token=None):
    """A template with the usual lines; sent twice, the one that was made."""
    list(Unit.objects.filter(pk=unit.pk).select_for_update())  # two clicks at the same moment come one after the other
    if before := CertificateEvent.objects.filter(token=token).first() if token else None:
        return before.template
    template = CertificateTemplate.objects.create(unit=unit, **values)
    CertificateField.objects.bulk_create(
        CertificateField(template=template, **dict(zip(_NAMES, line, strict=True))) for line in USUAL
    )
    _tell(template, "Thêm mẫu", by=by, token=token)
    return template


@transaction.atomic
def change_template(*, template, values, lines, version, by=None):
    """The sheet and all its lines, as a form gives them. Raises Stale where somebody changed it meanwhile."""
    seen = CertificateTemplate.objects.filter(pk=template.pk, version=version)
    if not seen.update(version=F("version") + 1, **values):
        raise Stale
    before = {"sheet": _plain(template, values), "lines": [_plain(field, _NAMES) for field in template.fields.all()]}
    template.fields.all().delete()
    CertificateField.objects.bulk_create(CertificateField(template=template, **line) for line in lines)
    _tell(template, "Sửa mẫu", by=by, details=before)


def _plain(row, names):
    return {name: str(getattr(row, name)) for name in names}


def _tell(template, note, *, by, token=None, details=None):
    unit = acting_unit(by, template.unit, *KEEPING) if by else None
    CertificateEvent.objects.append(template=template, note=note, by=by, unit=unit, token=token, details=details or {})
