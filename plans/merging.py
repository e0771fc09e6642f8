"""Three versions of one row, field by field: what stood before, what I typed, what somebody saved meanwhile.

Pure: knows no database. plans/editing/ asks it under the lock of the plan (reliability goal R1).
"""

from dataclasses import dataclass

_UNKNOWN = object()


@dataclass(frozen=True)
class Difference:
    """One field in its three versions."""

    field: str
    base: object
    mine: object
    theirs: object


@dataclass(frozen=True)
class Merged:
    """`values` to write or to show again: mine where both changed a field, so that no typed word is lost."""

    values: dict
    conflicts: tuple[Difference, ...] = ()  # both changed it, differently: a person must decide
    taken: tuple[Difference, ...] = ()  # only the other changed it: taken over


def merge(base, mine, theirs, *, together=()):
    """Merge `mine` into `theirs`; all three map field names to values. Fields missing in `base` count as changed.

    Fields `together` mean something only jointly, like day and month: one of them changed, all of them changed.
    """
    values, conflicts, taken = dict(mine), [], []
    for fields in (together, *((field,) for field in mine if field not in together)):
        known = {field: base.get(field, _UNKNOWN) for field in fields}
        stored = {field: theirs[field] for field in fields}
        typed = {field: mine[field] for field in fields}
        if stored in (known, typed):
            continue
        if typed == known:
            values |= stored
            taken += _differences(known, typed, stored)
        else:
            conflicts += _differences(known, typed, stored)
    return Merged(values, tuple(conflicts), tuple(taken))


def _differences(base, mine, theirs):
    differing = [field for field in mine if mine[field] != theirs[field]]
    return [Difference(f, None if base[f] is _UNKNOWN else base[f], mine=mine[f], theirs=theirs[f]) for f in differing]
