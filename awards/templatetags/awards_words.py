"""Figures of awards in words: {{ rule.percent|percent }}."""

from django import template

from ..money import percent_words

register = template.Library()
register.filter("percent", percent_words)
