"""`migrate`, with the guards of what was issued (plans/frozen.py) down meanwhile and up again after it."""

from contextlib import suppress

from django.core.management.commands.migrate import Command as Migrate
from django.db import DatabaseError, connection

from ... import frozen


class Command(Migrate):
    def handle(self, *args, **options):
        if options.get("check_unapplied") or options.get("plan"):  # only asks
            return super().handle(*args, **options)
        frozen.lift()
        try:
            super().handle(*args, **options)
        except BaseException:
            with suppress(DatabaseError):  # as far as the tables stand; the first fault is the one to tell
                self._put_up()
            raise
        return self._put_up()

    def _put_up(self):
        """Not while the plans stand at an older migration, or at none."""
        wanted = {guard.table for guard in frozen.guards()} | {"plans_section", "plans_planitem"}
        if wanted <= set(connection.introspection.table_names()):
            frozen.install()
