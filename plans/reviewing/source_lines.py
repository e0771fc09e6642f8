"""The stored lines of a reading as `SourceLine`s."""

from ..reading.lines import Place, SourceLine


def lines_of(reading):
    """The lines of the source, as they were read."""
    return [SourceLine(n, text, raw, Place(*place) if place else None) for n, text, raw, place in reading.lines]


def stored(lines):
    """Source lines as plain values for JSON; `lines_of` makes them again."""
    return [[line.number, line.text, line.raw, _stored_place(line.place)] for line in lines]


def _stored_place(place):
    return [place.table, place.row, place.column, place.columns, place.rows] if place else None
