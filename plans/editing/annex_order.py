"""Whole annexes change places: an annex moves with all that belongs to it, and stays behind the body."""

from ..annexes import runs
from .locking import Refused

_FIRST, _LAST = "Đây đã là phụ lục đầu tiên.", "Đây đã là phụ lục cuối cùng."


def with_annex_moved(rows, pk, step):
    """The pieces in their new order, the annex one place up (step -1) or down (+1) among the annexes."""
    body, *found = runs(rows)
    i = next(i for i, annex in enumerate(found) if annex[0].pk == pk)
    if not 0 <= i + step < len(found):
        raise Refused(_FIRST if step < 0 else _LAST)
    found[i], found[i + step] = found[i + step], found[i]
    return _flat([body, *found])


def with_annex_placed(rows, pk, after):
    """The pieces in their new order, the annex behind the one that `after` belongs to; None: right behind the body."""
    found = runs(rows)
    moved = next(run for run in found[1:] if run[0].pk == pk)
    others = [run for run in found if run is not moved]
    i = next((i for i, run in enumerate(others) if after in [row.pk for row in run]), 0)
    return _flat([*others[: i + 1], moved, *others[i + 1 :]])


def _flat(found):
    return [row for run in found for row in run]
