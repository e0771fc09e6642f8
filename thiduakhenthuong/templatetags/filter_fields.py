"""A field of a form that narrows a list: {% filter_field form.q %}.

Every list has such a form, and crispy-forms takes as long over its fields as over a page of rows (decision 50).
"""

from django import template
from django.template.loader import get_template

register = template.Library()
_CLASSES = {"checkbox": "form-check-input", "select": "form-select"}


class FilterField(template.Node):
    """A node because what it writes is escaped already."""

    def __init__(self, field):
        self.field = field

    def render(self, context):
        field = self.field.resolve(context)
        kind = field.field.widget.input_type
        css_class = _CLASSES.get(kind, "form-control") + (" is-invalid" if field.errors else "")
        found = get_template("_filter_field.jinja", using="jinja2")
        return found.render({"field": field, "kind": kind, "attrs": {"class": css_class}})


@register.tag
def filter_field(parser, token):
    _, field = token.split_contents()
    return FilterField(parser.compile_filter(field))
