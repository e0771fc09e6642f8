"""Marks a form whose words are to outlive the session: {% for_whom %} inside of it."""

from django import template
from django.utils.html import format_html

from ..session_end import FIELD, mark_for

register = template.Library()


@register.simple_tag(takes_context=True)
def for_whom(context):
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, mark_for(context["request"].user))
