"""`python -m bench [module …]`: sets up a database of its own, runs every module with a `run()`, prints the table."""

import os
import sys
import tempfile
from contextlib import contextmanager
from importlib import import_module
from pkgutil import iter_modules

import bench
from bench.figures import seconds


@contextmanager
def own_database(folder):
    """Django on an empty database: a file in `folder`, or a new one on the PostgreSQL of DATABASE_URL."""
    os.environ |= {
        "VAR_DIR": folder,
        "STATIC_ROOT": f"{folder}/static",
        "DJANGO_SETTINGS_MODULE": "thiduakhenthuong.settings",
    }
    os.environ |= {"SECRET_KEY": "only-for-measuring-" * 3, "DEBUG": "0", "HTTPS": "0", "DEMO": "0"}
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
    import django
    from django.db import connection

    django.setup()
    if connection.vendor != "sqlite":
        connection.settings_dict["TEST"]["NAME"] = "bench_tdkt"
    else:
        connection.settings_dict["TEST"]["NAME"] = f"{folder}/bench.sqlite3"
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def modules(wanted):
    """The modules of this package that measure something."""
    names = [info.name for info in iter_modules(bench.__path__) if info.name != "__main__"]
    found = {name: import_module(f"bench.{name}") for name in names if not wanted or name in wanted}
    return [module for module in found.values() if hasattr(module, "run")]


def main(wanted):
    with tempfile.TemporaryDirectory(prefix="tdkt-bench-", ignore_cleanup_errors=True) as folder, own_database(folder):
        from bench.dataset import build

        print(f"Rows made in {seconds(build):.0f} s.", flush=True)
        missed = 0
        for module in modules(wanted):
            print(f"\n{module.__doc__.splitlines()[0]}", flush=True)
            for figure in module.run():
                print(figure, flush=True)
                missed += not figure.ok
    print(f"\n{missed} missed." if missed else "\nEvery goal is met.")
    return min(missed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
