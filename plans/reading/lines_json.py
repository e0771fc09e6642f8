"""Source lines ⇄ plain values for JSON: [number, text, raw, place], the place as five numbers or null."""

from .lines import Place, SourceLine


def lines_to_json(lines):
    """Source lines as lists of plain values."""
    return [[line.number, line.text, line.raw, _place(line.place)] for line in lines]


def lines_from_json(values):
    """The source lines again."""
    return [SourceLine(number, text, raw, place and Place(*place)) for number, text, raw, place in values]


def _place(place):
    return place and [place.table, place.row, place.column, place.columns, place.rows]
