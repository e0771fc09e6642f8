"""The environment of a test run, set before Django reads its settings (loaded by `-p`, see pyproject.toml).

Tests do not look at .env: only DATABASE_URL is taken from outside. Each process has a VAR_DIR of its own.
"""

import atexit
import os
import shutil
import tempfile

VAR_DIR = tempfile.mkdtemp(prefix="tdkt-test-")
atexit.register(shutil.rmtree, VAR_DIR, ignore_errors=True)

os.environ |= {"SECRET_KEY": "for-tests-only-" * 4, "HTTPS": "0", "DEBUG": "0", "DEMO": "0", "VAR_DIR": VAR_DIR}
os.environ["DATABASE_URL"] = os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR}/db.sqlite3"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's synchronous driver runs an event loop
