"""How often one person may ask for costly work: counted in the cache that all servers share (goals S15, R20)."""

import time

from django.core.cache import cache

MOST = 30  # in SECONDS
SECONDS = 60


def may_ask(work, who):
    """Whether the person may ask for the work once more, and counts it if so. Two at one instant may count as one."""
    key, now = f"rate:{work}:{who}", time.time()
    before = [at for at in cache.get(key, []) if at > now - SECONDS]
    if len(before) >= MOST:
        return False
    cache.set(key, [*before, now], SECONDS)
    return True
