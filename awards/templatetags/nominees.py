"""Whether the tab of the records is offered: {% if user|keeps_nominees %}."""

from django import template

from ..access import may_use_nominees

register = template.Library()


@register.filter
def keeps_nominees(user):
    """Roles are read once a request, so this mostly asks the database nothing."""
    return may_use_nominees(user)
