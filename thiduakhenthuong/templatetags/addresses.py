"""{% url %} in every template, with the addresses remembered: Django's takes a tenth of a page with ten links.

A builtin (settings.TEMPLATES), so that nothing has to be loaded; what it writes is what Django's writes.
"""

from django import template
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parsed
from django.utils.html import conditional_escape

from ..addresses import address_of

register = template.Library()


class RememberedURL(URLNode):
    """Addresses whose arguments are named, or that need not exist, are left to Django."""

    def render(self, context):
        if self.kwargs or self.asvar:
            return super().render(context)
        address = address_of(self.view_name.resolve(context), *(given.resolve(context) for given in self.args))
        return conditional_escape(address) if context.autoescape else address


@register.tag
def url(parser, token):
    found = parsed(parser, token)
    return RememberedURL(found.view_name, found.args, found.kwargs, found.asvar)
