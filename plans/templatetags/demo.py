"""The demonstration accounts on the login page, in a demonstration only (setting DEMO)."""

from django import template
from django.conf import settings

from ..demo_accounts import ACCOUNTS, PASSWORD

register = template.Library()


@register.inclusion_tag("account/_demo_accounts.html")
def demo_accounts():
    return {"accounts": ACCOUNTS if settings.DEMO else (), "password": PASSWORD}
