"""Rows made by the database itself from a selection: a plan given to every commune is 116,000 tasks."""

from django.db import connection
from django.db.models import Value
from django.db.models.functions import Cast


def insert_for_each(model, ids, field, **values):
    """A row of `model` for each of `ids` in the foreign key `field`; all else is the same. One statement.

    `ids` is a queryset of one field (`values_list`). `values` are given by the model's attribute names; columns left
    out must allow NULL.
    """
    columns = {model._meta.get_field(name): value for name, value in values.items()}
    constants = {f"said_{column.name}": _constant(column, value) for column, value in columns.items()}
    selected = ids.order_by().annotate(**constants).values_list(*ids.query.values_select, *constants)
    select, parameters = selected.query.sql_with_params()
    quoted = [connection.ops.quote_name(column.column) for column in [model._meta.get_field(field), *columns]]
    into = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {into} ({', '.join(quoted)}) {select}", parameters)


def _constant(column, value):
    """The value with the column's type: in a SELECT a database would take it for text."""
    kind = column.target_field if column.is_relation else column
    return Cast(Value(value, output_field=kind), kind)
