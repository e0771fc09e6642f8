"""What every test shares: a fast hasher, plain static files, caches in memory, and the database of DATABASE_URL.

`django_assert_num_queries`, `client`, `db`, `settings` come from pytest-django. Rows are made by tests/factories.py,
browser fixtures stand in tests/browser/conftest.py.
"""

import logging

import pytest
from django.conf import settings as project_settings
from django.core.cache import caches
from django.db import connection
from django.test import TransactionTestCase
from django.utils import timezone

from plans import frozen
from tests import fuzzing  # noqa: F401 - decides for all properties whether their examples are the same every time
from tests.engines import ENGINES, is_share_of


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """SQLite in a file, as in use: in memory, all threads of the live server would share one connection."""
    database = project_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = project_settings.VAR_DIR / "test.sqlite3"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """At the end PostgreSQL drops the database only when nobody is connected: threads of a test may still be."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")


@pytest.fixture(scope="session", autouse=True)
def tables_can_be_emptied():
    """After a test that commits, Django empties all tables: the guards of what was issued are down meanwhile."""
    empty = TransactionTestCase._fixture_teardown

    def emptied(case):
        with frozen.lifted():
            empty(case)

    TransactionTestCase._fixture_teardown = emptied


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
    caches["default"].clear()  # attempts to sign in are counted there


@pytest.fixture
def unguarded(db):
    """For tests that build issued plans row by row: the guards of what was issued are down until the test ends."""
    frozen.lift()


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def quiet():
    """For walks over all URLs, where hundreds of refusals are expected: nothing is logged."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def pytest_collection_modifyitems(config, items):
    """Of two workers on two engines each runs what touches the database, and half of what does not.

    What is seen in a browser comes to one of them too: the same requests go to both through the client.
    """
    worker = getattr(config, "workerinput", {}).get("workerid")
    if worker in ENGINES:
        items[:] = [item for item in items if _needs_an_engine(item) or is_share_of(item.nodeid, worker)]


def _needs_an_engine(item):
    if "browser" in item.path.parts:
        return False
    database = {"db", "transactional_db", "live_server", "django_db_setup"}
    return bool(item.get_closest_marker("django_db") or database & set(item.fixturenames))
