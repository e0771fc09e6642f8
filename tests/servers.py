"""Server processes of our own on the test's database, for what one process cannot show."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection


@contextmanager
def running_server(**environment):
    """Yields the address of one more server on the test's database."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "thiduakhenthuong.wsgi", "-b", f"127.0.0.1:{port}"]
    command += ["--workers", "1", "--log-level", "error", "--worker-tmp-dir", settings.VAR_DIR]
    # DEBUG: static files without collecting them first
    environment = os.environ | {"DATABASE_URL": _url_of_test_database(), "DEBUG": "1"} | environment
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdin=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def _url_of_test_database():
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{Path(name)}"
    return re.sub(r"^(\w+://[^/]*/)[^?]*", rf"\g<1>{name}", os.environ["DATABASE_URL"])


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_for(port, process):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")
