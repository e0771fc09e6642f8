"""What every test shares: a fast hasher, plain static files, and the database chosen by DATABASE_URL."""

import os

import pytest
from django.utils import timezone

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's synchronous driver runs an event loop


@pytest.fixture(autouse=True)
def quick_and_plain(settings, tmp_path):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.CACHES = settings.CACHES | {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        "papers": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "papers"},
    }
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def today():
    return timezone.localdate()
