"""Refuses to start on settings that lose data or leave the door open (goals R12, R13, S11)."""

import sqlite3

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import connections

WAL_IS_SAFE_FROM = (3, 51, 3)  # before, a checkpoint racing with a writer could lose pages
FULL = 2


@register(Tags.database)
def sqlite_is_safe(app_configs, databases, **kwargs):
    """Asks each SQLite connection what really holds, whatever the settings say."""
    found = []
    for alias in databases or []:
        if connections[alias].vendor == "sqlite":
            found += _sqlite_faults(connections[alias])
    return found


def _sqlite_faults(connection):
    transaction_mode = connection.settings_dict["OPTIONS"].get("transaction_mode")
    facts = {name: _pragma(connection, name) for name in ("synchronous", "journal_mode", "mmap_size", "busy_timeout")}
    return list(sqlite_faults(transaction_mode, sqlite3.sqlite_version_info, **facts))


def _pragma(connection, name):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        row = cursor.fetchone()
    return row[0] if row else 0


def sqlite_faults(transaction_mode, library, *, synchronous, journal_mode, mmap_size, busy_timeout):
    """The faults of one set of SQLite facts."""
    if transaction_mode != "IMMEDIATE":
        yield Error("SQLite needs transaction_mode IMMEDIATE: two writers would fail.", id="tdkt.E001")
    if synchronous < FULL:
        yield Error("SQLite needs synchronous FULL: a power cut would lose what was acknowledged.", id="tdkt.E002")
    if journal_mode == "wal" and library < WAL_IS_SAFE_FROM:
        yield Error("SQLite before 3.51.3 must not use the WAL journal.", id="tdkt.E003")
    if mmap_size:
        yield Error("SQLite must not map its file into memory (mmap_size).", id="tdkt.E004")
    if busy_timeout < 20_000:
        yield Error("SQLite needs a timeout of 20 s, so that writers queue.", id="tdkt.E005")


@register(Tags.security, deploy=True)
def nothing_for_show(app_configs, **kwargs):
    """What an office installation must not have."""
    found = []
    if settings.DEMO:
        found.append(Warning("DEMO=1 shows accounts with their passwords on the login page.", id="tdkt.W001"))
    if "*" in settings.ALLOWED_HOSTS:
        found.append(Warning("ALLOWED_HOSTS must name the hosts.", id="tdkt.W002"))
    return found


@register(Tags.security)
def trusted_roots_are_certificates(app_configs, **kwargs):
    """A wrong path would make every signature look doubtful."""
    from .signatures.roots import NoCertificate, read_roots  # here, for only this check needs the library

    try:
        read_roots(settings.TRUSTED_ROOTS)
    except NoCertificate as fault:
        return [Error(f"TRUSTED_ROOTS must name PEM certificates: {fault}", id="tdkt.E011")]
    return []


@register(Tags.security)
def secret_key_is_secret(app_configs, **kwargs):
    """A short or sample key would let anybody forge a session."""
    if settings.DEBUG or (len(settings.SECRET_KEY) >= 40 and "development" not in settings.SECRET_KEY):
        return []
    return [Error("SECRET_KEY is a sample or too short; it needs at least 40 random characters.", id="tdkt.E010")]
