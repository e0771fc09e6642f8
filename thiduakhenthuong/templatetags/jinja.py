"""A part of a page that Jinja2 writes: {% jinja "plans/progress/_counts.jinja" counts=year.total %}."""

from django import template
from django.template.base import token_kwargs
from django.template.loader import get_template

register = template.Library()


class JinjaPart(template.Node):
    """A node because what it writes is escaped already."""

    def __init__(self, name, given):
        self.name, self.given = name, given

    def render(self, context):
        given = {name: value.resolve(context) for name, value in self.given.items()}
        return get_template(self.name.resolve(context), using="jinja2").render(context.flatten() | given)


@register.tag
def jinja(parser, token):
    """The names of the page, and those given here."""
    tag, name, *bits = token.split_contents()
    given = token_kwargs(bits, parser)  # takes what it understands
    if bits:
        raise template.TemplateSyntaxError(f"{tag} takes a template and name=value, not {' '.join(bits)}")
    return JinjaPart(parser.compile_filter(name), given)
