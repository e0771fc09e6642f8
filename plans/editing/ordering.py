"""Places of rows: items in the order of their list, pieces in the order of the plan, positions always 1, 2, 3…"""

from django.db.models import F

IN_LIST = (F("quarter").asc(nulls_first=True), "position", "pk")


def settle(rows):
    """Number rows of one kind 1, 2, 3… in the order given, writing only those that moved."""
    moved = []
    for position, row in enumerate(rows, 1):
        if row.position != position:
            row.position = position
            moved.append(row)
    if moved:
        type(moved[0]).objects.bulk_update(moved, ["position"])


def items_in_order(section):
    """The items of a section as printed: by quarter, then by position."""
    return list(section.items.order_by(*IN_LIST))


def groups_in_use(items):
    """The quarters a list can move its items through; a list without quarters is one group."""
    quarters = {item.quarter for item in items}
    if quarters <= {None}:
        return [None]
    return ([None] if None in quarters else []) + [1, 2, 3, 4]


def index_of(rows, pk):
    """Where the row `pk` stands, or None."""
    return next((i for i, row in enumerate(rows) if row.pk == pk), None)


def neighbours(rows, pk):
    """The ids before and after a row: its place, should it come back."""
    i = index_of(rows, pk)
    return {
        "previous": rows[i - 1].pk if i > 0 else None,
        "next": rows[i + 1].pk if i + 1 < len(rows) else None,
    }


def index_between(rows, previous, following, *, otherwise):
    """Where to put a row that stood between two others, if either is still there."""
    i = index_of(rows, previous) if previous else None
    if i is not None:
        return i + 1
    i = index_of(rows, following) if following else None
    return otherwise if i is None else i
