"""Runs every test on SQLite and on PostgreSQL at once: `python -m tests.engines [pytest arguments]`.

Each of two pytest-xdist workers runs on its engine all tests that touch the database, and half of the others and of
those in a browser (tests/conftest.py); `--dist each`, so that one summary counts both and a failure carries the name of
its engine. DATABASE_URL, where given, is the PostgreSQL to use; else we start a server.
"""

import os
import sys
from contextlib import nullcontext
from zlib import crc32

import pytest

from tests.postgresql import own_server

ENGINES = ("sqlite", "postgresql")  # the workers


def is_share_of(name, worker):
    """Whether what goes by this name falls to a worker; where there is but one, all of it does."""
    return worker not in ENGINES or ENGINES[crc32(name.encode()) % 2] == worker


def main(arguments):
    """pytest's exit code; its summary is the last thing printed."""
    given = os.environ.get("DATABASE_URL")
    with nullcontext(given) if given else own_server() as url:
        os.environ["DATABASE_URL"] = url
        workers = ["--tx=popen//id=sqlite//env:DATABASE_URL=", "--tx=popen//id=postgresql"]
        return pytest.main(["--dist=each", *workers, *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
