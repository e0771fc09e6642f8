"""What every test shares: a fast hasher, plain static files, caches in memory, and the database of DATABASE_URL.

`django_assert_num_queries`, `client`, `db`, `settings` come from pytest-django. Rows are made by tests/factories.py,
browser fixtures stand in tests/browser/conftest.py.
"""

import logging

import pytest
from django.conf import settings as project_settings
from django.utils import timezone


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """SQLite in a file, as in use: in memory, all threads of the live server would share one connection."""
    database = project_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = project_settings.VAR_DIR / "test.sqlite3"


@pytest.fixture(scope="session", autouse=True)
def static_files_without_collecting():
    project_settings.WHITENOISE_AUTOREFRESH = project_settings.WHITENOISE_USE_FINDERS = True


@pytest.fixture(autouse=True)
def quick_and_plain(settings):
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


@pytest.fixture
def quiet():
    """For walks over all URLs, where hundreds of refusals are expected: nothing is logged."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
