"""The wording of official documents for templates: {{ text|inline }}."""

from django import template

from ..official import wording

register = template.Library()
register.filter("inline", wording.inline)
