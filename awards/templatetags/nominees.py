"""Whether the tabs of the records and of the rounds are offered: {% if user|keeps_nominees %}."""

from django import template

from ..access import may_use_nominees
from ..certificates.access import may_keep_templates
from ..rounds.access import may_use_campaigns

register = template.Library()


@register.filter
def keeps_nominees(user):
    """Roles are read once a request, so this mostly asks the database nothing."""
    return may_use_nominees(user)


@register.filter
def uses_campaigns(user):
    return may_use_campaigns(user)


@register.filter
def keeps_templates(user):
    return may_keep_templates(user)
