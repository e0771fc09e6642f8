"""Figures of awards in words, {{ rule.percent|percent }}; and whether the tab of councils is offered."""

from django import template

from ..council.access import may_use_sessions
from ..money import percent_words

register = template.Library()


@register.filter
def percent(share):
    return percent_words(share)


@register.filter
def sits_in_councils(user):
    """Who holds a role costs no query; others are looked for among the members."""
    return may_use_sessions(user)
