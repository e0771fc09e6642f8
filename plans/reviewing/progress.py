"""How far the reading of a long file has come, told through the shared cache: another server may be asked."""

from django.core.cache import cache

KEPT = 120  # seconds; no reading takes longer


class ReadingProgress:
    """Called by the reading with pages done and pages in all."""

    def __init__(self, token):
        self.token = token

    def __call__(self, done, total):
        cache.set(_key(self.token), (done, total), KEPT)


def progress_of(token):
    """(done, total) of the reading with this token; None where nothing is told yet."""
    return cache.get(_key(token))


def _key(token):
    return f"reading-progress-{token}"
