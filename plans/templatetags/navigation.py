"""What the navigation offers only to some: {% if user|looks_after_plans %}."""

from django import template

from units.access import units_with
from units.models import Role

from ..progress.situation import bodies_led

register = template.Library()


@register.filter
def looks_after_plans(user):
    """Roles are read once a request, so this mostly asks the database nothing."""
    return bool(bodies_led(user))


@register.filter
def keeps_registers(user):
    return bool(units_with(user, Role.CLERK))
