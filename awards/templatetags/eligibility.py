"""The words of a severity: {{ finding.severity|severity_words }}."""

from django import template

from ..eligibility.finding import SEVERITIES

register = template.Library()


@register.filter
def severity_words(severity):
    """ "block" is "Chưa đủ điều kiện"."""
    return SEVERITIES.get(severity, severity)
