"""Settings an office relies on, asked of the running database where it has one (goals R12, R13, S3, S11)."""

import os
import re
import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.checks import run_checks
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from tests.factories import create_user
from tests.source import templates
from thiduakhenthuong.checks import sqlite_faults

SAFE = {"synchronous": 2, "journal_mode": "delete", "mmap_size": 0, "busy_timeout": 20_000}


def faults(transaction_mode="IMMEDIATE", library=(3, 40, 1), **facts):
    return [fault.id for fault in sqlite_faults(transaction_mode, library, **(SAFE | facts))]


def test_safe_sqlite_has_no_faults():
    assert faults() == []


@pytest.mark.parametrize(
    ("unsafe", "fault"),
    [
        ({"transaction_mode": None}, "tdkt.E001"),
        ({"synchronous": 1}, "tdkt.E002"),
        ({"journal_mode": "wal"}, "tdkt.E003"),
        ({"mmap_size": 1}, "tdkt.E004"),
        ({"busy_timeout": 5000}, "tdkt.E005"),
    ],
)
def test_each_unsafe_sqlite_fact_is_refused(unsafe, fault):
    assert faults(**unsafe) == [fault]


def test_the_newer_library_may_use_wal():
    assert faults(library=(3, 51, 3), journal_mode="wal") == []


@pytest.mark.django_db
def test_the_database_of_this_run_passes():
    assert run_checks(databases=["default"]) == []


@pytest.mark.django_db(transaction=True)
def test_the_check_asks_the_database_itself():
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    connection.cursor().execute("PRAGMA synchronous=OFF")
    try:
        assert [fault.id for fault in run_checks(databases=["default"])] == ["tdkt.E002"]
    finally:
        connection.close()


@pytest.mark.django_db
def test_postgresql_is_told_what_its_disk_is_like():
    if connection.vendor == "sqlite":
        pytest.skip("PostgreSQL only")
    with connection.cursor() as cursor:
        shown = []
        for name in ("random_page_cost", "jit"):
            cursor.execute(f"SHOW {name}")
            shown += cursor.fetchone()
    assert shown == ["1.1", "off"]


@pytest.mark.django_db
def test_the_engine_is_the_one_this_worker_stands_for():
    """`make test` has a worker for each engine; both on SQLite would prove half."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    assert worker not in ("sqlite", "postgresql") or connection.vendor == worker


def start(**environment):
    command = [sys.executable, "-c", "import thiduakhenthuong.wsgi"]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "thiduakhenthuong.settings"} | environment
    return subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("key", ["x", "development-only-not-for-an-office-development-only"])
def test_the_server_refuses_a_sample_key(key):
    result = start(SECRET_KEY=key)
    assert (result.returncode != 0, "tdkt.E010" in result.stderr) == (True, True)


def test_the_server_starts_with_a_real_key():
    assert start().returncode == 0


def test_strict_content_security_policy(client):
    response = client.get("/tai-khoan/dang-nhap/")
    assert sorted(response["Content-Security-Policy"].split("; ")) == [
        "base-uri 'none'",
        "default-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
    ]


@pytest.mark.django_db
def test_more_than_an_upload_may_hold_is_refused(client):
    client.force_login(create_user())
    response = client.post(
        "/tai-khoan/doi-mat-khau/", {"oldpassword": "a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}
    )
    assert (response.status_code, "Hãy quay lại trang trước" in response.content.decode()) == (400, True)


@pytest.mark.django_db
@pytest.mark.parametrize(("limit", "status"), [(2_000, 400), (200_000, 200)])
def test_a_far_too_large_request_is_stopped_before_its_file_is_kept(client, settings, limit, status):
    settings.REQUEST_LIMIT = limit
    client.force_login(create_user())
    file = SimpleUploadedFile("ke-hoach.txt", b"x" * 50_000)
    assert client.post("/tai-khoan/doi-mat-khau/", {"file": file}).status_code == status


def test_every_static_file_that_templates_name_is_collected():
    """Some files of packages are left out (thiduakhenthuong/apps.py); none that a page asks for."""
    ignored = apps.get_app_config("staticfiles").ignore_patterns
    collected = {path for finder in get_finders() for path, _ in finder.list(ignored)}
    named = {name for path in templates() for name in re.findall(r"{% static '([^']+)' %}", path.read_text())}
    assert named - collected == set()
    assert "js-lib-bootstrap5/css/bootstrap.min.css" in named
