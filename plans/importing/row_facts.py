"""What a row of a task table says: its number, whether it names bodies or times, whether it is a task of its own."""

from dataclasses import replace

from .columns import Column
from .group_rows import cell_of
from .table_items import bulleted_parts

UNITS = (Column.UNITS, Column.LEAD, Column.COORDINATING)
TIMES = (Column.DEADLINE, Column.START, Column.END, Column.MARK)


def number_of(row, columns):
    """The number in the row's number cell, without brackets and dots; "" where there is none."""
    return cell_of(row, columns, Column.NUMBER).strip(".)( ")


def is_task(row, columns):
    """Contents with who and when of their own, in as many columns as the table has for these."""
    for kinds in (UNITS, TIMES):
        there = [at for at, column in enumerate(columns) if column in kinds]
        if there and not any(row.cells[at] or (at in row.covered) for at in there):
            return False
    return bool(cell_of(row, columns, Column.CONTENT)) and says_who_or_when(row, columns)


def says_who_or_when(row, columns):
    """Has the row anything in a column of bodies or times, or does a merged cell from above reach there?"""
    said = (at for at, column in enumerate(columns) if column in (*UNITS, *TIMES, Column.QUARTER))
    return any(row.cells[at] or at in row.covered for at in said)


def tasks_in(row, columns):
    """The tasks of a row: where rows stand for times, not for numbers, each bullet of its contents is one."""
    if Column.NUMBER in columns or not stands_first((Column.DEADLINE, Column.QUARTER), columns):
        return [row]
    parts = bulleted_parts(row.cells[columns.index(Column.CONTENT)])
    if len(parts) < 2:
        return [row]
    cells = [cell.split("\n") if cell.count("\n") == len(parts) - 1 else [cell] * len(parts) for cell in row.cells]
    cells[columns.index(Column.CONTENT)] = parts
    return [replace(row, cells=list(found)) for found in zip(*cells, strict=True)]


def stands_first(kinds, columns):
    """A column of one of these kinds stands in front of the contents."""
    return any(column in kinds for column in columns[: columns.index(Column.CONTENT)])
