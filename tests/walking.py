"""Walking over all URLs: patterns, addresses in a scene, requests that leave nothing behind, a hash of all rows."""

import hashlib

from django.apps import apps
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse


def patterns(resolver=None, namespace=""):
    """Every pattern of the project as (name with namespace, view)."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield namespace + (entry.name or repr(entry.pattern)), entry.callback
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry, inner)


def value(scene, path):
    """`draft.items.first.pk`, `units.below.pk`: what a dotted name of the table stands for."""
    found = scene
    for name in path.split("."):
        found = found[name] if isinstance(found, dict) else getattr(found, name)
        found = found() if name == "first" else found
    return found


def address(scene, row):
    """The URL of a row of the table."""
    return reverse(row.name, kwargs={key: value(scene, path) for key, path in row.arguments.items()}) + row.query


def ask(client, method, url):
    """The response; whatever the request wrote is undone."""
    with transaction.atomic():
        response = getattr(client, method)(url)
        transaction.set_rollback(True)
    return response


def fingerprint():
    """A hash over all rows of all tables but three, that readers fill by reading.

    A session may remember where a visitor was; who opens a record of a person is noted (goal S12).
    """
    everything = apps.get_models(include_auto_created=True)
    left = ("sessions.Session", "awards.NomineeViewed", "awards.StaffViewed")
    tables = [model for model in everything if model._meta.label not in left]
    rows = {
        model._meta.db_table: [_plain(row) for row in model.objects.order_by("pk").values_list()] for model in tables
    }
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _plain(row):
    """PostgreSQL hands out stored bytes as a view, whose repr is its address in memory."""
    return [bytes(value) if isinstance(value, memoryview) else value for value in row]
