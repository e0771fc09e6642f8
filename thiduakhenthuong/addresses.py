"""Addresses of pages, remembered: a list names hundreds, and Django's `reverse` takes as long as writing a row."""

from functools import cache, lru_cache

from django.urls import reverse


@lru_cache(maxsize=8192)
def address_of(name, *args):
    """The address of a page, as `reverse` gives it: one URLconf, one prefix, no language in it."""
    return reverse(name, args=args)


def address_of_row(name, pk):
    """The address of the page that shows the row with this id, where the id is all that tells it apart."""
    before, after = _around(name)
    return f"{before}{pk}{after}"


@cache
def _around(name):
    before, _, after = reverse(name, args=[0]).rpartition("0")
    return before, after
