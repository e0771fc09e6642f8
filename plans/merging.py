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


def merge(base, mine, theirs):
    """Merge `mine` into `theirs`; all three map field names to values. Fields missing in `base` count as changed."""
    values, conflicts, taken = {}, [], []
    for field, my_value in mine.items():
        known, their_value = base.get(field, _UNKNOWN), theirs[field]
        values[field] = my_value
        if my_value == their_value or their_value == known:
            continue
        difference = Difference(field, None if known is _UNKNOWN else known, my_value, their_value)
        if my_value == known:
            values[field] = their_value
            taken.append(difference)
        else:
            conflicts.append(difference)
    return Merged(values, tuple(conflicts), tuple(taken))
