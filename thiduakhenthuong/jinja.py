"""Jinja2 for what a page repeats, the rows of lists above all: Django's own templates take several times as long.

Its templates end in `.jinja` and stand among the others; pages take them in with {% jinja %} (decision 50). Text is
escaped as there, and a name that no view gave is an error instead of nothing.
"""

from datetime import datetime
from functools import lru_cache

from django.utils.timezone import localdate
from jinja2 import Environment, StrictUndefined

from .addresses import address_of
from .dates import day_words
from .official import wording


def environment(**options):
    """The engine that settings.TEMPLATES asks for, with the few words these templates know."""
    ours = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    found = Environment(**options | ours)  # noqa: S701 - Django passes autoescape=True
    found.globals["url"] = address_of
    found.filters |= {"inline": _inline, "day": _day}
    return found


_inline = lru_cache(maxsize=4096)(wording.inline)  # what an item says stands on the pages of all who carry it out


def _day(moment):
    """A date, or the local date of a moment, as dd/mm/yyyy."""
    return day_words(localdate(moment) if isinstance(moment, datetime) else moment)
