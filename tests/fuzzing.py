"""How many examples a property is tried with: few in every run, 10,000 where HYPOTHESIS_PROFILE=nightly (goal S14).

An ordinary run tries the same examples every time, so that it fails for a change and never by chance; the nightly one
looks for new ones (tests/conftest.py loads the profile before any property is read).

HYPOTHESIS_PROFILE=nightly .venv/bin/python -m pytest tests/plans/importing/test_hardness.py
"""

import os

from hypothesis import HealthCheck, settings

NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"


settings.register_profile("ordinary", derandomize=True)
settings.load_profile("default" if NIGHTLY else "ordinary")


def examples(count):
    """The settings of a property that every run tries `count` times."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large] if NIGHTLY else []
    return settings(deadline=None, max_examples=10_000 if NIGHTLY else count, suppress_health_check=slow)
