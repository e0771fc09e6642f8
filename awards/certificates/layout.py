"""Where lines stand on a sheet nobody has measured yet: an A4 sheet on its side, in mm; and the deeds on a template."""

from django.db import transaction
from django.db.models import F

from units.administration import Stale

from ..models import CertificateField, CertificateTemplate

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
def add_template(*, unit, values):
    """A template with the usual lines."""
    template = CertificateTemplate.objects.create(unit=unit, **values)
    CertificateField.objects.bulk_create(
        CertificateField(template=template, **dict(zip(_NAMES, line, strict=True))) for line in USUAL
    )
    return template


@transaction.atomic
def change_template(*, template, values, lines, version):
    """The sheet and all its lines, as a form gives them. Raises Stale where somebody changed it meanwhile."""
    seen = CertificateTemplate.objects.filter(pk=template.pk, version=version)
    if not seen.update(version=F("version") + 1, **values):
        raise Stale
    template.fields.all().delete()
    CertificateField.objects.bulk_create(CertificateField(template=template, **line) for line in lines)
