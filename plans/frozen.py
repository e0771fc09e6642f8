"""What the database itself refuses to change: issued plans, their papers, numbers, events and versions (goal R5).

Apps above this one name the models whose rows are only ever added in their AppConfig, as `only_grows`.
Triggers on both engines, whoever writes: a program, an import, a hand at the database's own keyboard. The command
`migrate` lifts them while it rebuilds tables and puts them back (management/commands/migrate.py).
"""

from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps
from django.db import connection

from .models.moves import FROZEN, MOVES

MESSAGE = "frozen: what was issued or recorded cannot change"
FREE_OF_PLAN = ("state", "event_count", "event_head", "search_key", "changed_at", "copied_from_id", "carries_out_id")
FREE_OF_ENTRY = (
    "keeper",
    "copies",
    "sent_on",
    "received_by",
    "note",
    "version",
    "cancelled_at",
    "cancelled_by_id",
    "cancelled_reason",
)
_STATES = ", ".join(f"'{state}'" for state in FROZEN)
_WAYS = sorted({(origin, move.to) for move in MOVES.values() for origin in move.origins})


@dataclass(frozen=True)
class Guard:
    """One refusal: which statement on which table, under which condition on OLD and NEW ("": always)."""

    model: str  # of plans, or "app.Model"
    verb: str  # INSERT, UPDATE, DELETE or TRUNCATE
    condition: str = ""
    free: tuple[str, ...] = ()  # columns an UPDATE may still change
    only: tuple[str, ...] = ()  # or the only columns it may not

    @property
    def table(self):
        return self._meta.db_table

    @property
    def name(self):
        return "_".join(["frozen", *self.model.lower().split("."), self.verb.lower(), *self.only])

    @property
    def event(self):
        """When it is asked: an UPDATE, where some columns are free, only if it names one of the others."""
        named = self.only or (self.free and [c for c in self._columns() if c not in self.free])
        return f"BEFORE {self.verb}{' OF ' + ', '.join(named) if named else ''} ON {self.table}"

    def _columns(self):
        return [field.column for field in self._meta.concrete_fields]

    @property
    def _meta(self):
        app, _, model = self.model.rpartition(".")
        return apps.get_model(app or "plans", model)._meta


def guards():
    for model in ("PlanEvent", "SeriesEvent", "TaskEvent", "PlanVersion", "IssuedPaper", "SignedCopy", "TaskFile"):
        yield Guard(model, "UPDATE")
        yield Guard(model, "DELETE")
    yield Guard("RegisterEntry", "UPDATE", free=FREE_OF_ENTRY)
    yield Guard("RegisterEntry", "DELETE")
    yield Guard("Plan", "UPDATE", f"OLD.state IN ({_STATES})", free=FREE_OF_PLAN)
    yield Guard("Plan", "UPDATE", _state_condition(), only=("state",))
    yield Guard("Plan", "DELETE", f"OLD.state IN ({_STATES})")
    plan_of = {
        "Section": "SELECT state FROM plans_plan WHERE id = {row}.plan_id",
        "ReportFigure": "SELECT state FROM plans_plan WHERE id = {row}.plan_id",
        "PlanItem": "SELECT state FROM plans_plan WHERE id = {row}.plan_id",
        "ItemLayout": "SELECT p.state FROM plans_section s JOIN plans_plan p ON p.id = s.plan_id"
        " WHERE s.id = {row}.section_id",
        "Assignment": "SELECT p.state FROM plans_planitem i JOIN plans_plan p ON p.id = i.plan_id"
        " WHERE i.id = {row}.item_id",
    }
    for model, query in plan_of.items():
        for verb, rows in (("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])):
            conditions = [f"({query.format(row=row)}) IN ({_STATES})" for row in rows]
            yield Guard(model, verb, " OR ".join(conditions))


def guards_above():
    """Of the apps above, as far as their tables stand."""
    tables = set(connection.introspection.table_names())
    for config in apps.get_app_configs():
        for model in getattr(config, "only_grows", ()):
            both = [Guard(f"{config.label}.{model}", verb) for verb in ("UPDATE", "DELETE")]
            yield from (guard for guard in both if guard.table in tables)


def _emptying_guards():
    """PostgreSQL alone has a statement that empties a whole table; row by row no guard would see it."""
    models = sorted({guard.model for guard in [*guards(), *guards_above()]})
    return [Guard(model, "TRUNCATE") for model in models] if connection.vendor == "postgresql" else []


def _all():
    return [*guards(), *guards_above(), *_emptying_guards()]


def _state_condition():
    """A state changes along the table of moves only."""
    ways = " OR ".join(f"(OLD.state = '{origin}' AND NEW.state = '{to}')" for origin, to in _WAYS)
    return f"NEW.state <> OLD.state AND NOT ({ways})"


def install():
    """Put every guard up, anew."""
    lift()
    make = _MAKERS[connection.vendor]
    with connection.cursor() as cursor:
        for statement in (part for guard in _all() for part in make(guard)):
            cursor.execute(statement)


def lift():
    """Take every guard down."""
    with connection.cursor() as cursor:
        for name, table in standing(cursor):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")


@contextmanager
def lifted():
    """For migrations and for tests that empty the tables: the guards are down inside, and up again after it."""
    lift()
    yield
    install()


def standing(cursor):
    """The guards that stand in the database, as (name, table)."""
    cursor.execute(_STANDING[connection.vendor])
    return cursor.fetchall()


def missing():
    """The names of guards that should stand and do not."""
    with connection.cursor() as cursor:
        return sorted({guard.name for guard in _all()} - {name for name, _ in standing(cursor)})


_STANDING = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'frozen~_%' ESCAPE '~'",
    "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE tgname LIKE 'frozen~_%' ESCAPE '~'",
}


def _sqlite(guard):
    when = f" WHEN {guard.condition}" if guard.condition else ""
    refuse = f"SELECT RAISE(ABORT, '{MESSAGE}');"
    yield f"CREATE TRIGGER {guard.name} {guard.event} FOR EACH ROW{when} BEGIN {refuse} END"


def _postgresql(guard):
    """A WHEN clause may hold no query there, so the condition stands in a function."""
    kept = {"DELETE": "OLD", "TRUNCATE": "NULL"}.get(guard.verb, "NEW")
    each = "STATEMENT" if guard.verb == "TRUNCATE" else "ROW"
    yield f"""CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF {guard.condition or "TRUE"} THEN
            RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN {kept};
    END $$"""
    yield f"CREATE TRIGGER {guard.name} {guard.event} FOR EACH {each} EXECUTE FUNCTION {guard.name}()"


_MAKERS = {"sqlite": _sqlite, "postgresql": _postgresql}
