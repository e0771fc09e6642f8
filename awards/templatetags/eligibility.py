"""The words of a severity and of a certainty: {{ finding.severity|severity_words }}."""

from django import template

from ..eligibility.finding import SEVERITIES
from ..models import Certainty

register = template.Library()


@register.filter
def severity_words(severity):
    """ "block" is "Chưa đủ điều kiện"."""
    return SEVERITIES.get(severity, severity)


@register.filter
def certainty_words(mark):
    """ "A" is "Đã đối chiếu văn bản"."""
    return Certainty(mark).label
