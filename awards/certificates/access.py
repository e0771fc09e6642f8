"""Who keeps templates of certificates: the offices that keep awards at the body whose sheet it is, or above it."""

from units.access import has_role, units_of, units_with

from ..access import KEEPING
from ..models import CertificateTemplate


def templates_visible_to(user):
    return CertificateTemplate.objects.filter(unit__in=units_of(user, *KEEPING))


def may_keep_templates(user, found=None):
    return bool(units_with(user, *KEEPING))


def may_keep_template(user, template):
    return has_role(user, template.unit, *KEEPING)
